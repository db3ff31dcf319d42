package history

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

const (
	killFolder = "NINAUDIT_TEST_KILL_FOLDER" // this process is the child, and writes there
	killSpilt  = "NINAUDIT_TEST_KILL_SPILT"  // it ends itself when half a night is in the file
)

// writeNights writes one night after the other, each over everybody, and says each day that has been committed. A
// cache of a few pages brings much of a night into the file before it is committed.
func writeNights(t *testing.T, o Options) {
	s := open(t, o)
	if _, err := s.db.Exec("PRAGMA cache_size = 10"); err != nil {
		t.Fatal(err)
	}
	day := max(load(t, s).Last.Day, 20261119)
	for {
		day = day.AddDays(1)
		u := &Update{Run: run(day, "fjordvik", 3000)}
		for id := range int64(3000) {
			u.Persons = append(u.Persons, Person{ID: id + 1, Catalog: "fjordvik", Digest: audit.Token(day)})
		}
		for i := range 200 {
			u.Findings = append(u.Findings, finding(fmt.Sprintf("%020x", i), day, int64(i+1)))
		}
		tx, err := s.Write(t.Context(), u)
		if err != nil {
			t.Fatal(err)
		}
		if os.Getenv(killSpilt) != "" {
			self, err := os.FindProcess(os.Getpid())
			if err != nil {
				t.Fatal(err)
			}
			_ = self.Kill()
			select {}
		}
		if err := tx.Commit(); err != nil {
			t.Fatal(err)
		}
		fmt.Println("committed", int32(day))
	}
}

// whole holds the history to one night, all of it, and gives its day.
func whole(t *testing.T, s *Store) nin.Date {
	t.Helper()
	n := load(t, s)
	if n.Last.Day == 0 && len(n.Persons)+len(n.Findings) == 0 {
		return 0
	}
	if len(n.Persons) != 3000 || len(n.Findings) != 200 {
		t.Fatalf("%d persons and %d findings", len(n.Persons), len(n.Findings))
	}
	for _, p := range n.Persons {
		if p.Digest != audit.Token(n.Last.Day) {
			t.Fatalf("a person of another night than %s", n.Last.Day)
		}
	}
	for _, f := range n.Findings {
		if f.Seen != n.Last.Day {
			t.Fatalf("a finding of another night than %s", n.Last.Day)
		}
	}
	var verdict string
	if err := s.db.QueryRow("PRAGMA integrity_check").Scan(&verdict); err != nil || verdict != "ok" {
		t.Fatalf("SQLite finds the file damaged: %s, %v", verdict, err)
	}
	return n.Last.Day
}

// child runs this test alone in a process of its own, and kills it after a time, or lets it kill itself. It gives
// the last day that the child said it had committed.
func child(t *testing.T, test string, after time.Duration, env ...string) (said nin.Date) {
	t.Helper()
	c := exec.Command(os.Args[0], "-test.run=^"+test+"$")
	c.Env = append(os.Environ(), env...)
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var faults bytes.Buffer
	c.Stderr = &faults
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	if after > 0 {
		defer time.AfterFunc(after, func() { _ = c.Process.Kill() }).Stop()
	}
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if _, err := fmt.Sscanf(lines.Text(), "committed %d", &said); err != nil {
			t.Errorf("the child says %q", lines.Text())
		}
	}
	if err := c.Wait(); err == nil || c.ProcessState.Exited() && runtime.GOOS != "windows" || faults.Len() > 0 {
		t.Fatalf("the child was not killed: %v %s", err, &faults)
	}
	return said
}

func leftIn(t *testing.T, o Options) (all []string) {
	t.Helper()
	files, err := os.ReadDir(filepath.Dir(o.Path))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		all = append(all, f.Name())
	}
	return all
}

// TestKilledAtAnyMoment: what was committed is there, what was not is gone, and nothing is left lying about. Who only
// reads is told, or sees a whole night.
func TestKilledAtAnyMoment(t *testing.T) {
	if dir := os.Getenv(killFolder); dir != "" {
		writeNights(t, options(dir))
	}
	o := options(t.TempDir())
	rnd := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 9)) // any moment will do: no outcome depends on it
	var stands nin.Date
	for round := range 12 {
		env := []string{killFolder + "=" + filepath.Dir(o.Path)}
		after := time.Duration(30+rnd.IntN(300)) * time.Millisecond
		spilt := round%4 == 3
		if spilt {
			env, after = append(env, killSpilt+"=1"), 0
		}
		said := max(child(t, "TestKilledAtAnyMoment", after, env...), stands)
		reader := o
		reader.ReadOnly = true
		s, err := Open(t.Context(), reader)
		var unfinished *UnfinishedError
		switch {
		case err == nil && spilt:
			t.Error("half a night is read")
		case err == nil:
			whole(t, s)
			_ = s.Close()
		case !errors.As(err, &unfinished) && !errors.Is(err, fs.ErrNotExist):
			t.Errorf("killed after %v, read: %v", after, err)
		}
		s = open(t, o)
		stands = whole(t, s)
		if stands != said && stands != said.AddDays(1) && said != 0 { // it may die between the commit and saying so
			t.Errorf("killed after %v: the night of %s stands, %s was committed", after, stands, said)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		// A journal that had not begun, its first byte is 0, stays until the next night is written over it.
		if b, err := os.ReadFile(o.Path + "-journal"); err == nil && len(b) > 0 && b[0] != 0 {
			t.Errorf("killed after %v: the journal is still there", after)
		}
	}
	s := open(t, o)
	write(t, s, &Update{Run: run(stands.AddDays(1), "fjordvik", 3000), Findings: []Finding{finding("a", stands, 1)}})
	if left := leftIn(t, o); !slices.Equal(left, []string{"history.db", "history.db.lock", "history.key"}) {
		t.Errorf("left %v", left)
	}
	if stands == 0 {
		t.Error("no night was ever committed: the test shows nothing")
	}
}

// TestKilledWhileItWasMade: what is left of a history, or a key, that was never finished is no hindrance.
func TestKilledWhileItWasMade(t *testing.T) {
	o := options(t.TempDir())
	for _, name := range []string{o.Path + ".new", o.Path + ".new-journal", o.Path + "-journal", o.KeyFile} {
		content := bytes.Repeat([]byte{0xd9, 0xd5, 0x05, 0xf9}, 1000) // a journal begins so
		if name == o.KeyFile {
			content = nil
		}
		if err := os.WriteFile(name, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s := open(t, o)
	write(t, s, &Update{Run: run(20261120, "fjordvik", 1)})
	if left := leftIn(t, o); !slices.Equal(left, []string{"history.db", "history.db.lock", "history.key"}) {
		t.Errorf("left %v", left)
	}
}
