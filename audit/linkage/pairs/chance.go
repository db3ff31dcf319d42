package pairs

import (
	"math/bits"
	"math/rand/v2"
	"sort"
)

// chance draws the same numbers from the same seed under every version of Go and on every
// processor: the generator's stream is fixed by its publication, and all that follows is integers.
type chance struct{ pcg *rand.PCG }

func newChance(seed uint64) chance { return chance{rand.NewPCG(seed, 0x7061697273)} }

// below returns 0 ≤ n < limit.
func (c chance) below(limit int) int {
	high, _ := bits.Mul64(c.pcg.Uint64(), uint64(limit))
	return int(high)
}

// between returns low ≤ n ≤ high.
func (c chance) between(low, high int) int { return low + c.below(high-low+1) }

// percent is true in p of 100 draws.
func (c chance) percent(p int) bool { return c.below(100) < p }

// pick returns any element.
func pick[T any](c chance, all []T) T { return all[c.below(len(all))] }

// shuffle brings elements into any order.
func shuffle[T any](c chance, all []T) {
	for i := len(all) - 1; i > 0; i-- {
		j := c.below(i + 1)
		all[i], all[j] = all[j], all[i]
	}
}

// weighted returns the index of a weight, drawn by the weights.
func (c chance) weighted(weights []int) int {
	total := 0
	for _, w := range weights {
		total += w
	}
	roll := c.below(total)
	for i, w := range weights {
		if roll -= w; roll < 0 {
			return i
		}
	}
	panic("pairs: weights changed while drawing")
}

// ranked is a list of names with how often each is borne.
type ranked struct {
	names []string
	sums  []int // of weights, up to and with the name
}

// add appends names, the most common first, that share so many parts of the whole. The name of
// rank r is borne in proportion to 1/(r+flat): names follow Zipf's law but for the first ones,
// which lie closer together the larger flat is.
func (r *ranked) add(names []string, share, flat int) {
	const unit = 1 << 20
	harmonic, sum := 0, 0
	for i := range names {
		harmonic += unit / (i + 1 + flat)
	}
	if n := len(r.sums); n > 0 {
		sum = r.sums[n-1]
	}
	for i, name := range names {
		sum += share * (unit / (i + 1 + flat)) * 1000 / harmonic * 1000
		r.names, r.sums = append(r.names, name), append(r.sums, sum)
	}
}

// draw returns a name by how often it is borne.
func (r *ranked) draw(c chance) string {
	roll := c.below(r.sums[len(r.sums)-1])
	return r.names[sort.SearchInts(r.sums, roll+1)]
}
