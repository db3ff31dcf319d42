package main

import (
	"strings"
	"testing"

	"ninaudit/audit/nin"
)

func TestTheNextTerm(t *testing.T) {
	for on, want := range map[nin.Date]nin.Date{20261123: 20270817, 20260817: 20260817, 20260818: 20270817, 20260101: 20260817} {
		if got := defaultTerm.next(on); got != want {
			t.Errorf("on %s: %s, want %s", on, got, want)
		}
	}
}

func TestTermStart(t *testing.T) {
	for written, ok := range map[string]bool{
		"08-17": true, "01-31": true, "02-29": false, "04-31": false, "13-01": false, "8-17": false, "08-1": false, "08-177": false,
		"2027-08-17": false, "0817": false, "": false,
	} {
		c, err := parseConfig(strings.NewReader("catalogs: [{name: a, ldif: {path: a.ldif}}]\nreports: {term_start: \""+written+"\"}\n"), "a.yaml", ruleIDs())
		if (err == nil) != ok {
			t.Errorf("%q: %v", written, err)
		} else if ok && c.Reports.Term.String() != written {
			t.Errorf("%q is read as %s", written, c.Reports.Term)
		}
	}
}
