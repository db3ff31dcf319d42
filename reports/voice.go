package reports

import (
	"strconv"
	"strings"

	"ninaudit/audit"
)

// voice says words and numbers in one language.
type voice struct {
	l audit.Language
	// hides is true on pages that travel: a count of one to four could tell who is meant, and is said to be under five.
	hides bool
}

// few is the least count that is told on a page that travels.
const few = 5

// plain tells every count as it is: of what is no person and no case.
func (v voice) plain() voice { return voice{l: v.l} }

// hidden tells that a count is not told as it is.
func (v voice) hidden(n int) bool { return v.hides && 0 < n && n < few }

// say is the word with its placeholders filled.
func (v voice) say(w word, fill ...string) string {
	args := make([]audit.Arg, len(fill))
	for i, s := range fill {
		args[i] = audit.Word(s)
	}
	return w.text().Fill(v.l, "", args)
}

// number writes a count as readers group it: 5 012 with a no-break space in Norwegian, 5,012 in English.
func (v voice) number(n int) string {
	if v.hidden(n) {
		return "<" + strconv.Itoa(few)
	}
	if n < 0 {
		return "−" + v.number(-n)
	}
	gap := "\u00a0"
	if v.l == audit.English {
		gap = ","
	}
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + gap + s[i:]
	}
	return s
}

// share writes n of all as readers write per cent: 0,2 % in Norwegian, 0.2% in English.
func (v voice) share(n, all int) string {
	tenths, under := n*1000, ""
	if v.hidden(n) {
		return "<\u00a0" + v.plain().share(few, all)
	}
	switch {
	case all <= 0:
		return "–"
	case tenths < all: // some are not none
		tenths, under = 1, "<\u00a0"
	default:
		tenths = (tenths + all/2) / all
	}
	point, unit := ",", "\u00a0%"
	if v.l == audit.English {
		point, unit = ".", "%"
	}
	return under + v.plain().number(tenths/10) + point + strconv.Itoa(tenths%10) + unit
}

// count is a number of things, in the singular for one.
func (v voice) count(n int, one, many word) string {
	if n == 1 && !v.hidden(n) {
		return v.say(one)
	}
	return v.say(many, v.number(n))
}

// listed joins names, the first most of them, and tells how many are left out.
func (v voice) listed(names []string, most int, between string) string {
	if len(names) <= most {
		return strings.Join(names, between)
	}
	return strings.Join(names[:most], between) + " " + v.say(andMore, v.number(len(names)-most))
}
