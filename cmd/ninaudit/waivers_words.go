package main

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"

	"ninaudit/audit/nin"
)

// wordsLimit bounds a text of a decision, in characters: it stands in a cell of every report.
const wordsLimit = 500

func (r *waiverReader) until(s *section) nin.Date {
	v, ok := s.plain("until", "2027-02-01")
	if !ok {
		return 0
	}
	d, err := nin.ParseDate(v)
	if err != nil || d.Year() < 2000 || d.Year() > 2999 {
		s.fault("until", quote(v)+" is no day on which a decision could end", "write it as 2027-02-01")
	}
	return d
}

var findingID = regexp.MustCompile(`^[0-9a-f]{20}$`)

func (r *waiverReader) finding(s *section) string {
	v, ok := s.plain("finding", "the finding's ID, as the reports show it")
	if ok && !findingID.MatchString(v) {
		s.fault("finding", "this is no finding's ID", "copy the ID from a report: 20 digits and letters from a to f")
	}
	return v
}

func (r *waiverReader) rule(s *section) string {
	v := s.str("rule", "")
	switch {
	case v == "" && (!s.has("rule") || s.said("rule")), slices.Contains(r.rules, v):
	case slices.Contains(r.events, v):
		s.fault("rule", "the rule tells once what happened: there is nothing to accept", "remove the decision")
	default:
		s.fault("rule", "unknown rule "+quote(v), orElse(didYouMean(v, r.rules), "ninaudit rules lists them"))
	}
	return v
}

// words reads a text of a decision, on one line. What could hold somebody's number is refused, and not shown.
func (r *waiverReader) words(n *yaml.Node, path string) string {
	if n.Kind == yaml.ScalarNode && holdsNumber(n.Value) {
		r.fault(n.Line, path, "an identity number may stand here, and the file is no place for one",
			"name the user by Feide name or entry ID, or the case by the finding's ID")
		return ""
	}
	v, ok := r.text(n, path)
	if !ok {
		return ""
	}
	v = strings.Join(strings.Fields(v), " ")
	switch {
	case v == "":
		r.fault(n.Line, path, "it is empty", "write a few words")
	case len([]rune(v)) > wordsLimit:
		r.fault(n.Line, path, "the text is too long", "write 500 characters at most, and name the document that has the rest")
	case strings.ContainsFunc(v, func(c rune) bool { return !unicode.IsGraphic(c) }):
		r.fault(n.Line, path, "the text holds characters that nobody sees", "type it anew")
	}
	return v
}

// holdsNumber tells whether a run of digits, in whatever script, could be somebody's number.
func holdsNumber(v string) bool {
	v = nin.PlainDigits(v)
	return nin.BlankAll(v) != v
}
