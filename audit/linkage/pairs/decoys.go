package pairs

import (
	"slices"
	"strings"

	"ninaudit/audit/chance"
	"ninaudit/audit/nin"
)

// decoy is one way in which two persons look like one.
type decoy struct {
	name  string
	share int // pairs in 100 000 persons
	make  func(b *builder, o *origin) (p, q *entry)
}

func decoys() []decoy {
	return []decoy{
		{"twins", 300, func(b *builder, o *origin) (p, q *entry) { return b.alike(o, 0) }},
		{"twins-one-number", 200, func(b *builder, o *origin) (p, q *entry) {
			p, q = b.alike(o, 0)
			p.Number = b.fnr(p)
			return p, q
		}},
		{"siblings-year", 150, func(b *builder, o *origin) (p, q *entry) {
			p, q = b.alike(o, b.Between(330, 400))
			b.maybeNumber(p)
			return p, q
		}},
		{"siblings-digit", 150, func(b *builder, o *origin) (p, q *entry) {
			p, q = b.alike(o, 0)
			q.Birth = b.otherYear(p.Birth)
			b.maybeNumber(p)
			return p, q
		}},
		{"namesakes", 200, (*builder).namesakes},
		{"namesakes-same-date", 100, func(b *builder, o *origin) (p, q *entry) {
			p, q = b.namesakes(o)
			q.Birth = p.Birth
			p.Number, q.Number = b.fnr(p), b.fnr(q)
			return p, q
		}},
		{"father-son", 100, (*builder).fatherSon},
		{"cousins", 100, (*builder).cousins},
	}
}

// plantDecoys enters the decoys of a set, at least one of each kind.
func (b *builder) plantDecoys(persons int) {
	if persons < 200 {
		return
	}
	for _, d := range decoys() {
		for range max(1, persons*d.share/100_000) {
			p, q := d.make(b, b.pairOrigin(nil))
			b.set.Decoys = append(b.set.Decoys, Pair{b.enter(p), b.enter(q), d.name, p.origin.name})
		}
	}
}

// maybeNumber gives half of them a fødselsnummer.
func (b *builder) maybeNumber(e *entry) {
	if b.Percent(50) {
		e.Number = b.fnr(e)
	}
}

// alike drafts two children of one family and school, with names that parents give to twins, the
// second so many days younger. Neither has a number.
func (b *builder) alike(o *origin, days int) (p, q *entry) {
	first, second, men := b.twinNames(o)
	p = b.someone(o, pupil, men[0])
	b.call(p, first)
	q = b.sibling([]*entry{p}, p.Birth.AddDays(-days), men[1])
	b.call(q, second)
	b.shareSurname(p, q)
	if b.Percent(20) {
		p.Mail = b.address("forelder")
		q.Mail = p.Mail
	}
	return p, q
}

// twinNames draws two names, and tells of each whether a boy bears it.
func (b *builder) twinNames(o *origin) (first, second string, men [2]bool) {
	list := o.mixed
	switch b.Below(3) {
	case 0:
		list, men = o.boys, [2]bool{true, true}
	case 1:
		list = o.girls
	default:
		men[0] = true
	}
	first, second, _ = strings.Cut(chance.Pick(b.Source, list), "/")
	if b.Percent(50) {
		return second, first, [2]bool{men[1], men[0]}
	}
	return first, second, men
}

// otherYear is the same day of another year, one digit of which differs.
func (b *builder) otherYear(d nin.Date) nin.Date {
	for {
		digit := d.Year() % 10
		other := nin.MakeDate(d.Year()-digit+b.Below(10), d.Month(), d.Day())
		if other != d && other.Exists() && other < b.options.On {
			return other
		}
	}
}

// namesakes drafts two persons who have nothing but both names in common; such names are common
// ones.
func (b *builder) namesakes(o *origin) (p, q *entry) {
	for {
		p = b.someone(o, b.roleOf(o), b.Percent(50))
		surname := p.Surname
		switch {
		case o.ukrainian():
			surname = p.cyrillic[1]
		case o.name == "polish" && !p.man:
			surname = gendered(surname, true)
		}
		top := o.surnames.names[:min(len(o.surnames.names), 110)]
		surname = b.speller.fold(surname)
		if b.common(p) && slices.ContainsFunc(top, func(s string) bool { return b.speller.fold(s) == surname }) {
			break
		}
	}
	for {
		q = b.someone(o, p.role, p.man)
		if b.Percent(30) {
			q.Birth = b.day(o, p.Birth.Year())
		}
		if far(p.Birth, q.Birth) {
			break
		}
	}
	q.Given, q.Surname, q.cyrillic, q.system = p.Given, p.Surname, p.cyrillic, p.system
	b.maybeNumber(p)
	if b.Percent(20) {
		q.Number = b.fnr(q)
	}
	return p, q
}

// fatherSon drafts a pupil and his father, who has the same name and perhaps the same address.
func (b *builder) fatherSon(o *origin) (p, q *entry) {
	p = b.someone(o, pupil, true)
	q = b.someone(o, learner, true)
	q.Given, q.Surname, q.cyrillic, q.system = p.Given, p.Surname, p.cyrillic, p.system
	q.Birth = b.day(o, p.Birth.Year()-b.Between(21, 40))
	if b.Percent(10) {
		q.Birth = nin.MakeDate(q.Birth.Year(), p.Birth.Month(), min(p.Birth.Day(), 28))
	}
	if b.Percent(50) {
		p.Mail = q.Mail
	}
	b.maybeNumber(q)
	return p, q
}

// cousins drafts two children of one surname and year, of one name or of names alike, at different
// schools.
func (b *builder) cousins(o *origin) (p, q *entry) {
	p, q = b.alike(o, 0)
	if b.Percent(50) {
		q = b.sibling([]*entry{p}, p.Birth, p.man)
		q.Given, q.cyrillic, q.Surname = p.Given, p.cyrillic, p.Surname
	}
	for !far(p.Birth, q.Birth) {
		q.Birth = b.day(o, p.Birth.Year())
	}
	q.Mail = q.Principal
	for q.Unit == p.Unit {
		q.Unit = b.someone(o, pupil, q.man).Unit
	}
	b.maybeNumber(p)
	return p, q
}

// far tells whether no slip makes one day of another: three digits or more differ, and day and
// month did not change places.
func far(a, b nin.Date) bool {
	differ := 0
	for x, y := int(a), int(b); x > 0 || y > 0; x, y = x/10, y/10 {
		if x%10 != y%10 {
			differ++
		}
	}
	swapped := a.Year() == b.Year() && a.Month() == b.Day() && a.Day() == b.Month()
	return differ >= 3 && !swapped
}
