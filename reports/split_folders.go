package reports

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// longestFolder is how many letters of a unit's name its folder is called by.
const longestFolder = 48

// folderNames gives each unit a folder, from year to year the same: its name in small letters without marks. Two
// units that would share one get a few letters more, made of catalog and name. Nothing of a unit's name can lead
// out of the folder.
func folderNames(units map[unit]*share) map[unit]string {
	taken := map[string]int{}
	for u := range units {
		taken[folderName(u.name)]++
	}
	folders := make(map[unit]string, len(units))
	for u := range units {
		name := folderName(u.name)
		if taken[name] > 1 || name == "" {
			sum := sha256.Sum256([]byte(u.catalog + "\x00" + u.name))
			name = strings.TrimPrefix(name+"-"+hex.EncodeToString(sum[:4]), "-")
		}
		folders[u] = name
	}
	return folders
}

// folderName keeps letters and digits of ASCII, and writes the Norwegian letters with them; what lies between
// becomes a hyphen. Empty where nothing is left.
func folderName(name string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(name) {
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			b.WriteRune(r)
		case r == 'æ' || r == 'ä':
			b.WriteString("ae")
		case r == 'ø' || r == 'ö':
			b.WriteString("o")
		case r == 'å' || r == 'á':
			b.WriteString("a")
		default:
			b.WriteByte('-')
		}
	}
	words := strings.FieldsFunc(b.String(), func(r rune) bool { return r == '-' })
	short := ""
	for _, w := range words {
		if len(short)+1+len(w) > longestFolder {
			break
		}
		short = strings.TrimPrefix(short+"-"+w, "-")
	}
	if short == "" && len(words) > 0 {
		short = words[0][:longestFolder]
	}
	return short
}
