package pairs

import (
	"strings"
	"testing"

	"ninaudit/audit/linkage"
)

// TestKinds holds that the two entries of a kind differ as the kind says.
func TestKinds(t *testing.T) {
	s := made(t)
	sp := newSpeller()
	bearers := map[string]int{}
	for i := range s.Records {
		for _, w := range words(sp.fold(s.Records[i].Given + " " + s.Records[i].Surname)) {
			bearers[w]++
		}
	}
	alone := func(a, b string) bool {
		for i, w := range words(sp.fold(b)) {
			if w != words(sp.fold(a))[i] && (bearers[w] == 1 || bearers[words(sp.fold(a))[i]] == 1) {
				return true
			}
		}
		return false
	}
	type check func(a, b *linkage.Record) bool
	named := func(a, b *linkage.Record) bool { return a.Given == b.Given && a.Surname == b.Surname }
	tied := func(a, b *linkage.Record) bool {
		prior := strings.Join(a.Prior, "") + strings.Join(b.Prior, "")
		return prior == a.Principal || prior == b.Principal || a.Mail != "" && a.Mail == b.Mail
	}
	checks := map[string]check{
		"equal":    func(a, b *linkage.Record) bool { return named(a, b) && a.Birth == b.Birth },
		"spelling": func(a, b *linkage.Record) bool { return !named(a, b) && a.Birth == b.Birth },
		"marks":    func(a, b *linkage.Record) bool { return !named(a, b) && a.Birth == b.Birth },
		"compound": func(a, b *linkage.Record) bool { return len(a.Given+a.Surname) != len(b.Given+b.Surname) },
		"ending": func(a, b *linkage.Record) bool {
			return a.Given == b.Given && strings.HasSuffix(a.Surname, "a") != strings.HasSuffix(b.Surname, "a")
		},
		"swapped-names": func(a, b *linkage.Record) bool { return a.Given == b.Surname && a.Surname == b.Given },
		"swapped-date": func(a, b *linkage.Record) bool {
			return named(a, b) && a.Birth.Month() == b.Birth.Day() && a.Birth.Day() == b.Birth.Month() && a.Birth != b.Birth
		},
		"changed-surname": func(a, b *linkage.Record) bool { return a.Surname != b.Surname && a.Given == b.Given && tied(a, b) },
		"missing-date":    func(a, b *linkage.Record) bool { return named(a, b) && (a.Birth == 0) != (b.Birth == 0) && tied(a, b) },
		"slip-date":       func(a, b *linkage.Record) bool { return named(a, b) && a.Birth != b.Birth && b.Birth.Exists() },
		"slip-given":      func(a, b *linkage.Record) bool { return a.Surname == b.Surname && alone(a.Given, b.Given) },
		"slip-surname":    func(a, b *linkage.Record) bool { return a.Given == b.Given && alone(a.Surname, b.Surname) },
	}
	for _, p := range s.Truth {
		if a, b := &s.Records[p.A], &s.Records[p.B]; !checks[p.Kind](a, b) {
			t.Errorf("%s, %s: %s %s %v / %s %s %v", p.Kind, p.Group, a.Given, a.Surname, a.Birth, b.Given, b.Surname, b.Birth)
		}
	}
}
