package planted

// datePlants are numbers whose control digits hold and whose date or series can not be.
func datePlants() []plant {
	return []plant{
		{"no-such-day", 2, some, 0, func(b *builder, i int) {
			days := [][2]int{{30, 2}, {31, 4}, {31, 2}, {31, 6}, {31, 9}, {31, 11}}
			p := b.someone(pupil)
			d := days[i%len(days)]
			offset := 40 * (i / len(days) % 2)
			b.badDate(p, b.compose(d[0]+offset, d[1]+80, p.birth.year(), 600, 980, holds), "no-such-day",
				"a month does not have so many days")
		}},
		{"no-leap-year", 1, some, 0, func(b *builder, _ int) {
			p := b.someone(teacher)
			for p.birth.year()%4 == 0 || p.birth.year() > 1999 {
				p = b.someone(teacher)
			}
			b.badDate(p, b.compose(29, 82, p.birth.year(), 200, 480, holds), "no-leap-year", "29 February of a common year")
		}},
		{"no-leap-year, published", 0, seldom, 1, func(b *builder, _ int) {
			b.badDate(b.someone(learner), "29020105729", "no-leap-year", "a published vector: 29 February 2001")
		}},
		{"day-number", 1, seldom, 0, func(b *builder, i int) {
			p := b.someone(pupil)
			day := []int{32, 0, 39, 72, 77}[i%5]
			b.badDate(p, b.compose(day, p.birth.month()+80, p.birth.year(), 600, 980, holds), "no-such-day",
				"no month has that day, with 40 or without")
		}},
		{"series", 2, some, 0, unassignedSeries},
		{"future", 1, some, 0, func(b *builder, _ int) {
			p := b.someone(pupil)
			b.badDate(p, b.compose(p.birth.day(), p.birth.month()+80, b.Between(34, 39), 500, 999, holds), "future",
				"a birth in the future, as generators make them up")
		}},
		{"future, D-number", 0, seldom, 0, func(b *builder, _ int) {
			p := b.enter(b.refugee())
			b.badDateOf(p, b.compose(p.birth.day()+40, p.birth.month()+80, b.Between(34, 39), 500, 899, holds), "future",
				"a D-number whose date lies in the future under the new series and the old")
		}},
		{"too-old", 1, some, 0, func(b *builder, _ int) {
			p := b.someone(pupil)
			for p.birth.year()-100 >= b.options.AsOf.year()-111 {
				p = b.someone(pupil)
			}
			b.badDate(p, b.compose(p.birth.day(), p.birth.month()+80, p.birth.year(), 0, 499, holds), "too-old",
				"born more than 110 years ago: the right year in the wrong century")
		}},
		{"last century but one", 0, seldom, 0, func(b *builder, _ int) {
			p := b.someone(teacher)
			b.badDate(p, b.compose(p.birth.day(), p.birth.month()+80, b.Between(54, 99), 500, 749, holds), "too-old",
				"born in the 1800s")
		}},
		{"month", 2, some, 0, func(b *builder, i int) {
			p := b.someone(pupil)
			month := []int{13, 0, 19, 33, 38, 79, 95, 99, 15, 40}[i%10]
			b.badDate(p, b.compose(p.birth.day(), month, p.birth.year(), 500, 899, fails), "no-such-month",
				"a month that no scheme knows")
		}},
	}
}

func (b *builder) badDate(p *person, value, variant, why string) {
	b.badDateOf(b.enter(p), value, variant, why)
}

func (b *builder) badDateOf(p *person, value, variant, why string) {
	p.fault(value)
	b.accuse("nin-date", variant, why, p)
}

// unassignedSeries plants an individnummer that no series holds, on dates of both kinds of number.
func unassignedSeries(b *builder, i int) {
	p := b.someone(clerk)
	for p.birth.year() > 1999 {
		p = b.someone(clerk)
	}
	dd, yy, low, high := p.birth.day(), p.birth.year(), 750, 899
	switch i % 3 {
	case 1: // nobody at work was born then; the date is made up whole
		dd, yy, low, high = dd+40, b.Between(40, 57), 500, 599
	case 2:
		yy, low, high = b.Between(40, 53), 500, 899
	}
	b.badDate(p, b.compose(dd, p.birth.month()+80, yy, low, high, holds), "series",
		"an individnummer that no series holds for that year")
}
