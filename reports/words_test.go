package reports

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"ninaudit/audit"
)

func TestEveryWordExistsInEveryLanguage(t *testing.T) {
	for w := range words {
		text := w.text()
		if !text.Complete() {
			t.Errorf("word %d is missing in a language: %q", w, text)
		}
		holes := func(s string) int { return strings.Count(s, "{") }
		if holes(text.NB) != holes(text.NN) || holes(text.NB) != holes(text.EN) {
			t.Errorf("word %d has placeholders in one language that it lacks in another: %q", w, text)
		}
	}
}

// Excel: a sheet's name is at most 31 characters, without : \ / ? * [ ]; and " 99" must find room behind it.
func TestSheetNamesAreFitForExcel(t *testing.T) {
	for _, l := range audit.Languages() {
		var all []string
		for _, w := range []word{sheetSummary, sheetFindings, sheetDuplicates, sheetRules, sheetAbout} {
			name := voice{l: l}.say(w)
			if utf8.RuneCountInString(name) > 28 || strings.ContainsAny(name, `:\/?*[]'`) {
				t.Errorf("%s: %q", l, name)
			}
			if slices.Contains(all, strings.ToLower(name)) {
				t.Errorf("%s: two sheets are called %q", l, name)
			}
			all = append(all, strings.ToLower(name))
		}
	}
}

func TestNumbersAndPlurals(t *testing.T) {
	for _, test := range []struct {
		l    audit.Language
		n    int
		want string
	}{
		{audit.Bokmal, 0, "0 saker"}, {audit.Bokmal, 1, "1 sak"}, {audit.Bokmal, 2, "2 saker"},
		{audit.Bokmal, 999, "999 saker"}, {audit.Bokmal, 1480, "1\u00a0480 saker"}, {audit.Nynorsk, 1234567, "1\u00a0234\u00a0567 saker"},
		{audit.English, 1, "1 case"}, {audit.English, 5012, "5,012 cases"}, {audit.English, -5012, "−5,012 cases"},
	} {
		if got := (voice{l: test.l}).count(test.n, caseOne, caseMany); got != test.want {
			t.Errorf("%s %d: %q, want %q", test.l, test.n, got, test.want)
		}
	}
}

func TestListed(t *testing.T) {
	v := voice{l: audit.Bokmal}
	if got := v.listed([]string{"a", "b", "c"}, 3, ", "); got != "a, b, c" {
		t.Error(got)
	}
	if got := v.listed([]string{"a", "b", "c", "d"}, 3, ", "); got != "a, b, c og 1 til" {
		t.Error(got)
	}
}

func TestNINMode(t *testing.T) {
	for _, m := range []NINMode{NINKind, NINMasked, NINFull} {
		if got, err := ParseNINMode(m.String()); err != nil || got != m {
			t.Errorf("%s: %v, %v", m, got, err)
		}
	}
	if _, err := ParseNINMode("all"); err == nil {
		t.Error("an unknown mode is accepted")
	}
}
