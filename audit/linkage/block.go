package linkage

import (
	"iter"
	"math/bits"
	"slices"
	"sort"

	"ninaudit/audit/nin"
)

// Blocking: two entries are compared only if they share a key of some pass. The passes are chosen so that a
// pair may differ in any one field, and in a digit of the date beside it. No pass reads the date out of a
// D-number: it may be the day of registration.
//
// A date that lost one digit keeps its year and month, its year and day, or its month and day; one whose day
// and month changed places keeps the year and the two in any order.
const (
	passDate    = iota                    // the whole date
	passNames                             // all names, in any order
	passSurname                           // a part of the date and the surname's skeleton: four passes, by part
	passGiven   = passSurname + dateParts // likewise with the given name's
	passMail    = passGiven + dateParts
	passes      = passMail + 1
)

// The parts of a date that a pass keeps.
const (
	yearMonth = iota
	yearDay
	monthDay
	yearEither
	dateParts
)

// key is what an entry is filed under in a pass; 0 where it lacks what the pass needs. The century is left out
// of dates: one of two entries may not know it.
func (it *item) key(pass int) uint64 {
	switch {
	case pass == passDate:
		return dated(it.birth, dateParts, 0)
	case pass == passNames:
		return it.whole
	case pass == passMail:
		return it.mail
	case pass < passGiven && it.surnameKey != 0:
		return dated(it.birth, pass-passSurname, it.surnameKey)
	case pass >= passGiven && it.givenKey != 0:
		return dated(it.birth, pass-passGiven, it.givenKey)
	}
	return 0
}

// dated is a key of a part of a birth date (all of it for dateParts) and a name; 0 where there is no date.
func dated(birth nin.Date, part int, name uint32) uint64 {
	if birth == 0 {
		return 0
	}
	y, m, d := uint64(birth.Year()%100), uint64(birth.Month()), uint64(birth.Day())
	var date uint64
	switch part {
	case yearMonth:
		date = y*100 + m
	case yearDay:
		date = y*100 + d
	case monthDay:
		date = m*100 + d
	case yearEither:
		date = y*10000 + min(m, d)*100 + max(m, d)
	default:
		date = y*10000 + m*100 + d
	}
	return uint64(name)<<32 | uint64(part+1)<<24 | date
}

// firstPass is the pass in which two entries meet first, so that each pair is compared once: the first whose
// keys are equal.
func firstPass(x, y *item) int {
	part := dateParts + 1 // the first part of the date that both have
	if x.birth != 0 && y.birth != 0 {
		sameYear := x.birth.Year()%100 == y.birth.Year()%100
		sameMonth, sameDay := x.birth.Month() == y.birth.Month(), x.birth.Day() == y.birth.Day()
		switch {
		case sameYear && sameMonth && sameDay:
			return passDate
		case sameYear && sameMonth:
			part = yearMonth
		case sameYear && sameDay:
			part = yearDay
		case sameMonth && sameDay:
			part = monthDay
		case sameYear && x.birth.Month() == y.birth.Day() && x.birth.Day() == y.birth.Month():
			part = yearEither
		}
	}
	switch {
	case x.whole != 0 && x.whole == y.whole:
		return passNames
	case part < dateParts && x.surnameKey != 0 && x.surnameKey == y.surnameKey:
		return passSurname + part
	case part < dateParts && x.givenKey != 0 && x.givenKey == y.givenKey:
		return passGiven + part
	case x.mail != 0 && x.mail == y.mail:
		return passMail
	}
	return passes
}

// MostInBlock bounds a block: one of more pairs than so many entries make among themselves is told instead of
// compared, for a key that so many share says nothing.
const MostInBlock = 5000

// mostHolders is how many entries may share one principal name or number before they are told likewise.
const mostHolders = 50

// Capped is a block that was too large to be compared. Its pairs are compared where they meet in a later pass.
type Capped struct {
	Pass    int
	Entries int
}

// cappedBlocks are the blocks that were capped, and their keys by pass.
type cappedBlocks struct {
	blocks []Capped
	keys   [passes]map[uint64]bool
}

func (c *cappedBlocks) add(pass int, key uint64) {
	if c.keys[pass] == nil {
		c.keys[pass] = map[uint64]bool{}
	}
	c.keys[pass][key] = true
}

// meet tells whether two entries that share the key of a pass are compared in it: it is the first in which they meet
// and that is not capped for them. Two dates have one part in common, or all.
func meet(pass int, x, y *item, capped *cappedBlocks) bool {
	if len(capped.blocks) > 0 {
		first := firstPass(x, y)
		for ; first < pass; first++ {
			if k := x.key(first); k != 0 && k == y.key(first) && !capped.keys[first][k] {
				return false
			}
		}
		return first == pass
	}
	switch {
	case pass == passDate:
		return true
	case pass == passMail:
		return firstPass(x, y) == passMail
	case x.birth%1_000_000 == y.birth%1_000_000 && x.birth != 0:
		return false
	case pass == passNames:
		return true
	}
	return (x.whole == 0 || x.whole != y.whole) && (pass < passGiven || x.surnameKey == 0 || x.surnameKey != y.surnameKey)
}

// candidates yields every pair to be compared, each once, and tells the blocks that were capped. A pair of two
// entries with valid fødselsnummer is none.
func (s *Set) candidates(capped *cappedBlocks) iter.Seq2[uint32, uint32] {
	return func(yield func(i, j uint32) bool) {
		if !s.provenPairs(capped, yield) || !s.earlierPairs(capped, yield) {
			return
		}
		rows := slices.Grow(s.scratch[:0], len(s.items))
		s.scratch = nil // it is in use
		filter := make([]uint64, 1<<bits.Len(uint(s.open)*16)/64+1)
		for pass := range passes {
			rows = s.file(pass, rows[:0], filter)
			for from := 0; from < len(rows); {
				to := from + 1
				for to < len(rows) && hash(rows[to]) == hash(rows[from]) {
					to++
				}
				if !s.block(pass, rows[from:to], capped, yield) {
					return
				}
				from = to
			}
		}
	}
}

// block yields the pairs of one block that meet here first, unless it is too large.
func (s *Set) block(pass int, rows []filed, capped *cappedBlocks, yield func(i, j uint32) bool) bool {
	open := sort.Search(len(rows), func(i int) bool { return fixed(rows[i]) }) // of a pair, one has no fødselsnummer
	if open == 0 || len(rows) < 2 {
		return true
	}
	if mine, others := s.divide(pass, rows); len(others) > 0 {
		return s.block(pass, mine, capped, yield) && s.block(pass, others, capped, yield)
	}
	if open*len(rows) > MostInBlock*MostInBlock {
		capped.blocks = append(capped.blocks, Capped{pass, len(rows)})
		capped.add(pass, s.items[row(rows[0])].key(pass))
		return true
	}
	for n, a := range rows[:open] {
		x := &s.items[row(a)]
		for _, b := range rows[n+1:] {
			if meet(pass, x, &s.items[row(b)], capped) && !yield(row(a), row(b)) {
				return false
			}
		}
	}
	return true
}

// divide puts the entries that have the key of the first before those that only share its hash, both in their order.
func (s *Set) divide(pass int, block []filed) (mine, others []filed) {
	key, n := s.items[row(block[0])].key(pass), 0
	for _, f := range block {
		if s.items[row(f)].key(pass) != key {
			others = append(others, f)
			continue
		}
		if len(others) > 0 {
			block[n] = f
		}
		n++
	}
	copy(block[n:], others)
	return block[:n], block[n:]
}
