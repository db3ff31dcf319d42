package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"ninaudit/audit/catalog/planted"
)

// soak is a catalog that somebody works on, night after night.
type soak struct {
	*entries
	free    []int   // entries that nothing is said of, with a number
	spoilt  [][]int // by night: entries whose number was overwritten with text
	emptied [][]int // by night: entries whose number was taken away
	numbers map[int]string
}

// What happens every night, and after how many nights it is undone.
const (
	soakNights = 30
	soakSpoils = 3
	soakTakes  = 4
	soakMends  = 6
)

// night changes the catalog: some numbers become text, some are taken away, and what was done a while ago is undone.
func (s *soak) night(n int) {
	take := func(count int) (taken []int) {
		taken, s.free = s.free[:count], s.free[count:]
		for _, i := range taken {
			s.numbers[i] = strings.TrimSpace(numberLine.FindString(s.all[i]))
		}
		return taken
	}
	s.spoilt, s.emptied = append(s.spoilt, take(soakSpoils)), append(s.emptied, take(soakTakes))
	for _, i := range s.spoilt[n] {
		s.without(i, numberLine)
		s.all[i] += "\nnorEduPersonNIN: mangler"
	}
	for _, i := range s.emptied[n] {
		s.without(i, numberLine)
	}
	if n < soakMends {
		return
	}
	for _, i := range append(s.spoilt[n-soakMends], s.emptied[n-soakMends]...) {
		s.without(i, numberLine)
		s.all[i] += "\n" + s.numbers[i]
	}
}

// soakCounts counts what one night told, by rule and status.
func soakCounts(t *testing.T, jsonl []byte) map[string]int {
	t.Helper()
	counts := map[string]int{}
	for line := range bytes.Lines(jsonl) {
		var f struct{ Rule, Status string }
		if err := json.Unmarshal(line, &f); err != nil {
			t.Fatal(err)
		}
		counts[f.Rule+" "+f.Status]++
	}
	return counts
}

// TestSoak is a month of nights over a catalog of 20 000 that changes every day: each night's counts are right, and
// neither memory nor the history's file grows with the nights beyond what they hold.
func TestSoak(t *testing.T) {
	if raceDetector {
		t.Skip("a month takes too long under the race detector, which sees the same in a week")
	}
	c := planted.Generate(planted.Options{Seed: 30, Persons: 20_000, AsOf: 20261123, Dated: true})
	a := scanCorpus(t, c, corpusConfig)
	s := &soak{entries: readEntries(a.ldif, nil), numbers: map[int]string{}}
	told := string(a.jsonl(t))
	for i, e := range s.all {
		_, id, _ := strings.Cut(e, "entryUUID: ")
		id, _, _ = strings.Cut(id, "\n")
		if numberLine.MatchString(e) && id != "" && !strings.Contains(told, id) && !strings.Contains(e, "uid: test") && !strings.Contains(e, "uid: felles") {
			s.free = append(s.free, i)
		}
	}
	config := corpusConfig + "history: {path: history.db, key_file: history.key}\nreports: {formats: [jsonl, xlsx, html, prom], keep: 5d}\n"
	a.write(t, "ninaudit.yaml", []byte(config))
	var heaps, files []int64
	var base map[string]int
	for n := range soakNights {
		if n > 0 {
			s.night(n - 1)
			a.write(t, "fjordvik.ldif", s.ldif())
		}
		day := corpusDay().AddDate(0, 0, n)
		args := []string{"scan", "--config", filepath.Join(a.dir, "ninaudit.yaml"), "--out", filepath.Join(a.dir, "out")}
		a.stderr.Reset()
		if code := run(t.Context(), args, strings.NewReader(""), &a.stdout, &a.stderr, func() time.Time { return day }); code != 0 {
			t.Fatalf("night %d: exit code %d\n%s", n, code, a.stderr.String())
		}
		got := soakCounts(t, a.jsonl(t))
		if n == 0 {
			base = got
		} else {
			s.check(t, n, base, got)
		}
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		at, err := os.Stat(filepath.Join(a.dir, "history.db"))
		if err != nil {
			t.Fatal(err)
		}
		heaps, files = append(heaps, int64(m.HeapAlloc)), append(files, at.Size())
	}
	if first, last := heaps[5], heaps[soakNights-1]; last > first*5/4 {
		t.Errorf("memory in use between runs grew from %d to %d KiB", first>>10, last>>10)
	}
	if first, last := files[5], files[soakNights-1]; last > first*5/4 {
		t.Errorf("the history grew from %d to %d KiB", first>>10, last>>10)
	}
	left, _ := filepath.Glob(filepath.Join(a.dir, "out", "ninaudit-*"))
	if len(left) != 12 { // workbook and page of six days
		t.Errorf("%d reports are kept: %v", len(left), left)
	}
	t.Logf("history %d to %d KiB, heap %d to %d KiB", files[5]>>10, files[soakNights-1]>>10, heaps[5]>>10, heaps[soakNights-1]>>10)
}

// check holds a night's counts to what was done.
func (s *soak) check(t *testing.T, n int, base, got map[string]int) {
	t.Helper()
	mended := 0
	if n > soakMends {
		mended = 1
	}
	standing := base["nin-malformed standing"] + soakSpoils*min(n-1, soakMends)
	for what, want := range map[string]int{
		"nin-malformed new": soakSpoils, "nin-malformed resolved": soakSpoils * mended,
		"nin-malformed standing":    standing - soakSpoils*mended,
		"change-number-removed new": soakTakes, "change-number-added new": soakTakes * mended,
	} {
		if got[what] != want {
			t.Errorf("night %d: %d of %s, want %d", n, got[what], what, want)
		}
	}
	if n > 3 && fmt.Sprint(got["overlay standing"], got["nin-checksum standing"]) != fmt.Sprint(base["overlay standing"], base["nin-checksum standing"]) {
		t.Errorf("night %d: what nobody touched has moved: %v, was %v", n, got, base)
	}
}
