package reports

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPurge(t *testing.T) {
	dir := t.TempDir()
	keeps := []string{
		"findings.jsonl", "ninaudit-2026-08-25.xlsx", "ninaudit-2026-08-25-2.xlsx", "ninaudit-2026-11-23.xlsx",
		"ninaudit-2026-02-30.xlsx", "ninaudit-2026-08-24.xlsx.bak", "copy of ninaudit-2026-08-24.xlsx",
		"ninaudit-2026-08-24-10.xlsx", "ninaudit-2026-08-24-1.xlsx", "ninaudit-2026-08-25.html", ".ninaudit-2026-08-24.xlsx",
	}
	for _, name := range append([]string{
		"ninaudit-2026-08-24.xlsx", "ninaudit-2026-08-24-2.xlsx", "ninaudit-2025-12-31-9.xlsx", "ninaudit-2026-08-24.html",
	}, keeps...) {
		put(t, dir, name)
	}
	folder := "ninaudit-2020-01-01.xlsx"
	put(t, filepath.Join(dir, folder), "inside")
	link := "ninaudit-2020-01-02.xlsx"
	if err := os.Symlink("findings.jsonl", filepath.Join(dir, link)); err == nil {
		keeps = append(keeps, link)
	}
	n, err := Purge(dir, 20260825)
	if n != 4 || err != nil {
		t.Errorf("Purge = %d, %v, want 4 files", n, err)
	}
	want := slices.Sorted(slices.Values(append(keeps, folder)))
	if diff := cmp.Diff(want, names(t, dir)); diff != "" {
		t.Errorf("(-want +left):\n%s", diff)
	}
	if _, err := Purge(filepath.Join(dir, "none"), 20260825); err == nil {
		t.Error("a folder that is not there is no fault")
	}
}

// TestPurgeKnowsOurNames ties the pattern to the names that reports are given.
func TestPurgeKnowsOurNames(t *testing.T) {
	dir := t.TempDir()
	w, err := NewWorkbook(Options{Dir: dir, AsOf: 20261123})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Discard()
	filed, ok := w.(Filed)
	if !ok || datedName.FindStringSubmatch(filepath.Base(filed.Path())) == nil {
		t.Errorf("%v is no name that Purge knows", w)
	}
}

func TestSweep(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, ".ninaudit-123.tmp")
	put(t, filepath.Join(dir, ".ninaudit-spool-1.tmp"), "rows")
	put(t, dir, "findings.jsonl")
	put(t, dir, ".ninaudit.tmp")
	Sweep(dir)
	if diff := cmp.Diff([]string{".ninaudit.tmp", "findings.jsonl"}, names(t, dir)); diff != "" {
		t.Errorf("(-want +left):\n%s", diff)
	}
	Sweep(filepath.Join(dir, "none"))
}

// put makes an empty file, and its folder.
func put(t *testing.T, dir, name string) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
		t.Fatal(err)
	}
}
