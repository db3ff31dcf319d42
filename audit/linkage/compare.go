package linkage

import (
	"math"

	"ninaudit/audit/linkage/names"
	"ninaudit/audit/nin"
)

// level is how well one field of two entries agrees.
type level uint8

const (
	missing level = iota
	equal
	variant
	part
	slip
	doubt // one letter, but both may be names: twins are called so
	near
	two
	similar
	year
	different
)

var levelNames = [...]string{"missing", "equal", "variant", "part", "slip", "similar", "near", "two", "similar", "year", "different"}

// agreement is how two entries compare, field by field.
type agreement struct {
	given, surname, birth level
	unit                  level
	swapped, mail, prior  bool
	proven                bool
}

// Outcome is what a comparison comes to, whatever its weight.
type Outcome uint8

const (
	Open    Outcome = iota // the weight decides
	Veto                   // two valid fødselsnummer that differ, or one number: not for linkage to say
	Twins                  // given names that are not one name: twins, siblings, anybody
	Bare                   // names alone, without a birth date or any other sign: never enough
	Certain                // on the list of old and new numbers
)

// sameGiven tells whether the given names are ways of writing one name.
func (a *agreement) sameGiven() bool { return a.swapped || a.given >= equal && a.given <= slip }

// outcome says whether the weight may decide.
func (s *Set) outcome(a *agreement, x, y *item) Outcome {
	switch {
	case a.proven:
		return Certain
	case x.number != 0 && x.number == y.number || x.fixed && y.fixed:
		return Veto
	case !a.sameGiven():
		return Twins
	case a.birth == missing && !a.mail && !a.prior:
		return Bare
	}
	return Open
}

// compare compares two entries; it is symmetric. Where the given names settle it, nothing else is looked at,
// unless all is asked for.
func (s *Set) compare(i, j uint32, all bool) (a agreement, o Outcome) {
	x, y := &s.items[i], &s.items[j]
	a.proven = s.proven != nil && s.proven[pairOf(x.number, y.number)]
	a.given = s.givenLevel(x, y)
	a.swapped = a.given > part && x.whole != 0 && x.whole == y.whole
	if !all && !a.sameGiven() && !a.proven {
		return a, Twins
	}
	a.surname = s.surnameLevel(x, y)
	if a.given == variant && a.surname == equal && s.torn(x, y) {
		a.given = doubt // Anna and Hanna: one person's documents, if the surnames differ as well; or twins
	}
	a.swapped = a.swapped || a.surname > part && x.whole != 0 && x.whole == y.whole
	a.birth = birthLevel(x.birth, y.birth)
	switch {
	case x.unit == 0 || y.unit == 0:
	case x.unit == y.unit:
		a.unit = equal
	default:
		a.unit = different
	}
	a.mail = x.mail != 0 && x.mail == y.mail
	a.prior = s.hasEarlier(i, y.principal) || s.hasEarlier(j, x.principal)
	return a, s.outcome(&a, x, y)
}

// torn tells whether two given names meet in a form only, and one that is two names in some language.
func (s *Set) torn(x, y *item) bool {
	m, n := &s.given.names[x.given], &s.given.names[y.given]
	return m.torn && n.torn && m.key != n.key
}

func (s *Set) hasEarlier(row uint32, principal uint64) bool {
	for _, h := range s.earlier[row] {
		if principal != 0 && h == principal {
			return true
		}
	}
	return false
}

func (s *Set) givenLevel(x, y *item) level {
	if x.given == 0 || y.given == 0 {
		return missing
	}
	if x.given == y.given {
		return equal
	}
	m, n := &s.given.names[x.given], &s.given.names[y.given]
	switch {
	case m.form == n.form, m.joined == n.joined:
		return variant
	case (len(m.forms) > 1 || len(n.forms) > 1) && subset(m.forms, n.forms):
		return part
	case len(m.forms) == 1 && len(n.forms) == 1 && abs(len(m.text)-len(n.text)) <= 2 && names.Slip(m.text, n.text):
		// One that nobody else bears is a slip of one that others bear; otherwise both may be names.
		if min(m.count, n.count) == 1 && max(m.count, n.count) > 1 {
			return slip
		}
		return doubt
	}
	return different
}

func (s *Set) surnameLevel(x, y *item) level {
	if x.surname == 0 || y.surname == 0 {
		return missing
	}
	if x.surname == y.surname {
		return equal
	}
	m, n := &s.surname.names[x.surname], &s.surname.names[y.surname]
	switch {
	case m.form == n.form || m.base == n.base:
		return variant
	case (len(m.bases) > 1 || len(n.bases) > 1) && subset(m.bases, n.bases):
		return part
	case abs(len(m.text)-len(n.text)) <= 2 && min(len(m.text), len(n.text)) >= 4 && names.OneEdit(m.text, n.text):
		return slip
	case m.pattern.JaroWinkler(n.text) >= .88:
		return similar
	}
	return different
}

// birthLevel compares the digits of two birth dates, which need not be days that exist.
func birthLevel(a, b nin.Date) level {
	switch {
	case a == 0 || b == 0:
		return missing
	case a.SameDay(b):
		return equal
	case names.DateSwapped(a, b):
		return near
	}
	switch names.DateDistance(a, b) {
	case 1:
		return near
	case 2:
		return two
	}
	if a.Year()%100 == b.Year()%100 {
		return year
	}
	return different
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

func abs(n int) int { return max(n, -n) }

// weigh gives the bits of each field, in the order of the fields of agreement, and their sum without the prior.
func (s *Set) weigh(a *agreement, x, y *item) (w weights) {
	m := s.model
	if a.swapped {
		g, u := s.groupFrequency(&s.given, x.given, y.given, m.Given.Equal.U), s.groupFrequency(&s.surname, x.surname, y.surname, m.Surname.Equal.U)
		w.names = m.Swapped.at(1) - math.Log2(g) - math.Log2(u)
	} else {
		w.given = s.nameBits(&m.Given, a.given, &s.given, x.given, y.given)
		w.surname = s.nameBits(&m.Surname, a.surname, &s.surname, x.surname, y.surname)
	}
	switch a.birth {
	case equal:
		w.birth = m.Birth.Equal.at(m.frequency(s.births[x.birth%1_000_000], len(s.items), m.Birth.Equal.U))
	case near:
		w.birth = m.Birth.Near.Bits()
	case two:
		w.birth = m.Birth.Two.Bits()
	case year:
		w.birth = m.Birth.Year.Bits()
	case different:
		w.birth = m.Birth.Different.Bits()
	}
	switch a.unit {
	case equal:
		w.unit = min(m.Unit.Same.at(m.frequency(s.unitSize[x.unit], len(s.items), m.Unit.Same.U)), m.Unit.Most)
	case different:
		w.unit = m.Unit.Other.Bits()
	}
	if a.mail {
		w.mail = m.Mail.Bits()
	}
	if a.prior {
		w.prior = m.Prior.Bits()
	}
	return w
}

// weights are the bits of each field.
type weights struct{ given, surname, names, birth, unit, mail, prior float64 }

func (w *weights) sum() float64 {
	return w.given + w.surname + w.names + w.birth + w.unit + w.mail + w.prior
}

// nameBits is the weight of a name's level. An agreement on a common name says less than one on a rare name.
func (s *Set) nameBits(m *NameModel, l level, t *nameTable, a, b uint32) float64 {
	switch l {
	case equal:
		return m.Equal.at(s.model.frequency(t.names[a].count, len(s.items), m.Equal.U))
	case variant:
		return m.Variant.at(s.groupFrequency(t, a, b, m.Equal.U))
	case part:
		return m.Part.at(2 * s.groupFrequency(t, a, b, m.Equal.U))
	case slip:
		return m.Slip.at(2 * s.groupFrequency(t, a, b, m.Equal.U))
	case similar, doubt:
		return m.Similar.Bits()
	case different:
		return m.Different.Bits()
	}
	return 0
}

// groupFrequency is that of the commoner of two names, all its spellings taken together.
func (s *Set) groupFrequency(t *nameTable, a, b uint32, typical float64) float64 {
	return s.model.frequency(max(t.group[t.names[a].base], t.group[t.names[b].base]), len(s.items), typical)
}

// pairOf is a key for two numbers in any order.
func pairOf(a, b uint64) [2]uint64 {
	if a > b {
		a, b = b, a
	}
	return [2]uint64{a, b}
}
