package pairs

import (
	"reflect"
	"strings"
	"testing"

	"ninaudit/audit/nin"
)

const size = 20_000

// made is one set for the tests that only look at it.
func made(t *testing.T) *Set {
	t.Helper()
	return Generate(Options{Seed: 7, Persons: size, Duplicates: 0.05})
}

func TestDeterministic(t *testing.T) {
	for name, maker := range map[string]func(seed uint64) *Set{
		"generate": func(seed uint64) *Set { return Generate(Options{Seed: seed, Persons: 3000}) },
		"labelled": func(seed uint64) *Set { return Labelled(seed, 3000) },
	} {
		if !reflect.DeepEqual(maker(3), maker(3)) {
			t.Errorf("%s: two sets of one seed differ", name)
		}
		if reflect.DeepEqual(maker(3), maker(4)) {
			t.Errorf("%s: two seeds make one set", name)
		}
	}
}

func TestSizes(t *testing.T) {
	for _, tt := range []struct {
		o                Options
		persons, entries int
	}{
		{Options{Seed: 1, Persons: 5000}, 5000, 5050},
		{Options{Seed: 1, Persons: 1000, Duplicates: -1}, 1000, 1000},
		{Options{Seed: 1, Persons: 1000, Duplicates: 0.2}, 1000, 1200},
		{Options{Seed: 1, Persons: 0}, 0, 0},
		{Options{Seed: 1, Persons: 1}, 1, 1},
	} {
		s := Generate(tt.o)
		who := map[int]bool{}
		for _, p := range s.Persons {
			who[p] = true
		}
		if len(who) != tt.persons || len(s.Records) != tt.entries || len(s.Groups) != tt.entries {
			t.Errorf("%+v: %d persons, %d records, %d groups", tt.o, len(who), len(s.Records), len(s.Groups))
		}
	}
}

// TestTruth holds that a pair is true if, and only if, its records are one person, and that decoys
// are two.
func TestTruth(t *testing.T) {
	for name, s := range map[string]*Set{"generate": made(t), "labelled": Labelled(5, size)} {
		entries := map[int]int{}
		for _, p := range s.Persons {
			entries[p]++
		}
		for p, n := range entries {
			if n > 2 {
				t.Errorf("%s: person %d has %d entries", name, p, n)
			}
		}
		if apart := distance(s.Truth); apart < len(s.Records)/5 {
			t.Errorf("%s: the entries of a person stand %d apart: their order tells", name, apart)
		}
		if extra := len(s.Records) - len(entries); extra != len(s.Truth) {
			t.Errorf("%s: %d second entries, %d true pairs", name, extra, len(s.Truth))
		}
		for _, p := range s.Truth {
			if p.A >= p.B || s.Persons[p.A] != s.Persons[p.B] || p.Group != s.Groups[p.A] || p.Group != s.Groups[p.B] {
				t.Errorf("%s: %+v is no pair of one person", name, p)
			}
		}
		for _, p := range s.Decoys {
			if p.A >= p.B || s.Persons[p.A] == s.Persons[p.B] {
				t.Errorf("%s: %+v is no pair of two persons", name, p)
			}
		}
	}
}

// distance is how far apart the records of pairs stand on average: in any order, a third of the set.
func distance(all []Pair) int {
	sum := 0
	for _, p := range all {
		sum += p.B - p.A
	}
	return sum / len(all)
}

// TestShares holds that each kind is there in its proportion, in each group where it is met.
func TestShares(t *testing.T) {
	s := made(t)
	count := map[string]int{}
	for _, p := range s.Truth {
		count[p.Kind]++
		count[p.Group]++
	}
	sum := 0
	for _, k := range kinds() {
		sum += k.share
		if want := len(s.Truth) * k.share / 100; count[k.name] < want-1 || count[k.name] > want+1 {
			t.Errorf("%s: %d of %d pairs, want %d", k.name, count[k.name], len(s.Truth), want)
		}
	}
	if sum != 100 {
		t.Errorf("the shares of the kinds add up to %d", sum)
	}
	for _, o := range newOrigins() {
		if count[o.name] < len(s.Truth)*3/100 {
			t.Errorf("%s: only %d true pairs", o.name, count[o.name])
		}
	}
	traps := map[string]int{}
	for _, p := range s.Decoys {
		traps[p.Kind]++
	}
	for _, d := range decoys() {
		if want := size * d.share / 100_000; traps[d.name] != want {
			t.Errorf("%s: %d decoys, want %d", d.name, traps[d.name], want)
		}
	}
}

// TestNumbers holds that a number is synthetic or published, is what it imitates, and is one
// entry's and of its birth date; and that the two entries of a person have not both a
// fødselsnummer.
func TestNumbers(t *testing.T) {
	s := made(t)
	paired := map[int]bool{}
	for _, p := range s.Truth {
		paired[p.A], paired[p.B] = true, true
	}
	seen, kinds := map[nin.Number]bool{}, map[nin.Kind]int{}
	for i := range s.Records {
		n := s.Records[i].Number
		kinds[n.Kind()]++
		if n.IsZero() {
			continue
		}
		if seen[n] || n.Fault() != nin.Fine {
			t.Errorf("record %d: its number is another's too, or at fault (%v)", i, n.Fault())
		}
		seen[n] = true
		if n.Kind() == nin.Fnr && !paired[i] && n.Birth() != s.Records[i].Birth {
			t.Errorf("record %d: a fødselsnummer of another birth date", i)
		}
		digits := n.Reveal() // to look at the month
		switch n.Kind() {
		case nin.DUF:
			if !strings.Contains(strings.Join(dufVectors, " "), digits) {
				t.Errorf("record %d: a DUF number that is not published", i)
			}
		case nin.Fnr, nin.D:
			if strict := (nin.Parser{On: 20260815}).Parse(digits); digits[2] < '8' || strict.Kind() != nin.Synthetic {
				t.Errorf("record %d: a number that is not synthetic", i)
			}
		default:
			t.Errorf("record %d: a number of kind %v", i, n.Kind())
		}
	}
	if kinds[nin.Fnr] < size*8/10 || kinds[nin.D] < size/100 || kinds[nin.None] < size/50 || kinds[nin.DUF] == 0 {
		t.Errorf("kinds of numbers: %v", kinds)
	}
	combined := map[[2]nin.Kind]int{}
	for _, p := range s.Truth {
		a, b := s.Records[p.A].Number.Kind(), s.Records[p.B].Number.Kind()
		combined[[2]nin.Kind{min(a, b), max(a, b)}]++
	}
	if combined[[2]nin.Kind{nin.Fnr, nin.Fnr}] > 0 {
		t.Error("a person with two fødselsnummer")
	}
	for _, n := range numberings {
		key := [2]nin.Kind{min(n.first, n.second), max(n.first, n.second)}
		if combined[key] == 0 {
			t.Errorf("no pair of %v and %v", n.first, n.second)
		}
	}
}
