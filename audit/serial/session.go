package serial

import (
	"cmp"
	"slices"

	"ninaudit/audit/nin"
)

// Entry is one entry of a catalog, as far as the order of issue asks.
type Entry struct {
	Number  nin.Number
	Unit    int   // 0: none
	Created int64 // seconds; 0: nobody knows
}

// group is what batches are looked for in: numbers that are issued from one series.
type group uint8

const (
	fnr1900 group = iota
	fnr2000
	fnr900
	dNumber
	groups
)

func groupOf(n nin.Number, serial int) group {
	switch {
	case n.Kind() == nin.D:
		return dNumber
	case n.Birth().Year() >= 2000 || !n.Birth().KnowsCentury():
		return fnr2000
	case serial >= length:
		return fnr900
	}
	return fnr1900
}

// member is an entry that may be one of a batch.
type member struct {
	created int64
	entry   int32
	unit    int32
	tail    int32 // the last five digits
	born    int32 // the date in the number, as a place among all dates
	group   group
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
	members []member
	upTo    [groups][2*length + 1]int32 // numbers with a smaller individnummer
}

// gather takes in every entry whose number holds. Those without a unit or a time are in no session, as are those of a
// unit that is not wanted, and still say which numbers are common.
func gather(all []Entry, wanted func(unit int) bool) *catalog {
	c := &catalog{}
	for i := range all {
		e := &all[i]
		if k := e.Number.Kind(); k != nin.Fnr && k != nin.D || e.Number.Fault() != nin.Fine {
			continue
		}
		m := member{created: e.Created, entry: int32(i), unit: int32(e.Unit), tail: int32(e.Number.RevealTail()), born: bornAt(e.Number.Birth())}
		m.group = groupOf(e.Number, m.serial())
		c.upTo[m.group][m.serial()+1]++
		if e.Unit != 0 && e.Created != 0 && wanted(e.Unit) {
			c.members = append(c.members, m)
		}
	}
	for g := range c.upTo {
		for v := range c.upTo[g][1:] {
			c.upTo[g][v+1] += c.upTo[g][v]
		}
	}
	c.arrange()
	return c
}

// arrange brings the members into order: by unit and group, then by time.
func (c *catalog) arrange() {
	place := func(m *member) int { return int(m.unit)*int(groups) + int(m.group) }
	most := 0
	for i := range c.members {
		most = max(most, place(&c.members[i]))
	}
	begins := make([]int, most+2)
	for i := range c.members {
		begins[place(&c.members[i])+1]++
	}
	for i := range begins[1:] {
		begins[i+1] += begins[i]
	}
	arranged := make([]member, len(c.members))
	next := slices.Clone(begins)
	for i := range c.members {
		at := place(&c.members[i])
		arranged[next[at]] = c.members[i]
		next[at]++
	}
	for i := range begins[1:] {
		slices.SortFunc(arranged[begins[i]:begins[i+1]], func(a, b member) int { return cmp.Compare(a.created, b.created) })
	}
	c.members = arranged
}

// sessions divides the members: entries of one unit and one group that were made with no hour between them.
func (c *catalog) sessions(yield func([]member) bool) {
	for from := 0; from < len(c.members); {
		to := from + 1
		for to < len(c.members) && together(&c.members[to-1], &c.members[to]) {
			to++
		}
		if !yield(c.members[from:to]) {
			return
		}
		from = to
	}
}

func together(a, b *member) bool {
	return a.unit == b.unit && a.group == b.group && b.created-a.created < apart
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
