package scan

import (
	"bytes"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ninaudit/audit"
	"ninaudit/audit/history"
	"ninaudit/audit/nin"
)

// doubtful is a warning on every person whose mail says so; altered tells every change; pending finds everybody without
// a number for more than ten days.
var (
	doubtful = audit.Rule{ID: "doubtful", Severity: audit.Warning, Message: text("doubtful"), Cause: text("cause"),
		Check: audit.EachPerson(func(p *audit.Person, _ nin.Date) (audit.Verdict, bool) {
			return audit.Verdict{}, strings.HasPrefix(p.Mail, "doubtful")
		})}
	pending = audit.Rule{ID: "pending", Severity: audit.Warning, Message: text("pending"), Cause: text("cause"), Absence: true,
		Check: audit.EachPerson(func(p *audit.Person, on nin.Date) (audit.Verdict, bool) {
			return audit.Verdict{Since: p.Without, Waiting: p.Without.Days(on) <= 10}, p.NIN.IsZero()
		})}
	altered = audit.Rule{ID: "altered", Severity: audit.Info, Returns: true, Message: text("altered {1}"),
		Check: audit.EachChange(func(c *audit.Change, _ nin.Date) (audit.Verdict, bool) {
			v := audit.Verdict{Args: []audit.Arg{audit.Word(describe(c))}, Members: []int{audit.ChangePerson}}
			if c.Owner != nil {
				v.Members = append(v.Members, audit.ChangeOwner)
			}
			return v, c.Holder == nil && (c.Owner != nil || c.Known() && c.Was.Number != c.Is.Number)
		})}
	moved = audit.Rule{ID: "moved", Severity: audit.Critical, Message: text("moved {1}"), Empties: true,
		Check: audit.EachChange(func(c *audit.Change, _ nin.Date) (audit.Verdict, bool) {
			v := audit.Verdict{Args: []audit.Arg{audit.Word(describe(c))}, Members: []int{audit.ChangePerson, audit.ChangeHolder}}
			return v, c.Holder != nil
		})}
	nightly = []audit.Rule{marked, doubtful, pending, twice, altered, moved}

	// twice is sharing, but for the number that person gives to everybody.
	twice = func() audit.Rule {
		r, check := sharing, sharing.Check.(audit.EachGroup)
		r.Empties = true
		r.Check = audit.EachGroup{Judge: check.Judge, Key: &audit.Key{Of: func(b []byte, p *audit.Person) []byte {
			return bytes.TrimPrefix(check.Key.Of(b, p), []byte("41819077302"))
		}}}
		return r
	}()
)

// describe says what a change is, in one word.
func describe(c *audit.Change) string {
	var words []string
	for _, w := range []struct {
		word string
		is   bool
	}{
		{"newcomer", !c.Known()}, {"number", c.Known() && c.Was.Number != c.Is.Number}, {"flagged", c.Flagged}, {"taken", c.Taken},
		{"held", c.Holder != nil}, {"owned", c.Owner != nil},
		{"by-somebody-gone", c.Holder != nil && c.Holder.Person == nil}, {"pair", c.Holder != nil && c.Holder.Duplicate},
	} {
		if w.is {
			words = append(words, w.word)
		}
	}
	return strings.Join(words, "+")
}

// nights are runs against one history.
type nights struct {
	t       *testing.T
	dir     string
	rules   []audit.Rule
	confirm int
	shrink  map[string]Shrink
	waivers []Waiver
	term    nin.Date
	partial bool
	dry     bool
	oldKey  string
	key     string
	log     bytes.Buffer
}

func newNights(t *testing.T) *nights {
	return &nights{t: t, dir: t.TempDir(), rules: nightly, key: "history.key"}
}

// try runs one night and gives the error.
func (n *nights) try(on nin.Date, r *recorder, catalogs ...audit.Catalog) (audit.Summary, error) {
	n.t.Helper()
	log := slog.New(slog.NewTextHandler(&n.log, nil))
	clock := func() time.Time { return time.Date(on.Year(), time.Month(on.Month()), on.Day(), 1, 41, 0, 0, time.UTC) }
	o := history.Options{
		Path: filepath.Join(n.dir, "history.db"), KeyFile: filepath.Join(n.dir, n.key), ReadOnly: n.partial || n.dry,
		Now: clock, Log: log,
	}
	if n.oldKey != "" {
		o.OldKeyFile = filepath.Join(n.dir, n.oldKey)
	}
	store, err := history.Open(n.t.Context(), o)
	if err != nil {
		n.t.Fatal(err)
	}
	defer func() {
		if err := store.Close(); err != nil {
			n.t.Error(err)
		}
	}()
	run := Run{
		Catalogs: catalogs, Rules: n.rules, Reports: []audit.Report{r}, On: on, Log: log, Now: clock,
		History: store, Commit: !n.partial && !n.dry, Partial: n.partial, Confirm: n.confirm, Shrink: n.shrink, Waivers: n.waivers,
		Term: n.term,
	}
	return run.Do(n.t.Context())
}

// run runs one night and gives what it told, a line a case.
func (n *nights) run(on nin.Date, catalogs ...audit.Catalog) (*recorder, []string) {
	n.t.Helper()
	r := &recorder{}
	if _, err := n.try(on, r, catalogs...); err != nil {
		n.t.Fatalf("%s: %v", on, err)
	}
	return r, statuses(r)
}

// want runs one night and compares what it told.
func (n *nights) want(on nin.Date, want []string, catalogs ...audit.Catalog) *recorder {
	n.t.Helper()
	r, got := n.run(on, catalogs...)
	if diff := cmp.Diff(want, got); diff != "" {
		n.t.Errorf("%s: told (-want +got):\n%s", on, diff)
	}
	return r
}

// lastRun is what the history keeps of the last run.
func (n *nights) lastRun() history.Run {
	n.t.Helper()
	store := n.left()
	defer func() { _ = store.Close() }()
	runs, err := store.Runs(n.t.Context())
	if err != nil || len(runs) == 0 {
		n.t.Fatalf("%d runs, %v", len(runs), err)
	}
	return slices.MaxFunc(runs, func(a, b history.Run) int { return int(a.Day - b.Day) })
}

// left is the history, to be read.
func (n *nights) left() *history.Store {
	n.t.Helper()
	store, err := history.Open(n.t.Context(), history.Options{
		Path: filepath.Join(n.dir, "history.db"), KeyFile: filepath.Join(n.dir, n.key), ReadOnly: true, Now: time.Now, Log: slog.New(slog.DiscardHandler),
	})
	if err != nil {
		n.t.Fatal(err)
	}
	return store
}

// decisions are those that the history keeps.
func (n *nights) decisions() []history.Decision {
	n.t.Helper()
	store := n.left()
	defer func() { _ = store.Close() }()
	night, err := store.Load(n.t.Context())
	if err != nil {
		n.t.Fatal(err)
	}
	return night.Decisions
}

// lastRunUnder is the day of the last run of a history that is under a key.
func (n *nights) lastRunUnder(key string) nin.Date {
	n.t.Helper()
	under := *n
	under.key = key
	return under.lastRun().Day
}

// statuses writes what was told as rule, status, since and subjects; waiting cases in brackets.
func statuses(r *recorder) []string {
	var out []string
	for _, f := range r.findings {
		ids := make([]string, len(f.Subjects))
		for i, s := range f.Subjects {
			ids[i] = s.ID
		}
		line := fmt.Sprintf("%s %s %d %s", f.Rule.ID, f.Status, f.Since%10000, strings.Join(ids, " "))
		if f.How != 0 {
			line += " " + f.How.String()
		}
		if f.Status == audit.Waiting {
			line = fmt.Sprintf("(%s %s)", f.Rule.ID, strings.Join(ids, " "))
		}
		for _, a := range f.Args {
			if w, ok := a.(audit.Word); ok && f.Rule.ID == "altered" || ok && f.Rule.ID == "moved" {
				line += " " + string(w)
			}
		}
		out = append(out, line)
	}
	return out
}

func fjordvik(persons ...audit.Person) listed { return listed{name: "fjordvik", persons: persons} }

// with is the catalog with one more person.
func (c listed) with(p audit.Person) listed {
	c.persons = append(slices.Clone(c.persons), p)
	return c
}

func named(given, surname string) func(*audit.Person) {
	return func(p *audit.Person) { p.Given, p.Surname = given, surname }
}

func without(p *audit.Person) { p.NIN = nin.Number{} }

func created(day nin.Date) func(*audit.Person) {
	return func(p *audit.Person) {
		p.Created = time.Date(day.Year(), time.Month(day.Month()), day.Day(), 12, 0, 0, 0, time.UTC)
	}
}

// TestAWeek: a fault stands on the baseline, another comes, is mended, comes back; somebody leaves.
func TestAWeek(t *testing.T) {
	n := newNights(t)
	a, b, c := person("a", mail("marked")), person("b"), person("c", mail("marked"))
	badB := person("b", mail("marked"))
	r := n.want(20261101, []string{"marked standing 1101 a", "marked standing 1101 c"}, fjordvik(a, b, c))
	if !r.summary.Baseline || r.summary.Last != 0 {
		t.Error("the first run is no baseline")
	}
	first := r.findings[0].ID
	r = n.want(20261102, []string{"marked standing 1101 a", "marked new 1102 b", "marked standing 1101 c"}, fjordvik(a, badB, c))
	if r.summary.Baseline || r.summary.Last != 20261101 || r.findings[0].ID != first {
		t.Error("the second night is no night after the first")
	}
	second := r.findings[1].ID
	n.want(20261103, []string{"marked standing 1101 a", "marked standing 1102 b", "marked resolved 1101 c gone"}, fjordvik(a, badB))
	n.want(20261104, []string{"marked standing 1101 a", "marked resolved 1102 b mended"}, fjordvik(a, b))
	n.want(20261105, []string{"marked standing 1101 a"}, fjordvik(a, b))
	r = n.want(20261106, []string{"marked standing 1101 a", "marked reopened 1106 b"}, fjordvik(a, badB))
	if r.findings[1].ID != second || audit.Day(r.findings[1].Told) != 20261102 {
		t.Errorf("what came back has another ID, or was first told on %v", r.findings[1].Told)
	}
	n.want(20261107, []string{"marked standing 1101 a", "marked standing 1106 b"}, fjordvik(a, badB))
	for _, c := range r.summary.Counts {
		if c.Total() != 2 {
			t.Errorf("%d cases stand, want 2", c.Total())
		}
	}
}

// TestTheSameDayTwice: the second run's reports take the first one's place, so they tell the same.
func TestTheSameDayTwice(t *testing.T) {
	n := newNights(t)
	a, b := person("a", mail("marked")), person("b", number(good))
	badB := person("b", mail("marked"), number("03851598730"))
	n.want(20261101, []string{"marked standing 1101 a"}, fjordvik(a, b))
	again := n.want(20261101, []string{"marked standing 1101 a"}, fjordvik(a, b))
	if !again.summary.Baseline {
		t.Error("the first day's second run is no baseline")
	}
	badB.NIN = nin.Number{}
	two := []string{"marked resolved 1101 a mended", "marked new 1102 b", "(pending b)", "altered new 1102 b number"}
	a.Mail = ""
	n.want(20261102, two, fjordvik(a, badB))
	n.want(20261102, two, fjordvik(a, badB))
	r := n.want(20261103, []string{"marked standing 1102 b", "(pending b)"}, fjordvik(a, badB))
	if len(r.summary.Events) != 1 || r.summary.Events[0].Since != 20261102 {
		t.Errorf("events of earlier days: %v", r.summary.Events)
	}
	var usage *audit.UsageError
	if _, err := n.try(20261102, &recorder{}, fjordvik(a, b)); !errors.As(err, &usage) {
		t.Errorf("a day before the last run: %v", err)
	}
}

// TestADryRunLeavesNothing: it tells what a run would tell, and the next night knows nothing of it.
func TestADryRunLeavesNothing(t *testing.T) {
	n := newNights(t)
	a, bad := person("a"), person("a", mail("marked"))
	n.want(20261101, nil, fjordvik(a))
	n.dry = true
	n.want(20261110, []string{"marked new 1110 a"}, fjordvik(bad))
	n.dry = false
	n.want(20261102, []string{"marked new 1102 a"}, fjordvik(bad))
}

// TestAPartialRunSaysNothingOfTheRest: cases of other rules and catalogs are neither resolved nor forgotten.
func TestAPartialRunSaysNothingOfTheRest(t *testing.T) {
	n := newNights(t)
	a, b := person("a", mail("marked")), person("b", mail("doubtful"))
	elsewhere := listed{name: "elsewhere", persons: []audit.Person{person("x", mail("marked"))}}
	n.want(20261101, []string{"marked standing 1101 a", "marked standing 1101 x", "doubtful standing 1101 b"}, fjordvik(a, b), elsewhere)
	n.partial, n.rules = true, []audit.Rule{doubtful}
	n.want(20261102, []string{"doubtful standing 1101 b"}, fjordvik(a, b))
	n.partial, n.rules = false, nightly
	n.want(20261103, []string{"marked standing 1101 a", "marked standing 1101 x", "doubtful standing 1101 b"}, fjordvik(a, b), elsewhere)
	// Left out of the configuration, they are forgotten and not resolved.
	n.rules = []audit.Rule{doubtful}
	n.want(20261104, []string{"doubtful standing 1101 b"}, fjordvik(a, b))
	n.rules = nightly
	n.want(20261105, []string{"marked new 1105 a", "doubtful standing 1101 b"}, fjordvik(a, b))
}

// TestAReportThatCanNotBeWrittenLeavesTheNightBefore.
func TestAReportThatCanNotBeWrittenLeavesTheNightBefore(t *testing.T) {
	n := newNights(t)
	a, bad := person("a"), person("a", mail("marked"))
	n.want(20261101, nil, fjordvik(a))
	for _, step := range []string{"finding", "finish", "publish"} {
		if _, err := n.try(20261102, &recorder{fail: step}, fjordvik(bad)); err == nil {
			t.Errorf("%s: no error", step)
		}
	}
	n.want(20261103, []string{"marked new 1103 a"}, fjordvik(bad))
}
