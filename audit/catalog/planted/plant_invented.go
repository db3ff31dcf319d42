package planted

import (
	"fmt"
	"time"
)

// inventedPlants are numbers that hold in every way, and were made up.
func inventedPlants() []plant {
	return []plant{
		{"bottom of the series", 1, some, 0, func(b *builder, i int) {
			p := b.native(pupil)
			for p.birth.neutral() {
				p = b.native(pupil)
			}
			p.number(b.compose(p.birth.day(), p.birth.month()+80, p.birth.year(), 500, 530, holds))
			b.accuse("nin-unissued", "bottom", "from the bottom of the series, where nothing was issued", b.enter(p))
		}},
		{"batch of one tail", 1, seldom, 3, func(b *builder, _ int) { b.batch(b.oneTail) }},
		{"batch in series", 0, seldom, 3, func(b *builder, _ int) { b.batch(b.inSeries) }},
	}
}

// batch enters pupils of one school in one hour, whose numbers somebody made up one after the other.
func (b *builder) batch(next func(p *person, start, i int) string) {
	var members []*person
	start, minute := b.Between(700, 900), b.ago(b.Between(40, 300)).Truncate(time.Minute)
	unit := b.native(pupil).unit
	for len(members) < 9 {
		p := b.native(pupil)
		if p.birth.neutral() || born(p.birth.year()%100, start, false) != p.birth.year() {
			continue
		}
		number := next(p, start, len(members))
		if number == "" {
			continue
		}
		p.unit, p.created = unit, minute.Add(time.Duration(len(members)*3)*time.Minute)
		p.number(number)
		members = append(members, b.enter(p))
	}
	b.accuse("nin-batch", "", "made together, with numbers in a pattern", members...)
}

// oneTail gives a number with the same last five digits as all others that begin at start; empty where there is none.
func (b *builder) oneTail(p *person, start, _ int) string {
	s := fmt.Sprintf("%02d%02d%02d%03d%02d", p.birth.day(), p.birth.month()+80, p.birth.year()%100, start, start%89+1)
	if controlOf(s) == holds && b.take(s) {
		return s
	}
	return ""
}

// inSeries gives the i-th number of a series; empty where it has no control digits.
func (b *builder) inSeries(p *person, start, i int) string {
	s, ok := b.with(p.birth.day(), p.birth.month()+80, p.birth.year(), start+i, holds)
	if !ok {
		return ""
	}
	return s
}
