package scan

import (
	"math/rand/v2"
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
		order := make([]int, n)
		for i := range order {
			order[i] = i
		}
		for range 2 { // in the order in which they stand, and in any other
			for _, i := range order {
				if at, found := e.find(persons[i].Entry); !found || int(at) != i {
					t.Fatalf("of %d, the %d-th is found at %d: %v", n, i, at, found)
				}
			}
			rand.New(rand.NewPCG(1, 2)).Shuffle(n, func(i, j int) { order[i], order[j] = order[j], order[i] })
		}
		if _, found := e.find(1 << 60); found {
			t.Fatalf("of %d, one is found that is not there", n)
		}
	}
}

// TestOfTwoWithOneToken the later is found, whoever was found before.
func TestOfTwoWithOneToken(t *testing.T) {
	e := newEntries([]history.Known{{Entry: 1}, {Entry: 2}, {Entry: 3}, {Entry: 2}})
	for _, c := range []struct {
		token audit.Token
		at    int32
	}{{1, 0}, {2, 3}, {3, 2}, {2, 3}, {1, 0}, {2, 3}} {
		if at, found := e.find(c.token); !found || at != c.at {
			t.Errorf("%d is found at %d, not at %d", c.token, at, c.at)
		}
	}
}
