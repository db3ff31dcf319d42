package linkage

import "iter"

// eachPair yields the pairs that are compared, one by one.
func (s *Set) eachPair(capped *cappedBlocks) iter.Seq2[*member, *member] {
	return func(yield func(x, y *member) bool) {
		f, more := s.newFiles(), true
		var room []member
		for pass := 0; pass < passes && more; pass++ {
			rows := s.file(pass, f)
			s.blocks(pass, rows, 0, len(rows), capped, &room, func(e encounter) bool {
				for i := range e.others {
					if y := &e.others[i]; more && meet(pass, e.x, y, capped) {
						more = yield(e.x, y)
					}
				}
				return more
			})
		}
	}
}
