package nin

import (
	"fmt"
	"time"
)

// Date is a day in the form yyyymmdd, packed into an integer so that days compare. 0 is no day. A year
// below 100 means that the century is unknown (YYMMDD). A Date may name a day that does not exist: a birth
// date is kept as it was written.
type Date int32

// MakeDate packs a day. It does not ask whether the day exists.
func MakeDate(year, month, day int) Date { return Date(year*10000 + month*100 + day) }

// DateOf is the day of t in t's own location.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return MakeDate(y, int(m), d)
}

// ParseDate reads 2006-01-02 and refuses days that do not exist.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return 0, fmt.Errorf("%q is no date of the form 2006-01-02", s)
	}
	return DateOf(t), nil
}

// Year, Month and Day are the parts as written.
func (d Date) Year() int  { return int(d) / 10000 }
func (d Date) Month() int { return int(d) / 100 % 100 }
func (d Date) Day() int   { return int(d) % 100 }

// KnowsCentury tells whether the year was written with four digits.
func (d Date) KnowsCentury() bool { return d.Year() >= 100 }

// Exists tells whether there is such a day. With the century unknown, 29 February exists in every year that
// four divides.
func (d Date) Exists() bool {
	year, month, day := d.Year(), d.Month(), d.Day()
	if month < 1 || month > 12 || day < 1 {
		return false
	}
	if !d.KnowsCentury() {
		year += 2000 // a leap year where, and only where, YY divides by four
	}
	return day <= time.Date(year, time.Month(month+1), 0, 0, 0, 0, 0, time.UTC).Day()
}

// time is midnight UTC of the day.
func (d Date) time() time.Time {
	return time.Date(d.Year(), time.Month(d.Month()), d.Day(), 0, 0, 0, 0, time.UTC)
}

// Days is how many days lie from d to the later day to; negative if to is earlier.
func (d Date) Days(to Date) int { return int(to.time().Sub(d.time()) / (24 * time.Hour)) }

// AddDays is the day so many days later.
func (d Date) AddDays(days int) Date { return DateOf(d.time().AddDate(0, 0, days)) }

// AddYears is the same day so many years later; 29 February becomes 1 March where it must.
func (d Date) AddYears(years int) Date {
	if later := d + Date(years*1_00_00); 1 <= d.Day() && d.Day() <= 28 && 1 <= d.Month() && d.Month() <= 12 && later > 0 {
		return later // every year has it
	}
	return DateOf(d.time().AddDate(years, 0, 0))
}

// String writes 2006-01-02, with --06 for a year whose century is unknown (ISO 8601 of 1988); nothing for no day.
func (d Date) String() string {
	switch {
	case d == 0:
		return ""
	case !d.KnowsCentury():
		return fmt.Sprintf("--%02d-%02d-%02d", d.Year(), d.Month(), d.Day())
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year(), d.Month(), d.Day())
}

// SameDay tells whether two dates may be the same day: equal, or equal but for a century that one of them
// does not know. Two missing dates are not the same day.
func (d Date) SameDay(o Date) bool {
	if d == 0 || o == 0 {
		return false
	}
	return d == o || (!d.KnowsCentury() || !o.KnowsCentury()) && d%1_000_000 == o%1_000_000
}

// ReadBirthDate reads a norEduPersonBirthDate. The schema says INTEGER and nothing of its form; two forms are
// in use and told apart by length: YYYYMMDD, and DDMMYY, which loses a leading zero as an integer. The digits
// are kept even where there is no such day. 0 where the value is of neither form.
func ReadBirthDate(s string) Date {
	v := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' || i >= 8 {
			return 0
		}
		v = v*10 + int(s[i]-'0')
	}
	switch len(s) {
	case 8:
		return Date(v)
	case 5, 6:
		return MakeDate(v%100, v/100%100, v/10000)
	}
	return 0
}
