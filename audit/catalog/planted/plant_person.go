package planted

// personPlants are persons who have two entries and not one number on both.
func personPlants() []plant {
	twice := func(name string, sample int, why string, change func(b *builder, p, q *person)) plant {
		return plant{"one person twice, " + name, sample, some, 0, func(b *builder, _ int) {
			p := dated(b.withForms(&norwegian))
			for p.birth.day() == p.birth.month() || p.birth%10000 == 701 || p.birth%10000 == 1231 {
				p = dated(b.withForms(&norwegian)) // many share such a day
			}
			q := b.another(p)
			change(b, p, q)
			b.accuse("duplicate-person", name, why, b.enter(p), b.enter(q))
		}}
	}
	return []plant{
		twice("without a number", 2, "the account that was made before the number came is still there", func(b *builder, p, q *person) {
			q.name = p.in(&norwegian)
			q.fault("")
			q.created = b.ago(75)
		}),
		twice("D-number and fødselsnummer", 1, "first a D-number, then a fødselsnummer, and two accounts", func(b *builder, p, q *person) {
			p.number(b.dnr(p.birth, p.man, false))
			q.number(b.fnr(p.birth, p.man, true))
		}),
	}
}
