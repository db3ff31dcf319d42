package main

import (
	"errors"
	"fmt"
	"os"
	"regexp"
	"strings"
	"time"

	"ninaudit/audit"
	"ninaudit/audit/catalog"
	"ninaudit/audit/nin"
)

// catalogConfig is one member of the list catalogs: either LDAP or LDIFPath is set.
type catalogConfig struct {
	Name            string
	LDAP            *catalog.LDAPConfig
	Secret          secretSource // of LDAP's bind
	LDIFPath        string
	Accounts        catalog.Accounts
	AcceptSynthetic bool
	Controller      string         // who answers for the catalog's data
	Compare         *compareConfig // nil: with nothing
	MaxShrink       int            // per cent by which it may be smaller than last time
	Retries         int            // further tries at a server that breaks off
}

// defaultRetries is how often a catalog whose server breaks off is read from the start again.
const defaultRetries = 2

var catalogName = regexp.MustCompile(`^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,62}[\p{L}\p{N}._-]?$`)

func (r *configReader) catalogs(top *section) []catalogConfig {
	var out []catalogConfig
	named := map[string]int{} // the line of a name's first use
	for _, m := range top.list("catalogs") {
		s := m.section()
		c := r.catalog(s)
		if line, twice := named[c.Name]; twice && c.Name != "" {
			s.fault("name", fmt.Sprintf("line %d has a catalog of that name too", line), "give each its own name")
		} else {
			named[c.Name] = s.at("name")
		}
		out = append(out, c)
	}
	if len(out) == 0 && !top.said("catalogs") {
		top.fault("catalogs", "there is no catalog to audit", "write a list, each with name and either ldap or ldif")
	}
	return out
}

func (r *configReader) catalog(s *section) catalogConfig {
	s.need("name", "fjordvik")
	c := catalogConfig{Name: s.str("name", "")}
	if nin.BlankAll(c.Name) != c.Name {
		s.fault("name", "a name with so many digits could be a person's number, and stands in every report",
			"write the organisation's name")
	} else if s.has("name") && !s.said("name") && !catalogName.MatchString(c.Name) {
		s.fault("name", quote(c.Name)+" is no name for a catalog",
			"write letters, digits, blanks, dots and hyphens, beginning with a letter or digit, at most 64")
	}
	ldap, ldif, units := s.section("ldap"), s.section("ldif"), s.section("units")
	switch {
	case ldap.given && ldif.given:
		s.fault("ldif", "the catalog has both ldap and ldif", "keep one; a second source is a catalog of its own")
	case !ldap.given && !ldif.given:
		s.fault("", "the catalog has neither ldap nor ldif", "write ldap: {url: …, base: …} or ldif: {path: …}")
	case ldif.given && units.given:
		s.fault("units", "the units of an LDIF catalog are read from the file itself", "remove units")
	}
	retries := ldap.int("retries", defaultRetries, 0, 3)
	if l, secret := r.ldap(ldap, units); ldap.given {
		c.LDAP, c.Secret, c.Retries = l, secret, retries
	}
	c.LDIFPath = ldif.file("path")
	if ldif.given {
		ldif.need("path", "export.ldif")
		ldif.notEmpty("path", "export.ldif")
	}
	ldif.done()
	c.Accounts = r.accounts(s.section("accounts"))
	c.AcceptSynthetic = s.bool("accept_synthetic", false)
	c.Controller = s.str("controller", "")
	c.MaxShrink = r.shrink(s)
	c.Compare = r.compare(s)
	s.done()
	return c
}

// ldap reads the sections ldap and units. What a server's address, names and filters must look
// like is known to package catalog, which is asked once the keys are right by themselves.
func (r *configReader) ldap(s, units *section) (*catalog.LDAPConfig, secretSource) {
	secret := r.secret(s)
	c := &catalog.LDAPConfig{
		URL:         s.str("url", ""),
		Base:        s.str("base", ""),
		Filter:      s.str("filter", ""),
		BindDN:      s.str("bind_dn", ""),
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
	if s.said("url") || s.said("start_tls") || s.said("plaintext") {
		c.URL, c.StartTLS, c.Plaintext = "ldaps://localhost", false, false
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

func (r *configReader) accounts(s *section) catalog.Accounts {
	c := catalog.Accounts{
		Test:     r.patterns(s.section("test")),
		Shared:   r.patterns(s.section("shared")),
		Inactive: r.patterns(s.section("inactive")),
	}
	s.done()
	return c
}

// patterns reads a section whose keys are attributes and whose values are a pattern or a list of
// them.
func (r *configReader) patterns(s *section) []catalog.Pattern {
	var out []catalog.Pattern
	for _, key := range s.names() {
		s.asked = append(s.asked, key)
		for _, value := range r.texts(s.value[key], s.join(key)) {
			p := catalog.Pattern{Attribute: key, Value: value}
			if err := p.Validate(); err != nil {
				s.fault(key, err.Error(), `write attribute: pattern, for instance uid: "test*"`)
			}
			out = append(out, p)
		}
	}
	return out
}
