package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"ninaudit/audit/nin"
)

// TestTheSampleTellsTheNotice: the built-in sample, kept as an export, tells the story of Feide's notice one night after
// another. A refugee pupil has no number, and of two services that depend on it one has arranged for that: the other is
// asked. The D-number arrives: the one is told, until somebody says that it was, and the other is asked still.
func TestTheSampleTellsTheNotice(t *testing.T) {
	sample, err := os.ReadFile("../../audit/catalog/sample.ldif")
	if err != nil {
		t.Fatal(err)
	}
	const pupil, created = "uid: illia.kovalchuk\n", "entryUUID: 9b051243-e38d-4382-88a8-b14cbee7bea7\n"
	if bytes.Count(sample, []byte(pupil)) != 1 || bytes.Count(sample, []byte(created)) != 1 {
		t.Fatal("the sample has another pupil who waits")
	}
	dir := t.TempDir()
	write := func(name string, content []byte) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("sample.ldif", sample)
	write("services.yaml", []byte(`services:
  - {name: Klasserom, provider: Klasserom AS, depends: yes, arranged: yes, used_by: [student]}
  - {name: Lesebok, provider: Bok AS, contact: hjelp@bok.example, depends: yes, used_by: [student]}
`))
	write("ninaudit.yaml", []byte(`catalogs: [{name: fjordvik, ldif: {path: sample.ldif}, accept_synthetic: true}]
history: {path: history.db, key_file: history.key}
services: services.yaml
reports: {dir: out, formats: [xlsx, jsonl, eml]}
`))
	day := time.Date(2026, 11, 23, 3, 0, 0, 0, time.UTC)
	do := func(args ...string) {
		t.Helper()
		var stdout, stderr bytes.Buffer
		args = append(args, "--config", filepath.Join(dir, "ninaudit.yaml"))
		if code := run(t.Context(), args, strings.NewReader(""), &stdout, &stderr, func() time.Time { return day }); code != 0 {
			t.Fatalf("%q: exit code %d\n%s", args, code, stderr.String())
		}
	}
	// told is which services are told of the pupil under a rule; nil where there is no such finding.
	told := func(rule string) []string {
		t.Helper()
		file, err := os.ReadFile(filepath.Join(dir, "out", "findings.jsonl"))
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(file)) {
			var f struct {
				Rule, Status string
				Persons      []struct{ Principal string }
				Services     []string
			}
			if err := json.Unmarshal([]byte(line), &f); err != nil {
				t.Fatal(err)
			}
			if f.Rule == rule && f.Status != "resolved" && len(f.Persons) == 1 && f.Persons[0].Principal == "illia.kovalchuk@fjordvik.no" {
				return f.Services
			}
		}
		return nil
	}
	letters := func() (names string) {
		t.Helper()
		all, err := filepath.Glob(filepath.Join(dir, "out", "letters", "*.eml"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range all {
			name := strings.TrimSuffix(filepath.Base(file), ".eml")
			names += name[:strings.Index(name, "-")] + name[strings.LastIndex(name, "-"):] + " "
		}
		return names
	}
	night := func(what, rule string, services []string, drafts string) {
		t.Helper()
		do("scan")
		if got := told(rule); !slices.Equal(got, services) {
			t.Errorf("%s: %s tells of %q, want %q", what, rule, got, services)
		}
		if got := letters(); got != drafts {
			t.Errorf("%s: the letters are %q, want %q", what, got, drafts)
		}
		day = day.AddDate(0, 0, 1)
	}
	night("without a number", "pending-number", []string{"Lesebok"}, "lesebok-ask ")
	write("sample.ldif", bytes.Replace(sample, []byte(created), fmt.Appendf(nil, "%snorEduPersonNIN: %s\n", created, unused(t, sample)), 1))
	night("the D-number arrives", "change-number-added", []string{"Klasserom"}, "klasserom-tell lesebok-ask ")
	if got := told("pending-number"); got != nil {
		t.Errorf("the pupil waits still: %q", got)
	}
	night("the night after", "pending-number", nil, "klasserom-tell lesebok-ask ")
	do("services", "told", "Klasserom", "--until", day.AddDate(0, 0, -1).Format(time.DateOnly))
	night("it has been told", "pending-number", nil, "lesebok-ask ")
}

// unused is a synthetic D-number of the pupil's birth date that nobody in the catalog has.
func unused(t *testing.T, catalog []byte) string {
	t.Helper()
	p := nin.Parser{On: 20261123, AcceptSynthetic: true}
	for tail := 90_000; tail < 100_000; tail++ {
		number := fmt.Sprintf("598218%05d", tail)
		if n := p.Parse(number); n.Kind() == nin.D && n.Fault() == nin.Fine && n.Birth() == 20180219 && !bytes.Contains(catalog, []byte(number)) {
			return number
		}
	}
	t.Fatal("every number is taken")
	return ""
}
