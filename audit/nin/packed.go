package nin

import (
	"fmt"
	"io"
)

// Packed is a value that is a number of 1 to 18 digits, in eight bytes and scrambled as in a Number, for whoever keeps a
// great many. What can be read out of it is read again: see Parser.Unpack. The zero Packed is no value.
type Packed struct{ scrambled uint64 }

// Pack gives the value's short form; not ok where it has none, for it is not 1 to 18 digits.
func (n Number) Pack() (short Packed, ok bool) {
	if n.length == 0 {
		return Packed{}, n.IsZero()
	}
	return Packed{(n.packed ^ scramble + powers[n.length]) ^ scramble}, true
}

// Unpack reads a value anew: the Number is the one that was packed if this is the Parser that had read it.
func (p Parser) Unpack(short Packed) Number {
	var room [mostPacked]byte
	return p.Parse(string(short.digits().appendDigits(room[:0])))
}

// Skim is the Number of Unpack as far as it is compared and nothing more, for a tenth of the cost: IsZero and whatever
// reveals digits tell the truth, everything else may not.
func (p Parser) Skim(short Packed) Number {
	if n := short.digits(); n.length == 0 || n.length == 11 { // that is what it stands for, whatever it is
		return n
	}
	return p.Unpack(short)
}

// digits is a value of which nothing has been read.
func (short Packed) digits() (n Number) {
	if short == (Packed{}) {
		return n
	}
	v := short.scrambled ^ scramble
	if n.length = 11; v < powers[11] || v >= 2*powers[11] { // nearly all are
		n.length = mostPacked
		for powers[n.length] > v {
			n.length--
		}
	}
	n.packed = (v - powers[n.length]) ^ scramble
	return n
}

// powers are those of ten. The digits of a Packed stand below the one that has a digit more than they: so it tells how
// many they are, and is never the scramble itself.
var powers = [mostPacked + 1]uint64{1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18}

// Format masks every digit under every verb.
func (Packed) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, "*") }
