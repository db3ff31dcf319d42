package main

import (
	"slices"
	"strings"

	"ninaudit/audit"
	"ninaudit/reports"
	"ninaudit/rules"
)

// config is a configuration file, read and checked: what the wiring of a run needs.
type config struct {
	Language  audit.Language
	Catalogs  []catalogConfig
	Rules     rules.Options
	Disabled  []string // IDs of rules that are switched off
	Reports   reportsConfig
	Notices   []audit.Text     // settings that this version reads and does not act on
	Hash      string           // tells one file from another; empty without one
	Proof     string           // the list of old and new numbers; empty: none
	History   *historyConfig   // nil: none is kept
	Waivers   string           // the file of decisions; empty: none
	Services  string           // the list of services; empty: none
	Protected *protectedConfig // nil: nobody is under protection
}

// defaultConfig is what holds without a configuration file.
func defaultConfig() *config {
	return &config{
		Language: audit.Bokmal,
		Rules:    rules.DefaultOptions(),
		Disabled: offByDefault(),
		Reports: reportsConfig{
			Formats: reports.DefaultFormats(), NIN: reports.NINKind, Keep: defaultKeep, Waits: audit.DefaultWaitClasses(),
			Term: defaultTerm,
		},
	}
}

// config reads the top of the file; ruleIDs are the rules that this version has.
func (r *configReader) config(s *section, ruleIDs []string) *config {
	c := defaultConfig()
	c.Language = audit.Language(s.choice("language", string(audit.Bokmal), languageNames()))
	c.Catalogs = r.catalogs(s)
	c.Rules, c.Disabled = r.rules(s.section("rules"), ruleIDs)
	c.Reports = r.reports(s.section("reports"))
	c.Proof = r.proof
	overlap := s.section("overlap")
	c.Rules.Overlap.Basis = overlap.str("basis", "")
	overlap.done()
	c.Rules.Overlap.Controllers = map[string]string{}
	for _, one := range c.Catalogs {
		c.Rules.Overlap.Controllers[one.Name] = one.Controller
	}
	c.Waivers = s.file("waivers")
	if c.History = r.history(s.section("history")); c.History == nil {
		r.keptNothing()
	}
	c.Services = s.file("services")
	if c.Protected = r.protected(s.section("protected")); c.Protected != nil {
		for i := range c.Catalogs {
			c.Catalogs[i].Accounts.Protected = c.Protected.Patterns
		}
	}
	s.done()
	c.Notices = r.notices
	return c
}

func (r *configReader) formats(s *section) []string {
	var out []string
	for _, m := range s.list("formats") {
		switch f, ok := m.text(); {
		case !ok:
		case !slices.Contains(reports.Formats(), f):
			m.fault(quote(f)+" is no format", oneOf(f, reports.Formats()))
		case slices.Contains(out, f):
			m.fault(quote(f)+" is given twice", "keep one")
		default:
			out = append(out, f)
		}
	}
	if len(out) == 0 {
		s.fault("formats", "there is no format that could be written", "write ["+strings.Join(reports.Formats(), ", ")+"]")
	}
	return out
}

func languageNames() []string {
	var out []string
	for _, l := range audit.Languages() {
		out = append(out, string(l))
	}
	return out
}
