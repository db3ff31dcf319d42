package catalog

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	ber "github.com/go-asn1-ber/asn1-ber"
	"github.com/go-ldap/ldap/v3"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"ninaudit/audit"
)

// rootEntry is a server's own entry with the controls it offers.
func rootEntry(controls ...string) *ber.Packet {
	values := map[string]string{}
	for _, c := range controls {
		values["supportedControl"] = c
	}
	return entryPacket("", values)
}

// told is how often an attribute was readable.
func told(p Probe, attribute string) int {
	for _, a := range p.Attributes {
		if strings.EqualFold(a.Attribute, attribute) {
			return a.Entries
		}
	}
	return -1
}

func TestLDAPProbe(t *testing.T) {
	const unitsBase = "ou=units,dc=fjordvik,dc=no"
	c := fakeConfig(fake(t, search(func(p *peer) {
		switch p.base {
		case "":
			p.send(rootEntry(ldap.ControlTypePaging))
			p.done(0, nil)
		case unitsBase:
			p.send(entryPacket("ou=a,"+unitsBase, nil))
			p.last()
		default:
			p.persons(0, 9)
			p.send(entryPacket("uid=u9,ou=people,dc=fjordvik,dc=no", map[string]string{
				"EDUPERSONPRINCIPALNAME;lang-no": "u9@fjordvik.no", "cn": "Kari",
			}))
			if p.cookie == "" {
				p.more("next")
			} else {
				p.last()
			}
		}
	})))
	c.UnitsBase = unitsBase
	p, err := newLDAP(t, c).Probe(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want := Probe{
		Catalog: "fjordvik", Transport: "plain text", Paging: PagingOffered, Entries: 10, More: true, Units: 1,
		Persons: 20, PageSize: 10, Host: "127.0.0.1",
		Steps: []Step{{Stage: "connect"}, {Stage: "bind"}, {Stage: "base"}, {Stage: "page 1"}, {Stage: "count"}},
	}
	if diff := cmp.Diff(want, p, cmpopts.IgnoreFields(Probe{}, "Attributes", "Server"), cmpopts.IgnoreUnexported(Probe{})); diff != "" {
		t.Error(diff)
	}
	for attribute, want := range map[string]int{
		"eduPersonPrincipalName": 10, "cn": 1, "norEduPersonNIN": 0, "norEduPersonAuthnMethod": -1,
	} {
		if got := told(p, attribute); got != want {
			t.Errorf("%s on %d entries, want %d", attribute, got, want)
		}
	}
	noLeak(t)
}

func TestLDAPProbeThatFails(t *testing.T) {
	t.Run("no bind", func(t *testing.T) {
		p, err := newLDAP(t, fakeConfig(fake(t, func(p *peer) { p.next(); p.bound(49) }))).Probe(t.Context())
		var e *audit.CatalogError
		if !errors.As(err, &e) || e.Stage != "bind" || p.Transport != "plain text" {
			t.Errorf("%+v, %v", p, err)
		}
	})
	t.Run("limits, and no paging on the list", func(t *testing.T) {
		c := fakeConfig(fake(t, search(func(p *peer) {
			if p.base == "" {
				p.send(rootEntry("1.2.3"))
				p.done(0, nil)
				return
			}
			if p.size == 0 { // the base by itself
				p.done(0, nil)
				return
			}
			p.persons(0, 2)
			p.done(4, nil)
		})))
		p, err := newLDAP(t, c).Probe(t.Context())
		var e *audit.CatalogError
		if !errors.As(err, &e) || e.Stage != "page 1" || p.Entries != 2 || p.Paging != PagingMissing {
			t.Errorf("%+v, %v", p, err)
		}
	})
	t.Run("hidden root and units", func(t *testing.T) {
		c := fakeConfig(fake(t, search(func(p *peer) {
			if p.base != "ou=people,dc=fjordvik,dc=no" {
				p.done(50, nil)
				return
			}
			p.persons(0, 2)
			p.last()
		})))
		c.UnitsBase = "ou=units,dc=fjordvik,dc=no"
		p, err := newLDAP(t, c).Probe(t.Context())
		if err != nil || p.Paging != PagingUnknown || p.UnitsErr == nil || p.More || p.Entries != 2 {
			t.Errorf("%+v, %v", p, err)
		}
	})
	noLeak(t)
}

func TestFileProbe(t *testing.T) {
	var ldif strings.Builder
	ldif.WriteString("dn: ou=a,dc=no\nobjectClass: norEduOrgUnit\n\ndn: uid=bad\nno colon\n\n")
	for n := range 1100 {
		fmt.Fprintf(&ldif, "dn: uid=u%d,dc=no\nobjectClass: norEduPerson\nuid: u%d\n\n", n, n)
	}
	probe := func(s string) (Probe, error) {
		open := func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(s)), nil }
		return NewReader(open, Options{Name: "export"}).(Prober).Probe(t.Context())
	}
	p, err := probe(ldif.String())
	if err != nil {
		t.Fatal(err)
	}
	want := Probe{
		Catalog: "export", Transport: "file", Encrypted: true, Anonymous: true,
		Entries: 1000, Skipped: 1, More: true, Units: 1,
	}
	if diff := cmp.Diff(want, p, cmpopts.IgnoreFields(Probe{}, "Attributes"), cmpopts.IgnoreUnexported(Probe{})); diff != "" {
		t.Error(diff)
	}
	if got := told(p, "uid"); got != 1000 {
		t.Errorf("uid on %d entries", got)
	}
	if _, err := probe("dn: dc=no\ndc: no\n"); err == nil {
		t.Error("a file without persons is fine")
	}
	missing := NewLDIF("testdata/there-is-no-such.ldif", Options{Name: "export"}).(Prober)
	var e *audit.CatalogError
	if _, err := missing.Probe(t.Context()); !errors.As(err, &e) || e.Stage != "open" {
		t.Errorf("err = %v", err)
	}
}
