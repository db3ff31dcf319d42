package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ninaudit/audit/nin"
	"ninaudit/rules"
)

// TestWaiversCorpus reads each file of decisions and compares what is understood, or told, of it.
func TestWaiversCorpus(t *testing.T) {
	files, err := filepath.Glob("testdata/waivers/*.yaml")
	if err != nil || len(files) < 10 {
		t.Fatalf("%d files found, err %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".yaml"), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := understood(data, filepath.Base(file))
			if holdsNumber(got) {
				t.Errorf("a number is shown:\n%s", got)
			}
			golden(t, strings.TrimSuffix(file, ".yaml")+".txt", got)
		})
	}
}

// understood is what the reader makes of a file: a line a decision, or its errors.
func understood(data []byte, name string) string {
	waivers, err := parseWaivers(bytes.NewReader(data), name, rules.All(rules.DefaultOptions()))
	if err != nil {
		return err.Error() + "\n"
	}
	out := fmt.Sprintf("%d accepted\n", len(waivers))
	for _, w := range waivers {
		out += fmt.Sprintf("%s: finding %q, rule %q, persons %q, never %t: %q by %q until %s\n",
			w.Where, w.Finding, w.Rule, w.Persons, w.Never, w.Reason, w.By, w.Until)
	}
	return out
}

func TestWaiversAreBounded(t *testing.T) {
	if got := understood([]byte(strings.Repeat("#\n", configLimit)), "x.yaml"); !strings.Contains(got, "larger than 1 MiB") {
		t.Error(got)
	}
	many := "waivers:\n" + strings.Repeat("- {finding: x}\n", 20_000)
	if got := understood([]byte(many), "x.yaml"); strings.Count(got, "\n") != faultLimit {
		t.Errorf("%d faults told, want %d", strings.Count(got, "\n"), faultLimit)
	}
	long := "no_number: [{person: a, reason: \"" + strings.Repeat("ø", wordsLimit+1) + "\", by: b, until: 2027-01-01}]"
	if got := understood([]byte(long), "x.yaml"); !strings.Contains(got, "too long") {
		t.Error(got)
	}
}

// FuzzWaivers holds that no bytes make the reader panic, that each error names the file and a line, and that what is
// accepted is whole and holds nobody's number.
func FuzzWaivers(f *testing.F) {
	files, _ := filepath.Glob("testdata/waivers/*.yaml")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	all := rules.All(rules.DefaultOptions())
	f.Fuzz(func(t *testing.T, data []byte) {
		waivers, err := parseWaivers(bytes.NewReader(data), "x.yaml", all)
		if err != nil && (len(waivers) > 0 || !strings.HasPrefix(err.Error(), "x.yaml:")) {
			t.Fatalf("%d decisions, err %v", len(waivers), err)
		}
		for _, w := range waivers {
			text := strings.Join(append([]string{w.Reason, w.By}, w.Persons...), "\n")
			if w.Reason == "" || w.By == "" || !w.Until.Exists() || (w.Finding == "") == (w.Rule == "") ||
				(w.Rule == "") != (len(w.Persons) == 0) || nin.BlankAll(text) != text {
				t.Errorf("accepted: %+v", w)
			}
		}
	})
}
