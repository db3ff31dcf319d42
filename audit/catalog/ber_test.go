package catalog

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"net"
	"testing"
	"time"

	ber "github.com/go-asn1-ber/asn1-ber"
	"github.com/go-ldap/ldap/v3"
)

// strange is an entry that a server could send: values of any bytes, many or none, names with options.
func strange(r *rand.Rand) *ber.Packet {
	text := func(most int) string {
		b := make([]byte, r.IntN(most+1))
		for i := range b {
			b[i] = byte(r.Uint32())
		}
		return string(b)
	}
	attributes := ber.NewSequence("attributes")
	for range r.IntN(12) {
		a := ber.NewSequence("attribute")
		a.AppendChild(octets(append([]string{text(9)}, "cn", "sn;lang-no", "mail", "norEduPersonNIN", "entryUUID", "member;range=0-1499")[r.IntN(7)]))
		set := ber.Encode(ber.ClassUniversal, ber.TypeConstructed, ber.TagSet, nil, "values")
		for range r.IntN(5) {
			set.AppendChild(octets(text([]int{3, 40, 127, 128, 300, 70_000}[r.IntN(6)])))
		}
		a.AppendChild(set)
		attributes.AppendChild(a)
	}
	e := ber.Encode(ber.ClassApplication, ber.TypeConstructed, ldap.ApplicationSearchResultEntry, nil, "entry")
	e.AppendChild(octets(text(60)))
	e.AppendChild(attributes)
	return e
}

// asGoLDAPDecodes sends a message to go-ldap, and gives the entry that it makes of it; nil where it makes none.
func asGoLDAPDecodes(sent []byte) (found *ldap.Entry) {
	client, server := net.Pipe()
	go func() {
		defer server.Close()
		if p := (&peer{Conn: server}); p.next() {
			server.Write(sent)
			p.done(0, nil)
		}
	}()
	conn := ldap.NewConn(client, false)
	conn.SetTimeout(patience)
	conn.Start()
	defer conn.Close()
	answer, err := conn.Search(ldap.NewSearchRequest("dc=no", 2, 0, 0, 0, false, "(cn=*)", nil, nil))
	if err != nil || len(answer.Entries) != 1 {
		return nil
	}
	return answer.Entries[0]
}

// compareEntries holds what readEntry makes of an operation to what go-ldap makes of it. readEntry may be stricter.
func compareEntries(t *testing.T, operation []byte, mustRead bool) {
	t.Helper()
	var e entry
	err := readEntry(operation, &e)
	if err != nil {
		var at berError
		if mustRead || !errors.As(err, &at) || at.at < 0 || at.at > len(operation) {
			t.Errorf("%d bytes: %v", len(operation), err)
		}
		return
	}
	m := ber.NewSequence("message")
	m.AppendChild(ber.NewInteger(ber.ClassUniversal, ber.TypePrimitive, ber.TagInteger, 1, "ID"))
	head := m.Bytes()[2:]
	sent := append([]byte{0x30, 0x84, byte((len(head) + len(operation)) >> 24), byte((len(head) + len(operation)) >> 16),
		byte((len(head) + len(operation)) >> 8), byte(len(head) + len(operation))}, append(head, operation...)...)
	found := asGoLDAPDecodes(sent)
	if found == nil {
		t.Fatal("go-ldap reads no entry of what is one here")
	}
	var v view
	want := v.of(found)
	same := bytes.Equal(want.dn, e.dn) && len(want.attrs) == len(e.attrs)
	for i := range min(len(want.attrs), len(e.attrs)) {
		same = same && bytes.Equal(want.attrs[i].name, e.attrs[i].name) && bytes.Equal(want.attrs[i].value, e.attrs[i].value)
	}
	if !same {
		t.Errorf("%d values and go-ldap's %d differ", len(e.attrs), len(want.attrs))
	}
}

// TestEntriesOfAnyKind are read as go-ldap reads them.
func TestEntriesOfAnyKind(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 1))
	for range 300 {
		compareEntries(t, strange(r).Bytes(), true)
	}
}

// FuzzEntry: whatever stands in the place of an entry is read as go-ldap reads it, or the byte is named where it breaks.
func FuzzEntry(f *testing.F) {
	r := rand.New(rand.NewPCG(7, 2))
	for range 20 {
		f.Add(strange(r).Bytes())
	}
	f.Add(append(personEntry(1).Bytes(), 0xa0, 0))
	f.Add([]byte("\x64\x84\x00\x00\x00\x06\x04\x00\x30\x00"))
	f.Add([]byte("\x64\x80\x04\x00\x30\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, operation []byte) { compareEntries(t, operation, false) })
}

// TestTheByteThatBreaks is named.
func TestTheByteThatBreaks(t *testing.T) {
	whole := []byte("\x64\x11\x04\x02ab\x30\x0b\x30\x09\x04\x02cn\x31\x03\x04\x01x")
	var e entry
	if err := readEntry(whole, &e); err != nil || string(e.dn) != "ab" || len(e.attrs) != 1 || string(e.attrs[0].value) != "x" {
		t.Fatalf("%v, %v", e, err)
	}
	for at, want := range map[int]int{0: 0, 1: 0, 2: 2, 3: 2, 6: 6, 8: 8, 10: 10, 14: 14, 16: 16, 17: 16} {
		broken := bytes.Clone(whole)
		broken[at] ^= 0x40
		if err := readEntry(broken, &e); err == nil || err.Error() != fmt.Sprintf("byte %d", want) {
			t.Errorf("byte %d is broken: %v", at, err)
		}
	}
	for n := range whole {
		if readEntry(whole[:n], &e) == nil {
			t.Errorf("%d bytes are an entry", n)
		}
	}
}

// TestEntriesCostNothing beside their values: reading one makes no garbage.
func TestEntriesCostNothing(t *testing.T) {
	message := personEntry(1).Bytes()
	var e entry
	_ = readEntry(message, &e)
	if n := testing.AllocsPerRun(100, func() { _ = readEntry(message, &e) }); n != 0 {
		t.Errorf("%v allocations an entry", n)
	}
}

// TestAForeignAnswer: entries under another ID than the search's are nobody's, and neither is what follows the end.
func TestAForeignAnswer(t *testing.T) {
	l := newLDAP(t, LDAPConfig{URL: "ldap://" + fake(t, search(func(p *peer) {
		id := p.id
		p.id = id + 1
		p.persons(0, 3)
		p.id = id
		p.persons(10, 2)
		if p.cookie == "" {
			p.more("x")
		} else {
			p.last()
		}
		p.persons(20, 2)
	})), Base: "dc=no", Timeout: 10 * time.Second, PageSize: 10})
	var ids []string
	for p, err := range l.Persons(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, p.Principal)
	}
	if fmt.Sprint(ids) != "[u10@fjordvik.no u11@fjordvik.no u10@fjordvik.no u11@fjordvik.no]" {
		t.Errorf("persons %v", ids)
	}
}
