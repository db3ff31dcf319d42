package scan

import (
	"strings"
	"testing"

	"ninaudit/audit"
)

// TestACatalogThatIsNeverReadToItsEnd has news of those whom an earlier night met, and none of the others.
func TestACatalogThatIsNeverReadToItsEnd(t *testing.T) {
	n := newNights(t)
	a := fjordvik(person("a"))
	x := func(persons ...audit.Person) listed { return listed{name: "x", persons: persons}.broken() }
	x1, x2 := person("x1"), person("x2")
	n.want(20261101, nil, a)
	r := n.want(20261102, nil, a, x(x1, x2))
	if !r.summary.Catalogs[1].Fresh || len(r.summary.Notices) != 0 {
		t.Errorf("its first night: %+v, notices %v", r.summary.Catalogs[1], r.summary.Notices)
	}
	bad1, bad3 := person("x1", mail("marked"), number(good)), person("x3", mail("marked"))
	told := []string{"marked new 1103 x1", "marked standing 1103 x3", "altered new 1103 x1 number"}
	r = n.want(20261103, told, a, x(bad1, x2, bad3))
	if r.summary.Catalogs[1].Fresh || len(r.summary.Notices) != 1 || !strings.Contains(r.summary.Notices[0].EN, "met for the first time") {
		t.Errorf("its second night: %+v, notices %v", r.summary.Catalogs[1], r.summary.Notices)
	}
	n.want(20261103, told, a, x(bad1, x2, bad3))
	whole := x(person("x1", mail("marked")), person("x2", mail("marked")), bad3, person("x4", mail("marked")))
	whole.err = nil
	n.want(20261104, []string{"marked standing 1103 x1", "marked new 1104 x2", "marked standing 1103 x3", "marked standing 1104 x4",
		"altered new 1104 x1 number"}, a, whole)
	whole.persons = append(whole.persons, person("x5", mail("marked")))
	r, told = n.run(20261105, a, whole)
	if last := told[len(told)-1]; last != "marked new 1105 x5" || len(r.summary.Notices) != 0 {
		t.Errorf("read to its end the day before: %q, notices %v", told, r.summary.Notices)
	}
}

// TestACatalogThatWasLeftOut for a night is back as one that is new: everything stands, and no change is told.
func TestACatalogThatWasLeftOut(t *testing.T) {
	n := newNights(t)
	a, x := fjordvik(person("a")), listed{name: "x", persons: []audit.Person{person("x", mail("marked"))}}
	n.want(20261101, []string{"marked standing 1101 x"}, a, x)
	n.want(20261102, nil, a)
	number(good)(&x.persons[0])
	for range 2 {
		r := n.want(20261103, []string{"marked standing 1103 x"}, a, x)
		if r.summary.Catalogs[0].Fresh || !r.summary.Catalogs[1].Fresh {
			t.Error("the wrong catalog is new")
		}
	}
	number("55102499947")(&x.persons[0])
	x = x.with(person("y", mail("marked")))
	n.want(20261104, []string{"marked standing 1103 x", "marked new 1104 y", "altered new 1104 x number"}, a, x)
}
