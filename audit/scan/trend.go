package scan

import "ninaudit/audit"

// sumNights takes tonight and the nights before it into the summary. Another run of this day is no other night.
func (s *state) sumNights(counts []audit.RuleCount) {
	if s.past == nil {
		return
	}
	for i := range s.past.night.Runs {
		r := &s.past.night.Runs[i]
		if r.Day >= s.On {
			continue
		}
		night := audit.Night{Day: r.Day, Complete: r.Complete}
		for _, c := range r.Counts {
			if c.Status.Open() && !s.isChange(c.Rule) {
				night.Open[c.Severity] += c.N
			}
		}
		s.summary.Trend = append(s.summary.Trend, night)
	}
	night := audit.Night{Day: s.On, Complete: s.summary.Complete()}
	for i := range counts {
		if s.Rules[i].TellsChange() {
			continue
		}
		for severity, n := range counts[i].Counts {
			night.Open[severity] += n
		}
	}
	s.summary.Trend = append(s.summary.Trend, night)
}

// isChange tells that a rule tells changes. One that has left the configuration told none.
func (s *state) isChange(id string) bool {
	i := s.ruleOf(id)
	return i >= 0 && s.Rules[i].TellsChange()
}

// overdue tells that a wait will be a finding when school starts, by the rules' own judgement of that day. One that a
// decision excuses until after it is none, and neither is one that another account explains.
func (s *state) overdue(p *audit.Person, w *audit.Wait) bool {
	if s.Term == 0 || w.Case != "" || w.Waiver != nil && w.Waiver.Until >= s.Term {
		return false
	}
	p.Without = w.Since
	for i := range s.Rules {
		each, ok := s.Rules[i].Check.(audit.EachPerson)
		if !ok || !s.Rules[i].Absence {
			continue
		}
		if v, found := each(p, s.Term); found && !v.Waiting {
			return true
		}
	}
	return false
}
