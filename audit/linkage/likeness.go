package linkage

import (
	"math/bits"

	"ninaudit/audit/linkage/names"
)

// glance is what tells most given names apart: of one word, its form and the letters that it has; of several, none.
type glance struct {
	form, letters uint32
	one           bool
}

// glanceOf reads a given name of lower-case letters; other letters than a to z count as one.
func glanceOf(n *name) glance {
	g := glance{form: uint32(n.form), one: len(n.forms) == 1}
	for _, r := range n.text {
		if r >= 'a' && r <= 'z' {
			g.letters |= 1 << (r - 'a')
		} else {
			g.letters |= 1 << 26
		}
	}
	return g
}

// mostLetters is how many letters one slip may bring and take: chs for x.
const mostLetters = 4

// givenLevel compares given names.
func (s *Set) givenLevel(x, y *item, all bool) level {
	switch {
	case x.given == 0 || y.given == 0:
		return missing
	case x.given == y.given:
		return equal
	}
	a, b := s.glances[x.given], s.glances[y.given]
	if a.form != b.form && a.one && b.one && bits.OnesCount32(a.letters^b.letters) > mostLetters {
		return different
	}
	return s.compareGiven(x, y, all)
}

// compareGiven compares given names that are not equal. Where one letter is all that differs, it is a slip only if the one name is borne
// by others and the other by nobody; else it is in doubt, for twins are called so.
func (s *Set) compareGiven(x, y *item, all bool) level {
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
	name, slipped := s.differing(m, n)
	if slipped == nil {
		return different
	}
	may := s.isSlip(name, slipped)
	switch {
	case !may && !all && (x.birth != y.birth || x.surname != y.surname): // not twins either
		return different
	case !oneLetter(name, slipped):
		return different
	case may:
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

// sounds tells whether two names share a skeleton, however c is read.
func (n *name) sounds(o *name) bool {
	return n.skeleton == o.skeleton || n.second != 0 && (n.second == o.skeleton || n.second == o.second) || o.second != 0 && o.second == n.skeleton
}

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
