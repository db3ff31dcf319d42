// Package chance draws the same numbers from the same seed under every version of Go and on every processor: the
// generator's stream is fixed by its publication, and all that follows is integers but for Early. It is what the
// generators of made-up catalogs share; nothing that audits imports it.
package chance

import (
	"math/bits"
	"math/rand/v2"
)

// Source is a stream of draws. Copies draw from the same stream.
type Source struct{ pcg *rand.PCG }

// New makes a source. Sources of one seed and different streams have nothing to do with each other, so each
// generator has a stream of its own.
func New(seed, stream uint64) Source { return Source{rand.NewPCG(seed, stream)} }

// Uint64 returns 64 bits.
func (s Source) Uint64() uint64 { return s.pcg.Uint64() }

// Below returns 0 ≤ n < limit.
func (s Source) Below(limit int) int {
	high, _ := bits.Mul64(s.pcg.Uint64(), uint64(limit))
	return int(high)
}

// Between returns low ≤ n ≤ high.
func (s Source) Between(low, high int) int { return low + s.Below(high-low+1) }

// Percent is true in p of 100 draws.
func (s Source) Percent(p int) bool { return s.Below(100) < p }

// Weighted returns the index of a weight, drawn by the weights, of which one has to be above 0.
func (s Source) Weighted(weights []int) int {
	total := 0
	for _, w := range weights {
		total += w
	}
	roll := s.Below(total)
	for i, w := range weights {
		if roll -= w; roll < 0 {
			return i
		}
	}
	panic("chance: weights changed while drawing")
}

// Pick returns any element.
func Pick[T any](s Source, all []T) T { return all[s.Below(len(all))] }

// Early returns any element, the first ones far more often than the last: how names are spread.
func Early[T any](s Source, all []T) T {
	u := float64(s.pcg.Uint64()>>11) / (1 << 53)
	return all[int(u*u*float64(len(all)))]
}

// Shuffle brings elements into any order.
func Shuffle[T any](s Source, all []T) {
	for i := len(all) - 1; i > 0; i-- {
		j := s.Below(i + 1)
		all[i], all[j] = all[j], all[i]
	}
}
