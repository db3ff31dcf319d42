package scan

import (
	"errors"
	"strings"
	"testing"

	"ninaudit/audit/nin"
)

// decisionOn is a decision that lets a person's cases of the rule marked stand.
func decisionOn(person string, until nin.Date) Waiver {
	w := Waiver{Rule: "marked", Persons: []string{person}, Where: "waivers.yaml:1"}
	w.Reason, w.By, w.Until = "it is right", "Kari", until
	return w
}

// TestDecisionsUnderANewKey bind to the numbers that they were about, and hold for no longer than they did: those of
// earlier nights, and one that is first applied on the night of the change.
func TestDecisionsUnderANewKey(t *testing.T) {
	n := newNights(t)
	a, b := person("a", mail("marked"), number(good)), person("b", mail("marked"), number("55102499947"))
	n.waivers = []Waiver{decisionOn("a", 20280101)}
	n.want(20261101, []string{"marked waived 1101 a", "marked standing 1101 b"}, fjordvik(a, b))
	n.oldKey, n.key = "history.key", "new.key"
	n.waivers = append(n.waivers, decisionOn("b", 20280101))
	n.want(20261102, []string{"marked waived 1101 a", "marked waived 1101 b"}, fjordvik(a, b))
	n.oldKey = ""
	r := n.want(20261103, []string{"marked waived 1101 a", "marked waived 1101 b"}, fjordvik(a, b))
	if len(r.summary.Notices) != 0 {
		t.Errorf("notices %v", r.summary.Notices)
	}
	if from, to := r.findings[0].Waiver.Until, r.findings[1].Waiver.Until; from.AddDays(1) != to {
		t.Errorf("they hold until %s and %s", from, to)
	}
	number("41819077302")(&a)
	n.want(20261104, []string{"marked reopened 1101 a", "marked waived 1101 b", "altered new 1104 a number"}, fjordvik(a, b))
}

// TestADecisionOnWhoeverHasAnotherNumberWhenTheKeyChanges does not bind to that number.
func TestADecisionOnWhoeverHasAnotherNumberWhenTheKeyChanges(t *testing.T) {
	n := newNights(t)
	a, d := person("a", mail("marked"), number(good)), person("d")
	n.waivers = []Waiver{decisionOn("a", 20280101)}
	n.want(20261101, []string{"marked waived 1101 a"}, fjordvik(a, d))
	n.oldKey, n.key = "history.key", "new.key"
	number("55102499947")(&a)
	n.want(20261102, []string{"marked reopened 1101 a", "altered new 1102 a number"}, fjordvik(a, d))
	n.oldKey = ""
	n.want(20261103, []string{"marked standing 1101 a"}, fjordvik(a, d))
}

// TestTheKeyStaysWhereSomebodyWasNotRead, and the night is kept all the same: what it told is told once.
func TestTheKeyStaysWhereSomebodyWasNotRead(t *testing.T) {
	for name, lose := range map[string]func(*listed){
		"cut short": func(c *listed) { c.err = errors.New("the line broke") },
		"skipped":   func(c *listed) { c.skips = 1 },
		"named":     func(c *listed) { c.lost = []string{"w"} },
	} {
		t.Run(name, func(t *testing.T) {
			n := newNights(t)
			a, waits := person("a"), person("w", without, created(20260801))
			others := slicesRepeat(person("o"), 20)
			n.want(20261101, []string{"pending standing 801 w"}, fjordvik(others...).with(a).with(waits))
			n.oldKey, n.key = "history.key", "new.key"
			bad, badNow := a, a
			bad.Mail = "marked"
			badNow.Mail, badNow.NIN = "marked", parser.Parse(good)
			partly := fjordvik(others...).with(badNow)
			lose(&partly)
			stay := []string{"marked new 1102 a", "pending standing 801 w", "altered new 1102 a number"}
			r := n.want(20261102, stay, partly)
			if len(r.summary.Notices) != 1 || !strings.Contains(r.summary.Notices[0].EN, "key was not changed") {
				t.Errorf("notices %v", r.summary.Notices)
			}
			if day := n.lastRunUnder("history.key"); day != 20261102 {
				t.Errorf("the last run that is kept is of %s", day)
			}
			whole := fjordvik(others...).with(badNow).with(waits)
			told := []string{"marked standing 1102 a", "pending standing 801 w"}
			r = n.want(20261103, told, whole)
			if len(r.summary.Notices) != 0 {
				t.Errorf("notices %v", r.summary.Notices)
			}
			n.oldKey = ""
			n.want(20261104, told, whole)
		})
	}
}

// TestWhoHasLeftIsForgottenWithTheKey, and it is said.
func TestWhoHasLeftIsForgottenWithTheKey(t *testing.T) {
	n := newNights(t)
	a, b := person("a"), person("b")
	n.want(20261101, nil, fjordvik(a, b))
	n.want(20261102, nil, fjordvik(a))
	n.oldKey, n.key = "history.key", "new.key"
	tonight := fjordvik(slicesRepeat(a, 20)...)
	tonight.skips = 1 // which can not be of somebody who left before
	r := n.want(20261103, nil, tonight)
	if len(r.summary.Notices) != 1 || !strings.Contains(r.summary.Notices[0].EN, "(1) is forgotten") {
		t.Errorf("notices %v", r.summary.Notices)
	}
}
