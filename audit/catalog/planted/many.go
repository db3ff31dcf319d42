package planted

import (
	"bufio"
	"io"
)

// WriteMany writes, as LDIF, a catalog of more persons than any municipality has: of all ages from 6 to 76, whose numbers
// a municipality's pupils would have used up, and with more names than the ordinary ones. One in forty has no number yet;
// nothing else is planted, and there is no truth about it. Persons are written as they are made, so that five million of
// them take hardly more memory than their units.
func WriteMany(w io.Writer, o Options) error {
	b := newBuilder(o)
	b.town = b.newTown(o.Persons)
	out := ldif{bufio.NewWriterSize(w, 1<<16)}
	out.above(o.AsOf, b.town.all)
	var issued issues
	for range o.Persons {
		p := b.oneOfMany(&issued)
		b.login(p, stem(p.name))
		p.display, p.uuid = p.given+" "+p.surname, b.uuid()
		out.person(p)
	}
	return out.Flush()
}

// The ages of the many, in years.
const youngest, oldest = 6, 76

// issues is how many fødselsnummer of each date and sex have been issued, by age and by the day of the year.
type issues [oldest + 1][366][2]uint16

// oneOfMany drafts a person.
func (b *builder) oneOfMany(issued *issues) *person {
	p := &person{role: b.anyRole(), man: b.Percent(50)}
	b.place(p)
	origin := norwegianOld
	if b.Percent(18) {
		origin = b.foreign()
	}
	p.name = b.draw(origin, p.man)
	if b.Percent(60) {
		p.surname = b.farm()
	}
	if b.Percent(40) {
		p.given += " " + b.draw(origin, p.man).given
	}
	if b.Below(40) == 0 {
		p.birth = anyDay(b.Source, b.options.AsOf.year()-b.Between(youngest, oldest))
	} else {
		b.issue(p, issued)
	}
	p.birthText = p.birth.eight()
	p.created = b.at(b.options.AsOf.add(-b.Between(3, 3000)))
	return p
}

// issue gives the person a date on which there is a number left, and the number: the next downward in its series.
func (b *builder) issue(p *person, issued *issues) {
	sex := 0
	if p.man {
		sex = 1
	}
	for {
		age := b.Between(youngest, oldest)
		p.birth = anyDay(b.Source, b.options.AsOf.year()-age)
		next := &issued[age][p.birth.noon().YearDay()-1][sex]
		top := 498
		if p.birth.year() >= 2000 {
			top = 998
		}
		for ; *next < 250; *next++ {
			number, ok := numberOf(p.birth.day(), p.birth.month()+80, p.birth.year()%100, top-2*int(*next)+sex, holds, 0)
			if ok {
				*next++
				p.number(number)
				return
			}
		}
	}
}

// farm is a surname of two parts, as farms have given them: there are some thousand.
func (b *builder) farm() string {
	first := farmsFirst[b.Below(len(farmsFirst))]
	return first + farmsLast[b.Below(len(farmsLast))]
}

var (
	farmsFirst = words(`Al Ask Bakke Berg Birke Bjør Brei Dal Eike Elve Eng Fager Fisk Fjell Fos Fure Gran Grøn Haug Hegge
		Hell Holm Hov Kalv Kirke Klev Kvit Lang Lauv Li Lind Lyng Midt Myr Nord Ny Os Rogne Rød Sand Selje Skog Sol Stav
		Stein Stor Strand Sund Svart Sør Tang Torv Ulv Vass Vest Vik Voll Øst Øver Åker`)
	farmsLast = words(`aas bakk berg bø dal eid eng fjord foss gård haug heim holt lid lien lund moen nes rud sand set skog stad
		sund svik tveit vang vik vold øy`)
)
