package reports

import (
	"fmt"
	"maps"
	"math"
	"strings"
	"testing"

	"ninaudit/audit"
)

func TestEvidenceIsSaidInEveryLanguage(t *testing.T) {
	for _, field := range strings.Fields("given surname names birth unit mail prior number prior-odds") {
		if w := fieldWord(field); !w.Complete() || w == audit.Same(field) {
			t.Errorf("field %s: %q", field, w)
		}
	}
	seen := map[string]bool{}
	levels := strings.Fields("equal variant part slip near two similar swapped year different missing proven")
	for _, level := range levels {
		w := levelWord(level)
		if !w.Complete() || w == audit.Same(level) || seen[w.NB+w.EN] {
			t.Errorf("level %s: %q", level, w)
		}
		seen[w.NB+w.EN] = true
	}
	if got := levelWord("new\x1b\u202e"); got != audit.Same("new ") {
		t.Errorf("an unknown level reads %q", got)
	}
}

func TestProbabilityIsNeverRoundedUp(t *testing.T) {
	for score, want := range map[float64]string{1: "1 Practically certain", 0.99999: "0.999 Practically certain",
		0.99: "0.99 Practically certain", 0.98999: "0.989 Probable", 0.75: "0.75 Probable", 0.7499: "0.749 Possible",
		0: "0 Possible", -1: "0 Possible", 2: "1 Practically certain", math.NaN(): "0 Possible"} {
		if got := fmt.Sprint(floored(score), " ", scoreWord(score).EN); got != want {
			t.Errorf("%v reads %q, want %q", score, got, want)
		}
	}
	got := map[float64]string{}
	for _, bits := range []float64{-0.04, 0, 6.05, -12.34, math.Inf(1)} {
		got[bits] = tenths(bits)
	}
	want := map[float64]string{-0.04: "0", 0: "0", 6.05: "6.1", -12.34: "-12.3", math.Inf(1): ""}
	if !maps.Equal(got, want) {
		t.Errorf("bits read %v, want %v", got, want)
	}
}

func TestDuplicateRate(t *testing.T) {
	catalog := func(name string, persons, duplicates int) audit.CatalogSummary {
		return audit.CatalogSummary{Name: name, Persons: persons, Duplicates: duplicates}
	}
	for _, test := range []struct {
		l        audit.Language
		catalogs []audit.CatalogSummary
		want     string
	}{
		{audit.Bokmal, []audit.CatalogSummary{catalog("a", 5012, 12)}, "12 av 5\u00a0012 brukere (0,2\u00a0%)"},
		{audit.Nynorsk, []audit.CatalogSummary{catalog("a", 5012, 0)}, ""},
		{audit.English, []audit.CatalogSummary{catalog("a", 50120, 2)}, "2 of 50,120 accounts (<\u00a00.1%)"},
		{audit.English, []audit.CatalogSummary{catalog("a", 0, 2)}, "2 of 0 accounts (–)"},
		{audit.Nynorsk, []audit.CatalogSummary{catalog("a", 10, 2), catalog("b", 4, 0), catalog("c", 3, 3)},
			"a 2 av 10 brukarar (20,0\u00a0%) · c 3 av 3 brukarar (100,0\u00a0%)"},
	} {
		if got := (voice{l: test.l}).duplicates(&audit.Summary{Catalogs: test.catalogs}); got != test.want {
			t.Errorf("%s: %q, want %q", test.l, got, test.want)
		}
	}
	r := compared()
	if text := flat(t, opened(t, r, options(t, r, audit.Bokmal)), "Om kjøringen"); !strings.Contains(text, "Modell for like personer | 3f9a61c2\n") {
		t.Errorf("the model is not told:\n%s", text)
	}
}
