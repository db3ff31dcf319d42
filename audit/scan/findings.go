package scan

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ninaudit/audit"
)

// order is what hits are sorted by: rule in list order, catalog in the configuration's, first entry ID.
type order struct {
	catalog int
	id      string
}

// sortHits puts the hits into the order in which they are told.
func (s *state) sortHits() {
	orders := make(map[uint32]order, len(s.hits))
	names := s.names()
	for i := range s.hits {
		row := s.hits[i].rows[0]
		if _, known := orders[row]; !known {
			catalog, _, _ := s.pop.place(row)
			orders[row] = order{catalog, s.pop.person(row, names).ID}
		}
	}
	slices.SortStableFunc(s.hits, func(a, b hit) int {
		oa, ob := orders[a.rows[0]], orders[b.rows[0]]
		return cmp.Or(cmp.Compare(a.rule, b.rule), cmp.Compare(oa.catalog, ob.catalog), cmp.Compare(oa.id, ob.id),
			s.compareRest(a.rows[1:], b.rows[1:]))
	})
}

// compareRest orders cases that begin with the same person by the others.
func (s *state) compareRest(a, b []uint32) int {
	return slices.CompareFunc(a, b, func(i, j uint32) int {
		ci, _, _ := s.pop.place(i)
		cj, _, _ := s.pop.place(j)
		return cmp.Or(cmp.Compare(ci, cj), cmp.Compare(s.pop.person(i, s.names()).ID, s.pop.person(j, s.names()).ID))
	})
}

// finding makes what a reader sees of a hit. Every string of a person goes through the blanker here, and
// nowhere else does one reach a report.
func (s *state) finding(h *hit, id string) *audit.Finding {
	rule := &s.Rules[h.rule]
	f := &audit.Finding{
		ID: id, Rule: rule, Severity: h.severity, Args: s.blankArgs(h.args), Evidence: s.blankEvidence(h.evidence),
		Score: h.score, Since: h.since, Status: audit.Standing,
	}
	if h.waiting {
		f.Status = audit.Waiting
	}
	if len(rule.Variants) > 0 {
		f.Variant = &rule.Variants[h.variant]
	}
	for _, row := range h.rows {
		f.Subjects = append(f.Subjects, s.subject(s.pop.person(row, s.names())))
	}
	return f
}

// mintAll makes the IDs of all hits, in their final order.
func (s *state) mintAll() []string {
	ids := make([]string, len(s.hits))
	minted := map[string]int{}
	for i := range s.hits {
		h := &s.hits[i]
		keys := make([]string, len(h.rows))
		for k, row := range h.rows {
			keys[k] = s.entryKey(s.pop.person(row, s.names()))
		}
		ids[i] = mint(s.Rules[h.rule].ID, keys, minted)
	}
	return ids
}

func (s *state) subject(p *audit.Person) audit.Subject {
	subject := audit.Subject{NIN: p.NIN, Active: p.Account == audit.Active}
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

// mint makes a finding's ID: 80 bits of SHA-256 over the rule and the sorted entry keys, in hex. It needs no
// secret, so it is the same with and without history. Two findings that would get one ID (only entries
// without one of their own can) are told apart by their order.
func mint(rule string, keys []string, minted map[string]int) string {
	slices.Sort(keys)
	material := rule + "\x00" + strings.Join(keys, "\x00\x00")
	minted[material]++
	if n := minted[material]; n > 1 {
		material += "\x00\x00\x00" + strconv.Itoa(n)
	}
	sum := sha256.Sum256([]byte(material))
	return hex.EncodeToString(sum[:10])
}
