package rules

import (
	"cmp"
	"iter"
	"slices"

	"ninaudit/audit"
	"ninaudit/audit/nin"
	"ninaudit/audit/serial"
)

// issued is one catalog as the order of issue sees it: a stretch of the population, whose entries count from 0.
type issued struct {
	all     audit.Population
	from    int
	entries []serial.Entry
}

// eachIssued reads one catalog after the other, in their order: what is usual in one says nothing of another. Numbers
// that nin-date tells are left to it: one number, one verdict.
func eachIssued(all audit.Population, o NINDateOptions, on nin.Date) iter.Seq[*issued] {
	return func(yield func(*issued) bool) {
		units := map[*audit.Unit]int{nil: 0}
		now := &issued{all: all, entries: make([]serial.Entry, 0, all.Len())}
		catalog := 0
		for i := range all.Len() {
			g := all.Glance(i)
			if g.Catalog != catalog && len(now.entries) > 0 {
				if !yield(now) {
					return
				}
				now = &issued{all: all, from: i}
			}
			catalog = g.Catalog
			unit, known := units[g.Unit]
			if !known {
				unit = len(units)
				units[g.Unit] = unit
			}
			e := serial.Entry{Unit: unit}
			if !o.tooOld(g.NIN, on) {
				e.Number = g.NIN
			}
			if !g.Created.IsZero() {
				e.Created = g.Created.Unix()
			}
			now.entries = append(now.entries, e)
		}
		yield(now)
	}
}

// members are entries as a verdict names them: by their places in the population, ordered by entry ID.
func (c *issued) members(entries []int) []int {
	ids := map[int]string{}
	out := make([]int, len(entries))
	for k, i := range entries {
		out[k] = c.from + i
		ids[out[k]] = c.all.Person(out[k]).ID
	}
	slices.SortFunc(out, func(i, j int) int { return cmp.Or(cmp.Compare(ids[i], ids[j]), cmp.Compare(i, j)) })
	return out
}

// severalPersons tells whether some two of the entries are different persons by all signs.
func (c *issued) severalPersons(entries []int) bool {
	if len(entries) > manyEntries {
		return true
	}
	for k, i := range entries {
		for _, j := range entries[k+1:] {
			if l, _ := compare(c.all.Person(c.from+i), c.all.Person(c.from+j)); l == different {
				return true
			}
		}
	}
	return false
}
