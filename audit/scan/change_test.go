package scan

import (
	"slices"
	"strings"
	"testing"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// TestANumberThatMoves is told once, with both entries; moving it back is what was asked for.
func TestANumberThatMoves(t *testing.T) {
	n := newNights(t)
	a, b := person("a", number(good), named("Kari", "Nordmann")), person("b", without, named("Ola", "Hansen"), created(20261101))
	c := person("c")
	n.want(20261101, []string{"(pending b)"}, fjordvik(a, b, c))
	a2, b2 := a, b
	a2.NIN, b2.NIN = nin.Number{}, a.NIN
	moved := []string{"(pending a)", "altered new 1102 a number+taken", "moved new 1102 b a number+held"}
	n.want(20261102, moved, fjordvik(a2, b2, c))
	n.want(20261102, moved, fjordvik(a2, b2, c))
	n.want(20261103, []string{"(pending a)"}, fjordvik(a2, b2, c))
	n.want(20261104, []string{"(pending b)", "altered new 1104 a number+flagged", "altered new 1104 b number+flagged+taken"}, fjordvik(a, b, c))
	// Of one who has left, it moves as well; of one who was not read, nobody knows until a night on which everybody is.
	d := person("d", number(good), named("Per", "Olsen"))
	n.want(20261105, []string{"(pending b)"}, fjordvik(b, c, d).broken())
	n.want(20261106, []string{"(pending b)"}, fjordvik(b, c, d).broken())
	n.want(20261107, []string{"(pending b)", "moved new 1107 d newcomer+held+by-somebody-gone"}, fjordvik(b, c, d))
	n.want(20261108, []string{"(pending b)"}, fjordvik(b, c, d))
}

// TestAMoveThatIsSeenInPart is told when whoever had the number is read, be it nights later; where that one
// has it still, nothing moved.
func TestAMoveThatIsSeenInPart(t *testing.T) {
	n := newNights(t)
	others := slicesRepeat(person("o"), 20)
	a, b := person("a", number(good), named("Kari", "Nordmann")), person("b", number("55102499947"), named("Ola", "Hansen"))
	n.want(20261101, nil, fjordvik(others...).with(a).with(b))
	a2, b2 := a, b
	b2.NIN = a.NIN
	number("41819077302")(&a2)
	n.want(20261102, nil, fjordvik(others...).with(b2).broken())
	skips := fjordvik(others...).with(b2)
	skips.skips = 1
	n.want(20261103, nil, skips)
	n.want(20261104, []string{"altered new 1104 a number+taken", "moved new 1104 b a number+held"}, fjordvik(others...).with(a2).with(b2))
	n.want(20261105, nil, fjordvik(others...).with(a2).with(b2))

	// What was put off goes on to be compared with the night before: here, everything is as it was.
	c := person("c", number(good), named("Per", "Olsen"))
	n.want(20261106, nil, fjordvik(others...).with(a2).with(c).broken())
	n.want(20261107, []string{"sharing new 1107 b c"}, fjordvik(others...).with(a2).with(b2).with(c))
	n.want(20261108, []string{"sharing resolved 1107 b c mended"}, fjordvik(others...).with(a2).with(b2))

	// Where an entry can not be read, whoever is missing is believed to have left in the end.
	e := person("e", number(good), named("Siri", "Lie"))
	skips = fjordvik(others...).with(a2).with(e)
	skips.skips = 1
	day := nin.Date(20261109)
	for range believedAfter - 1 {
		n.want(day, nil, skips)
		day = day.AddDays(1)
	}
	n.want(day, []string{"moved new 1115 e newcomer+held+by-somebody-gone"}, skips)
}

// TestWhatPassedGoesBack without an alarm, however long ago it passed; the next time it passes, it is one.
func TestWhatPassedGoesBack(t *testing.T) {
	for name, c := range map[string]struct {
		swap  func(a, b *audit.Person)
		alarm string
	}{
		"numbers": {func(a, b *audit.Person) { a.NIN, b.NIN = b.NIN, a.NIN }, "held"},
		"names":   {func(a, b *audit.Person) { a.Principal, b.Principal = b.Principal, a.Principal }, "owned"},
	} {
		t.Run(name, func(t *testing.T) {
			n := newNights(t)
			a, b := person("a", number(good), named("Kari", "Nordmann")), person("b", number("55102499947"), named("Ola", "Hansen"))
			n.want(20261101, nil, fjordvik(a, b))
			day := nin.Date(20261102)
			for _, nights := range []int{1, 40, 390} {
				for _, alarms := range []int{2, 0} {
					c.swap(&a, &b)
					_, told := n.run(day, fjordvik(a, b))
					if got := strings.Count(strings.Join(told, " "), c.alarm); got != alarms {
						t.Errorf("%s: %d alarms, want %d: %q", day, got, alarms, told)
					}
					day = day.AddDays(nights)
					n.run(day, fjordvik(a, b)) // and what is too old is forgotten
					day = day.AddDays(1)
				}
			}
		})
	}
}

// TestAPrincipalNameThatIsUsedAgain.
func TestAPrincipalNameThatIsUsedAgain(t *testing.T) {
	n := newNights(t)
	a := person("a", number(good), named("Kari", "Nordmann"))
	b := person("b", named("Ola", "Hansen"))
	b.Principal = a.Principal
	n.want(20261101, nil, fjordvik(a))
	n.want(20261102, []string{"altered new 1102 b newcomer+owned"}, fjordvik(b))
	n.want(20261103, nil, fjordvik(b))
}

// TestInAnotherCatalogNothingMoves: a number in two catalogs is overlap's affair, whoever has lost it in one of them.
func TestInAnotherCatalogNothingMoves(t *testing.T) {
	n := newNights(t)
	x := listed{name: "x", persons: []audit.Person{person("x", number(good)), person("y")}}
	b, c := person("b", without, created(20261101)), person("c")
	n.want(20261101, []string{"(pending b)"}, fjordvik(b, c), x)
	b.NIN = parser.Parse(good)
	x.persons = x.persons[1:]
	n.want(20261102, []string{"altered new 1102 b number"}, fjordvik(b, c), x)
}

// TestACatalogsFirstDay tells no change, however often the catalog is read on it.
func TestACatalogsFirstDay(t *testing.T) {
	n := newNights(t)
	a, x := fjordvik(person("a")), listed{name: "x", persons: []audit.Person{person("x", number(good))}}
	n.want(20261101, nil, a)
	n.want(20261102, nil, a, x)
	x.persons[0].NIN = parser.Parse("55102499947")
	n.want(20261102, nil, a, x)
	x.persons[0].NIN = parser.Parse(good)
	n.want(20261103, []string{"altered new 1103 x number"}, a, x)
}

// TestANumberWithinADuplicate: it is told that a finding held the two for one person's, unless somebody has decided that
// they are several.
func TestANumberWithinADuplicate(t *testing.T) {
	alike := audit.Rule{ID: "alike", Severity: audit.Warning, Message: text("alike"), Duplicate: true,
		Check: audit.EachGroup{Key: &audit.Key{Of: func(b []byte, p *audit.Person) []byte { return append(b, p.Surname...) }},
			Judge: func(m []*audit.Person, _ nin.Date) []audit.Verdict { return []audit.Verdict{{}} }}}
	a, b := person("a", without, named("Julija", "Tymbaljuk"), created(20261101)), person("b", number(good), named("Yuliia", "Tymbaljuk"))
	for name, c := range map[string]struct {
		waivers  []Waiver
		severity audit.Severity
		stay     bool
		pair     bool
	}{
		"probable":               {nil, audit.Warning, true, true},
		"possible, and one left": {nil, audit.Info, false, true},
		"possible, and both":     {nil, audit.Info, true, false},
		"decided": {[]Waiver{{Rule: "alike", Persons: []string{"a", "b"}, Where: "waivers.yaml:1",
			Waiver: audit.Waiver{Reason: "cousins", By: "Kari", Until: 20261201}}}, audit.Warning, false, false},
	} {
		t.Run(name, func(t *testing.T) {
			n := newNights(t)
			rule := alike
			rule.Severity = c.severity
			n.rules, n.waivers = append(slices.Clone(nightly), rule), c.waivers
			others := slicesRepeat(person("o", named("Ola", "")), 5)
			n.run(20261101, fjordvik(others...).with(a).with(b))
			a2, b2 := a, b
			a2.NIN, b2.NIN = b.NIN, a.NIN
			tonight := fjordvik(others...).with(a2)
			if c.stay {
				tonight = tonight.with(b2)
			}
			_, told := n.run(20261102, tonight)
			lines := strings.Join(told, "\n")
			if !strings.Contains(lines, "moved new 1102 a") || strings.Contains(lines, "+pair") != c.pair {
				t.Errorf("told %q", told)
			}
		})
	}
}
