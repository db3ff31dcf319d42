package names

import (
	"bytes"

	"ninaudit/audit/nin"
)

// farthest is where DateDistance stops counting.
const farthest = 3

// DateDistance is how many digits must be put in, left out, replaced or swapped with a neighbour to make one
// birth date of the other (optimal string alignment), at most 3. It compares yyyymmdd, or yymmdd where a date
// does not know its century. A missing date is 3 from any other and from itself: it is no evidence.
func DateDistance(a, b nin.Date) int {
	if a == 0 || b == 0 {
		return farthest
	}
	if a == b {
		return 0
	}
	n := 8
	if !a.KnowsCentury() || !b.KnowsCentury() {
		n = 6
	}
	x, y := digits(a, n), digits(b, n)
	return distance(x[:n], y[:n])
}

// distance is the optimal string alignment distance of two strings of one length, at most farthest, which is 3. Two changes
// that leave the length as it is are few enough to be tried: of single digits, of neighbours, or one digit put in and
// another left out, so that those between move by one.
func distance(x, y []byte) int {
	var at [5]int // where they differ, as far as it is of use
	n := 0
	for i := range x {
		if x[i] != y[i] {
			if n < len(at) {
				at[n] = i
			}
			n++
		}
	}
	swapped := func(i int) bool { // the i-th difference and the next are neighbours that changed places
		p, q := at[i], at[i+1]
		return q == p+1 && x[p] == y[q] && x[q] == y[p]
	}
	switch {
	case n <= 1, n == 2 && !swapped(0):
		return n
	case n == 2:
		return 1
	case n == 3 && (swapped(0) || swapped(1)), n == 4 && swapped(0) && swapped(2):
		return 2
	}
	first, last := at[0], len(x)-1
	for x[last] == y[last] {
		last--
	}
	if bytes.Equal(x[first+1:last+1], y[first:last]) || bytes.Equal(x[first:last], y[first+1:last+1]) {
		return 2
	}
	return farthest
}

// digits are the last n digits of a date.
func digits(d nin.Date, n int) (out [8]byte) {
	v := uint32(d)
	for i := n - 1; i >= 0; i-- {
		out[i] = byte(v % 10)
		v /= 10
	}
	return out
}

// DateSwapped tells whether two dates have one year, and the day of each is the month of the other.
func DateSwapped(a, b nin.Date) bool {
	if a == 0 || b == 0 || a.Day() == a.Month() {
		return false
	}
	return nin.MakeDate(a.Year(), a.Day(), a.Month()).SameDay(b)
}

// NextDate tells whether two dates are the same but for the day, the month or the year, which is one more or less:
// the ninth and the tenth, 1989 and 1990. A date that does not know its century is compared without it.
func NextDate(a, b nin.Date) bool {
	if a == 0 || b == 0 {
		return false
	}
	if !a.KnowsCentury() || !b.KnowsCentury() {
		a, b = a%1_000_000, b%1_000_000
	}
	switch a - b { // of yyyymmdd: a step in one field leaves the others as they are
	case 1, -1:
		return a/100 == b/100
	case 100, -100:
		return a/10_000 == b/10_000
	case 10_000, -10_000:
		return true
	}
	return false
}
