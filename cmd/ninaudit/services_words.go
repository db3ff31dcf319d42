package main

import (
	"slices"
	"strings"
	"unicode"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// line reads a text of one line.
func (r *serviceReader) line(s *section, key string) string {
	n := s.ask(key)
	if n == nil {
		return ""
	}
	v, ok := r.text(n, s.join(key))
	if !ok {
		return ""
	}
	v = strings.Join(strings.Fields(v), " ")
	switch what, instead := unfit(v); {
	case what != "":
		r.fault(n.Line, s.join(key), what, instead)
		return ""
	case v == "" && key == "name":
		s.fault(key, "it is empty", "write name: Klasserom")
	}
	return v
}

// unfit says what keeps a text from standing in a list of services, and what to do; nothing where it may stand there.
func unfit(v string) (what, instead string) {
	switch {
	case holdsNumber(v):
		return "an identity number may stand here, and the file is no place for one", "take it out"
	case len([]rune(v)) > wordsLimit:
		return "the text is too long", "write 500 characters at most"
	case strings.ContainsFunc(v, func(c rune) bool { return !unicode.IsGraphic(c) || unicode.Is(unicode.Bidi_Control, c) }):
		return "the text holds characters that nobody sees", "type it anew"
	case isFormula(v):
		return "a spreadsheet would take the text for a formula", "begin it with a letter or a digit"
	}
	return "", ""
}

// isFormula tells what a spreadsheet that opens a CSV file computes instead of showing it. A telephone number with its
// country is none.
func isFormula(v string) bool {
	if rest, plus := strings.CutPrefix(v, "+"); plus && strings.Trim(rest, "0123456789 ") == "" {
		return false
	}
	return v != "" && strings.ContainsRune("=+-@\t\r|%", rune(v[0]))
}

// answer reads yes, no or unknown, in English or Norwegian.
func (r *serviceReader) answer(s *section, key, words string) (audit.Answer, bool) {
	v, ok := s.plain(key, words)
	if !ok {
		return audit.Unanswered, false
	}
	switch strings.ToLower(v) {
	case "yes", "ja", "true":
		return audit.Yes, true
	case "no", "nei", "false":
		return audit.No, true
	case "unknown", "ukjent", "":
		if key != "receives" {
			return audit.Unanswered, true
		}
	}
	s.fault(key, quote(v)+" is not known", "write "+words)
	return audit.Unanswered, false
}

// arranged reads yes, no, or on which day the provider was asked.
func (r *serviceReader) arranged(s *section) (audit.Answer, nin.Date) {
	const words = "yes, no, or asked 2026-11-23"
	v, ok := s.plain("arranged", words)
	word, day, asked := strings.Cut(strings.ToLower(v), " ")
	if !ok || !asked || word != "asked" && word != "spurt" {
		a, _ := r.answer(s, "arranged", words)
		return a, 0
	}
	return audit.Unanswered, r.day(s, "arranged", strings.TrimSpace(day), "asked 2026-11-23")
}

func (r *serviceReader) told(s *section) nin.Date {
	v, ok := s.plain("told", "2026-11-23")
	if !ok || v == "" {
		return 0
	}
	return r.day(s, "told", v, "2026-11-23")
}

func (r *serviceReader) day(s *section, key, v, example string) nin.Date {
	d, err := nin.ParseDate(v)
	if err != nil || d.Year() < 2000 || d.Year() > 2999 {
		s.fault(key, quote(v)+" is no day", "write it as "+example)
		return 0
	}
	return d
}

// usedBy reads the values of affiliation, and the units, whose persons use the service.
func (r *serviceReader) usedBy(s *section) []string {
	var out []string
	for _, m := range s.list("used_by") {
		v, ok := m.text()
		if !ok {
			continue
		}
		v = strings.Join(strings.Fields(v), " ")
		what, instead := unfit(v)
		names := audit.AffiliationNames()
		guess := didYouMean(v, names)
		switch {
		case what != "":
			m.fault(what, instead)
		case v == "":
			m.fault("it is empty", "write an affiliation ("+strings.Join(names, ", ")+") or a unit's name or number")
		case guess != "" && !slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, v) }):
			m.fault(quote(v)+" is no affiliation", guess)
		case slices.ContainsFunc(out, func(o string) bool { return strings.EqualFold(o, v) }):
			m.fault(quote(v)+" is given twice", "keep one")
		default:
			out = append(out, v)
		}
	}
	return out
}
