package names

import "strings"

// reading is how finely clusters of consonants are told apart.
type reading bool

const (
	wide   reading = false // s sh sj sch ch ts are one, h g kh gh are one, th is t
	strict reading = true  // sh, h, kh, gh and an initial th are letters of their own: S H K G T
)

// Key is the romanisation key of one folded token: the ways of writing one name in Latin letters have one
// key, whichever system wrote it, and so have Norwegian spellings (aa and å, th and t, ck and k, w and v, ph
// and f, y and j and i). Vowels stay, so that Samir and Samira, Omar and Amir, Hassan and Hussein differ. A
// key of a key is itself; it is no text to show.
func Key(token string) string { return key(token, wide) }

// key reads a token from the left, the longest cluster first.
func key(token string, how reading) string {
	if len(token) > 3 && strings.HasSuffix(token, "ah") {
		token = strings.TrimRight(token, "h") // Sarah, Abdullah
	}
	var room [maxName]byte
	out := room[:0]
	for i := 0; i < len(token); {
		letter, width := read(token, i, how)
		if letter == 'x' {
			out = put(out, 'k')
			letter = 's'
		}
		out = put(out, letter)
		i += width
	}
	return string(unUmlaut(out))
}

// put appends a letter to a key. Doubled letters become one, and a sibilant swallows the t before it (ts, tsj,
// tch) and the sibilant after it (shch, šč).
func put(out []byte, letter byte) []byte {
	sibilant := letter == 's' || letter == 'S' || letter == 'z'
	if n := len(out); n > 0 && sibilant && out[n-1] == 't' {
		out = out[:n-1]
		if letter == 'z' {
			letter = 's'
		}
	}
	if n := len(out); n > 0 {
		last := out[n-1]
		switch {
		case last == letter && letter < 0x80:
			return out
		case sibilant && (last == 's' || last == 'S'):
			if letter == 'S' {
				out[n-1] = 'S'
			}
			return out
		}
	}
	return append(out, letter)
}

// read tells the letter of the key that stands for what begins at token[i], and how many bytes that is.
func read(token string, i int, how reading) (letter byte, width int) {
	next := byteAt(token, i+1)
	switch c := token[i]; c {
	case 'c':
		return readC(token, i, how)
	case 's':
		if next == 'c' && byteAt(token, i+2) == 'h' {
			return pick(how, 'S', 's'), 3
		}
		if next == 'h' || next == 'j' || next == 'z' {
			return pick(how, 'S', 's'), 2
		}
	case 'z':
		if next == 'h' || next == 'j' {
			return 'z', 2
		}
	case 't':
		if next == 'h' && i == 0 && !strings.HasPrefix(token, "thor") {
			return pick(how, 'T', 't'), 2
		}
		if next == 'h' {
			return 't', 2
		}
	case 'k':
		if next == 'h' {
			return pick(how, 'K', 'g'), 2
		}
	case 'g':
		if next == 'h' {
			return pick(how, 'G', 'g'), 2
		}
	case 'h':
		return pick(how, 'H', 'g'), 1
	case 'p':
		if next == 'h' {
			return 'f', 2
		}
	case 'o':
		if next == 'o' || next == 'u' {
			return 'u', 2
		}
	case 'e':
		if next == 'e' {
			return 'i', 2
		}
	default:
		return readAlone(c, how), 1
	}
	return token[i], 1
}

// readC reads c: k before a, o, u, consonants and at the end, ch a hushing sound but in Christian and Chloe.
func readC(token string, i int, how reading) (letter byte, width int) {
	switch next := byteAt(token, i+1); next {
	case 'h':
		if after := byteAt(token, i+2); i == 0 && (after == 'r' || after == 'l') {
			return 'k', 2
		}
		return pick(how, 'S', 's'), 2
	case 'z':
		return pick(how, 'S', 's'), 2
	case 'e', 'i', 'y':
		return 's', 1
	}
	return 'k', 1
}

// readAlone reads a letter that begins no cluster; capitals are letters of a strict key.
func readAlone(c byte, how reading) byte {
	switch c {
	case 'y', 'j':
		return 'i'
	case 'w':
		return 'v'
	case 'q':
		return 'k'
	case 'S', 'T':
		return pick(how, c, c|0x20)
	case 'K', 'G', 'H':
		return pick(how, c, 'g')
	}
	return c
}

func pick(how reading, ifStrict, ifWide byte) byte {
	if how == strict {
		return ifStrict
	}
	return ifWide
}

// byteAt is the byte at i, 0 past the end.
func byteAt(s string, i int) byte {
	if i < len(s) {
		return s[i]
	}
	return 0
}

// unUmlaut writes oe and ue inside a word as o and u (Joergen, Mueller). At the end they are what they seem:
// Moe, Joel, Hoel, Moen.
func unUmlaut(key []byte) []byte {
	out := key[:0]
	for i, c := range key {
		if c == 'e' && i > 0 && (key[i-1] == 'o' || key[i-1] == 'u') && i+2 < len(key) && !isOpen(key[i+1]) {
			continue
		}
		out = append(out, c)
	}
	return out
}

// isOpen knows the vowels but i, which is j as well.
func isOpen(c byte) bool { return c == 'a' || c == 'e' || c == 'o' || c == 'u' }
