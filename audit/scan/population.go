package scan

import (
	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// population is everybody: the rows of each catalog, one after the other in the configuration's order. A row's number goes
// on from one catalog to the next.
type population struct {
	parts   []*rows
	from    []uint32     // of each part: its first row
	numbers []nin.Number // of every row
	dead    map[uint32]bool
	longer  map[uint32]bool
}

// join takes the rows of the next catalog, and returns the number of the first.
func (pop *population) join(part *rows) uint32 {
	first := uint32(len(pop.numbers))
	pop.parts, pop.from = append(pop.parts, part), append(pop.from, first)
	if len(pop.numbers) == 0 {
		pop.numbers = part.numbers
	} else {
		pop.numbers = append(pop.numbers, part.numbers...)
		part.numbers = pop.numbers[first:]
	}
	if pop.dead == nil {
		pop.dead, pop.longer = map[uint32]bool{}, map[uint32]bool{}
	}
	for row := range part.dead {
		pop.dead[first+row] = true
	}
	for row := range part.longer {
		pop.longer[first+row] = true
	}
	return first
}

// len is the number of rows, dead ones included.
func (pop *population) len() int { return len(pop.numbers) }

// part is the catalog that a row is of, and its number there.
func (pop *population) part(row uint32) (*rows, uint32) {
	i := len(pop.from) - 1
	for pop.from[i] > row {
		i--
	}
	return pop.parts[i], row - pop.from[i]
}

func (pop *population) person(row uint32) *audit.Person {
	part, at := pop.part(row)
	return part.person(at)
}

func (pop *population) glance(row uint32) audit.Glance {
	part, at := pop.part(row)
	return part.glance(at)
}

func (pop *population) account(row uint32) audit.Account {
	part, at := pop.part(row)
	return part.account(at)
}

// catalog is the place of a row's catalog in the configuration.
func (pop *population) catalog(row uint32) int {
	part, _ := pop.part(row)
	return part.catalog
}

func (pop *population) local(row uint32) bool {
	part, at := pop.part(row)
	return part.local(at)
}

// units are all units that persons are at.
func (pop *population) units() (all []*audit.Unit) {
	for _, part := range pop.parts {
		all = append(all, part.units.values...)
	}
	return all
}

// protected tells whether a row's person is under protection.
func (pop *population) protected(row uint32) bool {
	part, at := pop.part(row)
	return part.protected(at)
}
