package pairs

import (
	"slices"
	"strings"

	"ninaudit/audit/chance"
	"ninaudit/audit/linkage"
	"ninaudit/audit/nin"
)

// Plain is a recipe for a labelled set of names and birth dates and nothing else, a tenth of which are duplicates
// with, as a rule, one altered field: the habit of the public sets that linkage is compared by. Nothing is avoided:
// a slip may make another name of a name, and namesakes may be born a day apart.
type Plain struct {
	Name         string
	Seed         uint64
	Records      int
	Upper        bool
	Tongue       string // german, anglo, norwegian, or strange: names that no table holds
	Twice        int    // percent of the duplicates that are altered in two fields
	Second       int    // percent of the persons who have a second given name
	First, Last  int    // years of birth
	Slips        [3]int // how often a name's slip is of the hand, the ear or the eye
	Fields       [5]int // how often given name, surname, birth date, second name or the order of names is altered
	LaterIsEqual int    // percent of the duplicates that are not altered at all
}

// Plains are the recipes, of different habits and sizes.
func Plains() []Plain {
	german := Plain{
		Tongue: "german", Upper: true, Twice: 6, Second: 6, First: 1920, Last: 2000,
		Slips: [3]int{50, 30, 20}, Fields: [5]int{33, 33, 30, 4, 0},
	}
	anglo := Plain{
		Tongue: "anglo", Twice: 10, Second: 30, First: 1935, Last: 2006,
		Slips: [3]int{70, 20, 10}, Fields: [5]int{28, 28, 30, 10, 4},
	}
	norwegian := Plain{
		Tongue: "norwegian", Twice: 5, Second: 20, First: 1960, Last: 2019,
		Slips: [3]int{80, 15, 5}, Fields: [5]int{25, 30, 30, 10, 5}, LaterIsEqual: 10,
	}
	scanned := anglo
	scanned.Upper, scanned.Second, scanned.Slips, scanned.Fields = true, 0, [3]int{15, 5, 80}, [5]int{35, 35, 30, 0, 0}
	strange := german
	strange.Tongue, strange.Upper = "strange", false
	var all []Plain
	for _, p := range []struct {
		name string
		of   Plain
		size []int
	}{
		{"german", german, []int{500, 1000, 10_000}}, {"anglo", anglo, []int{500, 1000, 10_000}},
		{"norwegian", norwegian, []int{500, 1000, 10_000}}, {"scanned", scanned, []int{500, 10_000}},
		{"strange", strange, []int{500, 10_000}},
	} {
		for _, n := range p.size {
			p.of.Name, p.of.Records = p.name, n
			all = append(all, p.of)
		}
	}
	return all
}

// Make makes the set. Kind of a true pair is the field that was altered, or "two", or "equal".
func (p Plain) Make(seed uint64) *Set {
	b := newBuilder(Options{Seed: p.Seed + seed<<8 ^ 0x91a175e7, On: nin.MakeDate(2026, 8, 15)})
	o := p.origin()
	twice := p.Records / 10
	for b.persons < p.Records-twice {
		e := b.plainPerson(p, o)
		at := b.enter(p.written(e))
		if b.persons <= twice {
			q := *e
			q.person = b.persons - 1
			kind := b.alter(p, &q)
			b.set.Truth = append(b.set.Truth, Pair{at, b.enter(p.written(&q)), kind, o.name})
		}
	}
	return b.finish()
}

func (p Plain) origin() *origin {
	o := &origin{name: p.Tongue}
	switch p.Tongue {
	case "german":
		o.men[old].add(words(plainGivenGerman), 100, 12)
		o.surnames.add(words(plainSurnamesGerman), 100, 4)
	case "anglo":
		o.men[old].add(words(plainGivenAnglo), 100, 12)
		o.surnames.add(words(plainSurnamesAnglo), 100, 6)
	case "strange":
		o.men[old].add(spread(compose(plainStrangeA, plainStrangeB)), 100, 12)
		o.surnames.add(spread(compose(plainStrangeA, plainStrangeC)), 100, 6)
	default:
		return norwegian()
	}
	return o
}

func (b *builder) plainPerson(p Plain, o *origin) *entry {
	born := nin.MakeDate(b.Between(p.First, p.Last), 1, 1).AddDays(b.Below(365))
	list := &o.men[old]
	if p.Tongue == "norwegian" {
		list = chance.Pick(b.Source, []*ranked{&o.men[eraOf(born.Year())], &o.women[eraOf(born.Year())]})
	}
	e := &entry{person: -1, origin: o}
	e.Record = linkage.Record{Given: list.draw(b.Source), Surname: o.surnames.draw(b.Source), Birth: born}
	if b.Percent(p.Second) {
		if second := list.draw(b.Source); !strings.Contains(e.Given+second, " ") && second != e.Given {
			e.Given += " " + second
		}
	}
	return e
}

// written is an entry as the set writes it.
func (p Plain) written(e *entry) *entry {
	q := *e
	if p.Upper {
		q.Given, q.Surname = strings.ToUpper(e.Given), strings.ToUpper(e.Surname)
	}
	return &q
}

var plainFields = [...]string{"given", "surname", "date", "second", "order"}

// alter alters one field of a duplicate, or two.
func (b *builder) alter(p Plain, e *entry) (kind string) {
	if b.Percent(p.LaterIsEqual) {
		return "equal"
	}
	first := b.alterOne(p, e, -1)
	if b.Percent(p.Twice) {
		b.alterOne(p, e, first)
		return "two"
	}
	return plainFields[first]
}

func (b *builder) alterOne(p Plain, e *entry, but int) int {
	for {
		field := b.Weighted(p.Fields[:])
		was := e.Record
		switch given, second, _ := strings.Cut(e.Given, " "); {
		case field == but:
		case field == 0:
			e.Given = strings.TrimSpace(b.misspell(p, given) + " " + second)
		case field == 1:
			e.Surname = b.misspell(p, e.Surname)
		case field == 2:
			e.Birth = b.misdate(e.Birth)
		case field == 3 && second != "":
			e.Given = given
		case field == 4:
			e.Given, e.Surname = e.Surname, e.Given
		}
		if e.Given != was.Given || e.Surname != was.Surname || e.Birth != was.Birth {
			return field
		}
	}
}

// What the ear and the eye take for each other.
var (
	heard = strings.Fields("ph/f f/ph th/t t/th ck/k k/ck dt/t tt/t t/tt ss/s s/ss ie/i ei/ai ai/ei ey/ei y/i i/y c/k k/c " +
		"tz/z z/tz sch/sh v/w w/v v/f m/mm n/nn ll/l l/ll mm/m nn/n rr/r er/ar ea/ee ou/u x/ks h/ s/sh e/eh")
	seen = strings.Fields("rn/m m/rn cl/d d/cl i/l l/i e/c c/e o/0 i/1 l/1 s/5 b/8 h/b b/h n/h u/v v/u n/ri vv/w w/vv g/q " +
		"nn/m f/t t/f a/o o/a z/2 b/6")
)

// misspell makes one slip of the hand, the ear or the eye.
func (b *builder) misspell(p Plain, name string) string {
	word := strings.ToLower(name)
	switch b.Weighted(p.Slips[:]) {
	case 1:
		if out := b.confuse(word, heard); out != "" {
			return capital(out)
		}
	case 2:
		if out := b.confuse(word, seen); out != "" {
			return capital(out)
		}
	}
	return capital(b.mistype([]rune(word)))
}

// confuse takes one cluster of a word for another, anywhere; empty where the word has none.
func (b *builder) confuse(word string, clusters []string) string {
	var all []string
	for _, c := range clusters {
		from, to, _ := strings.Cut(c, "/")
		for i := range len(word) - len(from) + 1 {
			if out := word[:i] + to + word[i+len(from):]; word[i:i+len(from)] == from && len(out) > 1 {
				all = append(all, out)
			}
		}
	}
	if all == nil {
		return ""
	}
	return chance.Pick(b.Source, all)
}

// mistype puts in any letter, leaves one out, puts another in its place or lets two change places, anywhere.
func (b *builder) mistype(word []rune) string {
	for {
		at, any := b.Below(len(word)), rune('a'+b.Below(26))
		out := slices.Clone(word)
		switch b.Below(4) {
		case 0:
			out = slices.Insert(out, at, any)
		case 1:
			out = slices.Delete(out, at, at+1)
		case 2:
			out[at] = any
		case 3:
			if at+1 < len(out) {
				out[at], out[at+1] = out[at+1], out[at]
			}
		}
		if len(out) > 1 && !slices.Equal(out, word) {
			return string(out)
		}
	}
}

// misdate gets another digit in a day, a month or a year, lets two digits of a field change places, or moves a field
// by one; the day exists.
func (b *builder) misdate(d nin.Date) nin.Date {
	for {
		field, size := b.Below(3), 100
		unit := []nin.Date{1, 100, 10_000}[field]
		was := int(d/unit) % size
		now := was
		switch b.Below(4) {
		case 0:
			now = was - was%10 + b.Below(10)
		case 1:
			now = was%10 + b.Below(10)*10
		case 2:
			now = was%10*10 + was/10
		case 3:
			now += 1 - 2*b.Below(2)
		}
		if out := d + nin.Date(now-was)*unit; out != d && now > 0 && now < size && out.Exists() && out.Year() <= 2020 {
			return out
		}
	}
}
