package linkage

import (
	"context"
	"fmt"
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
	if hashOf(one)>>33 != hashOf(other)>>33 || one == other || other&1 == 0 {
		t.Fatal("the keys do not share a hash")
	}
	candidates := func(ones, others int) (within, across int, found []Capped) {
		s := NewSet(Shipped())
		for i := range ones + others {
			s.items.Append(item{mail: one, fixed: i%2 == 0})
			if i >= ones {
				s.items.At(i).mail = other
			}
			if i%2 != 0 {
				s.open++
			}
		}
		rand.New(rand.NewPCG(1, 2)).Shuffle(s.items.Len(), func(i, j int) { *s.items.At(i), *s.items.At(j) = *s.items.At(j), *s.items.At(i) })
		var capped cappedBlocks
		for x, y := range s.eachPair(&capped) {
			if within++; x.mail != y.mail {
				across++
			}
		}
		return within, across, capped.blocks
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

// TestACappedBlockHidesNoPair: two entries whose first block is too large are compared in the next that they share.
func TestACappedBlockHidesNoPair(t *testing.T) {
	s := NewSet(Shipped())
	for i := range MostInBlock + 200 {
		s.Add(&Record{Given: fmt.Sprintf("G%c%c%c", 'a'+i%7, 'b'+i%11, 'a'+i%13), Surname: fmt.Sprintf("S%c%c%c", 'a'+i%17, 'b'+i%19, 'k'+i%5), Birth: 19000101})
	}
	twice := Record{Given: "Yuliia", Surname: "Tymbaliuk", Birth: 19000101, Mail: "y@private.example"}
	s.Add(&twice)
	s.Add(&twice)
	n := s.Len()
	r := s.Link(context.Background(), func(int, int) bool { return true })
	found := 0
	for _, p := range r.Pairs {
		if p.A == n-2 && p.B == n-1 {
			found++
		}
	}
	if found != 1 || len(r.Capped) == 0 || r.Capped[0].Pass != passDate {
		t.Errorf("the pair is named %d times; capped %v", found, r.Capped)
	}
}
