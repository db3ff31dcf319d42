package reports

import (
	"crypto/sha256"
	"strings"

	"ninaudit/audit/nin"
)

// A row of the decisions sheet carries a seal: the day of the run, and checks of two things, in letters, for digits in a
// report make people wonder. The first check is over the case's ID and the texts that say what it is about: who sorts
// some columns and not the others, or corrects a name, would otherwise decide on a case that nobody looked at. The second
// is over the decision that stood there from the start, so that what nobody touched is not taken for an answer.
//
// There is no key in it. It holds against mistakes, and need not hold against malice: who could forge a seal can as well
// fill in the row, which is all that it would gain; what may be decided is judged when the workbook is read in.
func sealOf(day nin.Date, texts []string, a *answer) string {
	return strings.Join([]string{day.String(), aboutSeal(texts), a.seal()}, " ")
}

// aboutSeal is the check over what a row is about.
func aboutSeal(texts []string) string {
	parts := []string{texts[answerKey]}
	for _, i := range sealed {
		parts = append(parts, oneLine(texts[i]))
	}
	return letters(parts, 10)
}

// sealed are the columns that say what a row is about.
var sealed = [...]int{answerRule, answerUnit, answerName, answerMessage, answerPrincipal, answerCatalog}

// seal is the check over an answer.
func (a *answer) seal() string {
	return letters([]string{a.choice.String(), a.reason, a.by, a.until.String()}, 5)
}

// letters hashes texts to so many bytes, written as two letters each.
func letters(texts []string, n int) string {
	var room [512]byte
	all := room[:0]
	for i, t := range texts {
		if i > 0 {
			all = append(all, 0)
		}
		all = append(all, t...)
	}
	sum := sha256.Sum256(all)
	out := make([]byte, 0, 2*n)
	for _, b := range sum[:n] {
		out = append(out, 'a'+b>>4, 'a'+b&15)
	}
	return string(out)
}

// oneLine is a text without what programs change when they save it: how lines break, and how many blanks there are.
func oneLine(s string) string {
	s = clean(s)
	plain, blank := true, true // a blank at the start is one too many
	for i := 0; i < len(s) && plain; i++ {
		plain = s[i] != 0xc2 && (s[i] < 0xe1 || s[i] > 0xe3) && !(s[i] == ' ' && blank) // c2 and e1 to e3 begin other blanks
		blank = s[i] == ' '
	}
	if plain && (s == "" || !blank) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}
