package linkage

import "math/bits"

// glance is what tells most given names apart without a look at the names.
type glance struct {
	form, joined uint32
	letters      uint32 // those that it has
	length       uint8  // in bytes, at most 255
	known        bool   // it is one part, and a name whoever is in the catalog: no slip
	full         uint64 // of each part that is a name by itself, one bit of 64
	front, back  uint64 // the first eight bytes, and the last from the end: what is first is highest
}

// glanceOf reads a folded given name, which may be a known one; other letters than a to z count as one.
func glanceOf(n *name, known bool) glance {
	g := glance{form: uint32(n.form), joined: n.joined, length: uint8(min(len(n.text), 255)), known: known && len(n.words) == 1}
	for _, r := range n.text {
		if r >= 'a' && r <= 'z' {
			g.letters |= 1 << (r - 'a')
		} else {
			g.letters |= 1 << 26
		}
	}
	for _, form := range n.full {
		g.full |= 1 << (hashOf(uint64(form)) >> 58)
	}
	for i := range min(len(n.text), 8) {
		g.front |= uint64(n.text[i]) << (56 - 8*i)
		g.back |= uint64(n.text[len(n.text)-1-i]) << (56 - 8*i)
	}
	return g
}

// mostLetters is how many letters one slip may bring and take: chs for x.
const mostLetters = 4

// mayBeOne tells whether two given names may be one, or a slip apart: what it says no to is not looked at.
func (g *glance) mayBeOne(o *glance) bool {
	return g.form == o.form || g.joined == o.joined || g.full&o.full != 0 ||
		bits.OnesCount32(g.letters^o.letters) <= mostLetters && g.nearly(o)
}

// nearly is what the function of that name says, but that it may say yes to more: of long names it sees the ends.
func (g *glance) nearly(o *glance) bool {
	front, back := bits.LeadingZeros64(g.front^o.front)/8, bits.LeadingZeros64(g.back^o.back)/8
	longer, shorter := max(g.length, o.length), min(g.length, o.length)
	return longer-shorter <= mostMoved && (front+back >= int(longer)-mostBetween || front == 8 || back == 8)
}

// apart tells whether two entries are two persons by their given names at a glance, as most are. What it says no to is
// looked at.
func (x *member) apart(y *member) bool {
	switch {
	case x.given == y.given, x.given == 0, y.given == 0, x.whole == y.whole:
		return false
	case !x.mayBeOne(&y.glance):
		return true
	}
	twoNames := x.known && y.known && x.form != y.form && x.joined != y.joined
	return twoNames && (x.birth != y.birth || x.surname != y.surname) // else they may be twins a letter apart, which count
}

// bornApart tells whether two entries of one given name are two persons by their birth dates at a glance, as most are. What
// it says no to is looked at.
func (x *member) bornApart(y *member) bool {
	return x.given == y.given && x.given != 0 && x.birth != 0 && y.birth != 0 && x.birth.KnowsCentury() && y.birth.KnowsCentury() &&
		!mayBeSlip(x.digits, y.digits, x.digits^y.digits)
}
