package history

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"ninaudit/audit"
)

// TestAFullDisk is said as such, and the night before stands.
func TestAFullDisk(t *testing.T) {
	s := open(t, kept(t))
	before := load(t, s)
	if _, err := s.db.Exec("PRAGMA max_page_count = 20"); err != nil {
		t.Fatal(err)
	}
	u := &Update{Run: run(20261122, "fjordvik", 5000)}
	for id := range int64(5000) {
		u.Persons = append(u.Persons, Person{ID: id + 1, Catalog: "fjordvik", Digest: audit.Token(id)})
	}
	_, err := s.Write(t.Context(), u)
	var full *FullError
	if !errors.As(err, &full) || !wellPut(err) {
		t.Errorf("error %v", err)
	}
	if diff := gocmp.Diff(before, load(t, s)); diff != "" {
		t.Errorf("(-before +after):\n%s", diff)
	}
}

// TestWhatSQLiteTakesBackByItself is no damage: on a full disk it ends the transaction before anybody asks.
func TestWhatSQLiteTakesBackByItself(t *testing.T) {
	s := open(t, kept(t))
	if _, err := s.db.Exec("CREATE TRIGGER full BEFORE INSERT ON decisions BEGIN SELECT RAISE(ROLLBACK, 'full'); END; " +
		"CREATE TRIGGER fuller BEFORE DELETE ON persons BEGIN SELECT RAISE(ROLLBACK, 'full'); END"); err != nil {
		t.Fatal(err)
	}
	before := load(t, s)
	_, written := s.Write(t.Context(), &Update{Run: run(20261122, "fjordvik", 1), Decisions: []Decision{{Waiver: "x"}}})
	p := somebody("u1", "")
	s.db.Exec("UPDATE persons SET persons = ? WHERE page = 0",
		packPerson(nil, &Person{ID: 1, Was: audit.State{Principal: s.Hasher().Principal(p.Principal)}}, 1))
	_, erased := s.Erase(t.Context(), p.Principal)
	for what, err := range map[string]error{"a night": written, "an erasure": erased} {
		var damaged *DamagedError
		if err == nil || errors.As(err, &damaged) || bytes.Contains([]byte(err.Error()), []byte("\n")) {
			t.Errorf("%s: error %v", what, err)
		}
	}
	if n := load(t, s); n.Last.Day != before.Last.Day || len(n.Findings) != len(before.Findings) {
		t.Errorf("the last run is of %s", n.Last.Day)
	}
}

// TestPagesThatDoNotFit are found before anything is written: SQLite itself would write over what it takes for free.
func TestPagesThatDoNotFit(t *testing.T) {
	o := kept(t)
	whole, err := os.ReadFile(o.Path)
	if err != nil {
		t.Fatal(err)
	}
	if binary.BigEndian.Uint32(whole[36:]) != 0 {
		t.Fatal("there are free pages: the test shows nothing")
	}
	binary.BigEndian.PutUint32(whole[32:], uint32(len(whole)/4096)) // the last page is free, says the header
	binary.BigEndian.PutUint32(whole[36:], 1)
	if err := os.WriteFile(o.Path, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err = Open(t.Context(), o)
	var damaged *DamagedError
	if !errors.As(err, &damaged) || damaged.Foreign {
		t.Errorf("error %v", err)
	}
	if after, err := os.ReadFile(o.Path); err != nil || !bytes.Equal(whole, after) {
		t.Errorf("the file has changed, %v", err)
	}
	o.ReadOnly = true
	if err := everything(t, o); err != nil {
		t.Errorf("what is there can not be read: %v", err)
	}
}
