package linkage

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"ninaudit/audit/nin"
)

// TestBornAsDatesAre: what is told at a glance is what comparing the dates tells, of dates of every kind.
func TestBornAsDatesAre(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 5))
	date := func() nin.Date {
		d := nin.MakeDate([]int{0, 9, 89, 1909, 1989, 1990, 1999, 2000, 2009, 2011}[r.IntN(10)], 1+r.IntN(12), 1+r.IntN(31))
		if r.IntN(20) == 0 {
			d = 0
		}
		return d
	}
	glances := 0
	for range 300_000 {
		a, b := date(), date()
		if r.IntN(2) == 0 {
			b = slipped(r, a)
		}
		x, y := member{item: item{birth: a}, digits: digitsOf(a)}, member{item: item{birth: b}, digits: digitsOf(b)}
		if got, want := bornLevel(&x, &y), birthLevel(a, b); got != want {
			t.Fatalf("%d and %d: %s, want %s", a, b, levelNames[got], levelNames[want])
		}
		if got, want := (x.digits^y.digits)&dayDigits == 0, dayOf(a) == dayOf(b); got != want {
			t.Fatalf("%d and %d: the same day: %v", a, b, got)
		}
		if a != 0 && b != 0 && differing(a, b) > 2 && !mayBeSlip(x.digits, y.digits, x.digits^y.digits) {
			glances++
		}
	}
	if glances < 50_000 {
		t.Errorf("only %d are told at a glance", glances)
	}
}

// slipped is a date with up to three slips: digits replaced, swapped with a neighbour, or left out and another put in.
func slipped(r *rand.Rand, d nin.Date) nin.Date {
	digits := []byte(fmt.Sprintf("%08d", d))
	for range r.IntN(4) {
		at, to := r.IntN(8), r.IntN(8)
		switch r.IntN(3) {
		case 0:
			digits[at] = byte('0' + r.IntN(10))
		case 1:
			digits[at], digits[max(at-1, 0)] = digits[max(at-1, 0)], digits[at]
		default:
			digits = slices.Insert(slices.Delete(digits, at, at+1), to, byte('0'+r.IntN(10)))
		}
	}
	n, _ := strconv.Atoi(string(digits))
	return nin.Date(n)
}
