package chunks

import (
	"iter"
	"sync"
)

// Ahead yields what a sequence yields, while that is already at what comes next, in a goroutine of its own. A value must hold
// until the one after it has been taken: two of a kind, in turn, are enough. Whoever breaks off waits for the sequence to come
// to its next value.
func Ahead[T any](all iter.Seq[T]) iter.Seq[T] {
	return func(yield func(T) bool) {
		next, enough := make(chan T), make(chan struct{})
		var running sync.WaitGroup
		running.Go(func() {
			defer close(next)
			for v := range all {
				select {
				case next <- v:
				case <-enough:
					return
				}
			}
		})
		defer running.Wait()
		defer close(enough)
		for v := range next {
			if !yield(v) {
				return
			}
		}
	}
}
