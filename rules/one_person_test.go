package rules

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"ninaudit/audit"
	"ninaudit/audit/linkage"
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
		{"Christian/Lie/20120501", "Kristian/Lie/20120501", same},
		{"Per Christian/Lie/20120501", "Per Kristian/Lie/20120501", same},
		{"Sara/Lie/20120501", "Sarah/Lie/20120501", same},
		{"Muhammad/Ali/20120501", "Mohamed/Ali/20120501", same},
		{"Yousef/Saleh/20120501", "Yusuf/Saleh/20120501", same},
		{"Abdul Rahman/Noori/20120501", "Abdulrahman/Noori/20120501", same},
		{"Mykyta/Bondar/20120501", "Nikita/Bondar/20120501", same},
		{"Юлія/Шевченко/20120501", "Yuliia/Shevchenko/20120501", same},
		{"Hanna/Hryhorenko/20120501", "Anna/Grigorenko/20120501", same}, // both names in another system
		{"/Zahra/20120501", "/Zahra/20120501", same},
		// twins and siblings, never one person
		{"Mia/Lie/20120501", "Maja/Lie/20120501", different},
		{"Jan/Lie/20120501", "Ann/Lie/20120501", different},
		{"Juni/Lie/20120501", "Unni/Lie/20120501", different},
		{"Rana/Haddad/20120501", "Rania/Haddad/20120501", unclear},
		{"Nada/Haddad/20120501", "Nadia/Haddad/20120501", unclear},
		{"Ghassan/Haddad/20120501", "Hassan/Haddad/20120501", different},
		{"Jamal/Haddad/20120501", "Amal/Haddad/20120501", different},
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
		{"/Ahmadzai/20120501", "Farid/Ahmadzai/20120501", unclear},
		{"Anna/Hansen/20120501", "Hanna/Hansen/20120501", unclear},    // twins, or a Ukrainian's documents
		{"Mohamed/Ali/20120101", "Mohamed/Warsame/20120101", unclear}, // many share such a date
		{"Emma/Hansen/20120527", "Emma/Olsen/20120528", unclear},
		{"/Zahra/20120501", "/Zahra/20090807", different},
	} {
		for _, pair := range [][2]string{{c.a, c.b}, {c.b, c.a}} {
			if got, _ := compare(someone(pair[0]), someone(pair[1])); got != c.want {
				t.Errorf("%s and %s: %d, want %d", pair[0], pair[1], got, c.want)
			}
		}
	}
}

func TestADisplayedNameServesWhereThereIsNoOther(t *testing.T) {
	a := &audit.Person{Display: "Anna Maria Hansen", Birth: 20120501}
	if got, _ := compare(a, someone("Anna Maria/Hansen/20120501")); got != same {
		t.Errorf("likeness %d", got)
	}
}

// TestGroups: what a group comes to does not depend on the order of its entries.
func TestGroups(t *testing.T) {
	for name, c := range map[string]struct {
		group []string
		want  string // variant, severity; empty: one person
	}{
		"one person":     {[]string{"Anna/Hansen/20120501", "Anna Maria/Hansen/20120501"}, ""},
		"a bridge":       {[]string{"Anna/Hansen/20120501", "Anna Maria/Hansen/20120501", "Maria/Hansen/20120501"}, "unclear error"},
		"three names":    {[]string{"Anna/Hansen/20120501", "Anna/Olsen/20120501", "Anna/Lie/20120501"}, "renamed info"},
		"three unclear":  {[]string{"Anna/Hansen/", "Anna/Olsen/", "Anna/Lie/"}, "unclear error"},
		"three nameless": {[]string{"//", "//", "//"}, "unclear error"},
		"three persons":  {[]string{"Anna/Hansen/20120501", "Per/Olsen/19900501", "Kari/Lie/"}, "many critical"},
		"one of two":     {[]string{"Anna/Hansen/20120501", "Anna/Hansen/20120501", "Per/Olsen/19900501"}, "two critical"},
	} {
		for range len(c.group) {
			c.group = append(c.group[1:], c.group[0])
			var members []*audit.Person
			for _, s := range c.group {
				members = append(members, someone(s))
			}
			got := ""
			for _, v := range judgeOverlay(members, 20261123) {
				severity := v.Severity
				if severity == 0 {
					severity = audit.Critical
				}
				got = overlay(OverlapOptions{}, nil).Variants[v.Variant].ID + " " + severity.String()
			}
			if got != c.want || (len(judgeDuplicateNumber(members, 20261123)) > 0) != (c.want == "") {
				t.Errorf("%s: %v is %q, want %q", name, c.group, got, c.want)
			}
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
		forth, _ := compare(a, b)
		if back, _ := compare(b, a); forth != back {
			t.Error("the order matters")
		}
	})
}

// TestAStandInIsKnownHoweverItIsWritten: with a blank in it, it is nobody's number all the same.
func TestAStandInIsKnownHoweverItIsWritten(t *testing.T) {
	p := nin.Parser{On: 20261123}
	for _, value := range []string{"00000000000", "000000 00000", "01017000000", "010170-00000"} {
		a, b := someone("Ola/Nordmann/20120501"), someone("Kari/Lie/20090101")
		a.NIN, b.NIN, a.Read, b.Read = p.Parse(value), p.Parse(value), p, p
		v := judgeOverlay([]*audit.Person{a, b}, p.On)
		if len(v) != 1 || overlay(OverlapOptions{}, nil).Variants[v[0].Variant].ID != "many" {
			t.Errorf("a stand-in of %d characters on two persons: %+v", len(value), v)
		}
		if d := judgeDuplicateNumber([]*audit.Person{a, a}, p.On); d != nil {
			t.Errorf("a stand-in of %d characters is one person's number", len(value))
		}
	}
}

// TestOverlapBetweenControllers: who may be compared does not depend on which catalog comes first.
func TestOverlapBetweenControllers(t *testing.T) {
	p := nin.Parser{On: 20261123, AcceptSynthetic: true}
	var all everyone
	for _, catalog := range []string{"a", "b", "c"} {
		one := someone("Ola/Nordmann/20150503")
		one.Catalog, one.ID, one.NIN, one.Read = catalog, catalog, p.Parse("03851598730"), p
		all = append(all, one)
	}
	check := func(o OverlapOptions) (members [][]int) {
		for _, v := range overlap(o).Check.(audit.Whole)(t.Context(), all, p.On).Verdicts {
			members = append(members, v.Members)
		}
		return members
	}
	controllers := map[string]string{"a": "X", "b": "Y", "c": "Y"}
	if got := check(OverlapOptions{Controllers: controllers}); len(got) != 1 || len(got[0]) != 2 || got[0][0] != 1 {
		t.Errorf("without a basis: %v", got)
	}
	if got := check(OverlapOptions{Controllers: controllers, Basis: "agreement"}); len(got) != 1 || len(got[0]) != 3 {
		t.Errorf("with one: %v", got)
	}
}

// TestOneNumberBetweenControllers: entries of different controllers on one number are held against each other on a
// legal basis only, and a reader is told.
func TestOneNumberBetweenControllers(t *testing.T) {
	p := nin.Parser{On: 20261123, AcceptSynthetic: true}
	ola, kari := someone("Ola/Nordmann/20150503"), someone("Kari/Lie/20090101")
	ola.NIN, kari.NIN = p.Parse("03851598730"), p.Parse("03851598730")
	ola.Catalog, kari.Catalog = "a", "b"
	for _, c := range []struct {
		o        OverlapOptions
		together bool
		notice   string
	}{
		{OverlapOptions{}, true, ""},
		{OverlapOptions{Controllers: map[string]string{"a": "X", "b": "X"}}, true, ""},
		{OverlapOptions{Controllers: map[string]string{"a": "X", "b": "Y"}}, false, "were not compared"},
		{OverlapOptions{Controllers: map[string]string{"a": "X"}}, false, "were not compared"},
		{OverlapOptions{Controllers: map[string]string{"a": "X", "b": "Y"}, Basis: "agreement"}, true, "agreement"},
	} {
		for _, r := range []audit.Rule{overlay(c.o, c.o.numberKey()), duplicateNumber(c.o.numberKey())} {
			check := r.Check.(audit.EachGroup)
			if a, b := check.Key.Of(nil, ola), check.Key.Of(nil, kari); len(a) == 0 || bytes.Equal(a, b) != c.together {
				t.Errorf("%s, %+v: together %v", r.ID, c.o, !c.together)
			}
			if check.Model == "" {
				t.Errorf("%s names no model", r.ID)
			}
		}
		told := overlay(c.o, nil).Check.(audit.EachGroup).Notices([]string{"a", "b"})
		if (len(told) == 0) != (c.notice == "") || len(told) > 0 && !strings.Contains(told[0].EN, c.notice) {
			t.Errorf("%+v: told %v", c.o, told)
		}
	}
}

// TestEvidenceNamesItsPair: of a case of several pairs, each after the other; of a single pair it need not.
func TestEvidenceNamesItsPair(t *testing.T) {
	var all everyone
	for _, id := range []string{"c", "a", "b"} {
		one := someone("Yuliia/Shevchenko/20150503")
		one.ID = id
		all = append(all, one)
	}
	l := link(all, nil)
	for n, want := range map[int]string{1: "[[0 0]]", 3: "[[0 1] [0 2] [1 2]]"} {
		v := l.verdict([]linkage.Pair{{A: 0, B: 1}, {A: 0, B: 2}, {A: 1, B: 2}}[:n])
		var pairs [][2]int
		for _, e := range v.Evidence {
			if len(pairs) == 0 || pairs[len(pairs)-1] != e.Of {
				pairs = append(pairs, e.Of)
			}
		}
		if got := fmt.Sprint(pairs); got != want {
			t.Errorf("the evidence of %d pairs is of %s, want %s", n, got, want)
		}
	}
}

// everyone is a population of a test.
type everyone []*audit.Person

func (e everyone) Len() int                   { return len(e) }
func (e everyone) Person(i int) *audit.Person { return e[i] }
