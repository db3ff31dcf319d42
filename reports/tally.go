package reports

import (
	"cmp"
	"slices"
	"time"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// tally is what the first page needs to know of the findings, taken as they pass.
type tally struct {
	asOf   nin.Date
	rules  []*ruleTally // in the order in which they first came
	groups []*group     // likewise
	places []place      // one a finding
	pairs  int32        // findings that have evidence
	moves  moves

	byRule  map[*audit.Rule]*ruleTally
	byFault map[*audit.Systematic]*group
	byID    map[string]int32 // the place of each case of several entries
}

// place says where a finding belongs: indexes into rules and groups, and its number among those that have
// evidence. A case of its own is in group -1, one without evidence in pair -1.
type place struct {
	rule, group, pair int32
	open              bool
}

// ruleTally counts the cases of one rule that somebody has to act on: findings that have one cause with many
// others count in their group, accepted and resolved ones nowhere. Where, since when and what to do are told
// of the cases at the gravest severity alone.
type ruleTally struct {
	rule   *audit.Rule
	index  int32
	open   [audit.Critical + 1]int
	event  int            // the row on the changes sheets of the first event that stands there alone; -1 for none
	top    audit.Severity // the gravest of an open case; 0 for none
	units  map[string]int
	oldest nin.Date
	told   time.Time // when the first of them was first told; zero where that is not known
	fix    string    // where all these cases call for the same
	mixed  bool
}

// group is the findings that one systematic fault accounts for.
type group struct {
	fault    *audit.Systematic
	index    int32
	severity audit.Severity // the gravest among those that are open; where none is, among all
	oldest   nin.Date
	fix      audit.Text
	found    int
	open     int
	members  []int32 // rows, in their order
}

func newTally(asOf nin.Date) *tally {
	return &tally{asOf: asOf, byRule: map[*audit.Rule]*ruleTally{}, byFault: map[*audit.Systematic]*group{}, byID: map[string]int32{}}
}

// of is the tally of a rule.
func (t *tally) of(rule *audit.Rule) *ruleTally {
	r := t.byRule[rule]
	if r == nil {
		r = &ruleTally{rule: rule, index: int32(len(t.rules)), event: -1}
		t.byRule[rule] = r
		t.rules = append(t.rules, r)
	}
	return r
}

// elsewhere takes the next finding where it does not stand among the findings, but in a row of the changes sheets.
func (t *tally) elsewhere(f *audit.Finding, l audit.Language, row int) {
	t.moves.add(f, t.asOf)
	r := t.of(f.Rule)
	if r.event < 0 {
		r.event = row
	}
	if isOpen(f) {
		r.add(f, l)
	}
}

// add takes the next finding.
func (t *tally) add(f *audit.Finding, l audit.Language) {
	t.moves.add(f, t.asOf)
	r := t.of(f.Rule)
	at := place{r.index, -1, -1, isOpen(f)}
	if len(f.Evidence) > 0 {
		at.pair = t.pairs
		t.pairs++
	}
	if f.Systematic != nil {
		at.group = t.join(f)
	} else if at.open {
		r.add(f, l)
	}
	if len(f.Subjects) > 1 {
		t.byID[f.ID] = int32(len(t.places))
	}
	t.places = append(t.places, at)
}

// join counts a finding in its group and returns the group's index.
func (t *tally) join(f *audit.Finding) int32 {
	g := t.byFault[f.Systematic]
	if g == nil {
		g = &group{fault: f.Systematic, index: int32(len(t.groups)), fix: f.Rule.Fix}
		if v := f.Systematic.Variant; v != nil && v.Fix.Complete() {
			g.fix = v.Fix
		}
		t.byFault[f.Systematic] = g
		t.groups = append(t.groups, g)
	}
	switch {
	case isOpen(f):
		if g.open++; g.open == 1 {
			g.severity = 0
		}
		fallthrough
	case g.open == 0:
		g.severity = max(g.severity, f.Severity)
	}
	g.oldest = earlier(g.oldest, f.Since)
	g.found++
	g.members = append(g.members, int32(len(t.places)))
	return g.index
}

// add counts a case.
func (r *ruleTally) add(f *audit.Finding, l audit.Language) {
	r.open[f.Severity]++
	if f.Severity > r.top {
		r.top, r.units, r.oldest, r.told, r.fix, r.mixed = f.Severity, map[string]int{}, 0, f.Told, f.Fix(l), false
	}
	if f.Severity < r.top {
		return
	}
	r.oldest = earlier(r.oldest, f.Since)
	if f.Told.Before(r.told) {
		r.told = f.Told
	}
	r.mixed = r.mixed || r.fix != f.Fix(l)
	for i := range f.Subjects {
		unit := f.Subjects[i].Unit
		again := slices.ContainsFunc(f.Subjects[:i], func(s audit.Subject) bool { return s.Unit == unit })
		if unit != "" && !again {
			r.units[unit]++
		}
	}
}

// earlier is the earlier of two days, of which either may be none.
func earlier(a, b nin.Date) nin.Date {
	if a == 0 || b != 0 && b < a {
		return b
	}
	return a
}

// cases is how many cases stand at the gravest severity.
func (r *ruleTally) cases() int { return r.open[r.top] }

// most is the unit with most cases; the first by name among equals.
func (r *ruleTally) most() (unit string, cases int) {
	for u, n := range r.units {
		if n > cases || n == cases && u < unit {
			unit, cases = u, n
		}
	}
	return unit, cases
}

// first is what to do first: the rules with open cases above info, gravest first, then by count.
func (t *tally) first() []*ruleTally {
	var todo []*ruleTally
	for _, r := range t.rules {
		if r.top > audit.Info {
			todo = append(todo, r)
		}
	}
	slices.SortStableFunc(todo, func(a, b *ruleTally) int {
		return cmp.Or(cmp.Compare(b.top, a.top), cmp.Compare(b.cases(), a.cases()))
	})
	return todo
}

// cases counts what there is to act on at each severity: every case of its own, and every cause of many as one.
func (t *tally) cases() [audit.Critical + 1]int {
	var n [audit.Critical + 1]int
	for _, r := range t.rules {
		for s, c := range r.open {
			n[s] += c
		}
	}
	for _, g := range t.groups {
		if g.open > 0 {
			n[g.severity]++
		}
	}
	return n
}
