package catalog

import (
	"fmt"
	"io"
	"net"
	"strconv"
	"sync"
	"testing"
	"time"

	ber "github.com/go-asn1-ber/asn1-ber"
	"github.com/go-ldap/ldap/v3"
)

// gossip is what the fake server writes wherever it may write freely: none of it may reach a
// reader.
const gossip = "uid=41819077302,ou=people,dc=fjordvik,dc=no"

// patience is how long a test waits for what should be over already.
const patience = 2 * time.Second

// fake runs a server that does with every connection what the script says, and returns its
// address. Scripts end when the client closes the connection, and the test fails if it does not.
func fake(t testing.TB, script func(*peer)) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	var running sync.WaitGroup
	var mu sync.Mutex
	var open []net.Conn
	running.Go(func() {
		for {
			c, err := listener.Accept()
			if err != nil {
				return
			}
			mu.Lock()
			open = append(open, c)
			mu.Unlock()
			running.Go(func() {
				defer c.Close()
				script(&peer{Conn: c})
			})
		}
	})
	t.Cleanup(func() {
		listener.Close()
		ended := make(chan struct{})
		go func() {
			running.Wait()
			close(ended)
		}()
		select {
		case <-ended:
			return
		case <-time.After(patience):
			t.Error("a connection was left open")
		}
		mu.Lock()
		for _, c := range open {
			c.Close()
		}
		mu.Unlock()
		<-ended
	})
	return listener.Addr().String()
}

// peer is the server's end of one connection, at a request.
type peer struct {
	net.Conn
	id     int64
	op     ber.Tag
	cookie string // of a search for a page
	size   int    // of the page asked for
	base   string // of a search
	gone   bool   // the client is, or was when it was last spoken to
}

// next reads a request; false when the client is gone.
func (p *peer) next() bool {
	request, err := ber.ReadPacket(p)
	if err != nil || len(request.Children) < 2 {
		return false
	}
	p.id, _ = request.Children[0].Value.(int64)
	p.op = request.Children[1].Tag
	p.cookie, p.size = "", 0
	if p.op == ldap.ApplicationSearchRequest {
		p.base, _ = request.Children[1].Children[0].Value.(string)
	}
	if len(request.Children) > 2 {
		control := request.Children[2].Children[0]
		if critical, _ := control.Children[1].Value.(bool); !critical {
			p.done(ldap.LDAPResultProtocolError, nil)
			return false
		}
		c, err := ldap.DecodeControl(control)
		if err != nil {
			return false
		}
		paging := c.(*ldap.ControlPaging)
		p.cookie, p.size = string(paging.Cookie), int(paging.PagingSize)
	}
	return true
}

// hang says nothing more, until the client is gone.
func (p *peer) hang() { io.Copy(io.Discard, p) }

func (p *peer) send(op *ber.Packet, controls ...*ber.Packet) {
	_, err := p.Write(message(p.id, op, controls...))
	p.gone = err != nil
}

// message is one LDAP message, as bytes.
func message(id int64, op *ber.Packet, controls ...*ber.Packet) []byte {
	m := ber.NewSequence("message")
	m.AppendChild(ber.NewInteger(ber.ClassUniversal, ber.TypePrimitive, ber.TagInteger, id, "ID"))
	m.AppendChild(op)
	if len(controls) > 0 {
		all := ber.Encode(ber.ClassContext, ber.TypeConstructed, 0, nil, "controls")
		for _, c := range controls {
			all.AppendChild(c)
		}
		m.AppendChild(all)
	}
	return m.Bytes()
}

// result answers with a code, and with talk that is nobody's business.
func result(op ber.Tag, code int) *ber.Packet {
	r := ber.Encode(ber.ClassApplication, ber.TypeConstructed, op, nil, "result")
	r.AppendChild(ber.NewInteger(ber.ClassUniversal, ber.TypePrimitive, ber.TagEnumerated, code, "code"))
	r.AppendChild(octets(gossip))
	r.AppendChild(octets("no such thing: " + gossip))
	return r
}

func (p *peer) bound(code int) { p.send(result(ldap.ApplicationBindResponse, code)) }

func (p *peer) extended(code int) { p.send(result(ldap.ApplicationExtendedResponse, code)) }

// done ends a search: with the control of paged results if there is to be a cookie, empty or not.
func (p *peer) done(code int, cookie *string) {
	if cookie == nil {
		p.send(result(ldap.ApplicationSearchResultDone, code))
		return
	}
	control := &ldap.ControlPaging{Cookie: []byte(*cookie)}
	p.send(result(ldap.ApplicationSearchResultDone, code), control.Encode())
}

// last ends the last page, more any other.
func (p *peer) last()              { p.done(ldap.LDAPResultSuccess, new(string)) }
func (p *peer) more(cookie string) { p.done(ldap.LDAPResultSuccess, &cookie) }

// persons sends the entries numbered from, from+1, …
func (p *peer) persons(from, count int) {
	for n := from; n < from+count; n++ {
		p.send(personEntry(n))
	}
}

func personEntry(n int) *ber.Packet {
	return entryPacket(fmt.Sprintf("uid=u%d,ou=people,dc=fjordvik,dc=no", n), map[string]string{
		"eduPersonPrincipalName": fmt.Sprintf("u%d@fjordvik.no", n),
	})
}

func entryPacket(dn string, values map[string]string) *ber.Packet {
	attributes := ber.NewSequence("attributes")
	for name, value := range values {
		set := ber.Encode(ber.ClassUniversal, ber.TypeConstructed, ber.TagSet, nil, "values")
		set.AppendChild(octets(value))
		a := ber.NewSequence("attribute")
		a.AppendChild(octets(name))
		a.AppendChild(set)
		attributes.AppendChild(a)
	}
	e := ber.Encode(ber.ClassApplication, ber.TypeConstructed, ldap.ApplicationSearchResultEntry, nil, "entry")
	e.AppendChild(octets(dn))
	e.AppendChild(attributes)
	return e
}

func (p *peer) referral() {
	r := ber.Encode(ber.ClassApplication, ber.TypeConstructed, ldap.ApplicationSearchResultReference, nil, "referral")
	r.AppendChild(octets("ldap://elsewhere.example.org/" + gossip))
	p.send(r)
}

func octets(s string) *ber.Packet {
	return ber.NewString(ber.ClassUniversal, ber.TypePrimitive, ber.TagOctetString, s, "")
}

// upright is a server that does everything as it should, with so many persons.
func upright(total int) func(*peer) {
	return func(p *peer) {
		for p.next() {
			switch p.op {
			case ldap.ApplicationBindRequest:
				p.bound(ldap.LDAPResultSuccess)
			case ldap.ApplicationSearchRequest:
				from, _ := strconv.Atoi(p.cookie)
				count := min(p.size, total-from)
				p.persons(from, count)
				if from += count; from < total {
					p.more(strconv.Itoa(from))
				} else {
					p.last()
				}
			}
		}
	}
}

// search is a server that binds everybody and treats every search as the script says.
func search(script func(p *peer)) func(*peer) {
	return func(p *peer) {
		for p.next() {
			switch p.op {
			case ldap.ApplicationBindRequest:
				p.bound(ldap.LDAPResultSuccess)
			case ldap.ApplicationSearchRequest:
				script(p)
			}
		}
	}
}
