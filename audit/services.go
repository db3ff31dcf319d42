package audit

import (
	"encoding/binary"
	"math/bits"
	"slices"
	"strings"
)

// Services is a list of services made ready to be asked, for any number of persons, who uses which. Persons of the same
// affiliations and units use the same services, so the answer is worked out once for all of them: a list of thousands
// costs a look into a map a person. It is not for use by several goroutines.
type Services struct {
	all         []Service
	everybody   []int32
	affiliated  [16][]int32        // by bit of Affiliation
	atUnit      map[string][]int32 // by name or number, in lower case
	units       map[*Unit]uint64   // those that have been met, numbered
	usages      map[string]*Usage
	key         []byte
	affiliation map[string]int
}

// Usage is what the services that some person uses ask for. It is shared by all who use the same ones.
type Usage struct {
	Hit  []string // services in which a user without a number has trouble
	Tell []string // services whose provider must be told of a number
	Ask  int      // services of which nobody knows whether they cope
	of   []int32
}

// NewServices makes a list ready. It keeps the slice.
func NewServices(all []Service) *Services {
	s := &Services{all: all, atUnit: map[string][]int32{}, units: map[*Unit]uint64{}, usages: map[string]*Usage{},
		affiliation: map[string]int{}}
	for bit, name := range AffiliationNames() {
		s.affiliation[name] = bit
	}
	for i := range all {
		if all[i].Receives {
			s.file(int32(i), all[i].UsedBy)
		}
	}
	return s
}

// file notes who uses a service.
func (s *Services) file(i int32, usedBy []string) {
	if len(usedBy) == 0 {
		s.everybody = append(s.everybody, i)
	}
	for _, who := range usedBy {
		who = strings.ToLower(who)
		if bit, ok := s.affiliation[who]; ok {
			s.affiliated[bit] = append(s.affiliated[bit], i)
			continue
		}
		s.atUnit[who] = append(s.atUnit[who], i)
	}
}

// All is the list, in its own order.
func (s *Services) All() []Service { return s.all }

// Of is what the services that a person uses ask for. Names of units must be known.
func (s *Services) Of(p *Person) *Usage {
	s.key = binary.AppendUvarint(s.key[:0], uint64(p.Affiliations))
	for _, u := range p.Units {
		n, met := s.units[u]
		if !met {
			n = uint64(len(s.units))
			s.units[u] = n
		}
		s.key = binary.AppendUvarint(s.key, n)
	}
	u := s.usages[string(s.key)]
	if u == nil {
		u = s.work(p)
		s.usages[string(s.key)] = u
	}
	return u
}

// work works out a usage.
func (s *Services) work(p *Person) *Usage {
	of := slices.Clone(s.everybody)
	for set := uint16(p.Affiliations); set != 0; set &= set - 1 {
		of = append(of, s.affiliated[bits.TrailingZeros16(set)]...)
	}
	for _, unit := range p.Units {
		for _, called := range []string{strings.ToLower(unit.Name), strings.ToLower(unit.Number)} {
			of = append(of, s.atUnit[called]...)
		}
	}
	slices.Sort(of)
	u := &Usage{of: slices.Compact(of)}
	for _, i := range u.of {
		switch one := &s.all[i]; {
		case one.Tells():
			u.Tell = append(u.Tell, one.Name)
		case one.Hits():
			u.Hit = append(u.Hit, one.Name)
		}
		if s.all[i].Asks() {
			u.Ask++
		}
	}
	return u
}

// Each gives the places, in the list, of the services of a usage.
func (u *Usage) Each(yield func(int) bool) {
	for _, i := range u.of {
		if !yield(int(i)) {
			return
		}
	}
}

// Unmatched are the units that used_by names and that are none of those given, in lower case, sorted.
func (s *Services) Unmatched(units []*Unit) []string {
	met := map[string]bool{}
	for _, u := range units {
		met[strings.ToLower(u.Name)], met[strings.ToLower(u.Number)] = true, true
	}
	var all []string
	for name := range s.atUnit {
		if !met[name] {
			all = append(all, name)
		}
	}
	slices.Sort(all)
	return all
}
