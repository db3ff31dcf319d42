package reports

import (
	"encoding/xml"
	"regexp"
	"strconv"
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
	for in, want := range map[string]string{"_x0041_": "_x005F_x0041_", "_x005F_x0041_": "_x005F_x005F_x005F_x0041_", "_x+041_": "_x+041_", "a_x1_": "a_x1_", "x": "x", "_x00zz_": "_x00zz_"} {
		if got := escapeHex(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}

// FuzzText: what is spared by a look at a text's bytes would have changed nothing, and a cell's text is read again as it was.
func FuzzText(f *testing.F) {
	for _, s := range []string{"", "Ola Nordmann", "Åse\nBjørn", "a\u0085b", "a\u061cb", "\u202eab", "a\u2028b", "\ufeffa", "a\uffff", "\xff", "é\xc2",
		"a  b", " a", "a ", "a\u00a0b", "a\u1680b", "a\u2009b", "a\u3000b", "«sitat»", "a–b", "_x0041_", "_x005F_x0041_x0042_", "<a&b>'\"", "a\tb\rc", "\x7f", "王伟"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if clean(s) != cleaned(s) {
			t.Errorf("%q is cleaned to %q, want %q", s, clean(s), cleaned(s))
		}
		if want := strings.Join(strings.Fields(cleaned(s)), " "); oneLine(s) != want {
			t.Errorf("%q on one line is %q, want %q", s, oneLine(s), want)
		}
		var out strings.Builder
		w := newRowWriter(&out, 1)
		w.text(0, 0, clean(s)+"\n"+clean(s))
		if err := w.flush(); err != nil {
			t.Fatal(err)
		}
		var cell struct {
			Text string `xml:"is>t"`
		}
		if err := xml.Unmarshal([]byte(out.String()), &cell); err != nil {
			t.Fatalf("%q: %v", out.String(), err)
		}
		if want := clean(s) + "\n" + clean(s); unescapeHex(cell.Text) != want {
			t.Errorf("%q is read again as %q", want, cell.Text)
		}
	})
}

var hexEscape = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// unescapeHex reads text as Office does.
func unescapeHex(s string) string {
	return hexEscape.ReplaceAllStringFunc(s, func(h string) string {
		r, _ := strconv.ParseUint(h[2:6], 16, 16)
		return string(rune(r))
	})
}
