package linkage_test

import (
	"context"
	"flag"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ninaudit/audit/linkage"
	"ninaudit/audit/linkage/pairs"
	"ninaudit/audit/nin"
)

var update = flag.Bool("update", false, "write testdata anew; read the difference before you commit it")

func everywhere(int, int) bool { return true }

// linked links a generated set and gives the pairs that are named.
func linked(s *pairs.Set) []pairs.Pair {
	var named []pairs.Pair
	for _, p := range setOf(s).Link(context.Background(), everywhere).Pairs {
		named = append(named, pairs.Pair{A: p.A, B: p.B})
	}
	return named
}

// crowd is ordinary persons among whom a few entries stand, so that names have frequencies.
func crowd(entries ...linkage.Record) *linkage.Set {
	s := linkage.NewSet(linkage.Shipped())
	for i := range entries {
		s.Add(&entries[i])
	}
	for i := range ordinary() {
		s.Add(&ordinary()[i])
	}
	return s
}

// ordinary are the persons of a crowd; nobody changes them.
var ordinary = sync.OnceValue(func() []linkage.Record {
	return pairs.Generate(pairs.Options{Seed: 77, Persons: 20_000, Duplicates: -1}).Records
})

// among tells which of the first n entries are named together.
func among(s *linkage.Set, n int) []string {
	var found []string
	for _, p := range s.Link(context.Background(), everywhere).Pairs {
		if p.A < n && p.B < n {
			found = append(found, fmt.Sprintf("%d-%d", p.A, p.B))
		}
	}
	return found
}

func entry(given, surname string, birth nin.Date) linkage.Record {
	return linkage.Record{Given: given, Surname: surname, Birth: birth, Unit: "school", Mail: "parent@example.org"}
}

// TestTwinsAreNeverNamed: twins without numbers share surname, birth date, school and a parent's mail.
func TestTwinsAreNeverNamed(t *testing.T) {
	for _, pair := range []string{
		"Hassan Hussein Haddad", "Samir Samira Haddad", "Omar Amir Saleh", "Mohamed Mahmoud Saleh", "Nour Noura Khalil",
		"Abdi Abdullahi Warsame", "Hodan Hibo Farah", "Ayaan Ayan Isse", "Liban Libaan Ali",
		"Selam Selamawit Tesfay", "Yonas Yonatan Haile", "Winta Wintana Kidane", "Filmon Simon Abraha",
		"Zahra Zohal Ahmadi", "Jawad Jawid Rezai", "Farid Farida Noori", "Hamid Hamed Karimi",
		"Kacper Kamil Nowak", "Zofia Zuzanna Kowalska", "Daria Maria Wójcik", "Adrian Adrianna Mazur",
		"Minh Linh Tran", "Anh An Nguyen", "Lan Lam Le",
		"Viktor Viktoriia Bondar", "Oleksandr Oleksandra Koval", "Danylo Davyd Lysenko", "Daryna Karyna Moroz",
		"Marte Marit Lie", "Mona Mina Dahl", "Emil Emilie Berg", "Mia Maja Moen", "Anna Hanna Hansen", "Jonas Johannes Vik",
	} {
		f := strings.Fields(pair)
		if f[0] == "Ayaan" || f[0] == "Liban" {
			continue // one name in two spellings, which no twins bear
		}
		twins := []linkage.Record{entry(f[0], f[2], 20140312), entry(f[1], f[2], 20140312)}
		if found := among(crowd(twins...), 2); found != nil {
			t.Errorf("%s and %s %s are named", f[0], f[1], f[2])
		}
	}
}

// TestWhoIsNeverOnePerson: siblings, namesakes, father and son, cousins, and whoever has another fødselsnummer.
func TestWhoIsNeverOnePerson(t *testing.T) {
	p := nin.Parser{On: 20261123, AcceptSynthetic: true}
	numbered := func(r linkage.Record, n string) linkage.Record {
		if r.Number = p.Parse(n); r.Number.Fault() != nin.Fine {
			t.Fatal("the number is not fine")
		}
		return r
	}
	for name, pair := range map[string][2]linkage.Record{
		"siblings":       {entry("Ola", "Tveitnes", 20140312), entry("Kari", "Tveitnes", 20160731)},
		"a digit apart":  {entry("Ola", "Tveitnes", 20140312), entry("Per", "Tveitnes", 20130312)},
		"father and son": {entry("Ola", "Tveitnes", 19800101), entry("Ola", "Tveitnes", 20140312)},
		"namesakes":      {entry("Ola", "Tveitnes", 20140312), entry("Ola", "Tveitnes", 20110724)},
		"names alone":    {{Given: "Ola", Surname: "Tveitnes"}, {Given: "Ola", Surname: "Tveitnes", Birth: 20140312}},
		"two numbers": {
			numbered(entry("Ola", "Tveitnes", 20150503), "03851598730"),
			numbered(entry("Ola", "Tveitnes", 20150503), "03851599281"),
		},
	} {
		if found := among(crowd(pair[0], pair[1]), 2); found != nil {
			t.Errorf("%s are named", name)
		}
	}
}

// TestWhoIsOnePerson: the pairs that the rule exists for.
func TestWhoIsOnePerson(t *testing.T) {
	p := nin.Parser{On: 20261123, AcceptSynthetic: true}
	base := entry("Yuliia", "Tymbaliuk", 20140312)
	base.Unit, base.Mail = "", ""
	for name, change := range map[string]func(r *linkage.Record){
		"another romanisation": func(r *linkage.Record) { r.Given, r.Surname = "Julija", "Tymbaljuk" },
		"in Cyrillic":          func(r *linkage.Record) { r.Given, r.Surname = "Юлія", "Тимбалюк" },
		"swapped":              func(r *linkage.Record) { r.Given, r.Surname = r.Surname, r.Given },
		"a slip in the date":   func(r *linkage.Record) { r.Birth = 20140313 },
		"day and month":        func(r *linkage.Record) { r.Birth = 20141203 },
		"the short date":       func(r *linkage.Record) { r.Birth = 140312 },
		"a second given name":  func(r *linkage.Record) { r.Given = "Yuliia Mariia" },
		"with a number":        func(r *linkage.Record) { r.Number = p.Parse("12831498933") },
	} {
		other := base
		change(&other)
		if found := among(crowd(base, other), 2); len(found) != 1 {
			t.Errorf("%s: not named", name)
		}
	}
	early, late := base, base
	early.Principal, late.Principal, late.Prior, late.Surname = "yuliia@fjordvik.no", "yh@fjordvik.no", []string{"Yuliia@fjordvik.no"}, "Hansen"
	if found := among(crowd(early, late), 2); len(found) != 1 {
		t.Error("a changed surname with the earlier principal name: not named")
	}
}

func TestProofIsCertain(t *testing.T) {
	p := nin.Parser{On: 20261123, AcceptSynthetic: true}
	a, b := entry("Ola", "Tveitnes", 20150503), entry("Olea", "Lie", 20150504)
	a.Number, b.Number = p.Parse("03851598730"), p.Parse("41819077302")
	s := linkage.NewSet(linkage.Shipped())
	s.Add(&a)
	s.Add(&b)
	if r := s.Link(context.Background(), everywhere); len(r.Pairs) != 0 {
		t.Fatal("named without proof")
	}
	s.Prove(b.Number, a.Number)
	if r := s.Link(context.Background(), everywhere); len(r.Pairs) != 1 || r.Pairs[0].Class != linkage.ClassCertain {
		t.Errorf("with proof: %+v", r.Pairs)
	}
}

// TestProofLeadsOn: the first number and the third are one person's where each followed the other's successor.
func TestProofLeadsOn(t *testing.T) {
	p := nin.Parser{On: 20261123, AcceptSynthetic: true}
	var entries []linkage.Record
	for i, n := range []string{"03851598730", "41819077302", "03851599281"} {
		r := entry(strings.Fields("Ola Olea Kari")[i], strings.Fields("Tveitnes Lie Moe")[i], 20150503)
		r.Number = p.Parse(n)
		entries = append(entries, r)
	}
	s := setOf(&pairs.Set{Records: entries})
	s.Prove(entries[0].Number, entries[1].Number)
	s.Prove(entries[1].Number, entries[2].Number)
	if found := among(s, 3); strings.Join(found, " ") != "0-1 0-2 1-2" {
		t.Errorf("named: %v", found)
	}
}

// TestOrderDoesNotMatter: the same entries in another order give the same pairs and probabilities.
func TestOrderDoesNotMatter(t *testing.T) {
	s := pairs.Generate(pairs.Options{Seed: 5, Persons: 5_000, Duplicates: 0.05})
	there := setOf(s).Link(context.Background(), everywhere)
	back := linkage.NewSet(linkage.Shipped())
	n := len(s.Records)
	for i := range s.Records {
		back.Add(&s.Records[n-1-i])
	}
	again := map[[2]int]float64{}
	for _, p := range back.Link(context.Background(), everywhere).Pairs {
		again[[2]int{n - 1 - p.B, n - 1 - p.A}] = p.Probability
	}
	if len(there.Pairs) < 100 || len(again) != len(there.Pairs) {
		t.Fatalf("%d pairs there, %d back", len(there.Pairs), len(again))
	}
	for _, p := range there.Pairs {
		if again[[2]int{p.A, p.B}] != p.Probability {
			t.Errorf("%d-%d: %v there, %v back", p.A, p.B, p.Probability, again[[2]int{p.A, p.B}])
		}
	}
}

// TestChainsDoNotRunAcrossAVeto: an entry that is like two persons' joins neither to the other.
func TestChainsDoNotRunAcrossAVeto(t *testing.T) {
	p := nin.Parser{On: 20261123, AcceptSynthetic: true}
	a, b, c := entry("Ola", "Tveitnes", 20150503), entry("Ola", "Tveitnes", 20150503), entry("Ola", "Tveitnes", 20150503)
	a.Number, b.Number = p.Parse("03851598730"), p.Parse("03851599281")
	s := crowd(a, b, c)
	var cases [][]linkage.Pair
	for _, g := range s.Clusters(s.Link(context.Background(), everywhere).Pairs) {
		if g[0].A < 3 && g[0].B < 3 {
			cases = append(cases, g)
		}
	}
	if len(cases) != 2 || len(cases[0]) != 1 || len(cases[1]) != 1 {
		t.Errorf("cases %v, want two pairs apart", cases)
	}
	same := crowd(c, c, c)
	for _, g := range same.Clusters(same.Link(context.Background(), everywhere).Pairs) {
		if g[0].A == 0 && len(linkage.Members(g)) != 3 {
			t.Errorf("three entries of one person: %v", g)
		}
	}
}

func TestABlockThatIsTooLargeIsTold(t *testing.T) {
	s := linkage.NewSet(linkage.Shipped())
	for i := range linkage.MostInBlock + 1 { // more pairs than are compared, of entries that share a date
		r := linkage.Record{Given: fmt.Sprintf("N%d", i), Surname: fmt.Sprintf("S%d", i), Birth: 20140101}
		s.Add(&r)
	}
	r := s.Link(context.Background(), everywhere)
	if len(r.Capped) == 0 || r.Capped[0].Entries != linkage.MostInBlock+1 {
		t.Errorf("capped %v", r.Capped)
	}
}

func FuzzCompare(f *testing.F) {
	f.Add("Yuliia", "Shevchenko", "Julija", "Sjevtsjenko", int32(20120501), int32(10512))
	f.Fuzz(func(t *testing.T, ga, sa, gb, sb string, ba, bb int32) {
		a := linkage.Record{Given: ga, Surname: sa, Birth: nin.Date(max(0, ba))}
		b := linkage.Record{Given: gb, Surname: sb, Birth: nin.Date(max(0, bb))}
		there, back := linkage.Compare(linkage.Shipped(), &a, &b), linkage.Compare(linkage.Shipped(), &b, &a)
		if diff := cmp.Diff(there, back); diff != "" {
			t.Error(diff)
		}
	})
}

// TestACrowdIsOneCase: entries that all look alike are not told pair by pair.
func TestACrowdIsOneCase(t *testing.T) {
	var alike []linkage.Record
	for range 40 {
		r := entry("Yuliia", "Tymbaliuk", 20140312)
		r.Mail = ""
		alike = append(alike, r)
	}
	s := crowd(alike...)
	found := s.Link(context.Background(), everywhere).Pairs
	cases := 0
	for _, g := range s.Clusters(found) {
		if g[0].A < len(alike) {
			cases++
		}
	}
	if cases > 1 {
		t.Errorf("%d cases of one crowd", cases)
	}
}

// TestLinkWhateverTheProcessors: a pass is divided among as many as there are, and what they find is the same.
func TestLinkWhateverTheProcessors(t *testing.T) {
	sample := pairs.Generate(pairs.Options{Seed: 5, Persons: 8000})
	for i := range linkage.MostInBlock + 100 { // a block that is capped
		sample.Records = append(sample.Records, linkage.Record{
			Given: fmt.Sprintf("G%c%c%c", 'a'+i%7, 'b'+i%11, 'a'+i%13), Surname: fmt.Sprintf("S%c%c%c", 'a'+i%17, 'b'+i%19, 'k'+i%5), Birth: 19000101,
		})
	}
	set := linkage.NewSet(linkage.Shipped())
	for i := range sample.Records {
		r := sample.Records[i]
		if i%100 == 0 {
			r.Prior = []string{sample.Records[i+1].Principal}
		}
		set.Add(&r)
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	alone := set.Link(context.Background(), everywhere)
	if len(alone.Pairs) < 50 || len(alone.Capped) == 0 {
		t.Fatalf("%d pairs, %d blocks capped", len(alone.Pairs), len(alone.Capped))
	}
	for _, n := range []int{2, 3, 16} {
		runtime.GOMAXPROCS(n)
		if diff := cmp.Diff(alone, set.Link(context.Background(), everywhere)); diff != "" {
			t.Errorf("%d processors (-one +more):\n%s", n, diff)
		}
	}
}

// TestNumberedNamesAreTheSame: who gives the numbers of names and units gets what the names alone come to, also where one
// name has several numbers.
func TestNumberedNamesAreTheSame(t *testing.T) {
	sample := pairs.Generate(pairs.Options{Seed: 9, Persons: 8000})
	plain, met := linkage.NewSet(linkage.Shipped()), linkage.NewSet(linkage.Shipped())
	numbers := map[string]uint32{"": 0}
	number := func(i int, value string) uint32 {
		if key := fmt.Sprint(value, i%3); value != "" && numbers[key] == 0 {
			numbers[key] = uint32(len(numbers))
		}
		return numbers[fmt.Sprint(value, i%3)]
	}
	for i := range sample.Records {
		r := sample.Records[i]
		plain.Add(&r)
		r.Met = linkage.Met{Given: number(i, r.Given), Surname: number(i, r.Surname), Unit: number(i, r.Unit)}
		met.Add(&r)
	}
	want, got := plain.Link(context.Background(), everywhere), met.Link(context.Background(), everywhere)
	if len(want.Pairs) < 50 || len(numbers) < 1000 {
		t.Fatalf("%d pairs, %d numbers", len(want.Pairs), len(numbers))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-by name +by number):\n%s", diff)
	}
	for _, p := range want.Pairs {
		if diff := cmp.Diff(plain.Compare(p.A, p.B), met.Compare(p.A, p.B)); diff != "" {
			t.Fatalf("entries %d and %d (-by name +by number):\n%s", p.A, p.B, diff)
		}
	}
}
