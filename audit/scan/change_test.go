package scan

import (
	"errors"
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
	moved := []string{"(pending a)", "altered new 1102 a number+flagged", "moved new 1102 b a number+held"}
	n.want(20261102, moved, fjordvik(a2, b2, c))
	n.want(20261102, moved, fjordvik(a2, b2, c))
	n.want(20261103, []string{"(pending a)"}, fjordvik(a2, b2, c))
	n.want(20261104, []string{"(pending b)", "altered new 1104 a number+flagged", "altered new 1104 b number+flagged"}, fjordvik(a, b, c))
	// Of one who has left, it moves as well; of one who was not read, nobody knows.
	d := person("d", number(good), named("Per", "Olsen"))
	cut := fjordvik(b, c, d)
	cut.err = errors.New("the line broke")
	n.dry = true
	n.want(20261105, []string{"(pending b)"}, cut)
	n.dry = false
	n.want(20261105, []string{"(pending b)", "moved new 1105 d newcomer+held+by-somebody-gone"}, fjordvik(b, c, d))
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
