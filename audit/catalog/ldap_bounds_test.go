package catalog

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	ber "github.com/go-asn1-ber/asn1-ber"
	"github.com/go-ldap/ldap/v3"

	"ninaudit/audit"
)

// Whatever a server sends, it costs bounded memory and time: a message whose length is too much is refused before it is
// read, one whose length lies costs what was sent, and a page that comes a byte at a time has to be there by its time.
func TestLDAPBounds(t *testing.T) {
	const MiB = 1 << 20
	const searchID = 2 // after the bind
	huge := largeEntry(searchID, 100_000_000)
	for _, tt := range []struct {
		name    string
		script  func(*peer)
		timeout time.Duration
		words   string
		MiB     uint64 // that may be allocated on the way
	}{
		{"a length of 2 GiB", search(func(p *peer) {
			p.Write([]byte("\x30\x84\x7f\xff\xff\xff"))
			p.hang()
		}), 0, "larger than 64 MiB", 8},
		{"a length that lies", search(func(p *peer) {
			start := message(p.id, personEntry(0))
			p.Write(append([]byte("\x30\x84\x03\xff\xff\xff"), start[2:]...))
			p.hang()
		}), impatient, "no complete answer", 8},
		{"a byte at a time", search(func(p *peer) {
			for _, b := range message(p.id, personEntry(0)) {
				if _, err := p.Write([]byte{b}); err != nil {
					return
				}
				time.Sleep(20 * time.Millisecond)
			}
		}), impatient, "no complete answer", 8},
		{"a value of 100 MB", search(func(p *peer) {
			p.persons(0, 2)
			p.Write(huge)
		}), 0, "larger than 64 MiB", 8},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := fakeConfig(fake(t, tt.script))
			if tt.timeout > 0 {
				c.Timeout = tt.timeout
			}
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			_, err := readAll(t.Context(), newLDAP(t, c))
			took := time.Since(start)
			runtime.ReadMemStats(&after)
			var failed *audit.CatalogError
			if !errors.As(err, &failed) || !strings.Contains(err.Error(), tt.words) || took > 10*time.Second {
				t.Errorf("err = %v after %v, want %q", err, took, tt.words)
			}
			if got := (after.TotalAlloc - before.TotalAlloc) / MiB; got > tt.MiB {
				t.Errorf("%d MiB were allocated, want at most %d", got, tt.MiB)
			}
			noLeak(t)
		})
	}
}

// largeEntry is a message with one entry whose only value has so many bytes.
func largeEntry(id byte, size int) []byte {
	element := func(tag byte, contents ...[]byte) []byte {
		out := []byte{tag, 0x84, 0, 0, 0, 0}
		for _, c := range contents {
			out = append(out, c...)
		}
		binary.BigEndian.PutUint32(out[2:], uint32(len(out)-6))
		return out
	}
	values := element(tagSet, element(tagOctets, make([]byte, size)))
	one := element(tagSequence, element(tagOctets, []byte("description")), values)
	entry := element(tagEntry, element(tagOctets, []byte("uid=u0,dc=no")), element(tagSequence, one))
	return element(tagSequence, []byte{tagInteger, 1, id}, entry)
}

// A value as large as an answer may be is cut, and costs its entry nothing else.
func TestLDAPLargeValue(t *testing.T) {
	c := fakeConfig(fake(t, search(func(p *peer) {
		p.Write(largeEntry(byte(p.id), 60<<20))
		p.last()
	})))
	c.Timeout = time.Minute
	seen := 0
	for p, err := range newLDAP(t, c).Persons(t.Context()) {
		seen++
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range p.Texts {
			if len(f.Value) > maxText {
				t.Errorf("%s is kept with %d bytes", f.Name, len(f.Value))
			}
		}
	}
	if seen != 1 {
		t.Errorf("%d persons", seen)
	}
}

// A server that makes up persons for ever is told from a catalog by their number.
func TestLDAPUnending(t *testing.T) {
	l := newLDAP(t, fakeConfig(fake(t, search(func(p *peer) {
		from, _ := strconv.Atoi(p.cookie)
		p.persons(from, p.size)
		p.more(strconv.Itoa(from + p.size))
	}))))
	l.most = 95
	got, err := readAll(t.Context(), l)
	var failed *audit.CatalogError
	if !errors.As(err, &failed) || failed.Temporary || !errors.Is(err, problemUnending) || len(got) != 100 {
		t.Errorf("%d persons, %v", len(got), err)
	}
	noLeak(t)
}

// An answer that belongs to another request is nobody's: the entries in it never become persons.
func TestLDAPWrongMessageID(t *testing.T) {
	c := fakeConfig(fake(t, search(func(p *peer) {
		p.persons(0, 3)
		p.Write(message(p.id+1, personEntry(99)))
		p.Write(message(p.id+1, result(ber.Tag(ldap.ApplicationSearchResultDone), 0)))
		p.hang()
	})))
	c.Timeout = impatient
	got, err := readAll(t.Context(), newLDAP(t, c))
	if len(got) != 3 || err == nil || !strings.Contains(err.Error(), "no complete answer") {
		t.Errorf("%d persons, %v", len(got), err)
	}
	noLeak(t)
}

// An entry whose attributes are none ends the stream where it stands, also when the page came to its end and the next is
// on its way.
func TestLDAPBrokenInside(t *testing.T) {
	for name, end := range map[string]func(p *peer){"last": (*peer).last, "more": func(p *peer) { p.more("cookie") }, "open": (*peer).hang} {
		c := fakeConfig(fake(t, search(func(p *peer) {
			if p.cookie != "" {
				p.hang()
				return
			}
			p.persons(0, 3)
			entry := message(p.id, personEntry(3))
			entry[bytes.IndexByte(entry, tagSet)]++
			p.Write(entry)
			p.persons(4, 2)
			end(p)
		})))
		c.Timeout = impatient
		got, err := readAll(t.Context(), newLDAP(t, c))
		var failed *audit.CatalogError
		if len(got) != 3 || !errors.As(err, &failed) || name != "open" && !strings.Contains(fmt.Sprint(failed.Err), "entry 4 of the page, byte ") {
			t.Errorf("%s: %d persons, %v", name, len(got), err)
		}
		noLeak(t)
	}
}
