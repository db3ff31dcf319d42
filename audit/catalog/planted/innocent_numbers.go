package planted

import "fmt"

// innocentNumbers are lawful numbers that look like faults, and digits that are no number.
func innocentNumbers() []plant {
	return []plant{
		{"lawful tail", 1, some, 14, func(b *builder, i int) { b.lawfulTail([]string{"99999", "55555"}[i%2], false) }},
		{"lawful tail, D-number", 1, some, 14, func(b *builder, i int) {
			b.lawfulTail([]string{"00001", "00100", "00300", "00200", "12345", "00800", "11111"}[i%7], true)
		}},
		{"D-number of another day", 1, often, 0, func(b *builder, _ int) {
			p := dated(b.of(learner, b.foreign()))
			registered := dayOf(p.birth.year(), b.Between(1, 12), b.Between(2, 28))
			for registered%10000 == p.birth%10000 {
				registered = dayOf(p.birth.year(), b.Between(1, 12), b.Between(2, 28))
			}
			p.number(b.dnr(registered, p.man, false))
			b.clear("nin-birthdate", "registration-day", "a D-number may hold the day of registration", b.enter(p))
		}},
		{"impossible birth date", 1, seldom, 0, func(b *builder, _ int) {
			p := b.of(learner, b.foreign())
			p.number(b.dnr(p.birth, p.man, false))
			p.birthText = fmt.Sprintf("%d0230", p.birth.year())
			b.clear("nin-birthdate", "impossible-day", "30 February beside a D-number is no reason to lose a person", b.enter(p))
		}},
		{"six-digit birth date", 1, some, 0, func(b *builder, i int) {
			p := b.native(b.anyRole())
			for (p.birth.day() < 10) != (i%2 == 0) {
				p = b.native(b.anyRole())
			}
			p.birthText = p.birth.six()
			b.clear("nin-birthdate", "six-digits", "DDMMYY as an integer, which loses its leading zero", b.enter(p))
		}},
		{"D-number that looks like a county's", 1, some, 0, func(b *builder, _ int) {
			p := b.of(learner, b.foreign())
			p.number(b.compose(p.birth.day()+40, p.birth.month()+80, p.birth.year(), 990, 998, holds))
			b.clear("nin-other-kind", "99x", "a lawful D-number since 2021, though it looks like a county's number", b.enter(p))
		}},
		{"series of the nineties", 1, seldom, 0, func(b *builder, _ int) {
			p := b.native(clerk)
			for p.birth.year() > 1999 {
				p = b.native(clerk)
			}
			p.number(b.compose(p.birth.day(), p.birth.month()+80, p.birth.year(), 900, 998, holds))
			b.clear("nin-date", "series-900", "series 900–999 is lawful for births of 1940–1999, if rare", b.enter(p))
		}},
		{"published D-number", 1, seldom, 4, func(b *builder, i int) {
			values := []string{"71106177273", "71019762194", "71019799918", "62033932974"}
			b.published(values[i], []Day{19611031, 19970131, 19970131, 19390322}[i], "a published D-number of the newer series")
		}},
		{"published number", 0, seldom, 2, func(b *builder, i int) {
			b.published([]string{"20036914700", "29020073150"}[i], []Day{19690320, 20000229}[i], "a published vector")
		}},
		{"published synthetic", 0, seldom, 6, func(b *builder, i int) {
			values := []string{"41814061033", "41814065640", "41814075603", "41810021827", "41810025091", "41810034422"}
			year := 1940 + i/3*60
			b.published(values[i], dayOf(year, 1, 1), "an official example of the newer series")
		}},
		{"local number in its place", 1, some, 0, func(b *builder, i int) {
			p := b.anyone()
			b.local(p, i)
			b.clear("nin-exposed", "lin", "a local number where local numbers belong", p)
		}},
		{"documented local number", 1, seldom, 3, func(b *builder, i int) {
			p := b.anyone()
			p.lins = append(p.lins, realm+":fin:"+[]string{"21030212345", "12081199321", "51030299250"}[i])
			b.clear("nin-exposed", "lin", "a documented local number where local numbers belong", p)
		}},
		{"employee number", 1, some, 0, func(b *builder, _ int) {
			p := b.enter(b.someone(teacher))
			p.descriptions = append(p.descriptions, "ansattnr "+b.employeeNumber())
			b.clear("nin-exposed", "employee-number", "eleven digits that are nobody's number", p)
		}},
		{"telephone", 1, some, 0, func(b *builder, _ int) {
			p := b.enter(b.someone(clerk))
			digits := ""
			for digits == "" || !nobodys(digits, 0) {
				digits = fmt.Sprintf("00470%07d", b.Below(10000000)) // no Norwegian number begins with 0
			}
			p.phone = "+" + digits[2:]
			p.descriptions = append(p.descriptions, "tlf "+digits)
			b.clear("nin-exposed", "telephone", "a telephone number has as many digits", p)
		}},
	}
}

// lawfulTail enters a person whose number ends in a stand-in's tail and holds in every way.
func (b *builder) lawfulTail(tail string, dnr bool) {
	for {
		r := learner
		if tail == "99999" || tail == "55555" {
			r = pupil
		}
		p := b.of(r, b.foreign())
		dd := p.birth.day()
		if dnr {
			dd += 40
		}
		s := fmt.Sprintf("%02d%02d%02d%s", dd, p.birth.month()+80, p.birth.year()%100, tail)
		if controlOf(s) == holds && birthOf(s) == p.birth && b.take(s) {
			p.number(s)
			b.clear("nin-placeholder", "tail", "a lawful number that happens to end like a stand-in", b.enter(p))
			if tail == "55555" && !p.birth.neutral() {
				b.accuse("nin-unissued", "tail", "lawful, and where nothing was issued", p)
			}
			return
		}
	}
}

func (b *builder) published(value string, birth Day, why string) {
	p := b.of(learner, b.foreign())
	p.birth, p.birthText = birth, birth.eight()
	p.nin = value
	if value[0] < '4' {
		p.issued = birth
	}
	b.take(value)
	b.clear("nin-date", "published", why, b.enter(p))
}

// employeeNumber is eleven digits that are no number of any kind.
func (b *builder) employeeNumber() string {
	for {
		s := fmt.Sprintf("7%02d%08d", b.Between(80, 99), b.Below(100000000))
		if controlOf(s) == fails && b.take(s) {
			return s
		}
	}
}
