package reports

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"ninaudit/audit"
)

func FuzzClean(f *testing.F) {
	for _, s := range []string{"Kari", "Ola\x1b[31m\nNordmann", "\xff\xfe", "a\u202eb", "søk\u0085\u2028", "\ufffe\uffff\ufeff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := clean(s)
		if !utf8.ValidString(got) {
			t.Errorf("bad UTF-8 comes through: %q", got)
		}
		for _, r := range got {
			if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\ufffe' || r == '\uffff' {
				t.Errorf("%U comes through", r)
			}
		}
		if clean(got) != got {
			t.Errorf("cleaning twice changes %q", got)
		}
	})
}

func TestFitCutsWhatNoCellHolds(t *testing.T) {
	v := voice{l: audit.Bokmal}
	for _, s := range []string{strings.Repeat("a", maxCell), strings.Repeat("ø", maxCell), "😀"} {
		if v.fit(s) != s {
			t.Errorf("%d units are cut", units(s))
		}
	}
	for _, s := range []string{strings.Repeat("a", maxCell+1), strings.Repeat("😀", maxCell/2+1)} {
		got := v.fit(s)
		if n := units(got); n > maxCell || n < maxCell-1 || !utf8.ValidString(got) {
			t.Errorf("%d units become %d", units(s), n)
		}
		if !strings.HasSuffix(got, "… (forkortet)") {
			t.Errorf("a text is cut without a word: …%s", got[len(got)-20:])
		}
	}
}

func TestLines(t *testing.T) {
	for _, test := range []struct {
		text string
		wide float64
		want int
	}{
		{"", 10, 1}, {"kort", 10, 1}, {"en\nto\ntre", 10, 3}, {"aaaa aaaa aaaa", 10, 2}, {"aaaaaaaaaa aa", 11, 2},
		{strings.Repeat("a", 25), 10, 3}, {"a " + strings.Repeat("a", 25), 10, 4}, {"aaaa\n" + strings.Repeat("aaaa ", 4), 10, 3},
	} {
		if got := lines(test.text, test.wide); got != test.want {
			t.Errorf("%q in %v: %d lines, want %d", test.text, test.wide, got, test.want)
		}
	}
}

func TestColumns(t *testing.T) {
	for s, want := range map[string]int{"Ærlig": 5, "e\u0301": 1, "王伟": 4, "5\u00a0012": 5} {
		if got := columns(s); got != want {
			t.Errorf("%q takes %d columns, want %d", s, got, want)
		}
	}
}

func TestShorten(t *testing.T) {
	for _, test := range [][2]string{{"abcdef", "abcdef"}, {"abcdefg", "abcde…"}, {"王伟王伟", "王伟…"}} {
		if got := shorten(test[0], 6); got != test[1] {
			t.Errorf("%q becomes %q, want %q", test[0], got, test[1])
		}
	}
}

func TestEscapeHex(t *testing.T) {
	for in, want := range map[string]string{"_x0041_": "_x005F_x0041_", "a_x1_": "a_x1_", "x": "x", "_x00zz_": "_x00zz_"} {
		if got := escapeHex(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}
