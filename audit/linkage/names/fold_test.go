package names

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestFold(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"", ""},
		{"  Kari   Nordmann ", "kari nordmann"},
		{"Bjørn-Åge Ærø", "bjorn age aero"},
		{"Łukasz Đorđe Guðrún Þór", "lukasz dorde gudrun thor"},
		{"Groß, Œdipe & Işıl", "gross oedipe isil"},
		{"O'Brien O’Brien OʼBrien O`Brien O´Brien", "obrien obrien obrien obrien obrien"},
		{"Ša\u030crka", "sarka"},
		{"A\u030ase", "ase"},
		{"Згурський", "zghurskyi"},
		{"Єлизавета Юлія Яна Їжак Йосип", "yelyzaveta yuliia yana yizhak yosyp"},
		{"Сергій-Юрій", "serhii yurii"},
		{"Сергіи\u0306 Зої\u0308", "serhii zoi"},
		{"Знам'янка", "znamianka"},
		{"Лук’яненко", "lukianenko"},
		{"Ельцын Подъячев Фёдор Эдуард", "eltsyn podiachev fiodor eduard"},
		{"Nguyễn Thị Ánh", "nguyen thi anh"},
		{"محمد", "محمد"},
		{"Jan 2 Erik", "jan erik"},
		{"Ola\xffNordmann", "ola nordmann"},
	} {
		if got := Fold(c.name); got != c.want {
			t.Errorf("Fold(%q) = %q, want %q", c.name, got, c.want)
		}
	}
	if got := Fold(strings.Repeat("щ", 1000)); len(got) > maxName || !utf8.ValidString(got) {
		t.Errorf("Fold of a long name has %d bytes", len(got))
	}
	if got := Fold("x" + strings.Repeat("ш", 1000)); len(got) < maxName-3 {
		t.Errorf("a rune that is cut in two takes more than itself: %d bytes", len(got))
	}
}

func TestTokens(t *testing.T) {
	if got := Tokens(Fold("Abd al-Rahman van der Berg")); !slices.Equal(got,
		[]string{"abd", "al", "rahman", "van", "der", "berg"}) {
		t.Error(got)
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"Їжак-Юрій", "O´Brien", "A\u030aseе\u0308", "ﷺ", "\xd0", "ǅ İ ẞ", "ӣ", "зъг", "00000\xf3Ơ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		folded := Fold(s)
		if again := Fold(folded); again != folded {
			t.Errorf("Fold(%q) = %q, and again %q", s, folded, again)
		}
		if len(folded) > maxName || !utf8.ValidString(folded) || strings.Trim(folded, " ") != folded ||
			strings.Contains(folded, "  ") {
			t.Errorf("Fold(%q) = %q", s, folded)
		}
	})
}
