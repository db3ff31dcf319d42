package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"ninaudit/audit/catalog/planted"
)

var principalLine = regexp.MustCompile(`(?m)^eduPersonPrincipalName: (.*)$`)

// TestLettersAndComparisonsShowNoDigits audits a catalog full of numbers in the wrong fields on two nights, with services,
// letters, an export of the source system that holds the numbers themselves, and persons under protection; and reads
// every byte that was written.
func TestLettersAndComparisonsShowNoDigits(t *testing.T) {
	c := planted.Generate(planted.Options{Seed: 11, Persons: 3_000, AsOf: 20261123, Systematic: true, Dated: true})
	config := strings.Replace(corpusConfig, "accept_synthetic: true", "accept_synthetic: true\n    compare: known.csv", 1) +
		"history: {path: history.db, key_file: history.key}\nservices: services.yaml\n" +
		"reports: {formats: [xlsx, jsonl, html, eml], split: unit}\nprotected: {attributes: {uid: \"*7\"}}\n"
	a := &audited{dir: t.TempDir()}
	var services strings.Builder
	services.WriteString("services:\n")
	for i := range 30 {
		fmt.Fprintf(&services, "  - {name: Tjeneste %d, depends: %s, arranged: %s, language: %s}\n", i,
			[]string{"yes", "unknown"}[i%2], []string{"yes", "no", "unknown"}[i%3], languageNames()[i%3])
	}
	a.write(t, "services.yaml", []byte(services.String()))
	var known strings.Builder
	known.WriteString("principal;known;number\n")
	var ldif strings.Builder
	if err := c.WriteLDIF(&ldif); err != nil {
		t.Fatal(err)
	}
	e := readEntries([]byte(ldif.String()), c.Numbers())
	seen := map[string]bool{}
	for i, entry := range e.all {
		p := principalLine.FindStringSubmatch(entry)
		if p == nil || seen[strings.ToLower(p[1])] || i%7 == 0 {
			continue
		}
		seen[strings.ToLower(p[1])] = true
		fmt.Fprintf(&known, "%s;ja;%s\n", p[1], c.Numbers()[i%len(c.Numbers())])
	}
	a.write(t, "known.csv", []byte(known.String()))
	arrived := *e
	for i := 0; i < len(e.all); i += 25 {
		e.without(i, numberLine)
	}
	a.write(t, "fjordvik.ldif", e.ldif())
	a.scan(t, config)
	log := a.stderr.String()
	for i := 0; i < len(arrived.all); i += 25 {
		arrived.give(i)
	}
	a.write(t, "fjordvik.ldif", arrived.ldif())
	a.scan(t, config, "--as-of", "2026-11-24")
	if a.code != int(exitDone) {
		t.Fatalf("exit code %d\n%s", a.code, a.stderr.String())
	}
	leaks := leaksOf(c.Numbers())
	shown := a.everything(t)
	shown["the first night"] = log
	accounts := 0
	for name, text := range shown {
		if at := leakIn(text, leaks); at >= 0 {
			t.Errorf("%s shows digits of a number at byte %d", name, at)
		}
		if strings.HasSuffix(name, "-accounts.csv") {
			accounts += strings.Count(text, "@")
		}
	}
	if history, err := os.ReadFile(filepath.Join(a.dir, "history.db")); err != nil || leakIn(findingIDs.ReplaceAllString(string(history), ""), leaks) >= 0 {
		t.Errorf("the history shows digits of a number, or can not be read: %v", err)
	}
	if letters, _ := filepath.Glob(filepath.Join(a.dir, "out", "letters", "*")); len(letters) < 10 || accounts < 100 {
		t.Errorf("%d letters, %d accounts: the test tests nothing", len(letters), accounts)
	}
	if _, there := shown[filepath.Join("restricted", "ninaudit-2026-11-24.xlsx")+"/xl/workbook.xml"]; !there {
		t.Error("there is no restricted workbook")
	}
}
