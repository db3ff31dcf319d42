package serial

import (
	"slices"

	"ninaudit/audit/nin"
)

// group is what batches are looked for in: numbers that are issued from one series.
type group uint8

const (
	fnr1900 group = iota
	fnr2000
	fnr900
	dNumber
	groups
)

func groupOf(e *entry, serial int) group {
	switch {
	case e.kind == nin.D:
		return dNumber
	case e.born.Year() >= 2000 || !e.born.KnowsCentury():
		return fnr2000
	case serial >= length:
		return fnr900
	}
	return fnr1900
}

// member is an entry that may be one of a batch.
type member struct {
	entry int32
	tail  int32 // the last five digits
	born  int32 // the date in the number, as a place among all dates
	group group
}

func memberOf(s *Set, i uint32) member {
	e := s.entries.At(int(i))
	m := member{entry: int32(i), tail: int32(e.number().RevealTail()), born: bornAt(e.born)}
	m.group = groupOf(e, m.serial())
	return m
}

// bornDates is more than the places of dates.
const bornDates = years * 12 * 31

// bornAt is a date's place.
func bornAt(d nin.Date) int32 {
	year := (d.Year() + years - firstYear%years) % years // the year of a birth without a century is as good as any
	return int32((year*12+d.Month()-1)*31 + d.Day() - 1)
}

// serial is the individnummer.
func (m *member) serial() int { return int(m.tail / 100) }

// apart is how many seconds without a new entry end a session.
const apart = 3600

// catalog is what is known of a catalog's numbers, for chance to be reckoned by.
type catalog struct {
	*Set
	order []uint64                    // who may be in a session: by unit and group, then by time; an entry stands in the lower half
	upTo  [groups][2*length + 1]int32 // numbers with a smaller individnummer
}

// gather takes in every entry whose number holds. Those without a unit or a time are in no session, and still say which
// numbers are common.
func (s *Set) gather() *catalog {
	c := &catalog{Set: s}
	begins := make([]int, 1)
	for _, e := range s.entries.All() {
		if e.kind == nin.None {
			continue
		}
		serial := serialOf(e.number())
		g := groupOf(e, serial)
		c.upTo[g][serial+1]++
		if e.mayMeet() {
			at := placeIn(e, g) + 1
			for len(begins) <= at {
				begins = append(begins, 0)
			}
			begins[at]++
		}
	}
	for g := range c.upTo {
		for v := range c.upTo[g][1:] {
			c.upTo[g][v+1] += c.upTo[g][v]
		}
	}
	for i := range begins[1:] {
		begins[i+1] += begins[i]
	}
	c.arrange(begins)
	return c
}

// placeIn is a place for each unit and group.
func placeIn(e *entry, g group) int { return int(e.unit)*int(groups) + int(g) }

// arrange brings those who may be in a session into order; begins tells where those of each unit and group do.
func (c *catalog) arrange(begins []int) {
	c.order = make([]uint64, begins[len(begins)-1])
	next := slices.Clone(begins)
	for i, e := range c.entries.All() {
		if e.kind == nin.None || !e.mayMeet() {
			continue
		}
		at := &next[placeIn(e, groupOf(e, serialOf(e.number())))]
		c.order[*at] = uint64(e.created)<<32 | uint64(i)
		*at++
	}
	for i := range begins[1:] {
		slices.Sort(c.order[begins[i]:begins[i+1]])
	}
}

// sessions divides them: entries of one unit and one group that were made with no hour between them. What is yielded is
// the receiver's until it asks for more.
func (c *catalog) sessions(yield func([]member) bool) {
	var session []member
	for from := 0; from < len(c.order); {
		session = append(session[:0], memberOf(c.Set, uint32(c.order[from])))
		to := from + 1
		for ; to < len(c.order) && c.together(c.order[to-1], c.order[to]); to++ {
			session = append(session, memberOf(c.Set, uint32(c.order[to])))
		}
		if !yield(session) {
			return
		}
		from = to
	}
}

func (c *catalog) together(a, b uint64) bool {
	x, y := c.entries.At(int(uint32(a))), c.entries.At(int(uint32(b)))
	return x.unit == y.unit && y.created-x.created < apart &&
		groupOf(x, serialOf(x.number())) == groupOf(y, serialOf(y.number()))
}

// between counts the catalog's numbers of a group with an individnummer from low to high.
func (c *catalog) between(g group, low, high int) int {
	return int(c.upTo[g][min(high+1, 2*length)] - c.upTo[g][max(low, 0)])
}

// common is how common one individnummer among low to high is in the catalog: the share of its numbers, smoothed over
// the neighbourhood, as if there were some more anywhere.
func (c *catalog) common(g group, low, high int) float64 {
	const around, more = 10, 50
	low, high = max(low-around, 0), min(high+around, 2*length-1)
	width, total := float64(high-low+1), float64(c.upTo[g][2*length])
	return (float64(c.between(g, low, high)) + more*width/length) / (width * (total + more))
}
