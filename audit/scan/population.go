package scan

import (
	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// population is everybody: the rows of each catalog, one after the other in the configuration's order. A row's number goes
// on from one catalog to the next.
type population struct {
	parts  []*rows
	from   []uint32 // of each part: its first row
	count  int
	dead   map[uint32]bool
	longer map[uint32]bool
}

// join takes the rows of the next catalog, and returns the number of the first.
func (pop *population) join(part *rows) uint32 {
	first := uint32(pop.count)
	pop.parts, pop.from = append(pop.parts, part), append(pop.from, first)
	pop.count += part.len()
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
func (pop *population) len() int { return pop.count }

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

// id is a row's entry ID.
func (pop *population) id(row uint32) string {
	part, at := pop.part(row)
	return part.id(at)
}

// unit is the first unit of a row's person; nil for none.
func (pop *population) unit(row uint32) *audit.Unit {
	part, at := pop.part(row)
	return part.unit(at)
}

// number is a row's number.
func (pop *population) number(row uint32) nin.Number {
	part, at := pop.part(row)
	return part.number(at)
}

// skimmed is a row's number as far as it is compared: see nin.Parser.Skim.
func (pop *population) skimmed(row uint32) nin.Number {
	part, at := pop.part(row)
	return part.skimmed(at)
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
		all = append(all, part.units.all()...)
	}
	return all
}

// protected tells whether a row's person is under protection.
func (pop *population) protected(row uint32) bool {
	part, at := pop.part(row)
	return part.protected(at)
}
