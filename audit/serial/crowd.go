package serial

import (
	"math"

	"ninaudit/audit/nin"
)

// day is a birth date among a unit's entries.
type day struct {
	unit uint32
	born nin.Date
}

// crowd tells birth dates that more entries of a unit share than chance would bring together. Dates that stand in for
// unknown ones say nothing, and are no such sign.
func (j *judge) crowd() {
	asked := map[day]int{}
	for k := range j.cases {
		s := &j.cases[k]
		if e := j.entries.At(s.Entries[0]); e.unit != 0 && j.decides(s, LocalDay) && !neutral(e.born) && !busy(e.born) {
			asked[day{e.unit, e.born}] = 0
			asked[yearOf(e)] = 0
		}
	}
	units := map[uint32]bool{}
	for d := range asked {
		units[d.unit] = true
	}
	for _, e := range j.entries.All() {
		if !units[e.unit] || !has(asked, yearOf(e)) {
			continue
		}
		asked[yearOf(e)]++
		if d := (day{e.unit, e.born}); has(asked, d) {
			asked[d]++
		}
	}
	for k := range j.cases {
		s := &j.cases[k]
		e := j.entries.At(s.Entries[0])
		if onDay := asked[day{e.unit, e.born}]; crowded(onDay, asked[yearOf(e)]) {
			s.add(LocalDay, weightOf(LocalDay))
		}
	}
}

func has(m map[day]int, d day) bool {
	_, ok := m[d]
	return ok
}

// yearOf stands for all days of an entry's year of birth, in its unit.
func yearOf(e *entry) day { return day{e.unit, e.born / 10000} }

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
