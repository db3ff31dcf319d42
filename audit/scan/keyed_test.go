package scan

import (
	"hash/maphash"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"ninaudit/audit"
)

// TestSharedAreTheRowsOfOneHash: all that have one, whichever stretch they stand in, in their order, and nobody else.
func TestSharedAreTheRowsOfOneHash(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{0, 1, 2, 10, 1000, 20_000} {
		for _, different := range []int{1, 2, n/2 + 1, 50 * (n + 1)} {
			var parts [3]hashes
			stretches, want, row := make([]stretch, 0, 3), map[uint32][]uint32{}, uint32(0)
			for i := range parts {
				stretches = append(stretches, stretch{&parts[i], row})
				for range n / (i + 1) {
					hash := uint32(0)
					if random.IntN(5) > 0 {
						hash = half(uint64(random.IntN(different)) * 0x9e3779b97f4a7c15)
						want[hash] = append(want[hash], row)
					}
					parts[i].Append(hash)
					row++
				}
			}
			maps.DeleteFunc(want, func(_ uint32, rows []uint32) bool { return len(rows) < 2 })
			got := map[uint32][]uint32{}
			for group := range shared(stretches...) {
				if got[group[0].hash()] != nil {
					t.Fatal("a hash comes twice")
				}
				for _, k := range group {
					got[k.hash()] = append(got[k.hash()], k.row())
				}
			}
			if !maps.EqualFunc(got, want, slices.Equal) {
				t.Errorf("of %d rows and %d hashes, %d groups for %d", row, different, len(got), len(want))
			}
		}
	}
}

// TestRowsThatAreAloneCostNothing: nearly every row is.
func TestRowsThatAreAloneCostNothing(t *testing.T) {
	var all hashes
	const n = 100_000
	random := rand.New(rand.NewPCG(1, 2))
	for range n {
		all.Append(half(random.Uint64()))
	}
	if kept := len(several([]stretch{{&all, 0}})); kept > n/6 {
		t.Errorf("of %d rows that are alone, %d are kept", n, kept)
	}
}

// TestWhoHasANumber: the index finds all who have it and nobody else, in their order.
func TestWhoHasANumber(t *testing.T) {
	for _, n := range []int{0, 1, 2, 3, 500} {
		s := stateOf(t, n)
		for row := range uint32(n) {
			number := s.pop.skimmed(row)
			var want []uint32
			for other := range uint32(n) {
				if plain := number.RevealPlain(); other != row && plain != "" && s.pop.skimmed(other).RevealPlain() == plain {
					want = append(want, other)
				}
			}
			if got := s.sharers(row, number); !slices.Equal(got, want) {
				t.Fatalf("of %d, row %d shares with %v, not %v", n, row, got, want)
			}
		}
		if got := s.sharers(0, parser.Parse("41819077302")); len(got) > 0 {
			t.Errorf("nobody's number is that of %v", got)
		}
	}
}

// stateOf is a run with so many persons, some of whom have no number or one that others have, or that a spreadsheet has
// made shorter.
func stateOf(t *testing.T, n int) *state {
	t.Helper()
	part := newRows(0, "a")
	for i := range n {
		value := [...]string{"03851598730", "3851598730", "", "03 85 15 98730", "4181907730", "41819077906", "ikke tildelt"}[i%7]
		p := person("x", func(p *audit.Person) { p.NIN = parser.Parse(value) })
		part.add(&p)
	}
	s := &state{seed: maphash.MakeSeed()}
	s.pop.join(part)
	return s
}
