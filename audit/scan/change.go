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
	holder, owner int32 // persons in night.Persons who had its number and its principal name; nobody for none
	held          bool  // one who had either was not read, and may have it still
}

const nobody = -1

// judgeChanges puts everybody whose state is another than last night to the rules on changes. What they find is told
// once. Nothing is compared on a baseline run and in a catalog that is new to the history, nor where nobody's number
// could be read: that it is not to be seen does not mean that it is gone.
//
// Where a number or a name came from, if anywhere, shows only when whoever had it is read, or gone. Until then the
// change is put off: it is not judged, and the history keeps the person as before.
func (s *state) judgeChanges() {
	if s.baseline() {
		return
	}
	found := s.changes()
	s.findFormers(found)
	s.past.numbers, s.past.names = s.passings(ofNumbers), s.passings(ofNames)
	flagged, taken := s.flagged(), map[int64]bool{}
	for i := range found {
		switch c := &found[i]; {
		case c.held:
			s.held[c.row] = true
			continue
		case c.holder != nobody:
			taken[s.past.night.Persons[c.holder].ID] = true
		}
	}
	if len(s.held) > 0 {
		s.Log.Info("changes put off until everybody is read", "count", len(s.held))
	}
	for i := range found {
		if c := &found[i]; !c.held {
			id := s.past.id(c.row)
			if c.was.Number != c.is.Number {
				s.undone(s.past.numbers[id])
			}
			if c.was.Principal != c.is.Principal {
				s.undone(s.past.names[id])
			}
			s.judgeChange(c, flagged[id], taken[id])
		}
	}
}

// changes are the rows whose state is another than last night, strangers included.
func (s *state) changes() []changed {
	var found []changed
	for _, seg := range s.segments {
		if seg.blind() || seg.Fresh {
			continue
		}
		for row := range s.liveOf(seg) {
			if s.asBefore(row) || s.freshRow(row) {
				continue
			}
			if was, is := s.wasOf(row), s.stateOf(row); was != is {
				found = append(found, changed{row: row, was: was, is: is, holder: nobody, owner: nobody})
			}
		}
	}
	return found
}

// flagged are the persons, by ID, about whom an open finding asks for a number to be taken away or put right, or about
// whom a change was told that asks for it: of an old one only whom the number passed to, who has it still.
func (s *state) flagged() map[int64]bool {
	flagged := map[int64]bool{}
	note := func(f *history.Finding, persons []int64) {
		if rule := s.ruleOf(f.Rule); rule >= 0 && s.Rules[rule].Empties && f.Resolved == 0 {
			for _, id := range persons {
				flagged[id] = true
			}
		}
	}
	for i := range s.past.night.Findings {
		f := &s.past.night.Findings[i]
		note(f, f.Persons)
	}
	for i := range s.past.night.Events {
		e := &s.past.night.Events[i]
		if e.Told < s.On.AddDays(-audit.EventDays) {
			note(e, e.Persons[:min(1, len(e.Persons))])
		} else {
			note(e, e.Persons)
		}
	}
	delete(flagged, 0)
	return flagged
}

// ruleOf is a rule's place in the run's list; -1 where it is not judged.
func (s *state) ruleOf(id string) int {
	return slices.IndexFunc(s.Rules, func(r audit.Rule) bool { return r.ID == id })
}

// judgeChange puts one change to the rules.
func (s *state) judgeChange(c *changed, flagged, taken bool) {
	stranger := c.was == audit.State{}
	if stranger && c.holder == nobody && c.owner == nobody {
		return
	}
	change := &audit.Change{
		Person: s.pop.person(c.row), Was: c.was, Is: c.is, Flagged: flagged, Taken: taken,
	}
	if !s.goesBack(c.holder, c.row, s.past.numbers) {
		change.Holder = s.asFormer(c.holder, c.row)
	}
	if !s.goesBack(c.owner, c.row, s.past.names) {
		change.Owner = s.asFormer(c.owner, c.row)
	}
	rows := []int32{int32(c.row), s.rowOfPerson(c.holder), s.rowOfPerson(c.owner)}
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
