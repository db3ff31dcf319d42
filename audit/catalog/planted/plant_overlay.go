package planted

import (
	"time"

	"ninaudit/audit/chance"
)

// overlayPlants are numbers that stand on different persons.
func overlayPlants() []plant {
	return []plant{
		{"overlay strangers", 1, often, 0, func(b *builder, _ int) {
			p := b.anyone()
			q := b.enter(b.stranger(p))
			b.lend(p, q)
			b.accuse("overlay", "strangers", "two persons who share nothing but the number", p, q)
		}},
		{"overlay twins", 1, some, 0, func(b *builder, _ int) {
			p := b.enter(b.someone(pupil))
			q := b.enter(b.twin(p))
			b.lend(p, q)
			b.accuse("overlay", "twins", "twins were given one number", p, q)
		}},
		{"overlay siblings", 0, some, 0, func(b *builder, _ int) {
			p := b.enter(b.someone(pupil))
			q := b.enter(b.sibling(p))
			b.lend(p, q)
			b.accuse("overlay", "siblings", "siblings were given one number", p, q)
		}},
		{"overlay three", 0, seldom, 0, func(b *builder, _ int) {
			p := b.anyone()
			q := b.enter(b.stranger(p))
			r := b.enter(b.stranger(p, q))
			b.lend(p, q)
			b.lend(p, r)
			b.accuse("overlay", "several", "three persons on one number", p, q, r)
		}},
		{"overlay stand-in", 1, seldom, 4, func(b *builder, i int) {
			value := wholeStandIns[i]
			for range b.Between(2, 4) {
				b.standIn(b.enter(dated(b.refugee())), value)
			}
			var holders []*person
			for _, p := range b.persons {
				if p.nin == value && p.account == active {
					holders = append(holders, p)
				}
			}
			b.accuse("overlay", "generic", "a stand-in is the number of several persons", holders...)
		}},
		{"overlay renamed", 1, some, 0, func(b *builder, _ int) {
			p := dated(b.native(clerk))
			q := b.another(p)
			for shareWord(q.surname, p.surname) || ascii(q.surname)[0] == ascii(p.surname)[0] {
				q.surname = chance.Early(b.Source, norwegianSurnames)
			}
			b.accuseAs("info", "overlay", "renamed", "given name and birth date agree: a change of surname, likely",
				b.enter(p), b.enter(q))
		}},
	}
}

// stranger drafts a person who shares neither a name, an initial of the given name nor a birth
// date with the others.
func (b *builder) stranger(others ...*person) *person {
	for {
		q := b.someone(b.anyRole())
		alike := false
		for _, p := range others {
			alike = alike || p.birth == q.birth || shareWord(p.given, q.given) || shareWord(p.surname, q.surname) ||
				ascii(p.given)[0] == ascii(q.given)[0] || ascii(p.surname)[0] == ascii(q.surname)[0]
		}
		if !alike {
			return dated(q)
		}
	}
}

// twin drafts a person born with p, in the same class and entered in the same minute, without a
// number.
func (b *builder) twin(p *person) *person {
	q := b.another(dated(p))
	q.fault("")
	q.unit, q.created = p.unit, p.created.Truncate(time.Minute).Add(30*time.Second)
	if !p.origin.ukrainian { // the surname of a brother and a sister may differ there
		q.man = b.Percent(50)
	}
	q.given, q.ukGiven = otherGiven(b, q, p.given), ""
	return q
}

// sibling drafts a person of p's surname born some years before, without a number.
func (b *builder) sibling(p *person) *person {
	q := b.twin(p)
	q.birth = dayOf(p.birth.year()-b.Between(2, 3), p.birth.month(), min(p.birth.day(), 28)).add(b.Between(20, 90))
	q.birthText = q.birth.eight()
	q.created = b.enrolled(q)
	return q
}
