package chunks

import "math/bits"

// Twice takes in very many hashes, and then tells of each whether it may have come more than once. Where nearly everybody
// has a value of their own, what is left to be put in order is little.
type Twice struct {
	words []struct{ once, twice uint64 } // side by side: to fetch them is what takes time
	shift int
}

// NewTwice makes room for so many hashes: two to four bytes each.
func NewTwice(n int) *Twice {
	width := max(bits.Len(uint(8*n)), 6)
	return &Twice{make([]struct{ once, twice uint64 }, 1<<width/64), 64 - width}
}

// Add takes in a hash, of which the upper bits tell most.
func (t *Twice) Add(hash uint64) {
	word, bit := t.place(hash)
	w := &t.words[word]
	w.twice |= w.once & bit
	w.once |= bit
}

// Has tells whether a hash may have come more than once; of one that has, it never says no.
func (t *Twice) Has(hash uint64) bool {
	word, bit := t.place(hash)
	return t.words[word].twice&bit != 0
}

func (t *Twice) place(hash uint64) (word, bit uint64) {
	at := hash >> t.shift
	return at / 64, 1 << (at % 64)
}
