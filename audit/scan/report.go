package scan

import (
	"cmp"
	"context"
	"errors"
	"sync"

	"ninaudit/audit"
	"ninaudit/audit/history"
)

// report hands every case to every report, in order, and counts those that somebody has to act on.
func (s *state) report(ctx context.Context) error {
	reports := newTellers(s.Reports)
	if err := cmp.Or(s.tell(ctx, reports), reports.end()); err != nil {
		return err
	}
	return s.sumEvents()
}

func (s *state) tell(ctx context.Context, reports *tellers) error {
	systematic := s.systematic()
	counts, shielded := make([]audit.RuleCount, len(s.Rules)), make([]audit.RuleCount, len(s.Rules))
	told := map[*audit.Systematic]bool{}
	for i := range s.tellings {
		if i%1024 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		t := &s.tellings[i]
		f, err := s.finding(t)
		if err != nil {
			return err
		}
		if err := s.leave(t, f); err != nil {
			return err
		}
		if t.silent {
			continue
		}
		if f.Protected {
			if err := s.tellRestricted(f, &shielded[t.rule]); err != nil {
				return err
			}
			continue
		}
		if t.hit != known {
			f.Systematic = systematic(&s.hits[t.hit])
		}
		if g := f.Systematic; g != nil && !told[g] {
			told[g] = true
			s.summary.Systematic = append(s.summary.Systematic, g)
		}
		if f.Status.Open() {
			counts[t.rule].Counts[f.Severity]++
		}
		if !reports.tell(f) {
			return nil // what went wrong is told by whom it befell
		}
	}
	s.summary.Counts, s.summary.Shielded = s.sumRules(counts), s.sumRules(shielded)
	s.sumNights(counts)
	return nil
}

// sumRules are the counts of the rules that found something.
func (s *state) sumRules(counts []audit.RuleCount) (found []audit.RuleCount) {
	for i := range counts {
		if counts[i].Total() > 0 {
			counts[i].Rule = &s.Rules[i]
			found = append(found, counts[i])
		}
	}
	return found
}

// sumEvents takes the changes of earlier days into the summary.
func (s *state) sumEvents() error {
	for i := range s.events {
		f, err := s.finding(&s.events[i])
		if err != nil {
			return err
		}
		if !f.Protected { // told before the person was protected
			s.summary.Events = append(s.summary.Events, f)
		}
	}
	return nil
}

// finish makes every report safe on disk and writes what the next run has to know, and only then publishes and commits.
// A run that dies on the way leaves the night before as it was.
func (s *state) finish(ctx context.Context) error {
	var tx *history.Tx
	var unwritten error
	var beside sync.WaitGroup
	beside.Go(func() { tx, unwritten = s.write(ctx) }) // nobody sees it until it is committed
	err := s.finishReports()
	beside.Wait()
	if err = cmp.Or(err, ctx.Err(), unwritten); err != nil {
		return errors.Join(err, rollback(tx))
	}
	for _, r := range s.published() {
		if err := r.Publish(); err != nil {
			return errors.Join(err, rollback(tx))
		}
	}
	return s.commit(tx)
}

// finishReports makes every report safe on disk.
func (s *state) finishReports() error {
	for _, r := range s.Reports {
		if err := r.Finish(s.summary); err != nil {
			return err
		}
	}
	if s.Restricted == nil {
		return nil
	}
	return s.Restricted.Finish(s.restrictedSummary())
}

// discard removes what was not published.
func (r *Run) discard() {
	for _, report := range r.published() {
		report.Discard()
	}
}
