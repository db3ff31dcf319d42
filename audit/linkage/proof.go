package linkage

import "ninaudit/audit/nin"

// Prove says that two numbers are one person's, the one having followed the other: pairs of them are certain,
// whatever else speaks against it. What followed what followed a number is that person's too. It is called before
// Link.
func (s *Set) Prove(a, b nin.Number) {
	if s.proven == nil {
		s.proven = map[uint64]uint64{}
	}
	x, y := s.person(a.Hash(s.seed)), s.person(b.Hash(s.seed))
	s.proven[x] = y
	s.proven[y] = y
}

// person is one of the numbers of the person whose number is on the list; 0 where it is not.
func (s *Set) person(number uint64) uint64 {
	for {
		next, ok := s.proven[number]
		if !ok || next == number {
			return number
		}
		number = next
	}
}

// isProven tells whether two numbers that differ are one person's by the list.
func (s *Set) isProven(a, b uint64) bool {
	if s.proven == nil || a == 0 || b == 0 || a == b {
		return false
	}
	_, known := s.proven[a]
	return known && s.person(a) == s.person(b)
}

// provenPairs yields the entries on numbers that are proven to be one person's.
func (s *Set) provenPairs(capped *cappedBlocks, yield func(i, j uint32) bool) bool {
	if len(s.proven) == 0 {
		return true
	}
	holders := map[uint64][]uint32{}
	var persons []uint64 // in the order of their first entries
	for i, it := range s.items.All() {
		if _, known := s.proven[it.number]; known {
			p := s.person(it.number)
			if holders[p] == nil {
				persons = append(persons, p)
			}
			holders[p] = append(holders[p], uint32(i))
		}
	}
	for _, p := range persons {
		rows := holders[p]
		if n := len(rows); n > mostHolders {
			capped.blocks = append(capped.blocks, Capped{passes, n})
			continue
		}
		for n, i := range rows {
			for _, j := range rows[n+1:] {
				if s.items.At(int(i)).number != s.items.At(int(j)).number && !yield(i, j) {
					return false
				}
			}
		}
	}
	return true
}

// earlierPairs yields the pairs of which one's principal is an earlier one of the other's. Later passes may
// yield them again; Link passes over what it has.
func (s *Set) earlierPairs(capped *cappedBlocks, yield func(i, j uint32) bool) bool {
	if len(s.earlier) == 0 {
		return true
	}
	holders := map[uint64][]uint32{}
	for i, it := range s.items.All() {
		if p := it.principal; p != 0 {
			holders[p] = append(holders[p], uint32(i))
		}
	}
	for i := range uint32(s.items.Len()) {
		for _, h := range s.earlier[i] {
			if n := len(holders[h]); n > mostHolders {
				capped.blocks = append(capped.blocks, Capped{passes, n})
				continue
			}
			for _, j := range holders[h] {
				if i != j && !yield(i, j) {
					return false
				}
			}
		}
	}
	return true
}
