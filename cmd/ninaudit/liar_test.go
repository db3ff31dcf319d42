package main

import (
	"encoding/base64"
	"encoding/binary"
	"io"
	"net"
	"strings"
	"testing"
	"time"
)

// liar is an LDAP server that holds the persons of an LDIF and may be told to misbehave. It is written with nothing of
// the program's, and sends pages of liarPage entries whatever it is asked for.
type liar struct {
	entries [][]byte // each a SearchResultEntry without its message
	// fault is called on page 3 of each search, half way through; what it returns tells whether the page goes on.
	fault func(l *liar, c net.Conn, id byte) bool
	meet  func(net.Conn) // takes over a connection at once
	loop  bool           // the cookie never ends, and every page is the first
	empty bool           // so is every page after the second
}

const liarPage = 100

// start listens until the test is over.
func (l *liar) start(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	go func() {
		for {
			c, err := listener.Accept()
			if err != nil {
				return
			}
			go func() {
				defer c.Close()
				if l.meet != nil {
					l.meet(c)
					return
				}
				l.serve(c)
			}()
		}
	}()
	return listener.Addr().String()
}

// serve answers requests; message IDs stay below 128, so that each is one byte.
func (l *liar) serve(c net.Conn) {
	page := 0
	for {
		request, err := readMessage(c)
		if err != nil || len(request) < 4 {
			return
		}
		switch id, op := request[2], request[3]; op {
		case 0x60:
			c.Write(ber(0x30, []byte{2, 1, id}, resultOf(0x61, 0)))
		case 0x63:
			page++
			if !l.page(c, id, page) {
				return
			}
		}
	}
}

// page sends one page; false where the connection is to be closed.
func (l *liar) page(c net.Conn, id byte, page int) bool {
	from := min((page-1)*liarPage, len(l.entries))
	if l.loop {
		from = 0
	}
	entries := l.entries[from:min(from+liarPage, len(l.entries))]
	if l.empty && page > 2 {
		entries = nil
	}
	for i, e := range entries {
		if page == 3 && i == liarPage/2 && l.fault != nil && !l.fault(l, c, id) {
			return false
		}
		l.send(c, id, e)
	}
	cookie := []byte{byte(page >> 8), byte(page)}
	if from+liarPage >= len(l.entries) && !l.loop && !l.empty {
		cookie = nil
	}
	l.done(c, id, 0, cookie)
	return true
}

func (l *liar) send(c net.Conn, id byte, entry []byte) {
	c.Write(ber(0x30, []byte{2, 1, id}, entry))
}

// done ends a page with a code and a cookie.
func (l *liar) done(c net.Conn, id, code byte, cookie []byte) {
	paging := ber(0x30, ber(4, []byte("1.2.840.113556.1.4.319")), ber(4, ber(0x30, []byte{2, 1, 0}, ber(4, cookie))))
	c.Write(ber(0x30, []byte{2, 1, id}, resultOf(0x65, code), ber(0xa0, paging)))
}

func resultOf(op, code byte) []byte {
	return ber(op, []byte{0x0a, 1, code}, ber(4, []byte(liarSays)), ber(4, []byte(liarSays)))
}

// liarSays is what the server writes where it may write freely, and no reader may see.
const liarSays = "uid=nobody,ou=gossip"

// ber is an element with a length of four bytes, as AD writes it.
func ber(tag byte, contents ...[]byte) []byte {
	out := []byte{tag, 0x84, 0, 0, 0, 0}
	for _, c := range contents {
		out = append(out, c...)
	}
	binary.BigEndian.PutUint32(out[2:], uint32(len(out)-6))
	return out
}

// readMessage reads a message's content; requests are short enough for lengths of up to three bytes.
func readMessage(c net.Conn) ([]byte, error) {
	head := make([]byte, 2)
	if _, err := io.ReadFull(c, head); err != nil {
		return nil, err
	}
	size := int(head[1])
	if size >= 0x80 {
		long := make([]byte, size&0x7f)
		if _, err := io.ReadFull(c, long); err != nil {
			return nil, err
		}
		size = 0
		for _, b := range long {
			size = size<<8 | int(b)
		}
	}
	content := make([]byte, size)
	_, err := io.ReadFull(c, content)
	return content, err
}

// liarEntries makes entries of the persons of an LDIF.
func liarEntries(ldif []byte) (out [][]byte) {
	unfolded := strings.ReplaceAll(string(ldif), "\n ", "")
	for record := range strings.SplitSeq(unfolded, "\n\n") {
		dn, attributes := "", []byte{}
		for l := range strings.Lines(record) {
			name, value, ok := strings.Cut(strings.TrimSuffix(l, "\n"), ":")
			if !ok || strings.HasPrefix(l, "#") || name == "version" {
				continue
			}
			if encoded, is := strings.CutPrefix(value, ": "); is {
				plain, _ := base64.StdEncoding.DecodeString(encoded)
				value = string(plain)
			} else {
				value = strings.TrimPrefix(value, " ")
			}
			if name == "dn" {
				dn = value
				continue
			}
			attributes = append(attributes, ber(0x30, ber(4, []byte(name)), ber(0x31, ber(4, []byte(value))))...)
		}
		if strings.HasPrefix(dn, "uid=") {
			out = append(out, ber(0x64, ber(4, []byte(dn)), ber(0x30, attributes)))
		}
	}
	return out
}

// hang says nothing more, until the client is gone.
func hang(c net.Conn) {
	c.SetReadDeadline(time.Now().Add(time.Minute))
	io.Copy(io.Discard, c)
}
