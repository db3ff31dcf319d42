package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"ninaudit/audit/catalog/planted"
)

// entries is an LDIF file, an entry a string, in which a test does what findings ask for.
type entries struct {
	all  []string
	next int // the next number to be given to somebody
	used map[string]bool
}

func readEntries(ldif []byte, numbers []string) *entries {
	e := &entries{all: strings.Split(strings.TrimSpace(string(ldif)), "\n\n"), used: map[string]bool{}}
	for _, n := range numbers {
		e.used[n] = true
	}
	return e
}

func (e *entries) ldif() []byte { return []byte(strings.Join(e.all, "\n\n") + "\n") }

// find is the place of the entry with an ID; -1 where it has been taken away.
func (e *entries) find(id string) int {
	return slices.IndexFunc(e.all, func(s string) bool { return strings.Contains(s, "entryUUID: "+id) })
}

// without takes the lines of an entry away that match.
func (e *entries) without(i int, line *regexp.Regexp) {
	e.all[i] = strings.TrimSpace(line.ReplaceAllString(e.all[i], ""))
}

var (
	numberLine = regexp.MustCompile(`(?m)^norEduPersonNIN:.*\n?`)
	mailLine   = regexp.MustCompile(`(?m)^mail:.*\n?`)
	birthLine  = regexp.MustCompile(`(?m)^norEduPersonBirthDate:.*$`)
	nameLine   = regexp.MustCompile(`(?m)^eduPersonPrincipalName:.*\n?`)
	exposed    = regexp.MustCompile(`\d{6}[ .]?\d{5}`)
)

// give gives an entry a number that nobody has, and the birth date that belongs to it.
func (e *entries) give(i int) {
	number := ""
	for number == "" || e.used[number] {
		number = synthetic(e.next)
		e.next++
	}
	e.used[number] = true
	e.without(i, numberLine)
	e.all[i] = birthLine.ReplaceAllString(e.all[i], "norEduPersonBirthDate: "+strings.ReplaceAll(birthOf(e.next-1).String(), "-", ""))
	e.all[i] += "\nnorEduPersonNIN: " + number
}

// hide takes numbers out of every field but their own.
func (e *entries) hide(i int) {
	lines := strings.Split(e.all[i], "\n")
	for n, line := range lines {
		if !numberLine.MatchString(line) && !strings.HasPrefix(line, "entryUUID") && !strings.HasPrefix(line, "createTimestamp") {
			lines[n] = exposed.ReplaceAllString(line, fmt.Sprintf("bruker%d", i))
		}
	}
	e.all[i] = strings.Join(lines, "\n")
}

// mend does what the text of a finding's rule asks for. Where it leaves a choice between another number and none, put
// says which.
func (e *entries) mend(t *testing.T, rule string, ids []string, put bool) {
	t.Helper()
	at := func(n int) int { return e.find(ids[n]) }
	number := func(n int) {
		switch i := at(n); {
		case i < 0:
		case put:
			e.give(i)
		default:
			e.without(i, numberLine)
		}
	}
	switch rule {
	case "nin-malformed", "nin-placeholder", "nin-date", "nin-checksum", "nin-early-2032", "nin-synthetic",
		"nin-other-kind", "nin-snumber", "nin-duf", "nin-birthdate", "nin-unissued", "nin-batch":
		for n := range ids {
			number(n)
		}
	case "pending-number", "pending-duf":
		if i := at(0); i >= 0 {
			e.give(i)
		}
	case "overlay":
		for n := range ids[1:] {
			number(n + 1)
		}
	case "duplicate-number", "duplicate-person":
		for n := range ids[1:] {
			if i := at(n + 1); i >= 0 {
				e.all = slices.Delete(e.all, i, i+1)
			}
		}
	case "duplicate-principal", "duplicate-mail":
		for n := range ids[1:] {
			if i := at(n + 1); i >= 0 && rule == "duplicate-mail" {
				e.without(i, mailLine)
			} else if i >= 0 {
				e.without(i, nameLine)
				e.all[i] += fmt.Sprintf("\neduPersonPrincipalName: renamed%d.%d@fjordvik.example", i, n)
			}
		}
	case "nin-exposed":
		for n := range ids {
			if i := at(n); i >= 0 {
				e.hide(i)
			}
		}
	case "overlap":
	default:
		t.Errorf("nothing is known of what %s asks for", rule)
	}
}

// TestDoingWhatTheReportSays raises no alarm: whatever a finding asked for is done in the catalog, and the next night
// tells no new error, nor is any of the findings back.
func TestDoingWhatTheReportSays(t *testing.T) {
	for name, put := range map[string]bool{"emptied": false, "put right": true} {
		t.Run(name, func(t *testing.T) {
			c := planted.Generate(planted.Options{Seed: 8, Persons: 4_000, AsOf: 20261123, Dated: true})
			a := scanCorpus(t, c, corpusConfig+"history: {path: history.db}\n")
			if a.code != 0 {
				t.Fatalf("exit code %d\n%s", a.code, a.stderr.String())
			}
			e := readEntries(a.ldif, c.Numbers())
			asked := map[string]int{}
			for _, f := range a.lines(t) {
				ids := make([]string, len(f.Persons))
				for i, p := range f.Persons {
					ids[i] = p.ID
				}
				e.mend(t, f.Rule, ids, put)
				asked[f.Rule]++
			}
			a.write(t, "fjordvik.ldif", e.ldif())
			tomorrow := corpusDay().AddDate(0, 0, 1)
			a.stderr.Reset()
			args := []string{"scan", "--config", filepath.Join(a.dir, "ninaudit.yaml"), "--out", filepath.Join(a.dir, "out")}
			if code := run(t.Context(), args, strings.NewReader(""), &a.stdout, &a.stderr, func() time.Time { return tomorrow }); code != 0 {
				t.Fatalf("exit code %d\n%s", code, a.stderr.String())
			}
			resolved := map[string]int{}
			for _, f := range a.lines(t) {
				switch {
				case f.Status == "resolved":
					resolved[f.Rule]++
				case f.Status != "standing" && (f.Severity == "error" || f.Severity == "critical"):
					t.Errorf("%s %s %s: %s", f.Rule, f.Severity, f.Status, f.Message)
				}
			}
			for rule, n := range asked {
				if resolved[rule] < n && rule != "overlap" {
					t.Errorf("%s: %d of %d are resolved", rule, resolved[rule], n)
				}
			}
			if len(asked) < 15 {
				t.Errorf("only %d rules asked for something", len(asked))
			}
		})
	}
}

// line is one finding of findings.jsonl.
type line struct {
	Rule, Severity, Status, Message string
	Persons                         []struct{ ID, Principal string }
}

// lines are all findings.
func (a *audited) lines(t *testing.T) []line {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(a.dir, "out", "findings.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	var all []line
	for l := range bytes.Lines(b) {
		var f line
		if err := json.Unmarshal(l, &f); err != nil {
			t.Fatal(err)
		}
		if f.Rule != "" {
			all = append(all, f)
		}
	}
	return all
}
