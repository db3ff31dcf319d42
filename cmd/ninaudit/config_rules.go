package main

import (
	"slices"

	"ninaudit/audit"
	"ninaudit/rules"
)

// laterRules are the rules of the design that a version may not have yet. A configuration may name
// them: it then holds for the version that brings them.
func laterRules() []string {
	return []string{"nin-unissued", "nin-batch"}
}

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

// missingRules are the later rules that are not among those of this version.
func missingRules(ruleIDs []string) []string {
	return slices.DeleteFunc(laterRules(), func(id string) bool { return slices.Contains(ruleIDs, id) })
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
	missing := missingRules(ruleIDs)
	for _, id := range missing {
		r.laterRule(id, s.section(id))
	}
	r.unknownRules(s, append(slices.Clone(ruleIDs), missing...))
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
	case "nin-date":
		o.NINDate.MaxAge = s.int("max_age", o.NINDate.MaxAge, 50, 150)
	}
}

// laterRule reads the section of a rule that this version does not have: any option will do, and
// whoever asks for it is told. Switching it off needs no word.
func (r *configReader) laterRule(id string, s *section) {
	on := s.bool("enabled", false)
	options := slices.DeleteFunc(s.names(), func(k string) bool { return k == "enabled" })
	if !on && len(options) == 0 {
		return
	}
	r.notice(audit.Text{
		NB: "rules: " + id + ": denne versjonen har ikke regelen; innstillingen har ingen virkning",
		NN: "rules: " + id + ": denne versjonen har ikkje regelen; innstillinga har ingen verknad",
		EN: "rules: " + id + ": this version does not have the rule; the setting has no effect",
	})
}

// unknownRules reports names under rules that are no rule of any version.
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
