package rules

import (
	"cmp"
	"slices"

	"ninaudit/audit"
	"ninaudit/audit/nin"
	"ninaudit/audit/serial"
)

// issued is one catalog as the order of issue sees it: what is usual in one says nothing of another.
type issued struct {
	NINDateOptions
	serial.Set
	units map[*audit.Unit]int // that the catalog's reader has not numbered
}

// gatherIssued takes in numbers for the rules on the order of issue. Those that nin-date tells are left to it: one
// number, one verdict.
func gatherIssued(o NINDateOptions) *audit.Gather {
	return &audit.Gather{Begin: func() audit.Gathering {
		return &issued{NINDateOptions: o, units: map[*audit.Unit]int{}}
	}}
}

func (c *issued) Take(p *audit.Person, on nin.Date) {
	var e serial.Entry
	if len(p.Units) > 0 {
		e.Unit = c.unit(p.Units[0])
	}
	if !c.tooOld(p.NIN, on) {
		e.Number = p.NIN
	}
	if !p.Created.IsZero() {
		e.Created = p.Created.Unix()
	}
	c.Add(e)
}

// unit is a number for a unit, from 1.
func (c *issued) unit(u *audit.Unit) int {
	if u.Met != 0 {
		return int(u.Met) << 1
	}
	at, known := c.units[u]
	if !known {
		at = len(c.units)<<1 | 1
		c.units[u] = at
	}
	return at
}

// byID are entries as a verdict names them: by their places among all persons, ordered by entry ID.
func byID(all audit.Population, entries []int) []int {
	ids := map[int]string{}
	for _, i := range entries {
		ids[i] = all.Person(i).ID
	}
	return slices.SortedFunc(slices.Values(entries), func(i, j int) int { return cmp.Or(cmp.Compare(ids[i], ids[j]), cmp.Compare(i, j)) })
}

// severalPersons tells whether some two of the entries are different persons by all signs.
func severalPersons(all audit.Population, entries []int) bool {
	if len(entries) > manyEntries {
		return true
	}
	for k, i := range entries {
		for _, j := range entries[k+1:] {
			if l, _ := compare(all.Person(i), all.Person(j)); l == different {
				return true
			}
		}
	}
	return false
}
