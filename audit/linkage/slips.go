package linkage

import (
	"math"

	"ninaudit/audit/linkage/names"
)

// differing tells which part of two given names differs, if it is one alone: the name is the one that is known, or that
// more bear. Both are nil where there is none.
func (s *Set) differing(m, n *name) (name, slipped *word) {
	if len(m.words) != len(n.words) {
		return nil, nil
	}
	for i := range m.words {
		if m.words[i] == n.words[i] {
			continue
		}
		if slipped != nil {
			return nil, nil
		}
		name, slipped = &s.words[m.words[i]], &s.words[n.words[i]]
	}
	if slipped != nil && (slipped.known && !name.known || slipped.known == name.known && slipped.count.all > name.count.all) {
		name, slipped = slipped, name
	}
	return name, slipped
}

// oneLetter tells whether one letter, or one cluster that is taken for another, makes the one part of the other, and is
// no gender ending.
func oneLetter(name, slipped *word) bool {
	return min(len(name.text), len(slipped.text)+1) >= shortName && names.OneSlip(name.text, slipped.text) &&
		(names.Turned(name.text, slipped.text) || !names.GenderForms(name.text, slipped.text))
}

// never is what odds are at the least.
const never = 1e-6

// repeated is how many more have to bear a name than its slip, where that is met more than once.
const repeated = 25

// isSlip tells whether a part of a name that others bear, here or elsewhere, was misspelled as one that nobody does.
func (s *Set) isSlip(name, slipped *word) bool {
	borne := name.known || name.count.all > 1
	return borne && !slipped.known && (slipped.count.all == 1 || slipped.count.all*repeated <= name.count.all)
}

// slips is what the catalog shows of given names that differ on entries of one surname and birth date: how many pairs
// look like slips, and how many of these evidently; how many are twins a letter apart, for both names are borne; and
// how many are other twins.
type slips struct{ looks, evident, alike, apart int }

// countSlip counts two entries of a set that look like a slip.
func (c *slips) countSlip(s *Set, a *agreement, x, y *member) {
	if a.surname != equal || a.birth != equal {
		return
	}
	c.looks++
	if name, slipped := s.differing(s.given.names[x.given], s.given.names[y.given]); names.SlipKind(name.text, slipped.text) == names.Evident {
		c.evident++
	}
}

func (c slips) plus(o slips) slips {
	return slips{c.looks + o.looks, c.evident + o.evident, c.alike + o.alike, c.apart + o.apart}
}

// made is how many of those that look like slips are at the least: the catalog mixes slips and twins, of which other
// shares are evident, less two deviations, and without the pair that is asked about. One alone is never enough.
func (c *slips) made(m *TwinModel) float64 {
	looks := float64(c.looks)
	mixed := (float64(c.evident) - looks*m.Evident.U) / (m.Evident.M - m.Evident.U)
	root := math.Sqrt(max(min(mixed, looks), 1)) - 1
	return max(root*root, never)
}

// twins is how many of those that look like slips are twins at the most, by how many twins there are that do not.
func (c *slips) twins(m *TwinModel) float64 {
	return m.Alike*float64(c.alike) + m.Apart*(float64(c.apart)+m.Least)
}

// countTwins counts two entries that are two persons by their given names, if all else is one.
func (c *slips) countTwins(given level, x, y *member) {
	switch {
	case x.birth == 0 || x.birth != y.birth || x.surname == 0 || x.surname != y.surname:
	case given == alike:
		c.alike++
	case given == different:
		c.apart++
	}
}

// slipOdds are those of a slip against twins one of whom bears a name that nobody else here does. Twins are called
// alike, and where twins whose names are a letter apart are as many as what looks like slips, nothing is a slip. So the
// catalog has to show by numbers that slips are made in it: a single one never does. It is the surer, the more bear the
// name, since one that goes with it would have been met, and the less the slip looks like a name.
func (s *Set) slipOdds(x, y *item) float64 {
	name, slipped := s.differing(s.given.names[x.given], s.given.names[y.given])
	if slipped == nil {
		return 0
	}
	m := &s.model.Twins
	odds := s.slips.made(m) / s.slips.twins(m) * (1 + float64(name.count.all-1)/m.Bearers)
	switch names.SlipKind(name.text, slipped.text) {
	case names.Evident:
		return odds * m.Evident.M / m.Evident.U
	case names.Sounding:
		return odds * m.Sounding.M / m.Sounding.U
	}
	return odds * m.Plain.M / m.Plain.U
}
