package history

import (
	"database/sql"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// TestACatalogThatLeftIsForgotten with everybody in it, also one that no run ever read to its end; one that runs were
// to read stays, whether they could or not.
func TestACatalogThatLeftIsForgotten(t *testing.T) {
	s := open(t, options(t.TempDir()))
	u := &Update{Run: run(20260105, "fjordvik", 1)}
	u.Run.Catalogs = append(u.Run.Catalogs, CatalogRun{Name: "left", Read: 1, Complete: true}, CatalogRun{Name: "never whole", Read: 1},
		CatalogRun{Name: "broken", Read: 1, Complete: true})
	for i, c := range u.Run.Catalogs {
		u.Persons = append(u.Persons, Person{ID: int64(i + 1), Catalog: c.Name})
	}
	write(t, s, u)
	broken := run(nin.Date(20260105).AddDays(GoneDays), "fjordvik", 1)
	broken.Catalogs = append(broken.Catalogs, CatalogRun{Name: "broken"})
	if p := write(t, s, &Update{Run: broken}); p != (Purged{}) {
		t.Errorf("a day early: %+v", p)
	}
	for after, want := range []int{2, 0} {
		if p := write(t, s, &Update{Run: run(broken.Day.AddDays(1+after), "fjordvik", 1)}); p != (Purged{Persons: want}) {
			t.Errorf("%d days late: %+v", after+1, p)
		}
	}
	n := load(t, s)
	if len(n.Persons) != 2 || n.Names[n.Persons[0].Catalog] != "fjordvik" || n.Names[n.Persons[1].Catalog] != "broken" {
		t.Errorf("left %+v", n.Persons)
	}
	if _, known := n.Catalogs["left"]; known || len(n.Catalogs) != 2 {
		t.Errorf("catalogs %+v", n.Catalogs)
	}
	// It comes back as a new one, and its persons get new IDs.
	back := run(broken.Day.AddDays(9), "left", 1)
	write(t, s, &Update{Run: back})
	if n := load(t, s); n.Catalogs["left"].Since != back.Day || n.NextPerson != 5 {
		t.Errorf("back: %+v, next person %d", n.Catalogs["left"], n.NextPerson)
	}
}

// TestAStoreClosedInMidNight has written nothing, and lets the next one in.
func TestAStoreClosedInMidNight(t *testing.T) {
	o := kept(t)
	s := open(t, o)
	tx, err := s.Write(t.Context(), &Update{Run: run(20261122, "fjordvik", 1)})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if err := tx.Commit(); err == nil {
		t.Error("it can still be committed")
	}
	if err := tx.Rollback(); err != nil {
		t.Error(err)
	}
	s = open(t, o)
	write(t, s, &Update{Run: run(20261123, "fjordvik", 1)})
	if n := load(t, s); n.Last.Day != 20261123 || n.Before != 20261121 {
		t.Errorf("last %s, before %s", n.Last.Day, n.Before)
	}
}

// TestWhoWaitsTooLongIsToldWhoHoldsIt: SQLite's own lock is put in the same words as that of the runs.
func TestWhoWaitsTooLongIsToldWhoHoldsIt(t *testing.T) {
	o := kept(t)
	s := open(t, o)
	if _, err := s.db.Exec("BEGIN EXCLUSIVE"); err != nil { // as when a night does not fit the cache
		t.Fatal(err)
	}
	at := time.Date(2026, 11, 20, 1, 41, 0, 0, time.UTC)
	if err := writeHolder(o.Path+".lock", 4711, at); err != nil { // of another process
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", o.Path) // it does not wait
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	_, err = db.Exec("SELECT id FROM runs")
	var locked *LockedError
	if err := explain(o.Path, err); !errors.As(err, &locked) || locked.Pid != 4711 || !locked.Since.Equal(at) {
		t.Errorf("error %v", err)
	}
}

// TestAFolderOfAnyName: what means something in an SQLite file name means nothing here.
func TestAFolderOfAnyName(t *testing.T) {
	o := options(filepath.Join(t.TempDir(), "blå b #1 100%41 & co"))
	if err := os.Mkdir(filepath.Dir(o.Path), 0o700); err != nil {
		t.Fatal(err)
	}
	o.Path = filepath.Join(filepath.Dir(o.Path), "h%20 #;=æ.db")
	write(t, open(t, o), &Update{Run: run(20261120, "fjordvik", 1)})
	want := []string{filepath.Base(o.Path), filepath.Base(o.Path) + ".lock", "history.key"}
	if diff := gocmp.Diff(want, leftIn(t, o)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestLives counts what was told, in days from the day it stood.
func TestLives(t *testing.T) {
	s := open(t, options(t.TempDir()))
	u := &Update{Run: run(20261120, "fjordvik", 1)}
	for i, f := range []Finding{{Rule: "b", Since: 20261101, Told: 20261101, Resolved: 20261111}, {Rule: "b", Since: 20261030, Told: 20261102,
		Resolved: 20261103}, {Rule: "b", Since: 20261101, Told: 20261101}, {Rule: "a", Since: 20261101, Told: 20261101}, {Rule: "c", Since: 20261101}} {
		f.ID = string(rune('a' + i))
		u.Findings = append(u.Findings, f)
	}
	write(t, s, u)
	lives, err := s.Lives(t.Context())
	if diff := gocmp.Diff([]Life{{Rule: "a", Open: 1}, {Rule: "b", Open: 1, Resolved: 2, Days: 7}}, lives); err != nil || diff != "" {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

// TestAnUpdateThatCanNotBe writes nothing at all.
func TestAnUpdateThatCanNotBe(t *testing.T) {
	s := open(t, kept(t))
	before := load(t, s)
	good := func() *Update {
		return &Update{Run: run(20261122, "fjordvik", 1), Persons: []Person{{ID: 9, Catalog: "fjordvik", Digest: 99}}}
	}
	for name, spoil := range map[string]func(*Update){
		"a run without a day":       func(u *Update) { u.Run.Day = 0 },
		"a person without an ID":    func(u *Update) { u.Persons = append(u.Persons, Person{Catalog: "fjordvik"}) },
		"an event without a day":    func(u *Update) { u.Events = []Finding{{ID: "x", Rule: "change-moved"}} },
		"a person with a false one": func(u *Update) { u.Persons[0].ID = -1 },
	} {
		u := good()
		spoil(u)
		if _, err := s.Write(t.Context(), u); err == nil {
			t.Errorf("%s: it is written", name)
		}
		if diff := gocmp.Diff(before, load(t, s)); diff != "" {
			t.Errorf("%s (-before +after):\n%s", name, diff)
		}
	}
}

// TestWhatIsLogged: a history and a key that are made are told, and nothing else.
func TestWhatIsLogged(t *testing.T) {
	var b strings.Builder
	o := options(t.TempDir())
	o.Log = slog.New(slog.NewTextHandler(&b, nil))
	write(t, open(t, o), &Update{Run: run(20261120, "fjordvik", 1), Findings: []Finding{finding("a", 20261120, 1)}})
	if n := strings.Count(b.String(), "\n"); n != 2 || !strings.Contains(b.String(), "history key made") || !strings.Contains(b.String(), "history made") {
		t.Errorf("%d lines:\n%s", n, &b)
	}
}

// TestChangesThatAreToBeUndone are kept until they are, or as long as a resolved finding; any other is forgotten when it
// is no longer shown.
func TestChangesThatAreToBeUndone(t *testing.T) {
	o := options(t.TempDir())
	s := open(t, o)
	moved, undone, added := finding("aa", 20261120, 1), finding("bb", 20261120, 1), finding("cc", 20261120, 1)
	moved.Rule, undone.Rule, added.Rule = "moved", "moved", "added"
	moved.Resolved, undone.Resolved = 0, 20261121
	write(t, s, &Update{Run: run(20261120, "fjordvik", 1), Events: []Finding{moved, undone, added}})
	for _, c := range []struct {
		days int
		keep []string
		want int
	}{
		{audit.EventDays, nil, 3}, {audit.EventDays + 1, []string{"other", "moved"}, 1}, {ResolvedDays, []string{"moved"}, 1},
		{ResolvedDays + 1, []string{"moved"}, 0},
	} {
		write(t, s, &Update{Run: run(nin.Date(20261120).AddDays(c.days), "fjordvik", 1), KeepEvents: c.keep})
		if n := load(t, s); len(n.Events) != c.want {
			t.Errorf("after %d days: %d changes are kept, want %d", c.days, len(n.Events), c.want)
		}
	}
}
