package scan

import (
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

func (e everybody) Person(i int) *audit.Person { return e.pop.person(e.rows[i]) }

func (e everybody) Glance(i int) audit.Glance { return e.pop.glance(e.rows[i]) }

// judgeWhole puts everybody to a rule that needs all at once.
func (s *state) judgeWhole(ctx context.Context, rule int, check audit.Whole, all everybody) (j judged) {
	if ctx.Err() != nil {
		return j
	}
	found := check(ctx, all, s.On)
	j.model, j.notices = found.Model, found.Notices
	for _, v := range found.Verdicts {
		rows := make([]uint32, len(v.Members))
		for k, at := range v.Members {
			rows[k] = all.rows[at]
		}
		j.hits = append(j.hits, s.hit(rule, rows, v))
	}
	return j
}

// judgeCatalogs puts the persons of each catalog to a rule on catalogs.
func (s *state) judgeCatalogs(ctx context.Context, rule int, check audit.EachCatalog) (j judged) {
	for i, seg := range s.segments {
		all := everybody{state: s, rows: slices.Collect(s.liveOf(seg))}
		var gathered audit.Gathering
		if s.gathered[i] != nil {
			gathered, s.gathered[i][rule] = s.gathered[i][rule], nil
		} else {
			gathered = check.Begin()
			for at := range all.Len() {
				gathered.Take(all.Person(at))
			}
		}
		one := s.judgeWhole(ctx, rule, gathered.Judge, all)
		j.model = one.model
		j.hits, j.notices = append(j.hits, one.hits...), append(j.notices, one.notices...)
	}
	return j
}

// notices adds what a reader must know, each text once.
func (s *state) notices(texts []audit.Text) {
	for _, t := range texts {
		if !slices.Contains(s.summary.Notices, t) {
			s.summary.Notices = append(s.summary.Notices, t)
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
