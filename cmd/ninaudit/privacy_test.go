package main

import (
	"archive/zip"
	"encoding/base64"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"ninaudit/audit/catalog/planted"
)

// window is how many digits of a number in a row count as a leak: more than a date, fewer than any
// number.
const window = 7

// notNumbers are digits that are nobody's: UUIDs and the IDs of findings.
var notNumbers = regexp.MustCompile(`[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9a-f]{20}\b`)

// TestNothingShowsDigitsOfANumber reads every byte of the reports, the log and the terminal of a
// full run on a catalog in which numbers stand in all fields where they should not.
func TestNothingShowsDigitsOfANumber(t *testing.T) {
	c := planted.Generate(planted.Options{Seed: 4, Persons: 10_000, AsOf: 20261123, Systematic: true})
	a := scanCorpus(t, c, corpusConfig)
	if a.code != int(exitDone) {
		t.Fatalf("exit code %d\n%s", a.code, a.stderr.String())
	}
	leaks := leaksOf(c.Numbers())
	if len(leaks) < 10_000 {
		t.Fatalf("the catalog has %d windows of digits", len(leaks))
	}
	if !strings.Contains(string(a.ldif), "uid: "+uidNumber(c)) {
		t.Fatal("nobody's uid is a number: the catalog tests nothing")
	}
	shown := a.everything(t)
	for name, text := range shown {
		if len(text) == 0 {
			t.Errorf("%s is empty", name)
		}
		if at := leakIn(text, leaks); at >= 0 {
			t.Errorf("%s shows digits of a number at byte %d", name, at)
		}
	}
	if len(shown) < 10 {
		t.Errorf("only %d parts were read", len(shown))
	}
	// The test sees what it looks for: the catalog itself is full of it.
	if leakIn(string(a.ldif), leaks) < 0 {
		t.Error("no digits are found in the catalog either")
	}
}

// findingIDs are the IDs of findings as they stand in the database, with nothing between them and the next column.
var findingIDs = regexp.MustCompile(`[0-9a-f]{20}`)

// TestTheHistoryHoldsNoDigits audits a catalog on two nights, the second one without a fifth of its entries and with
// numbers that came, went and moved, and reads every byte that was written: history, key, reports, log and terminal.
func TestTheHistoryHoldsNoDigits(t *testing.T) {
	c := planted.Generate(planted.Options{Seed: 9, Persons: 3_000, AsOf: 20261123, Systematic: true, Dated: true})
	const config = corpusConfig + "history: {path: history.db, key_file: history.key}\n"
	a := scanCorpus(t, c, strings.Replace(config, "language: nb", "language: nb\nreports: {waiting: [1d, 2d, 3d]}", 1))
	if a.code != int(exitDone) {
		t.Fatalf("exit code %d\n%s", a.code, a.stderr.String())
	}
	leaks := leaksOf(c.Numbers())
	first := a.stderr.String() + a.stdout.String()
	e := readEntries(a.ldif, c.Numbers())
	for i := 0; i+5 < len(e.all); i += 50 {
		number := numberLine.FindString(e.all[i])
		e.without(i, numberLine)
		e.without(i+1, numberLine)
		e.all[i+1] += "\n" + strings.TrimSpace(number) // it moves
		e.give(i + 2)
		e.all[i+3] = strings.Replace(e.all[i+3], "uid: ", "uid: x", 1)
		e.without(i+4, mailLine)
	}
	e.all = e.all[:len(e.all)*4/5]
	a.write(t, "fjordvik.ldif", e.ldif())
	a.scan(t, config, "--as-of", "2026-11-24", "--accept-shrink", "fjordvik")
	if a.code != int(exitDone) || !strings.Contains(string(a.jsonl(t)), `"rule":"change-number-moved"`) {
		t.Fatalf("exit code %d\n%s", a.code, a.stderr.String())
	}
	shown := a.everything(t)
	shown["the first night"] = first
	for _, name := range []string{"history.db", "history.key"} {
		b, err := os.ReadFile(filepath.Join(a.dir, name))
		if err != nil {
			t.Fatal(err)
		}
		shown[name] = findingIDs.ReplaceAllString(string(b), "")
	}
	others, err := filepath.Glob(filepath.Join(a.dir, "history*"))
	if err != nil || len(others) > 3 { // the two, and the lock
		t.Errorf("the history's files are %v, %v", others, err)
	}
	for name, text := range shown {
		if at := leakIn(text, leaks); at >= 0 {
			t.Errorf("%s shows digits of a number at byte %d", name, at)
		}
	}
	if !strings.Contains(shown["history.db"], "overlay") {
		t.Error("the history's bytes are not as they were read")
	}
}

// leaksOf are the runs of digits that must be shown nowhere.
func leaksOf(numbers []string) map[string]bool {
	leaks := map[string]bool{}
	for _, n := range numbers {
		for i := 0; i+window <= len(n); i++ {
			if w := n[i : i+window]; strings.Trim(w, "0123456789") == "" && strings.Trim(w, w[:1]) != "" {
				leaks[w] = true
			}
		}
	}
	return leaks
}

// leakIn is the place of the first run of digits that is a leak, or -1.
func leakIn(text string, leaks map[string]bool) int {
	text = notNumbers.ReplaceAllStringFunc(text, func(s string) string { return strings.Repeat("x", len(s)) })
	digits := 0
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			digits = 0
			continue
		}
		if digits++; digits >= window && leaks[text[i+1-window:i+1]] {
			return i + 1 - window
		}
	}
	return -1
}

// uidNumber is a uid that is a number, as some system makes them.
func uidNumber(c *planted.Catalog) string {
	for _, k := range c.Truth() {
		if k.Rule == "nin-exposed" && len(k.UIDs[0]) == 11 && strings.Trim(k.UIDs[0], "0123456789") == "" {
			return k.UIDs[0]
		}
	}
	return "none"
}

// everything is all that a run has shown, by name: each report, each part of the workbook, log and
// terminal.
func (a *audited) everything(t *testing.T) map[string]string {
	t.Helper()
	shown := map[string]string{"the log": a.stderr.String(), "the terminal": a.stdout.String()}
	err := filepath.WalkDir(filepath.Join(a.dir, "out"), func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(filepath.Join(a.dir, "out"), file)
		if err != nil {
			return err
		}
		shown[name] = string(content)
		if info, err := d.Info(); err != nil || info.Mode().Perm() != 0o600 {
			return fmt.Errorf("%s: mode %v, %v", d.Name(), info.Mode(), err)
		}
		if filepath.Ext(file) == ".xlsx" {
			delete(shown, name)
			return unzip(file, name, shown)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return shown
}

func unzip(file, name string, shown map[string]string) error {
	z, err := zip.OpenReader(file)
	if err != nil {
		return err
	}
	defer z.Close()
	for _, part := range z.File {
		r, err := part.Open()
		if err != nil {
			return err
		}
		content, err := io.ReadAll(r)
		if err != nil {
			return err
		}
		shown[name+"/"+part.Name] = string(content)
	}
	return nil
}

// hiding is a catalog in which one number, published as a wrong one, stands in every disguise. The entry with
// the number itself is what the program knows it by, in a way of its own in each test.
const hiding = `version: 1

dn: uid=good,dc=no
objectClass: norEduPerson
createTimestamp: 20250101000000Z
norEduPersonNIN: 41819077302
uid: good

dn: uid=holder,dc=no
objectClass: norEduPerson
createTimestamp: 20250101000000Z
uid: holder
%s

dn: cn=Ola \2220036914712\22,dc=no
objectClass: norEduPerson
createTimestamp: 20250101000000Z
uid: escaped

dn: uid=\32\30\30\33\36\39\31\34\37\31\32,dc=no
objectClass: norEduPerson
createTimestamp: 20250101000000Z
uid: digit by digit

dn: cn=\C3\9820036914712,dc=no
objectClass: norEduPerson
createTimestamp: 20250101000000Z
cn:: %s
sn: 200369 14712
givenName: 20.03.69-14712
displayName: 20036914712@x
mail: 200369/14712
eduPersonPrincipalName: u20036914712@fjordvik.no
eduPersonOrgUnitDN: ou=20036914712,dc=no
description: nr 2003 69 14712

dn: uid=long,dc=no
objectClass: norEduPerson
createTimestamp: 20250101000000Z
displayName: %s 20036914712
uid: long
`

func TestNumbersThatHide(t *testing.T) {
	disguise := base64.StdEncoding.EncodeToString([]byte("N 200\u200e369\u200b1\u00ad4712 ２００３６９１４７１２ ٢٠٠٣٦٩١٤٧١٢ 200369\u00a014712"))
	leaks := leaksOf([]string{"20036914712"})
	for name, holder := range map[string]string{
		"as it is":              "norEduPersonNIN: 20036914712",
		"with text":             "norEduPersonNIN: fnr: 20036914712 (kopi)",
		"in groups":             "norEduPersonNIN: 200369 14712",
		"as a second value":     "norEduPersonNIN: 41819077302\nnorEduPersonNIN: 20036914712",
		"of a left-out account": "norEduPersonNIN: 20036914712\ndescription: left out",
	} {
		t.Run(name, func(t *testing.T) {
			a := &audited{dir: t.TempDir()}
			a.write(t, "fjordvik.ldif", fmt.Appendf(nil, hiding, holder, disguise, strings.Repeat("x", 4086)))
			a.scan(t, strings.Replace(corpusConfig, `test: {uid: "test*"}`, `test: {description: "left*"}`, 1))
			if a.code != int(exitDone) {
				t.Fatalf("exit code %d\n%s", a.code, a.stderr.String())
			}
			for part, text := range a.everything(t) {
				if at := leakIn(text, leaks); at >= 0 {
					t.Errorf("%s shows digits of the number: …%s…", part, text[max(0, at-60):at])
				}
			}
			if !strings.Contains(string(a.jsonl(t)), "***********") {
				t.Error("nothing is blanked: the test shows nothing")
			}
		})
	}
}
