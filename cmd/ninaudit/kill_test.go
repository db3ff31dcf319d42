package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// The environment of a command that is to be killed: on which day it runs, and at which of its steps it dies.
const (
	killDay  = "NINAUDIT_TEST_DAY"
	killStep = "NINAUDIT_TEST_STEP"
)

// fuse counts the steps of a run, which are what the outside can see of it: each look at the clock, with every entry
// and every stage, each log line, and each line for the terminal. At its last one the process dies as by kill -9.
type fuse struct {
	mu   sync.Mutex
	left int
}

func (f *fuse) burn() {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.left--; f.left == 0 {
		self, err := os.FindProcess(os.Getpid())
		if err == nil {
			err = self.Kill()
		}
		panic(fmt.Sprint("still alive: ", err))
	}
}

// burning is a writer that counts.
type burning struct {
	io.Writer
	*fuse
}

func (b burning) Write(p []byte) (int, error) {
	b.burn()
	return b.Writer.Write(p)
}

// mainKilled is main with a fuse.
func mainKilled() {
	day, err := time.Parse(time.RFC3339, os.Getenv(killDay))
	step, err2 := strconv.Atoi(os.Getenv(killStep))
	if err := errors.Join(err, err2); err != nil {
		panic(err)
	}
	f := &fuse{left: step}
	clock := func() time.Time { f.burn(); return day }
	os.Exit(run(context.Background(), os.Args[1:], strings.NewReader(""), burning{os.Stdout, f}, burning{os.Stderr, f}, clock))
}

// TestKilledAtEveryStep: wherever a run dies, the nights before are whole, in the history and in the folder of the
// reports, and the run after it tells what an undisturbed one would have told and leaves nothing stray.
func TestKilledAtEveryStep(t *testing.T) {
	w := newWeek(t, 6, 2)
	f := w.schools[0].of
	f("f01").number = wrongControl
	w.writeSchools()
	w.night("the night before", 0, []string{"nin-checksum error standing 11-02 f01"})
	f("f01").number = synthetic(101)
	f("f02").number = "00000000000"
	w.writeSchools()
	w.day = w.day.AddDate(0, 0, 1)
	want := []string{
		"nin-placeholder error new 11-03 f02",
		"nin-checksum error resolved 11-02 f01 mended",
		"change-number-changed info new 11-03 f01",
		"change-number-changed warning new 11-03 f02",
	}
	before, dir := w.kept(), w.dir
	w.dir = t.TempDir()
	w.copyFrom(dir)
	w.again("undisturbed", 0, want)
	after := w.kept()

	outcomes := map[string]int{}
	for step := 1; ; step++ {
		w.dir = t.TempDir()
		w.copyFrom(dir)
		if w.killedAt(step) {
			break
		}
		outcomes[w.checkKilled(step, before, after)]++
		w.again("after dying at step "+strconv.Itoa(step), 0, want)
		if diff := cmp.Diff(after, w.kept()); diff != "" {
			t.Fatalf("step %d: after the next run (-want +got):\n%s", step, diff)
		}
	}
	t.Log(outcomes)
	for _, o := range []string{"nothing", "reports", "all"} {
		if outcomes[o] == 0 {
			t.Errorf("no run died with %s done: too few steps are seen", o)
		}
	}
}

// killedAt runs the night with a fuse; done tells that it came to its end.
func (w *week) killedAt(step int) (done bool) {
	w.t.Helper()
	c := exec.CommandContext(w.t.Context(), "ninaudit-killed", w.arguments()...)
	c.Env = append(os.Environ(), killDay+"="+w.day.Format(time.RFC3339), killStep+"="+strconv.Itoa(step))
	out, err := c.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && (!errors.As(err, &exit) || exit.ExitCode() != -1) {
		w.t.Fatalf("step %d: %v\n%s", step, err, out)
	}
	return err == nil
}

// kept is what a night leaves: each file of the reports, and what the history tells.
func (w *week) kept() map[string]string {
	w.t.Helper()
	kept := map[string]string{}
	for _, sub := range []string{"out", "state", "keys"} {
		files, err := os.ReadDir(filepath.Join(w.dir, sub))
		if err != nil {
			w.t.Fatal(err)
		}
		for _, f := range files {
			content := []byte("there")
			if sub == "out" && !f.IsDir() {
				if content, err = os.ReadFile(filepath.Join(w.dir, sub, f.Name())); err != nil {
					w.t.Fatal(err)
				}
			}
			kept[sub+"/"+f.Name()] = string(content)
		}
	}
	var past strings.Builder
	args := []string{"history", "--json", "--config", filepath.Join(w.dir, "ninaudit.yaml")}
	if code := run(w.t.Context(), args, strings.NewReader(""), &past, &w.stderr, time.Now); code != 0 {
		w.t.Fatalf("history: exit code %d\n%s", code, w.stderr.String())
	}
	kept["history"] = past.String()
	return kept
}

// checkKilled holds what a dead run left to what was there before and to what an undisturbed run leaves: every file at
// a final name is whole, and the history is of one night or the other, of the later only where its reports stand.
func (w *week) checkKilled(step int, before, after map[string]string) (done string) {
	w.t.Helper()
	got := w.kept()
	published := 0
	for _, name := range []string{"out/findings.jsonl", "out/ninaudit-2026-11-03.xlsx"} {
		switch got[name] {
		case after[name]:
			published++
		case before[name]:
		default:
			w.t.Errorf("step %d: %s is neither the night's nor the one before", step, name)
		}
	}
	if name := "out/ninaudit-2026-11-02.xlsx"; got[name] != before[name] {
		w.t.Errorf("step %d: %s is not what it was", step, name)
	}
	switch got["history"] {
	case before["history"]:
		if published == 0 {
			return "nothing"
		}
		return "reports"
	case after["history"]:
		if published < 2 {
			w.t.Errorf("step %d: the history has a night without its reports", step)
		}
		return "all"
	}
	w.t.Errorf("step %d: the history is of neither night:\n%s", step, got["history"])
	return "neither"
}

// copyFrom copies a folder.
func (w *week) copyFrom(dir string) {
	w.t.Helper()
	if err := os.CopyFS(w.dir, os.DirFS(dir)); err != nil {
		w.t.Fatal(err)
	}
	for _, path := range []string{"keys/history.key", "state/history.db"} { // which nobody else may read
		if err := os.Chmod(filepath.Join(w.dir, path), 0o600); err != nil {
			w.t.Fatal(err)
		}
	}
}

// TestToldToEnd: SIGTERM ends a run that is reading with 130, and nothing is left.
func TestToldToEnd(t *testing.T) {
	dir := t.TempDir()
	c := exec.CommandContext(t.Context(), "ninaudit", "scan", "--out", filepath.Join(dir, "out"), "-")
	c.Dir = dir
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	var told strings.Builder
	c.Stderr = &told
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	// More than a pipe holds: when it is written, the run is reading.
	if _, err := io.WriteString(in, "version: 1\n"+strings.Repeat("# nobody yet\n", 1<<17)); err != nil {
		t.Fatal(err)
	}
	if err := c.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := c.Wait(); c.ProcessState.ExitCode() != int(exitInterrupted) {
		t.Errorf("%v, exit code %d\n%s", err, c.ProcessState.ExitCode(), told.String())
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
