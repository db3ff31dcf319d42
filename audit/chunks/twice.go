package chunks

import "math/bits"

// Twice takes in very many hashes, and then tells of each whether it may have come more than once. Where nearly everybody
// has a value of their own, what is left to be put in order is little.
type Twice struct {
	once, twice []uint64
	shift       int
}

// NewTwice makes room for so many hashes: two to four bytes each.
func NewTwice(n int) *Twice {
	width := max(bits.Len(uint(8*n)), 6)
	return &Twice{make([]uint64, 1<<width/64), make([]uint64, 1<<width/64), 64 - width}
}

// Add takes in a hash, of which the upper bits tell most.
func (t *Twice) Add(hash uint64) {
	word, bit := t.place(hash)
	t.twice[word] |= t.once[word] & bit
	t.once[word] |= bit
}

// Has tells whether a hash may have come more than once; of one that has, it never says no.
func (t *Twice) Has(hash uint64) bool {
	word, bit := t.place(hash)
	return t.twice[word]&bit != 0
}

func (t *Twice) place(hash uint64) (word, bit uint64) {
	at := hash >> t.shift
	return at / 64, 1 << (at % 64)
}
