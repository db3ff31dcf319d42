package catalog

import (
	"bytes"
	"net"
	"testing"
	"time"

	ber "github.com/go-asn1-ber/asn1-ber"
	"github.com/go-ldap/ldap/v3"
)

// FuzzLDAPAnswer lets a server send anything in answer to a search, and then close the connection.
// Whatever it is, the stream ends, nothing panics, and it is complete only if the server's last
// page said so.
func FuzzLDAPAnswer(f *testing.F) {
	const id = 1 // of the first request on a connection
	last := (&ldap.ControlPaging{}).Encode()
	done := message(id, result(ldap.ApplicationSearchResultDone, 0), last)
	f.Add(done)
	f.Add(append(message(id, personEntry(1)), done...))
	f.Add(message(id, result(ldap.ApplicationSearchResultDone, 4)))
	f.Add(message(id, result(ldap.ApplicationSearchResultDone, 0)))
	f.Add(message(id, entryPacket("", nil), ber.NewSequence("no control")))
	f.Add([]byte("\x30\x84\x7f\xff\xff\xff"))
	f.Add([]byte("\x30\x80\x30\x80\x30\x80\x00\x00"))
	f.Add([]byte{})

	l := newLDAP(f, LDAPConfig{URL: "ldap://h", Base: "dc=no", Timeout: 10 * time.Second})
	f.Fuzz(func(t *testing.T, sent []byte) {
		client, server := net.Pipe()
		go func() {
			defer server.Close()
			if (&peer{Conn: server}).next() {
				server.Write(sent)
			}
		}()
		s := &session{catalog: l, socket: client, release: func() bool { return true }}
		defer s.close()
		if _, err := s.open(t.Context()); err != nil {
			t.Fatal(err)
		}
		m := newMapper(l.options)
		var ended error
		for e, err := range s.entries(t.Context(), l.personQuery()) {
			if err != nil {
				ended = err
				break
			}
			m.person(e)
			m.unit(e)
		}
		if ended == nil && !bytes.Contains(sent, []byte(ldap.ControlTypePaging)) {
			t.Error("complete without a last page")
		}
	})
}
