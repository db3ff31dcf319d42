package names

import "strings"

// Base is the key of one folded surname token without its gender ending: one for Zelenskyi and Zelenska,
// Kovalov and Kovalova, Chornyi and Chorna, Kowalski and Kowalska. Only endings that are sure are taken off:
// Lithuanian, Latvian, Czech and Greek ones are not, for there the man's form does not follow from the
// woman's.
func Base(surnameToken string) string {
	token := spellPolish(surnameToken)
	k := Key(token)
	for _, e := range genderEndings {
		if stem, ok := strings.CutSuffix(k, e.end); ok && len(stem) >= e.least {
			return stem + e.base
		}
	}
	for _, end := range adjective {
		stem, ok := strings.CutSuffix(token, end)
		if ok && len(stem) >= 3 && !isVowel(stem[len(stem)-1]) {
			return Key(stem) + "a" // the woman's form, so that no other name's stem meets it
		}
	}
	return k
}

// genderEndings stand on the key; a stem shorter than least is a name of its own (Nova, Eva, Dina).
var genderEndings = []struct {
	end, base string
	least     int
}{
	{"skaia", "sk", 2}, {"ski", "sk", 2}, {"ska", "sk", 2},
	{"zkaia", "sk", 2}, {"zki", "sk", 2}, {"zka", "sk", 2},
	{"ova", "ov", 2}, {"eva", "ev", 2}, {"ina", "in", 2},
	{"iva", "iv", 3}, // -eeva: the key reads ee as i
	{"aia", "a", 3},
}

// adjective are the ways of writing the man's ending -ий of an adjective.
var adjective = []string{"yi", "yy", "yj", "iy", "ij", "ii"}

// spellPolish writes -cki and -cka as -tski and -tska, before c is read as k.
func spellPolish(token string) string {
	i := strings.LastIndex(token, "ck")
	if i < 2 {
		return token
	}
	switch token[i+2:] {
	case "a", "i", "y", "yi", "yy", "yj", "ij", "ii", "iy", "aia", "aja", "aya":
		return token[:i] + "tsk" + token[i+2:]
	}
	return token
}

func isVowel(c byte) bool { return isOpen(c) || c == 'i' || c == 'y' || c == 'j' }
