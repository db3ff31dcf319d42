package pairs

import (
	"strings"

	"ninaudit/audit/chance"
	"ninaudit/audit/nin"
)

// job is a person who is to have a second entry.
type job struct {
	kind  kind
	first *entry
	at    int // index of the first entry
}

// draftPairs enters n persons who fit the kinds, in proportion, with their households. The second
// entries of those that slip must wait until all names are known; they are returned.
func (b *builder) draftPairs(n int) []job {
	var waiting []job
	share, made := 0, 0
	for _, k := range kinds() {
		for share += k.share; made < n*share/100; made++ {
			all, second := b.draftPair(k)
			j := job{k, all[0], b.enter(all[0])}
			b.enterAll(all[1:])
			if strings.HasPrefix(k.name, "slip-") {
				waiting = append(waiting, j)
				continue
			}
			b.join(j, second)
		}
	}
	return waiting
}

// draftPair drafts households until the first of one fits the kind.
func (b *builder) draftPair(k kind) (household []*entry, second *entry) {
	for {
		all := b.household(b.pairOrigin(k.groups))
		first := all[0]
		second := b.again(first)
		if k.vary(b, first, second) {
			b.numbers(first, second)
			return all, second
		}
	}
}

// pair enters the second entries of those who waited.
func (b *builder) pair(waiting []job) {
	for _, j := range waiting {
		second := b.again(j.first)
		for !j.kind.vary(b, j.first, second) {
			second = b.again(j.first)
		}
		first := &b.set.Records[j.at]
		b.numbers(j.first, second)
		first.Number = j.first.Number
		b.join(j, second)
	}
}

// join enters a second entry and notes the truth.
func (b *builder) join(j job, second *entry) {
	second.person = j.first.person
	b.set.Truth = append(b.set.Truth, Pair{j.at, b.enter(second), j.kind.name, j.first.origin.name})
}

// again is a second entry of a person: the same names and birth date, its own user name, no number.
func (b *builder) again(p *entry) *entry {
	q := *p
	q.Number, q.Prior = nin.Number{}, nil
	b.login(&q)
	if p.Mail == p.Principal || b.Percent(50) {
		q.Mail = chance.Pick(b.Source, []string{"", q.Principal})
	}
	if b.Percent(50) {
		q.Unit = b.someone(p.origin, p.role, p.man).Unit
	}
	return &q
}

// The numbers that two entries of one person have, and how often: of a Norwegian, and of others.
var numberings = [...]struct {
	first, second     nin.Kind
	norwegian, others int
}{
	{nin.None, nin.Fnr, 70, 33}, {nin.None, nin.None, 18, 15}, {nin.None, nin.D, 3, 17}, {nin.D, nin.Fnr, 6, 25},
	{nin.D, nin.D, 3, 8}, {nin.DUF, nin.None, 0, 2},
}

// numbers gives the two entries of a person numbers of the person's own birth date, never equal.
func (b *builder) numbers(p, q *entry) {
	weights := make([]int, len(numberings))
	for i, n := range numberings {
		if weights[i] = n.others; p.origin.name == "norwegian" {
			weights[i] = n.norwegian
		}
	}
	n, birth := numberings[b.Weighted(weights)], p.Birth // the first entry has the true one
	if b.Percent(50) {
		p, q = q, p
	}
	p.Number, q.Number = b.issue(n.first, p, birth), b.issue(n.second, q, birth)
}

// issue hands out a number of a kind; where there is no DUF number left, a D-number, and where the
// date has no fødselsnummer left, none.
func (b *builder) issue(k nin.Kind, e *entry, birth nin.Date) nin.Number {
	switch k {
	case nin.Fnr:
		number, _ := b.issuer.fnr(birth, e.man)
		return number
	case nin.DUF:
		if number, ok := b.issuer.duf(birth); ok {
			return number
		}
	case nin.None:
		return nin.Number{}
	}
	return b.issuer.dnr(birth, e.man)
}
