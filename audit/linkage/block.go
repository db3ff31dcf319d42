package linkage

import (
	"cmp"
	"iter"
	"slices"
)

// Blocking: two entries are compared only if they share a key of some pass. The passes are chosen so that a
// pair may differ in any one field, and in a digit of the date beside it. No pass reads the date out of a
// D-number: it may be the day of registration.
//
// A date that lost one digit keeps its year and month, its year and day, or its month and day; one whose day
// and month changed places keeps the year and the two in any order.
var passes = []func(s *Set, it *item) uint64{
	func(s *Set, it *item) uint64 { return dated(it, wholeDate, 0) },                 // the whole date
	func(s *Set, it *item) uint64 { return uint64(it.whole) },                        // all names, in any order
	func(s *Set, it *item) uint64 { return dated(it, yearMonth, s.surnameKey(it)) },  //
	func(s *Set, it *item) uint64 { return dated(it, yearDay, s.surnameKey(it)) },    //
	func(s *Set, it *item) uint64 { return dated(it, monthDay, s.surnameKey(it)) },   //
	func(s *Set, it *item) uint64 { return dated(it, yearEither, s.surnameKey(it)) }, //
	func(s *Set, it *item) uint64 { return dated(it, yearMonth, s.givenKey(it)) },    //
	func(s *Set, it *item) uint64 { return dated(it, yearDay, s.givenKey(it)) },      //
	func(s *Set, it *item) uint64 { return dated(it, monthDay, s.givenKey(it)) },     //
	func(s *Set, it *item) uint64 { return dated(it, yearEither, s.givenKey(it)) },   //
	func(s *Set, it *item) uint64 { return it.mail },
}

// The parts of a date that a pass keeps.
const (
	wholeDate = iota + 1
	yearMonth
	yearDay
	monthDay
	yearEither
)

// dated is a key of a part of the birth date and a name; 0 where either is missing. The century is left out:
// one of the two entries may not know it.
func dated(it *item, part int, name uint32) uint64 {
	if it.birth == 0 || part != wholeDate && name == 0 {
		return 0
	}
	y, m, d := uint64(it.birth.Year()%100), uint64(it.birth.Month()), uint64(it.birth.Day())
	var date uint64
	switch part {
	case wholeDate:
		date = y*10000 + m*100 + d
	case yearMonth:
		date = y*100 + m
	case yearDay:
		date = y*100 + d
	case monthDay:
		date = m*100 + d
	case yearEither:
		date = y*10000 + min(m, d)*100 + max(m, d)
	}
	return uint64(name)<<32 | uint64(part)<<24 | date + 1
}

// surnameKey and givenKey are the names' consonant skeletons, which spellings of one name share.
func (s *Set) surnameKey(it *item) uint32 { return s.surname.names[it.surname].skeleton }
func (s *Set) givenKey(it *item) uint32   { return s.given.names[it.given].skeleton }

// keyed is one entry under the key of a pass. Entries without a fødselsnummer come first in their block: of a
// pair, one has to be among them.
type keyed struct {
	key uint64
	row uint32
}

// MostInBlock is how many entries a block may hold before it is told instead of compared: a key that so many
// share says nothing.
const MostInBlock = 20000

// Capped is a block that was too large to be compared.
type Capped struct {
	Pass    int
	Entries int
}

// candidates yields every pair to be compared, each once, and tells the blocks that were capped. A pair of two
// entries with valid fødselsnummer is none.
func (s *Set) candidates(capped *[]Capped) iter.Seq2[uint32, uint32] {
	return func(yield func(i, j uint32) bool) {
		if !s.earlierPairs(yield) {
			return
		}
		rows := make([]keyed, 0, len(s.items))
		for pass, keyOf := range passes {
			rows = rows[:0]
			for i := range s.items {
				if k := keyOf(s, &s.items[i]); k != 0 {
					rows = append(rows, keyed{k, uint32(i)})
				}
			}
			slices.SortFunc(rows, func(a, b keyed) int {
				if a.key != b.key {
					return cmp.Compare(a.key, b.key)
				}
				if fa, fb := s.items[a.row].fixed, s.items[b.row].fixed; fa != fb {
					if fb {
						return -1
					}
					return 1
				}
				return cmp.Compare(a.row, b.row)
			})
			for from := 0; from < len(rows); {
				to := from + 1
				for to < len(rows) && rows[to].key == rows[from].key {
					to++
				}
				if to-from > MostInBlock && !s.items[rows[from].row].fixed {
					*capped = append(*capped, Capped{pass, to - from})
				} else if !s.block(pass, rows[from:to], yield) {
					return
				}
				from = to
			}
		}
	}
}

// block yields the pairs of one block that no earlier pass has yielded.
func (s *Set) block(pass int, rows []keyed, yield func(i, j uint32) bool) bool {
	for n, a := range rows {
		x := &s.items[a.row]
		if x.fixed {
			return true // and so is everybody after
		}
		for _, b := range rows[n+1:] {
			if !s.sharedBefore(pass, x, &s.items[b.row]) && !yield(a.row, b.row) {
				return false
			}
		}
	}
	return true
}

// sharedBefore tells whether an earlier pass has yielded a pair.
func (s *Set) sharedBefore(pass int, x, y *item) bool {
	for _, keyOf := range passes[:pass] {
		if k := keyOf(s, x); k != 0 && k == keyOf(s, y) {
			return true
		}
	}
	return false
}

// earlierPairs yields the pairs of which one's principal is an earlier one of the other's. Later passes may
// yield them again; Link passes over what it has.
func (s *Set) earlierPairs(yield func(i, j uint32) bool) bool {
	if len(s.earlier) == 0 {
		return true
	}
	holders := map[uint64][]uint32{}
	for i := range s.items {
		if p := s.items[i].principal; p != 0 {
			holders[p] = append(holders[p], uint32(i))
		}
	}
	for i := range uint32(len(s.items)) {
		for _, h := range s.earlier[i] {
			for _, j := range holders[h] {
				if i != j && !yield(i, j) {
					return false
				}
			}
		}
	}
	return true
}
