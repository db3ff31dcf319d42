package names

import (
	"math"
	"strings"
	"testing"
)

// textbook is Jaro–Winkler as Winkler wrote it down, letter by letter.
func textbook(a, b string) float64 {
	x, y := []rune(a), []rune(b)
	x, y = x[:min(len(x), maxLetters)], y[:min(len(y), maxLetters)]
	inX, inY := make([]bool, len(x)), make([]bool, len(y))
	reach := max(max(len(x), len(y))/2-1, 0)
	common := 0
	for i := range y {
		for j := max(0, i-reach); j < len(x) && j <= i+reach; j++ {
			if !inX[j] && x[j] == y[i] {
				inX[j], inY[i] = true, true
				common++
				break
			}
		}
	}
	if common == 0 {
		return 0
	}
	outOfOrder, j := 0, 0
	for i := range y {
		if !inY[i] {
			continue
		}
		for !inX[j] {
			j++
		}
		if x[j] != y[i] {
			outOfOrder++
		}
		j++
	}
	m := float64(common)
	jaro := (m/float64(len(x)) + m/float64(len(y)) + (m-float64(outOfOrder/2))/m) / 3
	prefix := 0
	for prefix < min(4, len(x), len(y)) && x[prefix] == y[prefix] {
		prefix++
	}
	if jaro > 0.7 {
		jaro += float64(prefix) * 0.1 * (1 - jaro)
	}
	return jaro
}

func TestJaroWinkler(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"yuliia", "iuliia", .8889}, {"MARTHA", "MARHTA", .9611}, {"DIXON", "DICKSONX", .8133}, {"DWAYNE", "DUANE", .84},
		{"oleksandr", "alexander", .7778}, {"yuliia", "julia", .8222}, {"samir", "samira", .9667},
		{"viktor", "viktoriia", .9333}, {"marte", "marit", .9067}, {"anna", "anna", 1}, {"a", "a", 1}, {"a", "b", 0},
		{"", "", 0}, {"anna", "", 0}, {"", "anna", 0}, {"bjørn", "bjorn", .8933}, {"ørjan", "ørjan", 1}, {"日本", "日本", 1},
		{"abcd", "axyz", .5}, // below the threshold: the front adds nothing
	} {
		p, q := Prepare(c.a), Prepare(c.b)
		if got := p.JaroWinkler(c.b); math.Abs(got-c.want) > 5e-5 || q.JaroWinkler(c.a) != got {
			t.Errorf("JaroWinkler(%q, %q) = %.4f %.4f, want %.4f", c.a, c.b, got, q.JaroWinkler(c.a), c.want)
		}
	}
}

func TestJaroWinklerOfLongStrings(t *testing.T) {
	for _, n := range []int{63, 64, 65, 200} {
		a, b := strings.Repeat("å", n), strings.Repeat("å", n-1)+"b"
		p := Prepare(a)
		if got, want := p.JaroWinkler(b), textbook(a, b); got != want {
			t.Errorf("%d letters: %v, want %v", n, got, want)
		}
	}
}

func FuzzJaroWinkler(f *testing.F) {
	f.Add("yuliia", "iuliia")
	f.Add("bjørnøå", "øbjrnåø")
	f.Add(strings.Repeat("ab", 40), strings.Repeat("ba", 40))
	f.Add("\xff\xfe", "�")
	f.Fuzz(func(t *testing.T, a, b string) {
		p, q := Prepare(a), Prepare(b)
		got := p.JaroWinkler(b)
		if want := textbook(a, b); got != want {
			t.Errorf("JaroWinkler(%q, %q) = %v, want %v", a, b, got, want)
		}
		if other := q.JaroWinkler(a); math.Abs(got-other) > 1e-12 {
			t.Errorf("JaroWinkler(%q, %q) = %v, and the other way %v", a, b, got, other)
		}
		if got < 0 || got > 1 {
			t.Errorf("JaroWinkler(%q, %q) = %v", a, b, got)
		}
	})
}

func TestJaroWinklerAllocatesNothing(t *testing.T) {
	p := Prepare("bjørn aleksander")
	if n := testing.AllocsPerRun(100, func() { p.JaroWinkler("bjorn oleksandr ø") }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkJaroWinkler(b *testing.B) {
	p := Prepare("oleksandr")
	b.ReportAllocs()
	for b.Loop() {
		p.JaroWinkler("aleksander")
	}
}

func BenchmarkPrepare(b *testing.B) {
	for b.Loop() {
		Prepare("oleksandr")
	}
}
