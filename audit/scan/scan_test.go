package scan

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"iter"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

const on nin.Date = 20261123

var parser = nin.Parser{On: on, AcceptSynthetic: true}

// good is a published synthetic number that is accepted here.
const good = "03851598730"

// listed is a catalog of given persons; err ends it. skips are entries that can not be read and do not tell whose they
// are, lost the IDs of some that do.
type listed struct {
	name    string
	persons []audit.Person
	skips   int
	lost    []string
	err     error
}

func (c listed) Name() string { return c.name }

func (c listed) Persons(ctx context.Context) iter.Seq2[*audit.Person, error] {
	return func(yield func(*audit.Person, error) bool) {
		for i := range c.skips {
			if !yield(nil, &audit.EntryError{Catalog: c.name, Line: i + 1, Err: errors.New("no value")}) {
				return
			}
		}
		for _, id := range c.lost {
			if !yield(nil, &audit.EntryError{Catalog: c.name, Entry: id, Err: errors.New("no value")}) {
				return
			}
		}
		var reused audit.Person
		for _, p := range c.persons {
			if reused = p; ctx.Err() != nil {
				yield(nil, ctx.Err())
				return
			}
			reused.Catalog = c.name
			if !yield(&reused, nil) {
				return
			}
		}
		if c.err != nil {
			yield(nil, c.err)
		}
	}
}

// recorder keeps what a report gets, and how it ended.
type recorder struct {
	findings []*audit.Finding
	summary  audit.Summary
	log      []string
	fail     string // the step that fails
}

func (r *recorder) step(name string) error {
	r.log = append(r.log, name)
	if r.fail == name {
		return errors.New(name + " failed")
	}
	return nil
}

func (r *recorder) Finding(f *audit.Finding) error {
	r.findings = append(r.findings, f)
	if r.fail == "finding" {
		return r.step("finding")
	}
	return nil
}
func (r *recorder) Finish(s audit.Summary) error { r.summary = s; return r.step("finish") }
func (r *recorder) Publish() error               { return r.step("publish") }
func (r *recorder) Discard()                     { _ = r.step("discard") }

// text is a text that needs no translation.
func text(s string) audit.Text { return audit.Same(s) }

// marked finds every person whose mail is "marked"; missing every person without a number; sharing all who
// share a number.
var (
	marked = audit.Rule{ID: "marked", Severity: audit.Error, Title: text("marked"), Message: text("marked"), Fix: text("fix"),
		Cause: text("cause"), Check: audit.EachPerson(func(p *audit.Person, _ nin.Date) (audit.Verdict, bool) {
			return audit.Verdict{Args: []audit.Arg{audit.Word(p.Mail)}}, strings.HasPrefix(p.Mail, "marked")
		})}
	missing = audit.Rule{ID: "missing", Severity: audit.Warning, Message: text("missing"), Cause: text("cause"), Absence: true,
		Check: audit.EachPerson(func(p *audit.Person, _ nin.Date) (audit.Verdict, bool) {
			return audit.Verdict{Waiting: p.Surname == "waiting"}, p.NIN.IsZero()
		})}
	sharing = audit.Rule{ID: "sharing", Severity: audit.Critical, Message: text("sharing"),
		Check: audit.EachGroup{
			Key:   &audit.Key{Of: func(b []byte, p *audit.Person) []byte { return p.NIN.RevealPlainTo(b) }},
			Judge: func(m []*audit.Person, _ nin.Date) []audit.Verdict { return []audit.Verdict{{}} },
		}}
)

func person(id string, change ...func(*audit.Person)) audit.Person {
	p := audit.Person{NIN: parser.Parse("41819077302"), Read: parser}
	p.ID, p.Principal, p.DN = id, id+"@fjordvik.example", "uid="+id+",dc=no"
	for _, c := range change {
		c(&p)
	}
	return p
}

func number(v string) func(*audit.Person) {
	return func(p *audit.Person) { p.NIN = parser.Parse(v) }
}
func mail(v string) func(*audit.Person) { return func(p *audit.Person) { p.Mail = v } }
func account(a audit.Account) func(*audit.Person) {
	return func(p *audit.Person) { p.Account = a }
}

// do runs an audit and gives the error, what the report got, and the log.
func do(t *testing.T, ctx context.Context, rules []audit.Rule, catalogs ...audit.Catalog) (*recorder, string, error) {
	t.Helper()
	r, log := &recorder{}, &bytes.Buffer{}
	run := Run{Catalogs: catalogs, Rules: rules, Reports: []audit.Report{r}, On: on,
		Log: slog.New(slog.NewTextHandler(log, nil)), Now: func() time.Time { return time.Time{} }}
	_, err := run.Do(ctx)
	return r, log.String(), err
}

// told writes findings as rule, severity and subjects.
func told(r *recorder) []string {
	var out []string
	for _, f := range r.findings {
		ids := make([]string, len(f.Subjects))
		for i, s := range f.Subjects {
			ids[i] = s.Catalog + "/" + s.ID
		}
		out = append(out, fmt.Sprintf("%s %s %s", f.Rule.ID, f.Severity, strings.Join(ids, " ")))
	}
	return out
}

func TestFindingsComeInOrder(t *testing.T) {
	rules := []audit.Rule{sharing, marked}
	a := listed{name: "b-catalog", persons: []audit.Person{
		person("2", mail("marked")), person("1", mail("marked"), number(good)), person("3", number(good)),
	}}
	b := listed{name: "a-catalog", persons: []audit.Person{person("0", mail("marked"), number(good))}}
	r, _, err := do(t, t.Context(), rules, a, b)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"sharing critical b-catalog/1 b-catalog/3 a-catalog/0",
		"marked error b-catalog/1", "marked error b-catalog/2", "marked error a-catalog/0",
	}
	if diff := cmp.Diff(want, told(r)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"finish", "publish", "discard"}, r.log); diff != "" {
		t.Errorf("steps (-want +got):\n%s", diff)
	}
	if got := r.summary.Counts[0].Counts[audit.Critical]; got != 1 || r.summary.Counts[1].Total() != 3 {
		t.Errorf("counts %v", r.summary.Counts)
	}
}

func TestFindingIDsDependOnRuleAndEntriesOnly(t *testing.T) {
	ids := func(persons ...audit.Person) map[string]string {
		r, _, err := do(t, t.Context(), []audit.Rule{marked, sharing}, listed{name: "fjordvik", persons: persons})
		if err != nil {
			t.Fatal(err)
		}
		found := map[string]string{}
		for i, f := range r.findings {
			found[told(r)[i]] = f.ID
		}
		return found
	}
	a, b, c := person("a", mail("marked"), number(good)), person("b", number(good)), person("c", mail("marked"))
	first := ids(a, b, c)
	if len(first) != 3 {
		t.Fatalf("%d findings, want 3", len(first))
	}
	moved := b
	moved.DN, moved.Display = "uid=b,ou=elsewhere,dc=no", "New Name"
	if diff := cmp.Diff(first, ids(c, moved, a)); diff != "" {
		t.Errorf("another order and another DN change IDs (-was +is):\n%s", diff)
	}
	seen := map[string]bool{}
	for _, id := range first {
		if seen[id] || len(id) != 20 || strings.Trim(id, "0123456789abcdef") != "" {
			t.Errorf("ID %q is no ID of its own", id)
		}
		seen[id] = true
	}
}

// TestAnIDThatHoldsANumber: it is blanked where it is shown, the finding's ID is not made of it, and two
// such persons are still two.
func TestAnIDThatHoldsANumber(t *testing.T) {
	uids := []string{good, "41819077302"}
	var persons []audit.Person
	for _, n := range uids {
		persons = append(persons, person(n+"@fjordvik.example", number(n), mail("marked"+n), func(p *audit.Person) {
			p.Display, p.Principal = "Fnr "+n[:6]+" "+n[6:], n+"@fjordvik.example"
		}))
	}
	r, log, err := do(t, t.Context(), []audit.Rule{marked}, listed{name: "fjordvik", persons: persons})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.findings) != 2 || r.findings[0].ID == r.findings[1].ID {
		t.Fatalf("findings %v", told(r))
	}
	shown := log + fmt.Sprintf("%+v %+v", *r.findings[0], *r.findings[1])
	for _, f := range r.findings {
		shown += fmt.Sprintf("%+v", f.Subjects) + f.Args[0].Say(audit.Bokmal)
	}
	for _, n := range uids {
		for i := 0; i+6 <= len(n); i++ {
			if strings.Contains(shown, n[i:i+6]) {
				t.Fatalf("digits of a number are shown: %s", nin.BlankAll(shown))
			}
		}
		enumerable := mint("marked\x00fjordvik\x00"+n+"@fjordvik.example", 1)
		if r.findings[0].ID == enumerable || r.findings[1].ID == enumerable {
			t.Error("the finding's ID is a bare hash of a number")
		}
	}
}

func TestEntriesThatComeTwiceCountOnce(t *testing.T) {
	const uuid = "0e8f51a0-7d1c-4a37-9d5e-00000000000a"
	again := person(uuid, mail("marked"), func(p *audit.Person) { p.DN = "uid=moved,dc=no" })
	byName := func(dn string) audit.Person {
		return person("x@fjordvik.example", mail("marked"), func(p *audit.Person) { p.Principal, p.DN = "X@fjordvik.example", dn })
	}
	r, _, err := do(t, t.Context(), []audit.Rule{marked}, listed{name: "fjordvik", persons: []audit.Person{
		person(uuid, mail("marked")), byName("uid=x,dc=no"), again, byName("UID=x,dc=no"), byName("uid=y,dc=no"),
	}})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"marked error fjordvik/" + uuid,
		"marked error fjordvik/x@fjordvik.example uid=x,dc=no",
		"marked error fjordvik/x@fjordvik.example uid=y,dc=no",
	}
	if diff := cmp.Diff(want, told(r)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if c := r.summary.Catalogs[0]; c.Persons != 3 || c.Repeated != 2 {
		t.Errorf("%d persons and %d repeated, want 3 and 2", c.Persons, c.Repeated)
	}
}

func TestTestAndSharedAccountsAreLeftOut(t *testing.T) {
	r, _, err := do(t, t.Context(), []audit.Rule{marked, sharing}, listed{name: "fjordvik", persons: []audit.Person{
		person("a", mail("marked"), account(audit.Test), number(good)),
		person("b", mail("marked"), account(audit.Shared), number(good)), person("c", number(good)),
	}})
	if err != nil {
		t.Fatal(err)
	}
	c := r.summary.Catalogs[0]
	if len(r.findings) != 0 || c.Persons != 1 || c.Test != 1 || c.Shared != 1 || c.Read() != 3 {
		t.Errorf("findings %v, catalog %+v", told(r), c)
	}
}

func TestInactiveAccountsStayAtInfo(t *testing.T) {
	left := account(audit.Inactive)
	r, _, err := do(t, t.Context(), []audit.Rule{marked, sharing}, listed{name: "fjordvik", persons: []audit.Person{
		person("a", mail("marked"), left, number("20036914700")),
		person("b", mail("marked"), left, number(good)), person("c", number(good)),
		person("d", left, number("41814061033")), person("e", left, number("41814061033")),
		person("f", mail("marked"), left, number("")),
	}})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"marked info fjordvik/a", "marked error fjordvik/b", "marked info fjordvik/f",
		"sharing critical fjordvik/b fjordvik/c", "sharing info fjordvik/d fjordvik/e",
	}
	if diff := cmp.Diff(want, told(r)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
