package chunks

import (
	"sync"
	"testing"
)

// TestEverythingIsInOnePortion however many share it.
func TestEverythingIsInOnePortion(t *testing.T) {
	for _, n := range []int{0, 1, 9, 10, 11, 1000} {
		seen := make([]int, n)
		portions := Portions(n, 10)
		var running sync.WaitGroup
		for range 3 {
			running.Go(func() {
				for from, to := range portions {
					for i := from; i < to; i++ {
						seen[i]++
					}
				}
			})
		}
		running.Wait()
		for i, times := range seen {
			if times != 1 {
				t.Fatalf("of %d, value %d is in %d portions", n, i, times)
			}
		}
	}
}
