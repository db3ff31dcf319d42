package scan

import (
	"slices"

	"ninaudit/audit"
	"ninaudit/audit/history"
)

// changed is a row whose state is not what the history knows.
type changed struct {
	row           uint32
	was, is       audit.State
	holder, owner int // persons in night.Persons who had its number and its principal name; nobody for none
}

const nobody = -1

// judgeChanges puts everybody whose state is another than last night to the rules on changes. What they find is told
// once. Nothing is compared on a baseline run and in a catalog that is new to the history, nor where nobody's number
// could be read: that it is not to be seen does not mean that it is gone.
func (s *state) judgeChanges() {
	if s.baseline() {
		return
	}
	found := s.changes()
	s.findFormers(found)
	flagged := s.flagged()
	for _, c := range found {
		if c.holder != nobody {
			flagged[s.past.night.Persons[c.holder].ID] = true // its number has gone to somebody else: one case, not two
		}
	}
	for i := range found {
		s.judgeChange(&found[i], flagged)
	}
}

// changes are the rows whose state is another than last night, strangers included.
func (s *state) changes() []changed {
	var found []changed
	for _, seg := range s.segments {
		if seg.blind() || s.fresh(seg.Name) {
			continue
		}
		for row := range s.liveOf(seg) {
			if was, is := s.wasOf(row), s.stateOf(row); was != is {
				found = append(found, changed{row, was, is, nobody, nobody})
			}
		}
	}
	return found
}

// findFormers finds who had the number, and who the principal name, that is new to a row.
func (s *state) findFormers(found []changed) {
	wanted := map[audit.Token][]int{} // persons of the history by number or principal name, as far as anybody asks
	for _, c := range found {
		wanted[c.is.Number], wanted[c.is.Principal] = nil, nil
	}
	delete(wanted, 0)
	for i := range s.past.night.Persons {
		was := &s.past.night.Persons[i].Was
		for _, t := range []audit.Token{was.Number, was.Principal} {
			if _, asked := wanted[t]; asked {
				wanted[t] = append(wanted[t], i)
			}
		}
	}
	for i := range found {
		c := &found[i]
		if c.is.Number != c.was.Number {
			c.holder = s.former(c.row, wanted[c.is.Number], c.is.Number, numberOf)
		}
		if c.is.Principal != c.was.Principal {
			c.owner = s.former(c.row, wanted[c.is.Principal], c.is.Principal, principalOf)
		}
	}
}

func numberOf(st audit.State) audit.Token    { return st.Number }
func principalOf(st audit.State) audit.Token { return st.Principal }

// former is who of the candidates had a token and no longer has it; nobody where one of them still has it, or was not
// read and may have it. One who was there last night goes before one who is long gone.
func (s *state) former(row uint32, candidates []int, token audit.Token, of func(audit.State) audit.Token) int {
	best := nobody
	catalog := s.segmentOf(row).Name
	for _, i := range candidates {
		one := &s.past.night.Persons[i]
		if one.Catalog != catalog || of(one.Was) != token || int32(i) == s.past.of[row] {
			continue
		}
		if at := s.past.rows[i]; at != unread {
			if of(s.stateOf(uint32(at))) == token {
				return nobody
			}
		} else if seg := s.segmentNamed(catalog); !seg.Complete || seg.Skipped > 0 {
			return nobody
		}
		if best == nobody || s.past.night.Persons[best].Gone != 0 && one.Gone == 0 {
			best = i
		}
	}
	return best
}

// flagged are the persons, by ID, about whom an open finding asks for a number to be taken away or put right, or about
// whom a change was told that asks for it.
func (s *state) flagged() map[int64]bool {
	flagged := map[int64]bool{}
	note := func(all []history.Finding) {
		for i := range all {
			f := &all[i]
			if rule := s.ruleOf(f.Rule); rule >= 0 && s.Rules[rule].Empties && f.Resolved == 0 {
				for _, id := range f.Persons {
					flagged[id] = true
				}
			}
		}
	}
	note(s.past.night.Findings)
	note(s.past.night.Events)
	delete(flagged, 0)
	return flagged
}

// ruleOf is a rule's place in the run's list; -1 where it is not judged.
func (s *state) ruleOf(id string) int {
	return slices.IndexFunc(s.Rules, func(r audit.Rule) bool { return r.ID == id })
}

// judgeChange puts one change to the rules.
func (s *state) judgeChange(c *changed, flagged map[int64]bool) {
	stranger := c.was == audit.State{}
	if stranger && c.holder == nobody && c.owner == nobody {
		return
	}
	change := &audit.Change{
		Person: s.pop.person(c.row, s.names()), Was: c.was, Is: c.is, Flagged: flagged[s.past.ids[c.row]],
		Owner: s.asFormer(c.owner),
	}
	if !s.goesBack(c) {
		change.Holder = s.asFormer(c.holder)
	}
	rows := []int64{int64(c.row), s.rowOfPerson(c.holder), s.rowOfPerson(c.owner)}
	for i := range s.Rules {
		check, ok := s.Rules[i].Check.(audit.EachChange)
		if !ok {
			continue
		}
		v, found := check(change, s.On)
		if !found {
			continue
		}
		concerned := []uint32{c.row}
		for _, m := range v.Members {
			if m != audit.ChangePerson && rows[m] != unread {
				concerned = append(concerned, uint32(rows[m]))
			}
		}
		v.Since = s.On
		s.note(i, concerned, v)
		s.hits[len(s.hits)-1].event = true
	}
}

func (s *state) rowOfPerson(i int) int64 {
	if i == nobody {
		return unread
	}
	return s.past.rows[i]
}

func (s *state) asFormer(i int) *audit.Former {
	if i == nobody {
		return nil
	}
	f := &audit.Former{Was: s.past.night.Persons[i].Was}
	if row := s.past.rows[i]; row != unread {
		f.Person = s.pop.person(uint32(row), s.names())
	}
	return f
}

// goesBack tells that a number leaves an entry of which it was told that the number moved there, for the entry it came
// from: that is what was asked for.
func (s *state) goesBack(c *changed) bool {
	if c.holder == nobody {
		return false
	}
	holder, taker := s.past.night.Persons[c.holder].ID, s.past.ids[c.row]
	for i := range s.past.night.Events {
		e := &s.past.night.Events[i]
		rule := s.ruleOf(e.Rule)
		told := rule >= 0 && s.Rules[rule].Empties && len(e.Persons) > 0 && e.Persons[0] == holder
		if told && (len(e.Persons) == 1 || slices.Contains(e.Persons[1:], taker)) {
			return true
		}
	}
	return false
}
