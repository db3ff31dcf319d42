package names

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Marked is a name in lower case with the marks that Fold takes off, each behind its letter; empty where it has none.
func Marked(name string) string {
	if IsASCII(name) {
		return ""
	}
	spelled := norm.NFD.String(strings.ToLower(cut(name)))
	if !strings.ContainsFunc(spelled, isMark) {
		return ""
	}
	return spelled
}

// Tones tells whether a name's writer sets tones: two marks on one letter, a horn, a hook or a dot below. Whoever does
// sets all marks, so that a name without them has none.
func Tones(name string) bool {
	marks := 0
	for _, r := range Marked(name) {
		switch {
		case r == '\u0309' || r == '\u031b' || r == '\u0323':
			return true
		case !isMark(r):
			marks = 0
		case marks == 1:
			return true
		default:
			marks++
		}
	}
	return false
}

// Spelling is a name's parts with their marks.
type Spelling []spelledPart

type spelledPart struct {
	folded string
	marked string // in lower case, each mark behind its letter
	bare   bool   // without marks
}

// Spell takes a name apart as it is written.
func Spell(name string) Spelling {
	parts := strings.FieldsFunc(norm.NFD.String(strings.ToLower(cut(name))), func(r rune) bool {
		return !unicode.IsLetter(r) && !isMark(r) && !isApostrophe(r)
	})
	s := make(Spelling, len(parts))
	for i, p := range parts {
		s[i] = spelledPart{Fold(p), p, !strings.ContainsFunc(p, isMark)}
	}
	return s
}

// MarksDiffer tells whether a part that two given names share when they are folded is written with marks in both, and
// with other ones: Dũng and Dùng, Thúy and Thùy. A part without marks agrees with any, unless its writer sets tones, as
// seen in the rest of the name. Symmetric.
func MarksDiffer(a, b Spelling, tonesA, tonesB bool) bool {
	return marksMiss(a, b, tonesA, tonesB) || marksMiss(b, a, tonesB, tonesA)
}

// marksMiss tells whether a part of a is in b as well, but nowhere with marks that agree.
func marksMiss(a, b Spelling, tonesA, tonesB bool) bool {
	for _, x := range a {
		shared, agree := false, false
		for _, y := range b {
			if x.folded == y.folded {
				shared = true
				agree = agree || x.marked == y.marked || x.bare && !tonesA || y.bare && !tonesB
			}
		}
		if shared && !agree {
			return true
		}
	}
	return false
}

func isMark(r rune) bool { return unicode.Is(unicode.Mn, r) }
