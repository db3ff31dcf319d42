package nin

// Slip is one slip of the pen that would make a well-formed number of one whose control digits fail.
type Slip struct {
	At   int // position of the digit, from 1; of the first of the two for a swap and a doubled one
	Form SlipForm
	To   Number // what the repair would give; masked, as every number
}

// SlipForm is what happened to the digits.
type SlipForm uint8

// The forms. The last two push the digits on, so that the number's own last one is lost.
const (
	OneDigit SlipForm = iota // one digit wrong
	Swapped                  // two neighbours changed places
	Doubled                  // one digit written twice
	ZeroLost                 // the leading zero left out, and something written at the end
)

// Slips lists every single slip whose repair makes a number of n's own kind on a day, by form and position; of several
// that give the same number the first. It tells where, never what. Empty for a number whose control digits are not at
// fault, and for one that may be a county's, whose control digits are no matter. A number that was accepted as a
// synthetic one is repaired to a synthetic one.
func Slips(n Number, on Date) []Slip {
	if n.fault != Checksum && n.fault != Early2032 || n.also&setOf(VIGO) != 0 {
		return nil
	}
	written := []byte(n.Reveal())
	s := slips{kind: n.kind, parser: Parser{On: on, AcceptSynthetic: written[2] >= '8'}}
	for i := range written {
		s.anyDigit(written, i, OneDigit, i)
	}
	for i := 1; i < len(written); i++ {
		digits := []byte(string(written))
		digits[i-1], digits[i] = digits[i], digits[i-1]
		s.try(digits, Swapped, i-1)
	}
	last := len(written) - 1
	for i := 1; i < last; i++ {
		if written[i] == written[i-1] {
			shorter := append([]byte(string(written[:i])), written[i+1:]...)
			s.anyDigit(append(shorter, '0'), last, Doubled, i-1)
		}
	}
	s.try(append([]byte{'0'}, written[:last]...), ZeroLost, 0)
	return s.found
}

// slips gathers the repairs of one number.
type slips struct {
	kind   Kind
	parser Parser
	found  []Slip
}

// anyDigit tries every digit in one place.
func (s *slips) anyDigit(written []byte, place int, form SlipForm, at int) {
	digits := []byte(string(written))
	for c := byte('0'); c <= '9'; c++ {
		digits[place] = c
		s.try(digits, form, at)
	}
}

// try keeps a repair that holds.
func (s *slips) try(digits []byte, form SlipForm, at int) {
	if value := string(digits); !holds2032(value) { // which the strict rule implies
		return
	}
	m := s.parser.Parse(string(digits))
	if m.fault != Fine || m.kind != s.kind {
		return
	}
	for _, f := range s.found {
		if f.To == m {
			return
		}
	}
	s.found = append(s.found, Slip{At: at + 1, Form: form, To: m})
}
