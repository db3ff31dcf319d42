package nin

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"hash/maphash"
	"io"
	"log/slog"
	"strings"
	"unicode/utf8"
)

// Number is a value that stood where an identity number should stand, and what was read out of it. The zero
// Number is no value. Numbers compare with ==: equal means the same value read by the same Parser.
type Number struct {
	packed  uint64 // digits as an integer, scrambled: printing by reflection must not show them
	other   string // a value that is not 1 to 18 digits, scrambled likewise
	birth   Date
	also    kinds
	length  uint8 // digits in packed; 0: see other
	kind    Kind
	fault   Fault
	detail  Detail
	imitate Kind
	schemes Scheme
	sound   bool
	// anyCentury tells that the number may be of the type that tells no century; youngest is the latest birth
	// that it may then mean, and else birth.
	anyCentury bool
	youngest   Date
}

// scramble keeps digits from being readable in memory dumps of structs; it is no encryption.
const scramble = 0x9e3779b97f4a7c15

// keep stores a value in its scrambled form.
func (n *Number) keep(value string) {
	if v, ok := packDigits(value); ok {
		n.packed, n.length = v^scramble, uint8(len(value))
		return
	}
	b := []byte(value)
	for i := range b {
		b[i] ^= 0xa5
	}
	n.other = string(b)
}

// mostPacked is how many digits are kept as an integer: as many as surely fit.
const mostPacked = 18

// packDigits reads 1 to mostPacked ASCII digits.
func packDigits(s string) (uint64, bool) {
	if len(s) == 0 || len(s) > mostPacked {
		return 0, false
	}
	var v uint64
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		v = v*10 + uint64(s[i]-'0')
	}
	return v, true
}

// Reveal is the value as it was written: the one way to the digits. Who calls it says why.
func (n Number) Reveal() string {
	var b [mostPacked]byte
	return string(n.appendDigits(b[:0]))
}

// RevealPlain is the number that the value stands for: without blanks and hyphens, and with the zero that a
// spreadsheet ate. It is what two entries are compared by. Empty where the value stands for no number.
func (n Number) RevealPlain() string {
	var b [mostPacked]byte
	return string(n.RevealPlainTo(b[:0]))
}

// RevealPlainTo appends what RevealPlain is to b, for whoever compares a great many.
func (n Number) RevealPlainTo(b []byte) []byte {
	switch n.detail {
	case Separated:
		return append(b, strip(n.Reveal())...)
	case LostZero:
		b = append(b, '0')
	case NotDigits, OnlyBlanks, TooShort, TooLong, DatePlus:
		return b
	}
	return n.appendDigits(b)
}

// Hash is a hash of what RevealPlain is, for whoever compares a great many; 0 where the value stands for no number. The
// seed is the process's own: nobody can try which number it is of.
func (n Number) Hash(seed maphash.Seed) uint64 {
	value, length := n.packed^scramble, int(n.length)
	if length != 11 { // eleven digits are what they stand for, whatever is wrong with them
		var room [mostPacked]byte
		plain := n.RevealPlainTo(room[:0])
		if length = len(plain); length == 0 {
			return 0
		}
		value, _ = packDigits(string(plain)) // eleven or twelve
	}
	var room [8]byte
	binary.LittleEndian.PutUint64(room[:], powers[length]+value)
	return max(maphash.Bytes(seed, room[:]), 1)
}

func (n Number) appendDigits(b []byte) []byte {
	if n.length > 0 {
		var digits [mostPacked]byte
		left := n.packed ^ scramble
		for i := int(n.length) - 1; i >= 0; i-- {
			digits[i], left = byte('0'+left%10), left/10
		}
		return append(b, digits[:n.length]...)
	}
	from := len(b)
	b = append(b, n.other...)
	for i := range b[from:] {
		b[from+i] ^= 0xa5
	}
	return b
}

// RevealTail is the last five of eleven digits, for whoever compares a great many; 0 for any other value.
func (n Number) RevealTail() int {
	if n.length != 11 {
		return 0
	}
	return int((n.packed ^ scramble) % 100_000)
}

// IsZero tells whether there is no value at all.
func (n Number) IsZero() bool { return n.length == 0 && n.other == "" }

// Kind is the kind by layout. None: no value. With AmbiguousWith, it is the likeliest of several.
func (n Number) Kind() Kind { return n.kind }

// Fault is the one verdict on the value; Fine where nothing is wrong with it.
func (n Number) Fault() Fault { return n.fault }

// Detail is the form that the fault takes.
func (n Number) Detail() Detail { return n.detail }

// WellFormed tells whether digits, day and series of the number's kind hold, whether or not that kind may
// stand in norEduPersonNIN, and whether or not the number is a stand-in.
func (n Number) WellFormed() bool { return n.sound }

// Birth is the date in the number: 0 where it has none, without a century where that can not be told.
func (n Number) Birth() Date { return n.birth }

// BornOn tells whether the date in the number may be a birth date: the same day, in any century where the
// number may be of the type of 2032, which tells none.
func (n Number) BornOn(d Date) bool {
	if n.anyCentury {
		return n.birth != 0 && d != 0 && n.birth%1_000_000 == d%1_000_000
	}
	return n.birth.SameDay(d)
}

// OlderThan tells whether whoever has the number was certainly born before a day.
func (n Number) OlderThan(d Date) bool { return n.youngest.KnowsCentury() && n.youngest < d }

// AmbiguousWith lists the other kinds that the digits could be. Synthetic for a synthetic number means that
// two test schemes share its month.
func (n Number) AmbiguousWith() []Kind { return n.also.list() }

// Imitates is the kind that a synthetic number imitates; None for every other number.
func (n Number) Imitates() Kind { return n.imitate }

// Schemes is the set of test schemes whose offset the month carries.
func (n Number) Schemes() Scheme { return n.schemes }

// String masks every digit.
func (n Number) String() string {
	return strings.Repeat("*", min(n.runes(), 12))
}

func (n Number) runes() int {
	if n.length > 0 {
		return int(n.length)
	}
	return utf8.RuneCountInString(n.Reveal())
}

// Mask shows the date of a dated number (010190*****) and the year of a DUF number; of anything else nothing.
func (n Number) Mask() string {
	switch {
	case n.length == 11 && n.kind != Unknown && n.kind != FH:
		return n.Reveal()[:6] + "*****"
	case n.length == 12 && n.kind == DUF:
		return n.Reveal()[:4] + "********"
	}
	return n.String()
}

// Format masks every digit under every verb.
func (n Number) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, n.String()) }

// LogValue masks every digit in slog.
func (n Number) LogValue() slog.Value { return slog.StringValue(n.String()) }

// MarshalText masks every digit in text.
func (n Number) MarshalText() ([]byte, error) { return []byte(n.String()), nil }

// MarshalJSON masks every digit in JSON.
func (n Number) MarshalJSON() ([]byte, error) { return json.Marshal(n.String()) }
