package linkage

import "ninaudit/audit/nin"

// Blocking: two entries are compared only if they share a key of some pass. The passes are chosen so that a
// pair may differ in any one field, and in a digit of the date beside it. No pass reads the date out of a
// D-number: it may be the day of registration.
//
// A date that lost one digit keeps its year and month, its year and day, or its month and day; one whose day
// and month changed places keeps the year and the two in any order.
const (
	passDate    = iota                    // the whole date
	passNames                             // all names, in any order
	passSurname                           // a part of the date and the surname's skeleton: four passes, by part
	passGiven   = passSurname + dateParts // likewise with the given name's
	passMail    = passGiven + dateParts
	passes      = passMail + 1
)

// The parts of a date that a pass keeps.
const (
	yearMonth = iota
	yearDay
	monthDay
	yearEither
	dateParts
)

// key is what an entry is filed under in a pass; 0 where it lacks what the pass needs. The century is left out
// of dates: one of two entries may not know it.
func (it *item) key(pass int) uint64 {
	switch {
	case pass == passDate:
		return dated(it.birth, dateParts, 0)
	case pass == passNames:
		return it.whole
	case pass == passMail:
		return it.mail
	case pass < passGiven && it.surnameKey != 0:
		return dated(it.birth, pass-passSurname, it.surnameKey)
	case pass >= passGiven && it.givenKey != 0:
		return dated(it.birth, pass-passGiven, it.givenKey)
	}
	return 0
}

// dated is a key of a part of a birth date (all of it for dateParts) and a name; 0 where there is no date.
func dated(birth nin.Date, part int, name uint32) uint64 {
	if birth == 0 {
		return 0
	}
	date := dayOf(birth) // yymmdd
	switch part {
	case yearMonth:
		date /= 100
	case yearDay:
		date = date/10_000*100 + date%100
	case monthDay:
		date %= 10_000
	case yearEither:
		m, d := date/100%100, date%100
		date = date/10_000*10_000 + min(m, d)*100 + max(m, d)
	}
	return uint64(name)<<32 | uint64(part+1)<<24 | uint64(date)
}

// dayOf is a date without its century, as yymmdd: one of two entries may not know it.
func dayOf(birth nin.Date) uint32 { return uint32(birth) % 1_000_000 }

// firstPass is the pass in which two entries meet first, so that each pair is compared once: the first whose
// keys are equal.
func firstPass(x, y *item) int {
	part := dateParts + 1 // the first part of the date that both have
	if x.birth != 0 && y.birth != 0 {
		sameYear := x.birth.Year()%100 == y.birth.Year()%100
		sameMonth, sameDay := x.birth.Month() == y.birth.Month(), x.birth.Day() == y.birth.Day()
		switch {
		case sameYear && sameMonth && sameDay:
			return passDate
		case sameYear && sameMonth:
			part = yearMonth
		case sameYear && sameDay:
			part = yearDay
		case sameMonth && sameDay:
			part = monthDay
		case sameYear && x.birth.Month() == y.birth.Day() && x.birth.Day() == y.birth.Month():
			part = yearEither
		}
	}
	switch {
	case x.whole != 0 && x.whole == y.whole:
		return passNames
	case part < dateParts && x.surnameKey != 0 && x.surnameKey == y.surnameKey:
		return passSurname + part
	case part < dateParts && x.givenKey != 0 && x.givenKey == y.givenKey:
		return passGiven + part
	case x.mail != 0 && x.mail == y.mail:
		return passMail
	}
	return passes
}
