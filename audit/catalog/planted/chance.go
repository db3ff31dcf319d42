package planted

import (
	"math/bits"
	"math/rand/v2"
)

// chance draws the same numbers from the same seed under every version of Go: only the generator
// itself is the library's, whose stream is fixed by its publication.
type chance struct{ pcg *rand.PCG }

func newChance(seed uint64) chance { return chance{rand.NewPCG(seed, 0x6e696e6175646974)} }

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

// common returns any element, the first ones far more often than the last: how names are spread.
func common[T any](c chance, all []T) T {
	u := float64(c.pcg.Uint64()>>11) / (1 << 53)
	return all[int(u*u*float64(len(all)))]
}
