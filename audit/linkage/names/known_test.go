package names

import (
	"strings"
	"testing"
)

func TestKnown(t *testing.T) {
	twins := "mona mina jawid jawad hamid hamed daryna karyna khadra khadar maram mariam salwa salma " +
		"sana sama liwia oliwia mikal mikael saida sadia samer samir"
	for name := range strings.FieldsSeq(twins) {
		if !Known(name) {
			t.Errorf("Known(%q) = false for a given name", name)
		}
	}
	for slip := range strings.FieldsSeq("haaw rma lna moniqk helag mchael andrwe # names") {
		if Known(slip) {
			t.Errorf("Known(%q) = true for what is no name", slip)
		}
	}
	if Known("") || Known("mona mina") || Known("Mona") {
		t.Error("Known takes something else than one folded token for a name")
	}
}

func TestKnownMarksFold(t *testing.T) {
	for _, name := range []string{"Åse", "Øyvind", "Łukasz", "Søren", "Zoë"} {
		if !Known(Fold(name)) {
			t.Errorf("Known(%q) = false for %s", Fold(name), name)
		}
	}
}

// A line of the list that is garbled shows as a name that folds to nothing, to several tokens or to
// other than Latin letters.
func TestKnownNamesAreTokens(t *testing.T) {
	for name := range knownNames() {
		if tokens := Tokens(name); len(tokens) != 1 || Fold(name) != name {
			t.Errorf("known name %q is no folded token", name)
		}
		if strings.Trim(name, "abcdefghijklmnopqrstuvwxyz") != "" {
			t.Errorf("known name %q has other than Latin letters", name)
		}
		if len(name) < 2 || len(name) > 16 {
			t.Errorf("known name %q has %d letters", name, len(name))
		}
	}
	if got := len(knownNames()); got < 2000 {
		t.Errorf("%d known names, want at least 2000", got)
	}
}

// As known.txt says of itself, no name stands in it twice.
func TestKnownNamesStandOnce(t *testing.T) {
	seen := map[string]string{}
	for line := range strings.Lines(knownText) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for name := range strings.FieldsSeq(line) {
			if first, ok := seen[Fold(name)]; ok {
				t.Errorf("%s stands in the list already as %s", name, first)
			}
			seen[Fold(name)] = name
		}
	}
}

func TestKnownAllocatesNothing(t *testing.T) {
	Known("mona")
	if n := testing.AllocsPerRun(100, func() { Known("mona"); Known("moniqk") }); n != 0 {
		t.Errorf("Known allocates %v times per call", n)
	}
}
