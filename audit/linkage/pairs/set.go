package pairs

import (
	"ninaudit/audit/linkage"
	"ninaudit/audit/nin"
)

// Options say what set to make.
type Options struct {
	Seed       uint64
	Persons    int
	Duplicates float64  // share of persons who have a second entry; 0 is 0.01, below 0 is none
	On         nin.Date // the day on which ages are counted; 0 is 2026-08-15
}

// Pair is two records by their index in the set, A < B. Kind is what is special about them, Group
// the origin of the names.
type Pair struct {
	A, B        int
	Kind, Group string
}

// Set is records with the truth about them. Group and person of a record stand at its index.
type Set struct {
	Records []linkage.Record
	Groups  []string // origin of the record's name
	Persons []int    // who the record is: equal for the two entries of one person, never otherwise
	Truth   []Pair   // one person under two entries, in order of A and B
	Decoys  []Pair   // two persons who look like one, in order of A and B
}

// Generate makes a set of Persons persons and, for each that is duplicated, a second entry. From
// 200 persons up it holds decoys, 1.3 pairs a hundred persons; a person is in one pair at most.
func Generate(o Options) *Set {
	if o.Duplicates == 0 {
		o.Duplicates = 0.01
	}
	if o.On == 0 {
		o.On = nin.MakeDate(2026, 8, 15)
	}
	b := newBuilder(o)
	b.plantDecoys(o.Persons)
	jobs := b.draftPairs(int(float64(o.Persons)*o.Duplicates + 0.5))
	for b.persons < o.Persons {
		b.enterAll(b.household(b.anyOrigin()))
	}
	b.pair(jobs)
	return b.finish()
}
