package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// TestServicesCorpus reads each list and compares what is understood, or told, of it.
func TestServicesCorpus(t *testing.T) {
	files, _ := filepath.Glob("testdata/services/*.yaml")
	tables, _ := filepath.Glob("testdata/services/*.csv")
	files = append(files, tables...)
	if len(files) < 10 {
		t.Fatalf("%d lists found", len(files))
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := servicesIn(data, filepath.Base(file))
			if holdsNumber(got) {
				t.Errorf("a number is shown:\n%s", got)
			}
			golden(t, file+".txt", got)
		})
	}
}

// servicesIn is what the reader makes of a list: a line a service, or its errors.
func servicesIn(data []byte, name string) string {
	all, err := parseServices(bytes.NewReader(data), name)
	if err != nil {
		return err.Error() + "\n"
	}
	out := fmt.Sprintf("%d accepted\n", len(all))
	for _, s := range all {
		out += fmt.Sprintf("%q %q by %q, %q via %q in %s: receives %t, depends %s, arranged %s, asked %q, told %q, used by %q\n",
			s.Name, s.ID, s.Provider, s.Contact, s.Channel, s.Language, s.Receives, s.Depends, s.Arranged, s.Asked.String(), s.Told.String(), s.UsedBy)
	}
	return out
}

func TestServicesAreBounded(t *testing.T) {
	if got := servicesIn([]byte(strings.Repeat("#\n", servicesLimit/2+1)), "x.yaml"); !strings.Contains(got, "larger than 8 MiB") {
		t.Error(got)
	}
	if got := servicesIn([]byte("services:\n"+strings.Repeat("- {x: y}\n", 20_000)), "x.yaml"); strings.Count(got, "\n") != faultLimit {
		t.Errorf("%d faults told, want %d", strings.Count(got, "\n"), faultLimit)
	}
}

// FuzzServices holds that no bytes make the reader panic, and that what is accepted can stand in a report, a letter and
// a sheet.
func FuzzServices(f *testing.F) {
	files, _ := filepath.Glob("testdata/services/*")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data, isCSV(file))
	}
	f.Fuzz(func(t *testing.T, data []byte, csv bool) {
		name := "x.yaml"
		if csv {
			name = "x.csv"
		}
		all, err := parseServices(bytes.NewReader(data), name)
		if err != nil && (len(all) > 0 || !strings.HasPrefix(err.Error(), "x.")) {
			t.Fatalf("%d services, err %v", len(all), err)
		}
		for _, s := range all {
			for _, v := range append([]string{s.Name, s.ID, s.Provider, s.Contact, s.Channel}, s.UsedBy...) {
				if strings.ContainsAny(v, "\r\n\t\x00") || nin.BlankAll(v) != v || isFormula(v) {
					t.Errorf("accepted: %q", v)
				}
			}
			if s.Name == "" || s.Hits() && s.Tells() {
				t.Errorf("accepted: %+v", s)
			}
		}
	})
}

// FuzzFeide holds the same of a saved answer of Feide's list.
func FuzzFeide(f *testing.F) {
	f.Add([]byte(`[{"id":"a","name":{"nb":"A\r\nBcc: x"},"provider":{"name":"B"},"attributes":["norEduPersonNIN"]},{"id":1,"name":"=1","attributes":null}]`))
	f.Add([]byte(`[{"id":{},"name":[1]}]`))
	f.Fuzz(func(t *testing.T, data []byte) {
		o, err := parseFeide(bytes.NewReader(data), "x.json", audit.Nynorsk)
		if (o == nil) == (err == nil) {
			t.Fatalf("%v, err %v", o, err)
		}
		if err != nil {
			return
		}
		dir := t.TempDir()
		l, err := openServiceList(filepath.Join(dir, "services.yaml"))
		if err != nil {
			t.Fatal(err)
		}
		if l.merge(o); len(l.all) > 0 {
			if err := l.save(); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// TestImportLosesNothing imports into a list that somebody typed into, twice.
func TestImportLosesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "services.yaml")
	const typed = `# ours
services:
  # spoke with them in March
  - name: klasserom
    contact: hjelp@klasserom.example # Kari
    depends: yes
    arranged: no
    receives: no-one
  - {name: Lesebok, provider: Bok, depends: no}
`
	if err := os.WriteFile(path, []byte(strings.Replace(typed, "receives: no-one", "used_by: [student]", 1)), 0o640); err != nil {
		t.Fatal(err)
	}
	feide := `[{"id":"k1","name":{"nb":"Klasserom"},"provider":{"name":"Klasserom AS"},"attributes":["norEduPersonNIN"]},
{"id":"k2","name":{"nb":"Lesebok"},"provider":{"name":"Another"},"attributes":["norEduPersonNIN"]},
{"id":"k3","name":{"nb":"Lesebok"},"provider":{"name":"Third"},"attributes":["norEduPersonNIN"]},
{"id":"k4","name":{"nb":"Kart"},"attributes":["mail"]}]`
	for range 2 {
		o, err := parseFeide(strings.NewReader(feide), "feide.json", audit.Bokmal)
		if err != nil {
			t.Fatal(err)
		}
		l, err := openServiceList(path)
		if err != nil {
			t.Fatal(err)
		}
		l.merge(o)
		if err := l.save(); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want := `# ours
services:
  # spoke with them in March
  - name: klasserom
    id: k1
    provider: Klasserom AS
    contact: hjelp@klasserom.example # Kari
    depends: yes
    arranged: no
    used_by: [student]
  - {name: Lesebok, id: k2, provider: Bok, depends: no}
  - name: Lesebok (Third)
    id: k3
    provider: Third
    receives: yes
    depends: unknown
`
	if string(got) != want {
		t.Errorf("the list reads:\n%s", got)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("mode %v, err %v", info.Mode(), err)
	}
}
