package linkage

import (
	"iter"

	"ninaudit/audit/nin"
)

// dates are counts by birth date, as YYMMDD, for dates may lack their century. Of many entries those of the days that a
// calendar may have stand in a table: they are asked for more often than anything else is.
type dates struct {
	table []count // nil for few entries
	other map[nin.Date]count
}

// manyEntries is from how many entries on a table pays.
const manyEntries = 2000

// monthPlaces and dayPlaces are how many places a year and a month have in the table.
const monthPlaces, dayPlaces = 13, 32

func (s *Set) countDates() *dates {
	d := &dates{other: map[nin.Date]count{}}
	if s.items.Len() >= manyEntries {
		d.table = make([]count, 100*monthPlaces*dayPlaces)
	}
	for _, it := range s.items.All() {
		if it.birth == 0 {
			continue
		}
		day := it.birth % 1_000_000
		if at, ok := d.place(day); ok {
			d.table[at] = d.table[at].and(!it.fixed)
		} else {
			d.other[day] = d.other[day].and(!it.fixed)
		}
	}
	return d
}

// place is where a date stands in the table; false where it does not.
func (d *dates) place(day nin.Date) (int, bool) {
	year, month, date := int(day)/10_000, int(day)/100%100, int(day)%100
	ok := d.table != nil && uint(year) < 100 && month < monthPlaces && date < dayPlaces
	return (year*monthPlaces+month)*dayPlaces + date, ok
}

// of is the count of a date.
func (d *dates) of(day nin.Date) count {
	if at, ok := d.place(day); ok {
		return d.table[at]
	}
	return d.other[day]
}

// all are the dates that entries have, in any order.
func (d *dates) all() iter.Seq2[nin.Date, count] {
	return func(yield func(nin.Date, count) bool) {
		for at, c := range d.table {
			day := nin.Date(at/dayPlaces/monthPlaces*10_000 + at/dayPlaces%monthPlaces*100 + at%dayPlaces)
			if c.all > 0 && !yield(day, c) {
				return
			}
		}
		for day, c := range d.other {
			if !yield(day, c) {
				return
			}
		}
	}
}
