package names

import (
	"testing"

	"ninaudit/audit/nin"
)

func TestDateDistance(t *testing.T) {
	for _, c := range []struct {
		a, b nin.Date
		want int
	}{
		{20100515, 20100515, 0}, {20100515, 20100516, 1}, {20100515, 20100551, 1}, {20100515, 20010515, 1},
		{20100512, 20101205, 3}, {20100515, 20110616, 3}, {19991231, 20000101, 3}, {100515, 20100515, 0},
		{100515, 19100516, 1}, {100515, 100515, 0}, {515, 20000515, 0}, {0, 20100515, 3}, {0, 0, 3}, {20101112, 20111012, 2},
		{-20100515, 20100515, 3},
	} {
		if DateDistance(c.a, c.b) != c.want || DateDistance(c.b, c.a) != c.want {
			t.Errorf("DateDistance(%d, %d) = %d %d, want %d",
				c.a, c.b, DateDistance(c.a, c.b), DateDistance(c.b, c.a), c.want)
		}
	}
}

func TestDateSwapped(t *testing.T) {
	for _, c := range []struct {
		a, b nin.Date
		want bool
	}{
		{20100512, 20101205, true}, {20100512, 20100512, false}, {20100505, 20100505, false}, {20100512, 20111205, false},
		{100512, 20101205, true}, {100512, 111205, false}, {0, 0, false}, {20100512, 0, false}, {20100531, 20103105, true},
	} {
		if DateSwapped(c.a, c.b) != c.want || DateSwapped(c.b, c.a) != c.want {
			t.Errorf("DateSwapped(%d, %d) = %v, want %v", c.a, c.b, !c.want, c.want)
		}
	}
}

func FuzzDate(f *testing.F) {
	f.Add(int32(20100515), int32(100551))
	f.Fuzz(func(t *testing.T, x, y int32) {
		a, b := nin.Date(x), nin.Date(y)
		d := DateDistance(a, b)
		if d < 0 || d > farthest || d != DateDistance(b, a) || a != 0 && DateDistance(a, a) != 0 {
			t.Errorf("DateDistance(%d, %d) = %d, other way %d", a, b, d, DateDistance(b, a))
		}
		if n := 8; a != 0 && b != 0 && a != b {
			if !a.KnowsCentury() || !b.KnowsCentury() {
				n = 6
			}
			v, w := digits(a, n), digits(b, n)
			if all := osa(v[:n], w[:n]); all != d {
				t.Errorf("DateDistance(%d, %d) = %d, and %d by trying everything", a, b, d, all)
			}
		}
		if DateSwapped(a, b) != DateSwapped(b, a) {
			t.Errorf("DateSwapped(%d, %d) depends on the order", a, b)
		}
	})
}

func BenchmarkDateDistance(b *testing.B) {
	for b.Loop() {
		DateDistance(20100515, 20105015)
	}
}

func TestNextDate(t *testing.T) {
	for _, c := range []struct {
		a, b nin.Date
		want bool
	}{
		{20140309, 20140310, true}, {20140909, 20141009, true}, {19891231, 19901231, true}, {19990101, 20000101, true},
		{140309, 20140310, true}, {140309, 140310, true}, {20140331, 20140401, false}, {20141231, 20150101, false},
		{20140309, 20140309, false}, {20140309, 20140410, false}, {20140309, 20140311, false}, {0, 1, false}, {0, 0, false},
	} {
		if NextDate(c.a, c.b) != c.want || NextDate(c.b, c.a) != c.want {
			t.Errorf("NextDate(%d, %d) = %v, want %v", c.a, c.b, !c.want, c.want)
		}
	}
}

// osa is the optimal string alignment distance by its definition, at most farthest.
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

// TestDistanceByItsDefinition: of all strings of six of three digits, and of many of eight.
func TestDistanceByItsDefinition(t *testing.T) {
	spell := func(n, number int) []byte {
		s := make([]byte, n)
		for i := range s {
			s[i], number = byte(number%3), number/3
		}
		return s
	}
	check := func(x, y []byte) {
		t.Helper()
		if got, want := distance(x, y), osa(x, y); got != want {
			t.Fatalf("from %v to %v it is %d, want %d", x, y, got, want)
		}
	}
	const six, eight = 729, 6561
	for i := range six {
		x := spell(6, i)
		for j := range six {
			check(x, spell(6, j))
		}
	}
	for i := 0; i < eight; i += 7 {
		x := spell(8, i)
		for j := range eight / 5 {
			check(x, spell(8, (i+5*j)%eight))
		}
	}
}
