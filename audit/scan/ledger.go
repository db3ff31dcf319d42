package scan

import (
	"cmp"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// national tells that a row's number is a national one.
func national(n nin.Number) bool {
	return n.Fault() == nin.Fine && (n.Kind() == nin.Fnr || n.Kind() == nin.D)
}

// lacking tells that a row has no number, or only a DUF number.
func lacking(n nin.Number) bool {
	return n.IsZero() || n.Kind() == nin.DUF && n.Fault() == nin.Fine
}

// without is the first day on which a person had no national number: what the history says, and at first sight, when it
// knows nothing, the day on which the entry was made. A number that was taken away begins the wait anew. 0 for a person who has something
// else in the field, and where nobody knows.
func (s *state) without(row uint32) nin.Date {
	if !lacking(s.pop.skimmed(row)) {
		return 0
	}
	if s.past != nil {
		if i, known := s.past.known(row); known {
			return cmp.Or(s.past.night.Persons[i].Without, s.On)
		}
	}
	made := audit.Day(s.pop.person(row).Created)
	if s.past != nil && (made == 0 || made > s.On) {
		return s.On
	}
	return made
}

// judgeAbsence puts everybody who lacks a national number to the rules on absence. In a catalog where nobody's number
// could be read, that one lacks says nothing.
func (s *state) judgeAbsence() {
	var rules []int
	for i := range s.Rules {
		if _, each := s.Rules[i].Check.(audit.EachPerson); each && s.Rules[i].Absence {
			rules = append(rules, i)
		}
	}
	for _, seg := range s.segments {
		if seg.blind() {
			continue
		}
		for row := range s.liveOf(seg) {
			if !lacking(s.pop.skimmed(row)) {
				continue
			}
			p := s.pop.person(row)
			p.Without = s.without(row)
			for _, i := range rules {
				if v, found := s.Rules[i].Check.(audit.EachPerson)(p, s.On); found {
					s.note(i, []uint32{row}, v)
				}
			}
			switch {
			case s.pop.account(row) != audit.Active:
			case s.pop.protected(row):
				s.shielded = append(s.shielded, row)
			default:
				s.waiting = append(s.waiting, row)
			}
		}
	}
}

// ledger counts the waits, and lets the reports read them.
func (s *state) ledger() {
	told := map[uint32]*telling{} // the wait as a finding
	for i := range s.tellings {
		if t := &s.tellings[i]; t.hit >= 0 && s.Rules[t.rule].Absence {
			told[s.hits[t.hit].rows[0]] = t
		}
	}
	s.ledgerOf(s.waiting, told, &s.summary)
	for _, row := range s.waiting {
		s.segmentOf(row).pending++
	}
	s.ledgerOf(s.shielded, told, &s.restricted)
}

// ledgerOf takes the waits of some rows into a summary.
func (s *state) ledgerOf(rows []uint32, told map[uint32]*telling, sum *audit.Summary) {
	orders := make([]order, len(rows))
	for i, row := range rows {
		orders[i] = s.orderOf(row)
	}
	rows = arranged(rows, func(i, j int) int { return orders[i].compare(orders[j]) })
	sum.Waits, sum.Term.Start = s.Waits, s.Term
	sum.Ledger = func(yield func(*audit.Wait) bool) {
		for _, row := range rows {
			p := s.pop.person(row)
			w := s.wait(row, p, told[row])
			w.Subject = s.subject(p)
			if s.Services != nil {
				u := s.Services.Of(p)
				w.Services, w.Unanswered = u.Hit, u.Ask
			}
			if !yield(&w) {
				return
			}
		}
	}
	for _, row := range rows {
		w := s.wait(row, s.pop.person(row), told[row])
		sum.Pending.Add(&w)
		if w.Overdue {
			sum.Term.Overdue++
		}
	}
}

// wait is one line of the ledger, but for what is shown of the person, and the services.
func (s *state) wait(row uint32, p *audit.Person, told *telling) audit.Wait {
	w := audit.Wait{Since: s.without(row), Class: audit.UnknownWait, Status: audit.Waiting}
	if w.Since != 0 {
		w.Days = max(w.Since.Days(s.On), 0)
		w.Class = s.Waits.Of(w.Days)
	}
	switch {
	case !p.NIN.IsZero():
		w.Instead = audit.InsteadDUF
	case s.pop.local(row):
		w.Instead = audit.InsteadLocal
	}
	if told != nil {
		w.Waiver = told.waiver
		if told.status != audit.Waiting {
			w.Status, w.Severity, w.Finding = told.status, s.hits[told.hit].severity, told.id
		}
	}
	if h, ok := s.explained[row]; ok {
		w.Case = s.told[h]
	}
	w.Overdue = s.overdue(p, &w)
	w.Source = s.answer(row)
	return w
}
