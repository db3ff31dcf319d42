package names

import "strings"

// Skeleton is the consonant skeleton of one folded token: sibilants S, h g kh H, vowels gone but for an
// initial A. The second skeleton reads c as k before a, o, u, consonants and at the end, and an initial chr
// or chl as kr and kl; it is empty where it is the same. Two tokens agree if any of their skeletons do.
//
// A skeleton is wide: Hassan and Hussein, Omar and Amir share one. Skeletons of two letters or less are weak
// and need other evidence beside them.
func Skeleton(token string) (first, second string) {
	first = skeleton(token, false)
	if strings.Contains(token, "c") {
		if second = skeleton(token, true); second == first {
			second = ""
		}
	}
	return first, second
}

func skeleton(token string, cIsK bool) string {
	if len(token) > 3 && strings.HasSuffix(token, "ah") {
		token = strings.TrimRight(token, "h")
	}
	var room [maxName]byte
	out := room[:0]
	for i := 0; i < len(token); {
		letter, width := readBone(token, i, cIsK)
		if letter == 'x' {
			out = bone(out, 'k')
			letter = 'S'
		}
		if letter != 'A' || i == 0 {
			out = bone(out, letter)
		}
		i += width
	}
	return string(out)
}

// bone appends a consonant; doubled ones become one, and a sibilant swallows the t before it.
func bone(out []byte, letter byte) []byte {
	if n := len(out); n > 0 && letter == 'S' && out[n-1] == 't' {
		out = out[:n-1]
	}
	if n := len(out); n > 0 && out[n-1] == letter && letter < 0x80 {
		return out
	}
	return append(out, letter)
}

// readBone is read for skeletons: A is a vowel, y or j.
func readBone(token string, i int, cIsK bool) (letter byte, width int) {
	letter, width = read(token, i, wide)
	if token[i] == 'c' && !cIsK && byteAt(token, i+1) != 'k' {
		letter = 'S'
	}
	switch letter {
	case 's', 'z':
		return 'S', width
	case 'g':
		return 'H', width
	case 'a', 'e', 'i', 'o', 'u':
		return 'A', width
	}
	return letter, width
}
