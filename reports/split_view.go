package reports

import (
	"slices"

	"ninaudit/audit"
)

// unitView is a run as one unit is to see it.
type unitView struct {
	unit
	sum    *audit.Summary
	counts map[*audit.Rule]*audit.RuleCount
	order  []*audit.Rule
	many   map[*audit.Systematic]bool
}

func newUnitView(u unit, sum *audit.Summary) *unitView {
	return &unitView{unit: u, sum: sum, counts: map[*audit.Rule]*audit.RuleCount{}, many: map[*audit.Systematic]bool{}}
}

// finding is a case as the unit is to see it, and counts it.
func (v *unitView) finding(f *audit.Finding) *audit.Finding {
	if f.Systematic != nil {
		v.many[f.Systematic] = true
	}
	if f.Status.Open() {
		c := v.counts[f.Rule]
		if c == nil {
			c = &audit.RuleCount{Rule: f.Rule}
			v.counts[f.Rule] = c
			v.order = append(v.order, f.Rule)
		}
		c.Counts[f.Severity]++
	}
	return v.masked(f)
}

// masked hides the persons of other units: all that is told of them is that they are there. What was compared with them
// goes too, for how alike two names are tells of both, and so does a reason that somebody wrote down about all of them.
func (v *unitView) masked(f *audit.Finding) *audit.Finding {
	mine := func(s audit.Subject) bool { return unitOf(&s) == v.unit }
	if !slices.ContainsFunc(f.Subjects, func(s audit.Subject) bool { return !mine(s) }) {
		return f
	}
	seen := *f
	seen.Subjects = slices.Clone(f.Subjects)
	for i := range seen.Subjects {
		if !mine(seen.Subjects[i]) {
			seen.Subjects[i] = audit.Subject{Elsewhere: true, Active: true}
		}
	}
	seen.Evidence = slices.DeleteFunc(slices.Clone(f.Evidence), func(e audit.Evidence) bool {
		a, b := e.Of[0], e.Of[1]
		if a == b {
			a, b = 0, 1
		}
		hidden := func(i int) bool { return i >= len(seen.Subjects) || seen.Subjects[i].Elsewhere }
		return hidden(a) || hidden(b)
	})
	if f.Waiver != nil {
		decided := *f.Waiver
		decided.Reason = ""
		seen.Waiver = &decided
	}
	return &seen
}

// summary is the run's summary as the unit is to see it: the own counts, and of the catalogs only whether they were
// read. What the unit's own history was nobody has kept.
func (v *unitView) summary(of *share) audit.Summary {
	s := audit.Summary{AsOf: v.sum.AsOf, Baseline: v.sum.Baseline, History: v.sum.History, Last: v.sum.Last, Model: v.sum.Model,
		Waits: v.sum.Waits, Sample: v.sum.Sample}
	for i := range v.sum.Catalogs {
		c := v.sum.Catalogs[i]
		if c.Name == v.catalog {
			c.Carried, c.FirstSkipped = 0, nil
			s.Catalogs = append(s.Catalogs, c)
		}
	}
	for _, r := range v.order {
		s.Counts = append(s.Counts, *v.counts[r])
	}
	for _, x := range v.sum.Systematic {
		if v.many[x] {
			s.Systematic = append(s.Systematic, x)
		}
	}
	for _, f := range of.events {
		s.Events = append(s.Events, v.masked(f))
	}
	if v.sum.Ledger == nil {
		return s
	}
	s.Term.Start = v.sum.Term.Start
	for i := range of.waits {
		s.Pending.Add(&of.waits[i])
		if of.waits[i].Overdue {
			s.Term.Overdue++
		}
	}
	s.Ledger = func(yield func(*audit.Wait) bool) {
		for i := range of.waits {
			if !yield(&of.waits[i]) {
				return
			}
		}
	}
	return s
}
