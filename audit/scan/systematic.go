package scan

import (
	"slices"

	"ninaudit/audit"
)

// A fault is systematic where one rule hits over a tenth of a catalog, or four fifths of a unit of twenty or
// more; in catalogs of fifty or more persons. It then has one likely cause, and is told once.
const (
	systematicFrom    = 50 // persons of the catalog
	systematicCatalog = 10 // per cent of its persons, exceeded
	systematicUnitOf  = 20 // persons of the unit
	systematicUnit    = 80 // per cent of its persons, reached
)

// fault is what may have one cause: a rule, in one form if that form has a cause of its own, in a catalog or
// one unit of it.
type fault struct {
	rule    uint16
	variant int // -1: every form
	catalog int
	unit    *audit.Unit // nil: the whole catalog
}

// systematic finds the faults with one likely cause, and gives a function that says which of them a hit is
// one instance of. Only rules on persons are grouped, and waiting hits are none.
func (s *state) systematic() func(h *hit) *audit.Systematic {
	counts := map[fault]int{}
	for i := range s.hits {
		f := s.faultsOf(&s.hits[i])
		for _, one := range f.own {
			counts[one]++
		}
	}
	for i := range s.hits { // forms that are too few by themselves may be many together
		f := s.faultsOf(&s.hits[i])
		if f.together != nil && !s.isSystematic(f.own[0], counts[f.own[0]]) {
			counts[*f.together]++
		}
	}
	made := map[fault]*audit.Systematic{}
	return func(h *hit) *audit.Systematic {
		for _, f := range s.faultsOf(h).inOrder() {
			if !s.isSystematic(f, counts[f]) {
				continue
			}
			if made[f] == nil {
				made[f] = s.describe(f, counts[f])
			}
			return made[f]
		}
		return nil
	}
}

// faults are what a hit may be an instance of.
type faults struct {
	own      []fault // in the catalog, and in the unit; none for a hit that is not grouped
	together *fault  // with the other forms of the rule, where its form has a cause of its own
}

// inOrder gives the widest that names one cause first.
func (f faults) inOrder() []fault {
	if f.together == nil {
		return f.own
	}
	return slices.Insert(slices.Clone(f.own), 1, *f.together)
}

func (s *state) faultsOf(h *hit) (f faults) {
	rule := &s.Rules[h.rule]
	if _, each := rule.Check.(audit.EachPerson); !each || h.waiting {
		return f
	}
	catalog := s.pop.catalog(h.rows[0])
	variant := -1
	if len(rule.Variants) > 0 && rule.Variants[h.variant].Cause.Complete() {
		variant = int(h.variant)
		f.together = &fault{h.rule, -1, catalog, nil}
	}
	f.own = append(f.own, fault{h.rule, variant, catalog, nil})
	if unit := s.pop.unit(h.rows[0]); unit != nil {
		f.own = append(f.own, fault{h.rule, variant, catalog, unit})
	}
	return f
}

func (s *state) isSystematic(g fault, count int) bool {
	seg := s.segments[g.catalog]
	if seg.Persons < systematicFrom {
		return false
	}
	if g.unit == nil {
		return count*100 > seg.Persons*systematicCatalog
	}
	of := s.pop.parts[g.catalog].atUnit(g.unit)
	return of >= systematicUnitOf && count*100 >= of*systematicUnit
}

func (s *state) describe(g fault, count int) *audit.Systematic {
	d := &audit.Systematic{Rule: &s.Rules[g.rule], Catalog: s.segments[g.catalog].Name, Count: count}
	if g.variant >= 0 {
		d.Variant = &d.Rule.Variants[g.variant]
	}
	if g.unit == nil {
		d.Of = s.segments[g.catalog].Persons
		return d
	}
	d.Unit, d.Of = s.blank.Blank(g.unit.Name), s.pop.parts[g.catalog].atUnit(g.unit)
	return d
}
