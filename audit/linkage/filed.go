package linkage

import (
	"cmp"
	"math/bits"
	"slices"
)

// filed is an entry under 31 bits of the hash of its key, so that what belongs together is filed side by side, and in that
// the entries without a fødselsnummer first. Two keys with one hash share a block; their entries are told
// apart when they meet.
type filed = uint64

func hash(f filed) uint32 { return uint32(f >> 33) }
func row(f filed) uint32  { return uint32(f) }
func fixed(f filed) bool  { return f>>32&1 != 0 }

// fileUnder files an entry under a key.
func fileUnder(key uint64, row int, fixed bool) filed {
	f := hashOf(key)>>33<<33 | uint64(row)
	if fixed {
		f |= 1 << 32
	}
	return f
}

// hashOf multiplies by 2⁶⁴ over the golden ratio: the upper bits of the product are spread best.
func hashOf(key uint64) uint64 { return key * 0x9e3779b97f4a7c15 }

// files is the room in which passes put entries in order: one that is walked, and the one that comes next.
type files struct {
	rows   [2][]filed // of the pass that is walked, and of the next
	spare  []filed
	filter []uint64 // keys of entries without a fødselsnummer, by their hashes; empty where everybody is one of them
}

func (s *Set) newFiles() *files {
	f := &files{spare: slices.Grow(s.scratch[:0], s.items.Len())}
	s.scratch = nil // it is in use
	if s.open < s.items.Len() {
		f.filter = make([]uint64, 1<<bits.Len(uint(s.open)*16)/64+1)
	}
	return f
}

// file puts the entries of a pass in the order of their keys. Entries with a fødselsnummer are left out where no
// entry without one can have their key, as a filter tells: they would meet nobody.
func (s *Set) file(pass int, f *files) []filed {
	rows, filter := f.spare[:0], f.filter
	shift := 64 - bits.Len(uint(s.open)*16)
	clear(filter)
	all := len(filter) == 0 // then everybody may meet somebody
	place := func(key uint64) (int, uint64) {
		h := hashOf(key) >> shift
		return int(h / 64), 1 << (h % 64)
	}
	for i, it := range s.items.All() {
		if it.fixed {
			continue
		}
		if k := it.key(pass); k != 0 {
			if !all {
				word, bit := place(k)
				filter[word] |= bit
			}
			rows = append(rows, fileUnder(k, i, false))
		}
	}
	for i, it := range s.items.All() {
		if all || !it.fixed {
			continue
		}
		if k := it.key(pass); k != 0 {
			if word, bit := place(k); filter[word]&bit != 0 {
				rows = append(rows, fileUnder(k, i, true))
			}
		}
	}
	f.rows[pass%2], f.spare = arrange(rows, f.rows[pass%2])
	return f.rows[pass%2]
}

// arrange puts what is filed in the order of the hashes; under one, it stays in the order in which it was filed. It gives
// that, and room that may be used again. Of many, three steps by a third of a hash cost a third of sorting.
func arrange(rows, room []filed) (arranged, spare []filed) {
	const steps, lowest = 3, 33
	const width = (64 - lowest + steps - 1) / steps
	if len(rows) < 1<<width {
		slices.SortStableFunc(rows, func(a, b filed) int { return cmp.Compare(hash(a), hash(b)) })
		return rows, room
	}
	room = slices.Grow(room[:0], len(rows))[:len(rows)]
	for shift := lowest; shift < 64; shift += width {
		var next [1 << width]uint32 // where the next of a part of a hash goes
		for _, f := range rows {
			next[f>>shift%(1<<width)]++
		}
		from := uint32(0)
		for i, n := range next {
			next[i], from = from, from+n
		}
		for _, f := range rows {
			at := &next[f>>shift%(1<<width)]
			room[*at] = f
			*at++
		}
		rows, room = room, rows
	}
	return rows, room
}
