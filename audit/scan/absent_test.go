package scan

import (
	"testing"

	"ninaudit/audit/history"
	"ninaudit/audit/nin"
)

// TestAnEntryThatNobodyCanName may be anybody's who is missing, for as many nights as an absence takes to be believed.
func TestAnEntryThatNobodyCanName(t *testing.T) {
	n := newNights(t)
	others := slicesRepeat(person("o"), 20)
	bad := person("a", mail("marked"))
	stands := []string{"marked standing 1101 a"}
	n.want(20261101, stands, fjordvik(others...).with(bad))
	skips := fjordvik(others...)
	skips.skips = 1
	day := nin.Date(20261101)
	for range believedAfter - 1 {
		day = day.AddDays(1)
		n.want(day, stands, skips)
		n.want(day, stands, skips)
	}
	n.want(day.AddDays(1), []string{"marked resolved 1101 a gone"}, skips)
	// Whoever is back was not gone, and the next absence begins anew.
	n.want(day.AddDays(2), []string{"marked reopened 1109 a"}, fjordvik(others...).with(bad))
	n.want(day.AddDays(3), []string{"marked standing 1109 a"}, skips)
	n.want(day.AddDays(4), []string{"marked resolved 1109 a gone"}, fjordvik(others...))
}

// TestAnEntryThatTellsWhoseItIs is that person's for as long as it can not be read, and nobody else's.
func TestAnEntryThatTellsWhoseItIs(t *testing.T) {
	n := newNights(t)
	others := slicesRepeat(person("o"), 20)
	a, b := person("a", mail("marked")), person("b", mail("marked"))
	n.want(20261101, []string{"marked standing 1101 a", "marked standing 1101 b"}, fjordvik(others...).with(a).with(b))
	lost := fjordvik(others...)
	lost.lost = []string{"a"}
	n.want(20261102, []string{"marked standing 1101 a", "marked resolved 1101 b gone"}, lost)
	for day := nin.Date(20261103); day < 20261115; day = day.AddDays(1) {
		n.want(day, []string{"marked standing 1101 a"}, lost)
	}
	n.want(20270601, []string{"marked standing 1101 a"}, lost)
	n.want(20270602, []string{"marked standing 1101 a"}, fjordvik(others...).with(a))
}

// TestWhoLeavesIsForgotten in time, also from a catalog that always holds an entry that can not be read.
func TestWhoLeavesIsForgotten(t *testing.T) {
	n := newNights(t)
	waits := person("w", without, created(20261001), named("Kari", "Nordmann"))
	skips := fjordvik(slicesRepeat(person("o"), 20)...)
	skips.skips = 1
	n.want(20261101, []string{"pending standing 1001 w"}, skips.with(waits))
	day := nin.Date(20261102)
	for range believedAfter {
		n.run(day, skips)
		day = day.AddDays(1)
	}
	day = nin.Date(20261102).AddDays(history.GoneDays + 1)
	n.want(day, nil, skips)
	created(day)(&waits)
	n.want(day.AddDays(1), []string{"(pending w)"}, skips.with(waits))
}
