package scan

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ninaudit/audit"
	"ninaudit/audit/history"
)

// finding makes what a reader sees of a case. Every string of a person goes through the blanker here, and nowhere else
// does one reach a report.
func (s *state) finding(t *telling) (*audit.Finding, error) {
	var f *audit.Finding
	var err error
	switch {
	case t.hit == known:
		f, err = s.retold(t)
	case t.partly:
		f, err = s.together(t)
	default:
		f = s.found(&s.hits[t.hit])
	}
	if err != nil {
		return nil, err
	}
	f.ID, f.Status, f.Waiver = t.id, t.status, t.waiver
	if s.past != nil && t.status != audit.Waiting {
		f.Since, f.Told, f.How = t.keep.Since, t.keep.ToldAt, t.keep.How
	}
	s.serveFinding(f, t)
	s.shield(f, t)
	return f, nil
}

// found makes what a reader sees of a hit.
func (s *state) found(h *hit) *audit.Finding {
	rule := &s.Rules[h.rule]
	f := &audit.Finding{
		Rule: rule, Severity: h.severity, Args: s.blankArgs(h.args), Evidence: s.blankEvidence(h.evidence),
		Score: h.score, Since: h.since,
	}
	if len(rule.Variants) > 0 {
		f.Variant = &rule.Variants[h.variant]
	}
	for _, row := range h.rows {
		f.Subjects = append(f.Subjects, s.subject(s.pop.person(row)))
	}
	return f
}

// retold makes what a reader sees of a case that was not found tonight: as it was told last.
func (s *state) retold(t *telling) (*audit.Finding, error) {
	told, err := history.Decode(t.keep.Body)
	if err != nil {
		return nil, fmt.Errorf("history: case %s: %w", t.id, err)
	}
	rule := &s.Rules[t.rule]
	f := &audit.Finding{
		Rule: rule, Severity: t.keep.Severity, Args: s.blankArgs(told.Args), Evidence: s.blankEvidence(told.Evidence),
		Score: told.Score, Subjects: told.Subjects,
	}
	for i := range rule.Variants {
		if rule.Variants[i].ID == t.keep.Variant {
			f.Variant = &rule.Variants[i]
		}
	}
	if f.Variant == nil && len(rule.Variants) > 0 { // a form that an earlier version had
		f.Variant = &rule.Variants[0]
	}
	for i := range f.Subjects {
		p := &f.Subjects[i]
		for _, field := range []*string{&p.ID, &p.Principal, &p.DN, &p.Name, &p.Unit} {
			*field = s.blank.Blank(*field)
		}
	}
	return f, nil
}

func (s *state) subject(p *audit.Person) audit.Subject {
	if p.Protected {
		return s.hidden(p)
	}
	subject := audit.Subject{NIN: p.NIN, Kind: p.NIN.Kind(), Active: p.Account == audit.Active}
	subject.Catalog = p.Catalog
	subject.ID, subject.Principal = s.blank.Blank(p.ID), s.blank.Blank(p.Principal)
	subject.DN, subject.Name = s.blank.Blank(p.DN), s.blank.Blank(p.Name())
	if len(p.Units) > 0 {
		subject.Unit = s.blank.Blank(p.Units[0].Name)
	}
	return subject
}

func (s *state) blankArgs(args []audit.Arg) []audit.Arg {
	out := slices.Clone(args)
	for i, a := range out {
		if w, ok := a.(audit.Word); ok {
			out[i] = audit.Word(s.blank.Blank(string(w)))
		}
	}
	return out
}

func (s *state) blankEvidence(evidence []audit.Evidence) []audit.Evidence {
	out := slices.Clone(evidence)
	for i := range out {
		out[i].A, out[i].B = noDigits(s.blank.Blank(out[i].A)), noDigits(s.blank.Blank(out[i].B))
	}
	return out
}

// noDigits blanks four digits and more in a row: evidence takes names apart, and a number that is spread over two
// of them would not be known for one.
func noDigits(s string) string {
	return digitRun.ReplaceAllStringFunc(s, func(run string) string { return strings.Repeat("*", len(run)) })
}

var digitRun = regexp.MustCompile(`[0-9]{4,}`)

// entryKey is what a finding's ID knows an entry by: catalog and entry ID. An ID that holds a number would
// let anybody who knows the rule find the number by trying them all; there, what is left of it, the name and
// the time of creation stand for it.
func (s *state) entryKey(p *audit.Person) string {
	blanked := s.blank.Blank(p.ID)
	if blanked == p.ID {
		return p.Catalog + "\x00" + p.ID
	}
	return strings.Join([]string{p.Catalog, blanked, s.blank.Blank(p.Name()), strconv.FormatInt(p.Created.Unix(), 10)}, "\x00")
}

// mint makes the ID of a case at first sight. It needs no secret, so it is the same with and without history. Two cases
// that would get one ID (only entries without one of their own can, or one whose members have changed) are told apart
// by their order.
func (s *state) mint(h *hit, minted map[string]int) string {
	material := s.material(h)
	for {
		minted[material]++
		id := mint(material, minted[material])
		if h.event || s.past == nil || !s.taken[id] {
			return id
		}
	}
}

// peek is the ID that mint would make if none were taken.
func (s *state) peek(h *hit, minted map[string]int) string {
	material := s.material(h)
	return mint(material, minted[material]+1)
}

// material is what a case's ID is made of: the rule and the sorted keys of the entries.
func (s *state) material(h *hit) string {
	keys := make([]string, len(h.rows))
	for i, row := range h.rows {
		keys[i] = s.entryKey(s.pop.person(row))
	}
	slices.Sort(keys)
	return s.Rules[h.rule].ID + "\x00" + strings.Join(keys, "\x00\x00")
}

// mint is the n-th ID of one material: 80 bits of SHA-256, in hex.
func mint(material string, n int) string {
	if n > 1 {
		material += "\x00\x00\x00" + strconv.Itoa(n)
	}
	sum := sha256.Sum256([]byte(material))
	return hex.EncodeToString(sum[:10])
}
