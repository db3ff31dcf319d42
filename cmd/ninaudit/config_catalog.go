package main

import (
	"fmt"
	"regexp"

	"ninaudit/audit/catalog"
	"ninaudit/audit/nin"
)

// catalogConfig is one member of the list catalogs: either LDAP or LDIFPath is set.
type catalogConfig struct {
	Name            string
	LDAP            *catalog.LDAPConfig
	Secret          secretSource // of LDAP's bind
	LDIFPath        string
	Attributes      catalog.Attributes
	Accounts        catalog.Accounts
	Disabled        catalog.Disabled
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
	c.Attributes = r.attributes(s.section("attributes"))
	c.Accounts = r.accounts(s.section("accounts"))
	c.Disabled = r.disabled(s)
	c.AcceptSynthetic = s.bool("accept_synthetic", false)
	c.Controller = s.str("controller", "")
	c.MaxShrink = r.shrink(s)
	c.Compare = r.compare(s)
	s.done()
	return c
}
