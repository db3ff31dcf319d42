package serial

import (
	"cmp"
	"slices"

	"ninaudit/audit/nin"
)

// Options are how entries are judged.
type Options struct {
	On    nin.Date
	Prior int // one number in so many is invented, for all that is known before looking
	Least int // persons that make a batch
	// Persons tells whether entries, by their indexes, that have one number are several persons. nil: never.
	Persons func(entries []int) bool
}

// Suspicion is one number that is more probably invented than not.
type Suspicion struct {
	Entries     []int    // those that have the number, ascending
	Reasons     []Reason // the strongest first
	Probability float64
}

// Verdict is what became of a catalog's entries.
type Verdict struct {
	Named []Suspicion // by first entry
	// Unusual counts the numbers that a sign speaks against strongly, and not strongly enough.
	Unusual int
}

// last is the day from which the order of issue tells nothing any more: numbers are then issued without it.
const last nin.Date = 20320101

// strong is from how many bits on a number that is not named is counted: a hundred times as often on invented numbers.
const strong = 6.6

// Judge looks at all entries.
func (s *Set) Judge(o Options) Verdict {
	if o.On >= last {
		return Verdict{}
	}
	j := judge{Set: s, Options: o}
	j.weigh()
	j.share()
	j.batches()
	j.crowd()
	return j.verdict()
}

type judge struct {
	Options
	*Set
	cases []suspect // one a number
}

// suspect is a number that its depth speaks against, as it does against one in thirty.
type suspect struct {
	Suspicion
	bits float64 // what the reasons come to
}

// weigh measures every fødselsnummer and keeps those that lie beyond the frontier.
func (j *judge) weigh() {
	census := &census{table: drawn()}
	for _, e := range j.entries.All() {
		if p, ordered := placeOf(e); ordered {
			census.add(p)
		}
	}
	census.close()
	frontiers := census.frontiers()
	for i, e := range j.entries.All() {
		p, ordered := placeOf(e)
		if !ordered || !frontiers.beyond(p) {
			continue
		}
		bits := frontiers.bits(p, widerFor(e.born))
		if bits < least {
			continue
		}
		s := suspect{}
		s.Entries = []int{i}
		s.add(Depth, bits)
		if lowest(e.number(), p) {
			s.add(Lowest, weightOf(Lowest))
		}
		j.cases = append(j.cases, s)
	}
}

// least is from how many bits on depth speaks against a number: twice as often on invented ones.
const least = 1

// widerFor is by how much the frontier of a date that is written down more often lies deeper.
func widerFor(born nin.Date) float64 {
	if busy(born) {
		return 1.2
	}
	return 1
}

func weightOf(s Sign) float64 { return Weights()[s].bits() }

func (s *suspect) add(sign Sign, bits float64) {
	s.Reasons = append(s.Reasons, Reason{sign, bits})
	s.bits += bits
}

// share puts the entries of one number together, and tells those of several persons.
func (j *judge) share() {
	first := map[nin.Packed]int{}
	kept := j.cases[:0]
	for _, s := range j.cases {
		n := j.entries.At(s.Entries[0]).short
		if at, known := first[n]; known {
			kept[at].Entries = append(kept[at].Entries, s.Entries...)
			continue
		}
		first[n] = len(kept)
		kept = append(kept, s)
	}
	j.cases = kept
	for k := range j.cases {
		s := &j.cases[k]
		if len(s.Entries) > 1 && j.Persons != nil && j.Persons(s.Entries) {
			s.add(Several, weightOf(Several))
		}
	}
}

// decides tells whether one sign more would have a number named.
func (j *judge) decides(s *suspect, sign Sign) bool {
	return probability(j.Prior, s.bits+weightOf(sign)) >= 0.5
}

// batches tells the numbers that are one of a batch, in the units where that can decide.
func (j *judge) batches() {
	units := map[uint32]bool{}
	for k := range j.cases {
		if s := &j.cases[k]; j.decides(s, InBatch) {
			for _, i := range s.Entries {
				units[j.entries.At(i).unit] = true
			}
		}
	}
	batched := map[int]bool{}
	for _, b := range j.Batches(j.Least) {
		if !units[j.entries.At(b.Entries[0]).unit] { // a batch is one unit's
			continue
		}
		for _, i := range b.Entries {
			batched[i] = true
		}
	}
	for k := range j.cases {
		if s := &j.cases[k]; slices.ContainsFunc(s.Entries, func(i int) bool { return batched[i] }) {
			s.add(InBatch, weightOf(InBatch))
		}
	}
}

// verdict weighs the reasons together.
func (j *judge) verdict() Verdict {
	var v Verdict
	for k := range j.cases {
		s := &j.cases[k]
		slices.SortStableFunc(s.Reasons, func(a, b Reason) int { return cmp.Compare(b.Bits, a.Bits) })
		switch s.Probability = probability(j.Prior, s.bits); {
		case s.Probability >= 0.5:
			v.Named = append(v.Named, s.Suspicion)
		case s.bits >= strong:
			v.Unusual++
		}
	}
	slices.SortFunc(v.Named, func(a, b Suspicion) int { return cmp.Compare(a.Entries[0], b.Entries[0]) })
	return v
}
