package reports

import (
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// maxCell is how many UTF-16 units a cell holds (Excel specifications and limits).
const maxCell = 32767

// clean makes a foreign string fit for one line: controls of every kind become spaces, marks that turn the
// direction of writing go, for they could make a reader see what is not there, and bad UTF-8 is shown as such.
func clean(s string) string {
	switch soilOf(s) {
	case nothing:
		return s
	case breaks:
		b := []byte(s)
		for i, c := range b {
			if c < ' ' || c == 0x7f {
				b[i] = ' '
			}
		}
		return string(b)
	}
	return cleaned(s)
}

// cleaned is clean of a text that may have anything in it.
func cleaned(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Bidi_Control, r), r == '\ufeff':
			return -1
		case unicode.IsControl(r), r == '\u2028', r == '\u2029':
			return ' '
		case r == '\ufffe', r == '\uffff':
			return utf8.RuneError
		}
		return r
	}, strings.ToValidUTF8(s, string(utf8.RuneError)))
}

// soil is what there may be to clean in a text.
type soil uint8

const (
	nothing soil = iota
	breaks       // controls of ASCII, such as the ends of lines
	much         // that, or something else
)

// soilOf looks for what there is to clean; it may say much where there is little. 0xc2 begins the controls beyond ASCII,
// 0xd8 and 0xe2 the marks of direction, 0xe2 the ends of lines, and 0xef what is no character.
func soilOf(s string) soil {
	ascii, found := true, nothing
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == 0xc2, c == 0xd8, c == 0xe2, c == 0xef:
			return much
		case c < ' ', c == 0x7f:
			found = breaks
		case c >= utf8.RuneSelf:
			ascii = false
		}
	}
	if !ascii && !utf8.ValidString(s) {
		return much
	}
	return found
}

// fit cuts what is too long for a cell, and says so.
func (v voice) fit(s string) string {
	if len(s) <= maxCell || units(s) <= maxCell {
		return s
	}
	room := maxCell - units(v.say(cut))
	for i, r := range s {
		if room -= utf16.RuneLen(r); room < 0 {
			return s[:i] + v.say(cut)
		}
	}
	return s
}

// units is the length of s in UTF-16 units.
func units(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// columns is how many columns of a terminal a string takes.
func columns(s string) int {
	n := 0
	for _, r := range s {
		n += runeColumns(r)
	}
	return n
}

func runeColumns(r rune) int {
	if r < 0x300 {
		return 1
	}
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
		return 2
	}
	return 1
}

// measure is how wide a string is in a sheet, in digits of the default font, on the generous side: a cell
// that is a little too wide is better than one that cuts its text.
func measure(s string) float64 {
	w := 0.0
	for _, r := range s {
		w += letter(r)
	}
	return w
}

// letter is runeMeasure, looked up where it can be.
func letter(r rune) float64 {
	if r < rune(len(latin)) {
		return latin[r]
	}
	return runeMeasure(r)
}

// latin is runeMeasure of the letters that nearly every text consists of: widths are measured for every cell.
var latin = func() (widths [256]float64) {
	for r := range widths {
		widths[r] = runeMeasure(rune(r))
	}
	return widths
}()

// runeMeasure follows the advance widths of Calibri, in which a digit is 0.507 em.
func runeMeasure(r rune) float64 {
	switch r {
	case 'i', 'j', 'l', 'I', '.', ',', ':', ';', '\'', '|', '!', ' ', '\u00a0':
		return narrow
	case 'r', 't', 's', 'f', 'c', 'z', 'J', '(', ')', '[', ']', '-', '/':
		return 0.8
	case 'm', 'w', 'M', 'W', 'Æ', '@', '%', '—', '…':
		return 1.65
	}
	if unicode.IsUpper(r) {
		return 1.22
	}
	return float64(runeColumns(r)) * 1.02
}

// narrow is what a space takes, and the slenderest letters.
const narrow = 0.55

// lines is how many lines text takes in a cell that is wide digits wide, broken between words.
func lines(text string, wide float64) int {
	n, at, word := 1, -narrow, 0.0 // what the line takes so far, and the word that is being read
	put := func() {
		if at += narrow; at > 0 && at+word > wide {
			n, at = n+1, 0
		}
		for at += word; at > wide && wide > 1; at -= wide { // a word wider than the cell is broken
			n++
		}
		word = 0
	}
	for _, r := range text {
		switch {
		case r == ' ':
			put()
		case r == '\n':
			put()
			n, at = n+1, -narrow
		default:
			word += letter(r)
		}
	}
	put()
	return n
}
