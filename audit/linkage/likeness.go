package linkage

import "ninaudit/audit/linkage/names"

// givenLevel compares given names.
func (s *Set) givenLevel(x, y *member, all bool) level {
	switch {
	case x.given == 0 || y.given == 0:
		return missing
	case x.given == y.given:
		return equal
	}
	l := s.compareGiven(x.given, y.given)
	if l == alike && (!all && (x.birth != y.birth || x.surname != y.surname) || !s.aLetterApart(x.given, y.given)) {
		return different // not twins either, or more than a letter apart
	}
	return l
}

// compareGiven compares given names that are not equal. Where one letter is all that differs, it is a slip only if
// the one name is borne by others and the other by nobody; else it is in doubt, for twins are called so. Whether one
// letter is all is not looked at then: it is asked of few.
func (s *Set) compareGiven(a, b uint32) level {
	m, n := s.given.names[a], s.given.names[b]
	switch {
	case m.form == n.form, m.joined == n.joined:
		return variant
	case len(m.forms) == 1 && len(n.forms) == 1:
	case share(m.full, n.full) && (subset(m.forms, n.forms) || (m.loose || n.loose) && names.SameGiven(m.text, n.text)):
		return part
	}
	if !nearly(m.text, n.text) {
		return different
	}
	switch name, slipped := s.differing(m, n); {
	case slipped == nil:
		return different
	case !s.isSlip(name, slipped):
		return alike
	case oneLetter(name, slipped):
		return slip
	}
	return different
}

// aLetterApart tells whether one part alone of two given names differs, by a letter.
func (s *Set) aLetterApart(a, b uint32) bool {
	name, slipped := s.differing(s.given.names[a], s.given.names[b])
	return slipped != nil && oneLetter(name, slipped)
}

// shortName is how many letters a name has to have for one letter to be told for a slip: of short ones too many are
// names somewhere.
const shortName = 4

// rarer is how much rarer than a name its slip has to be where it is met more than once.
const rarer = 10

// surnameLevel compares surnames.
func (s *Set) surnameLevel(a, b uint32) level {
	switch {
	case a == 0 || b == 0:
		return missing
	case a == b:
		return equal
	}
	m, n := s.surname.names[a], s.surname.names[b]
	switch {
	case m.form == n.form || m.base == n.base || (len(m.readings) > 1 || len(n.readings) > 1) && share(m.readings, n.readings):
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
	case min(m.count.all, n.count.all) == 1 && like(m, n) >= .82:
		return similar // Shevchenko and Shevchuk, whom others bear, are two names
	}
	return different
}

// like is the Jaro–Winkler measure of two surnames.
func like(m, n *name) float64 {
	p := names.Prepare(m.text)
	return p.JaroWinkler(n.text)
}

// sounds tells whether two names share a skeleton, however c is read.
func (n *name) sounds(o *name) bool {
	return n.skeleton == o.skeleton || n.second != 0 && (n.second == o.skeleton || n.second == o.second) || o.second != 0 && o.second == n.skeleton
}

// How much longer one of two names may be, and how many bytes may stand between what they have in common at both
// ends, if a slip is all that differs: of x and chs, one is longer by two bytes, and of sj and sh four are turned.
const (
	mostMoved   = 2
	mostBetween = 4
)

// nearly tells whether two names have so much in common at both ends that one slip may be all that differs. It is
// there to spare the closer look.
func nearly(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > mostMoved {
		return false
	}
	front, back := 0, 0
	for front < len(a) && a[front] == b[front] {
		front++
	}
	for back < len(a)-front && a[len(a)-1-back] == b[len(b)-1-back] {
		back++
	}
	return front+back >= len(b)-mostBetween
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
