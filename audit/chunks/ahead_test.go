package chunks

import (
	"iter"
	"slices"
	"sync/atomic"
	"testing"
)

// TestAheadByOne: all values come, in their order, from a sequence that uses two rooms in turn; and while one is looked at, the
// next is made.
func TestAheadByOne(t *testing.T) {
	const n = 1000
	var made atomic.Int32
	twoRooms := func(yield func([]int) bool) {
		var rooms [2][]int
		for i := range n {
			rooms[i%2] = append(rooms[i%2][:0], i, i)
			made.Add(1)
			if !yield(rooms[i%2]) {
				return
			}
		}
	}
	want := 0
	for v := range Ahead[[]int](twoRooms) {
		if !slices.Equal(v, []int{want, want}) {
			t.Fatalf("%v comes, want %d", v, want)
		}
		if want++; want < n {
			for made.Load() <= int32(want) { // nobody asks for it
			}
		}
		if made.Load() > int32(want)+1 {
			t.Fatal("a room is used while somebody looks at it")
		}
	}
	if want != n {
		t.Errorf("%d values come", want)
	}
}

// TestAheadBreaksOff: who has enough leaves nobody running.
func TestAheadBreaksOff(t *testing.T) {
	ended := false
	endless := func(yield func(int) bool) {
		defer func() { ended = true }()
		for i := 0; yield(i); i++ {
		}
	}
	for v := range Ahead(iter.Seq[int](endless)) {
		if v == 3 {
			break
		}
	}
	if !ended { // the race detector sees it if nobody waited
		t.Error("the sequence goes on")
	}
}
