package names

import "strings"

// GenderForms tells whether two folded given names differ by a gender ending only: Samir and Samira, Viktor
// and Viktoriia, Martin and Martine. It errs on the side of yes: Anna and Anne count too, for such endings
// are never slips. Forms of one name are no gender forms. Symmetric.
func GenderForms(a, b string) bool {
	as, bs := Tokens(a), Tokens(b)
	if len(as) != len(bs) {
		return false
	}
	differ := false
	for i := range as {
		switch {
		case sameForm(as[i], bs[i]):
		case genderPair(Key(as[i]), Key(bs[i])):
			differ = true
		default:
			return false
		}
	}
	return differ
}

// genderPairs are endings on the key, the other gender's beside them.
var genderPairs = [][2]string{
	{"", "a"}, {"", "ia"}, {"", "e"}, {"", "ie"}, {"", "ine"}, {"", "ina"}, {"", "ete"}, {"", "eta"},
	{"", "ele"}, {"", "ela"}, {"", "ita"}, {"o", "a"}, {"e", "a"}, {"i", "a"}, {"i", "e"}, {"as", "a"},
	{"us", "a"}, {"us", "e"}, {"os", "a"}, {"ian", "in"}, {"ian", "ine"}, {"ian", "ina"}, {"ik", "iete"},
	{"e", "ia"}, {"o", "ia"}, {"", "it"}, {"i", "it"}, // the last two are Tigrinya: Merhawi, Merhawit
	{"", "o"}, {"an", "a"}, {"on", "o"}, // Mahad, Mahado; Darian, Daria
}

func genderPair(a, b string) bool {
	for _, p := range genderPairs {
		if endsOn(a, b, p[0], p[1]) || endsOn(a, b, p[1], p[0]) {
			return true
		}
	}
	return false
}

// endsOn tells whether one stem of two letters or more makes a with one ending and b with the other.
func endsOn(a, b, endA, endB string) bool {
	stemA, okA := strings.CutSuffix(a, endA)
	stemB, okB := strings.CutSuffix(b, endB)
	return okA && okB && stemA == stemB && len(stemA) >= 2
}

// OneEdit tells whether exactly one letter inserted, dropped, replaced or swapped with its neighbour makes b
// of a. Symmetric.
func OneEdit(a, b string) bool {
	if IsASCII(a) && IsASCII(b) {
		return oneEdit([]byte(a), []byte(b)) // of few letters, and so not on the heap
	}
	return oneEdit([]rune(a), []rune(b))
}

func oneEdit[letter byte | rune](x, y []letter) bool {
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y)-len(x) > 1 {
		return false
	}
	head := 0
	for head < len(x) && x[head] == y[head] {
		head++
	}
	tail := 0
	for tail < len(x)-head && x[len(x)-1-tail] == y[len(y)-1-tail] {
		tail++
	}
	left := len(x) - head - tail
	if len(x) != len(y) {
		return left == 0
	}
	return left == 1 || left == 2 && x[head] == y[head+1] && x[head+1] == y[head]
}

// OneSlip tells whether one slip makes b of a: one edit, or one cluster of letters taken for another that looks or
// sounds like it (rn and m, cl and d, ph and f). Symmetric.
func OneSlip(a, b string) bool {
	if OneEdit(a, b) {
		return true
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > longestCluster-1 {
		return false
	}
	for _, c := range clusters {
		if oneCluster(a, b, c[0], c[1]) || oneCluster(a, b, c[1], c[0]) {
			return true
		}
	}
	return false
}

// clusters are letters that are taken for each other where no single edit makes the one of the other: by the eye,
// in print and handwriting, and by the ear.
var clusters = [...][2]string{
	{"rn", "m"}, {"nn", "m"}, {"in", "m"}, {"ni", "m"}, {"ri", "n"}, {"vv", "w"}, {"cl", "d"}, {"li", "h"}, {"lc", "k"},
	{"ph", "f"}, {"ks", "x"}, {"chs", "x"}, {"ch", "k"}, {"sch", "s"}, {"ts", "z"}, {"oo", "u"}, {"ee", "i"}, {"eu", "oi"},
}

// longestCluster is that of clusters.
const longestCluster = 3

// oneCluster tells whether putting to in the place of one from makes b of a.
func oneCluster(a, b, from, to string) bool {
	if len(b)-len(a) != len(to)-len(from) {
		return false
	}
	for i := 0; i+len(from) <= len(a) && a[:i] == b[:i]; i++ {
		if a[i:i+len(from)] == from && b[i:i+len(to)] == to && a[i+len(from):] == b[i+len(to):] {
			return true
		}
	}
	return false
}

// Slip tells whether one slip of the pen may have made one folded given name of the other: one part of four
// letters or more differs, by one edit that is no gender ending and leaves the first letter, unless the first
// two changed places. Whether it is a slip, and not another name, the caller decides by how many bear each.
// Symmetric.
func Slip(a, b string) bool {
	as, bs := Tokens(a), Tokens(b)
	if len(as) != len(bs) {
		return false
	}
	slips := 0
	for i := range as {
		if as[i] == bs[i] {
			continue
		}
		if slips++; slips > 1 || !slipOfToken(as[i], bs[i]) {
			return false
		}
	}
	return slips == 1
}

func slipOfToken(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if min(len(x), len(y)) < 4 || !OneEdit(a, b) || GenderForms(a, b) {
		return false
	}
	return x[0] == y[0] || len(x) == len(y) && x[0] == y[1] && x[1] == y[0]
}
