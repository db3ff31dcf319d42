package chunks

import "testing"

func TestValuesStayWhereTheyAre(t *testing.T) {
	var l List[int]
	var places []*int
	for i := range 3*perChunk + 1 {
		l.Append(i)
		places = append(places, l.At(i))
	}
	if l.Len() != len(places) {
		t.Fatalf("%d values of %d", l.Len(), len(places))
	}
	next := 0
	for i, v := range l.All() {
		if i != next || *v != i || v != places[i] {
			t.Fatalf("value %d is %d", i, *v)
		}
		next++
	}
	if next != len(places) {
		t.Fatalf("%d values are told of %d", next, len(places))
	}
	for range l.All() {
		break // without a word after it
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
	if n > 64+8 {
		t.Errorf("%v allocations for 64 chunks", n)
	}
}
