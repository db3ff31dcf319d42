package main

import (
	"context"
	"errors"
	"io/fs"
	"slices"

	"ninaudit/audit"
	"ninaudit/audit/history"
	"ninaudit/audit/nin"
	"ninaudit/audit/scan"
	"ninaudit/reports"
	"ninaudit/rules"
)

// remember plans what a run takes from earlier ones and from decisions, and what it leaves.
func (a *app) remember(p *plan, f *scanFlags, c *config) (err error) {
	p.dry, p.oldKey, p.waits, p.retries = f.dryRun, f.oldKey, c.Reports.Waits, retries(c)
	if !f.noHistory {
		p.history = c.History
	}
	if f.config != "" {
		p.keep = c.Reports.Keep
	}
	if p.waivers, err = readWaivers(c.Waivers, rules.All(c.Rules)); err != nil {
		return err
	}
	if p.history == nil {
		return p.unremembered(f)
	}
	p.reports.Answers = p.commits()
	p.shrink = shrinks(c)
	names := catalogNames(c)
	for _, name := range f.acceptShrink {
		if !slices.Contains(names, name) {
			return usageError(orElse(didYouMean(name, names), "the configuration has "+orList(names)),
				"--accept-shrink: there is no catalog %s", quote(name))
		}
		s := p.shrink[name]
		s.Accept = true
		p.shrink[name] = s
	}
	if today := audit.Day(a.clock()); p.commits() && p.reports.AsOf > today {
		a.log.Warn("the run's day is still to come, and every run before that day will be refused; --dry-run forecasts",
			"as_of", p.reports.AsOf.String(), "today", today.String())
	}
	return nil
}

// unremembered plans a run without history: what needs one is refused.
func (p *plan) unremembered(f *scanFlags) error {
	const hint = "add a section history to the configuration, and leave out --no-history"
	switch {
	case p.oldKey != "":
		return usageError(hint, "--old-key: there is no history that was written under a key")
	case len(f.acceptShrink) > 0:
		return usageError(hint, "--accept-shrink: without history no catalog is held to be too small")
	}
	return nil
}

// retries says of each catalog how often it is read again from the start.
func retries(c *config) map[string]int {
	out := map[string]int{}
	for _, one := range c.Catalogs {
		out[one.Name] = one.Retries
	}
	return out
}

// shrinks says of each catalog how much smaller it may be. A server says when it has sent everything; a file that
// was cut short twice looks like one that has become smaller.
func shrinks(c *config) map[string]scan.Shrink {
	out := map[string]scan.Shrink{}
	for _, one := range c.Catalogs {
		out[one.Name] = scan.Shrink{Most: one.MaxShrink, Certain: one.LDAP != nil}
	}
	return out
}

// commits tells whether the run goes into the history.
func (p *plan) commits() bool { return p.history != nil && !p.dry && !p.partial }

// openHistory opens the history that a plan needs; nil for none.
func (a *app) openHistory(ctx context.Context, p *plan) (*history.Store, error) {
	if p.history == nil {
		return nil, nil
	}
	return a.open(ctx, p.history, history.Options{OldKeyFile: p.oldKey, ReadOnly: !p.commits(), CheckLater: true})
}

// open opens the history that a configuration names.
func (a *app) open(ctx context.Context, c *historyConfig, o history.Options) (*history.Store, error) {
	o.Path, o.KeyFile, o.Now, o.Log = c.Path, c.KeyFile, a.clock, a.log
	s, err := history.Open(ctx, o)
	var path *fs.PathError
	if errors.As(err, &path) && hintOf(err) == "" {
		err = &failure{err, "see whether the folder of history.path and history.key_file is there, and may be written to"}
	}
	return s, err
}

// closeHistory closes a history, if there is one. The run has been committed or given up by then.
func (a *app) closeHistory(s *history.Store) {
	if s == nil {
		return
	}
	if err := s.Close(); err != nil {
		a.log.Warn("the history was not closed properly", "err", err)
	}
}

// purgeReports removes workbooks that are older than they are to be kept. The day that counts is the run's, but never
// one that is still to come: a forecast for next summer must not remove this winter's.
func (a *app) purgeReports(p *plan) {
	if p.keep == 0 || p.dry || p.partial {
		return
	}
	on := min(p.reports.AsOf, audit.Day(a.clock()))
	for _, dir := range p.reportDirs() {
		n, err := reports.Purge(dir, oldest(on, p.keep))
		if n > 0 {
			a.log.Info("old reports removed", "count", n, "keep", p.keep.String())
		}
		if err != nil {
			a.log.Warn("old reports could not be removed", "err", err)
		}
	}
}

// oldest is the first day of which reports are kept.
func oldest(on nin.Date, keep audit.Days) nin.Date { return on.AddDays(-int(keep)) }
