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
	"ninaudit/audit/history"
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
	Waits    audit.WaitClasses              // the ledger's classes; zero reads the default
	Term     nin.Date                       // when school starts next; 0: nobody says

	// Reading is called before the catalogs are read, and what it gives when they have been; may be nil.
	Reading func() (done func())

	// Retries is how often, by catalog, one that broke off for a reason that may pass is read from the start again; Pause
	// waits in between, and nil is the machine's clock.
	Retries map[string]int
	Pause   func(context.Context, time.Duration) error

	// History is what earlier runs saw; nil compares with nothing. The rest is of use with a history only.
	History *history.Store
	// Partial marks a run on some of the catalogs or rules: it says nothing about the others.
	Partial bool
	Commit  bool              // the run's own findings go into the history
	Confirm int               // 2: a warning must be found on two nights before it is told; less: at once
	Shrink  map[string]Shrink // by catalog: how much smaller it may be than it was
	Waivers []Waiver
	// Services are those that receive the number; nil where nobody lists them.
	Services *audit.Services
	// Protected are Feide names and entry IDs, in lower case, of persons under protection, beside those whom a catalog
	// marks. Restricted is the one report that cases about them go to; nil tells them to nobody.
	Protected  map[string]bool
	Restricted audit.Report
	// Sources are what source systems say of catalogs, by the catalog's name.
	Sources map[string]*audit.Source
	Version string // of the program, for the history
	Config  string // the configuration's hash, for the history
}

// Shrink says how much smaller than last time a catalog may be.
type Shrink struct {
	Most    int  // per cent; a catalog that lost more counts as incomplete
	Certain bool // the catalog says when it has sent everything: a server does, a file does not
	Accept  bool // however small it is, somebody has looked, and it is whole
}

// Waiver is a decision as somebody wrote it down: either Finding is set, or Rule and Persons. A waiver on persons
// covers every case of the rule that concerns nobody else.
type Waiver struct {
	audit.Waiver
	Finding string
	Rule    string
	Persons []string // principal names or entry IDs
	Where   string   // file and line, for a reader
}

// state is a run under way.
type state struct {
	*Run
	pop          population
	seed         maphash.Seed
	segments     []*segment
	keys         [][]hashes          // by catalog and key: see groupKeys
	gathered     [][]audit.Gathering // by catalog: see gathers; nil for a catalog that has to be gone through again
	hits         []hit
	orders       map[uint32]order // by the first row of a hit
	past         *past            // nil without history
	held         map[uint32]bool  // rows whose change is put off
	waiting      []uint32         // active persons without a national number, but for those under protection
	shielded     []uint32         // those
	explained    map[uint32]int   // by row: the hit that says there is another account, with the number
	tellings     []telling        // in the order in which they are told
	events       []telling        // changes of earlier days
	told         []string         // by hit: the case's ID
	taken        map[string]bool  // IDs of the history's cases
	drop         []string         // IDs of cases to be forgotten
	hold         []string         // IDs of changes of which a provider must still be told
	decisions    []history.Decision
	dropWaivers  []string // fingerprints of decisions that are no longer written down
	update       history.Update
	numbered     *numbered    // nil until somebody asks for who has a number
	others       []nin.Number // numbers beside the population's: of accounts left out, and further values
	blank        *nin.Blanker
	summary      audit.Summary
	restricted   audit.Summary // what the restricted report is told
	catalogNames []string
}

// Do runs the audit and publishes its reports. It returns an error where nothing could be read at all (the
// *audit.CatalogErrors, joined), where a report could not be written, and where ctx ended; then no report was
// published, or not all of them. An incomplete catalog is no error: see Summary.Complete.
func (r *Run) Do(ctx context.Context) (audit.Summary, error) {
	defer r.discard()
	s := &state{Run: r, seed: maphash.MakeSeed(), held: map[uint32]bool{}}
	s.names() // now, for it is asked for by many at a time later
	s.summary = audit.Summary{AsOf: r.On, Sample: r.Sample, Notices: slices.Clone(r.Notices)}
	if s.Waits == (audit.WaitClasses{}) {
		s.Waits = audit.DefaultWaitClasses()
	}
	ctx, stop := s.recall(ctx)
	defer stop()

	s.stage("read", func() {
		if s.Reading != nil {
			defer s.Reading()()
		}
		s.readAll(ctx)
	})
	if err := s.recalled(); err != nil {
		return s.summary, err
	}
	if err := ctx.Err(); err != nil {
		return s.summary, err
	}
	if err := s.nothingRead(); err != nil {
		return s.summary, err
	}
	s.stage("compare", s.compare)
	if err := s.recalled(); err != nil {
		return s.summary, err
	}
	s.stage("judge", func() {
		s.learnSources()
		s.judgeTogether(ctx, func() {
			s.buried()
			s.reconsider()
			s.judgeAbsence()
		}, func() { s.blank = s.blanker() }) // nothing is shown yet
		if s.past != nil {
			s.judgeChanges()
		}
		s.quietInactive()
		s.numbered = nil // it will not be asked for again
		s.sortHits()
		s.explain()
	})
	if err := s.recalled(); err != nil {
		return s.summary, err
	}
	if err := ctx.Err(); err != nil {
		return s.summary, err
	}
	s.stage("settle", func() {
		s.settle()
		s.waive()
		s.ledger()
		s.serve()
		s.compareSources()
		s.sumCatalogs()
	})
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

// logEnd logs how the reading of a catalog came to its end.
func (s *state) logEnd(seg *segment) {
	log := s.Log.With("catalog", seg.Name, "count", seg.Persons, "skipped", seg.Skipped)
	if seg.Complete {
		log.Info("catalog read")
	} else {
		log.Error("catalog incomplete", "err", seg.Reason, "hint", seg.Hint)
	}
}

// compare finds out which catalogs are as large as they should be, and whom the history knows. Of a catalog that was
// sent to its end, only now is it known whether it counts as read.
func (s *state) compare() {
	sent := slices.DeleteFunc(slices.Clone(s.segments), func(seg *segment) bool { return !seg.Complete })
	if s.past != nil {
		s.checkSizes()
	}
	for _, seg := range sent {
		s.logEnd(seg)
	}
	if s.past == nil {
		return
	}
	s.match()
	s.past.absences = s.absences()
	s.acquaint()
	s.tellKey()
	s.summary.History, s.summary.Baseline, s.summary.Last = true, s.baseline(), s.past.night.Last.Day
	if s.summary.Last == s.On { // this run's reports take the place of those of an earlier run of the day
		s.summary.Last = s.past.night.Before
	}
	s.taken = make(map[string]bool, len(s.past.night.Findings))
	for i := range s.past.night.Findings {
		s.taken[s.past.night.Findings[i].ID] = true
	}
}

// sumCatalogs takes the catalogs' figures into the summary.
func (s *state) sumCatalogs() {
	for _, seg := range s.segments {
		s.summary.Catalogs = append(s.summary.Catalogs, seg.CatalogSummary)
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

// note keeps what a rule found.
func (s *state) note(rule int, rows []uint32, v audit.Verdict) {
	s.hits = append(s.hits, s.hit(rule, rows, v))
}

// hit is what a rule found on some rows.
func (r *Run) hit(rule int, rows []uint32, v audit.Verdict) hit {
	h := hit{
		rule: uint16(rule), variant: uint8(v.Variant), severity: v.Severity, waiting: v.Waiting, since: v.Since,
		rows: rows, args: v.Args, evidence: v.Evidence, score: v.Score,
	}
	if h.severity == 0 {
		h.severity = r.Rules[rule].Severity
	}
	if h.since == 0 {
		h.since = r.On
	}
	if h.score == 0 {
		h.score = 1
	}
	return h
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
