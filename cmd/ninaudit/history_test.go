package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ninaudit/audit"
	"ninaudit/audit/history"
	"ninaudit/audit/scan"
)

// oneEntry is a catalog of one person whose control digits fail.
const oneEntry = `dn: uid=ada,dc=fjordvik,dc=no
objectClass: norEduPerson
uid: ada
eduPersonPrincipalName: ada@fjordvik.no
norEduPersonNIN: 20036914712
`

// TestOldReportsAreRemoved holds which runs remove reports that are older than they are kept, and what dead runs left
// behind. It is the 23rd of November 2026.
func TestOldReportsAreRemoved(t *testing.T) {
	const withHistory = corpusConfig + "history: {path: history.db}\n"
	for _, c := range []struct {
		name, config   string
		args           []string
		removed, swept bool
	}{
		{name: "a night", config: withHistory, removed: true, swept: true},
		{name: "no section history", config: corpusConfig, removed: true},
		{name: "without history", config: withHistory, args: []string{"--no-history"}, removed: true},
		{name: "kept for ever", config: withHistory + "reports: {keep: 0d}\n", swept: true},
		{name: "kept for longer", config: withHistory + "reports: {keep: 91d}\n", swept: true},
		{name: "a rehearsal", config: withHistory, args: []string{"--dry-run"}},
		{name: "some rules", config: withHistory, args: []string{"--rules", "nin-*"}},
		{name: "some catalogs", config: withHistory, args: []string{"fjordvik"}},
		{name: "a day to come", config: withHistory, args: []string{"--as-of", "2027-08-15"}, removed: true, swept: true},
		{name: "a day long ago", config: corpusConfig, args: []string{"--as-of", "2026-11-22"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := &audited{dir: t.TempDir()}
			if err := os.Mkdir(filepath.Join(a.dir, "out"), 0o700); err != nil {
				t.Fatal(err)
			}
			a.write(t, "fjordvik.ldif", []byte(oneEntry))
			a.write(t, "out/ninaudit-2026-08-24.xlsx", nil) // 91 days ago
			a.write(t, "out/ninaudit-2026-08-25.xlsx", nil)
			a.write(t, "out/.ninaudit-1.tmp", nil)
			a.scan(t, c.config, append([]string{"--format", "jsonl"}, c.args...)...)
			if a.code != int(exitDone) {
				t.Fatalf("exit code %d\n%s", a.code, a.stderr.String())
			}
			want := []string{"findings.jsonl", "ninaudit-2026-08-25.xlsx"}
			if !c.removed {
				want = []string{"findings.jsonl", "ninaudit-2026-08-24.xlsx", "ninaudit-2026-08-25.xlsx"}
			}
			if !c.swept {
				want = append([]string{".ninaudit-1.tmp"}, want...)
			}
			if diff := cmp.Diff(want, a.files(t)); diff != "" {
				t.Errorf("(-want +left):\n%s", diff)
			}
			if told := strings.Contains(a.stderr.String(), `"old reports removed","count":1`); told != c.removed {
				t.Errorf("the log tells of it: %t, want %t", told, c.removed)
			}
		})
	}
}

// files are the names in the folder of the reports.
func (a *audited) files(t *testing.T) []string {
	t.Helper()
	left, err := os.ReadDir(filepath.Join(a.dir, "out"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range left {
		names = append(names, f.Name())
	}
	return names
}

// TestReportsAreKeptWithoutAConfiguration: a file that is audited in passing removes nothing.
func TestReportsAreKeptWithoutAConfiguration(t *testing.T) {
	a := &audited{dir: t.TempDir()}
	if err := os.Mkdir(filepath.Join(a.dir, "out"), 0o700); err != nil {
		t.Fatal(err)
	}
	a.write(t, "fjordvik.ldif", []byte(oneEntry))
	a.write(t, "out/ninaudit-2020-01-01.xlsx", nil)
	code := run(t.Context(), []string{"scan", "--out", filepath.Join(a.dir, "out"), filepath.Join(a.dir, "fjordvik.ldif")},
		strings.NewReader(""), &a.stdout, &a.stderr, corpusDay)
	want := []string{"findings.jsonl", "ninaudit-2020-01-01.xlsx", "ninaudit-2026-11-23.xlsx"}
	if diff := cmp.Diff(want, a.files(t)); code != 0 || diff != "" {
		t.Errorf("exit code %d (-want +left):\n%s", code, diff)
	}
}

// TestADayToComeIsTold: a run of a later day locks every night until then out, so it is told.
func TestADayToComeIsTold(t *testing.T) {
	const told = "every run before that day will be refused"
	for args, want := range map[string]bool{
		"--as-of 2026-11-24": true, "--as-of 2026-11-23": false, "--as-of 2027-08-15 --dry-run": false,
		"--as-of 2027-08-15 --no-history": false,
	} {
		a := &audited{dir: t.TempDir()}
		a.write(t, "fjordvik.ldif", []byte(oneEntry))
		a.scan(t, corpusConfig+"history: {path: history.db}\n", strings.Fields(args)...)
		if got := strings.Contains(a.stderr.String(), told); got != want || a.code != int(exitDone) {
			t.Errorf("%s: told %t, want %t; exit code %d", args, got, want, a.code)
		}
	}
}

func TestShrinks(t *testing.T) {
	const text = `
catalogs:
  - {name: a, ldif: {path: a.ldif}, max_shrink: 0%}
  - {name: b, ldap: {url: "ldaps://h", base: "dc=b"}}`
	c, err := parseConfig(strings.NewReader(text), "n.yaml", ruleIDs())
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]scan.Shrink{"a": {Most: 0}, "b": {Most: 10, Certain: true}}
	if diff := cmp.Diff(want, shrinks(c)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestHistoryConfig(t *testing.T) {
	for text, want := range map[string]*historyConfig{
		"":                            nil,
		"history: {path: history.db}": {"etc/history.db", "etc/history.key", 2},
		"history: {path: state/past, confirm: 1}":                     {"etc/state/past", "etc/state/past.key", 1},
		"history: {path: /var/n.db, key_file: ../keys/k, confirm: 2}": {"/var/n.db", "keys/k", 2},
	} {
		c, err := parseConfig(strings.NewReader("catalogs: [{name: a, ldif: {path: a.ldif}}]\n"+text), "etc/n.yaml", ruleIDs())
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, c.History); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
	}
}

// TestTrends follows rules through more runs than are shown, a rule of another version among them.
func TestTrends(t *testing.T) {
	var runs []history.Run
	for i := range trendRuns + 1 {
		runs = append(runs, history.Run{Counts: []history.Count{
			{Rule: "of-another-version", Status: audit.Standing, N: 1},
			{Rule: "overlay", Status: audit.New, N: i}, {Rule: "overlay", Status: audit.Standing, N: i},
			{Rule: "overlay", Status: audit.Resolved, N: 100},
		}})
	}
	runs[7].Counts = nil
	got := trends(runs)
	if len(got) != 2 || got[0].Rule != "overlay" || got[1].Rule != "of-another-version" {
		t.Fatalf("trends %+v", got)
	}
	if o := got[0]; o.First != 2 || o.Last != 60 || o.Least != 0 || o.Most != 60 || len(o.Open) != trendRuns {
		t.Errorf("trend %+v", o)
	}
}

func TestSparkline(t *testing.T) {
	if got := sparkline([]int{0, 1, 50, 99, 100}); got != "▁▂▅██" {
		t.Errorf("sparkline %q", got)
	}
	if got := sparkline([]int{0, 0}); got != "▁▁" {
		t.Errorf("sparkline of nothing %q", got)
	}
}
