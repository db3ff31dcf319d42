package scan

import (
	"slices"

	"ninaudit/audit"
)

// explain lets the case of a person with two entries speak for the one that lacks a number, where the other has
// it: that is one case, not two, unless it is a mere possibility, or a case that only the restricted report is told. It also counts the persons in such cases.
func (s *state) explain() {
	counted := map[uint32]bool{}
	s.explained = map[uint32]int{}
	for i := range s.hits {
		h := &s.hits[i]
		if !s.Rules[h.rule].Duplicate {
			continue
		}
		numbered := !slices.ContainsFunc(h.rows, s.pop.protected) && slices.ContainsFunc(h.rows, func(row uint32) bool { return !s.pop.skimmed(row).IsZero() })
		for _, row := range h.rows {
			if _, already := s.explained[row]; !already && numbered && h.severity > audit.Info {
				s.explained[row] = i
			}
			if !counted[row] {
				counted[row] = true
				catalog := s.pop.catalog(row)
				s.segments[catalog].Duplicates++
			}
		}
	}
	for i := range s.hits {
		h := &s.hits[i]
		if _, other := s.explained[h.rows[0]]; other && s.Rules[h.rule].Absence {
			h.waiting = true
		}
	}
}
