package nin

// Slip is one slip of the pen that would make a well-formed number of one whose control digits fail.
type Slip struct {
	At   int    // position of the digit, from 1; of the first of the two for a swap
	Swap bool   // two neighbours swapped; else one digit wrong
	To   Number // what the repair would give; masked, as every number
}

// Slips lists every single slip whose repair makes a fødselsnummer or D-number of n on a day, by position. It
// tells where, never what. Empty for a number whose control digits are not at fault. A number that was
// accepted as a synthetic one is repaired to a synthetic one.
func Slips(n Number, on Date) []Slip {
	if n.fault != Checksum && n.fault != Early2032 {
		return nil
	}
	var slips []Slip
	digits := []byte(n.Reveal())
	p := Parser{On: on, AcceptSynthetic: digits[2] >= '8'}
	try := func(at int, swap bool) {
		if m := p.Parse(string(digits)); m.fault == Fine && m.kind.National() {
			slips = append(slips, Slip{At: at + 1, Swap: swap, To: m})
		}
	}
	for i, was := range digits {
		for c := byte('0'); c <= '9'; c++ {
			if c != was {
				digits[i] = c
				try(i, false)
			}
		}
		digits[i] = was
		if i+1 < len(digits) && digits[i+1] != was {
			digits[i], digits[i+1] = digits[i+1], digits[i]
			try(i, true)
			digits[i], digits[i+1] = digits[i+1], digits[i]
		}
	}
	return slips
}
