package nin

import (
	"iter"
	"slices"
	"strings"
)

// Blanker takes the digits of persons' numbers out of text that is about to be shown. It knows the numbers of
// a catalog. A nil Blanker knows none and still blanks what is well formed.
type Blanker struct{ known []uint64 }

// NewBlanker makes a Blanker from the values that stand where numbers should, in any order. Values that are
// not 6 to 16 digits are left out: text that is no number can not be told from any other text.
func NewBlanker(values []string) *Blanker {
	b := &Blanker{}
	for _, v := range values {
		b.add(v)
	}
	b.sort()
	return b
}

// BlankerOf makes a Blanker from numbers as they were read: it knows each as written and as it was meant.
func BlankerOf(numbers []Number) *Blanker {
	b := &Blanker{known: make([]uint64, 0, len(numbers))}
	for _, n := range numbers {
		written, plain := n.Reveal(), n.RevealPlain()
		b.add(written)
		if plain != written {
			b.add(plain)
		}
	}
	b.sort()
	return b
}

func (b *Blanker) add(v string) {
	if k, ok := runKey(v); ok {
		b.known = append(b.known, k)
		if len(v) == 11 && v[0] == '0' { // what a spreadsheet makes of it
			k, _ = runKey(v[1:])
			b.known = append(b.known, k)
		}
	}
}

func (b *Blanker) sort() {
	slices.Sort(b.known)
	b.known = slices.Clip(slices.Compact(b.known))
}

// runKey is a run of digits with its length, so that leading zeros count.
func runKey(run string) (uint64, bool) {
	v, ok := packDigits(run)
	if !ok || len(run) < 6 || len(run) > 16 {
		return 0, false
	}
	return v | uint64(len(run))<<56, true
}

// wellFormed reads a run as generously as can be, so that nobody's number slips through for being unknown.
var wellFormed = Parser{On: 99991231, AcceptSynthetic: true}

// Runs are the bounded runs of ten to twelve digits in a text, UUIDs passed over; six digits and five with one
// blank, hyphen or dot between them count as one run of eleven.
func Runs(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		more := true
		blank(s, func(run string) bool {
			if more && len(run) >= 10 && len(run) <= 12 {
				more = yield(run)
			}
			return false
		})
	}
}

// isNumber tells whether a run of digits is somebody's number, or could be.
func (b *Blanker) isNumber(run string) bool {
	if k, ok := runKey(run); ok && b != nil {
		if _, found := slices.BinarySearch(b.known, k); found {
			return true
		}
	}
	return len(run) == 11 && wellFormed.Parse(run).sound
}

// Blank replaces the digits of every bounded run that is some person's number, or a well-formed one, by
// asterisks. Six digits and five with one blank, hyphen or dot between them count as one run. UUIDs are left
// alone. A text without such a run is returned as it is.
func (b *Blanker) Blank(s string) string { return blank(s, b.isNumber) }

// BlankAll replaces every bounded run of 10 to 12 digits, whatever it is: for logs and errors, in which no
// such run is worth anything to a reader. UUIDs are left alone.
func BlankAll(s string) string {
	return blank(s, func(run string) bool { return len(run) >= 10 && len(run) <= 12 })
}

// blank replaces the digits of every bounded run that is a number.
func blank(s string, isNumber func(run string) bool) string {
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
		run, stop := s[i:end], end
		if end-i == 6 && end+6 <= len(s) && strings.IndexByte(" -.", s[end]) >= 0 && runEnd(s, end+1) == end+6 {
			if joined := run + s[end+1:end+6]; isNumber(joined) {
				run, stop = joined, end+6
			}
		}
		if isNumber(run) {
			if out == nil {
				out = []byte(s)
			}
			for j := i; j < stop; j++ {
				if isDigit(out[j]) {
					out[j] = '*'
				}
			}
		}
		i = stop
	}
	if out == nil {
		return s
	}
	return string(out)
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
