package main

import (
	"unicode"

	"ninaudit/audit"
	"ninaudit/reports"
)

// faults says everything that is wrong with what was filled in.
func (j *jury) faults(row *reviewedRow) []audit.Text {
	var why []audit.Text
	switch {
	case row.OddChoice:
		why = append(why, whyOddChoice())
	case row.Choice == 0:
		why = append(why, whyNoChoice())
	case !row.Choice.Fits(row.rule):
		why = append(why, whyMisfit(row.Choice, row.rule))
	}
	for _, one := range []struct{ text, cell string }{{row.Reason, "reason"}, {row.By, "by"}} {
		if t := faultOf(one.text, one.cell); t != (audit.Text{}) {
			why = append(why, t)
		}
	}
	latest := audit.LatestWaiver(row.found.Severity, j.on)
	switch {
	case row.OddUntil:
		why = append(why, whyOddDay())
	case row.Until == 0:
		why = append(why, whyNoDay())
	case row.Until < j.on:
		why = append(why, whyPast(row.Until))
	case row.Until > latest:
		why = append(why, whyLate(row.Until, latest, row.found.Severity))
	}
	return why
}

// mostDigits is how many digits a text of a decision may hold: with one more, a birth date and a number's end would fit.
const mostDigits = 7

// faultOf says what is wrong with a text. What may hold somebody's number is not shown.
func faultOf(text, cell string) audit.Text {
	digits := 0
	for _, c := range text {
		if unicode.IsDigit(c) {
			digits++
		}
	}
	switch {
	case text == "":
		return whyMissing(cell)
	case digits > mostDigits || holdsNumber(text):
		return whyDigits(cell)
	case len([]rune(text)) > reports.MaxAnswer:
		return whyLong(cell)
	}
	return audit.Text{}
}
