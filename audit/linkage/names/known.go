package names

import (
	_ "embed" // known.txt
	"strings"
	"sync"
)

// Known tells whether a folded token, exactly as it is spelled but for an umlaut that may be written
// out (Juergen), is a given name that people in Norway are known to bear, whatever its origin. Mina is
// then no slip of the pen for Mona, nor Hamed one for Hamid. False says little: no list of names is
// complete.
func Known(token string) bool {
	if _, ok := knownNames()[token]; ok {
		return true
	}
	for i := 1; i < len(token); i++ {
		if token[i] != 'e' || token[i-1] != 'a' && token[i-1] != 'o' && token[i-1] != 'u' {
			continue
		}
		if _, ok := knownNames()[token[:i]+token[i+1:]]; ok {
			return true
		}
	}
	return false
}

// knownText holds given names as people write them, separated by blanks; a line that begins with #
// is a comment. Compiled by hand from common knowledge of names, not from any register.
//
//go:embed known.txt
var knownText string

// knownNames is the set of the folded names of knownText.
var knownNames = sync.OnceValue(func() map[string]struct{} {
	known := map[string]struct{}{}
	for line := range strings.Lines(knownText) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for name := range strings.FieldsSeq(line) {
			known[Fold(name)] = struct{}{}
		}
	}
	return known
})
