package scan

import (
	"math/bits"
	"slices"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// numbered finds the rows that have a number, by its hash: those of a drawer lie side by side in their order, and some of
// them may have other numbers.
type numbered struct {
	rows  []uint32
	ends  []uint32 // by drawer
	shift int      // the upper bits of a hash are its drawer
}

// index is every row that counts and has a number.
func (s *state) index() *numbered {
	width := bits.Len(uint(s.pop.len()) / 4) // two to four rows to a drawer
	x := &numbered{ends: make([]uint32, 1<<width), shift: 64 - width}
	drawers := make([]uint32, s.pop.len()) // by row, from 1; 0 for none
	for row := range s.live() {
		if hash := s.pop.skimmed(row).Hash(s.seed); hash != 0 {
			drawers[row] = x.drawer(hash) + 1
			x.ends[drawers[row]-1]++
		}
	}
	count := uint32(0)
	for i, n := range x.ends {
		x.ends[i], count = count, count+n // where it begins, until it is filled
	}
	x.rows = make([]uint32, count)
	for row, drawer := range drawers {
		if drawer > 0 {
			end := &x.ends[drawer-1]
			x.rows[*end] = uint32(row)
			*end++
		}
	}
	return x
}

func (x *numbered) drawer(hash uint64) uint32 { return uint32(hash >> x.shift) }

// having are the rows of the drawer of a hash.
func (x *numbered) having(hash uint64) []uint32 {
	drawer, from := x.drawer(hash), uint32(0)
	if drawer > 0 {
		from = x.ends[drawer-1]
	}
	return x.rows[from:x.ends[drawer]]
}

// sharers are the rows other than a row's own that have a number.
func (s *state) sharers(own uint32, n nin.Number) (rows []uint32) {
	plain := n.RevealPlain()
	if plain == "" {
		return nil
	}
	if s.numbered == nil {
		s.numbered = s.index()
	}
	for _, row := range s.numbered.having(n.Hash(s.seed)) {
		if row != own && s.pop.skimmed(row).RevealPlain() == plain {
			rows = append(rows, row)
		}
	}
	return rows
}

// holders are the entries other than a row's own that have a number.
func (s *state) holders(own uint32, n nin.Number) []*audit.Person {
	rows := s.sharers(own, n)
	slices.SortFunc(rows, func(a, b uint32) int { return s.compareRest([]uint32{a}, []uint32{b}) })
	holders := make([]*audit.Person, len(rows))
	for i, row := range rows {
		holders[i] = s.pop.person(row)
	}
	return holders
}

// blanker knows every number that was read.
func (s *state) blanker() *nin.Blanker {
	return nin.BlankerOf(s.pop.len()+len(s.others), func(yield func(nin.Number) bool) {
		for row := range uint32(s.pop.len()) {
			if !yield(s.pop.skimmed(row)) {
				return
			}
		}
		for _, n := range s.others {
			if !yield(n) {
				return
			}
		}
	})
}
