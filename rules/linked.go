package rules

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"ninaudit/audit"
	"ninaudit/audit/linkage"
	"ninaudit/audit/nin"
)

// linked is a population made ready for linkage.
type linked struct {
	all      audit.Population
	set      *linkage.Set
	catalogs []string // by the number that linkage knows them by
}

// link prepares the whole population, with the numbers that are proven to be one person's.
func link(all audit.Population, proof [][2]nin.Number) *linked {
	l := newLinked(proof)
	l.all = all
	for i := range all.Len() {
		l.add(all.Person(i))
	}
	return l
}

func newLinked(proof [][2]nin.Number) *linked {
	l := &linked{set: linkage.NewSet(linkage.Shipped())}
	for _, p := range proof {
		l.set.Prove(p[0], p[1])
	}
	return l
}

func (l *linked) add(p *audit.Person) { l.take(p, linkage.Met{}) }

// take adds a person of whom it is known which names and unit are met again.
func (l *linked) take(p *audit.Person, met linkage.Met) {
	r := record(p)
	r.Met = met
	if r.Catalog = slices.Index(l.catalogs, p.Catalog); r.Catalog < 0 {
		r.Catalog = len(l.catalogs)
		l.catalogs = append(l.catalogs, p.Catalog)
	}
	l.set.Add(&r)
}

// person is the i-th of those that are linked.
func (l *linked) person(i int) *audit.Person { return l.all.Person(i) }

// verdict tells a case: its members in catalog order and by ID, and each pair with what speaks for it. The odds
// against any two entries stand last, so that the bits add up to the probability.
func (l *linked) verdict(pairs []linkage.Pair) audit.Verdict {
	v := audit.Verdict{Members: linkage.Members(pairs), Score: 1}
	persons := map[int]*audit.Person{}
	for _, i := range v.Members {
		persons[i] = l.person(i)
	}
	before := func(i, j int) int { return l.before(persons[i], persons[j]) }
	slices.SortFunc(v.Members, before)
	pairs = slices.Clone(pairs)
	for k, p := range pairs {
		if before(p.A, p.B) > 0 {
			pairs[k].A, pairs[k].B = p.B, p.A
		}
	}
	slices.SortFunc(pairs, func(p, q linkage.Pair) int { return cmp.Or(before(p.A, q.A), before(p.B, q.B)) })
	for _, p := range pairs {
		v.Score = min(v.Score, math.Floor(p.Probability*10_000)/10_000) // digits that say nothing may look like a number
		c := l.set.Compare(p.A, p.B)
		from := len(v.Evidence)
		v.Evidence = append(v.Evidence, evidence(persons[p.A], persons[p.B], &c)...)
		if c.Outcome != linkage.Certain {
			v.Evidence = append(v.Evidence, audit.Evidence{Field: linkage.FieldOdds, Bits: hundredths(l.set.Odds())})
		}
		if len(v.Members) > 2 {
			of(v.Evidence[from:], slices.Index(v.Members, p.A), slices.Index(v.Members, p.B))
		}
	}
	return v
}

// of says which two members of a case a comparison is of.
func of(evidence []audit.Evidence, a, b int) {
	for i := range evidence {
		evidence[i].Of = [2]int{a, b}
	}
}

// before orders persons by catalog, then by ID.
func (l *linked) before(a, b *audit.Person) int {
	return cmp.Or(cmp.Compare(slices.Index(l.catalogs, a.Catalog), slices.Index(l.catalogs, b.Catalog)), cmp.Compare(a.ID, b.ID))
}

// cappedNotices tell which keys were shared by too many to be compared.
func cappedNotices(capped []linkage.Capped) []audit.Text {
	if len(capped) == 0 {
		return nil
	}
	entries := 0
	for _, c := range capped {
		entries += c.Entries
	}
	return []audit.Text{{
		NB: fmt.Sprintf("Dubletter: ikke alt er sammenlignet. Grupper med felles dato, navn eller nummer som var for store: %d, med %d oppføringer i alt.", len(capped), entries),
		NN: fmt.Sprintf("Dublettar: ikkje alt er samanlikna. Grupper med felles dato, namn eller nummer som var for store: %d, med %d oppføringar i alt.", len(capped), entries),
		EN: fmt.Sprintf("Duplicates: not everything was compared. Groups with a date, a name or a number in common that were too large: %d, with %d entries in all.", len(capped), entries),
	}}
}
