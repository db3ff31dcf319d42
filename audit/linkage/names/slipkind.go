package names

import (
	"strings"
	"sync"
)

// Kind is what a slip in a given name looks like.
type Kind uint8

const (
	Plain    Kind = iota // a consonant more or less: either
	Evident              // what no name looks like
	Sounding             // another sound, as in names that go together: Roya and Raya, Tamir and Damir, Noah and Noam
)

// SlipKind tells of what kind a slip is that makes the one folded token of the other. Evident are neighbours that
// changed places, and three letters in a row that no known name has. Sounding are another vowel, and another letter, or
// one more or less, at either end: that is how names differ that go together.
func SlipKind(name, slipped string) Kind {
	at := firstDifference(name, slipped)
	same := len(name) == len(slipped)
	switch {
	case Turned(name, slipped):
		return Evident
	case at == 0, at == len(name) || at == len(slipped) || same && at == len(name)-1:
		return Sounding
	case same && isVowel(name[at]) && isVowel(slipped[at]):
		return Sounding
	case unheard(slipped):
		return Evident
	}
	return Plain
}

// Turned tells whether two neighbours that changed places are all that tells two folded tokens apart: no ending of
// another name does.
func Turned(a, b string) bool {
	at := firstDifference(a, b)
	return len(a) == len(b) && at+1 < len(a) && a[at] == b[at+1] && a[at+1] == b[at] && a[at+2:] == b[at+2:]
}

// firstDifference is where two strings differ first; the length of the shorter where they do not.
func firstDifference(a, b string) int {
	n := min(len(a), len(b))
	for i := range n {
		if a[i] != b[i] {
			return i
		}
	}
	return n
}

// unheard tells whether a token has three letters in a row, its ends counted in, that no known name has.
func unheard(token string) bool {
	heard := threes()
	token = "^" + token + "$"
	for i := range len(token) - 2 {
		if !heard[token[i:i+3]] {
			return true
		}
	}
	return false
}

// threes are the letters that stand in a row in known names.
var threes = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for name := range knownNames() {
		name = "^" + name + "$"
		for i := range len(name) - 2 {
			all[strings.Clone(name[i:i+3])] = true
		}
	}
	return all
})
