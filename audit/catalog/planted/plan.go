package planted

import "slices"

// plant is one kind of oddity and how often it is planted; make puts one case in the catalog and
// is told which one it is, from 0.
type plant struct {
	name   string
	sample int     // in the sample
	rate   float64 // in 10 000 persons
	most   int     // there are no more published vectors of it; 0: no limit
	make   func(b *builder, i int)
}

// The rates of kinds that are met all the time, now and then, and seldom.
const (
	often  = 7.0
	some   = 3.0
	seldom = 1.0
)

// count is how many to plant: at least three where the catalog has room for them, fewer in a small
// one.
func (p plant) count(o Options) int {
	least := 3
	switch {
	case o.Persons < 2000:
		least = 1
	case o.Persons < 4000:
		least = 2
	}
	return max(least, int(p.rate*float64(o.Persons)/10000))
}

// plan lists everything that is planted, in the order in which it is made.
func plan() []plant {
	return slices.Concat(accountPlants(), shapePlants(), standInPlants(), datePlants(), digitPlants(), kindPlants(),
		exposedPlants(), pendingPlants(), duplicatePlants(), personPlants(), overlayPlants(), addressPlants(), innocentNumbers(),
		innocentPersons(), inventedPlants())
}
