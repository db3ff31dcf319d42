package pairs

import (
	"fmt"

	"ninaudit/audit/chance"
	"ninaudit/audit/nin"
)

// dufVectors are the DUF numbers that are published as examples and hold under the control that
// SSB's KOSTRA reporting applies: there are no others that a test may use.
var dufVectors = []string{
	"200205705502", "200900595509", "199201426900", "200112345609", "201017238203", "200816832910",
}

// issuer hands out numbers, each once.
type issuer struct {
	chance.Source
	parser nin.Parser
	taken  map[uint64]struct{}
	dufs   []string
}

func newIssuer(c chance.Source, on nin.Date) *issuer {
	return &issuer{c, nin.Parser{On: on, AcceptSynthetic: true}, map[uint64]struct{}{}, dufVectors}
}

// attempts is how many individnummer of a date are tried before the date counts as used up.
const attempts = 400

// fnr issues a synthetic fødselsnummer; false where the date is all but used up.
func (n *issuer) fnr(birth nin.Date, man bool) (nin.Number, bool) {
	low := 0
	if birth.Year() >= 2000 {
		low = 500
	}
	for range attempts {
		if number, ok := n.with(birth, 0, low+n.Below(500), man); ok {
			return number, true
		}
	}
	return nin.Number{}, false
}

// dnr issues a synthetic D-number. Where the birth date has no free number, the register uses
// another day of the birth year, and so does this in three of a hundred.
func (n *issuer) dnr(birth nin.Date, man bool) nin.Number {
	day := birth
	for try := 0; ; try++ {
		if try%attempts == attempts-1 || try == 0 && n.Percent(3) {
			day = nin.MakeDate(birth.Year(), n.Between(1, 12), n.Between(1, 28))
		}
		serial := n.Below(500)
		if birth.Year() >= 2000 {
			serial = n.Between(200, 999)
		}
		if number, ok := n.with(day, 40, serial, man); ok {
			return number
		}
	}
}

// duf takes one of the published DUF numbers, of a year after the birth.
func (n *issuer) duf(birth nin.Date) (nin.Number, bool) {
	for i, digits := range n.dufs {
		if digits[:4] > fmt.Sprint(birth.Year()) {
			n.dufs = append(append([]string(nil), n.dufs[:i]...), n.dufs[i+1:]...)
			return n.parser.Parse(digits), true
		}
	}
	return nin.Number{}, false
}

// with adds synthetic control digits to a day and an individnummer of that sex; false where there
// are none, or the number is taken or is read as a stand-in.
func (n *issuer) with(day nin.Date, plus, serial int, man bool) (nin.Number, bool) {
	if man != (serial%2 == 1) {
		serial ^= 1
	}
	parts := [...]int{day.Day() + plus, day.Month() + 80, day.Year() % 100}
	var d [11]byte
	for i, part := range parts {
		d[2*i], d[2*i+1] = byte(part/10), byte(part%10)
	}
	d[6], d[7], d[8] = byte(serial/100), byte(serial/10%10), byte(serial%10)
	d[9] = control(d[:9], 3, 7, 6, 1, 8, 9, 4, 5, 2)
	d[10] = control(d[:10], 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
	if d[9] == 10 || d[10] == 10 {
		return nin.Number{}, false
	}
	key := uint64(0)
	for i := range d {
		key = key*10 + uint64(d[i])
		d[i] += '0'
	}
	if _, gone := n.taken[key]; gone {
		return nin.Number{}, false
	}
	number := n.parser.Parse(string(d[:]))
	if number.Fault() != nin.Fine {
		return nin.Number{}, false
	}
	n.taken[key] = struct{}{}
	return number, true
}

// control is the digit that makes the weighted sum divisible by eleven; 10 where none does.
func control(digits []byte, weights ...int) byte {
	sum := 0
	for i, w := range weights {
		sum += w * int(digits[i])
	}
	return byte((11 - sum%11) % 11)
}
