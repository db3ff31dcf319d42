package history

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// remembered is a person as the first night leaves one.
func remembered(h *Hasher, id int64, p *audit.Person) Person {
	return Person{ID: id, Catalog: p.Catalog, Entry: h.Entry(p.Catalog, p.ID), Digest: h.Digest(p), Was: h.State(p), FirstSeen: 20261120}
}

// TestANightComesBack: everything that a run leaves is what the next one loads, also from another process.
func TestANightComesBack(t *testing.T) {
	o := options(t.TempDir())
	s := open(t, o)
	a := remembered(s.Hasher(), 1, somebody("u1", "03851598730"))
	b := remembered(s.Hasher(), 2, somebody("u2", ""))
	b.Without, b.Gone = 20260801, 20261119
	f, g := finding("aa", 20261119, 1), finding("bb", 20261120, 2, 1)
	f.Reopened, f.Resolved, f.How, f.Baseline, f.Waived = 20261118, 20261120, audit.Gone, true, true
	g.Told, g.ToldAt, g.Variant, g.Body = 0, time.Time{}, "", nil
	event := finding("cc", 20261120, 2)
	u := &Update{
		Run: run(20261120, "fjordvik", 2), Persons: []Person{b, a}, Findings: []Finding{g, f}, Events: []Finding{event},
		Decisions: []Decision{{Waiver: "w", Finding: "aa", Applied: 20261120, Numbers: []audit.Token{a.Was.Number, 0}}},
	}
	u.Run.Baseline, u.Run.Arrived, u.Run.Waited = true, 3, 90
	u.Run.Counts = []Count{{Rule: "overlay", Severity: audit.Critical, Status: audit.New, N: 2}}
	u.Run.Catalogs[0].Reason = "the line broke"
	write(t, s, u)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}

	names := slices.Compact([]string{a.Catalog, b.Catalog})
	want := &Night{
		Last: u.Run, Runs: []Run{u.Run}, Catalogs: map[string]Past{"fjordvik": {Since: 20261120, Read: 2}}, Persons: []Known{a.known(0), b.known(int32(len(names) - 1))}, Names: names,
		Findings: []Finding{f, g}, Events: []Finding{event}, Decisions: u.Decisions, NextPerson: 3,
	}
	for _, readOnly := range []bool{true, false} {
		o.ReadOnly = readOnly
		got := load(t, open(t, o))
		if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(Run{}, "ID"), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("read only %t (-left +loaded):\n%s", readOnly, diff)
		}
	}
}

// TestRandomNights holds the store to a plain model over nights of random changes, two of which fall on one day.
func TestRandomNights(t *testing.T) {
	for seed := range uint64(6) {
		rnd := rand.New(rand.NewPCG(seed, 1))
		s := open(t, options(t.TempDir()))
		persons, findings, next := map[int64]Person{}, map[string]Finding{}, int64(1)
		for night := range 12 {
			day := nin.Date(20261101).AddDays(night * 2 / 3)
			u := &Update{Run: run(day, "fjordvik", 1), Replace: rnd.IntN(8) == 0}
			if u.Replace {
				clear(persons)
			}
			for range rnd.IntN(40) {
				p := Person{ID: 1 + rnd.Int64N(60), Catalog: []string{"fjordvik", "utmark"}[rnd.IntN(2)], FirstSeen: day,
					Entry: audit.Token(rnd.Uint64()), Was: audit.State{Kind: nin.Kind(rnd.IntN(4)), Faulty: rnd.IntN(2) == 0,
						Number: audit.Token(rnd.Uint64()), Birth: 1}}
				persons[p.ID], next = p, max(next, p.ID+1)
			}
			u.Persons = slices.SortedFunc(mapValues(persons), func(a, b Person) int { return int(b.ID - a.ID) })
			for range rnd.IntN(20) {
				f := finding(fmt.Sprintf("%020x", rnd.IntN(50)), day, 1+rnd.Int64N(60))
				if slices.Contains(u.Drop, f.ID) || slices.ContainsFunc(u.Findings, func(o Finding) bool { return o.ID == f.ID }) {
					continue
				}
				if _, there := findings[f.ID]; there && rnd.IntN(4) == 0 {
					delete(findings, f.ID)
					u.Drop = append(u.Drop, f.ID)
					continue
				}
				findings[f.ID] = f
				u.Findings = append(u.Findings, f)
			}
			write(t, s, u)
			n := load(t, s)
			want := slices.SortedFunc(mapValues(persons), func(a, b Person) int { return int(a.ID - b.ID) })
			if diff := cmp.Diff(want, everybody(t, s), cmpopts.EquateEmpty()); diff != "" {
				t.Fatalf("seed %d, night %d: persons (-want +got):\n%s", seed, night, diff)
			}
			if n.NextPerson != next {
				t.Fatalf("seed %d, night %d: the next person is %d, want %d", seed, night, n.NextPerson, next)
			}
			cases := slices.SortedFunc(mapValues(findings), func(a, b Finding) int { return strings.Compare(a.ID, b.ID) })
			if diff := cmp.Diff(cases, n.Findings, cmpopts.EquateEmpty()); diff != "" {
				t.Fatalf("seed %d, night %d: findings (-want +got):\n%s", seed, night, diff)
			}
		}
	}
}

func mapValues[K comparable, V any](m map[K]V) func(func(V) bool) {
	return func(yield func(V) bool) {
		for _, v := range m {
			if !yield(v) {
				return
			}
		}
	}
}

// TestTheSecondRunOfADayTakesTheFirstOnesPlace, and adds to who was given a number.
func TestTheSecondRunOfADayTakesTheFirstOnesPlace(t *testing.T) {
	s := open(t, options(t.TempDir()))
	first := &Update{Run: run(20261120, "fjordvik", 10)}
	write(t, s, first)
	second := &Update{Run: run(20261121, "fjordvik", 11)}
	second.Run.Arrived, second.Run.Waited = 2, 30
	write(t, s, second)
	third := &Update{Run: run(20261121, "fjordvik", 12)}
	third.Run.Arrived, third.Run.Waited = 1, 5
	write(t, s, third)
	n := load(t, s)
	if n.Last.Day != 20261121 || n.Before != 20261120 || n.Last.Arrived != 3 || n.Last.Waited != 35 || n.Catalogs["fjordvik"].Read != 12 {
		t.Errorf("last %+v, before %s, catalogs %+v", n.Last, n.Before, n.Catalogs)
	}
	runs, err := s.Runs(t.Context())
	if err != nil || len(runs) != 2 || len(runs[1].Catalogs) != 1 {
		t.Errorf("%d runs, %v", len(runs), err)
	}
}

// TestWhatIsKnownOfACatalog outlives a run that could not read it, but for its having shrunk.
func TestWhatIsKnownOfACatalog(t *testing.T) {
	s := open(t, options(t.TempDir()))
	write(t, s, &Update{Run: run(20261120, "fjordvik", 100)})
	shrunk, failed := run(20261121, "fjordvik", 50), run(20261122, "fjordvik", 3)
	shrunk.Catalogs[0].Complete, shrunk.Catalogs[0].Shrunk = false, true
	failed.Catalogs[0].Complete = false
	for _, c := range []struct {
		run  Run
		want Past
	}{
		{shrunk, Past{Since: 20261120, Read: 100, Shrunk: 50}}, {failed, Past{Since: 20261120, Read: 100}},
		{run(20261123, "fjordvik", 50), Past{Since: 20261120, Read: 50}},
	} {
		write(t, s, &Update{Run: c.run})
		if got := load(t, s).Catalogs["fjordvik"]; got != c.want {
			t.Errorf("after the run of %s: %+v, want %+v", c.run.Day, got, c.want)
		}
	}
}

// TestPurge holds how long things are kept, to the day.
func TestPurge(t *testing.T) {
	const first, day = nin.Date(20260101), nin.Date(20260102)
	resolved, standing := finding("aa", first, 1), finding("bb", first, 1)
	resolved.Resolved, resolved.How = day, audit.Mended
	gone, there := Person{ID: 1, Catalog: "fjordvik", Gone: day}, Person{ID: 2, Catalog: "fjordvik"}
	for after, want := range map[int][4]int{ // findings, persons, events, runs
		audit.EventDays: {2, 2, 1, 2}, audit.EventDays + 1: {2, 2, 0, 2}, GoneDays: {2, 2, 0, 2}, GoneDays + 1: {2, 1, 0, 2},
		ResolvedDays: {2, 1, 0, 2}, ResolvedDays + 1: {1, 1, 0, 1},
	} {
		s := open(t, options(t.TempDir()))
		write(t, s, &Update{Run: run(day, "fjordvik", 2), Persons: []Person{gone, there},
			Findings: []Finding{resolved, standing}, Events: []Finding{finding("cc", day, 2)},
			Decisions: []Decision{{Waiver: "w", Finding: "aa", Applied: day}}})
		decide(t, s, Review{Finding: "aa"}, Review{Finding: "bb"})
		purged := write(t, s, &Update{Run: run(day.AddDays(after), "fjordvik", 2)})
		n := load(t, s)
		runs, err := s.Runs(t.Context())
		if got := [4]int{len(n.Findings), len(n.Persons), len(n.Events), len(runs)}; err != nil || got != want {
			t.Errorf("after %d days: %v, want %v; %v", after, got, want, err)
		}
		if told := (Purged{2 - want[0], 2 - want[1], 1 - want[2], 2 - want[3]}); purged != told {
			t.Errorf("after %d days: told %+v, want %+v", after, purged, told)
		}
		if left := len(n.Decisions); left != want[0]-1 || len(n.Reviews) != want[0] {
			t.Errorf("after %d days: %d decisions, %d reviews", after, left, len(n.Reviews))
		}
		if n.NextPerson != 3 {
			t.Errorf("after %d days: the next person is %d", after, n.NextPerson)
		}
	}
}

// TestTheNewestRuns: a night knows the newest runs, whichever order their days were written in, and no more of them.
func TestTheNewestRuns(t *testing.T) {
	s := open(t, options(t.TempDir()))
	for i := range recent + 3 {
		u := &Update{Run: run(nin.Date(20261001).AddDays(i), "fjordvik", 1)}
		u.Run.Counts = []Count{{Rule: "overlay", Severity: audit.Critical, Status: audit.Standing, N: i}}
		write(t, s, u)
	}
	runs := load(t, s).Runs
	if len(runs) != recent {
		t.Fatalf("%d runs", len(runs))
	}
	for i, r := range runs {
		if r.Day != nin.Date(20261001).AddDays(i+3) || len(r.Counts) != 1 || r.Counts[0].N != i+3 || len(r.Catalogs) != 1 {
			t.Errorf("run %d: %+v", i, r)
		}
	}
}
