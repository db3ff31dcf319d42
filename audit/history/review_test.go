package history

import (
	"bytes"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ninaudit/audit"
)

// TestReviewsComeBack: the later one of a case stands, also in another process, and what it is about stands beside it.
func TestReviewsComeBack(t *testing.T) {
	o := options(t.TempDir())
	s := open(t, o)
	write(t, s, &Update{Run: run(20261120, "fjordvik", 2), Findings: []Finding{finding("aa", 20261120, 1), finding("bb", 20261120, 2)}})
	at := time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)
	first := Review{Finding: "aa", Choice: audit.BeingHandled, Reason: "asked the school", By: "Kari", Until: 20261201, Book: 20261120,
		Account: "kari", At: at}
	other := Review{Finding: "bb", Choice: audit.NoNumber, Reason: "guest", By: "Kari", Until: 20270101, Book: 20261120, At: at}
	about := []Decision{{Waiver: "w", Finding: "aa", Applied: 20261120, Numbers: []audit.Token{7}}}
	if err := s.Decide(t.Context(), []Review{other, first}, about); err != nil {
		t.Fatal(err)
	}
	withdrawn := Review{Finding: "bb", Book: 20261121, Account: "ola", At: at.Add(time.Hour)}
	decide(t, s, withdrawn)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	o.ReadOnly = true
	s = open(t, o)
	n := load(t, s)
	if diff := cmp.Diff([]Review{first, withdrawn}, n.Reviews); diff != "" {
		t.Errorf("reviews (-want +loaded):\n%s", diff)
	}
	if diff := cmp.Diff(about, n.Decisions); diff != "" {
		t.Errorf("decisions (-want +loaded):\n%s", diff)
	}
	if err := s.Decide(t.Context(), []Review{first}, nil); err == nil {
		t.Error("a history that was opened to be read was written to")
	}
}

// TestReviewsGoWithTheirCase: what was decided on a case that is dropped tells nobody anything.
func TestReviewsGoWithTheirCase(t *testing.T) {
	s := open(t, options(t.TempDir()))
	write(t, s, &Update{Run: run(20261120, "fjordvik", 2), Findings: []Finding{finding("aa", 20261120, 1), finding("bb", 20261120, 2)}})
	decide(t, s, Review{Finding: "aa", Choice: audit.FalseAlarm}, Review{Finding: "bb", Choice: audit.FalseAlarm})
	write(t, s, &Update{Run: run(20261121, "fjordvik", 2), Drop: []string{"aa"}})
	if n := load(t, s); len(n.Reviews) != 1 || n.Reviews[0].Finding != "bb" {
		t.Errorf("left %+v", n.Reviews)
	}
}

// TestEraseForgetsReviews: those on the person's cases, and those that name the person, also on others' cases.
func TestEraseForgetsReviews(t *testing.T) {
	o := options(t.TempDir())
	s := open(t, o)
	own, others, third := finding("aa", 20261120, 1), finding("bb", 20261120, 2), finding("cc", 20261120, 3)
	for i, f := range []*Finding{&others, &third} {
		body, err := Encode(Told{Subjects: []audit.Subject{{Ref: audit.Ref{Catalog: "fjordvik", Principal: "other@fjordvik.no"}, Name: "Bo Dahl"}}})
		if err != nil {
			t.Fatal(i, err)
		}
		f.Body = body
	}
	write(t, s, &Update{Run: run(20261120, "fjordvik", 3), Findings: []Finding{own, others, third}})
	decide(t, s, Review{Finding: "aa", Choice: audit.FalseAlarm, Reason: "right as it is", By: "Kari"},
		Review{Finding: "bb", Choice: audit.BeingHandled, Reason: "see ÅSE  Løvli, who knows", By: "Kari"},
		Review{Finding: "cc", Choice: audit.BeingHandled, Reason: "Åse Løvlien has it; so has u1@fjordvik.nordland", By: "Kari"})
	found, err := s.Find(t.Context(), "u1@fjordvik.no")
	if err != nil || len(found) != 1 || len(found[0].Cases) != 2 {
		t.Fatalf("found %+v, %v", found, err)
	}
	for i, want := range []string{"right as it is", "see ÅSE  Løvli, who knows"} {
		if r := found[0].Cases[i].Review; r == nil || r.Reason != want {
			t.Errorf("case %d: review %+v", i, r)
		}
	}
	if others := found[0].Cases[1].Others; others != 1 {
		t.Errorf("the other's case concerns %d others", others)
	}
	if e, err := s.Erase(t.Context(), "u1@fjordvik.no"); err != nil || e.Reviews != 2 || e.Findings != 1 {
		t.Errorf("erased %+v, %v", e, err)
	}
	if n := load(t, s); len(n.Reviews) != 1 || n.Reviews[0].Finding != "cc" {
		t.Errorf("left %+v", n.Reviews)
	}
	if bytes.Contains(atRest(t, filepath.Dir(o.Path)), []byte("who knows")) {
		t.Error("an erased review is left in the file")
	}
}
