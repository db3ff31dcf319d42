package scan

import (
	"log/slog"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"ninaudit/audit"
	"ninaudit/audit/history"
	"ninaudit/audit/nin"
)

// decide keeps a review, bound to what the history knows on that day, as the command does.
func (n *nights) decide(on nin.Date, r history.Review) {
	n.t.Helper()
	store, err := history.Open(n.t.Context(), history.Options{
		Path: filepath.Join(n.dir, "history.db"), KeyFile: filepath.Join(n.dir, n.key), Now: time.Now, Log: slog.New(slog.DiscardHandler),
	})
	if err != nil {
		n.t.Fatal(err)
	}
	defer func() { _ = store.Close() }()
	night, err := store.Load(n.t.Context())
	if err != nil {
		n.t.Fatal(err)
	}
	about, err := Bind(n.t.Context(), store, []history.Review{r}, night, on)
	if err != nil {
		n.t.Fatal(err)
	}
	if err := store.Decide(n.t.Context(), []history.Review{r}, about); err != nil {
		n.t.Fatal(err)
	}
}

// said tells that exactly one notice says something.
func said(r *recorder, what string) bool {
	return len(r.summary.Notices) == 1 && strings.Contains(r.summary.Notices[0].EN, what)
}

// TestReviewsLetCasesStand until a day, by who picked what, and are silent a week after it.
func TestReviewsLetCasesStand(t *testing.T) {
	n := newNights(t)
	a, b := person("a", mail("marked"), number(good)), person("b", mail("marked"))
	r := n.want(20261101, []string{"marked standing 1101 a", "marked standing 1101 b"}, fjordvik(a, b))
	id := r.findings[0].ID
	n.decide(20261101, history.Review{Finding: id, Choice: audit.BeingHandled, Reason: "asked", By: "Kari", Until: 20261105, Book: 20261101})
	r = n.want(20261102, []string{"marked waived 1101 a", "marked standing 1101 b"}, fjordvik(a, b))
	want := audit.Waiver{Reason: "asked", By: "Kari", Until: 20261105, Choice: audit.BeingHandled}
	if w := r.findings[0].Waiver; w == nil || *w != want {
		t.Errorf("waiver %+v", w)
	}
	// It is the later word: a decision in a file on the same case does not count beside it.
	file := Waiver{Finding: id, Where: "waivers.yaml:1"}
	file.Reason, file.By, file.Until = "another", "Ola", 20261210
	n.waivers = []Waiver{file}
	r = n.want(20261103, []string{"marked waived 1101 a", "marked standing 1101 b"}, fjordvik(a, b))
	if by := r.findings[0].Waiver.By; by != "Kari" {
		t.Errorf("decided by %s", by)
	}
	n.waivers = nil
	r = n.want(20261106, []string{"marked reopened 1101 a", "marked standing 1101 b"}, fjordvik(a, b))
	if !said(r, "lapsed in the last week: 1.") {
		t.Errorf("notices %v", r.summary.Notices)
	}
	if r, _ := n.run(20261113, fjordvik(a, b)); len(r.summary.Notices) > 0 {
		t.Errorf("after a week: %v", r.summary.Notices)
	}
	// A new one makes it stand again; one that was withdrawn does not count.
	n.decide(20261113, history.Review{Finding: id, Choice: audit.FalseAlarm, Reason: "right", By: "Kari", Until: 20261201, Book: 20261113})
	n.want(20261114, []string{"marked waived 1101 a", "marked standing 1101 b"}, fjordvik(a, b))
	n.decide(20261114, history.Review{Finding: id, Book: 20261114})
	n.want(20261115, []string{"marked reopened 1101 a", "marked standing 1101 b"}, fjordvik(a, b))
}

// TestReviewsBindToTheNumberThatWasSeen: one that changes before the next run opens the case again.
func TestReviewsBindToTheNumberThatWasSeen(t *testing.T) {
	n := newNights(t)
	a := person("a", mail("marked"), number(good))
	r := n.want(20261101, []string{"marked standing 1101 a"}, fjordvik(a))
	n.decide(20261101, history.Review{Finding: r.findings[0].ID, Choice: audit.FalseAlarm, Reason: "right", By: "Kari", Until: 20261201})
	a.NIN = parser.Parse("55102499947")
	r, got := n.run(20261102, fjordvik(a))
	if !slices.Contains(got, "marked standing 1101 a") || !said(r, "because the number has changed: 1.") {
		t.Errorf("told %v, notices %v", got, r.summary.Notices)
	}
}

// TestReviewsOfWhatIsNoLongerAudited are told once, and forgotten with their cases.
func TestReviewsOfWhatIsNoLongerAudited(t *testing.T) {
	n := newNights(t)
	a := person("a", mail("marked"), number(good))
	r := n.want(20261101, []string{"marked standing 1101 a"}, fjordvik(a))
	n.decide(20261101, history.Review{Finding: r.findings[0].ID, Choice: audit.FalseAlarm, Reason: "right", By: "Kari", Until: 20261201})
	n.rules = slices.DeleteFunc(slices.Clone(nightly), func(r audit.Rule) bool { return r.ID == "marked" })
	if r, _ := n.run(20261102, fjordvik(a)); !said(r, "no longer audited: 1.") {
		t.Errorf("notices %v", r.summary.Notices)
	}
	if r, _ := n.run(20261103, fjordvik(a)); len(r.summary.Notices) > 0 {
		t.Errorf("told again: %v", r.summary.Notices)
	}
}

// TestToReviewAnewBeginsNoOtherSpan: a case may stand for as long as the first decision let it.
func TestToReviewAnewBeginsNoOtherSpan(t *testing.T) {
	n := newNights(t)
	a, b := person("a", mail("marked")), person("b")
	r := n.want(20261101, []string{"marked standing 1101 a"}, fjordvik(a, b))
	id := r.findings[0].ID
	for _, day := range []nin.Date{20261101, 20261201} {
		n.decide(day, history.Review{Finding: id, Choice: audit.FalseAlarm, Reason: "right on " + day.String(), By: "Kari", Until: 20280101, Book: day})
		r = n.want(day.AddDays(1), []string{"marked waived 1101 a"}, fjordvik(a, b))
		if until := r.findings[0].Waiver.Until; until != nin.Date(20261101).AddDays(90) {
			t.Errorf("decided on %s, it stands until %s", day, until)
		}
	}
}
