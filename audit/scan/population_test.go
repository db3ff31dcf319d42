package scan

import (
	"log/slog"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

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
	units := []*audit.Unit{{DN: "ou=a"}, {DN: "ou=b"}, {DN: "ou=c"}}
	ids := []string{"0e8f51a0-7d1c-4a37-9d5e-00000000000a", "0E8F51A0-7D1C-4A37-9D5E-00000000000A", "a@b", "",
		"0e8f51a0-7d1c-4a37-9d5e-00000000000g", strings.Repeat("x", 36)}
	names := []string{"a", "b"}
	both := []*rows{newRows(0, "a"), newRows(1, "b")}
	var want []*audit.Person
	for range 500 {
		p := &audit.Person{NIN: parser.Parse(good), Given: word(), Surname: word(), Display: word(), Mail: word(),
			Birth: nin.Date(r.IntN(99999999)), Affiliations: audit.Affiliation(r.IntN(256)), Account: audit.Account(r.IntN(2))}
		p.ID, p.Principal, p.DN = ids[r.IntN(len(ids))], word(), word()
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
		part.add(p)
		want = append(want, p)
	}
	var pop population
	for i, part := range both {
		if first := pop.join(part); int(first) != 300*i {
			t.Fatalf("catalog %d begins at row %d", i, first)
		}
	}
	opts := cmp.Options{cmp.Comparer(func(a, b nin.Number) bool { return a == b })}
	for row, p := range want {
		if p.Display == "\x00" {
			continue // the mark of a display name that is made again; no catalog gives control characters
		}
		if diff := cmp.Diff(p, pop.person(uint32(row)), opts); diff != "" {
			t.Fatalf("row %d (-put +got):\n%s", row, diff)
		}
		if catalog, account := pop.catalog(uint32(row)), pop.account(uint32(row)); names[catalog] != p.Catalog || account != p.Account {
			t.Fatalf("row %d: catalog %d, account %d", row, catalog, account)
		}
		glance := audit.Glance{NIN: p.NIN, Created: p.Created}
		if p.Catalog == "b" {
			glance.Catalog = 1
		}
		if len(p.Units) > 0 {
			glance.Unit = p.Units[0]
		}
		if got := pop.glance(uint32(row)); got != glance {
			t.Fatalf("row %d: at a glance %+v, want %+v", row, got, glance)
		}
	}
}

// TestARowLargerThanAChunk: a hostile entry may be large, its row still is one.
func TestARowLargerThanAChunk(t *testing.T) {
	pop := newRows(0, "a")
	p := &audit.Person{Mail: strings.Repeat("x", chunkSize+1)}
	for range 3 {
		pop.add(p)
	}
	for row := range uint32(3) {
		if got := pop.person(row); got.Mail != p.Mail {
			t.Fatalf("row %d has a mail of %d bytes", row, len(got.Mail))
		}
	}
}
