package linkage

import (
	"cmp"
	"context"
	"slices"
)

// Class is how sure linkage is of a pair.
type Class uint8

// The classes, surest first.
const (
	ClassCertain Class = iota + 1
	ClassProbable
	ClassPossible
)

// Pair is two entries that are probably one person's. A < B.
type Pair struct {
	A, B        int
	Probability float64
	Class       Class
}

// Result is what linking a set comes to.
type Result struct {
	Pairs    []Pair // by A, then B
	Compared int    // candidate pairs that were compared
	Capped   []Capped
}

// Link compares all candidate pairs of catalogs that may be compared and keeps those that are at least possible. It
// uses as many processors as there are, and asks comparable from all of them. The same entries in the same order give
// the same result; when ctx ends, it is what was found until then.
func (s *Set) Link(ctx context.Context, comparable func(catalogA, catalogB int) bool) Result {
	s.tally()
	s.mailboxes = s.common(func(it *item) uint64 { return it.mail }, 2) // parents' and reception's mail stands on many
	s.countWholes()
	s.nearby, s.calendar = s.countNearby(), s.countCalendar()
	s.slips = slips{}
	defer func() { s.scratch = nil }()
	l := &linking{Set: s, ctx: ctx, comparable: comparable}
	all := l.newLinker()
	l.beyondBlocks(all)
	l.passes(all)
	s.slips = all.slips
	r := Result{Pairs: all.found, Compared: all.compared, Capped: l.capped.blocks}
	for _, c := range all.mayBe {
		r.Pairs = s.name(r.Pairs, c, Open)
	}
	slices.SortFunc(r.Pairs, func(a, b Pair) int { return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B)) })
	slices.SortFunc(r.Capped, func(a, b Capped) int {
		return cmp.Or(cmp.Compare(a.Pass, b.Pass), cmp.Compare(b.Entries, a.Entries))
	})
	return r
}

// mostProbable is how probable a pair is at the most that is not proven.
const mostProbable = 0.9999

// compared is two entries and how they agree.
type compared struct {
	pair [2]uint32
	agreement
}

// name adds a pair to those that were found if it is at least possible.
func (s *Set) name(found []Pair, c compared, o Outcome) []Pair {
	p := 1.0
	if o == Open {
		w := s.weigh(&c.agreement, s.items.At(int(c.pair[0])), s.items.At(int(c.pair[1])))
		if p = min(Probability(w.sum()+s.Odds()), mostProbable); p < s.model.Possible {
			return found
		}
	}
	return append(found, Pair{int(c.pair[0]), int(c.pair[1]), p, s.model.class(p)})
}

func (m *Model) class(p float64) Class {
	switch {
	case p >= m.Certain:
		return ClassCertain
	case p >= m.Probable:
		return ClassProbable
	}
	return ClassPossible
}

// Odds is the prior in bits: what speaks against any two entries being one person before they are compared.
func (s *Set) Odds() float64 { return s.model.odds(s.items.Len(), s.open) }
