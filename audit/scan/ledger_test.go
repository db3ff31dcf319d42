package scan

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ninaudit/audit/history"
	"ninaudit/audit/nin"
)

// TestAWaitBeginsWithTheFirstNightWithoutANumber that anybody knows.
func TestAWaitBeginsWithTheFirstNightWithoutANumber(t *testing.T) {
	n := newNights(t)
	a, b := person("a", created(20260801)), person("b", created(20261020), without)
	unknown, d := person("c", without), person("d")
	n.want(20261101, []string{"pending standing 1020 b", "(pending c)"}, fjordvik(a, b, unknown, d))
	without(&a)
	r := n.want(20261102, []string{"(pending a)", "pending standing 1020 b", "(pending c)", "altered new 1102 a number"}, fjordvik(a, b, unknown, d))
	var waits []string
	for w := range r.summary.Ledger {
		waits = append(waits, fmt.Sprintf("%s %d %d %d %s", w.ID, w.Since%10000, w.Days, w.Class, w.Status))
	}
	if diff := cmp.Diff([]string{"a 1102 0 0 waiting", "b 1020 13 0 standing", "c 1101 1 0 waiting"}, waits); diff != "" {
		t.Errorf("ledger (-want +got):\n%s", diff)
	}
	n.want(20261112, []string{"(pending a)", "pending standing 1020 b", "pending new 1101 c"}, fjordvik(a, b, unknown, d))
	n.want(20261113, []string{"pending new 1102 a", "pending standing 1020 b", "pending standing 1101 c"}, fjordvik(a, b, unknown, d))
	n.want(20261114, []string{"pending standing 1102 a", "pending resolved 1020 b mended", "pending standing 1101 c", "altered new 1114 b number"},
		fjordvik(a, person("b"), unknown, d))
}

// TestAWaitThatBeginsAnew: whoever got a number and lost it again has waited since the day of losing it, under the ID
// of the first wait.
func TestAWaitThatBeginsAnew(t *testing.T) {
	n := newNights(t)
	a, waits, d := person("a"), person("a", without, created(20261001)), person("d")
	r := n.want(20261101, []string{"pending standing 1001 a"}, fjordvik(waits, d))
	id := r.findings[0].ID
	n.want(20261102, []string{"pending resolved 1001 a mended", "altered new 1102 a number"}, fjordvik(a, d))
	n.want(20261103, []string{"(pending a)", "altered new 1103 a number"}, fjordvik(waits, d))
	r = n.want(20261120, []string{"pending reopened 1103 a"}, fjordvik(waits, d))
	if r.findings[0].ID != id {
		t.Error("the second wait has another ID")
	}
}

// TestAnAccountFromTheFuture waits from the night on which it was first seen.
func TestAnAccountFromTheFuture(t *testing.T) {
	n := newNights(t)
	a, d := person("a", without, created(20270101)), person("d")
	n.want(20261101, []string{"(pending a)"}, fjordvik(a, d))
	n.want(20261112, []string{"pending new 1101 a"}, fjordvik(a, d))
}

// TestArrivals: who was given a number, and how long they had waited, is counted once a day however often it runs.
func TestArrivals(t *testing.T) {
	n := newNights(t)
	waits, d := person("a", without, created(20261022)), person("d")
	n.want(20261101, []string{"(pending a)"}, fjordvik(waits, d))
	for range 2 {
		n.want(20261103, []string{"altered new 1103 a number"}, fjordvik(person("a"), d))
	}
	last := n.lastRun()
	if last.Day != 20261103 || last.Arrived != 1 || last.Waited != 12 {
		t.Errorf("the run of %s: %d arrived after %d days, want 1 after 12", last.Day, last.Arrived, last.Waited)
	}
}

// TestWhoComesBackIsKnown: a person who was gone for a night is kept for as long as the person is there, and the wait
// goes on; one who was not read is not gone.
func TestWhoComesBackIsKnown(t *testing.T) {
	n := newNights(t)
	waits, d := person("a", without, created(20261022), named("Kari", "Nordmann")), person("d")
	n.want(20261101, []string{"(pending a)"}, fjordvik(waits, d))
	n.want(20261102, nil, fjordvik(d))
	n.want(20261103, []string{"pending new 1022 a"}, fjordvik(waits, d))
	day := nin.Date(20261103).AddDays(history.GoneDays)
	n.want(day, []string{"pending standing 1022 a"}, fjordvik(waits, d))
	made := waits
	made.ID = "b" // made again: only the history knows since when this person waits
	created(20270101)(&made)
	n.want(day.AddDays(1), []string{"pending standing 1022 b"}, fjordvik(made, d))

	skips := fjordvik(slicesRepeat(d, 20)...)
	skips.lost = []string{"b"}
	n.want(day.AddDays(2), []string{"pending standing 1022 b"}, skips)
	far := day.AddDays(2 + history.GoneDays + 1)
	n.want(far, []string{"pending standing 1022 b"}, skips)
	waits.ID = "c"
	n.want(far.AddDays(1), []string{"pending standing 1022 c"}, fjordvik(slicesRepeat(d, 19)...).with(waits))
}
