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

// withoutNumbers takes the numbers of about so many entries away, evenly.
func (e *entries) withoutNumbers(many int) {
	for i := 0; i < len(e.all); i += max(len(e.all)/many, 1) {
		e.without(i, numberLine)
	}
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

// mended is how a test does what findings ask for, where that leaves a choice.
type mended struct {
	put  bool // another number is put in the place of a wrong one
	last bool // of several accounts the last is kept as it is
}

// merge takes every other account away. The one that is kept has the number of one of them, if it had none.
func (e *entries) merge(kept string, others []string) {
	for _, id := range others {
		i := e.find(id)
		if i < 0 {
			continue
		}
		number := numberLine.FindString(e.all[i])
		if k := e.find(kept); k >= 0 && number != "" && !numberLine.MatchString(e.all[k]) {
			e.all[k] += "\n" + strings.TrimSpace(number)
		}
		e.all = slices.Delete(e.all, i, i+1)
	}
}

// mend does what the text of a finding's rule asks for.
func (e *entries) mend(t *testing.T, rule string, ids []string, how mended) {
	t.Helper()
	if ids = slices.Clone(ids); how.last {
		slices.Reverse(ids)
	}
	at := func(n int) int { return e.find(ids[n]) }
	number := func(n int) {
		switch i := at(n); {
		case i < 0:
		case how.put:
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
		e.merge(ids[0], ids[1:])
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
	for name, how := range map[string]mended{
		"emptied": {}, "put right": {put: true}, "emptied, and the last kept": {last: true}, "put right, and the last kept": {true, true},
	} {
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
				e.mend(t, f.Rule, ids, how)
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

// TestDoingWhatAChangeAsksFor raises no alarm either, be it the night after or when the change is no longer shown.
func TestDoingWhatAChangeAsksFor(t *testing.T) {
	give := func(from, to *pupil) { to.number, from.number = from.number, "" }
	swapNames := func(a, b *pupil) { a.name, b.name = b.feideName(), a.feideName() }
	for name, c := range map[string]struct {
		told       string // of the change
		befall, do func(a, b *pupil)
	}{
		"moved, and brought back": {"change-number-moved", give, func(a, b *pupil) { give(b, a) }},
		"moved, and taken away":   {"change-number-moved", give, func(_, b *pupil) { b.number = "" }},
		"moved, and both given their own": {"change-number-moved", give,
			func(a, b *pupil) { a.number, b.number = b.number, synthetic(300) }},
		"swapped, and swapped back": {"change-number-moved", func(a, b *pupil) { a.number, b.number = b.number, a.number },
			func(a, b *pupil) { a.number, b.number = b.number, a.number }},
		"removed, and brought back": {"change-number-removed", func(a, _ *pupil) { a.number = "" },
			func(a, _ *pupil) { a.number = synthetic(101) }},
		"changed, and changed back": {"change-number-changed", func(a, _ *pupil) { a.number = synthetic(300) },
			func(a, _ *pupil) { a.number = synthetic(101) }},
		"a name used anew, and given back": {"change-principal-reused", func(a, b *pupil) { a.name, b.name = "other", "f01" },
			func(a, b *pupil) { a.name, b.name = "", "" }},
		"a name used anew, and another given": {"change-principal-reused", func(a, b *pupil) { a.name, b.name = "other", "f01" },
			func(_, b *pupil) { b.name = "another" }},
		"names swapped, and swapped back": {"change-principal-reused", swapNames, swapNames},
	} {
		for _, nights := range []int{0, 40} {
			t.Run(fmt.Sprintf("%s after %d more nights", name, nights), func(t *testing.T) {
				w := newWeek(t, 20, 2)
				a, b := w.schools[0].of("f01"), w.schools[0].of("f16")
				w.writeSchools()
				w.night("the night before", 0, nil)
				c.befall(a, b)
				w.writeSchools()
				if told := w.tell("it befalls"); !slices.ContainsFunc(told, func(line string) bool { return strings.HasPrefix(line, c.told+" ") }) {
					t.Fatalf("told %q", told)
				}
				w.day = w.day.AddDate(0, 0, nights)
				w.tell("it stands") // and what is too old is forgotten
				c.do(a, b)
				w.writeSchools()
				for _, line := range w.tell("it is put right") {
					if strings.Contains(line, " error new ") || strings.Contains(line, " critical new ") || strings.Contains(line, " reopened ") {
						t.Error(line)
					}
				}
			})
		}
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
