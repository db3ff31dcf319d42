package main

import (
	"strings"
	"testing"
)

// FuzzProtected holds that no bytes make the reader panic, that each error names the file and shows no number, and that
// what is accepted is one word in small letters.
func FuzzProtected(f *testing.F) {
	for _, text := range []string{"# x\nADA@fjordvik.no\r\n\n", "01861299917\n", "a b\n", "\xff\n", "\ufeffa"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		all, err := parseProtected(strings.NewReader(text), "x.txt")
		if err != nil && (all != nil || !strings.HasPrefix(err.Error(), "x.txt:") || holdsNumber(err.Error())) {
			t.Errorf("%d persons, err %v", len(all), err)
		}
		for name := range all {
			if name == "" || strings.ToLower(name) != name || strings.ContainsAny(name, " \t\n\r") {
				t.Errorf("accepted: %q", name)
			}
		}
	})
}
