package history

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"ninaudit/audit/nin"
)

// written is a folder with a history of one night.
func written(t *testing.T) Options {
	t.Helper()
	o := options(t.TempDir())
	s := open(t, o)
	write(t, s, &Update{Run: run(20261120, "fjordvik", 2), Persons: []Person{remembered(s.Hasher(), 1, somebody("u1", "03851598730"))},
		Findings: []Finding{finding("aa", 20261120, 1)}})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return o
}

// refused opens a history that can not be used, gives the error, and holds the file to what it was.
func refused(t *testing.T, o Options) error {
	t.Helper()
	before, err := os.ReadFile(o.Path)
	if err != nil {
		t.Fatal(err)
	}
	var first error
	for _, readOnly := range []bool{true, false} {
		o.ReadOnly = readOnly
		s, err := Open(t.Context(), o)
		if err == nil {
			_, err = s.Load(t.Context())
			if e := s.Close(); e != nil {
				t.Error(e)
			}
		}
		var hinted interface{ Hint() string }
		if err == nil || !errors.As(err, &hinted) || hinted.Hint() == "" {
			t.Fatalf("read only %t: error %v, want one with a hint", readOnly, err)
		}
		first = err
	}
	if after, err := os.ReadFile(o.Path); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the file has changed, %v", err)
	}
	return first
}

func TestAFileThatIsNoHistoryIsLeftAlone(t *testing.T) {
	whole, err := os.ReadFile(written(t).Path)
	if err != nil {
		t.Fatal(err)
	}
	other := bytes.Clone(whole)
	copy(other[68:], "\x00\x00\x00\x07")
	noise := bytes.Clone(whole)
	for i := 100; i < len(noise); i++ {
		noise[i] = byte(i * 7)
	}
	for name, content := range map[string][]byte{
		"empty": {}, "zeros": make([]byte, 8192), "text": []byte(strings.Repeat("no database\n", 100)), "short": whole[:60],
		"header alone": whole[:100], "another program's": other, "noise": noise, "cut short": whole[:len(whole)/2],
	} {
		t.Run(name, func(t *testing.T) {
			o := written(t)
			if err := os.WriteFile(o.Path, content, 0o600); err != nil {
				t.Fatal(err)
			}
			var damaged *DamagedError
			if err := refused(t, o); !errors.As(err, &damaged) {
				t.Errorf("error %v", err)
			}
		})
	}
}

// TestDamageIsNoPanic flips bytes everywhere: the history is refused or read, and the program lives.
func TestDamageIsNoPanic(t *testing.T) {
	o := written(t)
	whole, err := os.ReadFile(o.Path)
	if err != nil {
		t.Fatal(err)
	}
	refused := 0
	for at := 0; at < len(whole); at += 37 {
		broken := bytes.Clone(whole)
		broken[at] ^= 0xa5
		if err := os.WriteFile(o.Path, broken, 0o600); err != nil {
			t.Fatal(err)
		}
		ro := o
		ro.ReadOnly = true
		s, err := Open(t.Context(), ro)
		if err == nil {
			_, err = s.Load(t.Context())
			_ = s.Close()
		}
		if err != nil {
			refused++
		}
	}
	if refused < 20 {
		t.Errorf("only %d of %d damaged files are refused", refused, len(whole)/37)
	}
}

// TestANewerFileIsRefused, and an older one by whoever may not bring it up to date.
func TestANewerFileIsRefused(t *testing.T) {
	o := written(t)
	b, err := os.ReadFile(o.Path)
	if err != nil {
		t.Fatal(err)
	}
	b[63] = byte(len(steps) - 1)
	if err := os.WriteFile(o.Path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	ro := o
	ro.ReadOnly = true
	var older *OlderError
	if _, err := Open(t.Context(), ro); !errors.As(err, &older) || older.Hint() == "" {
		t.Errorf("an older file, opened to be read: %v", err)
	}
	b[63] = byte(len(steps) + 1)
	if err := os.WriteFile(o.Path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	var newer *NewerError
	if err := refused(t, o); !errors.As(err, &newer) || newer.Version != len(steps)+1 {
		t.Errorf("error %v", err)
	}
}

// TestAnOlderFileIsBroughtUpToDate by a run that writes, and by no other.
func TestAnOlderFileIsBroughtUpToDate(t *testing.T) {
	o := written(t)
	later := append(slices.Clone(steps), "ALTER TABLE runs ADD COLUMN note TEXT NOT NULL DEFAULT 'none'")
	db, err := connect(t.Context(), o.Path, false)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for range 2 {
		if _, err := migrate(t.Context(), db, later); err != nil {
			t.Fatal(err)
		}
	}
	var note string
	var version int
	if err := db.QueryRow("SELECT note FROM runs").Scan(&note); err != nil || note != "none" {
		t.Errorf("the night's run has %q, %v", note, err)
	}
	if err := db.QueryRow("PRAGMA user_version").Scan(&version); err != nil || version != len(later) {
		t.Errorf("form %d, %v", version, err)
	}
	// A step that fails leaves the form before it.
	worse := append(slices.Clone(later), "CREATE TABLE half (a INTEGER) STRICT; CREATE TABLE runs (a INTEGER)")
	if _, err := migrate(t.Context(), db, worse); err == nil {
		t.Error("a step that can not be done is done")
	}
	if _, err := db.Exec("SELECT * FROM half"); err == nil {
		t.Error("half of a step is left")
	}
}

func TestKeys(t *testing.T) {
	other := filepath.Join(t.TempDir(), "other.key")
	if _, _, err := readOrMakeKey(other); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		change func(o *Options) error
		want   KeyFault
	}{
		{"missing", func(o *Options) error { return os.Remove(o.KeyFile) }, KeyMissing},
		{"another", func(o *Options) error { o.KeyFile = other; return nil }, KeyChanged},
		{"cut short", func(o *Options) error { return os.Truncate(o.KeyFile, 40) }, KeyMalformed},
		{"too long", func(o *Options) error { return os.WriteFile(o.KeyFile, bytes.Repeat([]byte("a"), 500), 0o600) }, KeyMalformed},
		{"exposed", func(o *Options) error { return os.Chmod(o.KeyFile, 0o640) }, KeyExposed},
		{"the same", func(o *Options) error { o.OldKeyFile = o.KeyFile; return nil }, KeySame},
		{"not needed", func(o *Options) error { o.OldKeyFile = other; return nil }, KeyInUse},
		{"neither", func(o *Options) error { o.OldKeyFile, o.KeyFile = other, other+".new"; return nil }, KeyMissing},
	} {
		t.Run(c.name, func(t *testing.T) {
			if runtime.GOOS == "windows" && c.want == KeyExposed {
				t.Skip("Windows has other rights")
			}
			o := written(t)
			if err := c.change(&o); err != nil {
				t.Fatal(err)
			}
			var key *KeyError
			if err := refused(t, o); !errors.As(err, &key) || key.Fault != c.want {
				t.Errorf("error %v", err)
			}
			if _, err := os.Stat(other + ".new"); !errors.Is(err, fs.ErrNotExist) {
				t.Error("a key was made for a history that is under another")
			}
		})
	}
}

// TestANewKey: the tokens are another's, and the old key is of no use any more.
func TestANewKey(t *testing.T) {
	o := written(t)
	o.OldKeyFile, o.KeyFile = o.KeyFile, o.KeyFile+".new"
	s := open(t, o)
	p := somebody("u1", "03851598730")
	if !s.Rekeying() || everybody(t, s)[0].Was != s.OldHasher().State(p) || everybody(t, s)[0].Was == s.Hasher().State(p) {
		t.Error("the person is not read under the old key, or the new one gives the same tokens")
	}
	write(t, s, &Update{Run: run(20261121, "fjordvik", 2)})
	if !s.Rekeying() || everybody(t, s)[0].Was != s.OldHasher().State(p) {
		t.Error("a night that leaves persons under the old key is under the new one")
	}
	write(t, s, &Update{Run: run(20261121, "fjordvik", 2), Replace: true, Persons: []Person{remembered(s.Hasher(), 1, p)}})
	if s.Rekeying() {
		t.Error("it is still under the old key")
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	var key *KeyError
	if err := refused(t, o); !errors.As(err, &key) || key.Fault != KeyInUse {
		t.Errorf("the old key again: %v", err)
	}
	o.OldKeyFile = ""
	s = open(t, o)
	if n := load(t, s); everybody(t, s)[0].Was != s.Hasher().State(p) || len(n.Findings) != 1 {
		t.Errorf("under the new key: %+v", n)
	}
}

// TestOneAtATime: the second learns who holds it; who only reads is let in.
func TestOneAtATime(t *testing.T) {
	o := written(t)
	at := time.Date(2026, 11, 20, 1, 41, 0, 0, time.UTC)
	o.Now = func() time.Time { return at }
	first := open(t, o)
	_, err := Open(t.Context(), o)
	var locked *LockedError
	if !errors.As(err, &locked) || locked.Pid != os.Getpid() || !locked.Since.Equal(at) || locked.Path != o.Path {
		t.Fatalf("the second: %v", err)
	}
	ro := o
	ro.ReadOnly = true
	if n := load(t, open(t, ro)); len(n.Persons) != 1 {
		t.Error("who reads is not let in")
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	open(t, o)
}

// TestWhoReadsLeavesNothing: no file is made where there is no history, and none beside one.
func TestWhoReadsLeavesNothing(t *testing.T) {
	o := options(t.TempDir())
	o.ReadOnly = true
	s := open(t, o)
	if n := load(t, s); n.Last.Day != 0 || n.NextPerson != 1 || s.Hasher().Principal("a") == 0 {
		t.Errorf("a history that is not there: %+v", n)
	}
	if _, err := s.Write(t.Context(), &Update{Run: run(20261120, "fjordvik", 1)}); err == nil {
		t.Error("it can be written")
	}
	if left := names(t, filepath.Dir(o.Path)); left != nil {
		t.Errorf("left behind: %v", left)
	}
	o = written(t)
	o.ReadOnly = true
	before := names(t, filepath.Dir(o.Path))
	load(t, open(t, o))
	if after := names(t, filepath.Dir(o.Path)); !slices.Equal(before, after) {
		t.Errorf("files %v, before %v", after, before)
	}
}

func names(t *testing.T, dir string) (all []string) {
	t.Helper()
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		all = append(all, f.Name())
	}
	return all
}

// TestNobodyElseMayRead: every file is its owner's alone, whatever the umask was.
func TestNobodyElseMayRead(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has other rights")
	}
	o := written(t)
	if err := os.Chmod(o.Path, 0o644); err != nil { // restored from a copy
		t.Fatal(err)
	}
	s := open(t, o)
	tx, err := s.Write(t.Context(), &Update{Run: run(20261121, "fjordvik", 2), Persons: []Person{{ID: 1, Catalog: "fjordvik"}}})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = tx.Rollback() }()
	files := names(t, filepath.Dir(o.Path))
	if len(files) < 3 {
		t.Errorf("files %v", files)
	}
	for _, name := range files {
		info, err := os.Stat(filepath.Join(filepath.Dir(o.Path), name))
		if err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: mode %v, %v", name, info.Mode(), err)
		}
	}
}

// TestTheClockSetBack does not matter to the store: days are the run's own.
func TestTheClockSetBack(t *testing.T) {
	o := written(t)
	s := open(t, o)
	write(t, s, &Update{Run: run(20261119, "fjordvik", 2)})
	if n := load(t, s); n.Last.Day != nin.Date(20261120) || n.Before != 20261119 {
		t.Errorf("last %s, before %s", n.Last.Day, n.Before)
	}
}
