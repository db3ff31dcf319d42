package main

import (
	"slices"

	"ninaudit/audit/catalog"
)

// attributes reads a section whose keys are the schemas' names for what is read, and whose values are the catalog's own
// names.
func (r *configReader) attributes(s *section) catalog.Attributes {
	out := catalog.Attributes{}
	for _, key := range s.names() {
		s.asked = append(s.asked, key)
		if own, ok := r.text(s.value[key], s.join(key)); ok {
			out[key] = own
		}
	}
	for _, key := range s.names() {
		if _, ok := out[key]; !ok {
			continue // it has been said
		}
		instead := "write the schema's name: the catalog's, for instance norEduPersonNIN: employeeNumber"
		if known := catalog.MappableAttributes(); !slices.Contains(known, key) {
			instead = orElse(didYouMean(key, known), instead)
		}
		if err := out.Check(key); err != nil {
			s.fault(key, err.Error(), instead)
		}
	}
	return out
}

// disabled reads what becomes of accounts that nobody can log on with.
func (r *configReader) disabled(s *section) catalog.Disabled {
	words := catalog.DisabledWords()
	return catalog.Disabled(slices.Index(words, s.choice("disabled", words[0], words)))
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
