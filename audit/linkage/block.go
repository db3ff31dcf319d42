package linkage

import (
	"slices"
	"sort"
)

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

// join takes in what another has.
func (c *cappedBlocks) join(o *cappedBlocks) {
	c.blocks = append(c.blocks, o.blocks...)
	for pass, keys := range o.keys {
		for key := range keys {
			c.add(pass, key)
		}
	}
}

// member is an entry as it stands in a block: a copy, so that what is compared lies side by side in memory.
type member struct {
	item
	glance
	row    uint32 // the entry's place in the set
	digits uint32 // of the birth date
}

func (s *Set) member(row uint32) member {
	it := s.items.At(int(row))
	return member{*it, s.glances[it.given], row, digitsOf(it.birth)}
}

// members are the entries of a block, in room that may be used again. They lie anywhere in memory: what has to be fetched
// for all of them is fetched first, and waited for together.
func (s *Set) members(rows []filed, room []member) []member {
	room = slices.Grow(room[:0], len(rows))[:len(rows)]
	for i, f := range rows {
		room[i].item, room[i].row = *s.items.At(int(row(f))), row(f)
	}
	for i := range room {
		m := &room[i]
		m.glance, m.digits = s.glances[m.given], digitsOf(m.birth)
	}
	return room
}

// meet tells whether two entries that share the key of a pass are compared in it: it is the first in which they meet
// and that is not capped for them. Two dates have one part in common, or all. What is no pass, passes, is met always.
func meet(pass int, x, y *member, capped *cappedBlocks) bool {
	if len(capped.blocks) > 0 && pass < passes {
		first := firstPass(&x.item, &y.item)
		for ; first < pass; first++ {
			if k := x.key(first); k != 0 && k == y.key(first) && !capped.keys[first][k] {
				return false
			}
		}
		return first == pass
	}
	switch {
	case pass == passDate, pass == passes:
		return true
	case pass == passMail:
		return firstPass(&x.item, &y.item) == passMail
	case (x.digits^y.digits)&dayDigits == 0 && x.birth != 0:
		return false
	case pass == passNames:
		return true
	}
	return (x.whole == 0 || x.whole != y.whole) && (pass < passGiven || x.surnameKey == 0 || x.surnameKey != y.surnameKey)
}

// encounter is an entry and those of its block that come after it, some of which it meets in another pass.
type encounter struct {
	pass   int
	x      *member
	others []member
}

// blocks yields the pairs to be compared of the blocks of a pass that begin in a part of its rows, an entry and all that
// it meets together, and tells the blocks that were capped. A pair of two entries with valid fødselsnummer is none. What
// is yielded is the receiver's until it asks for more; which of the others are met, meet tells. The block's room is used
// again.
func (s *Set) blocks(pass int, rows []filed, from, until int, capped *cappedBlocks, room *[]member, yield func(encounter) bool) {
	for from < until {
		to := from + 1
		for to < len(rows) && hash(rows[to]) == hash(rows[from]) {
			to++
		}
		if to > from+1 && !fixed(rows[from]) { // of a pair, one has no fødselsnummer
			*room = s.members(rows[from:to], *room)
			if !pairUp(pass, *room, capped, yield) {
				return
			}
		}
		from = to
	}
}

// pairUp yields the pairs of one block, unless it is too large. Those without a fødselsnummer stand first in it.
func pairUp(pass int, block []member, capped *cappedBlocks, yield func(encounter) bool) bool {
	open := sort.Search(len(block), func(i int) bool { return block[i].fixed })
	if open == 0 || len(block) < 2 {
		return true
	}
	if mine, others := divide(pass, block); len(others) > 0 {
		return pairUp(pass, mine, capped, yield) && pairUp(pass, others, capped, yield)
	}
	if open*len(block) > MostInBlock*MostInBlock {
		capped.blocks = append(capped.blocks, Capped{pass, len(block)})
		capped.add(pass, block[0].key(pass))
		return true
	}
	for n := range block[:open] {
		if others := block[n+1:]; len(others) > 0 && !yield(encounter{pass, &block[n], others}) {
			return false
		}
	}
	return true
}

// divide puts the entries that have the key of the first before those that only share its hash, both in their order.
func divide(pass int, block []member) (mine, others []member) {
	key, n := block[0].key(pass), 0
	for i := range block {
		if block[i].key(pass) != key {
			others = append(others, block[i])
			continue
		}
		if len(others) > 0 {
			block[n] = block[i]
		}
		n++
	}
	copy(block[n:], others)
	return block[:n], block[n:]
}
