package planted

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ninaudit/audit/chance"
)

// every rule that the truth must know.
var rules = []string{
	"duplicate-mail", "duplicate-number", "duplicate-person", "duplicate-principal", "nin-batch", "nin-birthdate", "nin-checksum", "nin-date", "nin-duf",
	"nin-early-2032", "nin-exposed", "nin-malformed", "nin-other-kind", "nin-placeholder", "nin-snumber", "nin-synthetic",
	"nin-unissued", "overlay", "pending-duf", "pending-number",
}

func text(t *testing.T, c *Catalog) string {
	t.Helper()
	var out bytes.Buffer
	if err := c.WriteLDIF(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestSameOptionsMakeTheSameBytes(t *testing.T) {
	o := Options{Seed: 7, Persons: 3000, AsOf: 20261123, Systematic: true}
	a, b := Generate(o), Generate(o)
	if text(t, a) != text(t, b) {
		t.Error("the same options make two catalogs")
	}
	if d := cmp.Diff(a.Truth(), b.Truth()); d != "" {
		t.Errorf("two truths: %s", d)
	}
	o.Seed++
	if text(t, a) == text(t, Generate(o)) {
		t.Error("another seed makes the same catalog")
	}
}

func TestTruthKnowsEveryRule(t *testing.T) {
	for name, c := range map[string]*Catalog{
		"sample": Sample(), "small": Generate(Options{Seed: 5, Persons: 1200, AsOf: 20250301}),
		"large": Generate(Options{Seed: 5, Persons: 40000, AsOf: 20261123}),
	} {
		met := map[string]int{}
		for _, v := range c.Truth() {
			if v.Severity != "waiting" {
				met[v.Rule]++
			}
		}
		for _, r := range rules {
			if met[r] == 0 {
				t.Errorf("%s: no %s", name, r)
			}
		}
		if len(met) != len(rules) {
			t.Errorf("%s: met %d rules, want %d", name, len(met), len(rules))
		}
	}
}

// TestEveryKindIsPlanted holds the plan against the truth: each kind makes a case or an innocent
// one.
func TestEveryKindIsPlanted(t *testing.T) {
	for _, p := range plan() {
		b := &builder{Source: chance.New(2, 0x6e696e6175646974), options: Options{Persons: 4000, AsOf: 20261123},
			taken: map[string]bool{}, known: map[string]bool{}, uids: map[string]int{}}
		b.town = b.newTown(4000)
		p.make(b, 0)
		if len(b.truth)+len(b.lawful) == 0 {
			t.Errorf("%s plants nothing", p.name)
		}
	}
}

// TestNothingIsSharedByChance finds every number, address and principal that two entries have, and
// holds that the truth tells of each.
func TestNothingIsSharedByChance(t *testing.T) {
	c := Generate(Options{Seed: 11, Persons: 12000, AsOf: 20261123, Systematic: true})
	told := map[string]bool{}
	for _, v := range c.Truth() {
		told[v.Rule+fmt.Sprint(v.UIDs)] = true
	}
	keys := map[string]func(*person) string{
		"duplicate-mail":      func(p *person) string { return p.mail },
		"duplicate-principal": func(p *person) string { return strings.ToLower(p.principal) },
		"number": func(p *person) string {
			if len(run.FindString(p.nin)) < 9 {
				return ""
			}
			return p.nin
		},
	}
	for rule, key := range keys {
		groups := map[string][]string{}
		for _, p := range c.persons {
			if k := key(p); k != "" && p.account != testAccount && p.account != sharedAccount {
				groups[k] = append(groups[k], p.uid)
			}
		}
		for _, uids := range groups {
			slices.Sort(uids)
			who := fmt.Sprint(uids)
			if len(uids) > 1 && !told[rule+who] && !(rule == "number" && (told["overlay"+who] || told["duplicate-number"+who])) {
				t.Errorf("%s: %d entries share a value and the truth does not tell", rule, len(uids))
			}
		}
	}
}

// TestOneNumberOneVerdict holds that no number is accused twice, that entries have names of their
// own, and that accounts that an audit leaves out are accused of nothing.
func TestOneNumberOneVerdict(t *testing.T) {
	c := Generate(Options{Seed: 13, Persons: 40000, AsOf: 20261123, Systematic: true})
	if c.Persons() != 40000 {
		t.Errorf("%d persons", c.Persons())
	}
	seen := map[string]*person{}
	for _, p := range c.persons {
		if seen[p.uid] != nil {
			t.Fatalf("two entries of one uid: %v, %v", p.notes, seen[p.uid].notes)
		}
		seen[p.uid] = p
	}
	verdicts := map[string]string{}
	for _, v := range c.Truth() {
		for _, uid := range v.UIDs {
			p := seen[uid]
			if p == nil || p.account == testAccount || p.account == sharedAccount {
				t.Fatalf("%s accuses an entry that is left out or not there", v.Rule)
			}
			if p.account == inactive && v.Severity != "info" && v.Severity != "waiting" && len(v.UIDs) < 2 {
				t.Errorf("%s is graver than info for one who has left", v.Rule)
			}
			if first := verdicts[uid]; first != "" && strings.HasPrefix(v.Rule, "nin-") && v.Rule != first {
				t.Errorf("%s and %s on one entry: %v", first, v.Rule, p.notes)
			}
			if strings.HasPrefix(v.Rule, "nin-") {
				verdicts[uid] = v.Rule
			}
		}
	}
}

// TestShares holds that no fault looks like one with a single cause unless it was asked for.
func TestShares(t *testing.T) {
	for _, systematic := range []bool{false, true} {
		c := Generate(Options{Seed: 17, Persons: 40000, AsOf: 20261123, Systematic: systematic})
		unitOf, size := map[string]string{}, map[string]int{}
		for _, p := range c.persons {
			unitOf[p.uid] = p.unit.name
			size[p.unit.name]++
		}
		rule, unit := map[string]int{}, map[[2]string]int{}
		for _, v := range c.Truth() {
			if v.Severity == "waiting" {
				continue
			}
			for _, uid := range v.UIDs {
				rule[v.Rule]++
				unit[[2]string{v.Rule, unitOf[uid]}]++
			}
		}
		wide := false
		for r, n := range rule {
			wide = wide || n*10 > c.Persons()
			if n*10 > c.Persons() && r != "nin-malformed" {
				t.Errorf("%s hits %d", r, n)
			}
		}
		whole := false
		for k, n := range unit {
			whole = whole || size[k[1]] >= 25 && n*10 >= size[k[1]]*8
		}
		if wide != systematic || whole != systematic {
			t.Errorf("systematic %v: a catalog-wide fault %v, a unit-wide one %v", systematic, wide, whole)
		}
	}
}

func TestSpelling(t *testing.T) {
	for _, c := range []struct {
		system spelling
		name   string
		want   string
	}{
		{kmu55, "Шевченко", "Shevchenko"}, {kmu55, "Юлія", "Yuliia"}, {kmu55, "Згурський", "Zghurskyi"},
		{passport2007, "Юлія", "Iuliia"}, {norwegian, "Шевченко", "Sjevtsjenko"}, {norwegian, "Юлія", "Julija"},
		{bgn, "Їжакевич", "Yizhakevych"}, {kmu55, feminine("Вишневський"), "Vyshnevska"}, {kmu55, "Дем'яненко", "Demianenko"},
	} {
		if got := c.system.write(c.name); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	if got := russianForm("Сергій"); got != "Sergei" {
		t.Errorf("Сергій: %s", got)
	}
}

func BenchmarkGenerate(b *testing.B) {
	for b.Loop() {
		var out bytes.Buffer
		if err := Generate(Options{Seed: 1, Persons: 40000, AsOf: 20261123}).WriteLDIF(&out); err != nil {
			b.Fatal(err)
		}
	}
}
