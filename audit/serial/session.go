package serial

import (
	"iter"
	"slices"

	"ninaudit/audit/chunks"
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

func groupOf(e *entry) group {
	switch {
	case e.kind == nin.D:
		return dNumber
	case e.born.Year() >= 2000 || !e.born.KnowsCentury():
		return fnr2000
	case e.serial >= length:
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
	return member{entry: int32(i), tail: int32(e.number().RevealTail()), born: bornAt(e.born), group: e.group}
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
	order  []uint64                    // who may be in a session: by unit and group, then by time; an entry stands in the lower half
	begins []int                       // where those of each unit and group do
	upTo   [groups][2*length + 1]int32 // numbers with a smaller individnummer
}

// gather takes in every entry whose number holds. Those without a unit or a time are in no session, and still say which
// numbers are common.
func (s *Set) gather() *catalog {
	c := &catalog{Set: s}
	begins := []int{0}
	for _, e := range s.entries.All() {
		if e.kind == nin.None {
			continue
		}
		c.upTo[e.group][e.serial+1]++
		if e.mayMeet() {
			*chunks.Place(&begins, placeIn(e)+1)++
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
	c.begins = begins
	c.arrange()
	return c
}

// placeIn is a place for each unit and group.
func placeIn(e *entry) int { return int(e.unit)*int(groups) + int(e.group) }

// arrange brings those who may be in a session into order.
func (c *catalog) arrange() {
	c.order = make([]uint64, c.begins[len(c.begins)-1])
	next := slices.Clone(c.begins)
	for i, e := range c.entries.All() {
		if e.kind == nin.None || !e.mayMeet() {
			continue
		}
		at := &next[placeIn(e)]
		c.order[*at] = uint64(e.created)<<32 | uint64(i)
		*at++
	}
	for i := range c.begins[1:] {
		slices.Sort(c.order[c.begins[i]:c.begins[i+1]])
	}
}

// sessions yields those of at least so many entries: of one unit and one group, and made with no hour between them. What is
// yielded is the receiver's until it asks for more.
func (c *catalog) sessions(least int) iter.Seq[[]member] {
	return func(yield func([]member) bool) {
		var session []member
		made := func(at uint64) uint64 { return at >> 32 }
		for i := range c.begins[1:] {
			rest := c.order[c.begins[i]:c.begins[i+1]]
			for len(rest) > 0 {
				n := 1
				for n < len(rest) && made(rest[n])-made(rest[n-1]) < apart {
					n++
				}
				if n >= least {
					session = session[:0]
					for _, at := range rest[:n] {
						session = append(session, memberOf(c.Set, uint32(at)))
					}
					if !yield(session) {
						return
					}
				}
				rest = rest[n:]
			}
		}
	}
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
