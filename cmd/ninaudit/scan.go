package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"golang.org/x/term"

	"ninaudit/audit"
	"ninaudit/audit/history"
	"ninaudit/audit/nin"
	"ninaudit/audit/scan"
	"ninaudit/reports"
)

// scan carries out a plan. The history is opened first, so that a second run ends at once and writes nothing; then
// the reports, so that a folder that can not be written to is told before any catalog is read.
func (a *app) scan(ctx context.Context, p *plan) (err error) {
	store, err := a.openHistory(ctx, p)
	if err != nil {
		return err
	}
	defer a.closeHistory(store)
	if p.commits() {
		for _, dir := range p.reportDirs() {
			reports.Sweep(dir) // nobody else writes there now
		}
	}
	out, made, err := openReports(p)
	if err != nil {
		return err
	}
	defer func() {
		for _, r := range out {
			r.Discard()
		}
		if err != nil && made {
			os.Remove(p.reports.Dir) // fails, as it should, unless the folder is empty
		}
	}()
	if err := a.readers(p); err != nil {
		return err
	}
	for _, n := range p.notices {
		a.log.Warn("setting without effect", "notice", n.In(audit.English))
	}
	if p.sample {
		a.log.Info("no configuration and no catalog given: auditing the built-in sample")
	}
	seen := &belowProgress{screen: a.screen, w: a.stdout}
	run := a.run(p, store, append(out, a.terminal(p, seen, out)))
	if run.Restricted, err = openRestricted(p); err != nil {
		return err
	}
	summary, err := run.Do(ctx)
	a.screen.clear()
	if err != nil {
		return withHint(err)
	}
	if seen.err != nil {
		a.log.Warn("the summary could not be written to standard output; the reports stand", "err", seen.err)
	}
	a.purgeReports(p)
	return verdict(&summary, p.failOn)
}

func (a *app) run(p *plan, store *history.Store, out []audit.Report) *scan.Run {
	r := &scan.Run{
		Catalogs:  p.catalogs,
		Rules:     p.reports.Rules,
		Reports:   out,
		On:        p.reports.AsOf,
		Log:       a.log,
		Progress:  newProgress(a.screen, a.log, a.clock).update,
		Sample:    p.sample,
		Now:       a.clock,
		Notices:   p.notices,
		Waits:     p.waits,
		Term:      p.term,
		History:   store,
		Partial:   p.partial,
		Commit:    p.commits(),
		Shrink:    p.shrink,
		Retries:   p.retries,
		Waivers:   p.waivers,
		Services:  p.services,
		Sources:   p.sources,
		Protected: p.protected,
		Reading:   func() func() { return spareProcessor(p.plain) },
		Version:   version(),
		Config:    p.reports.ConfigHash,
	}
	if p.shields {
		r.Notices = append(slices.Clone(r.Notices), protectedNotice(slices.Contains(p.formats, "xlsx")))
	}
	if p.history != nil {
		r.Confirm = p.history.Confirm
	}
	return r
}

// verdict is what a finished run tells its caller.
func verdict(s *audit.Summary, failOn audit.Severity) error {
	if !s.Complete() {
		e := &incompleteError{}
		for _, c := range s.Catalogs {
			if !c.Complete {
				e.catalogs = append(e.catalogs, c)
			}
		}
		return e
	}
	if failOn == 0 {
		return nil
	}
	n := 0
	for _, c := range slices.Concat(s.Counts, s.Shielded) {
		for severity := failOn; severity <= audit.Critical; severity++ {
			n += c.Counts[severity]
		}
	}
	if n > 0 {
		return &findingsError{n, failOn}
	}
	return nil
}

// openReports opens a report of each format, and tells whether it made the folder for them.
func openReports(p *plan) (out []audit.Report, made bool, err error) {
	const hint = "choose a folder that may be written to, with --out or reports.dir"
	dir := p.reports.Dir
	if _, err := os.Stat(dir); errors.Is(err, os.ErrNotExist) {
		made = true
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, false, &failure{fmt.Errorf("folder for the reports: %w", err), hint}
	}
	for _, format := range p.formats {
		r, err := reports.New(format, p.reports)
		if err != nil {
			for _, r := range out {
				r.Discard()
			}
			return nil, false, &failure{err, hint}
		}
		out = append(out, r)
	}
	if p.split {
		r, err := reports.NewSplit(p.reports)
		if err != nil {
			return nil, false, &failure{err, hint}
		}
		out = append(out, r)
	}
	return out, made, nil
}

// openRestricted opens the workbook on persons under protection; nil where there are none, or no workbook is asked for.
func openRestricted(p *plan) (audit.Report, error) {
	if !p.shields || !slices.Contains(p.formats, "xlsx") {
		return nil, nil
	}
	r, err := reports.NewRestricted(p.reports)
	if err != nil {
		return nil, &failure{err, "choose a folder that may be written to, with --out or reports.dir"}
	}
	return r, nil
}

// terminal is the summary on standard output, fitted to the window if there is one.
func (a *app) terminal(p *plan, seen *belowProgress, files []audit.Report) audit.Report {
	o := p.reports
	if f, ok := a.stdout.(*os.File); ok && isTerminal(f) {
		o.Width, o.Height, _ = term.GetSize(int(f.Fd()))
		o.Color = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	}
	return reports.NewTerminal(seen, o, files...)
}

// withHint says what to try where a report could not be written.
func withHint(err error) error {
	var path *os.PathError
	var link *os.LinkError
	var catalog *audit.CatalogError
	if errors.As(err, &catalog) {
		return err
	}
	if errors.As(err, &path) || errors.As(err, &link) {
		return &failure{err, "see whether the disk is full, and whether the folder may be written to; " +
			"what was not finished has been removed"}
	}
	return err
}

// belowProgress takes the line of progress away before anything is written beside it. Nobody reading along is
// no reason for a run to fail: a fault of the writer is kept, not returned.
type belowProgress struct {
	screen *screen
	w      io.Writer
	err    error
}

func (w *belowProgress) Write(p []byte) (int, error) {
	w.screen.clear()
	if _, err := w.w.Write(p); err != nil && w.err == nil {
		w.err = err
	}
	return len(p), nil
}

// parser reads numbers as of the run's day.
func parser(on nin.Date, acceptSynthetic bool) nin.Parser {
	return nin.Parser{On: on, AcceptSynthetic: acceptSynthetic}
}
