package planted

import (
	"slices"
	"strings"
)

// duplicatePlants are persons who have several entries on one number.
func duplicatePlants() []plant {
	twice := func(name string, sample int, rate float64, why string, draft func(b *builder) (*person, *person)) plant {
		return plant{"duplicate " + name, sample, rate, 0, func(b *builder, _ int) {
			p, q := draft(b)
			b.accuse("duplicate-number", name, why, b.enter(p), b.enter(q))
		}}
	}
	uk := func(b *builder, s *spelling) (*person, *person) {
		p := dated(b.withForms(s))
		q := b.another(p)
		q.name = p.in(s)
		return p, q
	}
	return []plant{
		twice("same-name", 1, often, "one person, two entries", func(b *builder) (*person, *person) {
			p := b.someone(b.anyRole())
			return p, b.another(p)
		}),
		twice("pupil-and-staff", 0, some, "a learner who also works for the municipality", func(b *builder) (*person, *person) {
			p := b.someone(learner)
			q := b.another(p)
			q.role, q.unit, q.class = clerk, b.town.hall, ""
			return p, q
		}),
		twice("romanised", 1, some, "one name, spelled by the official system and as in Norwegian",
			func(b *builder) (*person, *person) { return uk(b, &norwegian) }),
		twice("romanised-2007", 0, some, "one name, spelled by two generations of passports",
			func(b *builder) (*person, *person) { return uk(b, &passport2007) }),
		twice("russian-form", 0, some, "one name, in its Ukrainian and its Russian form",
			func(b *builder) (*person, *person) { return uk(b, &russian) }),
		twice("swapped-names", 1, some, "given name and surname changed places", func(b *builder) (*person, *person) {
			p := dated(b.of(learner, b.foreign()))
			q := b.another(p)
			q.given, q.surname = p.surname, p.given
			return p, q
		}),
		twice("compound-name", 1, some, "one of two given names left out", func(b *builder) (*person, *person) {
			p := dated(b.native(b.anyRole()))
			first := strings.Fields(p.given)[0]
			p.given = first + " " + otherGiven(b, p, first)
			q := b.another(p)
			q.given = first
			return p, q
		}),
		twice("no-birth-date", 0, some, "one person, and one entry lacks the birth date", func(b *builder) (*person, *person) {
			p := dated(b.someone(b.anyRole()))
			q := b.another(p)
			q.birthText = ""
			return p, q
		}),
		{"duplicate three", 0, seldom, 0, func(b *builder, _ int) {
			p := b.enter(b.someone(learner))
			b.accuse("duplicate-number", "three", "one person, three entries", p, b.enter(b.another(p)), b.enter(b.another(p)))
		}},
	}
}

// dated writes the person's birth date in full: without one, names that differ are not enough to
// tell.
func dated(p *person) *person {
	p.birthText = p.birth.eight()
	return p
}

// withForms drafts a Ukrainian, by the official spelling, whose name is another by the spelling s.
func (b *builder) withForms(s *spelling) *person {
	for {
		p := b.of(learner, ukrainian)
		p.name = p.in(&kmu55)
		if q := p.in(s); q.given != p.given && (q.surname != p.surname || s == &russian) {
			return p
		}
	}
}

// otherGiven draws a given name of the person's kind that nobody takes for one of those in taken:
// another initial and other consonants.
func otherGiven(b *builder, p *person, taken string) string {
	for {
		given := strings.Fields(b.draw(p.origin, p.man).given)[0]
		alike := false
		for _, t := range strings.Fields(taken) {
			alike = alike || ascii(given)[0] == ascii(t)[0] || consonants(given) == consonants(t)
		}
		if !alike {
			return given
		}
	}
}

// consonants is a name without its vowels and the letters that come and go with spelling.
func consonants(name string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("aeiouyhj", r) {
			return -1
		}
		return r
	}, ascii(name))
}

// shareWord tells whether two names have a word in common.
func shareWord(a, b string) bool {
	for _, w := range strings.Fields(a) {
		if slices.Contains(strings.Fields(b), w) {
			return true
		}
	}
	return false
}
