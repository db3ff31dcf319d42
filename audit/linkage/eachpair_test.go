package linkage

import "iter"

// eachPair yields the pairs that are compared, one by one.
func (s *Set) eachPair(capped *cappedBlocks) iter.Seq2[*member, *member] {
	return func(yield func(x, y *member) bool) {
		for e := range s.candidates(capped) {
			for i := range e.others {
				if y := &e.others[i]; meet(e.pass, e.x, y, capped) && !yield(e.x, y) {
					return
				}
			}
		}
	}
}
