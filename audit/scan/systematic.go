package scan

import (
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

// group is what may have one cause: a rule, in one form if that form has a cause of its own, in a catalog or
// one unit of it.
type group struct {
	rule    uint16
	variant int // -1: every form
	catalog int
	unit    *audit.Unit // nil: the whole catalog
}

// systematic finds the faults with one likely cause, and gives a function that says which of them a hit is
// one instance of. Only rules on persons are grouped, and waiting hits are none.
func (s *state) systematic() func(h *hit) *audit.Systematic {
	counts := map[group]int{}
	for i := range s.hits {
		for _, g := range s.groupsOf(&s.hits[i]) {
			counts[g]++
		}
	}
	made := map[group]*audit.Systematic{}
	return func(h *hit) *audit.Systematic {
		for _, g := range s.groupsOf(h) {
			if !s.isSystematic(g, counts[g]) {
				continue
			}
			if made[g] == nil {
				made[g] = s.describe(g, counts[g])
			}
			return made[g]
		}
		return nil
	}
}

// groupsOf are the groups that a hit belongs to, the widest that names one cause first.
func (s *state) groupsOf(h *hit) []group {
	rule := &s.Rules[h.rule]
	if _, each := rule.Check.(audit.EachPerson); !each || h.waiting {
		return nil
	}
	variant := -1
	if len(rule.Variants) > 0 && rule.Variants[h.variant].Cause.Complete() {
		variant = int(h.variant)
	}
	p := s.pop.person(h.rows[0], s.names())
	catalog, _, _ := s.pop.place(h.rows[0])
	found := []group{{h.rule, variant, catalog, nil}}
	if variant >= 0 {
		found = append(found, group{h.rule, -1, catalog, nil})
	}
	if len(p.Units) > 0 {
		found = append(found, group{h.rule, variant, catalog, p.Units[0]})
	}
	return found
}

func (s *state) isSystematic(g group, count int) bool {
	seg := s.segments[g.catalog]
	if seg.Persons < systematicFrom {
		return false
	}
	if g.unit == nil {
		return count*100 > seg.Persons*systematicCatalog
	}
	of := seg.units[g.unit]
	return of >= systematicUnitOf && count*100 >= of*systematicUnit
}

func (s *state) describe(g group, count int) *audit.Systematic {
	d := &audit.Systematic{Rule: &s.Rules[g.rule], Catalog: s.segments[g.catalog].Name, Count: count}
	if g.variant >= 0 {
		d.Variant = &d.Rule.Variants[g.variant]
	}
	if g.unit == nil {
		d.Of = s.segments[g.catalog].Persons
		return d
	}
	d.Unit, d.Of = s.blank.Blank(g.unit.Name), s.segments[g.catalog].units[g.unit]
	return d
}
