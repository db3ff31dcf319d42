package linkage

import (
	"context"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"ninaudit/audit/linkage/names"
	"ninaudit/audit/nin"
)

// TestAGlanceMissesNothing: whatever is passed over at a glance is two persons by a closer look as well, and counts among
// the twins for as much. The names are known ones, and what slips, other spellings and other orders make of them.
func TestAGlanceMissesNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	list, err := os.ReadFile("names/known.txt")
	if err != nil {
		t.Fatal(err)
	}
	known := strings.Fields(string(list))
	pick := func() string { return known[len(known)/2+r.IntN(200)] }
	spell := strings.NewReplacer("sh", "sj", "ch", "x", "ks", "x", "x", "chs", "y", "ij", "f", "ph")
	s := NewSet(Shipped())
	for i := range 1500 {
		given, surname := pick(), pick()
		if i%3 == 0 {
			given += " " + pick()
		}
		at, letter := r.IntN(len(given)), string(rune('a'+r.IntN(26)))
		switch i % 8 {
		case 0:
			given = given[:at] + letter + given[at:]
		case 1:
			given = given[:at] + given[min(at+1, len(given)):]
		case 2:
			given = given[:at] + letter + given[min(at+1, len(given)):]
		case 3:
			given = spell.Replace(strings.ToLower(given))
		case 4:
			given = strings.ReplaceAll(given, " ", "")
		}
		if i%4 != 0 {
			surname = []string{"Hansen", "Nowak", "Haddad"}[i%3]
		}
		birth := nin.MakeDate(2010, 1, 1+i%3)
		s.Add(&Record{Given: given, Surname: surname, Birth: birth})
		if i%5 == 0 {
			s.Add(&Record{Given: surname, Surname: given, Birth: birth})
		}
	}
	for _, given := range strings.Fields("Roxy Rochsy Max Machs Alex Alechs Abdul-Rahman Abdulrahman Sjtimi Shtimi Sjetil Kjetil Chris Kris Xhoi Choi") {
		s.Add(&Record{Given: given, Surname: "Hansen", Birth: 20100101}) // slips of clusters, and one word for two
	}
	s.Link(context.Background(), func(int, int) bool { return true })
	apart, closer := 0, 0
	for i := range uint32(s.Len()) {
		for j := range i {
			x, y := s.member(i), s.member(j)
			if x.given != 0 && y.given != 0 && !x.mayBeOne(&y.glance) && s.givenLevel(&x, &y, true) != different {
				t.Fatalf("%q and %q can not be one at a glance", s.given.names[x.given].text, s.given.names[y.given].text)
			}
			if !x.apart(&y) {
				closer++
				continue
			}
			apart++
			a, o := s.compare(&x, &y, false)
			var glanced, looked slips
			glanced.countTwins(different, &x, &y)
			looked.countTwins(a.given, &x, &y)
			if o != Twins || looked != glanced {
				t.Fatalf("%q and %q are apart at a glance, and then %v, twins %v and %v",
					s.given.names[x.given].text, s.given.names[y.given].text, o, glanced, looked)
			}
		}
	}
	if apart < 5*closer || !names.Known(names.Fold(pick())) {
		t.Errorf("%d pairs are apart at a glance, and %d are looked at", apart, closer)
	}
}

// TestNamesakesAtAGlance: whom their birth dates hold apart at a glance is two persons when looked at, and none of twins.
func TestNamesakesAtAGlance(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	s := NewSet(Shipped())
	for range 1500 {
		date := nin.MakeDate([]int{1991, 2010, 2011, 2019}[r.IntN(4)], 1+r.IntN(12), 1+r.IntN(28))
		switch r.IntN(12) {
		case 0:
			date = 0
		case 1:
			date %= 1_000_000
		case 2:
			date = nin.Date(r.IntN(100_000_000)) // no day
		}
		s.Add(&Record{Given: []string{"Ola", "Kari", ""}[r.IntN(3)], Surname: []string{"Hansen", "Nowak"}[r.IntN(2)], Birth: date})
	}
	s.Link(context.Background(), func(int, int) bool { return true })
	apart, closer := 0, 0
	for i := range uint32(s.Len()) {
		for j := range i {
			x, y := s.member(i), s.member(j)
			if !x.bornApart(&y) {
				closer++
				continue
			}
			apart++
			a, o := s.compare(&x, &y, false)
			var looked slips
			looked.countTwins(a.given, &x, &y)
			if o != Born || looked != (slips{}) {
				t.Fatalf("%d and %d are apart at a glance, and then %v, twins %v", x.birth, y.birth, o, looked)
			}
		}
	}
	if apart < 100_000 || closer < 100_000 {
		t.Errorf("%d pairs are apart at a glance, and %d are looked at", apart, closer)
	}
}

// TestPartsAreTold: what a given name of several parts is a part of is told by their forms but where one is an initial
// or stands twice, and then by names.SameGiven, which is the rule.
func TestPartsAreTold(t *testing.T) {
	parts := strings.Fields("Anna Anna A Maria M Maria Abdul al Ali Ali Hassan Hasan H van Marie")
	r := rand.New(rand.NewPCG(1, 2))
	s := NewSet(Shipped())
	for range 400 {
		given := parts[r.IntN(len(parts))]
		for range r.IntN(3) {
			given += " " + parts[r.IntN(len(parts))]
		}
		s.Add(&Record{Given: given, Surname: "Hansen"})
	}
	told := 0
	for i := range uint32(len(s.given.names)) {
		for j := range i {
			m, n := s.given.names[i], s.given.names[j]
			if m.text == "" || n.text == "" || len(m.forms) == 1 && len(n.forms) == 1 || m.form == n.form || m.joined == n.joined {
				continue
			}
			want := share(m.full, n.full) && names.SameGiven(m.text, n.text)
			if got := s.compareGiven(i, j) == part; got != want {
				t.Errorf("%q and %q: one is a part of the other: %v, want %v", m.text, n.text, got, want)
			} else if got {
				told++
			}
		}
	}
	if told < 1000 {
		t.Errorf("%d pairs are one name by a part", told)
	}
}
