package scan

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"ninaudit/audit"
	"ninaudit/audit/history"
	"ninaudit/audit/nin"
)

// waivers are the decisions that a run goes by, and what has become of each.
type waivers struct {
	all       []*waiving
	byFinding map[string][]*waiving
	byRule    map[string][]*waiving
	decided   map[string]*history.Decision   // by fingerprint and finding
	earlier   map[string][]*history.Decision // by finding
	fresh     []history.Decision             // applied for the first time
}

// waiving is one decision under way.
type waiving struct {
	*Waiver
	print   string // its fingerprint
	persons map[string]bool
	met     bool     // it fits a case
	lapsed  nin.Date // the last day it held; 0 while it holds
	reborn  bool     // it was about another number
}

// waive lets the cases stand that somebody has decided on. A decision binds to the numbers that were judged.
func (s *state) waive() {
	all := slices.Concat(s.reviewed(), s.Waivers)
	w := s.newWaivers(all)
	for i := range s.tellings {
		t := &s.tellings[i]
		if t.status != audit.Resolved && !t.silent && (t.hit == known || !s.hits[t.hit].event) {
			w.apply(s, t)
		}
	}
	switch {
	case s.past != nil:
		s.decisions, s.dropWaivers = w.fresh, w.withdrawn(s.past.night.Decisions)
	case len(all) > 0:
		s.notice(unboundNotice())
	}
	s.tellWaivers(w)
	s.tellReviews(w)
}

// newWaivers sorts decisions by what they are about. Of two on one finding the first counts.
func (s *state) newWaivers(all []Waiver) *waivers {
	w := &waivers{
		byFinding: map[string][]*waiving{}, byRule: map[string][]*waiving{}, decided: map[string]*history.Decision{},
		earlier: map[string][]*history.Decision{},
	}
	for i := range all {
		one := &waiving{Waiver: &all[i], persons: map[string]bool{}}
		one.print = fingerprint(one.Waiver)
		for _, p := range one.Persons {
			one.persons[strings.ToLower(p)] = true
		}
		w.all = append(w.all, one)
		if one.Finding != "" {
			w.byFinding[one.Finding] = append(w.byFinding[one.Finding], one)
		} else {
			w.byRule[one.Rule] = append(w.byRule[one.Rule], one)
		}
	}
	if s.past != nil {
		for i := range s.past.night.Decisions {
			d := &s.past.night.Decisions[i]
			w.decided[d.Waiver+d.Finding] = d
			w.earlier[d.Finding] = append(w.earlier[d.Finding], d)
		}
	}
	return w
}

// fingerprint tells one decision from another, and from itself once it has been renewed.
func fingerprint(w *Waiver) string {
	parts := []string{w.Finding, w.Rule, w.Reason, w.By, w.Until.String(), fmt.Sprint(w.Never)}
	sum := sha256.Sum256([]byte(strings.Join(append(parts, w.Persons...), "\x00")))
	return hex.EncodeToString(sum[:8])
}

// apply finds the decision that a case stands by, if there is one that holds. A case that stood by one until now is back.
func (w *waivers) apply(s *state, t *telling) {
	for _, one := range slices.Concat(w.byFinding[t.id], w.byRule[s.Rules[t.rule].ID]) {
		if one.Finding == "" && !one.covers(s, t) {
			continue
		}
		one.met = true
		if !w.binds(s, t, one) {
			one.reborn = true
			continue
		}
		if last := one.until(s, t, w); s.On > last {
			one.lapsed = last
			continue
		}
		t.waiver = &audit.Waiver{
			Reason: s.blank.Blank(one.Reason), By: s.blank.Blank(one.By), Until: one.until(s, t, w), Never: one.Never,
			Choice: one.Choice,
		}
		if t.status != audit.Waiting {
			t.status, t.keep.Waived = audit.Waived, true
		}
		return
	}
	if t.keep.Waived && t.status != audit.Waiting {
		t.keep.Waived, t.keep.Reopened, t.status = false, s.On, audit.Reopened
	}
}

// covers tells that a case concerns nobody but the persons of a decision.
func (one *waiving) covers(s *state, t *telling) bool {
	named := func(p *audit.Ref) bool {
		return one.persons[strings.ToLower(p.Principal)] || one.persons[strings.ToLower(p.ID)]
	}
	if t.hit == known || t.partly {
		told, err := history.Decode(t.keep.Body)
		if err != nil || slices.ContainsFunc(told.Subjects, func(p audit.Subject) bool { return !named(&p.Ref) }) {
			return false
		}
	}
	return t.hit == known || !slices.ContainsFunc(s.hits[t.hit].rows, func(row uint32) bool { return !named(&s.pop.person(row).Ref) })
}

// binds tells that the numbers of a case are those that a decision was about. They are noted when it is first applied.
func (w *waivers) binds(s *state, t *telling, one *waiving) bool {
	d := w.decided[one.print+t.id]
	if d == nil {
		d = &history.Decision{Waiver: one.print, Finding: t.id, Applied: w.first(s, t), Numbers: s.numbersOf(t)}
		w.decided[one.print+t.id] = d
		if t.seen() {
			w.fresh = append(w.fresh, *d)
		}
		return true
	}
	return !t.seen() && !t.grown || slices.Equal(d.Numbers, s.numbersOf(t))
}

// until is the last day on which a decision holds for a case.
func (one *waiving) until(s *state, t *telling, w *waivers) nin.Date {
	return min(one.Until, audit.LatestWaiver(s.severityOf(t), w.decided[one.print+t.id].Applied))
}

func (s *state) severityOf(t *telling) audit.Severity {
	if !t.seen() {
		return t.keep.Severity
	}
	return s.hits[t.hit].severity
}

// numbersOf are tokens of the numbers of a case's persons; none where not all of it was seen, or without history.
func (s *state) numbersOf(t *telling) []audit.Token {
	if !t.seen() || s.past == nil {
		return nil
	}
	var numbers []audit.Token
	for _, row := range s.hits[t.hit].rows {
		numbers = append(numbers, s.past.hash.Number(s.pop.skimmed(row)))
	}
	return numbers
}

// tellWaivers tells which decisions have lapsed, which are about a number that is no longer there, and which fit
// nothing. Of a run that did not look at everything, the last would say too much.
func (s *state) tellWaivers(w *waivers) {
	told := map[string]bool{} // two decisions may come from one line
	met := map[string]bool{}
	for _, one := range w.all {
		met[one.Where] = met[one.Where] || one.met
	}
	whole := !s.Partial && !slices.ContainsFunc(s.segments, func(seg *segment) bool { return !seg.Complete })
	for _, one := range w.all {
		var notice audit.Text
		switch {
		case one.picked() || told[one.Where]:
			continue
		case one.lapsed != 0:
			notice = lapsedNotice(one.Waiver, one.lapsed)
		case one.reborn:
			notice = rebornNotice(one.Waiver)
		case !met[one.Where] && whole:
			notice = idleNotice(one.Waiver)
		default:
			continue
		}
		told[one.Where] = true
		s.notice(notice)
	}
}
