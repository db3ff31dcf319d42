package serial

import (
	"fmt"

	"ninaudit/audit/nin"
)

// sex is what the third digit of an individnummer splits a series by.
type sex uint8

const (
	woman sex = iota
	man
)

// serialOf is a number's individnummer. It is compared, and never leaves the package.
func serialOf(n nin.Number) int { return n.RevealTail() / 100 }

// place is where a number lies in the order of issue.
type place struct {
	year  int
	sex   sex
	depth int // how many individnummer of the series were issued before it, those of the other sex counted too
}

// The years of birth for which the order is known, and the individnummer of a series.
const (
	firstYear, lastYear = 1900, 2039
	years               = lastYear - firstYear + 1
	length              = 500
)

// placeOf is a fødselsnummer's place in the order. There is none for any other number, for the rare series from 900 of
// births before 2000, and on dates that stand in for unknown ones.
func placeOf(e *entry) (place, bool) {
	born := e.born
	if e.kind != nin.Fnr || !born.KnowsCentury() || neutral(born) {
		return place{}, false
	}
	serial := int(e.serial)
	top := length - 1
	if born.Year() >= 2000 {
		top += length
	} else if serial > top {
		return place{}, false
	}
	p := place{year: born.Year(), sex: sex(serial % 2), depth: top - serial}
	return p, p.year >= firstYear && p.year <= lastYear
}

// neutral tells the dates on which births that nobody knows are registered, so that their series are used up sooner:
// the first and the last day of the year, 1 July, and where day and month are one number (5 May among them).
func neutral(d nin.Date) bool {
	return d.Day() == d.Month() || d.Day() == 1 && d.Month() == 7 || d.Day() == 31 && d.Month() == 12
}

// busy tells the days of a month that are written down more often than others, though not for want of a date.
func busy(d nin.Date) bool { return d.Day() == 1 || d.Day() == 15 }

// lowest tells that no individnummer further down, of the same date and sex, gets control digits: it is what one finds
// who tries from the bottom.
func lowest(n nin.Number, p place) bool {
	below := (length - 1 - p.depth) / 2
	if below > mostSkipped {
		return false
	}
	date, serial := n.RevealPlain()[:6], serialOf(n)
	for i := 1; i <= below; i++ {
		if nin.HasControl(fmt.Sprintf("%s%03d", date, serial-2*i)) {
			return false
		}
	}
	return true
}

// mostSkipped bounds the search of lowest: so many in a row never lack control digits.
const mostSkipped = 8
