package reports

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"ninaudit/audit"
)

// names lists a folder.
func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

func TestFilesAreTheOwnersAlone(t *testing.T) {
	r := recorded()
	o := options(t, r, audit.Bokmal)
	for _, format := range files() {
		old := filepath.Join(o.Dir, map[string]string{"xlsx": "ninaudit-2026-11-23.xlsx", "jsonl": "findings.jsonl", "html": "ninaudit-2026-11-23.html", "prom": "ninaudit.prom"}[format])
		if err := os.WriteFile(old, []byte("yesterday"), 0o644); err != nil {
			t.Fatal(err)
		}
		produce(t, format, r, o)
		at, err := os.Stat(old)
		if err != nil {
			t.Fatal(err)
		}
		if at.Size() < 100 {
			t.Errorf("%s is yesterday's", old)
		}
		if runtime.GOOS != "windows" && at.Mode().Perm() != 0o600 && format != formatMetrics {
			t.Errorf("%s has mode %v, want 0600", old, at.Mode())
		}
	}
	if got, want := names(t, o.Dir), []string{"findings.jsonl", "ninaudit-2026-11-23.html", "ninaudit-2026-11-23.xlsx", "ninaudit.prom"}; !slices.Equal(got, want) {
		t.Errorf("the folder holds %q, want %q", got, want)
	}
}

func TestNothingIsSeenBeforePublishAndNothingIsLeftAfterDiscard(t *testing.T) {
	r := recorded()
	for _, format := range Formats() {
		for _, until := range []string{"begun", "filled", "finished"} {
			o := options(t, r, audit.Bokmal)
			rep, err := New(format, o)
			if err != nil {
				t.Fatal(err)
			}
			if until != "begun" {
				err = rep.Finding(r.findings[0])
			}
			if until == "finished" {
				err = errors.Join(err, rep.Finish(r.sum))
			}
			if err != nil {
				t.Fatal(err)
			}
			for _, name := range names(t, o.Dir) {
				if !strings.HasPrefix(name, ".ninaudit-") {
					t.Errorf("%s, %s: %s is seen before Publish", format, until, name)
				}
				at, err := os.Stat(filepath.Join(o.Dir, name))
				if err != nil {
					t.Fatal(err)
				}
				if runtime.GOOS != "windows" && at.Mode().Perm()&0o077 != 0 {
					t.Errorf("%s, %s: others may look into %s", format, until, name)
				}
			}
			rep.Discard()
			rep.Discard()
			if left := names(t, o.Dir); len(left) > 0 {
				t.Errorf("%s, %s: %q is left after Discard", format, until, left)
			}
		}
	}
}

func TestDiscardKeepsWhatIsPublished(t *testing.T) {
	r := recorded()
	o := options(t, r, audit.Bokmal)
	rep, err := NewJSONLines(o)
	if err != nil {
		t.Fatal(err)
	}
	r.play(t, rep)
	rep.Discard()
	if got := names(t, o.Dir); !slices.Equal(got, []string{"findings.jsonl"}) {
		t.Errorf("the folder holds %q", got)
	}
}

func TestLeftoversOfADeadRunAreSwept(t *testing.T) {
	dir := t.TempDir()
	old := time.Now().Add(-25 * time.Hour)
	for name, age := range map[string]time.Time{
		".ninaudit-1.tmp": old, ".ninaudit-2.tmp": time.Now(), ".ninaudit-notes": old, "ninaudit-3.tmp": old,
	} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, age, age); err != nil {
			t.Fatal(err)
		}
	}
	folder := filepath.Join(dir, ".ninaudit-4.tmp")
	if err := errors.Join(os.Mkdir(folder, 0o700), os.WriteFile(filepath.Join(folder, "rows"), nil, 0o600),
		os.Chtimes(folder, old, old)); err != nil {
		t.Fatal(err)
	}
	rep, err := NewJSONLines(Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	rep.Discard()
	want := []string{".ninaudit-2.tmp", ".ninaudit-notes", "ninaudit-3.tmp"}
	if got := names(t, dir); !slices.Equal(got, want) {
		t.Errorf("left are %q, want %q", got, want)
	}
}

func TestAFileThatIsHeldOpenElsewhere(t *testing.T) {
	open := errors.New("open in another program")
	for _, test := range []struct {
		name    string
		another bool
		held    []string
		want    string
	}{
		{"free", true, nil, "report.xlsx"},
		{"held", true, []string{"report.xlsx", "report-2.xlsx"}, "report-3.xlsx"},
		{"held, and no other name will do", false, []string{"report.xlsx"}, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			f, err := create(dir, "report.xlsx", test.another)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Discard()
			f.inUse = func(err error) bool { return errors.Is(err, open) }
			f.replace = func(from, to string) error {
				if slices.Contains(test.held, filepath.Base(to)) {
					return open
				}
				return os.Rename(from, to)
			}
			err = errors.Join(f.finish(), f.Publish())
			if test.want == "" {
				if !errors.Is(err, open) || f.Path() != filepath.Join(dir, "report.xlsx") {
					t.Errorf("got %v at %s, want an error", err, f.Path())
				}
				return
			}
			if err != nil || filepath.Base(f.Path()) != test.want {
				t.Fatalf("got %v at %s, want %s", err, f.Path(), test.want)
			}
			if moved := f.Wanted() != ""; moved != (test.want != "report.xlsx") {
				t.Errorf("Wanted is %q", f.Wanted())
			}
			if got := names(t, dir); !slices.Equal(got, []string{test.want}) {
				t.Errorf("the folder holds %q", got)
			}
		})
	}
}

func TestAFolderThatIsNotThere(t *testing.T) {
	for _, format := range Formats() {
		_, err := New(format, Options{Dir: filepath.Join(t.TempDir(), "missing"), AsOf: asOf})
		if !errors.Is(err, os.ErrNotExist) || !strings.HasPrefix(err.Error(), "report ") {
			t.Errorf("%s: got %v", format, err)
		}
	}
}

func TestAWriteThatFails(t *testing.T) {
	r := recorded()
	for _, format := range Formats() {
		o := options(t, r, audit.Bokmal)
		rep, err := New(format, o)
		if err != nil {
			t.Fatal(err)
		}
		switch rep := rep.(type) { // as on a full disk: nothing more can be written
		case *jsonLines:
			err = rep.temp.Close()
		case *workbook:
			err = rep.temp.Close()
		case *htmlPage:
			err = rep.temp.Close()
		case *gauges:
			err = rep.temp.Close()
		case *drafts: // without services it has nothing to write
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		err = rep.Finish(r.sum)
		if !errors.Is(err, os.ErrClosed) {
			t.Errorf("%s: Finish says %v", format, err)
		}
		rep.Discard()
		if left := names(t, o.Dir); len(left) > 0 {
			t.Errorf("%s: %q is left", format, left)
		}
	}
}
