package rules

import (
	"strings"
	"testing"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// someone reads "Given/Surname/birth date".
func someone(s string) *audit.Person {
	f := strings.Split(s, "/")
	return &audit.Person{Given: f[0], Surname: f[1], Birth: nin.ReadBirthDate(f[2])}
}

func TestCompare(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want likeness
	}{
		// one person
		{"Ola/Nordmann/20120501", "Ola/Nordmann/20120501", same},
		{"OLA/NORDMANN/20120501", "ola/nordmann/010512", same},
		{"Bjørn/Sæther/20120501", "Bjorn/Saether/", same},
		{"Åse/Aas/20120501", "Aase/Ås/20120501", same},
		{"Anna Maria/Hansen/20120501", "Anna/Hansen Lie/20120501", same},
		{"Anne-Lise/Moe/20120501", "Anne Lise/Moe/20120501", same},
		{"Nguyen/Van Minh/20120501", "Van Minh/Nguyen/20120501", same},
		{"Yuliia/Shevchenko/20120501", "Julija/Sjevtsjenko/20120501", same},
		{"Iuliia/Hnatiuk/20120501", "Yuliya/Gnatyuk/20120501", same},
		{"Oleksandr/Kovalskyi/20120501", "Alexander/Kovalskij/20120501", same},
		{"Serhii/Bondar/20120501", "Sergei/Bondar/20120501", same},
		{"Olena/Kovalska/20120501", "Elena/Kovalskaja/20120501", same},
		{"Łukasz/Wójcik/20120501", "Lukasz/Wojcik/20120501", same},
		{"Nour/Al-Hassan/20120501", "Nour/Al Hassan/20120510", same}, // a slip in the date
		{"Nour/Hassan/20120510", "Nour/Hassan/20121005", same},       // day and month swapped
		// twins and siblings, never one person
		{"Hassan/Ali/20120501", "Hussein/Ali/20120501", different},
		{"Samir/Haddad/20120501", "Samira/Haddad/20120501", different},
		{"Omar/Farah/20120501", "Amir/Farah/20120501", different},
		{"Mohamed/Warsame/20120501", "Mahmoud/Warsame/20120501", different},
		{"Viktor/Bondar/20120501", "Viktoriia/Bondar/20120501", different},
		{"Oleksandr/Koval/20120501", "Oleksandra/Koval/20120501", different},
		{"Marte/Lie/20120501", "Marit/Lie/20120501", different},
		{"Emil/Lie/20120501", "Emilie/Lie/20120501", different},
		{"Selam/Tesfay/20120501", "Selamawit/Tesfay/20120501", different},
		{"Zahra/Rezai/20120501", "Zohal/Rezai/20120501", different},
		{"Kacper/Nowak/20120501", "Kamil/Nowak/20120501", different},
		{"Minh/Tran/20120501", "Linh/Tran/20120501", different},
		{"Thi Lan/Tran/20120501", "Thi Mai/Tran/20120501", different},
		{"Ola/Nordmann/20120501", "Kari/Lie/20090101", different},
		{"Ola/Nordmann/", "Kari/Lie/", different},
		{"Anna/Hansen/20120501", "Anna/Olsen/20090101", different},
		// a change of name
		{"Anna/Hansen/20120501", "Anna/Kovalenko/20120501", renamed},
		// not enough to say
		{"Anna/Hansen/20120501", "Anna/Kovalenko/", unclear},
		{"Per/Hansen/20120501", "Per/Hansen/19800101", unclear},
		{"Mona/Lie/20120501", "Mina/Lie/20120501", unclear},
		{"//20120501", "Ola/Nordmann/20120501", unclear},
	} {
		for _, got := range []likeness{compare(someone(c.a), someone(c.b)), compare(someone(c.b), someone(c.a))} {
			if got != c.want {
				t.Errorf("%s and %s: %d, want %d", c.a, c.b, got, c.want)
			}
		}
	}
}

func TestADisplayedNameServesWhereThereIsNoOther(t *testing.T) {
	a := &audit.Person{Display: "Anna Maria Hansen", Birth: 20120501}
	if got := compare(a, someone("Anna Maria/Hansen/20120501")); got != same {
		t.Errorf("likeness %d", got)
	}
}

func TestOneEdit(t *testing.T) {
	for pair, want := range map[string]bool{
		"abcd abcd": false, "abcd abxd": true, "abcd abd": true, "abd abcd": true, "abcd acbd": true, "abcd axyd": false,
		"abcd dcba": false, "a b": true, "abcd ab": false, "aabb abab": true,
	} {
		a, b, _ := strings.Cut(pair, " ")
		if got := oneEdit([]rune(a), []rune(b)); got != want {
			t.Errorf("%s: %v", pair, got)
		}
	}
}

func FuzzCompare(f *testing.F) {
	f.Add("Yuliia", "Shevchenko", "Julija", "Sjevtsjenko", int32(20120501), int32(10512))
	f.Fuzz(func(t *testing.T, ga, sa, gb, sb string, ba, bb int32) {
		if len(ga)+len(sa)+len(gb)+len(sb) > 4096 {
			return // a catalog cuts longer names
		}
		a := &audit.Person{Given: ga, Surname: sa, Birth: nin.Date(max(0, ba))}
		b := &audit.Person{Given: gb, Surname: sb, Birth: nin.Date(max(0, bb))}
		if compare(a, b) != compare(b, a) {
			t.Error("the order matters")
		}
	})
}
