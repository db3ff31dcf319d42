package scan

import (
	"slices"

	"ninaudit/audit"
	"ninaudit/audit/history"
)

// settlePartly keeps a case together of which somebody was not read tonight. What was found of it is only a part: so it
// stands as it was told, with whoever has come to it, and is none the milder for those who were not looked at.
func (s *state) settlePartly(t *telling) {
	h := &s.hits[t.hit]
	if h.waiting || t.past == nil || !slices.ContainsFunc(t.past.Persons, s.missed) {
		return
	}
	ids, _ := s.personsOf(h)
	t.partly = true
	t.grown = slices.ContainsFunc(ids, func(id int64) bool { return !slices.Contains(t.past.Persons, id) })
	t.keep.Severity = max(t.past.Severity, h.severity)
	s.countCarried(t.past)
}

// spokenFor tells that persons on one number are but the part that was read of a case of another rule: who is left of two
// persons on a number may look like one person twice.
func (b *book) spokenFor(h *hit) bool {
	ids, all := b.personsOf(h)
	return all && !h.event && b.groupsNumbers(int(h.rule)) && slices.ContainsFunc(b.parts, func(f *history.Finding) bool {
		return f.Rule != b.Rules[h.rule].ID && !slices.ContainsFunc(ids, func(id int64) bool { return !slices.Contains(f.Persons, id) })
	})
}

// groupsNumbers tells that a rule judges those who share a number.
func (s *state) groupsNumbers(rule int) bool {
	_, groups := s.Rules[rule].Check.(audit.EachGroup)
	return groups && s.Rules[rule].Empties
}

// concern is somebody whom a case concerns, and who that is in the history.
type concern struct {
	audit.Subject
	person int64
	at     int // the place among the subjects of the finding
}

// together makes what a reader sees of a case that was seen in part. It says what the case was told as, or what was
// found tonight if that is graver, or somebody has come to it and it is no milder.
func (s *state) together(t *telling) (*audit.Finding, error) {
	h := &s.hits[t.hit]
	told, err := s.retold(t)
	if err != nil {
		return nil, err
	}
	now := s.found(h)
	ids, _ := s.personsOf(h)
	f, all := told, concerns(told, t.past.Persons)
	if h.severity > t.past.Severity || t.grown && h.severity == t.past.Severity {
		f, all = now, concerns(now, ids)
		for _, c := range concerns(told, t.past.Persons) {
			if s.missed(c.person) && !slices.Contains(ids, c.person) {
				all = append(all, c.added())
			}
		}
	} else {
		for _, c := range concerns(now, ids) {
			if !slices.Contains(t.past.Persons, c.person) {
				all = append(all, c.added())
			}
		}
	}
	t.keep.Persons = s.seat(f, all)
	return f, nil
}

// seat makes somebody the subjects of a finding, in order, and gives who they are in the history. Of whoever was read
// tonight it shows what stands there tonight.
func (s *state) seat(f *audit.Finding, all []concern) (persons []int64) {
	for i := range all {
		if row, read := s.past.personRow(all[i].person); read {
			all[i].Subject = s.subject(s.pop.person(row))
		}
	}
	slices.SortStableFunc(all, func(a, b concern) int { return s.placed(&a).compare(s.placed(&b)) })
	places, pair := map[int]int{}, len(f.Subjects) == 2
	f.Subjects = nil
	for i, c := range all {
		f.Subjects, persons = append(f.Subjects, c.Subject), append(persons, c.person)
		if c.at >= 0 {
			places[c.at] = i
		}
	}
	for i := range f.Evidence {
		of := &f.Evidence[i].Of
		if pair && len(all) > 2 {
			*of = [2]int{0, 1}
		}
		if *of != [2]int{} {
			*of = [2]int{places[of[0]], places[of[1]]}
		}
	}
	return persons
}

func concerns(f *audit.Finding, persons []int64) []concern {
	all := make([]concern, len(f.Subjects))
	for i, subject := range f.Subjects {
		all[i] = concern{Subject: subject, at: i}
		if i < len(persons) {
			all[i].person = persons[i]
		}
	}
	return all
}

// added is somebody of whom the finding's evidence says nothing.
func (c concern) added() concern {
	c.at = -1
	return c
}

func (s *state) placed(c *concern) order { return order{slices.Index(s.names(), c.Catalog), c.ID} }
