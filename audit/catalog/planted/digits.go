package planted

import "fmt"

// control says whether the two last digits of a number hold.
type control uint8

const (
	holds control = iota // by the rule of 1964, and so by that of 2032
	early                // by the rule of 2032 only
	fails                // by neither, so that the number is nobody's
)

var (
	firstWeights  = [...]int{3, 7, 6, 1, 8, 9, 4, 5, 2, 1}
	secondWeights = [...]int{5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1}
)

// controlOf tells how the control digits of eleven digits hold, as they are written: the rules of
// Skatteetaten, whose rule of 2032 lets the first sum leave 0 to 3.
func controlOf[T string | []byte](number T) control {
	first, second := 0, 0
	for i, w := range firstWeights {
		first += w * int(number[i]-'0')
	}
	for i, w := range secondWeights {
		second += w * int(number[i]-'0')
	}
	switch {
	case second%11 != 0 || first%11 > 3:
		return fails
	case first%11 == 0:
		return holds
	}
	return early
}

// nobodys tells whether no eleven digits in a row within a longer run hold by either rule, from
// the one at first on.
func nobodys(digits string, first int) bool {
	for ; first+11 <= len(digits); first++ {
		if controlOf(digits[first:first+11]) != fails {
			return false
		}
	}
	return true
}

// dufHolds applies the control rule of SSB's KOSTRA reporting to twelve digits.
func dufHolds(number string) bool {
	sum := 0
	for i, w := range [...]int{4, 6, 3, 2, 4, 6, 3, 2, 7, 5} {
		sum += w * int(number[i]-'0')
	}
	return fmt.Sprintf("%02d", sum%11) == number[10:]
}

// standInTail tells whether five digits are ones that somebody writes behind a birth date.
func standInTail(tail string) bool {
	switch tail {
	case "12345", "00000", "11111", "99999", "55555", "00001":
		return true
	}
	return tail[:2] == "00" && tail[3:] == "00"
}

// born returns the year of birth that yy and the individnummer say of a fødselsnummer or, with
// dnr, of a D-number by its series since 2021-11-16; 0 where the series is unassigned.
func born(yy, serial int, dnr bool) int {
	if dnr {
		switch {
		case yy >= 58 && serial/100 == 5:
			return 1800 + yy
		case yy >= 40 && serial/100 != 5:
			return 1900 + yy
		case yy < 40 && serial < 200:
			return 1900 + yy
		case yy < 40:
			return 2000 + yy
		}
		return 0
	}
	switch {
	case serial < 500 || yy >= 40 && serial >= 900:
		return 1900 + yy
	case yy < 40:
		return 2000 + yy
	case yy >= 54 && serial < 750:
		return 1800 + yy
	}
	return 0
}

// birthOf reads a synthetic number of eleven digits: the day it says, or 0 where no lawful number
// says it.
func birthOf(number string) Day {
	var dd, mm, yy, serial int
	for i := range 2 {
		dd, mm, yy = dd*10+int(number[i]-'0'), mm*10+int(number[i+2]-'0'), yy*10+int(number[i+4]-'0')
	}
	for i := range 3 {
		serial = serial*10 + int(number[i+6]-'0')
	}
	dnr := dd > 40
	if dnr {
		dd -= 40
	}
	if d := dayOf(born(yy, serial, dnr), mm-80, dd); d.real() && mm > 80 && d.year() >= 1854 {
		return d
	}
	return 0
}

// compose makes a number of these parts that nobody in the catalog has, the individnummer between
// low and high and the control digits as wanted, and never with a stand-in's tail.
func (b *builder) compose(dd, mm, yy, low, high int, want control) string {
	for {
		serial := b.Between(low, high)
		if s, ok := b.with(dd, mm, yy, serial, want); ok {
			return s
		}
	}
}

// with adds control digits to the other nine and takes the number, if there are such and it is
// free.
func (b *builder) with(dd, mm, yy, serial int, want control) (string, bool) {
	s, ok := numberOf(dd, mm, yy, serial, want, b.Below(100))
	if !ok {
		return "", false
	}
	return s, b.take(s)
}

// numberOf adds control digits to the other nine, the first that hold as wanted from start on; false where there are none.
func numberOf(dd, mm, yy, serial int, want control, start int) (string, bool) {
	s := fmt.Appendf(make([]byte, 0, 11), "%02d%02d%02d%03d00", dd, mm, yy%100, serial)
	for i := range 100 {
		end := (start + i) % 100
		s[9], s[10] = byte('0'+end/10), byte('0'+end%10)
		if controlOf(s) == want && !standInTail(string(s[6:])) {
			return string(s), true
		}
	}
	return "", false
}

// take marks a number as used; false if it was.
func (b *builder) take(number string) bool {
	if b.taken[number] {
		return false
	}
	b.taken[number] = true
	return true
}

// fnr issues the next fødselsnummer, synthetic, for a birth: downward within the series, odd for
// men. One who came late, an immigrant, gets one at the end of what has been issued.
func (b *builder) fnr(birth Day, man, late bool) string {
	return mustHave(b.fnrLeft(birth, man, late))
}

// fnrLeft is fnr, and false where the date's series is used up.
func (b *builder) fnrLeft(birth Day, man, late bool) (string, bool) {
	top := 499
	if birth.year() >= 2000 {
		top = 999
	}
	serial := top - b.Below(200)
	if late {
		serial = top - b.Between(200, 280)
	}
	if (serial%2 == 1) != man {
		serial--
	}
	for ; serial > top-500; serial -= 2 {
		if s, ok := b.with(birth.day(), birth.month()+80, birth.year(), serial, holds); ok {
			return s, true
		}
	}
	return "", false
}

// mustHave is for what is planted in catalogs that are small enough.
func mustHave(number string, ok bool) string {
	if !ok {
		panic("planted: a date's series is used up")
	}
	return number
}

// dnr issues the next D-number, synthetic: upward from the bottom of its series. Those of old
// began where the series of the fødselsnummer begins; on the easy dates the first part of the
// series is used up.
func (b *builder) dnr(birth Day, man, old bool) string { return mustHave(b.dnrLeft(birth, man, old)) }

// dnrLeft is dnr, and false where the date's series is used up.
func (b *builder) dnrLeft(birth Day, man, old bool) (string, bool) {
	serial := b.Below(40)
	switch {
	case birth.year() >= 2000 && old:
		serial += 500
	case birth.year() >= 2000:
		serial += 200
	case birth.easy() && !old:
		serial += 600
	}
	return b.dnrFrom(birth, man, serial)
}

// dnrFrom issues the first free D-number of a date from a serial upward; false where there is none.
func (b *builder) dnrFrom(birth Day, man bool, serial int) (string, bool) {
	if (serial%2 == 1) != man {
		serial++
	}
	for ; serial < 1000; serial += 2 {
		if s, ok := b.with(birth.day()+40, birth.month()+80, birth.year(), serial, holds); ok {
			return s, true
		}
	}
	return "", false
}
