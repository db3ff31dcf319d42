package scan

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// graded finds who shares a number, and holds those for one person who have one surname.
var graded = audit.Rule{ID: "sharing", Severity: audit.Critical, Empties: true, Message: text("{what} {1}"),
	Variants: []audit.Variant{{ID: "two", What: text("two")}, {ID: "one", What: text("one")}},
	Check: audit.EachGroup{Key: twice.Check.(audit.EachGroup).Key, Judge: func(m []*audit.Person, _ nin.Date) []audit.Verdict {
		v := audit.Verdict{Variant: 1, Severity: audit.Info, Args: []audit.Arg{audit.Count(len(m))}}
		for i, p := range m[1:] {
			e := audit.Evidence{Field: "surname", A: m[0].Surname, B: p.Surname, Of: [2]int{0, i + 1}}
			if len(m) == 2 {
				e.Of = [2]int{}
			}
			v.Evidence = append(v.Evidence, e)
			if p.Surname != m[0].Surname {
				v.Variant, v.Severity = 0, audit.Critical
			}
		}
		return []audit.Verdict{v}
	}}}

// sharers are persons of a catalog on one number; the last of each ID is the surname.
func sharers(catalog string, ids ...string) listed {
	c := listed{name: catalog, persons: slicesRepeat(person("zz"+catalog), 20)}
	for _, id := range ids {
		c = c.with(person(id, number(good), named("Kari", id[len(id)-1:])))
	}
	return c
}

func (c listed) broken() listed {
	c.err = errors.New("the line broke")
	return c
}

// TestACaseThatWasSeenInPart stands as it was told until everybody whom it concerns has been read.
func TestACaseThatWasSeenInPart(t *testing.T) {
	none := func(catalog string) listed { return sharers(catalog) }
	for name, c := range map[string]struct {
		first  [2]listed
		nights [][2]listed
		told   []string // of those nights
	}{
		"one is mended while another is not read": {
			[2]listed{sharers("a", "a1x", "a2x"), sharers("b", "b1y")},
			[][2]listed{{sharers("a", "a1x", "a2x"), none("b").broken()}, {sharers("a", "a1x"), none("b").broken()}, {sharers("a", "a1x"), sharers("b", "b1y")}},
			[]string{"critical standing a1x a2x b1y", "critical standing a1x a2x b1y", "critical standing a1x b1y"},
		},
		"half of them is not read": {
			[2]listed{sharers("a", "a1x", "a2x"), sharers("b", "b1y", "b2y")},
			[][2]listed{{sharers("a", "a1x", "a2x"), none("b").broken()}, {none("a").broken(), sharers("b", "b1y", "b2y")}, {none("a"), none("b")}},
			[]string{"critical standing a1x a2x b1y b2y", "critical standing a1x a2x b1y b2y", "critical resolved a1x a2x b1y b2y"},
		},
		"one entry can not be read": {
			[2]listed{sharers("a", "a1x", "a2x", "a3y"), none("b")},
			[][2]listed{{sharers("a", "a1x", "a2x").skipping(1), none("b")}, {sharers("a", "a1x").skipping(1), none("b")},
				{sharers("a", "a1x", "a3y"), none("b")}},
			[]string{"critical standing a1x a2x a3y", "critical standing a1x a2x a3y", "critical standing a1x a3y"},
		},
		"somebody comes to it": {
			[2]listed{sharers("a", "a1x", "a2x"), sharers("b", "b1y")},
			[][2]listed{{sharers("a", "a0x", "a1x", "a2x"), none("b").broken()}, {sharers("a", "a0x", "a1x", "a2x"), sharers("b", "b1y")}},
			[]string{"critical standing a0x a1x a2x b1y", "critical standing a0x a1x a2x b1y"},
		},
		"somebody comes to the only one who is read": {
			[2]listed{sharers("a", "a1x"), sharers("b", "b1y")},
			[][2]listed{{sharers("a", "a0x", "a1x"), none("b").broken()}, {sharers("a", "a0x", "a1x"), sharers("b", "b1y")}},
			[]string{"critical standing a0x a1x b1y", "critical standing a0x a1x b1y"},
		},
		"somebody comes who makes it graver": {
			[2]listed{sharers("a", "a1x", "a2x"), sharers("b", "b1x")},
			[][2]listed{{sharers("a", "a0y", "a1x", "a2x"), none("b").broken()}, {sharers("a", "a0y", "a1x", "a2x"), sharers("b", "b1x")}},
			[]string{"critical standing a0y a1x a2x b1x", "critical standing a0y a1x a2x b1x"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			n := newNights(t)
			n.rules = []audit.Rule{graded}
			r, _ := n.run(20261101, c.first[0], c.first[1])
			id := r.findings[0].ID
			for i, night := range c.nights {
				r, _ := n.run(nin.Date(20261102+i), night[0], night[1])
				var told []string
				for _, f := range r.findings {
					line := fmt.Sprintf("%s %s", f.Severity, f.Status)
					for _, s := range f.Subjects {
						line += " " + s.ID
					}
					told = append(told, line)
					if f.ID != id || f.Since != 20261101 {
						t.Errorf("night %d: %s since %s, want %s", i+2, f.ID, f.Since, id)
					}
					checkEvidence(t, f)
				}
				if !slices.Equal(told, c.told[i:i+1]) {
					t.Errorf("night %d: told %q, want %q", i+2, told, c.told[i])
				}
			}
		})
	}
}

func (c listed) skipping(n int) listed {
	c.skips = n
	return c
}

// checkEvidence holds that what is said to be compared is of those whom it is said to be of.
func checkEvidence(t *testing.T, f *audit.Finding) {
	t.Helper()
	for _, e := range f.Evidence {
		of := e.Of
		if of == [2]int{} {
			of = [2]int{0, 1}
		}
		for i, value := range []string{e.A, e.B} {
			if id := f.Subjects[of[i]].ID; id[len(id)-1:] != value {
				t.Errorf("%s: %q is said to be of %s", f.ID, value, id)
			}
		}
	}
}

// TestADecisionOnACaseThatWasSeenInPart holds, but not for whoever has come to it.
func TestADecisionOnACaseThatWasSeenInPart(t *testing.T) {
	n := newNights(t)
	n.rules = []audit.Rule{graded}
	w := Waiver{Rule: "sharing", Persons: []string{"a0x", "a1x", "a2x", "b1y"}, Where: "waivers.yaml:1"}
	w.Reason, w.By, w.Until = "it is right", "Kari", 20261105
	n.waivers = []Waiver{w}
	n.want(20261101, []string{"sharing waived 1101 a1x a2x b1y"}, sharers("a", "a1x", "a2x"), sharers("b", "b1y"))
	n.want(20261102, []string{"sharing waived 1101 a1x a2x b1y"}, sharers("a", "a1x", "a2x"), sharers("b").broken())
	n.want(20261103, []string{"sharing waived 1101 a1x a2x b1y"}, sharers("a", "a1x", "a2x"), sharers("b", "b1y"))
	n.want(20261104, []string{"sharing reopened 1101 a0x a1x a2x b1y"}, sharers("a", "a0x", "a1x", "a2x"), sharers("b").broken())
}

// TestAGroupThatGrows keeps its name for as long as most of its members are in it, and one that is parted gives it to
// the larger part.
func TestAGroupThatGrows(t *testing.T) {
	n := newNights(t)
	n.rules = []audit.Rule{graded}
	r := n.want(20261101, []string{"sharing standing 1101 c1x c2x"}, sharers("a", "c1x", "c2x"))
	id := r.findings[0].ID
	r = n.want(20261102, []string{"sharing standing 1101 a1x b1x c1x c2x d1x"}, sharers("a", "a1x", "b1x", "c1x", "c2x", "d1x"))
	if r.findings[0].ID != id {
		t.Error("a pair that grew to five has another ID")
	}
	parted := sharers("a", "c1x", "c2x", "d1x").with(person("a1x", number("55102499947"))).with(person("b1x", number("55102499947")))
	r = n.want(20261103, []string{"sharing new 1103 a1x b1x", "sharing standing 1101 c1x c2x d1x"}, parted)
	if r.findings[1].ID != id {
		t.Error("the larger part has another ID")
	}
	n.want(20261104, []string{"sharing resolved 1103 a1x b1x gone", "sharing standing 1101 c1x d1x"}, sharers("a", "c1x", "d1x"))
}

// TestThePartOfACaseThatLooksLikeAnother is no case of its own: who is left of two persons on a number may be one person
// with two accounts.
func TestThePartOfACaseThatLooksLikeAnother(t *testing.T) {
	n := newNights(t)
	split := func(id string, one bool) audit.Rule {
		r, check := graded, graded.Check.(audit.EachGroup)
		r.ID, r.Check = id, audit.EachGroup{Key: check.Key, Judge: func(m []*audit.Person, on nin.Date) []audit.Verdict {
			v := check.Judge(m, on)
			if (v[0].Variant == 1) != one {
				return nil
			}
			return v
		}}
		return r
	}
	n.rules = []audit.Rule{split("several", false), split("one", true)}
	stands := []string{"several standing 1101 a1x a2x b1y"}
	n.want(20261101, stands, sharers("a", "a1x", "a2x"), sharers("b", "b1y"))
	n.want(20261102, append(slices.Clone(stands), "(one a1x a2x)"), sharers("a", "a1x", "a2x"), sharers("b").broken())
	n.want(20261103, stands, sharers("a", "a1x", "a2x"), sharers("b", "b1y"))
	n.want(20261104, []string{"several resolved 1101 a1x a2x b1y mended", "one new 1104 a1x a2x"}, sharers("a", "a1x", "a2x"), sharers("b"))
}

// TestACaseThatWasSeenInPartKeepsItsPlace among the others: that of the first of all whom it concerns.
func TestACaseThatWasSeenInPartKeepsItsPlace(t *testing.T) {
	n := newNights(t)
	n.rules = []audit.Rule{graded}
	b := sharers("b", "b8x", "b9x").with(person("b1x", number("55102499947"))).with(person("b2x", number("55102499947")))
	want := []string{"sharing standing 1101 a9x b8x b9x", "sharing standing 1101 b1x b2x"}
	n.want(20261101, want, sharers("a", "a9x"), b)
	n.want(20261102, want, sharers("a").broken(), b)
}
