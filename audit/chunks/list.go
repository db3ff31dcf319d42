// Package chunks holds lists of very many small values. A slice that grows leaves behind what it was, and ends with room
// for a quarter more than it holds; a list grows by chunks, and what it holds stays where it is.
package chunks

import "iter"

// perChunk is how many values a chunk has.
const perChunk = 1 << 12

// List is values numbered from 0. The zero List is empty.
type List[T any] struct {
	chunks []*[perChunk]T
	n      int
}

// Append adds a value.
func (l *List[T]) Append(v T) {
	if l.n == len(l.chunks)*perChunk {
		l.chunks = append(l.chunks, new([perChunk]T))
	}
	*l.At(l.n) = v
	l.n++
}

// Len is the number of values.
func (l *List[T]) Len() int { return l.n }

// At is the place of the i-th value; it panics where there is none, and stays the same whatever is added.
func (l *List[T]) At(i int) *T { return &l.chunks[uint(i)/perChunk][uint(i)%perChunk] }

// All are the places of all values, in their order.
func (l *List[T]) All() iter.Seq2[int, *T] {
	return func(yield func(int, *T) bool) {
		for i := range l.n {
			if !yield(i, l.At(i)) {
				return
			}
		}
	}
}
