package serial_test

import (
	"fmt"
	"math"
	"time"

	"ninaudit/audit/chance"
	"ninaudit/audit/nin"
)

// register is a population register that does not exist. It issues synthetic fødselsnummer (month + 80) as the real one
// is said to: downward in each date's series, split by sex, only what gets control digits; first to those who are
// born, then to those who come. It knows nothing of the package it is the measure of.
type register struct {
	chance.Source
	uniform bool // another order: every number is drawn from the whole series
	issued  map[nin.Date]*[2]issue
	used    map[string]bool
}

// issue is what one date has issued to one sex.
type issue struct {
	date    string // as it stands in a number
	lawful  []int  // the last five digits of all numbers, in the order in which they are issued
	born    int    // how many went to births
	arrived int    // how many to those who came later
}

func newRegister(seed uint64) *register {
	return &register{Source: chance.New(seed, 0x736572696573), issued: map[nin.Date]*[2]issue{}, used: map[string]bool{}}
}

// births and arrivals are a year's, in thousands, and in between on a straight line: all who were born in Norway, and
// all of that year of birth who have come since.
var (
	births   = [][2]float64{{1930, 45}, {1946, 71}, {1955, 63}, {1969, 68}, {1977, 51}, {1983, 50}, {1990, 61}, {2002, 55}, {2009, 62}, {2016, 59}, {2023, 52}, {2026, 54}}
	arrivals = [][2]float64{{1930, 3}, {1950, 9}, {1960, 15}, {1970, 22}, {1982, 24}, {1990, 23}, {2000, 13}, {2010, 9}, {2018, 4}, {2026, 0.3}}
)

func onLine(points [][2]float64, year int) float64 {
	y := float64(year)
	for i := 1; i < len(points); i++ {
		if from, to := points[i-1], points[i]; y <= to[0] {
			return from[1] + (to[1]-from[1])*max(y-from[0], 0)/(to[0]-from[0])
		}
	}
	return points[len(points)-1][1]
}

// about draws a count with a mean.
func (r *register) about(mean float64) int {
	n, left := 0, math.Exp(-mean)
	for p := r.share(); p > left; p *= r.share() {
		n++
	}
	return n
}

// share draws 0 < x ≤ 1.
func (r *register) share() float64 { return float64(r.Uint64()>>11+1) / (1 << 53) }

// date is what a date has issued by now.
func (r *register) date(d nin.Date) *[2]issue {
	if got := r.issued[d]; got != nil {
		return got
	}
	day := time.Date(d.Year(), time.Month(d.Month()), d.Day(), 0, 0, 0, 0, time.UTC)
	rate := onLine(births, d.Year()) * 1000 / 365
	rate *= 1 + 0.07*math.Sin(float64(day.YearDay())/365*2*math.Pi-0.6) // more in spring and summer
	switch day.Weekday() {
	case time.Saturday, time.Sunday:
		rate *= 0.84
	default:
		rate *= 1.064
	}
	came := onLine(arrivals, d.Year()) * 1000 / 365 * r.popular(d)
	var got [2]issue
	for s := range got {
		men := 0.486 + 0.028*float64(s)
		later := 0.5
		if d.Year() > 1965 && d.Year() < 1992 {
			later = 0.42 + 0.16*float64(s)
		}
		got[s] = issue{date: written(d), lawful: lawful(d, s), born: r.about(rate * men), arrived: r.about(came * later)}
		got[s].arrived = min(got[s].arrived, len(got[s].lawful)-got[s].born)
	}
	r.issued[d] = &got
	return &got
}

// popular is how many times as many who came are registered on a date as on others.
func (r *register) popular(d nin.Date) float64 {
	switch {
	case d%10000 == 101:
		return 40
	case d%10000 == 701, d%10000 == 1231, d%10000 == 505:
		return 6
	case d.Day() == d.Month():
		return 1.8
	case d.Day() == 1 || d.Day() == 15:
		return 1.3
	}
	return 0.85
}

// at is the n-th number that is issued.
func (i *issue) at(n int) string { return fmt.Sprintf("%s%05d", i.date, i.lawful[n]) }

// born gives the number of somebody who was born on a date.
func (r *register) born(d nin.Date, s int) string {
	i := &r.date(d)[s]
	return r.draw(i, 0, i.born)
}

// came gives the number of somebody who came, one of the newest if so asked.
func (r *register) came(d nin.Date, s int, newest bool) string {
	i := &r.date(d)[s]
	from := i.born
	if newest {
		from += i.arrived * 4 / 5
	}
	return r.draw(i, from, i.born+i.arrived)
}

// draw gives any number from a stretch of the order that nobody else has; empty where there is none.
func (r *register) draw(i *issue, from, to int) string {
	if r.uniform {
		from, to = 0, len(i.lawful)
	}
	for try := 0; try < 20 && to > from; try++ {
		if v := i.at(r.Between(from, to-1)); !r.used[v] {
			r.used[v] = true
			return v
		}
	}
	return ""
}

// dNumber gives one of the first D-numbers of a date: they are issued upward, some years ago more of them than others.
func (r *register) dNumber(d nin.Date, s, from, to int) string {
	for {
		serial := r.Between(from, to)
		if d.Year() >= 2000 {
			serial += 200
		}
		if serial%2 != s {
			serial++
		}
		v := withControl(fmt.Sprintf("%02d%02d%02d%03d", d.Day()+40, d.Month()+80, d.Year()%100, serial))
		if v != "" && !r.used[v] {
			r.used[v] = true
			return v
		}
		to++
	}
}
