package scan

import (
	"cmp"
	"slices"

	"ninaudit/audit/history"
)

// order is what hits are sorted by: rule in list order, catalog in the configuration's, first entry ID.
type order struct {
	catalog int
	id      string
}

func (o order) compare(other order) int {
	return cmp.Or(cmp.Compare(o.catalog, other.catalog), cmp.Compare(o.id, other.id))
}

// orderOf is where a row's person stands.
func (s *state) orderOf(row uint32) order { return order{s.pop.catalog(row), s.pop.id(row)} }

// sortHits puts the hits into the order in which they are told.
func (s *state) sortHits() {
	orders := make([]order, len(s.hits)) // of the first of each
	s.orders = make(map[uint32]order, len(s.hits))
	for i := range s.hits {
		row := s.hits[i].rows[0]
		first, known := s.orders[row]
		if !known {
			first = s.orderOf(row)
			s.orders[row] = first
		}
		orders[i] = first
	}
	s.hits = arranged(s.hits, func(i, j int) int {
		a, b := &s.hits[i], &s.hits[j]
		if a.rule != b.rule {
			return cmp.Compare(a.rule, b.rule)
		}
		if a.rows[0] != b.rows[0] {
			if c := orders[i].compare(orders[j]); c != 0 {
				return c
			}
		}
		return s.compareRest(a.rows[1:], b.rows[1:])
	})
}

// arranged is all in the order of their places that compare tells; equals stay as they stand. What is large is moved once.
func arranged[T any](all []T, compare func(i, j int) int) []T {
	index := make([]int, len(all))
	for i := range index {
		index[i] = i
	}
	slices.SortFunc(index, func(i, j int) int { return cmp.Or(compare(i, j), cmp.Compare(i, j)) })
	sorted := make([]T, len(all))
	for to, from := range index {
		sorted[to] = all[from]
	}
	return sorted
}

// compareRest orders cases that begin with the same person by the others.
func (s *state) compareRest(a, b []uint32) int {
	return slices.CompareFunc(a, b, func(i, j uint32) int { return s.orderOf(i).compare(s.orderOf(j)) })
}

// order puts all tellings into the order in which they are told: hits are in it already, and the others find their
// places among them.
func (s *state) order() {
	places := make([]order, len(s.tellings))
	for i := range s.tellings {
		places[i] = s.placeOf(&s.tellings[i])
	}
	s.tellings = arranged(s.tellings, func(i, j int) int {
		return cmp.Or(cmp.Compare(s.tellings[i].rule, s.tellings[j].rule), places[i].compare(places[j]))
	})
}

// placeOf is where the first of those whom a case concerns stands.
func (s *state) placeOf(t *telling) (place order) {
	if t.hit != known {
		place = s.orders[s.hits[t.hit].rows[0]]
		if !t.partly {
			return place
		}
	}
	if told, err := history.Decode(t.keep.Body); err == nil && len(told.Subjects) > 0 {
		first := &told.Subjects[0]
		before := order{slices.Index(s.names(), first.Catalog), first.ID}
		if t.hit == known || before.compare(place) < 0 {
			place = before
		}
	}
	return place
}
