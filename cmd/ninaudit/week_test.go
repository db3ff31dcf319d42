package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ninaudit/audit/nin"
)

// weekConfig is two schools' catalogs, which are audited every night.
const weekConfig = `language: en
catalogs:
  - {name: fjordvik, ldif: {path: fjordvik.ldif}, accept_synthetic: true}
  - {name: utmark, ldif: {path: utmark.ldif}, accept_synthetic: true}
history: {path: state/history.db, key_file: keys/history.key}
reports: {formats: [jsonl, xlsx]}
`

// pupil is an entry as it stands in a catalog on one night.
type pupil struct {
	uid, given, surname, number, mail string
	name                              string // of Feide; empty: the uid's
	id                                int    // of the entryUUID
	made                              string
}

// school is a catalog: its pupils by uid, in their order.
type school struct {
	name   string
	pupils []*pupil
}

// newSchool is a catalog of n pupils, each with a number of their own.
func newSchool(name string, n, first int) *school {
	given := strings.Fields("Ada Bo Cecilie Dina Emil Frida Gard Hedda Iben Jon Kari Lars Maja Nils Ola Petra Rolf Siri Tor Una")
	surname := strings.Fields("Aas Berg Dahl Eide Foss Gran Haug Lie Moe Nes")
	s := &school{name: name}
	for i := range n {
		uid := fmt.Sprintf("%c%02d", name[0], i)
		s.pupils = append(s.pupils, &pupil{
			uid: uid, given: given[i%len(given)], surname: surname[(i/2)%len(surname)], number: synthetic(first + i),
			mail: uid + "@" + name + ".example", id: first + i, made: "20250815060000Z",
		})
	}
	return s
}

// synthetic is the n-th of some synthetic numbers, each of another day.
func synthetic(n int) string {
	day := birthOf(n)
	parser := nin.Parser{On: nin.MakeDate(2026, 11, 1), AcceptSynthetic: true}
	for serial := 999 - 37*n%150; ; serial-- { // no two follow a pattern
		for control := range 100 {
			v := fmt.Sprintf("%02d%02d%02d%03d%02d", day.Day(), day.Month()+80, day.Year()%100, serial, control)
			if parser.Parse(v).WellFormed() {
				return v
			}
		}
	}
}

// birthOf is the birth date in the n-th synthetic number.
func birthOf(n int) nin.Date { return nin.MakeDate(2011, 1, 1).AddDays(3 * n) }

func (s *school) of(uid string) *pupil {
	return s.pupils[slices.IndexFunc(s.pupils, func(p *pupil) bool { return p.uid == uid })]
}

// ldif writes the catalog.
func (s *school) ldif() []byte {
	var b bytes.Buffer
	b.WriteString("version: 1\n")
	for _, p := range s.pupils {
		fmt.Fprintf(&b, "\ndn: uid=%[1]s,dc=%[2]s,dc=no\nobjectClass: norEduPerson\nuid: %[1]s\ngivenName: %[3]s\nsn: %[4]s\n"+
			"mail: %[5]s\neduPersonPrincipalName: %[8]s@%[2]s.example\nentryUUID: 5f1c8a52-0000-4000-8000-%012[6]d\n"+
			"createTimestamp: %[7]s\n", p.uid, s.name, p.given, p.surname, p.mail, p.id, p.made,
			p.feideName())
		if p.number != "" {
			fmt.Fprintf(&b, "norEduPersonNIN: %s\n", p.number)
		}
	}
	return b.Bytes()
}

// week is a folder in which a scan runs every night.
type week struct {
	*audited
	t       *testing.T
	schools []*school
	day     time.Time
}

// newWeek begins with two catalogs of so many pupils.
func newWeek(t *testing.T, fjordvik, utmark int) *week {
	w := &week{audited: &audited{dir: t.TempDir()}, t: t, day: time.Date(2026, 11, 1, 1, 30, 0, 0, time.UTC)}
	w.schools = []*school{newSchool("fjordvik", fjordvik, 100), newSchool("utmark", utmark, 200)}
	w.write(t, "ninaudit.yaml", []byte(weekConfig))
	for _, dir := range []string{"state", "keys"} {
		if err := os.Mkdir(filepath.Join(w.dir, dir), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	return w
}

// writeSchools writes both catalogs as they stand.
func (w *week) writeSchools() {
	for _, s := range w.schools {
		w.write(w.t, s.name+".ldif", s.ldif())
	}
}

// arguments are those of a night's scan.
func (w *week) arguments(args ...string) []string {
	return append([]string{"scan", "--config", filepath.Join(w.dir, "ninaudit.yaml"), "--out", filepath.Join(w.dir, "out")}, args...)
}

// night runs the scan of the next night, and compares its exit code and what it told.
func (w *week) night(what string, code int, want []string, args ...string) {
	w.t.Helper()
	w.day = w.day.AddDate(0, 0, 1)
	w.again(what, code, want, args...)
}

// tell runs the scan of the next night, and gives what it told.
func (w *week) tell(what string) []string {
	w.t.Helper()
	w.day = w.day.AddDate(0, 0, 1)
	w.scanned(what, 0)
	return w.told()
}

// scanned runs a scan, and compares its exit code.
func (w *week) scanned(what string, code int, args ...string) {
	w.t.Helper()
	w.stdout.Reset()
	w.stderr.Reset()
	w.code = run(w.t.Context(), w.arguments(args...), strings.NewReader(""), &w.stdout, &w.stderr, func() time.Time { return w.day })
	if w.code != code {
		w.t.Fatalf("%s: exit code %d, want %d\n%s", what, w.code, code, w.stderr.String())
	}
}

// again runs a scan of the same night.
func (w *week) again(what string, code int, want []string, args ...string) {
	w.t.Helper()
	w.scanned(what, code, args...)
	if diff := cmp.Diff(want, w.told()); diff != "" {
		w.t.Errorf("%s: told (-want +got):\n%s", what, diff)
	}
	if incomplete := strings.Contains(w.stdout.String(), "INCOMPLETE"); incomplete != (code == int(exitIncomplete)) {
		w.t.Errorf("%s: the terminal says INCOMPLETE: %t\n%s", what, incomplete, w.stdout.String())
	}
}

// told is what stands in findings.jsonl: rule, status, since and uids, and how a case came to its end.
func (w *week) told() []string {
	w.t.Helper()
	var told []string
	lines := bufio.NewScanner(bytes.NewReader(w.jsonl(w.t)))
	for lines.Scan() {
		var f struct {
			Rule, Severity, Status, How, Since string
			Persons                            []struct{ Principal string }
		}
		if err := json.Unmarshal(lines.Bytes(), &f); err != nil {
			w.t.Fatal(err)
		}
		if f.Rule == "" {
			continue // the summary
		}
		line := fmt.Sprintf("%s %s %s %s", f.Rule, f.Severity, f.Status, f.Since[5:])
		for _, p := range f.Persons {
			uid, _, _ := strings.Cut(p.Principal, "@")
			line += " " + uid
		}
		told = append(told, strings.TrimSpace(line+" "+f.How))
	}
	return told
}

func (p *pupil) feideName() string {
	if p.name == "" {
		return p.uid
	}
	return p.name
}

// counts compares how many persons the last night had and of them without a number, how many cases were new, stood, were
// back and were resolved, by what the history tells, and how many stand of each rule, by the summary of the findings.
func (w *week) counts(want string) {
	w.t.Helper()
	var past pastFacts
	var out bytes.Buffer
	args := []string{"history", "--json", "--config", filepath.Join(w.dir, "ninaudit.yaml")}
	if code := run(w.t.Context(), args, strings.NewReader(""), &out, &w.stderr, time.Now); code != 0 {
		w.t.Fatalf("history: exit code %d\n%s", code, w.stderr.String())
	}
	if err := json.Unmarshal(out.Bytes(), &past); err != nil {
		w.t.Fatal(err)
	}
	r := past.Runs[len(past.Runs)-1]
	got := fmt.Sprintf("%s: %d persons, %d wait; %d new, %d stand, %d back, %d resolved; of each rule", r.Day[5:], r.Persons,
		r.Pending, r.New, r.Standing, r.Reopened, r.Resolved)
	all := bytes.Split(bytes.TrimSpace(w.jsonl(w.t)), []byte("\n"))
	var last struct {
		Summary struct{ Counts map[string]int }
	}
	if err := json.Unmarshal(all[len(all)-1], &last); err != nil {
		w.t.Fatal(err)
	}
	for _, id := range ruleIDs() {
		if n := last.Summary.Counts[id]; n > 0 {
			got += fmt.Sprintf(" %s %d", id, n)
		}
	}
	if got != want {
		w.t.Errorf("counts\n got %s\nwant %s", got, want)
	}
}

// buildAnew makes a school's entries anew: other entry IDs and times of creation, the same persons.
func (s *school) buildAnew(made string) {
	for _, p := range s.pupils {
		p.id, p.made = p.id+5000, made
	}
}

// TestAWeek is six nights and an August, with everything that befalls a catalog.
func TestAWeek(t *testing.T) {
	w := newWeek(t, 40, 12)
	fjordvik, utmark := w.schools[0], w.schools[1]
	f := fjordvik.of
	right := f("f01").number
	f("f01").number = wrongControl
	f("f02").number, f("f02").made = "", "20260801060000Z"
	utmark.of("u01").number = "mangler"
	w.writeSchools()
	w.night("the first night", 0, []string{
		"nin-malformed error standing 11-02 u01",
		"nin-checksum error standing 11-02 f01",
		"pending-number error standing 08-01 f02",
	})
	w.counts("11-02: 52 persons, 1 wait; 0 new, 3 stand, 0 back, 0 resolved; of each rule " +
		"nin-malformed 1 nin-checksum 1 pending-number 1")

	f("f01").number = right
	f("f03").number = "00000000000"
	f("f05").mail = f("f04").mail // a warning: told when it is there a second night
	w.writeSchools()
	w.night("a fault is mended, others come", 0, []string{
		"nin-malformed error standing 11-02 u01",
		"nin-placeholder error new 11-03 f03",
		"nin-checksum error resolved 11-02 f01 mended",
		"pending-number error standing 08-01 f02",
		"change-number-changed info new 11-03 f01",
		"change-number-changed warning new 11-03 f03",
	})
	w.counts("11-03: 52 persons, 1 wait; 3 new, 2 stand, 0 back, 1 resolved; of each rule " +
		"nin-malformed 1 nin-placeholder 1 pending-number 1 change-number-changed 2")

	if err := os.Remove(filepath.Join(w.dir, "utmark.ldif")); err != nil {
		t.Fatal(err)
	}
	stand := []string{
		"nin-malformed error standing 11-02 u01",
		"nin-placeholder error standing 11-03 f03",
		"pending-number error standing 08-01 f02",
		"duplicate-mail warning standing 11-03 f04 f05",
	}
	told := slices.Clone(stand)
	told[3] = "duplicate-mail warning new 11-03 f04 f05"
	w.night("a catalog is not there", int(exitIncomplete), told)
	w.counts("11-04: 40 persons, 1 wait; 1 new, 3 stand, 0 back, 0 resolved; of each rule " +
		"nin-malformed 1 nin-placeholder 1 pending-number 1 duplicate-mail 1")

	whole := fjordvik.pupils
	fjordvik.pupils = whole[20:]
	w.writeSchools()
	w.night("half of one is missing", int(exitIncomplete), stand)
	w.counts("11-05: 32 persons, 0 wait; 0 new, 4 stand, 0 back, 0 resolved; of each rule " +
		"nin-malformed 1 nin-placeholder 1 pending-number 1 duplicate-mail 1")

	fjordvik.pupils = whole
	fjordvik.buildAnew("20261106050000Z")
	w.writeSchools()
	w.night("one is built anew", 0, stand)
	w.counts("11-06: 52 persons, 1 wait; 0 new, 4 stand, 0 back, 0 resolved; of each rule " +
		"nin-malformed 1 nin-placeholder 1 pending-number 1 duplicate-mail 1")
	if !strings.Contains(w.stdout.String(), "built anew") {
		t.Errorf("nobody is told of it:\n%s", w.stdout.String())
	}

	f("f03").number = synthetic(103)
	f("f07").number, f("f06").number = f("f06").number, ""
	f("f01").number = wrongControl
	w.writeSchools()
	w.night("a number moves, a fault comes back", 0, []string{
		"nin-malformed error standing 11-02 u01",
		"nin-placeholder error resolved 11-03 f03 mended",
		"nin-checksum error reopened 11-07 f01",
		"pending-number error standing 08-01 f02",
		"duplicate-mail warning standing 11-03 f04 f05",
		"change-number-changed warning new 11-07 f01",
		"change-number-changed info new 11-07 f03",
		"change-number-removed info new 11-07 f06",
		"change-number-moved critical new 11-07 f07 f06",
	})
	w.counts("11-07: 52 persons, 2 wait; 4 new, 3 stand, 1 back, 1 resolved; of each rule " +
		"nin-malformed 1 nin-checksum 1 pending-number 1 duplicate-mail 1 change-number-changed 2 change-number-removed 1 change-number-moved 1")
	w.august(whole)
}

// august is the summer after: a quarter of the pupils have left.
func (w *week) august(whole []*pupil) {
	w.t.Helper()
	stand := []string{
		"nin-malformed error standing 11-02 u01",
		"nin-checksum error standing 11-07 f01",
		"pending-number error standing 08-01 f02",
		"pending-number error new 11-07 f06", // since the number moved
		"duplicate-mail warning standing 11-03 f04 f05",
	}
	w.day = time.Date(2027, 7, 31, 1, 30, 0, 0, time.UTC)
	w.night("the summer", 0, stand)
	w.counts("08-01: 52 persons, 2 wait; 1 new, 4 stand, 0 back, 0 resolved; of each rule " +
		"nin-malformed 1 nin-checksum 1 pending-number 2 duplicate-mail 1")
	w.schools[0].pupils = slices.DeleteFunc(slices.Clone(whole), func(p *pupil) bool { return p.id%4 == 1 })
	w.writeSchools()
	stand[3] = strings.Replace(stand[3], "new", "standing", 1)
	w.night("a quarter has left", int(exitIncomplete), stand)
	w.counts("08-02: 42 persons, 2 wait; 0 new, 5 stand, 0 back, 0 resolved; of each rule " +
		"nin-malformed 1 nin-checksum 1 pending-number 2 duplicate-mail 1")
	w.night("a file says so twice", int(exitIncomplete), stand)
	w.counts("08-03: 42 persons, 2 wait; 0 new, 5 stand, 0 back, 0 resolved; of each rule " +
		"nin-malformed 1 nin-checksum 1 pending-number 2 duplicate-mail 1")
	stand[1] = "nin-checksum error resolved 11-07 f01 gone"
	stand[4] = "duplicate-mail warning resolved 11-03 f04 f05 mended"
	w.night("somebody has looked", 0, stand, "--accept-shrink", "fjordvik")
	w.counts("08-04: 42 persons, 2 wait; 0 new, 3 stand, 0 back, 2 resolved; of each rule " +
		"nin-malformed 1 pending-number 2")
	w.night("the night after", 0, []string{stand[0], stand[2], stand[3]})
	w.counts("08-05: 42 persons, 2 wait; 0 new, 3 stand, 0 back, 0 resolved; of each rule " +
		"nin-malformed 1 pending-number 2")
}

// TestForecast: a rehearsal of a later day tells who will be overdue by then, and the next night knows nothing of it.
func TestForecast(t *testing.T) {
	w := newWeek(t, 8, 2)
	f := w.schools[0].of
	f("f02").number, f("f02").made = "", "20261020060000Z"
	w.writeSchools()
	w.night("the first night", 0, nil)
	f("f03").number = "" // somebody waits from tonight on
	f("f04").number = "200112345609"
	w.writeSchools()
	quiet := []string{"change-number-changed warning new 11-03 f04", "change-number-removed error new 11-03 f03"}
	w.night("two more wait", 0, quiet)
	w.again("who is overdue at term start", 0, []string{
		"pending-number error new 10-20 f02", "pending-number error new 11-03 f03", "pending-duf warning new 11-03 f04",
	}, "--dry-run", "--as-of", "2027-08-16")
	if !strings.Contains(w.stdout.String(), "over 180: 3") {
		t.Errorf("the ledger's classes are not those of the day:\n%s", w.stdout.String())
	}
	w.again("the same night again", 0, quiet)
}

// wrongControl is a synthetic number whose control digits are wrong.
const wrongControl = "11851292817"
