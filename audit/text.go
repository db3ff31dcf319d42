package audit

import (
	"strconv"
	"strings"
)

// Language is one of the languages a reader may ask for.
type Language string

// The three languages that every text for a reader exists in.
const (
	Bokmal  Language = "nb"
	Nynorsk Language = "nn"
	English Language = "en"
)

// Languages lists the languages in the order in which they are documented.
func Languages() []Language { return []Language{Bokmal, Nynorsk, English} }

// Text is one text in each language. Placeholders in braces ({what}, {1}, {2}, …) are filled by Fill.
type Text struct{ NB, NN, EN string }

// Same is a text that reads alike in every language: a name, a unit, a code.
func Same(s string) Text { return Text{s, s, s} }

// In returns the text in one language; an unknown language reads bokmål.
func (t Text) In(l Language) string {
	switch l {
	case Nynorsk:
		return t.NN
	case English:
		return t.EN
	}
	return t.NB
}

// Complete tells whether the text exists in every language.
func (t Text) Complete() bool { return t.NB != "" && t.NN != "" && t.EN != "" }

// Fill returns the text in one language with {what} replaced by the variant's words and {1}, {2}, … by
// the arguments. A placeholder without an argument stays as it is, so that a test can find it.
func (t Text) Fill(l Language, what string, args []Arg) string {
	s := t.In(l)
	if !strings.Contains(s, "{") {
		return s
	}
	var b strings.Builder
	for {
		before, after, found := strings.Cut(s, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		name, rest, closed := strings.Cut(after, "}")
		n, err := strconv.Atoi(name)
		switch {
		case closed && name == "what":
			b.WriteString(what)
		case closed && err == nil && 1 <= n && n <= len(args):
			b.WriteString(args[n-1].Say(l))
		default:
			b.WriteByte('{')
			rest = after
		}
		s = rest
	}
}
