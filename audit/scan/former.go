package scan

import (
	"slices"

	"ninaudit/audit"
	"ninaudit/audit/history"
)

// findFormers finds who had the number, and who the principal name, that is new to a row.
func (s *state) findFormers(found []changed) {
	numbers, names := s.havers(found)
	for i := range found {
		c := &found[i]
		if c.is.Number != c.was.Number {
			c.holder, c.held = s.former(c.row, numbers[history.EndOf(c.is.Number)], c.is.Number, numberOf)
		}
		if c.is.Principal != c.was.Principal {
			owner, held := s.former(c.row, names[history.EndOf(c.is.Principal)], c.is.Principal, principalOf)
			c.owner, c.held = owner, c.held || held
		}
	}
}

// havers are the persons of the history who may have had what somebody has tonight and had not before: a number, a
// principal name.
func (s *state) havers(found []changed) (numbers, names map[history.End][]int32) {
	numbers, names = map[history.End][]int32{}, map[history.End][]int32{}
	for _, c := range found {
		numbers[history.EndOf(c.is.Number)], names[history.EndOf(c.is.Principal)] = nil, nil
	}
	delete(numbers, history.EndOf(0))
	delete(names, history.EndOf(0))
	var all []int32
	for i := range s.past.night.Persons {
		one := &s.past.night.Persons[i]
		if who, asked := numbers[one.Number]; asked {
			numbers[one.Number], all = append(who, int32(i)), append(all, int32(i))
		}
		if who, asked := names[one.Principal]; asked {
			names[one.Principal], all = append(who, int32(i)), append(all, int32(i))
		}
	}
	s.past.states(all)
	return numbers, names
}

func numberOf(st audit.State) audit.Token    { return st.Number }
func principalOf(st audit.State) audit.Token { return st.Principal }

// former is who of the candidates had a token and no longer has it; nobody where one of them still has it. One who was
// there last night goes before one who is long gone. It can not be said, and held is true, while one of them was not
// read and may have it.
func (s *state) former(row uint32, candidates []int32, token audit.Token, of func(audit.State) audit.Token) (best int32, held bool) {
	best = nobody
	catalog := s.segmentOf(row).Name
	for _, i := range candidates {
		one := &s.past.night.Persons[i]
		if s.past.night.Names[one.Catalog] != catalog || of(s.past.wasPerson(i)) != token || i == s.past.of[row] {
			continue
		}
		if at := s.past.rows[i]; at != unread && of(s.stateOf(uint32(at))) == token {
			return nobody, false
		}
		held = held || s.unsure(int(i))
		if best == nobody || s.past.night.Persons[best].Gone != 0 && one.Gone == 0 {
			best = i
		}
	}
	if held {
		return nobody, true
	}
	return best, false
}

func (s *state) rowOfPerson(i int32) int32 {
	if i == nobody {
		return unread
	}
	return s.past.rows[i]
}

// asFormer is a person of the history as the rules on a change of a row see it.
func (s *state) asFormer(i int32, row uint32) *audit.Former {
	if i == nobody {
		return nil
	}
	f := &audit.Former{Was: s.past.wasPerson(i), Duplicate: s.duplicates(i, row)}
	if row := s.past.rows[i]; row != unread {
		f.Person = s.pop.person(uint32(row))
	}
	return f
}

// duplicates tells that an open finding holds a person of the history and a row for one person's, and nobody has decided
// otherwise. Where both stand, a mere possibility is not enough.
func (s *state) duplicates(i int32, row uint32) bool {
	one, other := s.past.night.Persons[i].ID, s.past.id(row)
	return slices.ContainsFunc(s.past.night.Findings, func(f history.Finding) bool {
		rule := s.ruleOf(f.Rule)
		return rule >= 0 && s.Rules[rule].Duplicate && f.Resolved == 0 && !f.Waived &&
			(f.Severity > audit.Info || s.past.rows[i] == unread) &&
			slices.Contains(f.Persons, one) && slices.Contains(f.Persons, other)
	})
}

// ofNumbers and ofNames are the rules that tell that a number, and a principal name, passed to somebody else.
func ofNumbers(r *audit.Rule) bool { return r.Empties }
func ofNames(r *audit.Rule) bool   { return r.Returns }

// passingRules are the IDs of the rules that tell that something passed to somebody else.
func (s *state) passingRules() (ids []string) {
	for i := range s.Rules {
		if s.Rules[i].TellsChange() && (ofNumbers(&s.Rules[i]) || ofNames(&s.Rules[i])) {
			ids = append(ids, s.Rules[i].ID)
		}
	}
	return ids
}

// passings are the changes by which something passed to somebody else, and that have not been undone, by the person whom
// it passed to.
func (s *state) passings(of func(*audit.Rule) bool) map[int64][]*history.Finding {
	found := map[int64][]*history.Finding{}
	for i := range s.past.night.Events {
		e := &s.past.night.Events[i]
		if rule := s.ruleOf(e.Rule); rule >= 0 && of(&s.Rules[rule]) && e.Resolved == 0 && len(e.Persons) > 0 {
			found[e.Persons[0]] = append(found[e.Persons[0]], e)
		}
	}
	return found
}

// goesBack tells that something leaves an entry of which it was told that it had passed there, for the entry it came
// from: that is what was asked for.
func (s *state) goesBack(former int32, row uint32, passed map[int64][]*history.Finding) bool {
	return former != nobody && slices.ContainsFunc(passed[s.past.night.Persons[former].ID], func(e *history.Finding) bool {
		return len(e.Persons) == 1 || slices.Contains(e.Persons[1:], s.past.id(row))
	})
}

// undone notes that whoever something had passed to has something else tonight. Until then the change is kept, however
// old, for to undo it must be no alarm.
func (s *state) undone(events []*history.Finding) {
	for _, e := range events {
		if e.Told < s.On {
			done := *e
			done.Resolved, done.How = s.On, audit.Mended
			s.update.Events = append(s.update.Events, done)
		}
	}
}
