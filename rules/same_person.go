package rules

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// likeness is how two entries that share a number compare, without the number.
type likeness uint8

const (
	unclear   likeness = iota // too little to compare, or signs both ways
	same                      // one person
	renamed                   // one person who changed surname, by the looks of it
	different                 // two persons
)

// compare decides on names and birth date. It is careful both ways. Twins and siblings differ in the given
// name only, so no spelling of a given name is forgiven unless it is a way of writing the same name in Latin
// letters; a single letter in the middle leaves it open. Names that agree while the birth dates do not may be
// father and son: open too.
func compare(a, b *audit.Person) likeness {
	ga, sa := nameParts(a)
	gb, sb := nameParts(b)
	if len(ga)+len(sa) == 0 || len(gb)+len(sb) == 0 {
		return unclear
	}
	born := compareBirth(a.Birth, b.Birth)
	given := alike(forms(ga), forms(gb))
	surname := alike(sa, sb) || alike(endings(sa), endings(sb))
	if alike(ga, sb) && alike(sa, gb) {
		given, surname = true, true // swapped
	}
	switch {
	case given && surname && born == datesDiffer:
		return unclear
	case given && surname:
		return same
	case given && born == datesAgree:
		return renamed
	case given && born == dateMissing:
		return unclear
	case surname && born != datesDiffer && slipInside(ga, gb):
		return unclear
	}
	return different
}

// nameParts are the given names and surnames in comparable form; the displayed name serves where the entry
// has neither.
func nameParts(p *audit.Person) (given, surname []string) {
	given, surname = latinKeys(p.Given), latinKeys(p.Surname)
	if all := latinKeys(p.Display); len(given)+len(surname) == 0 && len(all) > 0 {
		given, surname = all[:len(all)-1], all[len(all)-1:]
	}
	return given, surname
}

// forms are given names with each form of a name replaced by one (Serhii for Sergei).
func forms(names []string) []string {
	out := slices.Clone(names)
	for i, n := range out {
		if first, ok := formOf[n]; ok {
			out[i] = first
		}
	}
	return out
}

// alike tells whether two lists of names are of one person: equal in any order, or one a part of the other
// (Anna, Anna Maria).
func alike(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 {
		return false
	}
	for _, x := range a {
		found := false
		for _, y := range b {
			found = found || x == y
		}
		if !found {
			return false
		}
	}
	return true
}

// endings takes the gender from Slavic surnames: -skyi and -ska, -ov and -ova.
func endings(names []string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = n
		for _, e := range []struct{ end, base string }{
			{"skaia", "sk"}, {"skii", "sk"}, {"ski", "sk"}, {"ska", "sk"}, {"ova", "ov"}, {"eva", "ev"}, {"ina", "in"},
		} {
			if base, ok := strings.CutSuffix(n, e.end); ok && len(base) >= 3 {
				out[i] = base + e.base
				break
			}
		}
	}
	return out
}

// slipInside tells whether two single given names differ in one place inside them: a slip of the pen, or twins
// with like names. A changed ending is a name of the other gender, a changed first letter another name.
func slipInside(a, b []string) bool {
	if len(a) != 1 || len(b) != 1 {
		return false
	}
	x, y := []rune(a[0]), []rune(b[0])
	return min(len(x), len(y)) >= 4 && x[0] == y[0] && x[len(x)-1] == y[len(y)-1] && oneEdit(x, y)
}

// oneEdit tells whether one letter put in, left out, replaced or swapped with its neighbour makes b of a.
func oneEdit(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	j := 0
	for j < len(a)-i && a[len(a)-1-j] == b[len(b)-1-j] {
		j++
	}
	left := len(a) - i - j
	if len(a) != len(b) {
		return left == 0
	}
	return left == 1 || left == 2 && a[i] == b[i+1] && a[i+1] == b[i]
}

type birthLikeness uint8

const (
	dateMissing birthLikeness = iota
	datesAgree
	datesDiffer
)

// compareBirth compares the digits of two birth dates: the same day, one slip apart, or day and month swapped
// agree.
func compareBirth(a, b nin.Date) birthLikeness {
	if a == 0 || b == 0 {
		return dateMissing
	}
	if a.SameDay(b) || nin.MakeDate(a.Year(), a.Day(), a.Month()).SameDay(b) {
		return datesAgree
	}
	x, y := fmt.Sprintf("%08d", a), fmt.Sprintf("%08d", b)
	if !a.KnowsCentury() || !b.KnowsCentury() {
		x, y = x[2:], y[2:]
	}
	if oneEdit([]rune(x), []rune(y)) {
		return datesAgree
	}
	return datesDiffer
}

// latinKeys splits a name and brings each part to a form in which the ways of writing one name in Latin
// letters meet: case, marks and apostrophes gone, hyphens as blanks, and the romanisations of Ukrainian and
// other Slavic names folded (Yuliia, Julia and Iuliia; Shevchenko and Sjevtsjenko). The systems are those of
// the Ukrainian government's resolution 55 of 2010, its passports, BGN/PCGN, Språkrådet, and German and
// scholarly usage.
func latinKeys(name string) []string {
	parts := strings.FieldsFunc(fold(name), func(r rune) bool { return !unicode.IsLetter(r) })
	keys := parts[:0]
	for _, p := range parts {
		if k := collapse(romanisations.Replace(p)); k != "" {
			keys = append(keys, k)
		}
	}
	return keys
}

// fold lowers a name and takes marks and apostrophes from it; letters that no mark explains are spelled out.
func fold(name string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(name)) {
		if !unicode.Is(unicode.Mn, r) && !strings.ContainsRune("'’ʼʹ`´", r) {
			b.WriteRune(r)
		}
	}
	return plainLetters.Replace(b.String())
}

var plainLetters = strings.NewReplacer("æ", "ae", "ø", "o", "œ", "oe", "ß", "ss", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı", "i")

// romanisations are tried at each place in this order, so the longest cluster comes first.
var romanisations = strings.NewReplacer(
	"iia", "a", "iya", "a", "ija", "a", "yia", "a",
	"sjtsj", "$", "schtsch", "$", "shch", "$", "chtch", "$", "szcz", "$",
	"tsch", "^", "tsj", "^", "tch", "^", "ch", "^", "cz", "^",
	"sch", "#", "sh", "#", "sj", "#", "skj", "#", "sz", "#",
	"zh", "z", "zj", "z", "kh", "h", "ph", "f", "th", "t", "ck", "k", "ks", "x", "gh", "h", "g", "h",
	"iu", "u", "yu", "u", "ju", "u", "ia", "a", "ya", "a", "ja", "a",
	"ie", "e", "ye", "e", "je", "e", "aa", "a", "w", "v", "y", "i", "j", "i", "c", "k", "q", "k",
)

// collapse writes a run of one letter once.
func collapse(s string) string {
	var b strings.Builder
	var last rune
	for _, r := range s {
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}
