package planted

import (
	"fmt"
	"time"

	"ninaudit/audit/chance"
)

type account uint8

const (
	active account = iota
	inactive
	testAccount
	sharedAccount
)

// person is one entry in the making.
type person struct {
	name
	uid, mail, principal, display string
	role                          role
	unit                          *unit
	class                         string
	man                           bool
	birth                         Day    // the true one
	birthText                     string // norEduPersonBirthDate; empty: none
	nin                           string // norEduPersonNIN; empty: none
	issued                        Day    // the date in nin where that is a fødselsnummer that holds, else 0
	lins, descriptions            []string
	phone                         string
	created                       time.Time // zero: no createTimestamp
	uuid                          string
	account                       account
	notes                         []string // what is planted, for the comment above the entry
}

// eight and six are the two forms of norEduPersonBirthDate; six loses its leading zero, as an
// integer does.
func (d Day) eight() string { return fmt.Sprint(int(d)) }
func (d Day) six() string   { return fmt.Sprint(d.day()*10000 + d.month()*100 + d.year()%100) }

// someone drafts an ordinary person of a role, with a number, on no list yet.
func (b *builder) someone(r role) *person {
	foreign := b.Percent(18)
	switch r {
	case learner:
		foreign = b.Percent(95)
	case clerk, teacher:
		foreign = b.Percent(8)
	}
	if foreign {
		return b.of(r, b.foreign())
	}
	return b.native(r)
}

// native drafts a person with a Norwegian name and a fødselsnummer.
func (b *builder) native(r role) *person {
	o := norwegianOld
	if r == pupil {
		o = norwegianYoung
	}
	return b.of(r, o)
}

// refugee drafts a newcomer of any age, without a number.
func (b *builder) refugee() *person {
	r := learner
	if b.Percent(50) {
		r = pupil
	}
	p := b.of(r, b.foreign())
	p.nin, p.issued = "", 0
	return p
}

// of drafts a person of a role and an origin.
func (b *builder) of(r role, o *origin) *person {
	p := &person{role: r, man: b.Percent(50)}
	b.place(p)
	p.birth = b.birth(r, p.class)
	isNative := o == norwegianOld || o == norwegianYoung
	if !isNative && r == learner && b.Percent(12) {
		p.birth = dayOf(p.birth.year(), 1, 1)
	}
	for {
		p.name = b.draw(o, p.man)
		if who := fmt.Sprint(p.given, p.surname, p.birth); !b.known[who] {
			b.known[who] = true
			break
		}
	}
	p.birthText = p.birth.eight()
	switch roll := b.Below(100); {
	case roll < 6:
		p.birthText = p.birth.six()
	case roll < 8:
		p.birthText = ""
	}
	p.created = b.enrolled(p)
	switch {
	case isNative:
		b.numbered(p, "fnr", func(birth Day) (string, bool) { return b.fnrLeft(birth, p.man, false) })
	case b.Percent(55) && p.birth%10000 != 101:
		b.numbered(p, "late", func(birth Day) (string, bool) { return b.fnrLeft(birth, p.man, true) })
	default:
		old := b.Percent(30)
		b.numbered(p, fmt.Sprint("dnr", old), func(birth Day) (string, bool) { return b.dnrLeft(birth, p.man, old) })
	}
	return p
}

// numbered gives the person a number of a sort, and makes it a year older for as long as those of its date are used up:
// a million persons of a municipality's ages are more than are born.
func (b *builder) numbered(p *person, sort string, issue func(birth Day) (string, bool)) {
	for birth := p.birth; ; birth = birth.add(-365) {
		series := fmt.Sprint(sort, p.man, birth)
		if b.full[series] {
			continue
		}
		number, ok := issue(birth)
		if !ok {
			b.full[series] = true
			continue
		}
		if birth != p.birth {
			p.birth = birth
			switch len(p.birthText) {
			case 0:
			case len("yyyymmdd"):
				p.birthText = birth.eight()
			default:
				p.birthText = birth.six()
			}
		}
		p.number(number)
		return
	}
}

// number gives the person a number that holds.
func (p *person) number(nin string) {
	p.nin, p.issued = nin, 0
	if nin[0] < '4' {
		p.issued = birthOf(nin)
	}
}

// fault gives the person a value that is nobody's number.
func (p *person) fault(value string) { p.nin, p.issued = value, 0 }

// place finds the person's unit and class.
func (b *builder) place(p *person) {
	t := &b.town
	switch p.role {
	case pupil:
		grade := b.Between(1, 10)
		p.unit = chance.Pick(b.Source, t.primary)
		if grade > 7 {
			p.unit = chance.Pick(b.Source, t.lower)
		}
		p.class = fmt.Sprintf("%d%c", grade, 'A'+b.Below(p.unit.classes))
	case learner:
		p.unit = t.adult
		p.class = fmt.Sprintf("%s %d", chance.Pick(b.Source, []string{"Norsk", "Grunnskole"}), b.Between(1, 3))
	case teacher:
		p.unit = chance.Pick(b.Source, append(append([]*unit{t.adult}, t.primary...), t.lower...))
	case clerk:
		p.unit = t.hall
	}
}

// schoolYear is the year in which the school year of the audit's day began.
func (b *builder) schoolYear() int {
	y := b.options.AsOf.year()
	if b.options.AsOf.month() < 8 {
		y--
	}
	return y
}

func grade(class string) int {
	g := 0
	for i := 0; i < len(class) && class[i] >= '0' && class[i] <= '9'; i++ {
		g = g*10 + int(class[i]-'0')
	}
	return g
}

// birth draws a date of birth that fits the role: pupils by their grade, others by age.
func (b *builder) birth(r role, class string) Day {
	year := b.options.AsOf.year()
	switch r {
	case pupil:
		year = b.schoolYear() - 5 - grade(class)
	case learner:
		year -= b.Between(17, 17+b.Between(3, 38))
	default:
		year -= b.Between(21, 69)
	}
	return anyDay(b.Source, year)
}

// enrolled draws when the entry was made.
func (b *builder) enrolled(p *person) time.Time {
	if p.role == pupil && b.Percent(85) {
		first := b.schoolYear() + 1 - grade(p.class)
		return b.at(min(dayOf(first, 8, b.Between(9, 20)), b.options.AsOf.add(-1)))
	}
	longest := 3000
	if p.role == learner {
		longest = 900
	}
	return b.at(b.options.AsOf.add(-b.Between(3, longest)))
}

// at is a moment of a day: at night, when imports run, or during office hours.
func (b *builder) at(d Day) time.Time {
	hour := b.Between(7, 14)
	if b.Percent(60) {
		hour = b.Between(1, 4)
	}
	return d.noon().Add(time.Duration(hour-12)*time.Hour + time.Duration(b.Below(3600))*time.Second)
}

// ago is a moment of the day so many days before the audit.
func (b *builder) ago(days int) time.Time { return b.at(b.options.AsOf.add(-days)) }
