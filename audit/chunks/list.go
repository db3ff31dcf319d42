// Package chunks is for very many small values: it holds lists of them, tells which come twice, and divides them among
// processors. A slice that grows leaves behind what it was, and ends with room for a quarter more than it holds; a list
// grows by chunks, and copies none but the first.
package chunks

import "iter"

// perChunk is how many values a chunk has.
const perChunk = 1 << 12

// List is values numbered from 0. The zero List is empty; one of few values takes room for few.
type List[T any] struct{ chunks [][]T }

// Append adds a value.
func (l *List[T]) Append(v T) {
	last := len(l.chunks) - 1
	switch {
	case last < 0:
		l.chunks, last = append(l.chunks, nil), 0
	case len(l.chunks[last]) == perChunk:
		l.chunks, last = append(l.chunks, make([]T, 0, perChunk)), last+1
	}
	l.chunks[last] = append(l.chunks[last], v)
}

// Len is the number of values.
func (l *List[T]) Len() int {
	last := len(l.chunks) - 1
	if last < 0 {
		return 0
	}
	return last*perChunk + len(l.chunks[last])
}

// At is the place of the i-th value, until one is added; it panics where there is none.
func (l *List[T]) At(i int) *T { return &l.chunks[uint(i)/perChunk][uint(i)%perChunk] }

// All are the places of all values, in their order.
func (l *List[T]) All() iter.Seq2[int, *T] {
	return func(yield func(int, *T) bool) {
		for c, chunk := range l.chunks {
			for i := range chunk {
				if !yield(c*perChunk+i, &chunk[i]) {
					return
				}
			}
		}
	}
}
