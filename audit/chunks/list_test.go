package chunks

import (
	"testing"
)

func TestValuesKeepTheirNumbers(t *testing.T) {
	for _, n := range []int{0, 1, 5, perChunk - 1, perChunk, perChunk + 1, 3*perChunk + 1} {
		var l List[int]
		for i := range n {
			l.Append(i)
		}
		next := 0
		for i, v := range l.All() {
			if i != next || *v != i || l.At(i) != v {
				t.Fatalf("of %d, value %d is %d", n, i, *v)
			}
			next++
		}
		if next != n || l.Len() != n {
			t.Fatalf("%d values are told of %d, the length is %d", next, n, l.Len())
		}
		for range l.All() {
			break // without a word after it
		}
	}
}

// TestGrowingCostsItsChunks: a chunk for so many values, and nothing else that grows with them.
func TestGrowingCostsItsChunks(t *testing.T) {
	n := testing.AllocsPerRun(10, func() {
		var l List[[24]byte]
		for range 64 * perChunk {
			l.Append([24]byte{})
		}
	})
	if n > 64+30 {
		t.Errorf("%v allocations for 64 chunks", n)
	}
}

// TestAListOfFewTakesRoomForFew: sets of two entries are made by the thousand.
func TestAListOfFewTakesRoomForFew(t *testing.T) {
	var l List[[64]byte]
	l.Append([64]byte{})
	l.Append([64]byte{})
	if c := cap(l.chunks[0]); c > 4 {
		t.Errorf("two values have room for %d", c)
	}
}
