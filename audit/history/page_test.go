package history

import (
	"bytes"
	"database/sql"
	"encoding/binary"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

var fjordvikOnly = map[int64]string{7: "fjordvik"}

func personOf(id int64) *Person {
	return &Person{ID: id, Catalog: "fjordvik", FirstSeen: 20261120, Without: 20261121, Gone: 20261122, Entry: 1, Digest: 2,
		Was: audit.State{Kind: nin.D, Faulty: true, Number: 3, Principal: 4, Given: 5, Surname: 6, Birth: 7}}
}

// FuzzPage: what is taken for a page is what packPerson makes of its persons, byte for byte.
func FuzzPage(f *testing.F) {
	good := packPerson(packPerson(nil, personOf(1), 7), personOf(49), 7)
	f.Add(good)
	f.Add(good[1:])
	for _, at := range []int{0, catalogAt, kindAt, faultyAt, seenAt, withoutAt, goneAt, personSize} {
		odd := slices.Clone(good)
		odd[at] = 0xff
		f.Add(odd)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if !page(b).sound() {
			return
		}
		var again []byte
		for one := range slices.Chunk(page(b), personSize) {
			p, ok := unpackPerson(one, 3, fjordvikOnly)
			if !ok {
				return
			}
			if p.ID/perPage != 3 || p.Catalog != "fjordvik" || p.Was.Kind > nin.Synthetic || max(p.FirstSeen, p.Without, p.Gone) > 9999_12_31 {
				t.Errorf("%+v", p)
			}
			again = packPerson(again, &p, 7)
		}
		if !bytes.Equal(again, b) {
			t.Error("another page comes of its persons")
		}
	})
}

// TestAPersonOfAPage: each part is kept in its place, and what no run writes is no person.
func TestAPersonOfAPage(t *testing.T) {
	b := packPerson(nil, personOf(173), 7)
	if got, ok := unpackPerson(b, 3, fjordvikOnly); !ok || got != *personOf(173) {
		t.Errorf("%+v", got)
	}
	for at, odd := range map[int]byte{catalogAt + 3: 8, kindAt: 200, faultyAt: 2, seenAt: 0xff, withoutAt: 0xff, goneAt: 0x7f} {
		other := slices.Clone(b)
		other[at] = odd
		if _, ok := unpackPerson(other, 3, fjordvikOnly); ok {
			t.Errorf("byte %d may be %d", at, odd)
		}
	}
	two := packPerson(b, personOf(174), 7)
	for what, odd := range map[string]page{"a byte too few": two[1:], "a byte too many": append(slices.Clone(two), 0),
		"one twice": append(slices.Clone(b), b...), "a wrong order": append(slices.Clone(two[personSize:]), b...),
		"a place beyond the last": append([]byte{perPage}, b[1:]...)} {
		if odd.sound() {
			t.Errorf("%s is a page", what)
		}
	}
	if !page(two).sound() || !page(nil).sound() {
		t.Error("a page is none")
	}
}

// TestPages: whatever is put on pages and taken off them, in any order, the rest stands as it was put, and the first day
// on which one was gone is told.
func TestPages(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 2))
	var p page
	stands := map[int64]Person{}
	for range 5000 {
		one := *personOf(random.Int64N(perPage))
		if one.Gone = nin.Date(random.IntN(3)); random.IntN(3) == 0 {
			delete(stands, one.ID)
			p, _ = p.without(func(person []byte) bool { return int64(person[0]) == one.ID })
		} else {
			one.Digest = audit.Token(random.Uint64())
			stands[one.ID] = one
			p = p.put(packPerson(nil, &one, 7))
		}
		first := nin.Date(0)
		var want []byte
		for _, id := range slices.Sorted(maps.Keys(stands)) {
			one := stands[id]
			want = packPerson(want, &one, 7)
			if one.Gone != 0 && (first == 0 || one.Gone < first) {
				first = one.Gone
			}
		}
		if !p.sound() || !bytes.Equal(p, want) || p.gone() != first {
			t.Fatal("the page is not what was put on it")
		}
	}
}

// TestTheGoneAreFoundByTheirPages: who has gone for too long is forgotten, those on the same page are not, and an empty
// page leaves the file.
func TestTheGoneAreFoundByTheirPages(t *testing.T) {
	s := open(t, options(t.TempDir()))
	u := &Update{Run: run(20261120, "fjordvik", 2)}
	for id := int64(1); id <= 3*perPage; id++ {
		p := *personOf(id)
		if p.Gone = 0; id/perPage == 1 || id == 7 {
			p.Gone = 20261120
		}
		u.Persons = append(u.Persons, p)
	}
	write(t, s, u)
	late := nin.Date(20261120).AddDays(GoneDays)
	if n := write(t, s, &Update{Run: run(late, "fjordvik", 2)}).Persons; n != 0 {
		t.Errorf("%d persons are forgotten a day too early", n)
	}
	if n := write(t, s, &Update{Run: run(late.AddDays(1), "fjordvik", 2)}).Persons; n != perPage+1 {
		t.Errorf("%d persons are forgotten", n)
	}
	var pages, gone int
	if err := s.db.QueryRow("SELECT count(*), sum(gone) FROM persons").Scan(&pages, &gone); err != nil || pages != 3 || gone != 0 {
		t.Errorf("%d pages, gone %d, %v", pages, gone, err)
	}
	for _, p := range load(t, s).Persons {
		if p.ID/perPage == 1 || p.ID == 7 || p.Gone != 0 {
			t.Fatal(fmt.Sprint("person ", p.ID, " stands"))
		}
	}
	if err := s.db.QueryRow("SELECT page FROM persons WHERE page = 1").Scan(&pages); err != sql.ErrNoRows {
		t.Errorf("the empty page stands: %v", err)
	}
}

// TestWhatIsReplacedIsGone: of what was kept of somebody before a change nothing is left in the file, or it would tie an old
// number to a new one.
func TestWhatIsReplacedIsGone(t *testing.T) {
	o := options(t.TempDir())
	s := open(t, o)
	u := &Update{Run: run(20261120, "fjordvik", 2)}
	for id := int64(1); id <= 20*perPage; id++ {
		p := *personOf(id)
		p.Was.Number, p.Gone = audit.Token(id*0x1e3779b97f4a7c15), 0
		u.Persons = append(u.Persons, p)
	}
	write(t, s, u)
	var changed []Person
	for i := 0; i < len(u.Persons); i += 70 { // few of a page, and none of some
		p := u.Persons[i]
		p.Was.Number++
		p.Digest++
		changed = append(changed, p)
	}
	write(t, s, &Update{Run: run(20261121, "fjordvik", 2), Persons: changed})
	file, err := os.ReadFile(o.Path)
	if err != nil {
		t.Fatal(err)
	}
	for _, is := range changed {
		now := binary.BigEndian.AppendUint64(nil, uint64(is.Was.Number))
		before := binary.BigEndian.AppendUint64(nil, uint64(is.Was.Number-1))
		if !bytes.Contains(file, now) || bytes.Contains(file, before) {
			t.Fatalf("person %d: the old number's code is in the file, or the new one's is not", is.ID)
		}
	}
}
