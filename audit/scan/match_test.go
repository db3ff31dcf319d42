package scan

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// TestWhatMovesIsTheSame: another DN, another spelling of the principal name, and IDs that stand in for one.
func TestWhatMovesIsTheSame(t *testing.T) {
	n := newNights(t)
	byName := func(principal, dn string) audit.Person {
		p := person("x", mail("marked"), named("Kari", "Nordmann"))
		p.Principal, p.DN, p.ID = principal, dn, strings.ToLower(principal)
		return p
	}
	r := n.want(20261101, []string{"marked standing 1101 x@fjordvik.example"}, fjordvik(byName("X@fjordvik.example", "uid=x")))
	id := r.findings[0].ID
	for i, moved := range []audit.Person{
		byName("x@Fjordvik.example", "uid=x"), byName("x@fjordvik.example", "uid=x,ou=elsewhere"), byName("kari@fjordvik.example", "uid=kari"),
	} {
		r, _ = n.run(nin.Date(20261102+i), fjordvik(moved))
		if len(r.findings) != 1 || r.findings[0].ID != id || r.findings[0].Since != 20261101 {
			t.Errorf("move %d: %v", i, statuses(r))
		}
	}
}

// TestACatalogBuiltAnew has new IDs and times of creation, and the persons are the same.
func TestACatalogBuiltAnew(t *testing.T) {
	n := newNights(t)
	var before, after []audit.Person
	for i := range 10 {
		p := person(fmt.Sprintf("old%d", i), named("Kari", fmt.Sprintf("Nordmann %d", i)), created(20260901))
		if i == 3 {
			p.NIN = nin.Number{}
		}
		if i == 4 {
			p.Mail = "marked"
		}
		before = append(before, p)
		p.ID = fmt.Sprintf("new%d", i)
		created(20261104)(&p)
		after = append(after, p)
	}
	n.want(20261103, []string{"marked standing 1103 old4", "pending standing 901 old3"}, fjordvik(before...))
	r := n.want(20261104, []string{"marked standing 1103 new4", "pending standing 901 new3"}, fjordvik(after...))
	if len(r.summary.Notices) != 1 || !strings.Contains(r.summary.Notices[0].EN, "built anew") {
		t.Errorf("notices %v", r.summary.Notices)
	}
	n.want(20261105, []string{"marked standing 1103 new4", "pending standing 901 new3"}, fjordvik(after...))
}

// TestANewKey: the run reads under the old one and writes under the new, and nothing is lost.
func TestANewKey(t *testing.T) {
	n := newNights(t)
	a, b := person("a", mail("marked"), number(good)), person("b", created(20261001), without)
	n.want(20261101, []string{"marked standing 1101 a", "pending standing 1001 b"}, fjordvik(a, b))
	n.oldKey, n.key = "history.key", "new.key"
	broken := fjordvik(a, b)
	broken.err = errors.New("the line broke")
	r := n.want(20261102, []string{"marked standing 1101 a", "pending standing 1001 b"}, broken)
	if len(r.summary.Notices) != 1 || !strings.Contains(r.summary.Notices[0].EN, "key was not changed") {
		t.Errorf("notices %v", r.summary.Notices)
	}
	n.want(20261103, []string{"marked standing 1101 a", "pending standing 1001 b"}, fjordvik(a, b))
	n.oldKey = ""
	b.NIN = a.NIN
	without(&a)
	n.want(20261104, []string{"marked standing 1101 a", "(pending a)", "pending resolved 1001 b mended",
		"altered new 1104 a number+taken", "moved new 1104 b a number+held"}, fjordvik(a, b))
}

// TestEntriesUnderOneID are told apart by their DNs, tonight as last night.
func TestEntriesUnderOneID(t *testing.T) {
	n := newNights(t)
	a, b := person("a", mail("marked"), named("Kari", "Nordmann")), person("a", named("Ola", "Hansen"), number(good))
	a.ID = a.Principal
	b.DN, b.ID, b.Principal = "uid=b,dc=no", a.ID, a.Principal
	r := n.want(20261101, []string{"marked standing 1101 a@fjordvik.example uid=a,dc=no"}, fjordvik(a, b))
	id := r.findings[0].ID
	for i, catalog := range []listed{fjordvik(a, b), fjordvik(b, a)} {
		r = n.want(nin.Date(20261102+i), []string{"marked standing 1101 a@fjordvik.example uid=a,dc=no"}, catalog)
		if r.findings[0].ID != id {
			t.Error("it has another ID")
		}
	}
	b.NIN = parser.Parse("55102499947")
	n.want(20261104, []string{"marked standing 1101 a@fjordvik.example uid=a,dc=no", "altered new 1104 a@fjordvik.example uid=b,dc=no number"}, fjordvik(b, a))
}
