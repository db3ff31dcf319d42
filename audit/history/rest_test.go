package history

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// atRest is every byte of every file in a folder, the database's free places included.
func atRest(t *testing.T, dir string) []byte {
	t.Helper()
	var all []byte
	for _, name := range names(t, dir) {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, b...)
	}
	return all
}

// TestNoNumberAtRest: neither the digits nor seven of them in a row are ever on disk, nor a hash that anybody could
// make without the key.
func TestNoNumberAtRest(t *testing.T) {
	numbers := []string{"03851598730", "41819077302", "20036914712", "11851292817", "201934567800", "12345"}
	o := options(t.TempDir())
	s := open(t, o)
	for night := range 4 {
		u := &Update{Run: run(nin.Date(20261120+night), "fjordvik", len(numbers))}
		for i, n := range numbers {
			p := somebody("u"+strconv.Itoa(i), numbers[(i+night)%len(numbers)])
			u.Persons = append(u.Persons, remembered(s.Hasher(), int64(i+1), p))
			u.Decisions = append(u.Decisions, Decision{Waiver: "w", Finding: n[:2], Applied: 20261120,
				Numbers: []audit.Token{s.Hasher().Number(p.NIN)}})
		}
		write(t, s, u)
	}
	all := atRest(t, filepath.Dir(o.Path))
	for _, n := range numbers {
		for i := 0; i+7 <= len(n); i++ {
			if bytes.Contains(all, []byte(n[i:i+7])) {
				t.Errorf("seven digits of a number are on disk")
			}
		}
		number := synthetic.Parse(n)
		under := newHasher(make([]byte, keySize))
		for _, token := range []audit.Token{under.Number(number), newHasher(nil).Number(number)} {
			if bytes.Contains(all, tokenBytes(token)) {
				t.Error("a hash without the key is on disk")
			}
		}
	}
}

func tokenBytes(t audit.Token) []byte { return packTokens([]audit.Token{t}) }

// TestErase forgets a person: tokens, names and cases leave the file, others' cases stay.
func TestErase(t *testing.T) {
	o := options(t.TempDir())
	s := open(t, o)
	u := &Update{Run: run(20261120, "fjordvik", 2)}
	for i, uid := range []string{"sunniva", "bo"} {
		u.Persons = append(u.Persons, remembered(s.Hasher(), int64(i+1), somebody(uid, "")))
	}
	told := func(uids ...string) []byte {
		c := Told{Args: []audit.Arg{audit.Word(strings.ToUpper(uids[0]) + "@fjordvik.no is used twice"), audit.Count(2)}}
		for _, uid := range uids {
			c.Subjects = append(c.Subjects, audit.Subject{Ref: audit.Ref{Catalog: "fjordvik", ID: "id-of-" + uid,
				Principal: uid + "@fjordvik.no", DN: "uid=" + uid}, Name: "Name of " + uid})
		}
		c.Evidence = []audit.Evidence{{Field: "given", A: uids[0], B: "other " + uids[0], Level: "equal"}}
		b, err := Encode(c)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	own, both, others := finding("aa", 20261120, 1), finding("bb", 20261120, 1, 2), finding("cc", 20261120, 2)
	own.Body, both.Body, others.Body = told("sunniva"), told("sunniva", "bo"), told("bo")
	event := own
	u.Findings, u.Events = []Finding{own, both, others}, []Finding{event}
	u.Decisions = []Decision{{Waiver: "w", Finding: "aa", Numbers: []audit.Token{7}}, {Waiver: "w", Finding: "bb", Numbers: []audit.Token{7, 8}}}
	write(t, s, u)

	found, err := s.Find(t.Context(), " SUNNIVA@fjordvik.no ")
	if err != nil || len(found) != 1 || len(found[0].Cases) != 3 {
		t.Fatalf("found %+v, %v", found, err)
	}
	if e, err := s.Erase(t.Context(), "nobody@fjordvik.no"); err != nil || e != (Erased{}) {
		t.Errorf("nobody: %+v, %v", e, err)
	}
	token := tokenBytes(s.Hasher().Principal("sunniva@fjordvik.no"))
	if !bytes.Contains(atRest(t, filepath.Dir(o.Path)), token) {
		t.Fatal("the person's token is not in the file: the test shows nothing")
	}
	e, err := s.Erase(t.Context(), "Sunniva@Fjordvik.no")
	if want := (Erased{Persons: 1, Findings: 1, Changed: 1, Decisions: 1, Events: 1}); err != nil || e != want {
		t.Errorf("erased %+v, %v; want %+v", e, err, want)
	}
	all := atRest(t, filepath.Dir(o.Path))
	if bytes.Contains(all, token) || strings.Contains(strings.ToLower(string(all)), "sunniva") {
		t.Error("something of the person is left in the file")
	}
	n := load(t, s)
	if len(n.Persons) != 1 || len(n.Findings) != 2 || !cmp.Equal(n.Findings[1], others) {
		t.Errorf("left %+v", n.Findings)
	}
	if diff := cmp.Diff([]Decision{{Waiver: "w", Finding: "bb", Numbers: []audit.Token{0, 8}}}, n.Decisions); diff != "" {
		t.Errorf("decisions (-want +got):\n%s", diff)
	}
	if found, err := s.Find(t.Context(), "sunniva@fjordvik.no"); err != nil || len(found) != 0 {
		t.Errorf("still found: %+v, %v", found, err)
	}
}

// TestWhatIsDeletedLeavesTheFile: also without being erased on purpose.
func TestWhatIsDeletedLeavesTheFile(t *testing.T) {
	o := written(t)
	s := open(t, o)
	if all := atRest(t, filepath.Dir(o.Path)); !bytes.Contains(all, []byte("Nes skole")) {
		t.Fatal("the case is not in the file: the test shows nothing")
	}
	write(t, s, &Update{Run: run(20261121, "fjordvik", 2), Drop: []string{"aa"}})
	if all := atRest(t, filepath.Dir(o.Path)); bytes.Contains(all, []byte("Nes skole")) {
		t.Error("the case is in the file still")
	}
}

// TestKilled: a run that dies while it writes, or before it commits, has written nothing; one that dies after has
// written all. The child is this test in a process of its own.
func TestKilled(t *testing.T) {
	const at, in = "HISTORY_TEST_KILL", "HISTORY_TEST_DIR"
	if where := os.Getenv(at); where != "" {
		dieAt(t, options(os.Getenv(in)), where)
	}
	for where, want := range map[string]nin.Date{"write": 20261120, "commit": 20261120, "after": 20261121} {
		o := written(t)
		c := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestKilled$")
		c.Env = append(os.Environ(), at+"="+where, in+"="+filepath.Dir(o.Path))
		if out, err := c.CombinedOutput(); err == nil || c.ProcessState.ExitCode() != -1 {
			t.Fatalf("%s: the child did not die: %v\n%s", where, err, out)
		}
		s := open(t, o)
		n := load(t, s)
		if n.Last.Day != want || len(n.Persons) != map[bool]int{true: 1, false: 20_000}[want == 20261120] {
			t.Errorf("died at %s: the last run is of %s, %d persons", where, n.Last.Day, len(n.Persons))
		}
		var sound string
		if err := s.db.QueryRow("PRAGMA integrity_check").Scan(&sound); err != nil || sound != "ok" {
			t.Errorf("died at %s: %s, %v", where, sound, err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
		if diff := cmp.Diff([]string{"history.db", "history.db.lock", "history.key"}, names(t, filepath.Dir(o.Path))); diff != "" {
			t.Errorf("died at %s (-want +left):\n%s", where, diff)
		}
	}
}

// dieAt writes a night that does not fit the cache, so that some of it is in the file before it is committed, and
// ends the process as kill -9 does.
func dieAt(t *testing.T, o Options, where string) {
	die := func() {
		if p, err := os.FindProcess(os.Getpid()); err == nil {
			_ = p.Kill()
		}
		time.Sleep(time.Minute)
	}
	s := open(t, o)
	if _, err := s.db.Exec("PRAGMA cache_size = 10"); err != nil {
		t.Fatal(err)
	}
	u := &Update{Run: run(20261121, "fjordvik", 20_000)}
	for i := range int64(20_000) {
		u.Persons = append(u.Persons, Person{ID: i + 1, Catalog: "fjordvik", Entry: audit.Token(i)})
	}
	if where == "write" { // in the midst of it: the persons take longer
		timer := time.AfterFunc(20*time.Millisecond, die)
		defer timer.Stop()
	}
	tx, err := s.Write(t.Context(), u)
	if err != nil {
		t.Fatal(err)
	}
	if where == "write" {
		time.Sleep(time.Minute)
	}
	if where == "commit" {
		die()
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	die()
}

// TestWhoHasNoFeideName is found and forgotten by the entry's ID, and by the uid that a case was told under; who has a
// Feide name is not found by a uid, for another catalog may have that too.
func TestWhoHasNoFeideName(t *testing.T) {
	for _, name := range []string{"ID-of-Bo", " bo "} {
		o := options(t.TempDir())
		s := open(t, o)
		u := &Update{Run: run(20261120, "fjordvik", 3)}
		var subjects []audit.Subject
		for i, uid := range []string{"bo", "ada", "bo2"} {
			p := somebody(uid, "")
			if p.DN = "uid=" + uid + ",dc=no"; uid == "bo" {
				p.Principal = ""
			}
			if uid == "bo2" {
				p.DN = "uid=bo,dc=elsewhere"
			}
			u.Persons = append(u.Persons, remembered(s.Hasher(), int64(i+1), p))
			subjects = append(subjects, audit.Subject{Ref: p.Ref, Name: "Name of " + uid})
		}
		for i, f := range []Finding{finding("aa", 20261120, 1), finding("bb", 20261120, 2, 1), finding("cc", 20261120, 3)} {
			var err error
			concerned := [][]audit.Subject{{subjects[0]}, {subjects[1], subjects[0]}, {subjects[2]}}
			if f.Body, err = Encode(Told{Subjects: concerned[i]}); err != nil {
				t.Fatal(err)
			}
			u.Findings = append(u.Findings, f)
		}
		write(t, s, u)
		found, err := s.Find(t.Context(), name)
		if err != nil || len(found) != 1 || found[0].ID != 1 || len(found[0].Cases) != 2 {
			t.Errorf("%q: found %+v, %v", name, found, err)
		}
		e, err := s.Erase(t.Context(), name)
		if want := (Erased{Persons: 1, Findings: 1, Changed: 1}); err != nil || e != want {
			t.Errorf("%q: erased %+v, %v; want %+v", name, e, err, want)
		}
		if all := atRest(t, filepath.Dir(o.Path)); bytes.Contains(all, []byte("Name of bo\"")) {
			t.Errorf("%q: the name is left in the file", name)
		}
		if n := load(t, s); len(n.Persons) != 2 {
			t.Errorf("%q: %d persons are left, want 2", name, len(n.Persons))
		}
	}
}
