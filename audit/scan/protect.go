package scan

import (
	"slices"
	"strings"

	"ninaudit/audit"
)

// hidden is all that may be told of a person under protection. An ID that is made of the Feide name or the DN is none.
func (s *state) hidden(p *audit.Person) audit.Subject {
	h := audit.Subject{Kind: p.NIN.Kind(), Active: p.Account == audit.Active, Protected: true}
	h.Catalog = p.Catalog
	if id := strings.ToLower(p.ID); id != strings.ToLower(p.Principal) && !strings.ContainsAny(id, "@= ") {
		h.ID = s.blank.Blank(p.ID)
	}
	return h
}

// shield takes out of a case everything that could tell who a protected person is, if it concerns one. The others whom
// it concerns go too: that a case is about both would tell of the one.
func (s *state) shield(f *audit.Finding, t *telling) {
	for i := range f.Subjects {
		p := &f.Subjects[i]
		if !p.Protected && !s.protectedSince(t, i, p) {
			continue
		}
		f.Protected = true
		*p = audit.Subject{Ref: audit.Ref{Catalog: p.Catalog, ID: p.ID}, Kind: p.Kind, Active: p.Active, Protected: true}
	}
	if !f.Protected {
		return
	}
	f.Evidence, f.Args = nil, slices.Clone(f.Args)
	for i, a := range f.Args {
		if _, word := a.(audit.Word); word {
			f.Args[i] = audit.Word("–")
		}
	}
}

// protectedSince tells that a person of a case that an earlier run told is under protection now.
func (s *state) protectedSince(t *telling, i int, p *audit.Subject) bool {
	if t.hit != known {
		return false
	}
	if s.past != nil && i < len(t.keep.Persons) {
		if row, read := s.past.personRow(t.keep.Persons[i]); read && s.pop.protected(row) {
			return true
		}
	}
	return s.Protected[strings.ToLower(p.Principal)] || s.Protected[strings.ToLower(p.ID)]
}

// tellRestricted hands a case to the one report that may have it, and counts it.
func (s *state) tellRestricted(f *audit.Finding, count *audit.RuleCount) error {
	if f.Status.Open() {
		count.Counts[f.Severity]++
	}
	if s.Restricted == nil {
		return nil
	}
	return s.Restricted.Finding(f)
}

// restrictedSummary is the run's summary as the restricted report is told it: the counts of its own cases alone.
func (s *state) restrictedSummary() audit.Summary {
	r := s.restricted
	r.AsOf, r.Baseline, r.History, r.Last = s.On, s.summary.Baseline, s.summary.History, s.summary.Last
	r.Catalogs = slices.Clone(s.summary.Catalogs)
	for i := range r.Catalogs {
		r.Catalogs[i].FirstSkipped = nil
	}
	r.Counts, r.Sample = s.summary.Shielded, s.summary.Sample
	return r
}

// published are all reports, in the order in which they are published.
func (r *Run) published() []audit.Report {
	if r.Restricted == nil {
		return r.Reports
	}
	return append(slices.Clone(r.Reports), r.Restricted)
}
