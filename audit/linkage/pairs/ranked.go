package pairs

import (
	"sort"

	"ninaudit/audit/chance"
)

// ranked is a list of names with how often each is borne.
type ranked struct {
	names []string
	sums  []int // of weights, up to and with the name
}

// add appends names, the most common first, that share so many parts of the whole. The name of
// rank r is borne in proportion to 1/(r+flat): names follow Zipf's law but for the first ones,
// which lie closer together the larger flat is.
func (r *ranked) add(names []string, share, flat int) {
	const unit = 1 << 20
	harmonic, sum := 0, 0
	for i := range names {
		harmonic += unit / (i + 1 + flat)
	}
	if n := len(r.sums); n > 0 {
		sum = r.sums[n-1]
	}
	for i, name := range names {
		sum += share * (unit / (i + 1 + flat)) * 1000 / harmonic * 1000
		r.names, r.sums = append(r.names, name), append(r.sums, sum)
	}
}

// draw returns a name by how often it is borne.
func (r *ranked) draw(c chance.Source) string {
	roll := c.Below(r.sums[len(r.sums)-1])
	return r.names[sort.SearchInts(r.sums, roll+1)]
}
