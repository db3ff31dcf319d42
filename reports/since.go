package reports

import (
	"strings"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// isEvent tells that a finding is a change: told once, and no case that stands.
func isEvent(f *audit.Finding) bool {
	return f.Rule.TellsChange()
}

// amongFindings tells that a finding stands on the findings sheet: a case does, and an event that must be acted on.
func amongFindings(f *audit.Finding) bool { return !isEvent(f) || f.Severity >= audit.Error }

// isOpen tells that somebody has to act on a finding: it is neither accepted nor resolved.
func isOpen(f *audit.Finding) bool {
	return f.Status != audit.Waived && f.Status != audit.Resolved && f.Status != audit.Waiting
}

// compares tells that the run knows what is new.
func compares(s *audit.Summary) bool { return s.History && !s.Baseline }

// moves counts what one night is to another.
type moves struct {
	fresh, back, waived int
	resolved            [audit.Gone + 1]int // by how
	others              int                 // events that do not stand among the findings
	added, altered      int                 // persons who got a number, and whose number was changed
	ending              int                 // decisions that come to an end within soon days
	many                map[*audit.Systematic]bool
}

// soon is how many days before its end a decision is spoken of.
const soon = 7

// The rules on changes that somebody must be told of.
const (
	ruleAdded   = "change-number-added"
	ruleAltered = "change-number-changed"
)

// add takes the next finding of a run of a day.
func (m *moves) add(f *audit.Finding, asOf nin.Date) {
	switch {
	case f.Rule.ID == ruleAdded && isOpen(f):
		m.added++
	case f.Rule.ID == ruleAltered && isOpen(f):
		m.altered++
	case f.Status == audit.Waived && f.Waiver != nil && f.Waiver.Until != 0 && asOf.Days(f.Waiver.Until) <= soon:
		m.ending++
	}
	if f.Systematic != nil && isOpen(f) {
		if m.many == nil {
			m.many = map[*audit.Systematic]bool{}
		}
		m.many[f.Systematic] = true
	}
	switch {
	case f.Status == audit.Waiting:
	case !amongFindings(f):
		m.others++
	case f.Status == audit.New:
		m.fresh++
	case f.Status == audit.Reopened:
		m.back++
	case f.Status == audit.Waived:
		m.waived++
	case f.Status == audit.Resolved:
		m.resolved[f.How]++
	}
}

// done is how many cases were resolved.
func (m *moves) done() int {
	n := 0
	for _, k := range m.resolved {
		n += k
	}
	return n
}

// open are the faults that hit many, without those of which everything is accepted.
func (m *moves) open(all []*audit.Systematic) []*audit.Systematic {
	var open []*audit.Systematic
	for _, x := range all {
		if m.many[x] {
			open = append(open, x)
		}
	}
	return open
}

// since tells what is new, back, resolved and accepted, and since when; empty where nothing was compared.
func (v voice) since(s *audit.Summary, m *moves) string {
	if !compares(s) {
		return ""
	}
	var ways []string
	for _, how := range []audit.How{audit.Mended, audit.Gone} {
		if n := m.resolved[how]; n > 0 {
			ways = append(ways, v.number(n)+" "+how.Word().In(v.l))
		}
	}
	resolved := v.say(movedResolved, v.number(m.done()))
	if len(ways) > 0 {
		resolved += " (" + strings.Join(ways, ", ") + ")"
	}
	parts := []string{v.say(movedNew, v.number(m.fresh)), v.say(movedBack, v.number(m.back)), resolved,
		v.say(movedWaived, v.number(m.waived))}
	if m.others > 0 {
		parts = append(parts, v.say(movedElse, v.number(m.others)))
	}
	text := strings.Join(parts, " · ") + "."
	if s.Last != 0 {
		text += " " + v.say(comparedWith, audit.SayDate(s.Last, v.l))
	}
	return text
}

// beginning tells what a first run says nothing about: of all catalogs, or of those that the history did not know.
func (v voice) beginning(s *audit.Summary) string {
	if s.Baseline {
		return v.say(firstRun)
	}
	var fresh []string
	for i := range s.Catalogs {
		if s.History && s.Catalogs[i].Fresh {
			fresh = append(fresh, clean(s.Catalogs[i].Name))
		}
	}
	if len(fresh) == 0 {
		return ""
	}
	return v.say(firstRunOf, v.listed(fresh, mostNamed, ", "))
}

// carried tells that what was not read is not resolved; empty where everything was, and where nothing was known
// before. Where some catalogs were read to their ends, only the others are meant.
func (v voice) carried(s *audit.Summary) string {
	var cut []string
	for i := range s.Catalogs {
		if c := &s.Catalogs[i]; !c.Complete && !c.Fresh {
			cut = append(cut, clean(c.Name))
		}
	}
	switch {
	case !compares(s) || len(cut) == 0:
		return ""
	case len(cut) == len(s.Catalogs):
		return v.say(carriedAll)
	}
	return v.say(carriedOf, v.listed(cut, mostNamed, ", "))
}

// status says where a finding stands: a resolved one with how it came to its end, an accepted one until when.
func (v voice) status(f *audit.Finding) string {
	text := f.Status.Word().In(v.l)
	switch {
	case f.Status == audit.Resolved && f.How != 0:
		text += " (" + f.How.Word().In(v.l) + ")"
	case f.Status == audit.Waived && f.Waiver != nil && f.Waiver.Until != 0:
		text = v.say(acceptedUntil, audit.SayDate(f.Waiver.Until, v.l))
	}
	return text
}

// decision says who let a case stand, and why; and what was picked, where that says more than that it is accepted.
// Empty for none.
func (v voice) decision(w *audit.Waiver) string {
	if w == nil {
		return ""
	}
	picked := ""
	if w.Choice > audit.AcceptUntil {
		picked = w.Choice.Word().In(v.l) + ": "
	}
	return picked + strings.Trim(clean(w.Reason)+" – "+clean(w.By), " –")
}
