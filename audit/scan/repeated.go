package scan

import (
	"slices"
	"strings"
)

// settleIDs finds entries that came twice, which count once: pages are no snapshot. Where a principal name
// serves as the ID, two entries may share it; their DNs then make their IDs longer.
func (r *reading) settleIDs() {
	for group := range shared(stretch{&r.ids, 0}) {
		seen, sharers := map[string]bool{}, map[string][]uint32{}
		for _, k := range group {
			row := k.row()
			p := r.pop.person(row)
			entry := p.ID
			if standsIn := p.ID == strings.ToLower(p.Principal); standsIn {
				entry += "\x00" + strings.ToLower(p.DN)
				sharers[p.ID] = append(sharers[p.ID], row)
			}
			if seen[entry] {
				r.pop.dead[row] = true
				r.tally(p, -1)
				r.Repeated++
			}
			seen[entry] = true
		}
		for _, rows := range sharers {
			rows = slices.DeleteFunc(rows, func(row uint32) bool { return r.pop.dead[row] })
			if len(rows) > 1 {
				for _, row := range rows {
					r.pop.longer[row] = true
				}
			}
		}
	}
	r.ids = hashes{}
}
