package pairs

import (
	"cmp"
	"slices"

	"ninaudit/audit/chance"
	"ninaudit/audit/linkage"
	"ninaudit/audit/nin"
)

// builder makes one set: the decoys and the persons who are to have a second entry first, with
// their households, then others until the set is full, and the second entries last, when it is
// known which names are borne.
type builder struct {
	chance.Source
	options Options
	issuer  *issuer
	speller *speller
	systems []*system
	origins []*origin
	set     *Set
	persons int            // how many have been entered
	wanted  int            // how many are to be
	borne   map[string]int // how many entries bear a folded word of a name
	schools int
	serial  int // of user names and addresses
}

func newBuilder(o Options) *builder {
	c := chance.New(o.Seed, 0x7061697273)
	return &builder{
		Source: c, options: o, issuer: newIssuer(c, o.On), speller: newSpeller(), systems: newSystems(),
		origins: newOrigins(), set: &Set{}, wanted: o.Persons, borne: map[string]int{},
		schools: max(3, o.Persons/450),
	}
}

// enter puts an entry in the set and returns its index. A person who is not in the set yet counts.
func (b *builder) enter(e *entry) int {
	if e.person < 0 {
		e.person = b.persons
		b.persons++
	}
	b.set.Records = append(b.set.Records, e.Record)
	b.set.Groups = append(b.set.Groups, e.origin.name)
	b.set.Persons = append(b.set.Persons, e.person)
	for _, name := range [...]string{e.Given, e.Surname} {
		for _, word := range words(b.speller.fold(name)) {
			b.borne[word]++
		}
	}
	return len(b.set.Records) - 1
}

// enterAll enters a household, as far as there is room.
func (b *builder) enterAll(all []*entry) {
	for _, e := range all[:min(len(all), b.wanted-b.persons)] {
		b.enter(e)
	}
}

func (b *builder) anyOrigin() *origin {
	weights := make([]int, len(b.origins))
	for i, o := range b.origins {
		weights[i] = o.weight
	}
	return b.origins[b.Weighted(weights)]
}

// pairOrigin draws the group of a true pair or decoy: each group has enough of them to be counted.
func (b *builder) pairOrigin(groups []string) *origin {
	weights := make([]int, len(b.origins))
	for i, o := range b.origins {
		if groups == nil || slices.Contains(groups, o.name) {
			weights[i] = o.pairs
		}
	}
	return b.origins[b.Weighted(weights)]
}

// finish brings the records into any order, so that nothing follows from it.
func (b *builder) finish() *Set {
	s := b.set
	order := make([]int, len(s.Records)) // which record comes to stand at an index
	for i := range order {
		order[i] = i
	}
	chance.Shuffle(b.Source, order)
	records, groups := make([]linkage.Record, len(order)), make([]string, len(order))
	persons, at := make([]int, len(order)), make([]int, len(order))
	for i, was := range order {
		records[i], groups[i], persons[i], at[was] = s.Records[was], s.Groups[was], s.Persons[was], i
	}
	s.Records, s.Groups, s.Persons = records, groups, persons
	for _, list := range [...][]Pair{s.Truth, s.Decoys} {
		for i, p := range list {
			list[i].A, list[i].B = min(at[p.A], at[p.B]), max(at[p.A], at[p.B])
		}
		slices.SortFunc(list, inOrder)
	}
	return s
}

func inOrder(p, q Pair) int { return cmp.Or(cmp.Compare(p.A, q.A), cmp.Compare(p.B, q.B)) }

// day draws a day of a year; those of a group whose birth dates were often unknown to the register
// have one of the days that stand for that.
func (b *builder) day(o *origin, year int) nin.Date {
	if b.Percent(o.easy) {
		return nin.MakeDate(year, chance.Pick(b.Source, []int{1, 1, 1, 7}), 1)
	}
	return nin.MakeDate(year, 1, 1).AddDays(b.Below(365))
}
