package pairs

import (
	"fmt"
	"slices"
	"strings"

	"ninaudit/audit/chance"
	"ninaudit/audit/linkage"
	"ninaudit/audit/nin"
)

type role uint8

const (
	pupil role = iota
	staff
	learner
)

// entry is one record while it is being made, with what the record does not say.
type entry struct {
	linkage.Record
	person   int // -1 before the person is entered
	origin   *origin
	man      bool
	role     role
	cyrillic [2]string // Ukrainian: given name, and surname as a man bears it
	system   *system   // Ukrainian: how the name is spelled
}

// roleOf draws what a person is: of a hundred 60 are pupils, 25 staff and 15 learners, counted with
// the pupils' siblings; those from abroad are learners more often.
func (b *builder) roleOf(o *origin) role {
	if o.name == "norwegian" {
		return role(b.Weighted([]int{55, 34, 11}))
	}
	return role(b.Weighted([]int{44, 11, 45}))
}

// household drafts one person, or siblings who are pupils of one school, with their numbers.
func (b *builder) household(o *origin) []*entry {
	first := b.someone(o, b.roleOf(o), b.Percent(50))
	all := []*entry{first}
	if first.role == pupil {
		if b.Percent(15) {
			first.Mail = b.address("forelder")
		}
		born := first.Birth
		for more := b.Weighted([]int{67, 25, 8}); more > 0; more-- {
			if born = born.AddDays(b.Between(330, 1500)); b.options.On.Year()-born.Year() < 6 {
				break
			}
			all = append(all, b.sibling(all, born, b.Percent(50)))
		}
	}
	for _, e := range all {
		e.Number = b.number(e)
	}
	return all
}

// sibling drafts a pupil with the surname and school of others, and with the parent's address where
// they have it; without a number.
func (b *builder) sibling(of []*entry, born nin.Date, man bool) *entry {
	first := of[0]
	e := b.someone(first.origin, pupil, man)
	e.Birth, e.Unit, e.cyrillic[1], e.system = born, first.Unit, first.cyrillic[1], first.system
	for again := true; again; {
		b.call(e, b.given(e))
		again = slices.ContainsFunc(of, func(s *entry) bool { return s.Given == e.Given })
	}
	b.shareSurname(first, e)
	if strings.HasPrefix(first.Mail, "forelder") {
		e.Mail = first.Mail
	}
	return e
}

// shareSurname gives an entry the surname of one of its kin, in the form of its own sex.
func (b *builder) shareSurname(of, e *entry) {
	switch {
	case e.origin.ukrainian():
		e.cyrillic[1] = of.cyrillic[1]
		e.spell(of.system)
	case e.origin.name == "polish":
		e.Surname = gendered(of.Surname, e.man)
	default:
		e.Surname = of.Surname
	}
}

// gendered gives a Polish surname the ending of a sex.
func gendered(surname string, man bool) string {
	if stem, ok := strings.CutSuffix(surname, "ka"); man && ok &&
		(strings.HasSuffix(stem, "s") || strings.HasSuffix(stem, "c")) {
		return stem + "ki"
	}
	if man {
		return surname
	}
	return feminine(surname)
}

// someone drafts a person of a group, without a number.
func (b *builder) someone(o *origin, r role, man bool) *entry {
	e := &entry{person: -1, origin: o, role: r, man: man}
	age := b.Between(6, 19)
	switch r {
	case staff:
		age = b.Between(20, 67)
	case learner:
		age = b.Between(18, 55)
	}
	e.Birth = b.day(o, b.options.On.Year()-age)
	e.Unit = fmt.Sprint("skole-", b.Below(b.schools))
	e.cyrillic[1], e.system = o.surnames.draw(b.Source), b.systems[b.Weighted(systemWeights)]
	e.Surname = e.cyrillic[1]
	b.call(e, b.given(e))
	if o.name == "norwegian" && b.Percent(6) {
		if extra := o.surnames.draw(b.Source); extra != e.Surname {
			e.Surname += chance.Pick(b.Source, []string{" ", " ", " ", "-"}) + extra
		}
	}
	if o.name == "polish" && !e.man {
		e.Surname = feminine(e.Surname)
	}
	b.login(e)
	switch roll := b.Below(100); {
	case r == learner && roll < 55:
		e.Mail = b.address("privat")
	case r == staff && roll < 95 || roll < 60:
		e.Mail = e.Principal
	}
	return e
}

// login gives the entry a principal name of its own.
func (b *builder) login(e *entry) { e.Principal = b.address("bruker") }

// address makes an address that nobody else has.
func (b *builder) address(stem string) string {
	b.serial++
	domain := "region.example"
	if stem != "bruker" {
		domain = "post.example"
	}
	return fmt.Sprintf("%s%d@%s", stem, b.serial, domain)
}

// given draws a given name for the entry's sex and age, in the group's own letters.
func (b *builder) given(e *entry) string {
	era := eraOf(e.Birth.Year())
	list, second := &e.origin.women[era], secondWomen
	if e.man {
		list, second = &e.origin.men[era], secondMen
	}
	name := list.draw(b.Source)
	if e.origin.name == "norwegian" && b.Percent(9) {
		if extra := chance.Pick(b.Source, words(second)); extra != name {
			name += chance.Pick(b.Source, []string{" ", " ", "-"}) + extra
		}
	}
	return name
}

// call gives the entry a given name and spells what is to be spelled; a Vietnamese name mostly
// loses its marks.
func (b *builder) call(e *entry, given string) {
	e.Given = given
	switch {
	case e.origin.ukrainian():
		e.cyrillic[0] = given
		e.spell(e.system)
	case e.origin.name == "vietnamese" && b.Percent(85):
		e.Given, e.Surname = b.speller.plain(given, false), b.speller.plain(e.Surname, false)
	}
}

// spell writes a Ukrainian name by a system.
func (e *entry) spell(s *system) {
	surname := e.cyrillic[1]
	if !e.man {
		surname = feminine(surname)
	}
	e.system, e.Given, e.Surname = s, s.writeGiven(e.cyrillic[0]), s.write(surname)
}

// number draws what an ordinary entry has for a number.
func (b *builder) number(e *entry) nin.Number {
	roll := b.Below(100)
	switch norwegian := e.origin.name == "norwegian"; {
	case norwegian && roll < 97 || roll < 78:
		return b.fnr(e)
	case !norwegian && roll < 91:
		return b.issuer.dnr(e.Birth, e.man)
	case !norwegian && roll == 99 && len(b.issuer.dufs) > len(dufVectors)/2:
		number, _ := b.issuer.duf(e.Birth)
		return number
	}
	return nin.Number{}
}

// fnr issues a fødselsnummer, or a D-number where the birth date has none left.
func (b *builder) fnr(e *entry) nin.Number {
	if number, ok := b.issuer.fnr(e.Birth, e.man); ok {
		return number
	}
	return b.issuer.dnr(e.Birth, e.man)
}
