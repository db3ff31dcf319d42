package reports

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// first is what to do first: what, how many, where, since when, why, and how.
func (w *overview) first(s *audit.Summary, t *tally) (chips []chip) {
	todo := t.first()
	for i, r := range todo[:min(len(todo), mostFirst)] {
		fix := r.fix
		if r.mixed {
			fix = r.rule.Fix.In(w.l)
		}
		chips = append(chips, chip{
			severity: r.top, label: strings.ToUpper(r.top.Word().In(w.l)), to: goal{toRule, int(r.index)},
			bold: strconv.Itoa(i+1) + ". " + r.rule.Title.In(w.l) + ": " + w.count(r.cases(), caseOne, caseMany) + ".",
			text: w.whereAndSince(r, s.AsOf) + "\n" + firstSentence(r.rule.Why.In(w.l)) + "\n→ " + fix + w.clock(r),
		})
	}
	if more := todo[min(len(todo), mostFirst):]; len(more) > 0 {
		found := 0
		for _, r := range more {
			found += r.cases()
		}
		chips = append(chips, chip{label: "…", to: goal{sort: toRules},
			text: w.say(moreToDo, w.plain().count(len(more), ruleOne, ruleMany), w.count(found, caseOne, caseMany))})
	}
	return chips
}

// firstSentence is as much of a text as a reader needs to go on.
func firstSentence(text string) string {
	if first, _, more := strings.Cut(text, ". "); more {
		return first + "."
	}
	return text
}

// whereAndSince tells at which units the cases of a rule are, and since when the oldest stands.
func (w *overview) whereAndSince(r *ruleTally, asOf nin.Date) string {
	text := ""
	units := slices.Sorted(maps.Keys(r.units))
	switch unit, cases := r.most(); {
	case len(units) > 2 && cases > 1:
		text = " " + w.say(mostAt, w.plain().count(len(units), unitMany, unitMany), clean(unit), w.number(cases))
	case len(units) > 2:
		text = " " + w.plain().count(len(units), unitMany, unitMany) + "."
	case len(units) > 0:
		text = " " + clean(strings.Join(units, ", ")) + "."
	}
	if !r.told.IsZero() && r.top == audit.Critical {
		return text + " " + w.say(firstTold, w.moment(r.told))
	}
	if r.oldest == 0 || r.oldest == asOf { // found today: that says nothing of its age
		return text
	}
	since := sinceOldest
	if r.cases() == 1 {
		since = sinceOne
	}
	return text + " " + w.say(since, audit.SayDate(r.oldest, w.l))
}

// clock says what may run from the day on which a case that is urgent is known.
func (w *overview) clock(r *ruleTally) string {
	if r.top != audit.Critical {
		return ""
	}
	return " " + w.say(breachClock)
}

// moment says a time as readers in Norway do: 22.11. kl. 02.41, and in English 2026-11-22 02:41.
func (v voice) moment(at time.Time) string {
	at = at.In(audit.Oslo())
	if v.l == audit.English {
		return at.Format("2006-01-02 15:04")
	}
	return at.Format("02.01. kl. 15.04")
}

// dayOfYear says a day of this year or the last as 22.11., and in English as 11-22.
func (v voice) dayOfYear(d nin.Date) string {
	if v.l == audit.English {
		return fmt.Sprintf("%02d-%02d", d.Month(), d.Day())
	}
	return fmt.Sprintf("%02d.%02d.", d.Day(), d.Month())
}

// tell says who must be told and asked: numbers that came or changed tonight, and decisions that soon come to an end.
func (v voice) tell(s *audit.Summary, m *moves) string {
	var parts []string
	if m.added > 0 {
		parts = append(parts, v.say(tellAdded, v.number(m.added)))
	}
	if m.altered > 0 {
		parts = append(parts, v.say(tellAltered, v.number(m.altered)))
	}
	if due, since := toTell(s); due > 0 {
		told := v.plain().count(due, tellServiceOne, tellServiceMany) + " " + v.say(tellOldest, audit.SayDate(since, v.l))
		if len(parts) > 0 {
			told = strings.Join(parts, " · ") + ", " + told
		}
		parts = []string{told}
	}
	if n := toAsk(s); n > 0 {
		parts = append(parts, v.plain().count(n, tellUnansweredOne, tellUnansweredMany))
	}
	if m.ending > 0 {
		parts = append(parts, v.count(m.ending, tellEndingOne, tellEndingMany)+" "+
			audit.SayDate(s.AsOf.AddDays(soon), v.l))
	}
	return strings.Join(parts, " · ")
}
