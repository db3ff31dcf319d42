package nin

import (
	"iter"
	"slices"
	"unicode/utf8"
)

// Blanker takes the digits of persons' numbers out of text that is about to be shown. It knows the numbers of
// a catalog. A nil Blanker knows none and still blanks what is well formed.
type Blanker struct{ known []uint64 }

// NewBlanker makes a Blanker from the values that stand where numbers should, in any order. Of a text it knows
// the numbers that stand in it; text that is no number can not be told from any other text.
func NewBlanker(values []string) *Blanker {
	b := &Blanker{}
	for _, v := range values {
		b.learn(v)
	}
	b.sort()
	return b
}

// BlankerOf makes a Blanker from so many numbers as they were read, or skimmed: it knows each as written and as it was
// meant.
func BlankerOf(most int, numbers iter.Seq[Number]) *Blanker {
	b := &Blanker{known: make([]uint64, 0, most)}
	for n := range numbers {
		if n.length == 11 { // it is meant as it is written
			b.add(int(n.length), n.packed^scramble)
			continue
		}
		written, plain := n.Reveal(), n.RevealPlain()
		b.learn(written)
		if plain != written {
			b.addRun(plain)
		}
	}
	b.sort()
	return b
}

// learn keeps the numbers that stand in a value, in digits of whatever script.
func (b *Blanker) learn(value string) {
	if onlyDigits(value) {
		b.addRun(value)
		return
	}
	for run := range Runs(PlainDigits(value)) {
		b.addRun(run)
	}
}

func (b *Blanker) addRun(v string) {
	if value, ok := packDigits(v); ok {
		b.add(len(v), value)
	}
}

func (b *Blanker) add(length int, value uint64) {
	k, ok := runKey(length, value)
	if !ok {
		return
	}
	b.known = append(b.known, k)
	if length == 11 && value < powers[10] { // what a spreadsheet makes of it
		k, _ = runKey(10, value)
		b.known = append(b.known, k)
	}
}

func (b *Blanker) sort() {
	slices.Sort(b.known)
	b.known = slices.Clip(slices.Compact(b.known))
}

// runKey is a run of digits with its length, so that leading zeros count.
func runKey(length int, value uint64) (uint64, bool) {
	return value | uint64(length)<<56, 6 <= length && length <= 16
}

// wellFormed reads a run as generously as can be, so that nobody's number slips through for being unknown.
var wellFormed = Parser{On: 99991231, AcceptSynthetic: true}

// Runs are the bounded runs of ten to twelve digits in a text, UUIDs passed over. Digits that are written in
// groups count as one run where a group ends after the sixth digit, as people write numbers (010190 12345,
// 01.01.90-12345).
func Runs(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		if !hasDigits(s, 10) {
			return
		}
		more := true
		blank(s, anyGroups, func(run string) bool {
			if more && len(run) >= 10 && len(run) <= 12 {
				more = yield(run)
			}
			return false
		})
	}
}

// isNumber tells whether a run of digits is somebody's number, or could be.
func (b *Blanker) isNumber(run string) bool {
	if value, digits := packDigits(run); digits && b != nil {
		if k, ok := runKey(len(run), value); ok {
			if _, found := slices.BinarySearch(b.known, k); found {
				return true
			}
		}
	}
	return len(run) == 11 && wellFormed.Parse(run).sound
}

// Blank replaces the digits of every bounded run that is some person's number, or a well-formed one, by
// asterisks. Digits in groups count as in Runs. UUIDs are left alone. A text without such a run is returned as
// it is.
func (b *Blanker) Blank(s string) string { return blank(s, anyGroups, b.isNumber) }

// BlankAll replaces every bounded run of 10 to 12 digits, whatever it is: for logs and errors, in which no
// such run is worth anything to a reader. UUIDs are left alone.
func BlankAll(s string) string {
	return blank(s, sixAndFive, func(run string) bool { return len(run) >= 10 && len(run) <= 12 })
}

// grouping says which groups of digits count as one run.
type grouping bool

const (
	anyGroups  grouping = false
	sixAndFive grouping = true // and no other: an address with its port, and a date with its hour, are no number
)

// blank replaces the digits of every bounded run that is a number.
func blank(s string, g grouping, isNumber func(run string) bool) string {
	var out []byte
	for i := 0; i < len(s); {
		if n := uuidAt(s, i); n > 0 {
			i += n
			continue
		}
		end := runEnd(s, i)
		if end == i {
			i++
			continue
		}
		stop := g.end(s, i, end, isNumber)
		if stop == 0 && isNumber(s[i:end]) {
			stop = end
		}
		if stop > 0 {
			if out == nil {
				out = []byte(s)
			}
			for j := i; j < stop; j++ {
				if isDigit(out[j]) {
					out[j] = '*'
				}
			}
		}
		i = max(stop, end)
	}
	if out == nil {
		return s
	}
	return string(out)
}

// end is where a number that is written in groups ends, of which the first is s[i:end]; 0 where there is
// none. A DUF number's groups are four, six and two digits, or twice six.
func (g grouping) end(s string, i, end int, isNumber func(run string) bool) (stop int) {
	var digits [12]byte
	if end-i > 6 || g == sixAndFive && end-i < 6 {
		return 0
	}
	n := copy(digits[:], s[i:end])
	natural := n >= 4 // of a DUF number, of a number without its zero, of a date
	for at := end; ; {
		from := at + separators(s[at:])
		to := runEnd(s, from)
		if from == at || to == from || n+to-from > len(digits) {
			return stop
		}
		if g == sixAndFive && to-from != 5 {
			return 0
		}
		n += copy(digits[n:], s[from:to])
		at = to
		natural = natural || n == 6
		if natural && n >= 10 && isNumber(string(digits[:n])) {
			stop = at
		}
	}
}

// separators is the length of one or two marks that people write between groups of digits; 0 for none.
func separators(s string) int {
	n := 0
	for range 2 {
		r, size := utf8.DecodeRuneInString(s[n:])
		if size == 0 || !isSeparator(r) {
			break
		}
		n += size
	}
	return n
}

// hasDigits tells whether a text has as many digits, wherever they stand.
func hasDigits(s string, least int) bool {
	for i := 0; i < len(s) && least > 0 && len(s)-i >= least; i++ {
		if isDigit(s[i]) {
			least--
		}
	}
	return least <= 0
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// runEnd is where the run of digits that begins at i ends; i where there is none.
func runEnd(s string, i int) int {
	for i < len(s) && isDigit(s[i]) {
		i++
	}
	return i
}

// uuidAt is the length of a UUID in text form that begins at i and is bounded on both sides; else 0.
func uuidAt(s string, i int) int {
	const n = 36
	if i+n > len(s) || i > 0 && isHex(s[i-1]) || i+n < len(s) && isHex(s[i+n]) {
		return 0
	}
	for j := 0; j < n; j++ {
		hyphen := j == 8 || j == 13 || j == 18 || j == 23
		if hyphen != (s[i+j] == '-') || !hyphen && !isHex(s[i+j]) {
			return 0
		}
	}
	return n
}

func isHex(c byte) bool { return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F' }
