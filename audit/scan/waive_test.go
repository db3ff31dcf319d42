package scan

import (
	"errors"
	"strings"
	"testing"

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
	r = n.want(20270207, []string{"marked standing 1101 a", "marked standing 1101 b"}, fjordvik(changed, b))
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
