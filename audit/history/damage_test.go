package history

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// kept is a folder with a history of two nights, with rows in every table.
func kept(t testing.TB) Options {
	t.Helper()
	o := options(t.TempDir())
	s := open(t, o)
	for day := range nin.Date(2) {
		u := &Update{Run: run(20261120+day, "fjordvik", 50), Events: []Finding{finding("e", 20261120+day, 3)}}
		for id := range int64(50) {
			u.Persons = append(u.Persons, Person{ID: id + 1, Catalog: "fjordvik", Entry: audit.Token(id * 7), Digest: audit.Token(day)})
			u.Findings = append(u.Findings, finding(string(rune('A'+id)), 20261120, id+1))
		}
		u.Run.Counts = []Count{{Rule: "overlay", Severity: audit.Error, Status: audit.New, N: 2}}
		u.Decisions = []Decision{{Waiver: "w", Finding: "A", Applied: 20261120, Numbers: []audit.Token{1, 2}}}
		write(t, s, u)
		decide(t, s, Review{Finding: "A", Choice: audit.FalseAlarm, Reason: "seen", By: "Kari", Until: 20261201, Book: 20261120})
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return o
}

// everything opens a history and calls all that reads it; to write, a night too, which it takes back.
func everything(t testing.TB, o Options) error {
	s, err := Open(t.Context(), o)
	if err != nil {
		return err
	}
	defer s.Close()
	_, one := s.Load(t.Context())
	_, two := s.Runs(t.Context())
	_, three := s.Lives(t.Context())
	_, four := s.Find(t.Context(), "u1@fjordvik.no")
	err = errors.Join(one, two, three, four)
	if err != nil || o.ReadOnly {
		return err
	}
	tx, err := s.Write(t.Context(), &Update{Run: run(20270201, "fjordvik", 1), Persons: []Person{{ID: 7, Catalog: "utmark"}}})
	if err != nil {
		return err
	}
	return tx.Rollback()
}

// wellPut tells that an error says what to do: it is one of those that Open names.
func wellPut(err error) bool {
	var hinted interface{ Hint() string }
	return errors.As(err, &hinted) && hinted.Hint() != ""
}

// TestAFlippedBit anywhere is read past or is a clear error: no panic, no words of SQLite's, no file made worse.
func TestAFlippedBit(t *testing.T) {
	o := kept(t)
	whole, err := os.ReadFile(o.Path)
	if err != nil {
		t.Fatal(err)
	}
	places := make([]int, 0, 800)
	for at := range 100 {
		places = append(places, at) // the header, where each byte means something
	}
	rnd := rand.New(rand.NewPCG(4, 4))
	for range 300 {
		places = append(places, rnd.IntN(len(whole)))
	}
	for page := 0; page < len(whole); page += 4096 {
		places = append(places, page, page+3, page+5, page+8, page+9) // each page's own header
	}
	found := 0
	for i, at := range places {
		broken := bytes.Clone(whole)
		broken[at] ^= 1 << rnd.IntN(8)
		if err := os.WriteFile(o.Path, broken, 0o600); err != nil {
			t.Fatal(err)
		}
		o.ReadOnly, o.CheckLater = i%2 == 0, i%4 < 2
		err := everything(t, o)
		if err == nil {
			continue
		}
		found++
		if !wellPut(err) {
			t.Errorf("byte %d, %#x for %#x, read only %t: %v", at, broken[at], whole[at], o.ReadOnly, err)
		}
		if after, err := os.ReadFile(o.Path); err != nil || !bytes.Equal(broken, after) {
			t.Errorf("byte %d: the file has changed, %v", at, err)
		}
	}
	if found < 50 {
		t.Errorf("%d of %d flips are found: the test shows nothing", found, len(places))
	}
}

// TestRowsThatNoRunWrites are damage, and the error shows nothing of what stands in them.
func TestRowsThatNoRunWrites(t *testing.T) {
	for _, change := range []string{
		"UPDATE persons SET persons = x'00'", "UPDATE persons SET persons = zeroblob(75)", "UPDATE persons SET page = -1",
		"UPDATE persons SET persons = persons || persons", "UPDATE findings SET severity = 9",
		"UPDATE findings SET how = -1", "UPDATE findings SET catalogs = x'63'", "UPDATE findings SET persons = x'ff'",
		"UPDATE findings SET since = 85159873012", "UPDATE events SET told = 85159873012", "UPDATE findings SET baseline = 7",
		"UPDATE decisions SET numbers = x'01'", "UPDATE decisions SET applied = 85159873012", "UPDATE run_counts SET status = 99",
		"UPDATE run_counts SET severity = 99", "UPDATE run_catalogs SET catalog = 99", "UPDATE runs SET day = 85159873012 WHERE id = 1",
		"UPDATE meta SET value = '85159873012x' WHERE name = 'next_person'", "DELETE FROM meta WHERE name = 'key_id'",
		"DROP TABLE meta", "DROP TABLE persons", "ALTER TABLE runs DROP COLUMN model", "UPDATE catalogs SET read = 'x' || 1",
		"UPDATE catalogs SET since = 85159873012", "UPDATE reviews SET choice = 6", "UPDATE reviews SET until = 85159873012",
	} {
		o := kept(t)
		db, err := connect(t.Context(), o.Path, false)
		if err != nil {
			t.Fatal(err)
		}
		_, err = db.Exec("PRAGMA ignore_check_constraints = ON; " + change)
		if e := db.Close(); e != nil || err != nil {
			t.Logf("%s: can not be: %v %v", change, err, e)
			continue
		}
		before, err := os.ReadFile(o.Path)
		if err != nil {
			t.Fatal(err)
		}
		for _, o.ReadOnly = range []bool{true, false} {
			var damaged *DamagedError
			if err := everything(t, o); !errors.As(err, &damaged) || damaged.Foreign {
				t.Errorf("%s, read only %t: %v", change, o.ReadOnly, err)
			} else if bytes.Contains([]byte(err.Error()), []byte("8515987")) {
				t.Errorf("%s: the error shows the value", change)
			}
		}
		if after, err := os.ReadFile(o.Path); err != nil || !bytes.Equal(before, after) {
			t.Errorf("%s: the file has changed, %v", change, err)
		}
	}
}

// TestAnOldKeyOpensNothingNew: a wrong path with --old-key is an error, and no new history that hides it.
func TestAnOldKeyOpensNothingNew(t *testing.T) {
	o := kept(t)
	o.Path, o.OldKeyFile, o.KeyFile = filepath.Join(t.TempDir(), "typo.db"), o.KeyFile, o.KeyFile+".new"
	_, err := Open(t.Context(), o)
	var key *KeyError
	if !errors.As(err, &key) || key.Fault != KeyForNothing || key.File != o.OldKeyFile {
		t.Errorf("error %v", err)
	}
	for _, name := range []string{o.Path, o.KeyFile} {
		if _, err := os.Stat(name); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s was made, %v", filepath.Base(name), err)
		}
	}
}

// TestACancelledRead is no damage.
func TestACancelledRead(t *testing.T) {
	s := open(t, kept(t))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var damaged *DamagedError
	if _, err := s.Load(ctx); !errors.Is(err, context.Canceled) || errors.As(err, &damaged) {
		t.Errorf("error %v", err)
	}
	if _, err := s.Write(ctx, &Update{Run: run(20261122, "fjordvik", 1)}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if n := load(t, s); n.Last.Day != 20261121 {
		t.Errorf("the last run is of %s", n.Last.Day)
	}
}

// TestNothingIsWrittenToWhatNobodyChecked: a history whose soundness is left to Load is looked at by Write too.
func TestNothingIsWrittenToWhatNobodyChecked(t *testing.T) {
	o := kept(t)
	whole, err := os.ReadFile(o.Path)
	if err != nil {
		t.Fatal(err)
	}
	copy(whole[36:], "\x00\x00\x00\x03") // free pages that are none
	if err := os.WriteFile(o.Path, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	if s, err := Open(t.Context(), o); err == nil {
		_ = s.Close()
		t.Fatal("Open finds nothing: the test shows nothing")
	}
	o.CheckLater = true
	for name, do := range map[string]func(*Store) error{
		"Load": func(s *Store) error { _, err := s.Load(t.Context()); return err },
		"Write": func(s *Store) error {
			_, err := s.Write(t.Context(), &Update{Run: run(20261122, "fjordvik", 1)})
			return err
		},
	} {
		s := open(t, o)
		var damaged *DamagedError
		if err := do(s); !errors.As(err, &damaged) {
			t.Errorf("%s: error %v", name, err)
		}
		_ = s.Close()
	}
	if after, err := os.ReadFile(o.Path); err != nil || !bytes.Equal(whole, after) {
		t.Errorf("the file has changed, %v", err)
	}
}
