package serial

import (
	"math"

	"ninaudit/audit/nin"
)

// day is a birth date among a unit's entries.
type day struct {
	unit int
	born nin.Date
}

// crowd tells birth dates that more entries of a unit share than chance would bring together. Dates that stand in for
// unknown ones say nothing, and are no such sign.
func (j *judge) crowd() {
	asked := map[day]int{}
	for k := range j.cases {
		s := &j.cases[k]
		if e := &j.all[s.Entries[0]]; e.Unit != 0 && j.decides(s, LocalDay) && !neutral(e.Number.Birth()) && !busy(e.Number.Birth()) {
			asked[day{e.Unit, e.Number.Birth()}] = 0
			asked[yearOf(e)] = 0
		}
	}
	units := map[int]bool{}
	for d := range asked {
		units[d.unit] = true
	}
	for i := range j.all {
		e := &j.all[i]
		if !units[e.Unit] || !has(asked, yearOf(e)) {
			continue
		}
		asked[yearOf(e)]++
		if d := (day{e.Unit, e.Number.Birth()}); has(asked, d) {
			asked[d]++
		}
	}
	for k := range j.cases {
		s := &j.cases[k]
		e := &j.all[s.Entries[0]]
		if onDay := asked[day{e.Unit, e.Number.Birth()}]; crowded(onDay, asked[yearOf(e)]) {
			s.add(LocalDay, weightOf(LocalDay))
		}
	}
}

func has(m map[day]int, d day) bool {
	_, ok := m[d]
	return ok
}

// yearOf stands for all days of an entry's year of birth, in its unit.
func yearOf(e *Entry) day { return day{e.Unit, e.Number.Birth() / 10000} }

// crowded tells that fewer than one unit in a thousand would have a day of a year on which so many of its entries were
// born.
func crowded(onDay, inYear int) bool {
	if onDay < 4 {
		return false
	}
	mean := float64(inYear-onDay+1) / 365
	k, _ := math.Lgamma(float64(onDay) + 1)
	return 365*math.Exp(float64(onDay)*math.Log(mean)-mean-k) < 0.001
}
