package catalog

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"ninaudit/audit"
	"ninaudit/audit/catalog/slapdtest"
	"ninaudit/audit/nin"
)

// The tests in this file ask a real OpenLDAP server.

func slapdConfig(s *slapdtest.Server) LDAPConfig {
	return LDAPConfig{
		URL: s.TLSURL, CAFile: s.CAFile, Base: "ou=people," + s.Suffix,
		BindDN: s.BindDN, Password: secret(s.Password), Timeout: 10 * time.Second,
		UnitsBase: "ou=units," + s.Suffix,
	}
}

func slapdOptions() Options {
	return Options{
		Name:   "fjordvik",
		Parser: nin.Parser{On: nin.DateOf(time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)), AcceptSynthetic: true},
	}
}

// copies reads a catalog to its end and keeps the persons.
func copies(ctx context.Context, c audit.Catalog) (persons []*audit.Person, ended error) {
	for p, err := range c.Persons(ctx) {
		if err != nil {
			return persons, err
		}
		persons = append(persons, copyOf(p))
	}
	return persons, nil
}

// copyOf keeps a person that holds until the next.
func copyOf(p *audit.Person) *audit.Person {
	q := *p
	q.LINs = append([]string{}, p.LINs...)
	q.Units = append([]*audit.Unit{}, p.Units...)
	q.Prior = append([]string{}, p.Prior...)
	q.Texts = append([]audit.Field{}, p.Texts...)
	return &q
}

func readSlapd(t *testing.T, c LDAPConfig) (persons []*audit.Person, ended error) {
	t.Helper()
	l, err := NewLDAP(c, slapdOptions())
	if err != nil {
		t.Fatal(err)
	}
	persons, ended = copies(t.Context(), l)
	noLeak(t)
	return persons, ended
}

// byID compares persons in the order of their IDs, without a number's digits in what differs.
func byID() cmp.Options {
	return cmp.Options{
		cmpopts.SortSlices(func(a, b *audit.Person) bool { return a.ID < b.ID }),
		cmp.Comparer(func(a, b nin.Number) bool { return a == b }),
	}
}

// However a catalog is read, its persons are the same: those of the file that the server was
// filled from.
func TestSlapdSamePersons(t *testing.T) {
	ldif := slapdLDIF(slapdPersons)
	s := slapdtest.Start(t, ldif, slapdtest.Options{})
	open := func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(ldif)), nil }
	want, err := copies(t.Context(), NewReader(open, slapdOptions()))
	if err != nil || len(want) != slapdPersons {
		t.Fatalf("%d persons in the file, %v", len(want), err)
	}
	for _, p := range want {
		if len(p.Units) != 1 || p.Units[0].Name != "Fjordvik skole, avd. nord" || p.Units[0].Number == "" {
			t.Fatal("the file's unit has no name")
		}
	}
	for _, tt := range []struct {
		name   string
		change func(*LDAPConfig)
	}{
		{"LDAPS", func(c *LDAPConfig) {}},
		{"StartTLS", func(c *LDAPConfig) { c.URL, c.StartTLS = s.URL, true }},
		{"plain text", func(c *LDAPConfig) { c.URL, c.CAFile, c.Plaintext = s.URL, "", true }},
		{"pages of 7", func(c *LDAPConfig) { c.PageSize = 7 }},
		{"pages of 1", func(c *LDAPConfig) { c.PageSize = 1 }},
		{"pages of all", func(c *LDAPConfig) { c.PageSize = slapdPersons }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := slapdConfig(s)
			tt.change(&c)
			got, err := readSlapd(t, c)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got, byID()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// The built-in sample, with its accounts, names and local numbers, is no different on a server.
func TestSlapdSample(t *testing.T) {
	s := slapdtest.Start(t, []byte(sample), slapdtest.Options{})
	file := Sample(slapdOptions().Parser)
	want, err := copies(t.Context(), file)
	if err != nil || len(want) == 0 {
		t.Fatalf("%d persons in the sample, %v", len(want), err)
	}
	server, err := NewLDAP(slapdConfig(s), file.(*fileCatalog).options)
	if err != nil {
		t.Fatal(err)
	}
	got, err := copies(t.Context(), server)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got, byID()); diff != "" {
		t.Error(diff)
	}
}

func TestSlapdRefuses(t *testing.T) {
	s := slapdtest.Start(t, slapdLDIF(1), slapdtest.Options{RequireTLS: true})
	for _, tt := range []struct {
		name   string
		change func(*LDAPConfig)
		stage  string
		words  string
	}{
		{"another authority", func(c *LDAPConfig) { c.CAFile = slapdtest.WriteCA(t) }, "tls", "not trusted"},
		{"no authority", func(c *LDAPConfig) { c.CAFile = "" }, "tls", "not trusted"},
		{"another authority after StartTLS", func(c *LDAPConfig) {
			c.URL, c.StartTLS, c.CAFile = s.URL, true, slapdtest.WriteCA(t)
		}, "tls", "not trusted"},
		{"another name", func(c *LDAPConfig) {
			c.URL = strings.Replace(c.URL, "127.0.0.1", "localhost", 1)
		}, "tls", `not for "localhost"`},
		{"TLS on the plain port", func(c *LDAPConfig) {
			c.URL = strings.Replace(s.URL, "ldap:", "ldaps:", 1)
		}, "tls", ""},
		{"LDAP on the TLS port", func(c *LDAPConfig) {
			c.URL, c.Plaintext = strings.Replace(s.TLSURL, "ldaps:", "ldap:", 1), true
		}, "bind", ""},
		{"wrong password", func(c *LDAPConfig) { c.Password = secret("wrong") }, "bind", "(LDAP code 49)"},
		{"nobody", func(c *LDAPConfig) { c.BindDN = "cn=nobody,o=readers" }, "bind", "(LDAP code 49)"},
		{"plain text", func(c *LDAPConfig) { c.URL, c.Plaintext = s.URL, true }, "bind", "(LDAP code 13)"},
		{"anonymous", func(c *LDAPConfig) { c.BindDN, c.Password = "", nil }, "page 1", "(LDAP code 32)"},
		{"no such base", func(c *LDAPConfig) { c.Base = "ou=nowhere," + s.Suffix }, "page 1", "(LDAP code 32)"},
		{"no such suffix", func(c *LDAPConfig) { c.Base = "dc=nowhere" }, "page 1", "(LDAP code 32)"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := slapdConfig(s)
			tt.change(&c)
			persons, err := readSlapd(t, c)
			var e *audit.CatalogError
			if !errors.As(err, &e) || e.Stage != tt.stage || e.Hint == "" || !strings.Contains(err.Error(), tt.words) {
				t.Errorf("err = %v, want %q at %q with a hint", err, tt.words, tt.stage)
			}
			if len(persons) != 0 {
				t.Errorf("%d persons", len(persons))
			}
		})
	}
}

// A limit gives what there was before it, and a catalog that is incomplete.
func TestSlapdSizeLimit(t *testing.T) {
	s := slapdtest.Start(t, slapdLDIF(slapdPersons), slapdtest.Options{SizeLimit: 50})
	for _, pageSize := range []int{7, 50, 1000} {
		c := slapdConfig(s)
		c.PageSize = pageSize
		persons, err := readSlapd(t, c)
		var e *audit.CatalogError
		if !errors.As(err, &e) || e.Temporary || !strings.Contains(e.Hint, "size limit") {
			t.Errorf("pages of %d: err = %v", pageSize, err)
		}
		if len(persons) != 50 {
			t.Errorf("pages of %d: %d persons, want 50", pageSize, len(persons))
		}
	}
}

// What an access rule hides is not there, and nothing tells it from what does not exist.
func TestSlapdHiddenNumbers(t *testing.T) {
	s := slapdtest.Start(t, slapdLDIF(12), slapdtest.Options{HideNIN: true})
	persons, err := readSlapd(t, slapdConfig(s))
	if err != nil || len(persons) != 12 {
		t.Fatalf("%d persons, %v", len(persons), err)
	}
	for _, p := range persons {
		if !p.NIN.IsZero() {
			t.Errorf("%s has a number", p.ID)
		}
	}
}

func TestSlapdNobody(t *testing.T) {
	s := slapdtest.Start(t, slapdLDIF(0), slapdtest.Options{})
	if persons, err := readSlapd(t, slapdConfig(s)); err != nil || len(persons) != 0 {
		t.Errorf("%d persons, %v", len(persons), err)
	}
}

func TestSlapdCancelled(t *testing.T) {
	s := slapdtest.Start(t, slapdLDIF(slapdPersons), slapdtest.Options{})
	c := slapdConfig(s)
	c.PageSize = 10
	l, err := NewLDAP(c, slapdOptions())
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	read := 0
	var ended error
	for _, err := range l.Persons(ctx) {
		if err != nil {
			ended = err
			continue
		}
		if read++; read == 15 {
			cancel()
		}
	}
	if read > 20 || !errors.Is(ended, context.Canceled) {
		t.Errorf("%d persons, err = %v", read, ended)
	}
	noLeak(t)
}

func TestSlapdProbe(t *testing.T) {
	s := slapdtest.Start(t, slapdLDIF(30), slapdtest.Options{HideNIN: true})
	c := slapdConfig(s)
	c.PageSize = 20
	p, err := newLDAP(t, c).Probe(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(p.Transport, "TLS 1.") || !p.Encrypted || p.Anonymous || p.Paging != PagingOffered ||
		p.Entries != 20 || !p.More || p.Units != 1 || p.UnitsErr != nil {
		t.Errorf("%+v", p)
	}
	for attribute, want := range map[string]int{"norEduPersonNIN": 0, "createTimestamp": 20, "entryUUID": 20, "sn": 20} {
		if got := told(p, attribute); got != want {
			t.Errorf("%s on %d entries, want %d", attribute, got, want)
		}
	}
}
