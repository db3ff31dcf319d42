package linkage

import (
	"math"

	"ninaudit/audit/nin"
)

// weigh gives the bits of each field, in the order of the fields of agreement.
func (s *Set) weigh(a *agreement, x, y *item) (w weights) {
	m := s.model
	if a.swapped {
		w.names = math.Log2(m.Swapped.M) - math.Log2(s.group(&m.Given, &s.given, x.given, y.given)) -
			math.Log2(s.group(&m.Surname, &s.surname, x.surname, y.surname))
	} else {
		w.given = s.nameBits(&m.Given, a.given, &s.given, x.given, y.given)
		w.surname = s.nameBits(&m.Surname, a.surname, &s.surname, x.surname, y.surname)
	}
	w.common = min(s.mostOfNames(x, y)-w.given-w.surname-w.names, 0)
	w.birth = s.birthBits(a.birth, x.birth, y.birth)
	switch a.unit {
	case equal:
		w.unit = min(m.Unit.Same.at(smoothed(s.unitSize[x.unit], s.items.Len(), m.Unit.Same.U, m.Unit.Weight)), m.Unit.Most)
	case different:
		w.unit = m.Unit.Other.Bits()
	}
	if a.mail {
		w.mail = m.Mail.at(max(m.Mail.U, float64(max(s.mailboxes[x.mail].all-2, 0))/float64(s.items.Len())))
	}
	if a.prior {
		w.prior = m.Prior.Bits()
	} else if a.given == slip && !a.swapped { // twins have no earlier principal name in common
		against := math.Exp2(w.sum() + s.Odds())
		w.twins = -math.Log2(1 + against/s.slipOdds(x, y))
	}
	return w
}

func (s *Set) birthBits(l level, a, b nin.Date) float64 {
	m := &s.model.Birth
	switch l {
	case equal:
		return m.Equal.at(s.dateFrequency(a))
	case turned:
		return m.Turned.at(max(s.dateFrequency(a), s.dateFrequency(b)))
	case near:
		return m.Near.at(s.near(a, b))
	case two:
		return m.Two.Bits()
	case year:
		return m.Year.Bits()
	case different:
		return m.Different.Bits()
	}
	return 0
}

// weights are the bits of each field; common and twins are what is taken off what the names say.
type weights struct{ given, surname, names, common, birth, unit, mail, prior, twins float64 }

func (w *weights) sum() float64 {
	return w.given + w.surname + w.names + w.common + w.birth + w.unit + w.mail + w.prior + w.twins
}

// nameBits is the weight of a name's level. An agreement on a common name says less than one on a rare name, and a
// slip in it no more than the name itself.
func (s *Set) nameBits(m *NameModel, l level, t *nameTable, a, b uint32) float64 {
	switch l {
	case equal:
		return m.Equal.at(s.frequency(t.names[a].count, m.Equal.U, m.Weight))
	case variant:
		return m.Variant.at(s.others(m, t, a, b))
	case part:
		return m.Part.at(2 * s.group(m, t, a, b))
	case slip:
		group := s.group(m, t, a, b)
		return min(m.Slip.at(m.Slip.U*group), m.Equal.at(group))
	case near, alike, doubt:
		return m.Near.Bits()
	case similar:
		return m.Similar.Bits()
	case different:
		return m.Different.Bits()
	}
	return 0
}

// frequency is that of a value in the catalog, or among the entries without a fødselsnummer if it is commoner
// there.
func (s *Set) frequency(c count, typical, weight float64) float64 {
	return max(smoothed(int(c.all), s.items.Len(), typical, weight), smoothed(int(c.open), s.open, typical, weight))
}

// group is the frequency of the commoner of two names, all its spellings taken together.
func (s *Set) group(m *NameModel, t *nameTable, a, b uint32) float64 {
	x, y := t.group[t.names[a].base], t.group[t.names[b].base]
	return max(s.frequency(x, m.Equal.U, m.Weight), s.frequency(y, m.Equal.U, m.Weight))
}

// others is the frequency of the other spellings of a name: what a random entry would have to bear.
func (s *Set) others(m *NameModel, t *nameTable, a, b uint32) float64 {
	most := 0.0
	for _, id := range [...]uint32{a, b} {
		n := t.names[id]
		rest := t.group[n.base]
		rest.all, rest.open = max(rest.all-n.count.all, n.count.all)+1, max(rest.open-n.count.open, n.count.open)+1
		most = max(most, s.frequency(rest, m.Equal.U, m.Weight))
	}
	return most
}

// mostOfNames bounds what the names are worth together. Given names and surnames of one language go together,
// so their frequencies can not be multiplied without end: nobody knows that a full name is rarer than once in
// two catalogs of this size, and where others bear it, that is how common it is.
func (s *Set) mostOfNames(x, y *item) float64 {
	if x.whole == 0 || y.whole == 0 { // an entry with half a name
		return math.Inf(1)
	}
	if s.wholes == nil {
		s.countWholes()
	}
	most := 0.0
	for _, w := range [...]uint64{x.whole, y.whole} {
		c := s.wholes[w]
		most = max(most, (float64(max(c.all-2, 0))+.25)/float64(s.items.Len()), float64(max(c.open-2, 0))/max(float64(s.open), 1))
	}
	return -math.Log2(min(most, 1))
}

// countWholes counts full names that three or more bear: of two, none is left when the pair is left out.
func (s *Set) countWholes() { s.wholes = s.common(func(it *item) uint64 { return it.whole }, 3) }
