package linkage

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestFiledIsInOrder: few and many, of many keys and of few, with room left from before and without.
func TestFiledIsInOrder(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var room []filed
	for _, n := range []int{0, 1, 2, 1000, 100_000, 2047, 2048, 2049, 50_000} {
		for _, keys := range []int{1, 7, n + 1, 100 * (n + 1)} {
			rows := make([]filed, n)
			for i := range rows {
				rows[i] = fileUnder(uint64(random.IntN(keys)+1), i, random.IntN(2) == 0)
			}
			want := slices.SortedStableFunc(slices.Values(rows), func(a, b filed) int { return cmp.Compare(hash(a), hash(b)) })
			var got []filed
			if got, room = arrange(rows, room); !slices.Equal(got, want) {
				t.Errorf("%d entries of %d keys are not in order", n, keys)
			}
		}
	}
}

func BenchmarkArrange(b *testing.B) {
	all := make([]filed, 1_000_000)
	for i := range all {
		all[i] = fileUnder(uint64(rand.Uint64()), i, i > 50_000)
	}
	var room []filed
	for b.Loop() {
		_, room = arrange(slices.Clone(all), room)
	}
}
