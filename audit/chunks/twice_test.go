package chunks

import (
	"math/rand/v2"
	"testing"
)

// TestWhatComesTwiceIsTold, and of what comes once little.
func TestWhatComesTwiceIsTold(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{0, 1, 2, 63, 1000, 100_000} {
		twice, seen := NewTwice(n), map[uint64]int{}
		for range n {
			hash := random.Uint64()
			for range 1 + random.IntN(8)/7 {
				seen[hash]++
				twice.Add(hash)
			}
		}
		told := 0
		for hash, times := range seen {
			has := twice.Has(hash)
			if times > 1 && !has {
				t.Fatalf("of %d, one that came %d times is not told", n, times)
			}
			if times == 1 && has {
				told++
			}
		}
		if told > n/5+1 {
			t.Errorf("of %d, %d that came once are told", n, told)
		}
	}
}
