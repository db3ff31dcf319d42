package scan

import (
	"errors"
	"strings"
	"testing"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// TestDecisions let a case stand until a day, bind to the number that was judged, and lapse.
func TestDecisions(t *testing.T) {
	n := newNights(t)
	a, b := person("a", mail("marked"), number(good)), person("b", mail("marked"))
	w := Waiver{Rule: "marked", Persons: []string{"A@fjordvik.example"}, Where: "waivers.yaml:1"}
	w.Reason, w.By, w.Until = "it is right", "Kari", 20261105
	n.waivers = []Waiver{w}
	r := n.want(20261101, []string{"marked waived 1101 a", "marked standing 1101 b"}, fjordvik(a, b))
	if f := r.findings[0]; f.Waiver == nil || f.Waiver.Until != 20261105 || r.summary.Counts[0].Total() != 1 {
		t.Errorf("waiver %+v, counts %v", f.Waiver, r.summary.Counts)
	}
	n.want(20261102, []string{"marked waived 1101 a", "marked standing 1101 b"}, fjordvik(a, b))
	changed := a
	changed.NIN = parser.Parse("55102499947")
	r = n.want(20261103, []string{"marked reopened 1101 a", "marked standing 1101 b", "altered new 1103 a number"}, fjordvik(changed, b))
	if len(r.summary.Notices) != 1 || !strings.Contains(r.summary.Notices[0].EN, "no longer holds") {
		t.Errorf("notices %v", r.summary.Notices)
	}
	n.want(20261104, []string{"marked standing 1101 a", "marked standing 1101 b"}, fjordvik(changed, b))
	n.want(20261106, []string{"marked standing 1101 a", "marked standing 1101 b"}, fjordvik(changed, b))

	n.waivers[0].Persons = []string{"nobody"}
	r = n.want(20261107, []string{"marked standing 1101 a", "marked standing 1101 b"}, fjordvik(changed, b))
	if len(r.summary.Notices) != 1 || !strings.Contains(r.summary.Notices[0].EN, "fits no finding") {
		t.Errorf("notices %v", r.summary.Notices)
	}
	// An error may stand for ninety days at most, whatever the decision says.
	n.waivers[0].Persons, n.waivers[0].Until = []string{"b"}, 20280101
	r = n.want(20261108, []string{"marked standing 1101 a", "marked waived 1101 b"}, fjordvik(changed, b))
	if r.findings[1].Waiver.Until != nin.Date(20261108).AddDays(90) {
		t.Errorf("it stands until %s", r.findings[1].Waiver.Until)
	}
	r = n.want(20270207, []string{"marked standing 1101 a", "marked reopened 1101 b"}, fjordvik(changed, b))
	if len(r.summary.Notices) != 1 || !strings.Contains(r.summary.Notices[0].EN, "lapsed") {
		t.Errorf("notices %v", r.summary.Notices)
	}
}

// TestADecisionOnACaseThatWasNotRead binds on the first night on which the number can be seen.
func TestADecisionOnACaseThatWasNotRead(t *testing.T) {
	n := newNights(t)
	a, b := person("a", mail("marked"), number(good)), person("b")
	r := n.want(20261101, []string{"marked standing 1101 a"}, fjordvik(a, b))
	w := Waiver{Finding: r.findings[0].ID, Where: "waivers.yaml:1"}
	w.Reason, w.By, w.Until = "it is right", "Kari", 20261205
	n.waivers = []Waiver{w}
	cut := fjordvik(b)
	cut.err = errors.New("the line broke")
	n.want(20261102, []string{"marked waived 1101 a"}, cut)
	n.want(20261103, []string{"marked waived 1101 a"}, fjordvik(a, b))
	a.NIN = parser.Parse("55102499947")
	n.want(20261104, []string{"marked reopened 1101 a", "altered new 1104 a number"}, fjordvik(a, b))
}

// TestHowLongACriticalCaseMayStand: until the fourteenth day after the one on which it was first decided on, however often
// the decision is written anew; another number is another case.
func TestHowLongACriticalCaseMayStand(t *testing.T) {
	n := newNights(t)
	n.rules = []audit.Rule{graded}
	a, b := person("a", number(good), named("Kari", "x")), person("b", number(good), named("Ola", "y"))
	w := Waiver{Rule: "sharing", Persons: []string{"a", "b"}, Where: "waivers.yaml:1"}
	w.By, w.Until = "Kari", 20280101
	day := nin.Date(20261101)
	for i := range 17 {
		n.waivers = []Waiver{w}
		n.waivers[0].Reason = strings.Repeat("r", i/5+1)
		if i == 6 { // taken back for a night
			n.waivers = nil
		}
		want := "waived"
		switch i {
		case 6, 15:
			want = "reopened"
		case 16:
			want = "standing"
		}
		n.want(day, []string{"sharing " + want + " 1101 a b"}, fjordvik(a, b))
		day = day.AddDays(1)
	}
	number("55102499947")(&a)
	number("55102499947")(&b)
	n.want(day, []string{"sharing standing 1101 a b"}, fjordvik(a, b))
	n.waivers[0].Reason = "judged anew"
	r := n.want(day, []string{"sharing waived 1101 a b"}, fjordvik(a, b))
	if until := r.findings[0].Waiver.Until; until != day.AddDays(14) {
		t.Errorf("it stands until %s", until)
	}
}

// TestDecisionsAreForgotten when they have been withdrawn and the case has been resolved, or forgotten.
func TestDecisionsAreForgotten(t *testing.T) {
	n := newNights(t)
	a, b, c := person("a", mail("marked")), person("b", mail("marked")), person("c", mail("doubtful"))
	doubt := decisionOn("c", 20261201)
	doubt.Rule = "doubtful"
	n.waivers = []Waiver{decisionOn("a", 20261201), decisionOn("b", 20261201), doubt}
	n.run(20261101, fjordvik(a, b, c))
	for i, night := range []struct {
		rules   []audit.Rule
		catalog listed
		kept    int
	}{
		{nightly, fjordvik(a, b, c), 3},
		{[]audit.Rule{marked}, fjordvik(a, b, c), 2}, // the rule has left, and its cases with it
		{nightly, fjordvik(a, person("b")), 2},
		{nightly, fjordvik(a, person("b")), 1},
	} {
		n.rules = night.rules
		day := n.lastRun().Day.AddDays(1)
		n.run(day, night.catalog)
		if got := len(n.decisions()); got != night.kept {
			t.Errorf("%s: %d decisions are kept, want %d", day, got, night.kept)
		}
		if i == 1 {
			n.waivers = nil
		}
	}
}
