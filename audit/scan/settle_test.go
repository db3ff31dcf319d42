package scan

import (
	"errors"
	"fmt"
	"testing"

	"ninaudit/audit"
)

// TestWarningsAwaitASecondNight, errors do not; nor does a baseline.
func TestWarningsAwaitASecondNight(t *testing.T) {
	n := newNights(t)
	n.confirm = 2
	a, b, c := person("a"), person("b", mail("doubtful")), person("c")
	badA, badC := person("a", mail("doubtful")), person("c", mail("marked"))
	n.want(20261101, []string{"doubtful standing 1101 b"}, fjordvik(a, b, c))
	n.want(20261102, []string{"marked new 1102 c", "(doubtful a)", "doubtful standing 1101 b"}, fjordvik(badA, b, badC))
	n.want(20261102, []string{"marked new 1102 c", "(doubtful a)", "doubtful standing 1101 b"}, fjordvik(badA, b, badC))
	n.want(20261103, []string{"marked standing 1102 c", "doubtful new 1102 a", "doubtful resolved 1101 b mended"},
		fjordvik(badA, person("b"), badC))
	// What was there for one night only was never told, and is not told to be resolved.
	n.want(20261104, []string{"marked standing 1102 c", "doubtful standing 1102 a", "(doubtful b)"}, fjordvik(badA, b, badC))
	n.want(20261105, []string{"marked standing 1102 c", "doubtful standing 1102 a"}, fjordvik(badA, person("b"), badC))
	n.want(20261106, []string{"marked standing 1102 c", "doubtful standing 1102 a", "(doubtful b)"}, fjordvik(badA, b, badC))
	n.want(20261107, []string{"marked standing 1102 c", "doubtful standing 1102 a", "doubtful reopened 1106 b"}, fjordvik(badA, b, badC))
}

// TestNotReadIsNotResolved: failed, cut short and blind catalogs, and those with entries that could not be read, carry
// their cases over.
func TestNotReadIsNotResolved(t *testing.T) {
	a, b := person("a", mail("marked")), person("b")
	for name, broken := range map[string]listed{
		"cut short": {name: "fjordvik", persons: []audit.Person{b}, err: errors.New("the line broke")},
		"blind":     {name: "fjordvik", persons: []audit.Person{person("b", without), person("a", without)}},
		"skipped":   {name: "fjordvik", persons: slicesRepeat(b, 20), skips: 1},
	} {
		t.Run(name, func(t *testing.T) {
			n := newNights(t)
			n.want(20261101, []string{"marked standing 1101 a"}, fjordvik(a, b))
			r := n.want(20261102, []string{"marked standing 1101 a"}, broken)
			if r.summary.Catalogs[0].Carried != 1 {
				t.Errorf("%d cases are said to be carried over, want 1", r.summary.Catalogs[0].Carried)
			}
			n.want(20261103, []string{"marked resolved 1101 a mended"}, fjordvik(person("a"), b))
		})
	}
}

// slicesRepeat gives n persons like p, with IDs of their own; the first keeps p's.
func slicesRepeat(p audit.Person, n int) []audit.Person {
	all := []audit.Person{p}
	for i := 1; i < n; i++ {
		all = append(all, person(fmt.Sprintf("%s%02d", p.ID, i)))
	}
	return all
}

// TestACaseAcrossCatalogsResolvesOnlyWhenAllWereRead.
func TestACaseAcrossCatalogsResolvesOnlyWhenAllWereRead(t *testing.T) {
	n := newNights(t)
	x := listed{name: "x", persons: []audit.Person{person("x1", number(good)), person("x2")}}
	y := listed{name: "y", persons: []audit.Person{person("y1", number(good))}}
	n.want(20261101, []string{"sharing standing 1101 x1 y1"}, x, y)
	broken := listed{name: "x", persons: []audit.Person{person("x2")}, err: errors.New("the line broke")}
	y.persons = []audit.Person{person("y1", number("55102499947"))}
	n.want(20261102, []string{"sharing standing 1101 x1 y1", "altered new 1102 y1 number+flagged"}, broken, y)
	n.want(20261103, []string{"sharing resolved 1101 x1 y1 mended"}, x, y)
}

// TestAGroupThatSharesMostMembersKeepsItsName.
func TestAGroupThatSharesMostMembersKeepsItsName(t *testing.T) {
	n := newNights(t)
	a, b, c, d := person("a", number(good)), person("b", number(good)), person("c", number(good)), person("d", number(good))
	r := n.want(20261101, []string{"sharing standing 1101 a b c"}, fjordvik(a, b, c))
	id := r.findings[0].ID
	r = n.want(20261102, []string{"sharing standing 1101 a b c d"}, fjordvik(a, b, c, d))
	if r.findings[0].ID != id {
		t.Error("with one member more it has another ID")
	}
	r = n.want(20261103, []string{"sharing standing 1101 b c d"}, fjordvik(b, c, d))
	if r.findings[0].ID != id {
		t.Error("with one member fewer it has another ID")
	}
	n.want(20261104, []string{"sharing resolved 1101 b c d mended", "sharing new 1104 c x"}, fjordvik(c, person("x", number(good))))
}

// TestANewCatalogIsABaselineOfItsOwn.
func TestANewCatalogIsABaselineOfItsOwn(t *testing.T) {
	n := newNights(t)
	n.confirm = 2
	a, x := fjordvik(person("a", mail("marked"))), listed{name: "x", persons: []audit.Person{person("x", mail("marked"))}}
	n.want(20261101, []string{"marked standing 1101 a"}, a)
	r := n.want(20261102, []string{"marked standing 1101 a", "marked standing 1102 x"}, a, x)
	if r.summary.Catalogs[0].Fresh || !r.summary.Catalogs[1].Fresh {
		t.Error("the wrong catalog is new")
	}
	x.persons = append(x.persons, person("y", mail("marked")))
	n.want(20261103, []string{"marked standing 1101 a", "marked standing 1102 x", "marked new 1103 y"}, a, x)
}

// TestGoneAndBackOnOneDay: the second run's reports take the first one's place, so the case never was away.
func TestGoneAndBackOnOneDay(t *testing.T) {
	n := newNights(t)
	bad := person("a", mail("marked"))
	n.want(20261101, []string{"marked standing 1101 a"}, fjordvik(bad))
	n.want(20261102, []string{"marked resolved 1101 a mended"}, fjordvik(person("a")))
	n.want(20261102, []string{"marked standing 1101 a"}, fjordvik(bad))
	n.want(20261103, []string{"marked standing 1101 a"}, fjordvik(bad))
}
