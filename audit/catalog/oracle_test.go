package catalog

import (
	"testing"

	"github.com/go-ldap/ldap/v3"
	"github.com/google/go-cmp/cmp"

	"ninaudit/audit"
	"ninaudit/audit/catalog/slapdtest"
)

// view shows go-ldap's entries as entries of this package; one at a time, over and over in the
// same memory.
type view struct {
	entry entry
	text  []byte
}

func (v *view) of(found *ldap.Entry) *entry {
	v.text = v.text[:0]
	v.entry.dn = v.bytes(found.DN)
	v.entry.attrs = v.entry.attrs[:0]
	for _, a := range found.Attributes {
		name := v.bytes(a.Name)
		for _, value := range a.ByteValues {
			v.entry.attrs = append(v.entry.attrs, attribute{name, value})
		}
	}
	return &v.entry
}

// bytes copies s into the view's memory. When that grows, earlier copies stay where they were.
func (v *view) bytes(s string) []byte {
	from := len(v.text)
	v.text = append(v.text, s...)
	return v.text[from:len(v.text):len(v.text)]
}

// asGoLDAPReads reads persons with nothing but go-ldap: its own connection, its own paging, its own decoding of entries.
func asGoLDAPReads(t *testing.T, c LDAPConfig, url string) (persons []*audit.Person) {
	t.Helper()
	conn, err := ldap.DialURL(url)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	password, _ := c.Password()
	if err := conn.Bind(c.BindDN, password); err != nil {
		t.Fatal(err)
	}
	o := slapdOptions()
	search := func(base, filter string, attributes []string, each func(*entry)) {
		found, err := conn.SearchWithPaging(&ldap.SearchRequest{BaseDN: base, Scope: ldap.ScopeWholeSubtree, Filter: filter,
			Attributes: attributes}, 7)
		if err != nil {
			t.Fatal(err)
		}
		var v view
		for _, e := range found.Entries {
			each(v.of(e))
		}
	}
	m := newMapper(o)
	search(c.Base, "(objectClass=norEduPerson)", o.personAttributes(), func(e *entry) {
		p, err := m.person(e)
		if err != nil {
			t.Fatal(err)
		}
		persons = append(persons, copyOf(p))
	})
	search(c.UnitsBase, "(objectClass=norEduOrgUnit)", o.unitAttributes(), m.unit)
	return persons
}

// TestAsGoLDAPReads: entries that never reach go-ldap make the same persons as those that it decodes.
func TestAsGoLDAPReads(t *testing.T) {
	s := slapdtest.Start(t, slapdLDIF(slapdPersons), slapdtest.Options{})
	c := slapdConfig(s)
	want := asGoLDAPReads(t, c, s.URL)
	for _, pageSize := range []int{1, 7, 100, 1000} {
		c.PageSize = pageSize
		got, err := readSlapd(t, c)
		if err != nil || len(got) != len(want) || len(got) != slapdPersons {
			t.Fatalf("pages of %d: %d persons and go-ldap's %d, %v", pageSize, len(got), len(want), err)
		}
		if diff := cmp.Diff(want, got, byID()...); diff != "" {
			t.Errorf("pages of %d (-go-ldap +ours):\n%s", pageSize, diff)
		}
	}
}
