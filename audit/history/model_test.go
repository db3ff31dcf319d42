package history

import (
	"cmp"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// model is what a history is to hold: the words of Update, in maps.
type model struct {
	rnd       *rand.Rand
	catalogs  map[string]Past
	persons   map[int64]Person
	findings  map[string]Finding
	events    map[string]Finding
	decisions map[string]Decision
	next      int64
	runs      []Run
}

var catalogNames = [...]string{"fjordvik", "utmark", "åsane"}

func (m *model) name() string { return catalogNames[m.rnd.IntN(len(catalogNames))] }

// day is now and then none.
func (m *model) day(on nin.Date) nin.Date {
	return []nin.Date{0, on, on.AddDays(-m.rnd.IntN(20))}[m.rnd.IntN(3)]
}

func (m *model) person(on nin.Date) Person {
	token := func() audit.Token { return []audit.Token{0, 1, 1<<64 - 1, audit.Token(m.rnd.Uint64())}[m.rnd.IntN(4)] }
	pages := []int64{0, 1, 5, 63, 64, 200}
	id := pages[m.rnd.IntN(len(pages))]*perPage + 1 + m.rnd.Int64N(12)
	return Person{ID: id, Catalog: m.name(), Entry: token(), Digest: token(), Was: audit.State{
		Kind: nin.Kind(m.rnd.IntN(int(nin.Synthetic) + 1)), Faulty: m.rnd.IntN(2) == 0, Number: token(), Principal: token(),
		Given: token(), Surname: token(), Birth: token()}, FirstSeen: m.day(on), Without: m.day(on), Gone: m.day(on)}
}

func (m *model) finding(on nin.Date) Finding {
	f := Finding{ID: fmt.Sprintf("%020x", m.rnd.IntN(30)), Rule: "overlay", Variant: []string{"", "slip"}[m.rnd.IntN(2)],
		Severity: audit.Severity(m.rnd.IntN(int(audit.Critical) + 1)), Since: m.day(on), Seen: on, Told: on, Reopened: m.day(on),
		Resolved: m.day(on), How: audit.How(m.rnd.IntN(int(audit.Gone) + 1)), Baseline: m.rnd.IntN(2) == 0,
		Waived: m.rnd.IntN(2) == 0, Body: []byte(`{"p":` + fmt.Sprint(m.rnd.IntN(9)) + `}`)}
	if m.rnd.IntN(3) > 0 {
		f.ToldAt = time.Unix(m.rnd.Int64N(1<<33)+1, 0).UTC()
	}
	for range m.rnd.IntN(4) {
		f.Persons = append(f.Persons, m.rnd.Int64N(1<<40))
	}
	if f.Catalogs = []string{m.name(), m.name()}; m.rnd.IntN(3) == 0 {
		f.Catalogs = nil
	}
	return f
}

// update makes a night's changes, and does to the model what the store is to do.
func (m *model) update(on nin.Date) *Update {
	u := &Update{Run: run(on, m.name(), m.rnd.IntN(100)), Replace: m.rnd.IntN(6) == 0}
	if u.Replace {
		clear(m.persons)
		clear(m.decisions)
	}
	for range m.rnd.IntN(30) {
		p := m.person(on)
		if !slices.ContainsFunc(u.Persons, func(o Person) bool { return o.ID == p.ID }) {
			u.Persons, m.persons[p.ID], m.next = append(u.Persons, p), p, max(m.next, p.ID+1)
		}
	}
	for id := range m.findings {
		if m.rnd.IntN(8) == 0 {
			u.Drop = append(u.Drop, id)
		}
	}
	for _, id := range u.Drop {
		delete(m.findings, id)
		maps.DeleteFunc(m.decisions, func(_ string, d Decision) bool { return d.Finding == id })
	}
	if w := fmt.Sprint("w", m.rnd.IntN(4)); m.rnd.IntN(3) == 0 {
		u.DropWaivers = append(u.DropWaivers, w)
		maps.DeleteFunc(m.decisions, func(_ string, d Decision) bool {
			f, kept := m.findings[d.Finding]
			return d.Waiver == w && (!kept || f.Resolved != 0)
		})
	}
	same := func(f Finding) func(Finding) bool { return func(o Finding) bool { return o.ID == f.ID } }
	for range m.rnd.IntN(20) {
		if f := m.finding(on); !slices.ContainsFunc(u.Findings, same(f)) {
			u.Findings, m.findings[f.ID] = append(u.Findings, f), f
		}
		if e := m.finding(on); !slices.ContainsFunc(u.Events, same(e)) {
			u.Events, m.events[fmt.Sprint(e.ID, e.Told)] = append(u.Events, e), e
		}
	}
	for i := range m.rnd.IntN(5) {
		d := Decision{Waiver: fmt.Sprint("w", i), Finding: fmt.Sprint("f", m.rnd.IntN(5)), Applied: on}
		for range m.rnd.IntN(3) {
			d.Numbers = append(d.Numbers, audit.Token(m.rnd.Uint64()))
		}
		u.Decisions, m.decisions[d.Waiver+d.Finding] = append(u.Decisions, d), d
	}
	c := &u.Run.Catalogs[0]
	for name, past := range m.catalogs {
		past.Shrunk = 0
		m.catalogs[name] = past
	}
	m.catalogs[c.Name] = Past{Since: cmp.Or(m.catalogs[c.Name].Since, on), Read: c.Read}
	return u
}

func (m *model) everybody() []Person {
	return slices.SortedFunc(maps.Values(m.persons), func(a, b Person) int { return cmp.Compare(a.ID, b.ID) })
}

func (m *model) night(last Run, before nin.Date) *Night {
	m.runs = append(m.runs, last)
	n := &Night{Last: last, Before: before, Runs: m.runs, Catalogs: m.catalogs, NextPerson: m.next}
	for _, p := range m.everybody() {
		place := slices.Index(n.Names, p.Catalog)
		if place < 0 {
			place = len(n.Names)
			n.Names = append(n.Names, p.Catalog)
		}
		n.Persons = append(n.Persons, p.known(int32(place)))
	}
	byID := func(a, b Finding) int { return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Told, b.Told)) }
	n.Findings = slices.SortedFunc(maps.Values(m.findings), byID)
	n.Events = slices.SortedFunc(maps.Values(m.events), byID)
	n.Decisions = slices.SortedFunc(maps.Values(m.decisions), func(a, b Decision) int {
		return cmp.Or(cmp.Compare(a.Waiver, b.Waiver), cmp.Compare(a.Finding, b.Finding))
	})
	return n
}

// knowsStates asks for the states of a few persons, some twice, and of all.
func (m *model) knowsStates(t *testing.T, s *Store, n *Night) {
	t.Helper()
	for _, share := range []int{1, 2, 20} {
		wanted := slices.DeleteFunc(slices.Concat(n.Persons, n.Persons), func(Known) bool { return m.rnd.IntN(share) > 0 })
		states, err := s.States(t.Context(), wanted)
		if err != nil {
			t.Fatal(err)
		}
		asked := map[int64]bool{}
		for _, k := range wanted {
			if asked[k.ID] = true; states[k.ID] != m.persons[k.ID].Was {
				t.Fatalf("person %d has another state", k.ID)
			}
		}
		if len(states) != len(asked) {
			t.Fatalf("%d states of %d persons", len(states), len(asked))
		}
	}
}

// TestNightsOfAnything: whatever nights leave, the next one loads. No night is so old here that it is forgotten.
func TestNightsOfAnything(t *testing.T) {
	for seed := range uint64(8) {
		m := &model{rnd: rand.New(rand.NewPCG(seed, 4)), catalogs: map[string]Past{}, persons: map[int64]Person{},
			findings: map[string]Finding{}, events: map[string]Finding{}, decisions: map[string]Decision{}, next: 1}
		o := options(t.TempDir())
		var before nin.Date
		for night := range min(audit.EventDays, 10) {
			day := nin.Date(20261225).AddDays(night)
			s := open(t, o)
			u := m.update(day)
			write(t, s, u)
			if night%3 == 0 { // what was loaded is what is on disk, and not in the connection
				if err := s.Close(); err != nil {
					t.Fatal(err)
				}
				s = open(t, Options{Path: o.Path, KeyFile: o.KeyFile, ReadOnly: true})
			}
			got := load(t, s)
			if diff := gocmp.Diff(m.night(u.Run, before), got, cmpopts.IgnoreFields(Run{}, "ID"), cmpopts.EquateEmpty()); diff != "" {
				t.Fatalf("seed %d, night %d (-model +store):\n%s", seed, night, diff)
			}
			if diff := gocmp.Diff(m.everybody(), everybody(t, s), cmpopts.EquateEmpty()); diff != "" {
				t.Fatalf("seed %d, night %d: persons (-model +store):\n%s", seed, night, diff)
			}
			m.knowsStates(t, s, got)
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			before = day
		}
	}
}
