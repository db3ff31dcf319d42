package scan

import (
	"cmp"
	"context"
	"slices"
	"sync"

	"ninaudit/audit"
)

// judged is what one rule that needs several persons, or all, has found.
type judged struct {
	hits    []hit
	model   string
	notices []audit.Text
}

// judgeTogether puts groups, catalogs and everybody to the rules that need them, all at a time, so that no rule is left to
// the end by itself, and does beside them what touches nothing of theirs. What they find is taken in the order of the rules,
// groups first, so that nothing depends on who is ready first.
func (s *state) judgeTogether(ctx context.Context, beside ...func()) {
	found := make([]judged, len(s.Rules))
	var running sync.WaitGroup
	for _, do := range beside {
		running.Go(do)
	}
	for i := range s.Rules {
		if check, ok := s.Rules[i].Check.(audit.Whole); ok {
			running.Go(func() { found[i] = s.judgeWhole(ctx, i, check) })
		}
	}
	for at, g := range s.gathers() {
		running.Go(func() { s.judgeGathered(ctx, at, g, found) })
	}
	for at, key := range s.groupKeys() {
		running.Go(func() { s.judgeGroups(ctx, at, key, found) })
	}
	running.Wait()
	for _, whole := range []bool{false, true} { // of other rules nothing was found
		for i := range found {
			if _, is := s.Rules[i].Check.(audit.EachGroup); is != whole {
				s.hits = append(s.hits, found[i].hits...)
				s.summary.Model = cmp.Or(s.summary.Model, found[i].model)
				s.notices(found[i].notices)
			}
		}
	}
}

// judgeWhole puts everybody to a rule that needs all at once.
func (s *state) judgeWhole(ctx context.Context, rule int, check audit.Whole) (j judged) {
	if ctx.Err() != nil {
		return j
	}
	all := s.all(0, uint32(s.pop.len()))
	return all.judged(rule, check(ctx, all, s.On))
}

// notices adds what a reader must know, each text once.
func (s *state) notices(texts []audit.Text) {
	for _, t := range texts {
		if !slices.Contains(s.summary.Notices, t) {
			s.summary.Notices = append(s.summary.Notices, t)
		}
	}
}
