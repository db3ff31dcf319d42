// Package scan is the run: read, judge, make findings, report. This file reads from top to bottom.
//
// Each catalog is read once, in a stream, and its persons are judged as they come; the population keeps a
// packed row of each for the rules that need several. A finding is kept as a rule, rows and arguments, and
// becomes what a reader sees when it is written. So a run costs hardly more than reading, and memory grows
// with persons only by their rows.
//
// Nothing appears at a final path unless the run came to its end. A catalog that was not read to its end is
// no error of the run: what was read is reported, and every report says that the catalog is incomplete. Only
// where nothing at all could be read is there nothing to report.
package scan

import (
	"context"
	"errors"
	"hash/maphash"
	"log/slog"
	"slices"
	"time"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// Run is one audit. Catalogs and Rules are in the order in which findings are told.
type Run struct {
	Catalogs []audit.Catalog
	Rules    []audit.Rule
	Reports  []audit.Report // published in this order
	On       nin.Date       // the run's day
	Log      *slog.Logger
	Progress func(catalog string, read int) // may be nil; called often, with the entries read so far
	Now      func() time.Time               // for the times of stages only
	Sample   bool                           // the catalog is the built-in sample
	Notices  []audit.Text                   // what a reader must know of the run
}

// state is a run under way.
type state struct {
	*Run
	pop          population
	seed         maphash.Seed
	segments     []*segment
	keys         [][]keyed // by rule: for those on groups
	hits         []hit
	others       []nin.Number // numbers beside the population's: of accounts left out, and further values
	blank        *nin.Blanker
	summary      audit.Summary
	catalogNames []string
}

// Do runs the audit and publishes its reports. It returns an error where nothing could be read at all (the
// *audit.CatalogErrors, joined), where a report could not be written, and where ctx ended; then no report was
// published, or not all of them. An incomplete catalog is no error: see Summary.Complete.
func (r *Run) Do(ctx context.Context) (audit.Summary, error) {
	defer r.discard()
	s := &state{Run: r, seed: maphash.MakeSeed(), keys: make([][]keyed, len(r.Rules))}
	s.pop.dead, s.pop.longer = map[uint32]bool{}, map[uint32]bool{}
	s.summary = audit.Summary{AsOf: r.On, Sample: r.Sample, Notices: slices.Clone(r.Notices)}

	s.stage("read", func() { s.readAll(ctx) })
	if err := ctx.Err(); err != nil {
		return s.summary, err
	}
	if err := s.nothingRead(); err != nil {
		return s.summary, err
	}
	s.stage("judge", func() {
		s.blank = s.blanker()
		s.buried()
		s.blinded()
		s.judgeGroups(ctx)
		s.judgeWhole(ctx)
		s.quietInactive()
		s.sortHits()
		s.explain()
	})
	if err := ctx.Err(); err != nil {
		return s.summary, err
	}
	var err error
	s.stage("report", func() { err = s.report(ctx) })
	if err != nil {
		return s.summary, err
	}
	if err := s.finish(ctx); err != nil {
		return s.summary, err
	}
	return s.summary, nil
}

// readAll reads every catalog into its segment, in the configuration's order.
func (s *state) readAll(ctx context.Context) {
	for i, c := range s.Catalogs {
		if ctx.Err() != nil {
			return
		}
		seg := s.read(ctx, i, c)
		s.segments = append(s.segments, seg)
		log := s.Log.With("catalog", seg.Name, "count", seg.Persons, "skipped", seg.Skipped)
		if seg.Complete {
			log.Info("catalog read")
		} else if ctx.Err() == nil {
			log.Error("catalog incomplete", "err", seg.Reason, "hint", seg.Hint)
		}
	}
	for _, seg := range s.segments {
		s.summary.Catalogs = append(s.summary.Catalogs, seg.CatalogSummary)
		for i, n := range seg.pending.Classes {
			s.summary.Pending.Classes[i] += n
		}
		s.summary.Pending.Unknown += seg.pending.Unknown
	}
}

// nothingRead is the error of a run whose every catalog failed before its first person.
func (s *state) nothingRead() error {
	var errs []error
	for _, seg := range s.segments {
		if seg.Read() > 0 {
			return nil
		}
		errs = append(errs, seg.err)
	}
	return errors.Join(errs...)
}

// report hands every finding to every report, in order, and counts.
func (s *state) report(ctx context.Context) error {
	systematic := s.systematic()
	counts := make([]audit.RuleCount, len(s.Rules))
	told := map[*audit.Systematic]bool{}
	ids := s.mintAll()
	for i := range s.hits {
		if i%1024 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		h := &s.hits[i]
		f := s.finding(h, ids[i])
		f.Systematic = systematic(h)
		if g := f.Systematic; g != nil && !told[g] {
			told[g] = true
			s.summary.Systematic = append(s.summary.Systematic, g)
		}
		if !h.waiting {
			counts[h.rule].Counts[h.severity]++
		}
		for _, r := range s.Reports {
			if err := r.Finding(f); err != nil {
				return err
			}
		}
	}
	for i := range counts {
		if counts[i].Total() > 0 {
			counts[i].Rule = &s.Rules[i]
			s.summary.Counts = append(s.summary.Counts, counts[i])
		}
	}
	return nil
}

// finish makes every report safe on disk, and only then publishes them.
func (s *state) finish(ctx context.Context) error {
	for _, r := range s.Reports {
		if err := r.Finish(s.summary); err != nil {
			return err
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	for _, r := range s.Reports {
		if err := r.Publish(); err != nil {
			return err
		}
	}
	return nil
}

// discard removes what was not published.
func (r *Run) discard() {
	for _, report := range r.Reports {
		report.Discard()
	}
}

// note keeps what a rule found.
func (s *state) note(rule int, rows []uint32, v audit.Verdict) {
	h := hit{
		rule: uint16(rule), variant: uint8(v.Variant), severity: v.Severity, waiting: v.Waiting, since: v.Since,
		rows: rows, args: v.Args, evidence: v.Evidence, score: v.Score,
	}
	if h.severity == 0 {
		h.severity = s.Rules[rule].Severity
	}
	if h.since == 0 {
		h.since = s.On
	}
	if h.score == 0 {
		h.score = 1
	}
	s.hits = append(s.hits, h)
}

// names are the catalogs' names, by their place in the configuration.
func (s *state) names() []string {
	if s.catalogNames == nil {
		for _, c := range s.Catalogs {
			s.catalogNames = append(s.catalogNames, c.Name())
		}
	}
	return s.catalogNames
}

// stage runs one part of the run and keeps what it took.
func (s *state) stage(name string, do func()) {
	from := s.Now()
	do()
	took := s.Now().Sub(from)
	s.summary.Stages = append(s.summary.Stages, audit.Stage{Name: name, Took: took})
	s.Log.Info("stage done", "stage", name, "took", took)
}
