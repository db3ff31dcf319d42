package pairs

import (
	"slices"
	"strings"

	"ninaudit/audit/chance"
	"ninaudit/audit/nin"
)

// kind is one way in which the two entries of a person differ.
type kind struct {
	name   string
	share  int      // percent of the true pairs
	groups []string // where it is met; nil: in every group
	// vary changes the first entry p, or the second, q, which begins as a copy of p with a principal
	// name of its own and neither number nor mail of p's own. False: p is no person for this kind.
	vary func(b *builder, p, q *entry) bool
}

// kinds is the list; those that slip stand last, since they need to know who bears which name.
func kinds() []kind {
	return []kind{
		{"equal", 20, nil, func(*builder, *entry, *entry) bool { return true }},
		{"spelling", 18, nil, (*builder).otherSpelling},
		{"marks", 6, []string{"norwegian", "polish", "arabic", "vietnamese"}, (*builder).withoutMarks},
		{"compound", 8, []string{"norwegian", "somali", "vietnamese"}, (*builder).halved},
		{"ending", 4, []string{"ukrainian", "polish"}, (*builder).otherEnding},
		{"swapped-names", 7, nil, func(_ *builder, p, q *entry) bool {
			q.Given, q.Surname = p.Surname, p.Given
			return q.Given != p.Given
		}},
		{"swapped-date", 5, nil, func(_ *builder, p, q *entry) bool {
			q.Birth = nin.MakeDate(p.Birth.Year(), p.Birth.Day(), p.Birth.Month())
			return q.Birth != p.Birth && q.Birth.Exists()
		}},
		{"changed-surname", 6, nil, (*builder).changedSurname},
		{"missing-date", 5, nil, func(b *builder, p, q *entry) bool {
			q.Birth = 0
			b.tie(p, q)
			return true
		}},
		{"slip-date", 7, nil, func(b *builder, p, q *entry) bool {
			q.Birth = b.slipDay(p.Birth)
			return true
		}},
		{"slip-given", 7, nil, func(b *builder, p, q *entry) bool {
			q.Given = b.slipName(p.Given)
			return b.common(p) && q.Given != ""
		}},
		{"slip-surname", 7, nil, func(b *builder, p, q *entry) bool {
			q.Surname = b.slipName(p.Surname)
			return q.Surname != ""
		}},
	}
}

// common tells whether the given name is a list's, so that others bear it too.
func (b *builder) common(e *entry) bool {
	list := &e.origin.women[eraOf(e.Birth.Year())]
	if e.man {
		list = &e.origin.men[eraOf(e.Birth.Year())]
	}
	if e.origin.ukrainian() {
		return e.system == b.systems[0]
	}
	i := slices.Index(list.names, e.Given)
	return e.origin.name != "norwegian" && i >= 0 || i >= 0 && i < 60
}

// otherSpelling spells a Ukrainian name by two of all systems, and another name in another way
// that is usual.
func (b *builder) otherSpelling(p, q *entry) bool {
	if p.origin.ukrainian() {
		p.spell(chance.Pick(b.Source, b.systems))
		q.spell(chance.Pick(b.Source, b.systems))
		return p.system != q.system && (p.Given != q.Given || p.Surname != q.Surname)
	}
	if p.origin.name == "vietnamese" { // two syllables are written as one word, or with a hyphen
		q.Given = strings.ReplaceAll(p.Given, " ", "-")
		if first, second, two := strings.Cut(p.Given, " "); two && b.Percent(60) {
			q.Given = first + strings.ToLower(second)
		}
		return q.Given != p.Given
	}
	q.Given = b.speller.respell(b.Source, p.origin, p.Given)
	q.Surname = b.speller.respell(b.Source, p.origin, p.Surname)
	switch roll := b.Below(3); {
	case roll == 0 && q.Given != p.Given:
		q.Surname = p.Surname
	case roll == 1 && q.Surname != p.Surname:
		q.Given = p.Given
	}
	return q.Given != p.Given || q.Surname != p.Surname
}

// withoutMarks is what a system makes of letters that it does not know: Bjorn, Lukasz, AlHassan.
func (b *builder) withoutMarks(p, q *entry) bool {
	if p.origin.name == "arabic" {
		q.Surname = strings.Replace(strings.Replace(p.Surname, "Al-", "Al ", 1), "Al Al", "Al", 1)
		if q.Surname == p.Surname {
			q.Surname = strings.Replace(p.Surname, "Al ", "Al", 1)
		}
		return q.Surname != p.Surname
	}
	full := b.Percent(30)
	q.Given, q.Surname = b.speller.plain(p.Given, full), b.speller.plain(p.Surname, full)
	return q.Given != p.Given || q.Surname != p.Surname
}

// halved leaves out one part of a name of several.
func (b *builder) halved(p, q *entry) bool {
	parts := func(name string) []string {
		return strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' })
	}
	given, surname := parts(p.Given), parts(p.Surname)
	switch {
	case len(surname) > 1 && (len(given) < 2 || b.Percent(50)):
		q.Surname = chance.Pick(b.Source, surname)
		if p.origin.name == "somali" { // the grandfather's name is what is left out
			q.Surname = surname[0]
		}
	case len(given) > 1 && p.origin.name == "vietnamese": // the last part is what one is called by
		q.Given = given[len(given)-1]
	case len(given) > 1:
		q.Given = given[0]
		if b.Percent(20) {
			q.Given = given[1]
		}
	}
	return q.Given != p.Given || q.Surname != p.Surname
}

// otherEnding gives a woman's surname the ending of her father's.
func (b *builder) otherEnding(p, q *entry) bool {
	if p.man {
		return false
	}
	if p.origin.ukrainian() {
		q.Surname = p.system.write(p.cyrillic[1])
	} else {
		q.Surname = gendered(p.Surname, true)
	}
	return q.Surname != p.Surname
}

// changedSurname gives the second entry another surname, and a tie to the first.
func (b *builder) changedSurname(p, q *entry) bool {
	other := b.someone(p.origin, p.role, p.man)
	if other.Surname == p.Surname {
		return false
	}
	q.Surname = other.Surname
	b.tie(p, q)
	return true
}

// tie makes the entries share what two persons do not: the principal name that one had earlier is
// the other's, or the mail address is a private one.
func (b *builder) tie(p, q *entry) {
	if b.Percent(60) {
		q.Prior = []string{p.Principal}
		return
	}
	if p.Mail == "" || p.Mail == p.Principal || strings.HasPrefix(p.Mail, "forelder") {
		p.Mail = b.address("privat")
	}
	q.Mail = p.Mail
}
