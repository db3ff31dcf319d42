package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"ninaudit/audit"
	"ninaudit/audit/nin"
	"ninaudit/audit/scan"
	"ninaudit/reports"
)

// scanFlags are the flags of scan as they were given.
type scanFlags struct {
	config, out, asOf, lang, failOn string
	formats, rules                  []string
	noHistory, dryRun               bool
}

func (a *app) scanCommand() *cobra.Command {
	var f scanFlags
	c := &cobra.Command{
		Use:   "scan [flags] [CATALOG…]",
		Short: "Audit catalogs and write reports",
		Long: "scan reads catalogs, judges every person by the rules, and writes reports.\n\n" +
			"CATALOG is the name of a catalog in the configuration, or the path of an LDIF file, which may be\n" +
			"compressed with gzip; - is standard input. Without CATALOG every catalog of the configuration is read.\n" +
			"With neither configuration nor CATALOG the built-in sample is audited.\n\n" +
			"This version keeps no history: --no-history changes nothing, and --dry-run writes reports as ever.\n\n" +
			exitHelp(),
		Example: "  ninaudit scan\n  ninaudit scan --config ninaudit.yaml\n" +
			"  ninaudit scan --out reports --as-of 2027-08-15 export.ldif.gz",
		ValidArgsFunction: completeCatalogs,
		RunE: func(c *cobra.Command, args []string) error {
			p, err := a.plan(&f, args)
			if err != nil {
				return err
			}
			return a.scan(c.Context(), p)
		},
	}
	f.define(c)
	return c
}

func (f *scanFlags) define(c *cobra.Command) {
	var severities []string
	for _, s := range audit.Severities() {
		severities = append(severities, s.String())
	}
	flags := c.Flags()
	flags.StringVar(&f.config, "config", "", "configuration file (YAML)")
	flags.StringVar(&f.out, "out", "",
		"folder for the reports, created if missing (default reports.dir, else the working directory)")
	flags.StringSliceVar(&f.formats, "format", nil,
		"formats of the reports: "+orList(reports.Formats())+", separated by commas (default all)")
	flags.StringVar(&f.asOf, "as-of", "", "the run's day, as 2026-08-15 (default today in Norway)")
	flags.StringSliceVar(&f.rules, "rules", nil,
		"judge only rules that match these patterns, as nin-*,overlay")
	flags.StringVar(&f.lang, "lang", "",
		"language of the reports: nb, nn or en (default from the configuration, else nb)")
	flags.StringVar(&f.failOn, "fail-on", "",
		"exit with 4 on findings of this severity or a graver one: "+orList(severities))
	flags.BoolVar(&f.noHistory, "no-history", false, "do not use the history of earlier runs")
	flags.BoolVar(&f.dryRun, "dry-run", false, "commit nothing to the history")
	complete(c, "format", fixed(reports.Formats()))
	complete(c, "lang", fixed(languageNames()))
	complete(c, "fail-on", fixed(severities))
	complete(c, "rules", fixed(ruleIDs()))
	complete(c, "as-of", fixed(nil))
}

// scan carries out a plan: reports are opened first, so that a folder that can not be written to
// is told before any catalog is read.
func (a *app) scan(ctx context.Context, p *plan) (err error) {
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
	for _, n := range p.notices {
		a.log.Warn("setting without effect", "notice", n.In(audit.English))
	}
	if p.sample {
		a.log.Info("no configuration and no catalog given: auditing the built-in sample")
	}
	seen := &belowProgress{screen: a.screen, w: a.stdout}
	summary, err := a.run(p, append(out, a.terminal(p, seen, out))).Do(ctx)
	a.screen.clear()
	if err != nil {
		return withHint(err)
	}
	if seen.err != nil {
		a.log.Warn("the summary could not be written to standard output; the reports stand", "err", seen.err)
	}
	return verdict(&summary, p.failOn)
}

func (a *app) run(p *plan, out []audit.Report) *scan.Run {
	return &scan.Run{
		Catalogs: p.catalogs,
		Rules:    p.reports.Rules,
		Reports:  out,
		On:       p.reports.AsOf,
		Log:      a.log,
		Progress: newProgress(a.screen, a.log, a.clock).update,
		Sample:   p.sample,
		Now:      a.clock,
		Notices:  p.notices,
	}
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
	for _, c := range s.Counts {
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
	return out, made, nil
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
