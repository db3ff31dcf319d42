package linkage

import (
	"math/bits"

	"ninaudit/audit/linkage/names"
	"ninaudit/audit/nin"
)

// birthLevel compares the digits of two birth dates, which need not be days that exist.
func birthLevel(a, b nin.Date) level {
	switch {
	case a == 0 || b == 0:
		return missing
	case a.SameDay(b):
		return equal
	case names.DateSwapped(a, b):
		return turned
	}
	distance := differing(a, b)
	switch {
	case distance == 2 && neighbours(a, b):
		distance = 1
	case distance == 3, distance == 4: // a digit left out moves the others
		distance = names.DateDistance(a, b)
	}
	switch {
	case distance == 1 && generation(a, b):
		return different // 91 and 11: a father and a son as likely as a slip
	case distance == 1 && unknownDay(a) && a%10000 == b%10000:
		return two // the first of January of two years: not a slip, but two unknown dates
	case distance == 1, names.NextDate(a, b):
		return near
	case distance == 2:
		return two
	case a.Year()%100 == b.Year()%100:
		return year
	}
	return different
}

// bornLevel is birthLevel for a small part of the cost where no slip explains the digits that differ, as in most pairs that
// share their names.
func bornLevel(x, y *member) level {
	differ := x.digits ^ y.digits
	switch {
	case x.birth == 0 || y.birth == 0:
		return missing
	case !x.birth.KnowsCentury() || !y.birth.KnowsCentury():
		differ &= dayDigits
	}
	const yearDigits = 0xff0000
	switch {
	case mayBeSlip(x.digits, y.digits, differ):
		return birthLevel(x.birth, y.birth)
	case differ&yearDigits == 0:
		return year
	}
	return different
}

// firstOfEach is the lowest bit of each of eight digits, and monthAndDay are the lowest four.
const firstOfEach, monthAndDay = 0x11111111, 0xffff

// nonZero has the lowest bit of each digit that is not 0.
func nonZero(digits uint32) uint32 {
	digits |= digits >> 2
	return (digits | digits>>1) & firstOfEach
}

// mayBeSlip tells whether the digits in which two dates differ, by their bits, may be what a slip of the pen has left, or a
// step of one: at most two, two neighbours that changed places and two others, a digit left out that moves those between,
// day and month for each other, or the year alone.
func mayBeSlip(x, y, differ uint32) bool {
	const mostAlone, most = 2, 4
	places := nonZero(differ)
	n := bits.OnesCount32(places)
	if n <= mostAlone || n > most {
		return n <= mostAlone
	}
	higher, lower := x<<4^y, x^y<<4 // digits of x beside their neighbours in y, and the other way round
	first, last := bits.TrailingZeros32(differ)&^3+4, 32-bits.LeadingZeros32(differ)&^3
	between := uint32(1<<last - 1<<first) // all places but the lowest, from where they differ to where they do
	swapped := places &^ nonZero(higher|lower) &^ 1
	return swapped != 0 || higher&between == 0 || lower&between == 0 ||
		differ&monthAndDay == differ && bits.RotateLeft16(uint16(x), 8) == uint16(y) || differ&^monthAndDay == differ
}

// digitsOf is a date with each of its eight digits in four bits, and dayDigits those of yymmdd.
func digitsOf(d nin.Date) uint32 {
	two := func(n uint32) uint32 { return n + 6*(n/10) }
	high, low := uint32(d)/10_000, uint32(d)%10_000
	return two(high/100)<<24 | two(high%100)<<16 | two(low/100)<<8 | two(low%100)
}

const dayDigits = 0xffffff

// neighbours tells whether two dates, of which two digits differ, differ by two neighbours that changed places.
func neighbours(a, b nin.Date) bool {
	if !a.KnowsCentury() || !b.KnowsCentury() {
		a, b = a%1_000_000, b%1_000_000
	}
	for a%10 == b%10 {
		a, b = a/10, b/10
	}
	return a%10 == b/10%10 && a/10%10 == b%10
}

// generation tells whether two dates, one of which does not know its century, may lie a generation apart.
func generation(a, b nin.Date) bool {
	if a.KnowsCentury() && b.KnowsCentury() {
		return false
	}
	const years = 15
	apart := (a.Year() - b.Year() + 1000) % 100
	return apart >= years && apart <= 100-years
}

// differing is how many digits of two dates differ, place by place; the century counts where both know it.
func differing(a, b nin.Date) (n int) {
	if !a.KnowsCentury() || !b.KnowsCentury() {
		a, b = a%1_000_000, b%1_000_000
	}
	for ; a != b; a, b = a/10, b/10 {
		if a%10 != b%10 {
			n++
		}
	}
	return n
}

// EasyDate tells the days on which unknown birth dates are registered: the first of January and July, the last
// of December, and day and month of one number. Many share them, and an agreement says little.
func EasyDate(d nin.Date) bool { return unknownDay(d) || d.Day() == d.Month() }

// unknownDay tells the days that stand for a day that nobody knows.
func unknownDay(d nin.Date) bool {
	md := d.Month()*100 + d.Day()
	return md == 101 || md == 701 || md == 1231
}
