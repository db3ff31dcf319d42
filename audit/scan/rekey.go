package scan

import (
	"slices"

	"ninaudit/audit"
	"ninaudit/audit/history"
)

// rekeys tells that what this night leaves goes under another key than the one that it was read under.
func (s *state) rekeys() bool { return s.past.store.Rekeying() && !s.keyStays() }

// keyStays tells that the history stays under its old key although another was asked for: what is kept of those who
// were not read could not be carried over.
func (s *state) keyStays() bool {
	if !s.past.store.Rekeying() {
		return false
	}
	if slices.ContainsFunc(s.segments, func(seg *segment) bool { return !seg.Complete }) {
		return true
	}
	for i := range s.past.night.Persons {
		if s.unsure(i) {
			return true
		}
	}
	return false
}

// tellKey tells whether another key that was asked for is used, and how many are forgotten by it: of those who are no
// longer there nothing is left that a code under the new key could be made of.
func (s *state) tellKey() {
	switch left := 0; {
	case s.keyStays():
		s.notice(keyNotice())
	case s.commits() && s.rekeys():
		for _, row := range s.past.rows {
			if row == unread {
				left++
			}
		}
		if left > 0 {
			s.notice(newKeyNotice(left))
		}
	}
}

// elsewhere stands in a decision for a number that is no longer there when the key changes: no number has this token,
// so that the decision does not bind to another one.
const elsewhere audit.Token = 1

// rekeyed puts the numbers of decisions under the key that the night is written under. Those on cases that are to be
// forgotten are left out.
func (s *state) rekeyed(decisions []history.Decision) []history.Decision {
	decisions = slices.DeleteFunc(slices.Clone(decisions), func(d history.Decision) bool { return slices.Contains(s.drop, d.Finding) })
	tokens := map[audit.Token]audit.Token{0: 0}
	for _, d := range decisions {
		for _, n := range d.Numbers {
			if n != 0 {
				tokens[n] = elsewhere
			}
		}
	}
	for row := range s.live() {
		number := s.pop.skimmed(row)
		if was := s.past.hash.Number(number); was != 0 && tokens[was] != 0 {
			tokens[was] = s.past.store.Hasher().Number(number)
		}
	}
	out := make([]history.Decision, len(decisions))
	for i, d := range decisions {
		d.Numbers = slices.Clone(d.Numbers)
		for k, n := range d.Numbers {
			d.Numbers[k] = tokens[n]
		}
		out[i] = d
	}
	return out
}
