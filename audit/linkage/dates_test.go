package linkage

import (
	"math/rand/v2"
	"testing"

	"ninaudit/audit/nin"
)

// TestDatesAreCounted: in a table or not, of days that exist and of such as do not.
func TestDatesAreCounted(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 6))
	for _, n := range []int{1, 50, manyEntries - 1, manyEntries, 3 * manyEntries} {
		s, want := NewSet(Shipped()), map[nin.Date]count{}
		for range n {
			birth := []nin.Date{0, 100512, 20100512, nin.Date(19000000 + r.IntN(1_500_000)), nin.Date(r.IntN(1_000_000))}[r.IntN(5)]
			it := item{birth: birth, fixed: r.IntN(2) == 0}
			if s.items.Append(it); birth != 0 {
				want[birth%1_000_000] = want[birth%1_000_000].and(!it.fixed)
			}
		}
		d, seen := s.countDates(), 0
		for day, c := range d.all() {
			if seen++; want[day] != c || d.of(day) != c {
				t.Fatalf("of %d entries, %06d is counted %v and %v, want %v", n, day, c, d.of(day), want[day])
			}
		}
		if seen != len(want) || d.of(990999) != want[990999] {
			t.Fatalf("of %d entries, %d dates are counted, want %d", n, seen, len(want))
		}
	}
}
