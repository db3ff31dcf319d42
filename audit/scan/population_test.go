package scan

import (
	"fmt"
	"log/slog"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
	"unsafe"

	"github.com/google/go-cmp/cmp"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

func quiet() *slog.Logger { return slog.New(slog.DiscardHandler) }
func still() time.Time    { return time.Time{} }

// TestRowsKeepPersons packs made-up persons and reads them back.
func TestRowsKeepPersons(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	word := func() string {
		return strings.Repeat(string([]rune("aæøå 漢\x00é")[r.IntN(8)]), r.IntN(12))
	}
	units := []*audit.Unit{{DN: "ou=a"}, {DN: "ou=b", Met: 7}, {DN: "ou=c", Met: 2}}
	known := map[string]audit.Met{} // as a reader numbers names, most of them
	ids := []string{"0e8f51a0-7d1c-4a37-9d5e-00000000000a", "0E8F51A0-7D1C-4A37-9D5E-00000000000A", "a@b", "",
		"0e8f51a0-7d1c-4a37-9d5e-00000000000g", strings.Repeat("x", 36)}
	names := []string{"a", "b"}
	values := []string{good, "", "UKJENT", "3851598730", "200369 14700", "200205705502", strings.Repeat("9", 19), "00000000000"}
	both := []*rows{newRows(0, "a"), newRows(1, "b")}
	var want []*audit.Person
	for range 500 {
		p := &audit.Person{NIN: parser.Parse(values[r.IntN(len(values))]), Read: parser, Given: word(), Surname: word(), Display: word(), Mail: word(),
			Birth: nin.Date(r.IntN(99999999)), Affiliations: audit.Affiliation(r.IntN(256)), Account: audit.Account(r.IntN(2))}
		p.ID, p.Principal, p.DN = ids[r.IntN(len(ids))], word(), word()
		if r.IntN(2) == 0 { // as catalogs have them
			p.Principal = word() + "@" + names[r.IntN(2)]
			first, _, _ := strings.Cut(p.Principal, "@")
			p.Mail = first + []string{"", "@a", "@c@d", " @a", "@" + word()}[r.IntN(5)]
			p.DN = []string{"uid=", "cn=", "uid=x"}[r.IntN(3)] + first + []string{"", ",ou=people", "\\,x,ou=people"}[r.IntN(3)]
		}
		if r.IntN(2) == 0 {
			p.Display = p.Given + " " + p.Surname
		}
		if r.IntN(3) > 0 {
			p.Created = time.Unix(r.Int64N(1<<33), 0).UTC()
		}
		for range r.IntN(3) {
			p.Units, p.Prior = append(p.Units, units[r.IntN(3)]), append(p.Prior, word())
		}
		part := both[len(want)/300]
		p.Catalog = part.name
		met := *p
		for _, name := range []string{p.Given, p.Surname} {
			if known[name] == 0 && name != "" && r.IntN(4) > 0 {
				known[name] = audit.Met(len(known) + 1)
			}
		}
		met.GivenMet, met.SurnameMet = known[p.Given], known[p.Surname]
		part.add(&met)
		want = append(want, p)
	}
	var pop population
	for i, part := range both {
		if first := pop.join(part); int(first) != 300*i {
			t.Fatalf("catalog %d begins at row %d", i, first)
		}
	}
	opts := cmp.Options{cmp.Comparer(func(a, b nin.Number) bool { return a == b })}
	if len(both[0].odd) == 0 || len(both[0].tails.values) < 5 || len(both[0].names.met) < 5 || len(both[0].names.own.values) < 5 {
		t.Fatal("nothing odd is among them")
	}
	for row, p := range want {
		if p.Display == "\x00" {
			continue // the mark of a display name that is made again; no catalog gives control characters
		}
		if diff := cmp.Diff(p, pop.person(uint32(row)), opts); diff != "" {
			t.Fatalf("row %d (-put +got):\n%s", row, diff)
		}
		var first *audit.Unit
		if len(p.Units) > 0 {
			first = p.Units[0]
		}
		if id, unit := pop.id(uint32(row)), pop.unit(uint32(row)); id != p.ID || unit != first {
			t.Fatalf("row %d: ID %q at %v", row, id, unit)
		}
		if n := pop.skimmed(uint32(row)); n.RevealPlain() != p.NIN.RevealPlain() || n.IsZero() != p.NIN.IsZero() {
			t.Fatalf("row %d: the number is skimmed as another", row)
		}
		if catalog, account := pop.catalog(uint32(row)), pop.account(uint32(row)); names[catalog] != p.Catalog || account != p.Account {
			t.Fatalf("row %d: catalog %d, account %d", row, catalog, account)
		}
	}
}

// TestALargeRow: a hostile entry may be large, its row still is one.
func TestALargeRow(t *testing.T) {
	pop := newRows(0, "a")
	p := &audit.Person{Mail: strings.Repeat("x", 1<<20)}
	for range 3 {
		pop.add(p)
	}
	for row := range uint32(3) {
		if got := pop.person(row); got.Mail != p.Mail {
			t.Fatalf("row %d has a mail of %d bytes", row, len(got.Mail))
		}
	}
}

// TestTailsAreBounded: where every text ends otherwise, it is written whole.
func TestTailsAreBounded(t *testing.T) {
	pop := newRows(0, "a")
	const n = mostTails + 500
	for i := range n {
		p := &audit.Person{Mail: fmt.Sprintf("a@%d", i)}
		p.Principal = p.Mail
		pop.add(p)
	}
	if len(pop.tails.values) != mostTails {
		t.Errorf("%d tails are kept", len(pop.tails.values))
	}
	for row := range uint32(n) {
		p, want := pop.person(row), fmt.Sprintf("a@%d", row)
		if p.Mail != want || p.Principal != want {
			t.Fatalf("row %d: %q, %q", row, p.Mail, p.Principal)
		}
	}
}

// TestAPersonTakesLittle: what a row costs when names, units and ends are known.
func TestAPersonTakesLittle(t *testing.T) {
	const n, most = 10 * perBlock, 80
	pop := newRows(0, "a")
	unit := &audit.Unit{DN: "ou=a"}
	for i := range n {
		p := &audit.Person{NIN: parser.Parse(good), Read: parser, Given: "Ola", Surname: "Nordmann", Display: "Ola Nordmann", Birth: 20150503,
			Mail: fmt.Sprintf("ola.nordmann%d@fjordvik.example", i), Units: []*audit.Unit{unit}, Created: time.Unix(1_700_000_000, 0)}
		p.ID, p.Principal = fmt.Sprintf("00000000-0000-4000-8000-%012d", i), p.Mail
		p.DN = fmt.Sprintf("uid=ola.nordmann%d,ou=people,dc=fjordvik,dc=no", i)
		pop.add(p)
	}
	size := 0
	for _, b := range pop.blocks {
		size += int(unsafe.Sizeof(*b)) + cap(b.bytes)
	}
	if size > n*most {
		t.Errorf("a person takes %d bytes", size/n)
	}
}

// TestWhoIsAtAUnit: a unit's head count is of those whose first it is, whether or not the reader has numbered units.
func TestWhoIsAtAUnit(t *testing.T) {
	pop := newRows(0, "a")
	a, b, c := &audit.Unit{DN: "ou=a", Met: 9}, &audit.Unit{DN: "ou=b"}, &audit.Unit{DN: "ou=c", Met: 3}
	for _, units := range [][]*audit.Unit{{a, b}, {a}, {b, c}, nil, {a, c}} {
		pop.place(&audit.Person{Units: units}, 1)
	}
	pop.place(&audit.Person{Units: []*audit.Unit{a}}, -1)
	if pop.atUnit(a) != 2 || pop.atUnit(b) != 1 || pop.atUnit(c) != 0 {
		t.Errorf("%d, %d, %d persons", pop.atUnit(a), pop.atUnit(b), pop.atUnit(c))
	}
	if all := pop.units.all(); len(all) != 3 || all[0] != c || all[1] != a || all[2] != b {
		t.Errorf("%d units are told", len(all))
	}
}
