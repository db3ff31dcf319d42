package scan

import "iter"

// live are the rows that count: an entry that came twice has but one.
func (s *state) live() iter.Seq[uint32] { return s.between(0, uint32(s.pop.len())) }

// liveOf are a catalog's rows that count.
func (s *state) liveOf(seg *segment) iter.Seq[uint32] { return s.between(seg.rows[0], seg.rows[1]) }

func (s *state) between(from, to uint32) iter.Seq[uint32] {
	return func(yield func(uint32) bool) {
		for row := from; row < to; row++ {
			if !s.pop.dead[row] && !yield(row) {
				return
			}
		}
	}
}

// segmentOf is the catalog that a row was read from.
func (s *state) segmentOf(row uint32) *segment {
	catalog := s.pop.catalog(row)
	return s.segments[catalog]
}

// segmentNamed is the catalog of a name; nil where the run has none.
func (s *state) segmentNamed(name string) *segment {
	for _, seg := range s.segments {
		if seg.Name == name {
			return seg
		}
	}
	return nil
}
