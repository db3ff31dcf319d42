package chunks

import (
	"iter"
	"sync/atomic"
)

// Portions divides n values among all who range over it at one time: each gets the next portion, from one place up to
// another, of size values or what is left, until there is none.
func Portions(n, size int) iter.Seq2[int, int] {
	var next atomic.Int64
	return func(yield func(from, to int) bool) {
		for {
			to := int(next.Add(int64(size)))
			if from := to - size; from >= n || !yield(from, min(to, n)) {
				return
			}
		}
	}
}
