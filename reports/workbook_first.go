package reports

import (
	"maps"
	"slices"
	"strings"

	"ninaudit/audit"
)

// first is what to do first: what, how many, where, since when, and how.
func (f *firstPage) first() {
	f.line(1, gridColumns, f.s.section, f.say(toDo), 18)
	todo := f.tally.first()
	if len(todo) == 0 && len(f.tally.groups) == 0 {
		f.line(1, gridColumns, f.s.body, f.say(nothingToDo), lineHeight)
	}
	for _, r := range todo[:min(len(todo), mostFirst)] {
		x := r.top
		what := r.rule.Title.In(f.l) + ": " + f.count(r.cases(), caseOne, caseMany) + "."
		fix := r.fix
		if r.mixed {
			fix = r.rule.Fix.In(f.l)
		}
		f.chip(f.s.chip[x], strings.ToUpper(x.Word().In(f.l)), what, f.whereAndSince(r)+"\n"+fix, f.plan.rules[r.index].link())
	}
}

// whereAndSince tells at which units the cases of a rule are, and since when the oldest stands.
func (f *firstPage) whereAndSince(r *ruleTally) string {
	text := ""
	units := slices.Sorted(maps.Keys(r.units))
	switch unit, cases := r.most(); {
	case len(units) > 2 && cases > 1:
		text = " " + f.say(mostAt, f.count(len(units), unitMany, unitMany), clean(unit), f.number(cases))
	case len(units) > 2:
		text = " " + f.count(len(units), unitMany, unitMany) + "."
	case len(units) > 0:
		text = " " + clean(strings.Join(units, ", ")) + "."
	}
	if r.oldest == 0 || r.oldest == f.sum.AsOf { // found today: that says nothing of its age
		return text
	}
	since := sinceOldest
	if r.cases() == 1 {
		since = sinceOne
	}
	return text + " " + f.say(since, audit.SayDate(r.oldest, f.l))
}
