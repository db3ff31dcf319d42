package serial

import "math"

// Sign is one thing that speaks for a number's being invented.
type Sign uint8

// The signs.
const (
	Depth    Sign = iota // far below what the date can have used
	Lowest               // the lowest of its date and sex that gets control digits
	InBatch              // one of a batch
	Several              // on several persons
	LocalDay             // a date that unlikely many of the unit share
)

// Weight is how often a sign is met on invented numbers and on genuine ones; Depth is weighed by where the number lies,
// and has none here.
type Weight struct {
	Sign              Sign
	Invented, Genuine float64
}

// Weights is what each sign is worth. Nobody has counted invented numbers: the shares are estimates, made low, and
// the reasons for them are these.
//
//   - Lowest: half of a series of one sex is 250 individnummer, so one in 200 of those that lie as deep is the lowest.
//     Of the inventions that their makers have told of, many were taken from the bottom; one in twenty is assumed.
//   - InBatch: a pattern that is told arises by chance in one session of 100 000. That many would prove anything, but
//     there may be orders of issue that nobody has told of; so no more than a hundredfold is made of it.
//   - Several: catalogs that were looked into have some few mistakes in 10 000 by which a number stands on two persons; one
//     in 1 000 is assumed. Who invents uses a number over again: one in twenty.
//   - LocalDay: a day counts where chance would bring so many together in one unit of a thousand; the rest is other
//     reasons. One in 400 genuine numbers and one in twenty inventions is assumed.
func Weights() []Weight {
	return []Weight{
		{Depth, 0, 0},
		{Lowest, 0.05, 0.005},
		{InBatch, 0.10, 0.001},
		{Several, 0.05, 0.001},
		{LocalDay, 0.05, 0.0025},
	}
}

// bits is what a sign is worth.
func (w Weight) bits() float64 { return math.Log2(w.Invented / w.Genuine) }

// Reason is a sign that a number shows, and what it is worth.
type Reason struct {
	Sign Sign
	Bits float64
}

// probability is what prior odds and bits come to.
func probability(prior int, bits float64) float64 {
	odds := math.Exp2(bits) / float64(prior-1)
	return odds / (1 + odds)
}
