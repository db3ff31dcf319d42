package history

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// onDisk is every byte of every file beside the history, free pages and journals included.
func onDisk(t *testing.T, o Options) (all []byte) {
	t.Helper()
	for _, name := range leftIn(t, o) {
		b, err := os.ReadFile(filepath.Join(filepath.Dir(o.Path), name))
		if err != nil {
			t.Fatal(err)
		}
		all = append(append(all, b...), '\n')
	}
	return all
}

// numbersOf are synthetic numbers: month and 80, some well formed and some not, and a DUF number.
func numbersOf(n int) (numbers []string) {
	for i := range n {
		numbers = append(numbers, fmt.Sprintf("%02d85%02d%05d", 1+i%28, i%97, 10_007*(i+1)%100_000))
	}
	return append(numbers, "201934567800")
}

// shows tells that seven digits in a row of a number stand somewhere, plain or as UTF-16, or its eight bytes as an integer.
func shows(all []byte, number string) bool {
	for i := 0; i+7 <= len(number); i++ {
		wide := strings.Join(strings.Split(number[i:i+7], ""), "\x00")
		if bytes.Contains(all, []byte(number[i:i+7])) || bytes.Contains(all, []byte(wide)) {
			return true
		}
	}
	n, err := strconv.ParseInt(number, 10, 64)
	packed := packTokens([]audit.Token{audit.Token(n)})
	return err != nil || bytes.Contains(all, packed[3:]) // SQLite drops leading zeros
}

// TestNoDigitsEverOnDisk: numbers come, change, move, leave and are erased, and at no time does a file show one, not
// in a free page and not in the journal of a night that is being written.
func TestNoDigitsEverOnDisk(t *testing.T) {
	numbers, o := numbersOf(200), options(t.TempDir())
	s := open(t, o)
	check := func(when string) {
		t.Helper()
		all := onDisk(t, o)
		for i, n := range numbers {
			if shows(all, n) {
				t.Errorf("%s: digits of number %d are on disk", when, i)
			}
		}
	}
	for night := range 5 {
		day := nin.Date(20261120 + night)
		u := &Update{Run: run(day, "fjordvik", len(numbers))}
		for i := range numbers {
			number := numbers[(i+night*3)%len(numbers)]
			if (i+night)%7 == 0 {
				number = "" // taken away
			}
			p := somebody(fmt.Sprint("u", i), number)
			is := Person{ID: int64(i + 1), Catalog: "fjordvik", Entry: s.Hasher().Entry("fjordvik", p.ID), Digest: s.Hasher().Digest(p),
				Was: s.Hasher().State(p), FirstSeen: 20261120}
			u.Persons = append(u.Persons, is)
			told, err := Encode(Told{Subjects: []audit.Subject{{Ref: p.Ref, NIN: p.NIN, Kind: p.NIN.Kind()}}})
			if err != nil {
				t.Fatal(err)
			}
			f := finding(fmt.Sprintf("%020x", i), day, is.ID)
			f.Body = told
			u.Findings, u.Events = append(u.Findings, f), append(u.Events, f)
			u.Decisions = append(u.Decisions, Decision{Waiver: "w", Finding: f.ID, Numbers: []audit.Token{is.Was.Number}})
		}
		u.Replace = night == 3
		tx, err := s.Write(t.Context(), u)
		if err != nil {
			t.Fatal(err)
		}
		check(fmt.Sprint("in the midst of night ", night))
		if err := tx.Commit(); err != nil {
			t.Fatal(err)
		}
		check(fmt.Sprint("after night ", night))
	}
	if _, err := s.Erase(t.Context(), "u3@fjordvik.no"); err != nil {
		t.Fatal(err)
	}
	check("after an erasure")
	write(t, s, &Update{Run: run(20281120, "fjordvik", 1)}) // everything is too old
	check("after the purge")
	if !shows([]byte("xx"+numbers[0]+"yy"), numbers[0]) {
		t.Error("a number that is there is not found: the test shows nothing")
	}
}

// tokensOf are the eight bytes of each token of a person that tells of this person alone.
func tokensOf(p *Person) map[string][]byte {
	all := map[string][]byte{}
	for name, token := range map[string]audit.Token{"entry": p.Entry, "digest": p.Digest, "number": p.Was.Number,
		"principal": p.Was.Principal} {
		all[name] = packTokens([]audit.Token{token})
	}
	return all
}

// TestWhatIsForgottenLeavesTheFile, without its being written anew: purged, replaced and dropped rows are overwritten.
func TestWhatIsForgottenLeavesTheFile(t *testing.T) {
	for _, way := range []string{"purge", "replace", "erase"} {
		o := options(t.TempDir())
		s := open(t, o)
		h := s.Hasher()
		u := &Update{Run: run(20261120, "fjordvik", 300)}
		for i, number := range numbersOf(300) {
			p := somebody(fmt.Sprint("u", i), number)
			u.Persons = append(u.Persons, Person{ID: int64(i + 1), Catalog: "fjordvik", Entry: h.Entry("fjordvik", p.ID),
				Digest: h.Digest(p), Was: h.State(p), FirstSeen: 20261120})
		}
		lost := &u.Persons[150]
		lost.Gone = 20261120
		// The case has been dropped, and a decision on it stayed.
		u.Decisions = []Decision{{Waiver: "w", Finding: "dropped", Numbers: []audit.Token{lost.Was.Number}},
			{Waiver: "w", Finding: "another's", Numbers: []audit.Token{u.Persons[7].Was.Number, 0}}}
		write(t, s, u)
		for name, token := range tokensOf(lost) {
			if !bytes.Contains(onDisk(t, o), token) {
				t.Fatalf("%s: the %s is not in the file: the test shows nothing", way, name)
			}
		}
		switch way {
		case "purge":
			write(t, s, &Update{Run: run(nin.Date(20261120).AddDays(GoneDays+1), "fjordvik", 1), DropWaivers: []string{"w"}})
		case "replace":
			write(t, s, &Update{Run: run(20261121, "fjordvik", 1), Persons: u.Persons[:100], Replace: true})
		case "erase":
			e, err := s.Erase(t.Context(), "U150@Fjordvik.NO")
			if err != nil || e != (Erased{Persons: 1, Decisions: 1}) {
				t.Errorf("erased %+v, %v", e, err)
			}
			if n := load(t, s); len(n.Decisions) != 1 || n.Decisions[0].Finding != "another's" {
				t.Errorf("left %+v", n.Decisions)
			}
		}
		all := onDisk(t, o)
		for name, token := range tokensOf(lost) {
			if bytes.Contains(all, token) {
				t.Errorf("%s: the %s is still on disk", way, name)
			}
		}
		if !bytes.Contains(all, packTokens([]audit.Token{u.Persons[50].Was.Principal})) {
			t.Errorf("%s: a neighbour is gone too", way)
		}
	}
}
