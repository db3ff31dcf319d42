package linkage

import (
	"math/rand/v2"
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
		x, y := member{item: item{birth: a}, digits: digitsOf(a)}, member{item: item{birth: b}, digits: digitsOf(b)}
		if got, want := bornLevel(&x, &y), birthLevel(a, b); got != want {
			t.Fatalf("%d and %d: %s, want %s", a, b, levelNames[got], levelNames[want])
		}
		if got, want := (x.digits^y.digits)&dayDigits == 0, dayOf(a) == dayOf(b); got != want {
			t.Fatalf("%d and %d: the same day: %v", a, b, got)
		}
		if a != 0 && b != 0 && differing(a, b) > 4 {
			glances++
		}
	}
	if glances < 50_000 {
		t.Errorf("only %d are told at a glance", glances)
	}
}
