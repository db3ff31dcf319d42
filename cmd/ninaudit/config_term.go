package main

import (
	"fmt"

	"ninaudit/audit/nin"
)

// yearly is a day that comes every year: month and day.
type yearly struct{ month, day int }

// defaultTerm is about when school starts in Norway; each municipality and county sets its own day.
var defaultTerm = yearly{8, 17}

// next is the first such day on or after a day.
func (y yearly) next(on nin.Date) nin.Date {
	for year := on.Year(); ; year++ {
		if d := nin.MakeDate(year, y.month, y.day); d >= on {
			return d
		}
	}
}

func (y yearly) String() string { return fmt.Sprintf("%02d-%02d", y.month, y.day) }

// term reads the day on which school starts, 08-17.
func (r *configReader) term(s *section) yearly {
	const key = "term_start"
	v, ok := s.plain(key, defaultTerm.String())
	if !ok {
		return defaultTerm
	}
	var y yearly
	rest := ""
	n, _ := fmt.Sscanf(v+" ", "%2d-%2d%s", &y.month, &y.day, &rest)
	if n != 2 || len(v) != len("08-17") || !nin.MakeDate(2027, y.month, y.day).Exists() { // 2027: no leap year
		s.fault(key, quote(v)+" is no day of the year", "write month and day, for instance "+defaultTerm.String())
		return defaultTerm
	}
	return y
}
