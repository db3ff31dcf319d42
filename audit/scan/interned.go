package scan

import (
	"strings"

	"ninaudit/audit"
	"ninaudit/audit/chunks"
)

// interned numbers the values it has met.
type interned[T comparable] struct {
	values []T
	index  map[T]uint64
}

func (t *interned[T]) of(v T) uint64 {
	if i, ok := t.index[v]; ok {
		return i
	}
	if t.index == nil {
		t.index = map[T]uint64{}
	}
	i := uint64(len(t.values))
	t.values = append(t.values, v)
	t.index[v] = i
	return i
}

// table numbers the values of a catalog that it has met: those that the catalog's reader has numbered by that number, so
// that they need not be looked up.
type table[T comparable] struct {
	met []T // by audit.Met; the zero value where none came
	own interned[T]
}

// of is a value's number. The zero value has no Met.
func (t *table[T]) of(v T, met audit.Met) uint64 {
	if met == 0 {
		return t.own.of(v) << 1
	}
	var none T
	if at := chunks.Place(&t.met, int(met)); *at == none {
		*at = v
	}
	return uint64(met)<<1 | 1
}

// at is the value of a number.
func (t *table[T]) at(number uint64) T {
	if number&1 != 0 {
		return t.met[number>>1]
	}
	return t.own.values[number>>1]
}

// all are the values that it has met.
func (t *table[T]) all() (all []T) {
	var none T
	for _, v := range t.met {
		if v != none {
			all = append(all, v)
		}
	}
	return append(all, t.own.values...)
}

// nameOf numbers a name, whose memory may be used again unless it has been numbered before.
func (pop *rows) nameOf(s string, met audit.Met) uint64 {
	if met == 0 {
		if i, ok := pop.names.own.index[s]; ok {
			return i << 1
		}
		s = strings.Clone(s)
	}
	return pop.names.of(s, met)
}

// place counts a person (by 1, or by -1 if it is taken back) at its first unit.
func (pop *rows) place(p *audit.Person, by int) {
	if len(p.Units) == 0 {
		return
	}
	at := pop.units.of(p.Units[0], p.Units[0].Met)
	*chunks.Place(&pop.placed, int(at)) += by
}

// atUnit is how many persons have a unit for their first.
func (pop *rows) atUnit(u *audit.Unit) int {
	if at := pop.units.of(u, u.Met); at < uint64(len(pop.placed)) {
		return pop.placed[at]
	}
	return 0
}
