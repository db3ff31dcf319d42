package main

import (
	"errors"
	"os"
	"strings"
	"time"

	"ninaudit/audit"
	"ninaudit/audit/catalog"
)

// ldap reads the sections ldap and units. What a server's address, names and filters must look
// like is known to package catalog, which is asked once the keys are right by themselves.
func (r *configReader) ldap(s, units *section) (*catalog.LDAPConfig, secretSource) {
	secret := r.secret(s)
	c := &catalog.LDAPConfig{
		URL:         s.str("url", ""),
		Replicas:    r.replicas(s),
		Base:        s.str("base", ""),
		Filter:      s.str("filter", ""),
		BindDN:      s.str("bind_dn", ""),
		External:    s.choice("bind", "simple", []string{"simple", "external"}) == "external",
		PageSize:    s.int("page_size", 1000, 1, 10_000),
		Timeout:     s.duration("timeout", time.Minute, time.Second, time.Hour),
		StartTLS:    s.bool("start_tls", false),
		CAFile:      s.file("ca_file"),
		Plaintext:   s.bool("plaintext", false),
		UnitsBase:   units.str("base", ""),
		UnitsFilter: units.str("filter", ""),
	}
	if c.BindDN != "" {
		c.Password = func() (string, error) { return secret.read(os.Getenv) }
	}
	if s.given {
		s.need("url", `"ldaps://ldap.example.org:636"`)
		s.need("base", `"ou=people,dc=example,dc=org"`)
		if units.given {
			units.need("base", `"ou=units,dc=example,dc=org"`)
		}
	}
	s.askCatalog(units, *c)
	s.done()
	units.done()
	return c, secret
}

// replicas reads the other servers with the same catalog.
func (r *configReader) replicas(s *section) []string {
	var out []string
	for _, m := range s.list("replicas") {
		if url, ok := m.text(); ok {
			out = append(out, url)
		}
	}
	return out
}

// askCatalog has package catalog look at the settings. It tells one fault at a time, so it is
// asked again with that setting mended, until it is content.
func (s *section) askCatalog(units *section, c catalog.LDAPConfig) {
	if !s.given || s.bad {
		return
	}
	for before := -1; before < len(s.r.faults); {
		before = len(s.r.faults)
		s.mend(units, &c)
		_, err := catalog.NewLDAP(c, catalog.Options{})
		s.usageFaults(units, err)
	}
}

// mend puts something harmless in the place of each setting that a fault has been told of.
func (s *section) mend(units *section, c *catalog.LDAPConfig) {
	if s.said("replicas") {
		c.Replicas = nil
	}
	if s.said("bind") {
		c.External = false
	}
	if s.said("url") || s.said("start_tls") || s.said("plaintext") {
		c.URL, c.Replicas, c.External, c.StartTLS, c.Plaintext = "ldaps://localhost", nil, false, false, false
	}
	if s.said("bind_dn") {
		c.BindDN, c.Password = "", nil
	}
	if s.said("ca_file") {
		c.CAFile = ""
	}
	for _, text := range []struct {
		of       *section
		key      string
		at       *string
		harmless string
	}{
		{s, "base", &c.Base, "dc=no"}, {s, "filter", &c.Filter, ""},
		{units, "base", &c.UnitsBase, ""}, {units, "filter", &c.UnitsFilter, ""},
	} {
		if text.of.said(text.key) {
			*text.at = text.harmless
		}
	}
}

// usageFaults reports what package catalog says of a section: each error begins with the key,
// those of units with "units: ". What is wrong with a key by itself has been said.
func (s *section) usageFaults(units *section, err error) {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range joined.Unwrap() {
			s.usageFaults(units, e)
		}
		return
	}
	var usage *audit.UsageError
	if !errors.As(err, &usage) {
		return
	}
	at, text := s, usage.Error()
	if rest, ok := strings.CutPrefix(text, "units: "); ok {
		at, text = units, rest
	}
	if key, what, _ := strings.Cut(text, ": "); !at.said(key) {
		at.fault(key, what, usage.Hint)
	}
}
