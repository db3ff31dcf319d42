package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxName is how many bytes of a name count, before and after folding.
const maxName = 256

// Fold brings a whole name to its comparable form: lower case, Cyrillic in Latin letters by resolution 55 of
// 2010, marks and apostrophes gone, letters that no mark explains spelled out (ø o, æ ae, å a, ł l, đ d, þ th,
// ß ss), anything else between letters one blank. A digit before a letter is the letter that it was taken for
// (V1lde, J0hn). Letters of other scripts stay. Folding twice changes nothing.
func Fold(name string) string {
	name = cut(name)
	if !IsASCII(name) {
		name = latin(name)
	}
	return strings.TrimRight(cut(letters(name)), " ")
}

// Tokens are the parts of a folded name, particles (van, al, bin) among them.
func Tokens(folded string) []string { return strings.Fields(folded) }

// cut shortens s to maxName bytes without splitting a rune.
func cut(s string) string {
	if len(s) <= maxName {
		return s
	}
	end := maxName
	for end > maxName-utf8.UTFMax && !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end]
}

// IsASCII tells whether a name has no letter beyond a to z, and so no marks.
func IsASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// letters keeps lower-cased letters, drops apostrophes and makes one blank of anything else between letters.
func letters(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for i, r := range s {
		if letter, ok := misread(s, i); ok {
			r = letter
		}
		switch {
		case isApostrophe(r):
		case !unicode.IsLetter(r):
			gap = true
		default:
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// misread is the letter that a digit of a name was taken for, by its looks. One at the end of a word counts an
// account, as in Anna2, and is none; so is one among digits.
func misread(s string, i int) (rune, bool) {
	if s[i] < '0' || s[i] > '9' || i+1 >= len(s) || s[i+1] >= utf8.RuneSelf || !unicode.IsLetter(rune(s[i+1])) {
		return 0, false
	}
	return rune("olzeasbtbg"[s[i]-'0']), true
}

// isApostrophe knows the marks that stand for an apostrophe or for a soft sign in a name.
func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', 'ʼ', 'ʹ', '`', '´', 'ʻ', 'ʿ', 'ʾ', '′', 'ʺ':
		return true
	}
	return false
}

// latin takes marks from a name and writes Cyrillic and other than plain Latin letters in plain ones.
func latin(s string) string {
	s = strings.ToValidUTF8(s, " ")     // NFKD leaves alone what follows a broken rune
	s = strings.ReplaceAll(s, "´", "'") // NFKD would make it a blank and a mark
	s = cyrillicMarks.Replace(strings.ToLower(norm.NFKD.String(s)))
	var b strings.Builder
	b.Grow(len(s))
	inWord, afterZe := false, false
	for _, r := range s {
		if unicode.Is(unicode.M, r) {
			continue
		}
		switch plain, ok := plainLetters[r]; {
		case !inWord && wordInitial[r] != "":
			b.WriteString(wordInitial[r])
		case afterZe && r == 'г':
			b.WriteString("gh") // зг is not ж, which is zh
		case ok:
			b.WriteString(plain)
		default:
			b.WriteRune(r)
		}
		inWord = unicode.IsLetter(r) || isApostrophe(r)
		afterZe = r == 'з'
	}
	return b.String()
}
