package scan

import (
	"context"
	"slices"

	"ninaudit/audit"
)

// gathers are what takes persons in while they are read, each once, in the order of the rules that name it.
func (r *Run) gathers() (all []*audit.Gather) {
	for i := range r.Rules {
		if check, ok := r.Rules[i].Check.(audit.EachCatalog); ok && !slices.Contains(all, check.Gather) {
			all = append(all, check.Gather)
		}
	}
	return all
}

// beginAll begins to take in the persons of one catalog, in the order of gathers.
func (r *Run) beginAll() (all []audit.Gathering) {
	for _, g := range r.gathers() {
		all = append(all, g.Begin())
	}
	return all
}

// judgeGathered puts the persons of each catalog, as they were taken in, to the rules that name what took them in, which is
// the at-th of gathers. When a catalog has been judged, what was taken in is dropped.
func (s *state) judgeGathered(ctx context.Context, at int, g *audit.Gather, found []judged) {
	counted := make([]int, len(s.Rules))
	for i, seg := range s.segments {
		all := s.all(seg.rows[0], seg.rows[1])
		gathered := s.gatheredOf(i, at, g, all)
		for rule := range s.Rules {
			check, ok := s.Rules[rule].Check.(audit.EachCatalog)
			if !ok || check.Gather != g || ctx.Err() != nil {
				continue
			}
			judgement := check.Judge(ctx, gathered, all, s.On)
			one := all.judged(rule, judgement)
			j := &found[rule]
			j.model = one.model
			j.hits, j.notices = append(j.hits, one.hits...), append(j.notices, one.notices...)
			counted[rule] += judgement.Counted
		}
	}
	for rule := range s.Rules {
		if check, ok := s.Rules[rule].Check.(audit.EachCatalog); ok && check.Gather == g && check.Sum != nil {
			found[rule].notices = append(found[rule].notices, check.Sum(counted[rule])...)
		}
	}
}

// gatheredOf gives a catalog's persons as they were taken in while they were read, and lets go of it; they are taken in anew
// where an entry came twice.
func (s *state) gatheredOf(catalog, at int, g *audit.Gather, all everybody) audit.Gathering {
	if s.gathered[catalog] != nil {
		gathered := s.gathered[catalog][at]
		s.gathered[catalog][at] = nil
		return gathered
	}
	gathered := g.Begin()
	for i := range all.Len() {
		gathered.Take(all.Person(i), s.On)
	}
	return gathered
}
