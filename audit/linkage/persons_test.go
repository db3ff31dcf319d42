package linkage_test

import (
	"context"
	"strings"
	"testing"

	"ninaudit/audit/chance"
	"ninaudit/audit/linkage"
	"ninaudit/audit/linkage/pairs"
	"ninaudit/audit/nin"
)

func alone(a, b linkage.Record) linkage.Result {
	return setOf(&pairs.Set{Records: []linkage.Record{a, b}}).Link(context.Background(), everywhere)
}

// TestTonesTellNamesApart: marks count where both have them, and where a writer sets tones.
func TestTonesTellNamesApart(t *testing.T) {
	for _, c := range []struct {
		given, surnames string
		one             bool
	}{
		{"Dũng/Dùng", "Nguyen/Nguyen", false}, {"Hùng/Hưng", "Tran/Tran", false}, {"Tuấn/Tuân", "Trần/Trần", false},
		{"Hương/Hường", "Nguyễn/Nguyễn", false}, {"Phương/Phượng", "Lê/Lê", false}, {"Thúy/Thùy", "Pham/Pham", false},
		{"Dũng/Dung", "Nguyễn/Nguyễn", false}, {"Minh Dũng/Minh Dung", "Nguyễn/Nguyễn", false},
		{"Thúy/Thuy", "Nguyễn/Nguyen", true}, {"Dũng/Dung", "Nguyen/Nguyen", true}, {"Phương/PHƯƠNG", "Lê/LÊ", true},
		{"Bjørn/Björn", "Lie/Lie", true}, {"Åse/Ase", "Lie/Lie", true}, {"Łukasz/Lukasz", "Wójcik/Wójcik", true}, {"André/Andre", "Müller/Muller", true},
	} {
		a, b, _ := strings.Cut(c.given, "/")
		p, q, _ := strings.Cut(c.surnames, "/")
		if found := alone(entry(a, p, 20140312), entry(b, q, 20140312)); (len(found.Pairs) == 1) != c.one {
			t.Errorf("%s %s and %s %s: %v", a, p, b, q, found.Pairs)
		}
	}
}

// TestWhatIsNoName: an initial or a particle that both have is no name that both have, and no letter of one is a slip.
func TestWhatIsNoName(t *testing.T) {
	for _, given := range []string{"Thi/Thi Lan", "Al/Al Hassan", "Abd/Abd Alrahman", "Anna M/Anna K", "Huy/Hy", "A B/A C"} {
		a, b, _ := strings.Cut(given, "/")
		if among(crowd(entry(a, "Tran", 20140312), entry(b, "Tran", 20140312)), 2) != nil || len(alone(entry(a, "Tran", 20140312), entry(b, "Tran", 20140312)).Pairs) > 0 {
			t.Errorf("%s are named", given)
		}
	}
	if len(alone(entry("Thi Lan", "Tran", 20140312), entry("Lan", "Tran", 20140312)).Pairs) != 1 {
		t.Error("Thi Lan and Lan are not named")
	}
}

// TestDatesAGenerationApart: without their centuries, 91 and 11 are a father and a son as likely as a slip.
func TestDatesAGenerationApart(t *testing.T) {
	for _, dates := range [][2]nin.Date{{910312, 110312}, {840312, 140312}, {19910312, 110312}} {
		if found := alone(entry("Ole", "Hansen", dates[0]), entry("Ole", "Hansen", dates[1])).Pairs; len(found) > 0 {
			t.Errorf("%d and %d are named: %v", dates[0], dates[1], found)
		}
	}
	if len(alone(entry("Ole", "Hansen", 910312), entry("Ole", "Hansen", 920312)).Pairs) != 1 {
		t.Error("a year's slip is not named")
	}
}

// TestAnnaAndHanna are twins where the surnames are not written in two languages.
func TestAnnaAndHanna(t *testing.T) {
	for _, c := range []struct {
		names string
		one   bool
	}{
		{"Hanna Kowalski Anna Kowalska", false}, {"Anna Hanssen Hanna Hansen", false}, {"Hana Haddad Hanna Haddad", false},
		{"Anna Hansen Hanna Hansen", false}, {"Hanna Hryhorenko Anna Grigorenko", true}, {"Ganna Iatsenko Hanna Yatsenko", true},
	} {
		f := strings.Fields(c.names)
		if found := among(crowd(entry(f[0], f[1], 20140312), entry(f[2], f[3], 20140312)), 2); (len(found) == 1) != c.one {
			t.Errorf("%s: %v", c.names, found)
		}
	}
}

// TestManyShareNamesAndDates: where names are few and two in five were registered on the first of January, persons who
// agree in everything are not named for it.
func TestManyShareNamesAndDates(t *testing.T) {
	names := strings.Fields(`Mohamed Ahmed Abdi Ali Hassan Abdirahman Yusuf Omar Ibrahim Abdullahi Farah Osman Hussein Said Jama
		Nur Aden Mahad Liban Khalid Ismail Bashir Zakaria Isse Muse Warsame Guled Hersi Elmi Dahir`)
	weights := make([]int, len(names))
	for i := range weights {
		weights[i] = 10_000 / (i + 2)
	}
	for _, n := range []int{150, 300, 1000, 3000} {
		c := chance.New(uint64(n), 1)
		s := linkage.NewSet(linkage.Shipped())
		for range n {
			birth := nin.MakeDate(c.Between(1985, 2004), c.Between(1, 12), c.Between(1, 28))
			if c.Percent(40) {
				birth = nin.MakeDate(birth.Year(), 1, 1)
			}
			s.Add(&linkage.Record{Given: names[c.Weighted(weights)], Surname: names[c.Weighted(weights)], Birth: birth})
		}
		named, certain := map[int]bool{}, 0
		for _, p := range s.Link(context.Background(), everywhere).Pairs {
			named[p.A], named[p.B] = true, true
			if p.Class == linkage.ClassCertain {
				certain++
			}
		}
		if len(named) > max(2, n/50) || certain > n/1000 {
			t.Errorf("%d of %d persons are named, %d pairs as certain", len(named), n, certain)
		}
	}
}
