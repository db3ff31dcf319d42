package scan

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ninaudit/audit"
)

// TestTheTrend has a night for each day, tonight's last; changes are no cases, and a second run of a day takes the
// first one's place.
func TestTheTrend(t *testing.T) {
	n := newNights(t)
	a, b := person("a", mail("marked")), person("b", mail("marked"))
	n.run(20261101, fjordvik(a, b))
	n.run(20261102, fjordvik(a, b))
	cut := fjordvik(a)
	cut.err = errors.New("the line broke")
	n.run(20261103, cut)
	r, _ := n.run(20261103, fjordvik(a, person("b", without))) // b's number is gone, and with it the case: a change
	errs := func(n int) (x [audit.Critical + 1]int) {
		x[audit.Error] = n
		return x
	}
	want := audit.Trend{
		{Day: 20261101, Complete: true, Open: errs(2)}, {Day: 20261102, Complete: true, Open: errs(2)},
		{Day: 20261103, Complete: true, Open: errs(1)},
	}
	if diff := cmp.Diff(want, r.summary.Trend); diff != "" {
		t.Errorf("trend (-want +got):\n%s", diff)
	}
	n.partial = true
	cut.err = errors.New("the line broke")
	if r, _ = n.run(20261104, cut); r.summary.Trend[3].Complete || len(r.summary.Trend) != 4 {
		t.Errorf("an incomplete night: %+v", r.summary.Trend)
	}
}

// TestWhoWillBeOverdue is forecast by the rules' own limit: not those whom a decision excuses, nor those of whom nobody
// knows since when they wait, nor anybody if no term is known.
func TestWhoWillBeOverdue(t *testing.T) {
	n := newNights(t)
	old, young := person("a", without, created(20261020)), person("b", without, created(20261031))
	excused := person("c", without, created(20261020))
	n.waivers = []Waiver{{Rule: "pending", Persons: []string{"c@fjordvik.example"}, Where: "waivers.yaml:1"}}
	n.waivers[0].Reason, n.waivers[0].By, n.waivers[0].Until, n.waivers[0].Never = "guest", "Kari", 20261201, true
	for _, want := range []audit.Term{{}, {Start: 20261105, Overdue: 1}, {Start: 20261111, Overdue: 2}, {Start: 20261202, Overdue: 3}} {
		n.term = want.Start
		r, _ := n.run(20261101, fjordvik(old, young, excused, person("d")))
		if r.summary.Term != want {
			t.Errorf("%+v, want %+v", r.summary.Term, want)
		}
	}
}
