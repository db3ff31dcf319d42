package nin

// series is one range of individnummer that belongs to birth years from a century.
type series struct {
	century     int // 1800, 1900 or 2000
	yy0, yy1    int // YY, both ends included
	first, last int // individnummer, both ends included
}

// Fødselsnummer (Skatteetaten). The 900s of 1940–1999 are rare: adoptions and immigrants, by some sources.
var fnrSeries = []series{
	{1900, 0, 99, 0, 499},
	{1900, 40, 99, 900, 999},
	{2000, 0, 39, 500, 999},
	{1800, 54, 99, 500, 749},
}

// D-number since 2021-11-16 (Skatteetaten, "sos-utvidelse-av-dnr-serien"); before that day, fnrSeries.
var dSeries = []series{
	{1900, 0, 39, 0, 199},
	{1900, 40, 99, 0, 499},
	{1900, 40, 99, 600, 999},
	{2000, 0, 39, 200, 999},
	{1800, 58, 99, 500, 599},
}

// oldestBirth is the first birth that is plausible for a number in use: nobody born in the 1800s lives.
const oldestBirth Date = 19000101

// date is what the series say of the date in a number: a birth, or the detail that makes it impossible.
type date struct {
	birth Date
	fault Detail // NoDetail where birth is lawful on the day of the audit
}

// read goes through the series in order and keeps the first lawful birth; else the reading that failed last
// in the order of judgement (a day that exists before one that does not, and so on).
func (d *date) read(all []series, yy, month, day, iii int, on Date) {
	for _, s := range all {
		if d.fault == NoDetail || yy < s.yy0 || yy > s.yy1 || iii < s.first || iii > s.last {
			continue
		}
		birth := MakeDate(s.century+yy, month, day)
		switch {
		case !birth.Exists():
			d.keep(birth, NoSuchDay)
		case birth > on:
			d.keep(birth, InFuture)
		case birth < oldestBirth:
			d.keep(birth, TooOld)
		default:
			d.birth, d.fault = birth, NoDetail
		}
	}
}

// keep notes a failed reading unless an earlier one came further.
func (d *date) keep(birth Date, fault Detail) {
	if rank(fault) > rank(d.fault) {
		d.birth, d.fault = birth, fault
	}
}

// rank orders the failures: the greater, the more of the number held.
func rank(f Detail) int {
	switch f {
	case BadSeries:
		return 0
	case NoSuchDay:
		return 1
	case TooOld:
		return 2
	case InFuture:
		return 3
	}
	return 4
}

// dateOf reads the date of a fødselsnummer or, with d, a D-number by the series alone. day and month are
// without offsets. A D-number is read by the series of 2021 and then, where that gives nothing lawful, by
// those before it, under which older D-numbers were issued.
func dateOf(d bool, day, month, yy, iii int, on Date) date {
	r := date{fault: BadSeries}
	if d {
		r.read(dSeries, yy, month, day, iii, on)
	}
	r.read(fnrSeries, yy, month, day, iii, on)
	if r.fault == BadSeries && !MakeDate(yy, month, day).Exists() {
		r.fault = NoSuchDay // no century has it
	}
	return r
}

// youngest is the latest birth of a two-digit year that lies not in the future: the reading for numbers
// whose last digits tell no century (S, FS, VIGO, NAV). 0 where no century of 1900 and 2000 has the day.
func youngest(day, month, yy int, on Date) Date {
	for _, century := range []int{2000, 1900} {
		if d := MakeDate(century+yy, month, day); d <= on && d.Exists() {
			return d
		}
	}
	return 0
}
