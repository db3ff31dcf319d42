package planted

import (
	"time"

	"ninaudit/audit/chance"
)

// Day is a day of the calendar as yyyymmdd in decimal.
type Day int32

func dayOf(year, month, day int) Day { return Day(year*10000 + month*100 + day) }

func (d Day) year() int  { return int(d) / 10000 }
func (d Day) month() int { return int(d) / 100 % 100 }
func (d Day) day() int   { return int(d) % 100 }

// real tells whether the calendar has such a day.
func (d Day) real() bool {
	t := d.noon()
	return t.Year() == d.year() && int(t.Month()) == d.month() && t.Day() == d.day()
}

// noon is the middle of the day in UTC, which is the same day in Norway.
func (d Day) noon() time.Time {
	return time.Date(d.year(), time.Month(d.month()), d.day(), 12, 0, 0, 0, time.UTC)
}

// add returns the day so many days later.
func (d Day) add(days int) Day {
	t := d.noon().AddDate(0, 0, days)
	return dayOf(t.Year(), int(t.Month()), t.Day())
}

// easy tells whether the day is one on which unknown birth dates are registered.
func (d Day) easy() bool {
	switch d % 10000 {
	case 101, 701, 505, 1231:
		return true
	}
	return false
}

// neutral tells whether the day may stand in for an unknown one: the easy days, and those whose day and month are one
// number.
func (d Day) neutral() bool { return d.easy() || d.day() == d.month() }

// anyDay is a day of the year, never the 29th of February.
func anyDay(c chance.Source, year int) Day { return dayOf(year, 1, 1).add(c.Below(365)).sameYear(year) }

func (d Day) sameYear(year int) Day {
	if d.year() != year || d%10000 == 229 {
		return dayOf(year, 6, 15)
	}
	return d
}
