package scan

import (
	"testing"

	"ninaudit/audit"
	"ninaudit/audit/history"
)

// TestEntriesAreFound: also where tokens want one slot, and for none that is not there.
func TestEntriesAreFound(t *testing.T) {
	for _, n := range []int{0, 1, 3, 64, 1000} {
		var persons []history.Known
		for i := range n {
			persons = append(persons, history.Known{Entry: audit.Token(i%7)<<40 | audit.Token(i+1)<<12})
		}
		e := newEntries(persons)
		for i := range persons {
			if at, found := e.find(persons[i].Entry); !found || int(at) != i {
				t.Fatalf("of %d, the %d-th is found at %d: %v", n, i, at, found)
			}
		}
		if _, found := e.find(1 << 60); found {
			t.Fatalf("of %d, one is found that is not there", n)
		}
	}
}
