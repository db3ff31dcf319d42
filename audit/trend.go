package audit

import "ninaudit/audit/nin"

// Night is how many cases one run told that somebody had to act on. Changes are no cases.
type Night struct {
	Day      nin.Date
	Complete bool // every catalog was read to its end
	Open     [Critical + 1]int
}

// TrendNights is how many nights a trend shows, tonight's included.
const TrendNights = 30

// Trend is the nights that are known, oldest first; the last is tonight's. Empty without history.
type Trend []Night

// Shown are the newest nights.
func (t Trend) Shown() Trend { return t[max(len(t)-TrendNights, 0):] }

// Now is tonight; false where nothing is known.
func (t Trend) Now() (Night, bool) { return t.fromEnd(1) }

// Before is the run before tonight's.
func (t Trend) Before() (Night, bool) { return t.fromEnd(2) }

// Earlier is the run nearest to a month before tonight's, and no more than six days off.
func (t Trend) Earlier() (n Night, found bool) {
	const month, off = 30, 7
	now, _ := t.Now()
	best := off
	for _, night := range t {
		if d := night.Day.Days(now.Day) - month; max(d, -d) < best {
			n, best, found = night, max(d, -d), true
		}
	}
	return n, found
}

func (t Trend) fromEnd(n int) (Night, bool) {
	if len(t) < n {
		return Night{}, false
	}
	return t[len(t)-n], true
}

// Term is the day on which school starts, and who will be overdue by then if nothing is done.
type Term struct {
	Start   nin.Date // 0: not known
	Overdue int      // active persons, among those who wait today, whose wait will be a finding by then
}
