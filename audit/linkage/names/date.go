package names

import "ninaudit/audit/nin"

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
	from := 0 // what is equal at both ends costs nothing
	for ; from < n && x[from] == y[from]; from++ {
	}
	for ; n > from && x[n-1] == y[n-1]; n-- {
	}
	return osa(x[from:n], y[from:n])
}

// osa is the optimal string alignment distance of two strings of eight digits at the most, at most farthest.
func osa(x, y []byte) int {
	n := len(x)
	var cost [9][9]uint8
	for i := range n + 1 {
		cost[i][0], cost[0][i] = uint8(i), uint8(i)
	}
	for i := 1; i <= n; i++ {
		for j := 1; j <= n; j++ {
			replace := cost[i-1][j-1]
			if x[i-1] != y[j-1] {
				replace++
			}
			best := min(replace, cost[i-1][j]+1, cost[i][j-1]+1)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				best = min(best, cost[i-2][j-2]+1)
			}
			cost[i][j] = best
		}
	}
	return min(int(cost[n][n]), farthest)
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
