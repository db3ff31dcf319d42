package main

import (
	"slices"

	"ninaudit/rules"
)

// offByDefault are the rules that the configuration has to switch on.
func offByDefault() []string {
	var off []string
	for _, rule := range rules.All(rules.DefaultOptions()) {
		if rule.Off {
			off = append(off, rule.ID)
		}
	}
	return off
}

// rules reads the section rules: per ID whether it is enabled, and its options. It returns the
// options and the IDs that are switched off.
func (r *configReader) rules(s *section, ruleIDs []string) (rules.Options, []string) {
	o := rules.DefaultOptions()
	var off []string
	for _, id := range ruleIDs {
		one := s.section(id)
		if !one.bool("enabled", !slices.Contains(offByDefault(), id)) {
			off = append(off, id)
		}
		r.ruleOptions(id, one, &o)
		one.done()
	}
	r.unknownRules(s, ruleIDs)
	return o, off
}

// ruleOptions reads the options that one rule has beside enabled.
func (r *configReader) ruleOptions(id string, s *section, o *rules.Options) {
	switch id {
	case "pending-number":
		p := &o.PendingNumber
		p.Grace, p.ErrorAfter = s.days("grace", p.Grace), s.days("error_after", p.ErrorAfter)
		if p.ErrorAfter < p.Grace {
			s.fault("error_after", "it is shorter than grace, "+p.Grace.String(),
				"write "+(p.Grace*3).String()+", or shorten grace")
		}
	case "pending-duf":
		o.PendingDUF.Grace = s.days("grace", o.PendingDUF.Grace)
	case "duplicate-person":
		r.proof = s.file("proof")
	case "nin-unissued":
		o.NINUnissued.Prior = s.int("prior", o.NINUnissued.Prior, 100, 100_000_000)
	case "nin-batch":
		o.NINBatch.Persons = s.int("persons", o.NINBatch.Persons, 4, 100)
	case "nin-date":
		o.NINDate.MaxAge = s.int("max_age", o.NINDate.MaxAge, 50, 150)
	}
}

// unknownRules reports names under rules that are no rule.
func (r *configReader) unknownRules(s *section, known []string) {
	for _, k := range s.keys {
		if !slices.Contains(known, k.Value) {
			instead := didYouMean(k.Value, known)
			if instead == "" {
				instead = "ninaudit rules lists them"
			}
			r.fault(k.Line, s.join(k.Value), "unknown rule", instead)
		}
	}
}
