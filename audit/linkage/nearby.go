package linkage

import "ninaudit/audit/nin"

// nearby is how common it is in the catalog that two birth dates are one slip apart: on average, and for each date.
// Pupils of a few years are near each other far more often than people of all ages, and the first of January of one
// year is near that of the next.
type nearby struct {
	of   map[nin.Date]count // by YYMMDD: entries whose date is one slip off
	mean float64
}

// leastPairs is how many pairs the typical chance of a near date counts for, so that a few entries do not decide it.
const leastPairs = 20_000

// near is how probable it is that a random entry's birth date is as near to either of two dates as they are to each
// other.
func (s *Set) near(a, b nin.Date) float64 {
	if s.nearby == nil {
		s.nearby = s.countNearby()
	}
	m := &s.model.Birth
	frequency := func(d nin.Date) float64 {
		c := s.nearby.of[d%1_000_000]
		c.all, c.open = c.all+1, c.open+1 // smoothed leaves both of the pair out, and only one of them is near
		return s.frequency(c, s.nearby.mean, m.Weight)
	}
	return max(frequency(a), frequency(b))
}

func (s *Set) countNearby() *nearby {
	n := &nearby{of: map[nin.Date]count{}}
	entries, pairs := 0.0, 0.0
	var room [mostNear]nin.Date
	for d, c := range s.births.all() {
		var sum count
		for _, e := range oneSlipOff(d, room[:0]) {
			sum = sum.plus(s.births.of(e))
		}
		n.of[d] = sum
		entries += float64(c.all)
		pairs += float64(c.all) * float64(sum.all) // whole numbers: the same in any order
	}
	n.mean = (pairs + leastPairs*s.model.Birth.Near.U) / (entries*max(entries-1, 0) + leastPairs)
	return n
}

// mostNear is how many dates there are at the most that are one slip off.
const mostNear = 70

// oneSlipOff appends to out the dates, as YYMMDD, that one digit, two neighbouring digits that changed places, or the next
// day, month or year make of d, whether or not they exist. It is what birthLevel calls near.
func oneSlipOff(d nin.Date, out []nin.Date) []nin.Date {
	for unit := nin.Date(1); unit <= 100_000; unit *= 10 {
		digit := d / unit % 10
		for other := range nin.Date(10) {
			if other != digit {
				out = append(out, d+(other-digit)*unit)
			}
		}
		if next := d / unit / 10 % 10; unit < 100_000 && next != digit {
			out = append(out, d+(next-digit)*unit+(digit-next)*unit*10)
		}
	}
	for unit := nin.Date(1); unit <= 10_000; unit *= 100 {
		if n := d / unit % 100; n%10 == 9 && n < 99 { // else one digit tells them apart
			out = append(out, d+unit)
		}
		if n := d / unit % 100; n%10 == 0 && n > 0 {
			out = append(out, d-unit)
		}
	}
	return out
}
