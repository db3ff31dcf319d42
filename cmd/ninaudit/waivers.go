package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ninaudit/audit"
	"ninaudit/audit/scan"
)

// waiverReader reads the decisions that somebody wrote down: what is accepted, why, who says so, and until when.
// The file is walked like the configuration, so that every error names file, line and key. It is kept for long and
// read by many: a number may not stand in it, and one that does is refused without being shown.
type waiverReader struct {
	*configReader
	rules  []string       // that a decision may be about
	events []string       // rules that tell what happened: there is nothing to accept
	where  string         // the file's name without its folder
	first  map[string]int // the line on which a decision stands first, by what it is about
	out    []scan.Waiver
}

// readWaivers opens a file of decisions; without a name there are none. Any error is an *audit.UsageError.
func readWaivers(path string, all []audit.Rule) ([]scan.Waiver, error) {
	if path == "" {
		return nil, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, &audit.UsageError{
			Err:  fmt.Errorf("waivers: %w", err),
			Hint: "check the path that the configuration gives as waivers; an empty file holds no decision",
		}
	}
	defer f.Close()
	out, err := parseWaivers(f, path, all)
	if err != nil {
		return nil, &audit.UsageError{Err: err}
	}
	return out, nil
}

// parseWaivers reads decisions from in. The name is what errors call it; all are the rules of this version.
func parseWaivers(in io.Reader, name string, all []audit.Rule) ([]scan.Waiver, error) {
	r := &waiverReader{
		configReader: &configReader{name: filepath.ToSlash(name), model: "the section on waivers in README.md", known: map[string]bool{}},
		where:        filepath.Base(name),
		first:        map[string]int{},
	}
	for _, rule := range all {
		if rule.TellsChange() {
			r.events = append(r.events, rule.ID)
		} else {
			r.rules = append(r.rules, rule.ID)
		}
	}
	data, err := r.read(in)
	if err != nil {
		return nil, err
	}
	if root := r.document(data); root != nil {
		r.file(r.newSection("", "", 1, root))
	}
	if err := r.err(); err != nil {
		return nil, err
	}
	return r.out, nil
}

// file reads the three lists.
func (r *waiverReader) file(s *section) {
	for _, m := range s.list("waivers") {
		r.waiver(m.section())
	}
	for _, m := range s.list("no_number") {
		r.noNumber(m.section())
	}
	for _, m := range s.list("never_a_pair") {
		r.neverAPair(m.section())
	}
	s.done()
}

// waiver reads a decision on one finding, or on a rule and persons.
func (r *waiverReader) waiver(s *section) {
	w := r.decision(s)
	w.Finding, w.Rule = r.finding(s), r.rule(s)
	s.ask("persons")
	switch byFinding, byRule := s.has("finding"), s.has("rule"); {
	case byFinding && byRule:
		s.fault("rule", "the decision names a finding too", "keep one of finding and rule")
	case byFinding && s.has("persons"):
		s.fault("persons", "a finding concerns the persons that it names", "remove persons")
	case byFinding:
	case byRule:
		w.Persons = r.persons(s, 1)
	default:
		s.fault("", "the decision names neither a finding nor a rule",
			"write finding: ID as the reports show it, or rule: ID and persons: [Feide name, …]")
	}
	s.done()
	r.add(s, w)
}

// noNumber reads the decision that a person will not get a number: of the two rules on waiting, whichever speaks.
func (r *waiverReader) noNumber(s *section) {
	w := r.decision(s)
	w.Never = true
	s.need("person", "ada@fjordvik.no")
	if n := s.ask("person"); n != nil {
		w.Persons = []string{r.words(n, s.join("person"))}
	}
	s.done()
	for _, w.Rule = range []string{"pending-number", "pending-duf"} {
		if !r.add(s, w) {
			return
		}
	}
}

// neverAPair reads the decision that entries which look like one person are several.
func (r *waiverReader) neverAPair(s *section) {
	w := r.decision(s)
	w.Rule, w.Persons = "duplicate-person", r.persons(s, 2)
	s.done()
	r.add(s, w)
}

// decision reads what every decision says.
func (r *waiverReader) decision(s *section) scan.Waiver {
	w := scan.Waiver{Where: fmt.Sprintf("%s:%d", r.where, s.line)}
	for _, one := range []struct {
		key, example string
		into         *string
	}{{"reason", `"checked against the passport"`, &w.Reason}, {"by", `"Kari Moen, principal"`, &w.By}} {
		s.need(one.key, one.example)
		if n := s.ask(one.key); n != nil {
			*one.into = r.words(n, s.join(one.key))
		}
	}
	s.need("until", "2027-02-01")
	w.Until = r.until(s)
	return w
}

// persons reads the list of those whom a decision is about, at least so many.
func (r *waiverReader) persons(s *section, least int) []string {
	s.need("persons", "[ada@fjordvik.no, bo@fjordvik.no]")
	members := s.list("persons")
	var out []string
	for _, m := range members {
		p := r.words(m.node, m.path)
		if p != "" && slices.ContainsFunc(out, func(o string) bool { return strings.EqualFold(o, p) }) {
			m.fault("the person is named twice", "keep one")
		}
		out = append(out, p)
	}
	if len(members) < least && s.has("persons") && !s.said("persons") {
		s.fault("persons", fmt.Sprintf("the decision needs persons, at least %d", least), "name each by Feide name or entry ID")
	}
	return out
}

// add keeps a decision; one on the same finding or persons as an earlier one is refused, for nobody could say which
// of the two holds.
func (r *waiverReader) add(s *section, w scan.Waiver) bool {
	about := []string{w.Finding, w.Rule}
	for _, p := range w.Persons {
		about = append(about, strings.ToLower(p))
	}
	slices.Sort(about[2:])
	key := strings.Join(about, "\x00")
	switch line, twice := r.first[key]; {
	case w.Finding == "" && strings.Join(w.Persons, "") == "": // it has been said what is missing
		return false
	case twice:
		s.fault("", fmt.Sprintf("line %d decides the same", line), "keep one of the two")
		return false
	}
	r.first[key] = s.line
	r.out = append(r.out, w)
	return true
}
