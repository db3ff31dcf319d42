package names

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// SameGiven tells whether two folded given names may be one person's: equal, romanisations or forms of one
// name, or one a part of the other (Anna, Anna Maria), in any order, in one word or two. An initial stands
// for a part that begins with it, and is no name by itself. Symmetric.
func SameGiven(a, b string) bool { return same(a, b, sameForm) }

// SameSurname does the same for folded surnames, where gender endings do not count (Base) and a double
// surname includes its parts (Hansen, Hansen Lie).
func SameSurname(a, b string) bool { return same(a, b, sameBase) }

func sameForm(a, b string) bool { return a == b || Form(a) == Form(b) }

func sameBase(a, b string) bool {
	if a == b || Key(a) == Key(b) {
		return true
	}
	if readAlike(a, b) {
		return true
	}
	baseA, baseB := Base(a), Base(b)
	return baseA == baseB || soundAlike(a, b) || soundAlike(baseA, baseB)
}

// readAlike tells whether two surnames have a reading in common.
func readAlike(a, b string) bool {
	others := Readings(b)
	return slices.ContainsFunc(Readings(a), func(r string) bool { return slices.Contains(others, r) })
}

// soundAlike tells whether two surnames have one skeleton of three consonants or more and the same vowels
// between them. It reads what Key leaves apart because given names need it so: z and s, a c that was č.
func soundAlike(a, b string) bool {
	a1, a2 := Skeleton(a)
	b1, b2 := Skeleton(b)
	if len(a1) < 3 || a1 != b1 && a1 != b2 && a2 != b1 && (a2 == "" || a2 != b2) {
		return false
	}
	return vowels(a) == vowels(b)
}

// vowels are the vowels of a token's key, in order.
func vowels(token string) string {
	return strings.Map(func(r rune) rune {
		if r == 'i' || r < utf8.RuneSelf && isOpen(byte(r)) {
			return r
		}
		return -1
	}, Key(token))
}

func same(a, b string, alike func(a, b string) bool) bool {
	as, bs := Tokens(a), Tokens(b)
	if partOf(as, bs, alike) || partOf(bs, as, alike) {
		return true
	}
	return len(as) != len(bs) && !anyInitial(as) && !anyInitial(bs) && len(as)*len(bs) > 0 &&
		alike(strings.Join(as, ""), strings.Join(bs, "")) // Abdul Rahman, Abdulrahman
}

// partOf tells whether every part of a has its like in b, at least one of them a name in full. A particle
// that both have is no name that both have.
func partOf(a, b []string, alike func(a, b string) bool) bool {
	name, rest := false, false
	for _, x := range a {
		found := false
		for _, y := range b {
			switch {
			case IsInitial(x) || IsInitial(y):
				found = found || x[0] == y[0]
			case alike(x, y):
				found = true
				name = name || !particles[x]
				rest = true
			}
		}
		if !found {
			return false
		}
	}
	return name || rest && len(a) == len(b)
}

// IsFull tells whether a folded token is a name by itself: neither an initial nor a particle.
func IsFull(token string) bool { return !IsInitial(token) && !particles[token] }

// Doubled tells whether two folded names differ by doubled letters only: Hana and Hanna, Hansen and Hanssen.
func Doubled(a, b string) bool {
	return a != b && slices.Equal(slices.Compact([]rune(a)), slices.Compact([]rune(b)))
}

// IsInitial knows a single Latin letter; a single letter of another script may be a whole name.
func IsInitial(token string) bool { return len(token) == 1 && token[0] < utf8.RuneSelf }

func anyInitial(tokens []string) bool {
	for _, t := range tokens {
		if IsInitial(t) {
			return true
		}
	}
	return false
}

// particles are parts of names that many persons share and that say nothing alone.
var particles = map[string]bool{
	"van": true, "von": true, "der": true, "den": true, "de": true, "da": true, "di": true, "du": true,
	"del": true, "della": true, "dos": true, "das": true, "la": true, "le": true, "af": true, "av": true,
	"al": true, "el": true, "ul": true, "ud": true, "bin": true, "ibn": true, "ben": true, "bint": true,
	"abu": true, "umm": true, "abd": true, "thi": true, "zu": true, "ter": true, "ten": true,
}
