package planted

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ninaudit/audit/chance"
)

// builder makes one catalog: first what is planted, then ordinary persons until the catalog is
// full.
type builder struct {
	chance.Source
	options Options
	town    town
	persons []*person
	truth   []verdict
	lawful  []verdict
	taken   map[string]bool // numbers and other values that stand somewhere
	known   map[string]bool // name and birth date of everybody
	uids    map[string]int  // how many have had a user name's stem
	full    map[string]bool // series of numbers that are used up
}

func newBuilder(o Options) *builder {
	return &builder{
		Source: chance.New(o.Seed, 0x6e696e6175646974), options: o,
		taken: map[string]bool{}, known: map[string]bool{}, uids: map[string]int{}, full: map[string]bool{},
	}
}

func build(o Options, count func(plant, Options) int) *Catalog {
	b := newBuilder(o)
	b.town = b.newTown(o.Persons)
	if o.Systematic {
		b.hiddenUnit()
	}
	for _, p := range plan() {
		n := count(p, o)
		if p.most > 0 {
			n = min(n, p.most)
		}
		for i := range n {
			p.make(b, i)
		}
	}
	planted := len(b.persons)
	for len(b.persons) < o.Persons {
		b.enter(b.someone(b.anyRole()))
	}
	if o.Systematic {
		b.eatZeros(b.persons[planted:])
	}
	slices.SortStableFunc(b.persons, inOrder)
	return &Catalog{asOf: o.AsOf, units: b.town.all, persons: b.persons, truth: b.truth, innocent: b.lawful}
}

// inOrder is the catalog's order: by unit, staff first, then by class and name.
func inOrder(p, q *person) int {
	return cmp.Or(
		cmp.Compare(p.unit.index, q.unit.index), cmp.Compare(min(q.role, teacher), min(p.role, teacher)),
		cmp.Compare(grade(p.class), grade(q.class)), cmp.Compare(p.class, q.class),
		cmp.Compare(p.surname, q.surname), cmp.Compare(p.given, q.given), cmp.Compare(p.uid, q.uid))
}

// anyRole draws a role by how many have it.
func (b *builder) anyRole() role {
	switch roll := b.Below(100); {
	case roll < 70:
		return pupil
	case roll < 80:
		return learner
	case roll < 92:
		return teacher
	}
	return clerk
}

// anyone puts an ordinary person in the catalog.
func (b *builder) anyone() *person { return b.enter(b.someone(b.anyRole())) }

// enter puts a drafted person in the catalog, with a user name of its own.
func (b *builder) enter(p *person) *person {
	b.login(p, stem(p.name))
	if p.display == "" {
		p.display = p.given + " " + p.surname
	}
	p.uuid = b.uuid()
	b.persons = append(b.persons, p)
	return p
}

// stem is the user name before it is made unique: first given name, last surname.
func stem(n name) string {
	given, surname := strings.Fields(n.given), strings.Fields(n.surname)
	return ascii(given[0]) + "." + ascii(surname[len(surname)-1])
}

// login gives the person a user name with this stem, and the addresses that follow from it.
func (b *builder) login(p *person, stem string) {
	p.uid = stem
	if b.uids[stem]++; b.uids[stem] > 1 {
		p.uid = fmt.Sprint(stem, b.uids[stem])
	}
	p.mail = p.uid + "@" + realm
	p.principal = p.uid + "@" + realm
}

func (b *builder) uuid() string {
	high, low := b.Uint64(), b.Uint64()
	high = high&^0xf000 | 0x4000
	low = low&^(3<<62) | 2<<62
	low |= 0xa << 24 // a letter amid the last group, so that no long run of digits arises
	return fmt.Sprintf("%08x-%04x-%04x-%04x-%012x",
		high>>32, high>>16&0xffff, high&0xffff, low>>48, low&0xffffffffffff)
}

// severities of the rules, where a case is not graded otherwise.
func severityOf(rule string) string {
	switch rule {
	case "overlay":
		return "critical"
	case "nin-snumber":
		return "info"
	case "nin-duf", "nin-birthdate", "nin-unissued", "nin-batch", "pending-duf", "duplicate-mail", "duplicate-person":
		return "warning"
	}
	return "error"
}

// accuse adds a case to the truth, with the rule's own severity.
func (b *builder) accuse(rule, variant, why string, who ...*person) {
	b.accuseAs(severityOf(rule), rule, variant, why, who...)
}

func (b *builder) accuseAs(severity, rule, variant, why string, who ...*person) {
	b.truth = append(b.truth, verdict{rule, severity, variant, why, who})
	for _, p := range who {
		if severity == "waiting" {
			p.notes = append(p.notes, "waiting "+rule+": "+why)
			continue
		}
		p.notes = append(p.notes, "want "+rule+": "+why)
	}
}

// clear notes a lawful oddity that the rule must not speak of.
func (b *builder) clear(rule, variant, why string, who ...*person) {
	b.lawful = append(b.lawful, verdict{rule, "", variant, why, who})
	for _, p := range who {
		p.notes = append(p.notes, "lawful: "+why)
	}
}

// another drafts a second entry of the same human being, number included.
func (b *builder) another(p *person) *person {
	q := &person{name: p.name, role: p.role, unit: p.unit, class: p.class, man: p.man, birth: p.birth,
		birthText: p.birthText, nin: p.nin, issued: p.issued, created: b.ago(b.Between(2, 400))}
	if p.role == pupil {
		if units := b.town.primary; grade(p.class) <= 7 {
			q.unit = chance.Pick(b.Source, units)
		}
	}
	return q
}

// lend puts p's number on q, another person: besides what that amounts to, q's own birth date may
// now differ from the one in the number.
func (b *builder) lend(p, q *person) {
	q.nin, q.issued = p.nin, p.issued
	if p.issued != 0 && q.birthText != "" && q.birth != p.issued {
		b.accuse("nin-birthdate", "lent", "the number is another person's, so its date is too", q)
	}
}
