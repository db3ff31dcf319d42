package linkage

import "ninaudit/audit/linkage/names"

// remembered is two given names, in 28 bits each, and their level: common names meet millions of times.
type remembered uint64

// mostRemembered is how many are kept, a power of two; a later one takes the place of an earlier.
const mostRemembered = 1 << 17

// leastRemembering is how many entries have to be compared for it to pay.
const leastRemembering = 10_000

// givenLevel compares given names.
func (s *Set) givenLevel(x, y *item) level {
	switch {
	case x.given == 0 || y.given == 0:
		return missing
	case x.given == y.given:
		return equal
	case s.levels == nil:
		return s.compareGiven(x, y)
	}
	pair := remembered(min(x.given, y.given))<<36 | remembered(max(x.given, y.given))<<8
	r := &s.levels[hashOf(uint64(pair))>>47]
	if *r&^0xff != pair {
		*r = pair | remembered(s.compareGiven(x, y))
	}
	return level(*r & 0xff)
}

// compareGiven compares given names that are not equal. Where one letter is all that differs, it is a slip only if the one name is borne
// by others and the other by nobody; else it is in doubt, for twins are called so.
func (s *Set) compareGiven(x, y *item) level {
	m, n := s.given.names[x.given], s.given.names[y.given]
	switch {
	case m.form == n.form, m.joined == n.joined:
		return variant
	case len(m.forms) == 1 && len(n.forms) == 1:
	case subset(m.forms, n.forms) && share(m.full, n.full), share(m.full, n.full) && names.SameGiven(m.text, n.text):
		return part
	}
	if !nearly(m.text, n.text) {
		return different
	}
	name, slipped := s.slipOf(m, n)
	switch {
	case slipped == nil:
		return different
	case s.isSlip(name, slipped):
		return slip
	}
	return alike
}

// shortName is how many letters a name has to have for one letter to be told for a slip: of short ones too many are
// names somewhere.
const shortName = 4

// rarer is how much rarer than a name its slip has to be where it is met more than once.
const rarer = 10

func (s *Set) surnameLevel(x, y *item) level {
	if x.surname == 0 || y.surname == 0 {
		return missing
	}
	if x.surname == y.surname {
		return equal
	}
	m, n := s.surname.names[x.surname], s.surname.names[y.surname]
	switch {
	case m.form == n.form || m.base == n.base:
		return variant
	case (len(m.bases) > 1 || len(n.bases) > 1) && subset(m.bases, n.bases):
		return part
	case m.sounds(n) && names.SameSurname(m.text, n.text):
		return variant
	case nearly(m.text, n.text) && names.OneSlip(m.text, n.text):
		if few, many := min(m.count.all, n.count.all), max(m.count.all, n.count.all); few == 1 || few*rarer <= many {
			return slip
		}
		if min(len(m.text), len(n.text)) >= shortName {
			return near
		}
	case m.sounds(n) && m.consonants >= 3:
		return similar
	case min(m.count.all, n.count.all) == 1 && s.like(m, n) >= .82:
		return similar // Shevchenko and Shevchuk, whom others bear, are two names
	}
	return different
}

// like is the Jaro–Winkler measure of two surnames. The first is prepared once for all it is held against in turn.
func (s *Set) like(m, n *name) float64 {
	if s.prepared.of != m {
		s.prepared.of, s.prepared.pattern = m, names.Prepare(m.text)
	}
	return s.prepared.pattern.JaroWinkler(n.text)
}

// sounds tells whether two names share a skeleton.
func (n *name) sounds(o *name) bool { return n.skeleton == o.skeleton }

// nearly tells whether two names have so much in common at both ends that one letter may be all that differs. It
// is there to spare the closer look.
func nearly(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 2 {
		return false
	}
	front, back := 0, 0
	for front < len(a) && a[front] == b[front] {
		front++
	}
	for back < len(a)-front && a[len(a)-1-back] == b[len(b)-1-back] {
		back++
	}
	return front+back >= len(b)-4
}

// subset tells whether one of two sorted lists is contained in the other, and neither is empty.
func subset(a, b []uint32) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	j := 0
	for _, v := range a {
		for j < len(b) && b[j] < v {
			j++
		}
		if j == len(b) || b[j] != v {
			return false
		}
		j++
	}
	return len(a) > 0
}

// share tells whether two sorted lists have a member in common.
func share(a, b []uint32) bool {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			return true
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return false
}
