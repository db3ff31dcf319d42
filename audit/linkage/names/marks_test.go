package names

import "testing"

func TestMarksDiffer(t *testing.T) {
	for _, c := range []struct {
		a, b           string
		tonesA, tonesB bool
		want           bool
	}{
		{"Dũng", "Dùng", true, true, true},
		{"Dũng", "Dũng", true, true, false},
		{"Dũng", "Dung", true, false, false}, // who sets no tones may have left them out
		{"Dũng", "Dung", true, true, true},   // who sets them in the rest of the name has not
		{"Thúy An", "An Thùy", true, true, true},
		{"Thúy An", "An", true, true, false},
		{"Thúy Thùy", "Thùy", true, true, true},
		{"André", "Andrè", false, false, true},
		{"André", "Andre", false, false, false},
		{"ANDRÉ", "andré", false, false, false},
		{"Åse", "Aase", false, false, false},
		{"", "Dũng", false, true, false},
	} {
		a, b := Spell(c.a), Spell(c.b)
		if MarksDiffer(a, b, c.tonesA, c.tonesB) != c.want || MarksDiffer(b, a, c.tonesB, c.tonesA) != c.want {
			t.Errorf("%s and %s: want %v", c.a, c.b, c.want)
		}
	}
}
