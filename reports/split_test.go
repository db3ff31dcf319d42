package reports

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"ninaudit/audit"
)

// divided writes the workbooks of a recording's units, and gives their folders.
func divided(t *testing.T, r *recording, o Options) (folders []string) {
	t.Helper()
	r.play(t, must[audit.Report](t)(NewSplit(o)))
	units, err := os.ReadDir(filepath.Join(o.Dir, "units"))
	if err != nil {
		t.Fatal(err)
	}
	for _, u := range units {
		folders = append(folders, u.Name())
	}
	return folders
}

func unitBook(t *testing.T, dir, folder string) *excelize.File {
	t.Helper()
	book := must[*excelize.File](t)(excelize.OpenFile(filepath.Join(dir, "units", folder, "ninaudit-2026-11-23.xlsx")))
	t.Cleanup(func() { _ = book.Close() })
	return book
}

// TestAUnitSeesItsOwn and of others only that there is somebody.
func TestAUnitSeesItsOwn(t *testing.T) {
	r := withTrend(settled())
	o := options(t, r, audit.Bokmal)
	o.NIN = NINMasked
	folders := divided(t, r, o)
	want := []string{"alvik-skole", "fjordvik-ungdomsskole", "fjordvik-videregaende-skole", "ovre-skole", "solbakken-barneskole", "uvdal-skule"}
	if diff := cmp.Diff(want, folders); diff != "" {
		t.Fatalf("folders (-want +got):\n%s", diff)
	}
	units := map[string]string{"alvik-skole": "Ålvik skole", "fjordvik-ungdomsskole": "Fjordvik ungdomsskole", "ovre-skole": "Øvre skole",
		"fjordvik-videregaende-skole": "Fjordvik videregående skole", "solbakken-barneskole": "Solbakken barneskole", "uvdal-skule": "Uvdal skule"}
	for folder, name := range units {
		file := must[[]byte](t)(os.ReadFile(filepath.Join(o.Dir, "units", folder, "ninaudit-2026-11-23.xlsx")))
		all := part(t, file, "")
		var subjects []audit.Subject
		for _, f := range append(r.findings, r.sum.Events...) {
			subjects = append(subjects, f.Subjects...)
		}
		r.sum.Ledger(func(w *audit.Wait) bool { subjects = append(subjects, w.Subject); return true })
		for i := range subjects {
			s := &subjects[i]
			if s.Unit == name {
				continue
			}
			for _, of := range []string{s.Principal, s.ID, clean(s.Name)} { // Kari Nordmann is also who decided
				if len(of) > 3 && of != "Kari Nordmann" && bytes.Contains(all, []byte(of)) {
					t.Errorf("%s reads of somebody at %s: %q", name, s.Unit, of)
				}
			}
		}
		if text := flat(t, unitBook(t, o.Dir, folder), "Sammendrag"); !strings.HasPrefix(text, name+" – ") || strings.Contains(text, "DUBLETTER") {
			t.Errorf("%s: the first page says\n%s", name, text)
		}
	}
	book := unitBook(t, o.Dir, "uvdal-skule")
	at := slices.Index(cells(t, book, "Funn", "Funn-ID"), "0e01")
	for head, want := range map[string]string{"Navn": "en bruker ved en annen enhet\nOleksandra Shevchenko", "Enhet": "\nUvdal skule",
		"Slags nummer": "\nfødselsnummer", "Feide-navn": "\nbruker0110@uvdal.no", "Hva ble funnet": "2 ulike personer har samme nummer."} {
		if got := cells(t, book, "Funn", head); at < 0 || got[at] != want {
			t.Errorf("%s of the overlay: %q, want %q", head, got, want)
		}
	}
}

// TestAUnitCountsItsOwn cases and waits.
func TestAUnitCountsItsOwn(t *testing.T) {
	r := withTrend(settled())
	o := options(t, r, audit.Bokmal)
	divided(t, r, o)
	text := flat(t, unitBook(t, o.Dir, "ovre-skole"), "Sammendrag")
	for _, want := range []string{"0 | 0 | 0 | 0 | 0 | 0\n", "UTEN NUMMER | 0–30 d: 1 · 31–90: 0 · 91–180: 2 · over 180: 0. Ved skolestart 17.08.2027: 0 over fristen.", "Alvor | Nå\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if rows := must[[][]string](t)(unitBook(t, o.Dir, "ovre-skole").GetRows("Uten nummer")); len(rows) != listHeader+3 {
		t.Errorf("%d rows of waits", len(rows)-listHeader)
	}
}

// TestFoldersOfUnits stay within their folder, and two units never share one.
func TestFoldersOfUnits(t *testing.T) {
	units := map[unit]*share{}
	names := []string{"Fjordvik skole", "fjordvik  skole!", "../../etc", "", "Ærlig Øst Å", "学校", "CON", strings.Repeat("x", 200), strings.Repeat("ord ", 60), "a/b\\c:d\x00"}
	for _, n := range names {
		units[unit{"fjordvik", n}] = nil
	}
	units[unit{"uvdal", "Fjordvik skole"}] = nil
	seen := map[string]bool{}
	for u, folder := range folderNames(units) {
		if seen[folder] || folder == "" || len(folder) > longestFolder+9 || strings.Trim(folder, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			t.Errorf("%q is called %q", u.name, folder)
		}
		seen[folder] = true
	}
	if !seen["aerlig-ost-a"] || !seen["etc"] || seen["fjordvik-skole"] {
		t.Errorf("folders %v", seen)
	}
}

// TestDividedLeavesNothing where it comes to nothing.
func TestDividedLeavesNothing(t *testing.T) {
	r := settled()
	o := options(t, r, audit.Bokmal)
	rep := must[audit.Report](t)(NewSplit(o))
	for _, f := range r.findings {
		if err := rep.Finding(f); err != nil {
			t.Fatal(err)
		}
	}
	if err := rep.Finish(r.sum); err != nil {
		t.Fatal(err)
	}
	rep.Discard()
	if left := names(t, o.Dir); len(left) > 0 {
		t.Errorf("%q is left", left)
	}
}

// TestDelivery puts a copy where its readers may open it, and nothing before it is whole.
func TestDelivery(t *testing.T) {
	r := settled()
	o := options(t, r, audit.Bokmal)
	to := t.TempDir()
	o.Deliver = &Delivery{Dir: to, Group: os.Getgid(), Mode: 0o640}
	for _, make := range []func(Options) (audit.Report, error){NewWorkbook, NewHTML, NewSplit, NewJSONLines} {
		rep := must[audit.Report](t)(make(o))
		for _, f := range r.findings {
			if err := rep.Finding(f); err != nil {
				t.Fatal(err)
			}
		}
		if err := rep.Finish(r.sum); err != nil {
			t.Fatal(err)
		}
		_ = filepath.WalkDir(to, func(path string, d fs.DirEntry, _ error) error {
			if ours, _ := filepath.Match(tempPattern, d.Name()); !d.IsDir() && !ours && strings.Contains(path, "-23") && d.Type().IsRegular() {
				if at, err := d.Info(); err == nil && at.Size() < 100 {
					t.Errorf("%s stands before it is whole", path)
				}
			}
			return nil
		})
		if err := rep.Publish(); err != nil {
			t.Fatal(err)
		}
		rep.Discard()
	}
	var found []string
	err := filepath.WalkDir(to, func(path string, d fs.DirEntry, err error) error {
		at := must[fs.FileInfo](t)(d.Info())
		rel := must[string](t)(filepath.Rel(to, path))
		switch {
		case rel == ".":
			return err
		case d.IsDir() && at.Mode().Perm() != 0o750:
			t.Errorf("%s has mode %v", rel, at.Mode())
		case !d.IsDir():
			found = append(found, filepath.ToSlash(rel))
			if at.Mode().Perm() != 0o640 {
				t.Errorf("%s has mode %v", rel, at.Mode())
			}
			if here := must[[]byte](t)(os.ReadFile(filepath.Join(o.Dir, rel))); !bytes.Equal(here, must[[]byte](t)(os.ReadFile(path))) {
				t.Errorf("%s is another than the one here", rel)
			}
		}
		return err
	})
	if err != nil || len(found) != 8 || slices.Contains(found, "findings.jsonl") {
		t.Errorf("delivered: %q, %v", found, err)
	}
}

// TestDeliveryThatFails is told before anything stands anywhere.
func TestDeliveryThatFails(t *testing.T) {
	r := settled()
	o := options(t, r, audit.Bokmal)
	o.Deliver = &Delivery{Dir: filepath.Join(t.TempDir(), "gone"), Group: -1, Mode: 0o640}
	rep := must[audit.Report](t)(NewWorkbook(o))
	err := rep.Finish(r.sum)
	if err == nil || !strings.Contains(err.Error(), "delivery") {
		t.Errorf("Finish says %v", err)
	}
	rep.Discard()
	if left := names(t, o.Dir); len(left) > 0 {
		t.Errorf("%q is left", left)
	}
}
