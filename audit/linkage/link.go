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

// Link compares all candidate pairs of catalogs that may be compared and keeps those that are at least possible.
// The same entries in the same order give the same result; when ctx ends, it is what was found until then.
func (s *Set) Link(ctx context.Context, comparable func(catalogA, catalogB int) bool) Result {
	var r Result
	s.tally()
	s.mailboxes = s.common(func(it *item) uint64 { return it.mail }, 2) // parents' and reception's mail stands on many
	s.countWholes()
	s.slips = slips{}
	defer func() { s.scratch = nil }()
	again := len(s.earlier) > 0 || len(s.proven) > 0 // only then may a pair come twice
	seen := map[[2]uint32]bool{}
	var mayBe []compared // slips in given names wait until it is known how many there are
	var capped cappedBlocks
	look := func(x, y *member) {
		a, o := s.compare(x, y, false)
		if o != Open && o != Certain {
			s.countTwins(a.given, x, y)
			return
		}
		pair := [2]uint32{min(x.row, y.row), max(x.row, y.row)}
		if again && seen[pair] {
			return
		}
		if again {
			seen[pair] = true
		}
		if a.given == slip && o == Open {
			s.countSlip(&a, x, y)
			mayBe = append(mayBe, compared{pair, a})
			return
		}
		r.name(s, compared{pair, a}, o)
	}
	for e := range s.candidates(&capped) {
		if ctx.Err() != nil {
			break
		}
		for i := range e.others {
			x, y := e.x, &e.others[i]
			if !meet(e.pass, x, y, &capped) || !comparable(int(x.catalog), int(y.catalog)) {
				continue
			}
			r.Compared++
			if s.proven == nil && x.apart(y) {
				s.countTwins(different, x, y)
			} else {
				look(x, y)
			}
		}
	}
	for _, c := range mayBe {
		r.name(s, c, Open)
	}
	r.Capped = capped.blocks
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

// name keeps a pair that is at least possible.
func (r *Result) name(s *Set, c compared, o Outcome) {
	p := 1.0
	if o == Open {
		w := s.weigh(&c.agreement, &s.items[c.pair[0]], &s.items[c.pair[1]])
		if p = min(Probability(w.sum()+s.Odds()), mostProbable); p < s.model.Possible {
			return
		}
	}
	r.Pairs = append(r.Pairs, Pair{int(c.pair[0]), int(c.pair[1]), p, s.model.class(p)})
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
func (s *Set) Odds() float64 { return s.model.odds(len(s.items), s.open) }
