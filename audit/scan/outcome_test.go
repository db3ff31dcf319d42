package scan

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// many is a catalog of n persons, of whom the first some are changed.
func many(n, some int, change func(*audit.Person)) []audit.Person {
	unit := &audit.Unit{DN: "ou=a", Name: "A school"}
	var persons []audit.Person
	for i := range n {
		p := person(fmt.Sprintf("p%04d", i), func(p *audit.Person) { p.Units = []*audit.Unit{unit} })
		if i < some {
			change(&p)
		}
		persons = append(persons, p)
	}
	return persons
}

func TestACatalogThatWasNotRead(t *testing.T) {
	broken := &audit.CatalogError{Catalog: "fjordvik", Stage: "page 2", Hint: "try again", Err: errors.New("connection closed")}
	for name, c := range map[string]struct {
		catalog listed
		reason  string // empty: complete
		hint    string
	}{
		"to its end":           {listed{persons: many(60, 0, nil)}, "", ""},
		"cut short":            {listed{persons: many(60, 0, nil), err: broken}, "page 2: connection closed", "try again"},
		"some entries skipped": {listed{persons: many(60, 0, nil), skips: 6}, "", ""},
		"many entries skipped": {listed{persons: many(60, 0, nil), skips: 7}, "7 of 67 entries could not be read", "export"},
		"nobody has a number":  {listed{persons: many(60, 60, number(""))}, "nobody's norEduPersonNIN could be read", "access"},
	} {
		t.Run(name, func(t *testing.T) {
			c.catalog.name = "fjordvik"
			r, log, err := do(t, t.Context(), []audit.Rule{marked, missing}, c.catalog)
			if err != nil {
				t.Fatal(err)
			}
			got := r.summary.Catalogs[0]
			if got.Complete != (c.reason == "") || r.summary.Complete() != got.Complete {
				t.Errorf("complete = %v", got.Complete)
			}
			if !strings.Contains(got.Reason, c.reason) || !strings.Contains(got.Hint, c.hint) {
				t.Errorf("reason %q, hint %q; want %q, %q", got.Reason, got.Hint, c.reason, c.hint)
			}
			if !got.Complete && !strings.Contains(log, "catalog incomplete") {
				t.Errorf("the log is silent: %s", log)
			}
		})
	}
}

func TestNothingRead(t *testing.T) {
	broken := &audit.CatalogError{Catalog: "a", Stage: "connect", Err: errors.New("no such host")}
	for name, catalogs := range map[string][]audit.Catalog{
		"unreachable": {listed{name: "a", err: broken}},
		"empty":       {listed{name: "a"}},
		"both":        {listed{name: "a", err: broken}, listed{name: "b"}},
	} {
		t.Run(name, func(t *testing.T) {
			r, _, err := do(t, t.Context(), []audit.Rule{marked}, catalogs...)
			var c *audit.CatalogError
			if !errors.As(err, &c) || strings.Join(r.log, " ") != "discard" {
				t.Errorf("error %v, steps %v", err, r.log)
			}
		})
	}
	r, _, err := do(t, t.Context(), nil, listed{name: "a", err: broken}, listed{name: "b", persons: many(1, 0, nil)})
	if err != nil || r.summary.Complete() || len(r.summary.Catalogs) != 2 {
		t.Errorf("one catalog of two was read: error %v, %+v", err, r.summary.Catalogs)
	}
}

// TestABlindCatalogJudgesNobodyPending: the other rules and the other catalogs still report.
func TestABlindCatalogJudgesNobodyPending(t *testing.T) {
	blind := listed{name: "blind", persons: many(3, 3, func(p *audit.Person) { number("")(p); p.Mail = "marked" })}
	seeing := listed{name: "seeing", persons: many(3, 1, number(""))}
	r, _, err := do(t, t.Context(), []audit.Rule{marked, missing}, blind, seeing)
	if err != nil {
		t.Fatal(err)
	}
	want := "marked error blind/p0000 marked error blind/p0001 marked error blind/p0002 missing warning seeing/p0000"
	if got := strings.Join(told(r), " "); got != want {
		t.Errorf("findings %s", got)
	}
	if n := r.summary.Pending.Total(); n != 1 {
		t.Errorf("%d pending, want the one of the catalog that can be seen", n)
	}
}

func TestAReportThatFailsPublishesNothing(t *testing.T) {
	for _, step := range []string{"finding", "finish", "publish"} {
		bad := &recorder{fail: step}
		run := Run{Catalogs: []audit.Catalog{listed{name: "a", persons: many(2, 1, mail("marked"))}}, Rules: []audit.Rule{marked},
			Reports: []audit.Report{bad}, On: on, Log: quiet(), Now: still}
		if _, err := run.Do(t.Context()); err == nil || !strings.Contains(err.Error(), step) {
			t.Errorf("%s: error %v", step, err)
		}
		if bad.log[len(bad.log)-1] != "discard" {
			t.Errorf("%s: steps %v", step, bad.log)
		}
	}
	first, second := &recorder{}, &recorder{fail: "finish"}
	run := Run{Catalogs: []audit.Catalog{listed{name: "a", persons: many(2, 0, nil)}}, Reports: []audit.Report{first, second},
		On: on, Log: quiet(), Now: still}
	if _, err := run.Do(t.Context()); err == nil || strings.Contains(strings.Join(first.log, " "), "publish") {
		t.Errorf("one report was published although the other failed: %v", first.log)
	}
}

func TestACancelledRunPublishesNothing(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	r, _, err := do(t, ctx, []audit.Rule{marked}, listed{name: "a", persons: many(5, 5, mail("marked"))})
	if !errors.Is(err, context.Canceled) || strings.Join(r.log, " ") != "discard" {
		t.Errorf("error %v, steps %v", err, r.log)
	}
}

func TestSystematicFaults(t *testing.T) {
	for _, c := range []struct {
		name      string
		of, hit   int
		wantCount int    // 0: none is systematic
		wantUnit  string // the group's
	}{
		{"a tenth of a catalog is not over a tenth", 100, 10, 0, ""},
		{"over a tenth", 100, 11, 11, ""},
		{"a small catalog", 49, 49, 0, ""},
	} {
		r, _, err := do(t, t.Context(), []audit.Rule{marked}, listed{name: "a", persons: many(c.of, c.hit, mail("marked"))})
		if err != nil {
			t.Fatal(err)
		}
		var got int
		for _, f := range r.findings {
			if f.Systematic != nil {
				got++
			}
		}
		if got != c.wantCount || got > 0 && (len(r.summary.Systematic) != 1 || r.summary.Systematic[0].Count != got) {
			t.Errorf("%s: %d findings are instances of %v", c.name, got, r.summary.Systematic)
		}
	}
}

func TestASystematicFaultOfAUnit(t *testing.T) {
	hidden := &audit.Unit{DN: "ou=b", Name: "Hidden school"}
	for want, inUnit := range map[int][2]int{20: {25, 20}, 0: {25, 19}, 16: {20, 16}} {
		persons := many(300, 0, nil)
		for i := range inUnit[0] {
			persons[i].Units = []*audit.Unit{hidden}
			if i < inUnit[1] {
				number("")(&persons[i])
			}
		}
		r, _, err := do(t, t.Context(), []audit.Rule{missing}, listed{name: "a", persons: persons})
		if err != nil {
			t.Fatal(err)
		}
		if want == 0 {
			if len(r.summary.Systematic) != 0 {
				t.Errorf("%v of a unit: %+v", inUnit, r.summary.Systematic[0])
			}
			continue
		}
		if len(r.summary.Systematic) != 1 {
			t.Errorf("%v of a unit is not systematic", inUnit)
			continue
		}
		if g := r.summary.Systematic[0]; g.Unit != "Hidden school" || g.Count != want || g.Of != inUnit[0] {
			t.Errorf("%+v", g)
		}
	}
}

func TestWaitingIsNoFinding(t *testing.T) {
	r, _, err := do(t, t.Context(), []audit.Rule{missing}, listed{name: "a", persons: []audit.Person{
		person("a"), person("b", number(""), func(p *audit.Person) { p.Surname = "waiting" }),
	}})
	if err != nil || len(r.findings) != 1 || r.findings[0].Status != audit.Waiting || len(r.summary.Counts) != 0 {
		t.Errorf("error %v, findings %v, counts %v", err, told(r), r.summary.Counts)
	}
}

// TestAFormOfItsOwnIsNotCountedAgain: where one form of a rule is systematic by itself, the few hits of its other
// forms are cases of their own.
func TestAFormOfItsOwnIsNotCountedAgain(t *testing.T) {
	forms := marked
	forms.Variants = []audit.Variant{
		{ID: "own", What: text("own"), Cause: text("cause of its own")}, {ID: "plain", What: text("plain")},
	}
	forms.Check = audit.EachPerson(func(p *audit.Person, _ nin.Date) (audit.Verdict, bool) {
		if p.Mail == "plain" {
			return audit.Verdict{Variant: 1}, true
		}
		return audit.Verdict{}, p.Mail == "own"
	})
	for _, c := range []struct{ own, plain, want int }{{300, 30, 300}, {60, 60, 120}, {60, 20, 0}} {
		persons := many(1000, c.own, mail("own"))
		for i := range c.plain {
			persons[999-i].Mail = "plain"
		}
		r, _, err := do(t, t.Context(), []audit.Rule{forms}, listed{name: "a", persons: persons})
		if err != nil {
			t.Fatal(err)
		}
		told, groups := 0, 0
		for _, f := range r.findings {
			if f.Systematic != nil {
				told++
			}
		}
		for _, g := range r.summary.Systematic {
			groups += g.Count
		}
		if told != c.want || groups != c.want {
			t.Errorf("%d of a form of its own and %d plain: %d findings are instances, groups count %d, want %d", c.own, c.plain, told, groups, c.want)
		}
	}
}

// TestACaseExplainsAWait: only a probable case, in which the other has the number.
func TestACaseExplainsAWait(t *testing.T) {
	for name, c := range map[string]struct {
		severity audit.Severity
		numbers  [2]string
		waits    bool
	}{
		"the other has the number": {audit.Warning, [2]string{"", good}, true},
		"neither has":              {audit.Warning, [2]string{"", ""}, false},
		"a mere possibility":       {audit.Info, [2]string{"", good}, false},
	} {
		pair := audit.Rule{ID: "pair", Severity: c.severity, Duplicate: true, Message: text("pair"),
			Check: audit.Whole(func(_ context.Context, all audit.Population, _ nin.Date) audit.Judgement {
				return audit.Judgement{Verdicts: []audit.Verdict{{Members: []int{0, 1}}}}
			})}
		persons := []audit.Person{person("a", number(c.numbers[0])), person("b", number(c.numbers[1])), person("c")}
		r, _, err := do(t, t.Context(), []audit.Rule{missing, pair}, listed{name: "a", persons: persons})
		if err != nil {
			t.Fatal(err)
		}
		if waits := r.findings[0].Status == audit.Waiting; waits != c.waits {
			t.Errorf("%s: waits = %v", name, waits)
		}
		if n := r.summary.Catalogs[0].Duplicates; n != 2 {
			t.Errorf("%s: %d persons in possible duplicates, want 2", name, n)
		}
	}
}
