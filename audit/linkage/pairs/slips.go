package pairs

import (
	"slices"
	"strings"

	"ninaudit/audit/chance"
	"ninaudit/audit/nin"
)

// neighbours are the letters that lie beside one on the keyboard.
var neighbours = [...]string{
	"a:qsz", "b:vgn", "c:xvd", "d:sfe", "e:wrd", "f:dgr", "g:fht", "h:gjn", "i:uok", "j:hkn", "k:jlm", "l:kom",
	"m:njk", "n:bmh", "o:ipl", "p:ol", "r:etf", "s:adw", "t:ryg", "u:yij", "v:cbf", "w:qes", "x:zcs", "y:tuh", "z:xa",
}

// slipTries is how often a slip is drawn anew before the name counts as unfit.
const slipTries = 60

// slipName makes one slip in the longest word of a name, to a word that nobody in the set bears and that differs by more
// than its last vowels. It may be a name elsewhere: the set does not ask what linkage knows. Empty where there is none.
func (b *builder) slipName(name string) string {
	parts := words(name)
	longest := 0
	for i := range parts {
		if len(parts[i]) > len(parts[longest]) {
			longest = i
		}
	}
	word := []rune(strings.ToLower(parts[longest]))
	if len(word) < 4 {
		return ""
	}
	for range slipTries {
		slipped := string(b.slip(word))
		folded, was := b.speller.fold(slipped), b.speller.fold(string(word))
		if b.borne[folded] > 0 || folded == was || stem(folded) == stem(was) {
			continue
		}
		parts[longest] = capital(slipped)
		return strings.Join(parts, " ")
	}
	return ""
}

// stem is a word without the vowels at its end, which tell a woman's name from a man's.
func stem(word string) string {
	return strings.TrimRight(strings.TrimSuffix(strings.TrimRight(word, "aeiouy"), "in"), "aeiouy")
}

// slip makes one edit: a letter beside the right one, one left out, one too many, or two that
// changed places. The first letter is seldom hit.
func (b *builder) slip(word []rune) []rune {
	at := b.Between(1, len(word)-1)
	if b.Percent(5) {
		at = 0
	}
	out := slices.Clone(word)
	switch b.Below(4) {
	case 0:
		out[at] = b.beside(out[at])
	case 1:
		return slices.Delete(out, at, at+1)
	case 2:
		extra := out[at]
		if b.Percent(50) {
			extra = b.beside(extra)
		}
		return slices.Insert(out, at, extra)
	case 3:
		if at == len(out)-1 {
			at--
		}
		out[at], out[at+1] = out[at+1], out[at]
	}
	return out
}

// beside is a letter next to one on the keyboard.
func (b *builder) beside(r rune) rune {
	for _, row := range neighbours {
		if rune(row[0]) == r {
			return rune(row[2+b.Below(len(row)-2)])
		}
	}
	return 'n' // a letter with a mark: whatever
}

// slipDay gets one digit of a day wrong, to a day that exists, not far off and not to come.
func (b *builder) slipDay(d nin.Date) nin.Date {
	for {
		place := chance.Pick(b.Source, []int{1, 1, 10, 100, 100, 1000, 10_000, 10_000, 100_000})
		digit := int(d) / place % 10
		slipped := d + nin.Date((b.Below(10)-digit)*place)
		if away := slipped.Year() - d.Year(); slipped != d && slipped.Exists() && slipped < b.options.On &&
			away >= -10 && away <= 10 {
			return slipped
		}
	}
}
