package linkage

import "ninaudit/audit/nin"

// calendar is how the catalog's birth dates are spread over the days of the year and over the years. A date that few
// have is as common as its day and its year suggest: the first of January is common in whatever year, and pupils
// are of few years.
type calendar struct {
	days, years map[nin.Date]count // by MMDD and YY
}

func (s *Set) countCalendar() *calendar {
	c := &calendar{map[nin.Date]count{}, map[nin.Date]count{}}
	for d, n := range s.births.all() {
		c.days[d%10_000] = c.days[d%10_000].plus(n)
		c.years[d/10_000] = c.years[d/10_000].plus(n)
	}
	return c
}

// dateFrequency is how probable it is that a random entry's birth date is d: as the catalog shows it, and where it
// shows little, as common as the day and the year.
func (s *Set) dateFrequency(d nin.Date) float64 {
	if s.calendar == nil {
		s.calendar = s.countCalendar()
	}
	const daysOfYear, leastDays, leastYears = 366, 366, 100 // how many entries the typical shares count for
	m := &s.model.Birth
	day := 1.0 / daysOfYear
	switch {
	case unknownDay(d):
		day = m.Unknown
	case EasyDate(d):
		day = m.Easy
	}
	d %= 1_000_000
	typical := s.frequency(s.calendar.days[d%10_000], day, leastDays) * s.frequency(s.calendar.years[d/10_000], 1/m.Years, leastYears)
	return s.frequency(s.births.of(d), typical, m.Weight)
}
