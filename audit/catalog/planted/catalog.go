package planted

import (
	"cmp"
	"slices"
)

// Options say what catalog to make. The same options make the same catalog, byte for byte.
type Options struct {
	Seed uint64
	// Persons is how many person entries the catalog holds, test and shared accounts included.
	// Below about 1 000 the plants crowd out the ordinary persons; what is planted is never left
	// out.
	Persons int
	// AsOf is the day of the audit. It must lie in 2023–2031: later, numbers by the rule of 2032
	// are lawful.
	AsOf Day
	// Systematic adds two faults with one cause each: an import of pupils that ate leading zeros,
	// and a unit whose numbers nobody may read.
	Systematic bool
	// Dated gives every entry a createTimestamp. Without it a few have none, which a directory
	// server would fill in with the time of loading.
	Dated bool
}

// Case is one finding that a correct audit must make, or must not make where Innocent tells of it.
type Case struct {
	Rule     string
	Severity string   // critical, error, warning or info; "waiting": inside its grace period, so no finding yet
	Variant  string   // the form of the fault, in this package's own words
	UIDs     []string // every entry concerned, sorted
	Why      string
}

// Catalog is a made-up catalog and the truth about it.
type Catalog struct {
	asOf     Day
	units    []*unit
	persons  []*person
	truth    []verdict
	innocent []verdict
}

// verdict is a Case whose entries may still change their uid.
type verdict struct {
	rule, severity, variant, why string
	who                          []*person
}

// Generate makes a catalog.
func Generate(o Options) *Catalog { return build(o, plant.count) }

// Sample makes the catalog that the program carries: some 400 persons, every rule met, and a few
// lawful oddities beside.
func Sample() *Catalog {
	o := Options{Seed: 20220330, Persons: 400, AsOf: 20261123, Dated: true}
	return build(o, func(p plant, _ Options) int { return p.sample })
}

// Truth lists every finding that a correct audit makes, by rule, then entries. Whoever is not in
// it is accused of nothing.
func (c *Catalog) Truth() []Case { return cases(c.truth) }

// Innocent lists lawful oddities that were planted to tempt an audit: Rule is the one that must
// not speak, and Severity is empty.
func (c *Catalog) Innocent() []Case { return cases(c.innocent) }

// Persons is the number of person entries, test and shared accounts included.
func (c *Catalog) Persons() int { return len(c.persons) }

// Left is how many entries are test and shared accounts, which an audit leaves out.
func (c *Catalog) Left() (test, shared int) {
	for _, p := range c.persons {
		switch p.account {
		case testAccount:
			test++
		case sharedAccount:
			shared++
		}
	}
	return test, shared
}

// Inactive is how many persons have left; they are judged.
func (c *Catalog) Inactive() int {
	n := 0
	for _, p := range c.persons {
		if p.account == inactive {
			n++
		}
	}
	return n
}

// Numbers lists every value of norEduPersonNIN with nine digits or more, sorted, each once: what
// no report may show.
func (c *Catalog) Numbers() []string {
	var all []string
	for _, p := range c.persons {
		digits := 0
		for i := range len(p.nin) {
			if p.nin[i] >= '0' && p.nin[i] <= '9' {
				digits++
			}
		}
		if digits >= 9 {
			all = append(all, p.nin)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func cases(verdicts []verdict) []Case {
	all := make([]Case, 0, len(verdicts))
	for _, v := range verdicts {
		c := Case{Rule: v.rule, Severity: v.severity, Variant: v.variant, Why: v.why}
		for _, p := range v.who {
			c.UIDs = append(c.UIDs, p.uid)
		}
		slices.Sort(c.UIDs)
		all = append(all, c)
	}
	slices.SortFunc(all, func(a, b Case) int {
		return cmp.Or(cmp.Compare(a.Rule, b.Rule), slices.Compare(a.UIDs, b.UIDs), cmp.Compare(a.Variant, b.Variant))
	})
	return all
}
