package serial

import "math"

// half is the number of places of one sex in a series.
const half = length / 2

// census counts a catalog's own numbers by how deep they lie.
type census struct {
	table  *tables
	beyond [2][years][half + 1]int32 // numbers at a place or deeper, once closed
}

func (c *census) add(p place) { c.beyond[p.sex][p.year-firstYear][p.depth/2]++ }

// close turns counts into counts from there down.
func (c *census) close() {
	for s := range c.beyond {
		for y := range c.beyond[s] {
			column := &c.beyond[s][y]
			for i := half - 1; i >= 0; i-- {
				column[i] += column[i+1]
			}
		}
	}
}

// pool is the numbers of one sex and of neighbouring years. Depths in it are measured in the table's frontiers, so that
// years may be put together of which one saw more births than the other.
type pool struct {
	*census
	sex      sex
	from, to int // years, counted from firstYear
	reach    int // how many on either side
	n        int
}

// A pool takes in neighbouring years, one on either side at least, until it holds enough: of a small catalog it is all
// that were born in the century.
const enough = 1500

func (c *census) pool(s sex, year int) pool {
	p := pool{census: c, sex: s}
	first, last := 0, 2000-firstYear-1
	if year > last { // another series
		first, last = last+1, years-1
	}
	for p.reach = 1; ; p.reach++ {
		p.from, p.to, p.n = max(year-p.reach, first), min(year+p.reach, last), 0
		for y := p.from; y <= p.to; y++ {
			p.n += int(c.beyond[s][y][0])
		}
		if p.n >= enough || p.from == first && p.to == last {
			return p
		}
	}
}

// deeper counts the pool's numbers from a depth down.
func (p *pool) deeper(depth float64) int {
	n := 0
	for y := p.from; y <= p.to; y++ {
		at := math.Ceil(depth * p.table.at[p.sex][y] * half)
		if at < half {
			n += int(p.beyond[p.sex][y][int(at)])
		}
	}
	return n
}

// quantile is the depth beyond which a share of the pool lies.
func (p *pool) quantile(share float64) float64 {
	low, high := 0.0, deepest
	for high-low > 0.002 {
		if mid := (low + high) / 2; float64(p.deeper(mid)) > share*float64(p.n) {
			low = mid
		} else {
			high = mid
		}
	}
	return high
}

// deepest is more than the whole series, in any year's frontiers.
const deepest = 3.0
