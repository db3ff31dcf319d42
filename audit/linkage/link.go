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
	s.mailboxes = s.common(func(it *item) uint64 { return it.mail }, 2) // parents' and reception's mail stands on many
	s.countWholes()
	s.slips = slips{}
	defer func() { s.scratch = nil }()
	again := len(s.earlier) > 0 || len(s.proven) > 0 // only then may a pair come twice
	seen := map[[2]uint32]bool{}
	var mayBe []met // slips in given names wait until it is known how many there are
	var capped cappedBlocks
	for i, j := range s.candidates(&capped) {
		if !comparable(int(s.items[i].catalog), int(s.items[j].catalog)) {
			continue
		}
		if r.Compared++; r.Compared%4096 == 0 && ctx.Err() != nil {
			break
		}
		a, o := s.compare(i, j, false)
		if o != Open && o != Certain {
			s.countTwins(&a, &s.items[i], &s.items[j])
			continue
		}
		pair := [2]uint32{min(i, j), max(i, j)}
		if again && seen[pair] {
			continue
		}
		if again {
			seen[pair] = true
		}
		if a.given == slip && o == Open {
			s.countSlip(&a, &s.items[i], &s.items[j])
			mayBe = append(mayBe, met{pair, a})
			continue
		}
		r.name(s, met{pair, a}, o)
	}
	for _, m := range mayBe {
		r.name(s, m, Open)
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

// met is two entries that were compared.
type met struct {
	pair [2]uint32
	agreement
}

// name keeps a pair that is at least possible.
func (r *Result) name(s *Set, m met, o Outcome) {
	p := 1.0
	if o == Open {
		w := s.weigh(&m.agreement, &s.items[m.pair[0]], &s.items[m.pair[1]])
		if p = min(Probability(w.sum()+s.Odds()), mostProbable); p < s.model.Possible {
			return
		}
	}
	r.Pairs = append(r.Pairs, Pair{int(m.pair[0]), int(m.pair[1]), p, s.model.class(p)})
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

// Evidence is one field of a comparison: its level, and what that is worth in bits.
type Evidence struct {
	Field, Level string
	Bits         float64
}

// Comparison is two entries held against each other.
type Comparison struct {
	Outcome Outcome
	Fields  []Evidence // fields that are missing in either are left out
	Bits    float64    // of the fields, without the prior
	// What the fields say, for a rule that grades by it.
	GivenEqual    bool // to the letter, but for case, marks and hyphens
	GivenAgrees   bool // one name
	GivenDoubt    bool // one letter apart inside: a slip of the pen, or two names
	GivenMissing  bool
	SurnameAgrees bool
	NoSurname     bool
	BirthEqual    bool
	BirthDiffers  bool // by more than one slip
}

// Compare holds two entries of the set against each other, field by field, whatever their numbers.
func (s *Set) Compare(i, j int) Comparison {
	a, o := s.compare(uint32(i), uint32(j), true)
	w := s.weigh(&a, &s.items[i], &s.items[j])
	c := Comparison{
		Outcome: o, Bits: w.sum(),
		GivenEqual: a.given == equal, GivenAgrees: a.sameGiven(), GivenDoubt: a.given == doubt, GivenMissing: a.given == missing,
		SurnameAgrees: a.swapped || a.surname >= equal && a.surname <= slip, NoSurname: a.surname == missing,
		BirthEqual:   a.birth == equal,
		BirthDiffers: a.birth == two || a.birth == year || a.birth == different,
	}
	add := func(field string, l level, bits float64) {
		if l != missing {
			c.Fields = append(c.Fields, Evidence{field, levelNames[l], bits})
		}
	}
	limit := func(field string, bits float64) {
		if bits != 0 {
			c.Fields = append(c.Fields, Evidence{field, "", bits})
		}
	}
	if a.proven {
		c.Fields = append(c.Fields, Evidence{FieldNumber, "proven", 0})
	}
	if a.swapped {
		c.Fields = append(c.Fields, Evidence{FieldNames, "swapped", w.names})
	} else {
		add(FieldGiven, a.given, w.given)
		add(FieldSurname, a.surname, w.surname)
	}
	limit(FieldCommon, w.common)
	limit(FieldTwins, w.twins)
	add(FieldBirth, a.birth, w.birth)
	add(FieldUnit, a.unit, w.unit)
	if a.mail {
		add(FieldMail, equal, w.mail)
	}
	if a.prior {
		add(FieldPrior, equal, w.prior)
	}
	return c
}

// Odds is the prior in bits: what speaks against any two entries being one person before they are compared.
func (s *Set) Odds() float64 { return s.model.odds(len(s.items), s.open) }

// Compare holds two entries against each other by themselves: nothing is known of how common their names and
// dates are, so typical frequencies hold.
func Compare(m *Model, a, b *Record) Comparison {
	s := NewSet(m)
	s.Add(a)
	s.Add(b)
	return s.Compare(0, 1)
}
