package planted

import "time"

// innocentPersons are persons who look like others, as persons do.
func innocentPersons() []plant {
	return []plant{
		{"namesakes", 1, often, 0, func(b *builder, _ int) {
			p := b.anyone()
			q := b.someone(p.role)
			for q.man != p.man || q.birth == p.birth {
				q = b.someone(p.role)
			}
			q.name = p.name
			b.clear("overlay", "namesakes", "two persons of one name", p, b.enter(q))
		}},
		{"father and son", 1, some, 0, func(b *builder, _ int) {
			p := b.native(teacher)
			for !p.man || p.birth.year() > 1990 {
				p = b.native(teacher)
			}
			q := b.native(pupil)
			for !q.man {
				q = b.native(pupil)
			}
			q.name = p.name
			b.clear("overlay", "father-and-son", "father and son of one name", b.enter(p), b.enter(q))
		}},
		{"twins", 1, often, 0, func(b *builder, i int) {
			p := b.native(pupil)
			if i%3 == 2 {
				p = b.of(pupil, b.foreign())
			}
			q := b.twin(p)
			if p.issued == 0 {
				q.number(b.dnr(q.birth, q.man, false))
			} else {
				q.number(b.neighbour(p, q))
			}
			b.clear("overlay", "twins", "twins, with the next number of the series", b.enter(p), b.enter(q))
		}},
		{"siblings", 1, often, 0, func(b *builder, _ int) {
			p := b.enter(b.native(pupil))
			q := b.sibling(p)
			q.number(b.fnr(q.birth, q.man, false))
			b.clear("duplicate-mail", "siblings", "siblings", p, b.enter(q))
		}},
		{"reception class", 1, seldom, 3, func(b *builder, i int) { b.receptionClass(i) }},
		{"undated", 0, seldom, 0, func(b *builder, _ int) {
			if b.options.Dated {
				return
			}
			p := b.anyone()
			p.created = time.Time{}
			b.clear("pending-number", "undated", "a number, and nobody knows since when", p)
		}},
	}
}

// neighbour issues the number that follows p's in the series, for a twin.
func (b *builder) neighbour(p, q *person) string {
	serial := 0
	for i := 6; i < 9; i++ {
		serial = serial*10 + int(p.nin[i]-'0')
	}
	for serial--; ; serial-- {
		if (serial%2 == 1) != q.man {
			continue
		}
		if s, ok := b.with(q.birth.day(), q.birth.month()+80, q.birth.year(), serial, holds); ok {
			return s
		}
	}
}

// receptionClass enters a class of arrivals in one minute, whose D-numbers were issued together:
// their serials lie close together, and some are equal.
func (b *builder) receptionClass(i int) {
	size := 25
	if b.options.Persons < 1000 {
		size = 12
	}
	var class []*person
	first := b.Between(200, 216)
	minute := b.ago(b.Between(40, 300)).Truncate(time.Minute)
	for range size {
		p := b.of(pupil, ukrainian)
		p.unit, p.class = b.town.primary[i%len(b.town.primary)], "Mottak"
		p.birth = anyDay(b.Source, b.schoolYear()-b.Between(6, 13))
		p.birthText = p.birth.eight()
		p.number(mustHave(b.dnrFrom(p.birth, p.man, first+b.Below(14))))
		p.created = minute.Add(time.Duration(b.Below(60)) * time.Second)
		class = append(class, b.enter(p))
	}
	b.clear("nin-batch", "reception-class", "a reception class whose D-numbers were issued together", class...)
}
