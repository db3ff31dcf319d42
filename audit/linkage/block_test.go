package linkage

import (
	"math/rand/v2"
	"testing"
)

// TestKeysWithOneHash: two keys that share a hash share a block. No pair of theirs is compared, and neither counts for
// the other where a block is too large.
func TestKeysWithOneHash(t *testing.T) {
	inverse := uint64(1) // of the multiplier of hashOf: Newton doubles its true bits five times and once more
	for range 6 {
		inverse *= 2 - inverse*hashOf(1)
	}
	one := uint64(0x1234567)
	other := (hashOf(one) ^ 2) * inverse
	if hashOf(one)>>32 != hashOf(other)>>32 || one == other || other&1 == 0 {
		t.Fatal("the keys do not share a hash")
	}
	candidates := func(ones, others int) (within, across int, capped []Capped) {
		s := NewSet(Shipped())
		for i := range ones + others {
			s.items = append(s.items, item{mail: one, fixed: i%2 == 0})
			if i >= ones {
				s.items[i].mail = other
			}
			if i%2 != 0 {
				s.open++
			}
		}
		rand.New(rand.NewPCG(1, 2)).Shuffle(len(s.items), func(i, j int) { s.items[i], s.items[j] = s.items[j], s.items[i] })
		for i, j := range s.candidates(&capped) {
			if within++; s.items[i].mail != s.items[j].mail {
				across++
			}
		}
		return within, across, capped
	}
	pairs := func(n int) int { return n*(n-1)/2 - n/2*(n/2-1)/2 } // but not of two that have a number
	if n, across, capped := candidates(5000, 4000); n != pairs(5000)+pairs(4000) || across != 0 || len(capped) != 0 {
		t.Errorf("%d pairs, %d of two keys, capped %v", n, across, capped)
	}
	n, across, capped := candidates(7200, 40)
	if n != pairs(40) || across != 0 || len(capped) != 1 || capped[0] != (Capped{passMail, 7200}) {
		t.Errorf("%d pairs, %d of two keys, capped %v", n, across, capped)
	}
}
