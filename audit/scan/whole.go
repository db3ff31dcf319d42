package scan

import (
	"cmp"
	"context"
	"slices"

	"ninaudit/audit"
)

// everybody is the population as rules on the whole see it: without entries that came twice.
type everybody struct {
	*state
	rows []uint32
}

func (e everybody) Len() int { return len(e.rows) }

func (e everybody) Person(i int) *audit.Person { return e.pop.person(e.rows[i], e.names()) }

// judgeWhole puts everybody to the rules that need all at once.
func (s *state) judgeWhole(ctx context.Context) {
	for i := range s.Rules {
		check, ok := s.Rules[i].Check.(audit.Whole)
		if !ok || ctx.Err() != nil {
			continue
		}
		all := everybody{state: s}
		for row := range uint32(s.pop.len()) {
			if !s.pop.dead[row] {
				all.rows = append(all.rows, row)
			}
		}
		found := check(ctx, all, s.On)
		s.summary.Model = cmp.Or(s.summary.Model, found.Model)
		s.summary.Notices = append(s.summary.Notices, found.Notices...)
		for _, v := range found.Verdicts {
			rows := make([]uint32, len(v.Members))
			for k, at := range v.Members {
				rows[k] = all.rows[at]
			}
			s.note(i, rows, v)
		}
	}
}

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
		numbered := !slices.ContainsFunc(h.rows, s.pop.protected) && slices.ContainsFunc(h.rows, func(row uint32) bool { return !s.pop.numbers[row].IsZero() })
		for _, row := range h.rows {
			if _, already := s.explained[row]; !already && numbered && h.severity > audit.Info {
				s.explained[row] = i
			}
			if !counted[row] {
				counted[row] = true
				catalog, _, _ := s.pop.place(row)
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
