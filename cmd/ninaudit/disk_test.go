//go:build linux

package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"ninaudit/audit/catalog/planted"
)

// small mounts a disk of so many KiB, or skips the test where nobody may.
func small(t *testing.T, kib int) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, fmt.Sprintf("size=%dk,mode=0700", kib)); err != nil {
		t.Skipf("no disk can be mounted here: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return dir
}

// nightly runs one night over a catalog, with reports and history where the test says.
func nightly(t *testing.T, dir, reports, state string, day int) (code int, log string) {
	t.Helper()
	config := fmt.Sprintf("%shistory: {path: %q, key_file: %q}\nreports: {dir: %q, formats: [xlsx, jsonl, html, prom]}\n", corpusConfig,
		filepath.Join(state, "history.db"), filepath.Join(dir, "history.key"), reports)
	if err := os.WriteFile(filepath.Join(dir, "ninaudit.yaml"), []byte(config), 0o600); err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	clock := func() time.Time { return corpusDay().AddDate(0, 0, day) }
	code = run(t.Context(), []string{"scan", "--config", filepath.Join(dir, "ninaudit.yaml")}, strings.NewReader(""), &stdout, &stderr, clock)
	return code, stderr.String()
}

// plantedLDIF is a made-up catalog of so many persons.
func plantedLDIF(t *testing.T, persons int) []byte {
	t.Helper()
	var ldif bytes.Buffer
	if err := planted.Generate(planted.Options{Seed: 8, Persons: persons, AsOf: 20261123, Dated: true}).WriteLDIF(&ldif); err != nil {
		t.Fatal(err)
	}
	return ldif.Bytes()
}

// writeCatalog puts the catalog of a night in its place.
func writeCatalog(t *testing.T, dir string, ldif []byte) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, "fjordvik.ldif"), ldif, 0o600); err != nil {
		t.Fatal(err)
	}
}

// content is everything in a folder, by name.
func content(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		b, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		all[e.Name()] = string(b)
	}
	return all
}

// TestAFullDisk: whichever file does not fit, the run says so, yesterday's reports and history stand as they were, and
// nothing else is left.
func TestAFullDisk(t *testing.T) {
	ldif := plantedLDIF(t, 2_000)
	for _, test := range []struct {
		name    string
		reports bool // the small disk is for the reports; else for the history
	}{{"reports", true}, {"history", false}} {
		t.Run(test.name, func(t *testing.T) {
			dir, wide := t.TempDir(), t.TempDir()
			disk := small(t, 8192)
			writeCatalog(t, dir, ldif)
			reports, state := wide, disk
			if test.reports {
				reports, state = disk, wide
			}
			if code, log := nightly(t, dir, reports, state, 0); code != 0 {
				t.Fatalf("the first night: exit code %d\n%s", code, log)
			}
			fill(t, disk)
			before, kept := content(t, reports), content(t, state)
			// A night that has much to write: nobody has the number that they had.
			writeCatalog(t, dir, bytes.ReplaceAll(ldif, []byte("norEduPersonNIN: "), []byte("norEduPersonNIN: x")))
			code, log := nightly(t, dir, reports, state, 1)
			if code != int(exitFailed) || !strings.Contains(log, "no space left") && !strings.Contains(log, "full") || !strings.Contains(log, "hint") {
				t.Errorf("exit code %d\n%s", code, log)
			}
			same(t, "reports", before, content(t, reports))
			same(t, "history", kept, content(t, state))
		})
	}
}

// fill leaves a disk no room.
func fill(t *testing.T, disk string) {
	t.Helper()
	f, err := os.Create(filepath.Join(disk, "ballast"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for size := 1 << 16; size >= 1; size /= 2 {
		for err = nil; err == nil; {
			_, err = f.Write(make([]byte, size))
		}
	}
}

// same tells what has become other than it was.
func same(t *testing.T, what string, before, after map[string]string) {
	t.Helper()
	for name := range after {
		if _, was := before[name]; !was {
			t.Errorf("%s: %s is left", what, name)
		}
	}
	for name, was := range before {
		if is, stands := after[name]; !stands || is != was && !strings.HasSuffix(name, ".lock") {
			t.Errorf("%s: %s is not as it was (there: %t, %d bytes, were %d)", what, name, stands, len(is), len(was))
		}
	}
}

// TestAFolderThatIsReadOnly is told, and nothing is begun there.
func TestAFolderThatIsReadOnly(t *testing.T) {
	dir, wide := t.TempDir(), t.TempDir()
	disk := small(t, 1024)
	if err := syscall.Mount("tmpfs", disk, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Fatal(err)
	}
	writeCatalog(t, dir, plantedLDIF(t, 300))
	for _, at := range []struct{ reports, state string }{{disk, wide}, {wide, disk}} {
		code, log := nightly(t, dir, at.reports, at.state, 0)
		if code != int(exitFailed) || !strings.Contains(log, "read-only") || !strings.Contains(log, "hint") {
			t.Errorf("exit code %d\n%s", code, log)
		}
		if left := content(t, wide); len(left["findings.jsonl"]) > 0 {
			t.Errorf("reports stand though the night was not kept: %d files", len(left))
		}
	}
}

// TestAClockThatWasSetBack: a night before the last one's is refused, and leaves everything as it was.
func TestAClockThatWasSetBack(t *testing.T) {
	dir, out := t.TempDir(), t.TempDir()
	writeCatalog(t, dir, plantedLDIF(t, 300))
	if code, log := nightly(t, dir, out, dir, 5); code != 0 {
		t.Fatalf("exit code %d\n%s", code, log)
	}
	before := content(t, out)
	if code, log := nightly(t, dir, out, dir, 4); code != int(exitUsage) || !strings.Contains(log, "before the last run") {
		t.Errorf("exit code %d\n%s", code, log)
	}
	same(t, "reports", before, content(t, out))
}
