package planted

import (
	"encoding/base64"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// published are the only digits that may look like somebody's number, by their issuers and the
// documentation.
var published = words(`00000000000 12345678911 01010101006 29020105729 20036914700 29020073150 71106177273 71019762194
	71019799918 62033932974 01565590363 15611012370 81212121223 94545456561 81234567802 200205705502 200900595509
	199201426900 200112345609 201017238203 200816832910`)

func TestControlDigits(t *testing.T) {
	for number, want := range map[string]control{
		"20036914700": holds, "29020073150": holds, "29020105729": holds, "71019799918": holds, "03851598730": holds,
		"41819077302": holds, "15611012370": holds, "81212121223": holds, "00000000000": holds, "01010101006": holds,
		"30108299939": early, "55102499947": early, "30908299902": early, "41819077906": early,
		"20036914712": fails, "51030299250": fails, "21030212345": fails, "12081199321": fails, "12345678910": fails,
	} {
		if got := controlOf(number); got != want {
			t.Errorf("a published vector reads %d, want %d", got, want)
		}
	}
	for _, number := range words("200205705502 200900595509 199201426900 200112345609 201017238203 200816832910") {
		if !dufHolds(number) {
			t.Error("a published DUF number fails")
		}
	}
	if dufHolds("201258697561") {
		t.Error("UDI's example holds")
	}
}

func TestSeries(t *testing.T) {
	for _, c := range []struct {
		yy, serial int
		dnr        bool
		want       int
	}{
		{82, 268, false, 1982}, {45, 950, false, 1945}, {45, 600, false, 0}, {60, 800, false, 0}, {60, 600, false, 1860},
		{10, 499, false, 1910}, {10, 500, false, 2010}, {39, 999, false, 2039},
		{61, 772, true, 1961}, {45, 550, true, 0}, {60, 550, true, 1860}, {10, 200, true, 2010}, {10, 199, true, 1910},
	} {
		if got := born(c.yy, c.serial, c.dnr); got != c.want {
			t.Errorf("born(%d, %d, %v) = %d, want %d", c.yy, c.serial, c.dnr, got, c.want)
		}
	}
}

// TestOrdinaryNumbersHold reads the number of everybody who is accused of nothing.
func TestOrdinaryNumbersHold(t *testing.T) {
	c := Generate(Options{Seed: 1, Persons: 8000, AsOf: 20261123})
	accused := map[string]bool{}
	for _, v := range c.Truth() {
		if strings.HasPrefix(v.Rule, "nin-") || strings.HasPrefix(v.Rule, "pending-") || v.Rule == "duplicate-person" {
			for _, uid := range v.UIDs {
				accused[uid] = true
			}
		}
	}
	for _, p := range c.persons {
		if accused[p.uid] || p.account == testAccount || p.account == sharedAccount {
			continue
		}
		if len(p.nin) != 11 || controlOf(p.nin) != holds {
			t.Fatalf("%s: an ordinary number does not hold: %v", p.uuid, p.notes)
		}
		birth := birthOf(p.nin)
		if slices.Contains(published, p.nin) {
			continue
		}
		if birth == 0 || birth > c.asOf || birth.year() < 1930 {
			t.Errorf("%s: an ordinary number has no plausible date: %v", p.uuid, p.notes)
		}
		if p.nin[0] < '4' && p.birthText != "" && p.birthText != birth.eight() && p.birthText != birth.six() {
			t.Errorf("%s: the number's date is another than the birth date: %v", p.uuid, p.notes)
		}
	}
}

var run = regexp.MustCompile(`[0-9]{9,}`)

// TestNobodysNumber reads every run of digits in the catalog, in values written in base64 too.
func TestNobodysNumber(t *testing.T) {
	for _, c := range []*Catalog{Sample(), Generate(Options{Seed: 3, Persons: 15000, AsOf: 20261123, Systematic: true})} {
		all := strings.ReplaceAll(text(t, c), "\n ", "")
		for line := range strings.Lines(all) {
			name, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), ": ")
			if strings.HasSuffix(name, ":") {
				plain, err := base64.StdEncoding.DecodeString(value)
				if err != nil {
					t.Fatal(err)
				}
				value = string(plain)
			}
			for _, s := range run.FindAllString(value, -1) {
				if len(s) < 14 && mayBeSomebodys(s) { // time stamps have 14 digits
					t.Errorf("%s: a run of %d digits may be somebody's number", name, len(s))
				}
			}
		}
	}
}

// mayBeSomebodys tells whether a run of digits is, or holds, a number that is neither published
// nor synthetic.
func mayBeSomebodys(s string) bool {
	if slices.Contains(published, s) {
		return false
	}
	for i := 0; i+11 <= len(s); i++ {
		if w := s[i : i+11]; controlOf(w) != fails && !synthetic(w) {
			return true
		}
	}
	return len(s) == 12 && dufHolds(s) && s[:4] <= "2092"
}

// synthetic tells whether the month is that of a test number: + 60, + 65 or + 80.
func synthetic(number string) bool {
	month := number[2:4]
	return month >= "63" && month <= "77" || month >= "81" && month <= "92"
}
