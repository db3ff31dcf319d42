package serial

import "math"

// frontiers are the frontiers of every year and sex, as far as table and catalog together know them.
type frontiers [2][years]frontier

// frontiers puts table and catalog together, each by how well it knows.
func (c *census) frontiers() *frontiers {
	var f frontiers
	for s := range f {
		for y := range f[s] {
			p := c.pool(sex(s), y)
			f[s][y] = p.frontier(c.table.unsure[y])
			f[s][y].at *= c.table.at[s][y]
		}
	}
	return &f
}

// A date's numbers fill the series from the top to its frontier, and frontiers of dates differ as a bell does, by
// ordinarySpread. Then one genuine number in twenty lies deeper than outside, in frontiers. Of a pool it shows the
// frontier, for so large a share is hardly moved by what is invented.
const (
	outer   = 0.05
	outside = 1.02
)

// frontier is the pool's, in the table's. What the catalog shows counts by how many numbers show it; where it plainly
// disagrees with the table, the table is what is wrong. A catalog may lack the people who came last, whose numbers lie
// deepest: so it draws the frontier out freely, and back by little.
func (p *pool) frontier(unsure float64) frontier {
	f := frontier{at: 1, spread: math.Hypot(ordinarySpread, unsure)}
	if p.n < fewest {
		return f
	}
	own := max(p.quantile(outer)/outside-1, -2*unsure)
	unsure = max(unsure, own/2)
	// The square of how far off a pool is: by chance, and because the years that it takes in are not the year itself.
	doubt := 0.25/float64(p.n) + math.Pow(0.005*float64(p.reach), 2)
	weight := unsure * unsure / (unsure*unsure + doubt)
	if own < 0 {
		own /= 2
	}
	f.at += weight * own
	f.spread = math.Hypot(ordinarySpread, unsure*math.Sqrt(1-weight))
	f.at = max(f.at, p.bare(f))
	return f
}

// fewest is how many numbers say anything.
const fewest = 20

// bare moves a frontier out until what lies where a number would be named looks like inventions, and else beyond every
// number. Genuine numbers thin out on the way down, whatever the shape of their edge; inventions lie everywhere, or at
// the bottom. And where more than crowd of all lie there, that is an order of issue which the table does not know.
func (p *pool) bare(f frontier) float64 {
	const step, crowd = 0.02, 0.02
	reach := 1 + named*f.spread
	last := 1 / p.table.at[p.sex][(p.from+p.to)/2]
	begin := f.at * reach
	for ; begin < last; begin += step {
		below := float64(p.deeper((begin + last) / 2))
		if near := float64(p.deeper(begin)) - below; near <= 2*below+3*math.Sqrt(below)+3 {
			break
		}
	}
	if float64(p.deeper(begin)) > crowd*float64(p.n)+3 {
		return deepest
	}
	return begin / reach
}

// named is how many spreads beyond the frontier a number is named at one invention in ten thousand.
const named = 3.9

// strangers is the share of genuine numbers that lie anywhere, for reasons that nobody has told: it bounds what depth
// can be worth.
const strangers = 1e-5

// beyond tells whether a number lies beyond the frontier, and its depth can speak against it.
func (f *frontiers) beyond(p place) bool {
	return float64(p.depth) > f[p.sex][p.year-firstYear].at*length
}

// bits is what a number's depth says for its being invented: how often inventions lie there, by how often genuine
// numbers do. Who invents draws from the whole series. On some dates the frontier is wider out than on others.
func (f *frontiers) bits(p place, wider float64) float64 {
	edge := f[p.sex][p.year-firstYear]
	at := edge.at * wider
	z := (float64(p.depth)/length/at - 1) / edge.spread
	return -math.Log2((1-strangers)*above(z)/at + strangers)
}

// above is the share of a bell above z.
func above(z float64) float64 { return math.Erfc(z/math.Sqrt2) / 2 }
