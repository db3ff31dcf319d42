package rules

import (
	"fmt"
	"strings"
	"testing"

	"ninaudit/audit"
	"ninaudit/audit/nin"
	"ninaudit/audit/serial"
)

// bottom is a synthetic number from the bottom of its series.
func bottom(t *testing.T) (nin.Number, nin.Parser) {
	t.Helper()
	p := nin.Parser{On: 20261123, AcceptSynthetic: true}
	for tail := 50_000; tail < 60_000; tail++ {
		if n := p.Parse(fmt.Sprintf("118512%d", tail)); n.Fault() == nin.Fine {
			return n, p
		}
	}
	t.Fatal("the series has no number")
	return nin.Number{}, p
}

// unissued puts one catalog to nin-unissued.
func unissued(t *testing.T, o Options, all everyone, on nin.Date) []audit.Verdict {
	check := ninUnissued(o.NINUnissued, o.NINBatch, gatherIssued(o.NINDate)).Check.(audit.EachCatalog)
	gathered := check.Gather.Begin()
	for _, p := range all {
		gathered.Take(p, on)
	}
	return check.Judge(t.Context(), gathered, all, on).Verdicts
}

// TestOneNumberIsOneSuspicion: whoever has it, and on two persons it is the more suspect.
func TestOneNumberIsOneSuspicion(t *testing.T) {
	n, p := bottom(t)
	judge := func(names ...string) []audit.Verdict {
		var all everyone
		for i, name := range names {
			one := someone(name + "/20120511")
			one.ID, one.NIN, one.Read = string(rune('c'-i)), n, p
			all = append(all, one)
		}
		o := DefaultOptions()
		return unissued(t, o, all, p.On)
	}
	one, two := judge("Ola/Nordmann", "Ola/Nordmann"), judge("Ola/Nordmann", "Kari/Lie")
	if len(one) != 1 || len(two) != 1 {
		t.Fatalf("%d and %d cases", len(one), len(two))
	}
	if m := one[0].Members; len(m) != 2 || m[0] != 1 || m[1] != 0 {
		t.Errorf("the members are %v, not both by entry ID", m)
	}
	if one[0].Score >= two[0].Score {
		t.Errorf("on two persons it is as probable: %.4f, %.4f", one[0].Score, two[0].Score)
	}
	for _, l := range audit.Languages() {
		what := signWords()[serial.Several].what.In(l)
		if strings.Contains(one[0].Args[0].Say(l), what) || !strings.Contains(two[0].Args[0].Say(l), what) {
			t.Errorf("%s: the reasons are %q and %q", l, one[0].Args[0].Say(l), two[0].Args[0].Say(l))
		}
	}
}

// TestThreeReasons: the three strongest, and no more.
func TestThreeReasons(t *testing.T) {
	var reasons []serial.Reason
	for _, w := range serial.Weights() {
		reasons = append(reasons, serial.Reason{Sign: w.Sign})
	}
	for _, l := range audit.Languages() {
		if got := otherReasons(reasons).In(l); strings.Count(got, ";") != 2 {
			t.Errorf("after the first reason: %q", got)
		}
	}
	if len(signWords()) != len(serial.Weights()) {
		t.Error("not every sign has words")
	}
}

// TestNumbersTooOldAreLeftToTheirRule: one number, one verdict.
func TestNumbersTooOldAreLeftToTheirRule(t *testing.T) {
	n, p := bottom(t)
	one := someone("Ola/Nordmann/20120511")
	one.NIN, one.Read = n, p
	o := DefaultOptions()
	o.NINDate.MaxAge = 10
	if v := unissued(t, o, everyone{one}, p.On); v != nil {
		t.Errorf("it is told twice: %+v", v)
	}
}
