package main

import (
	"fmt"
	"strings"

	"ninaudit/audit/nin"
	"ninaudit/reports"
)

// reportDirs are the folders that a run puts reports into.
func (p *plan) reportDirs() []string {
	if p.reports.Deliver == nil {
		return []string{p.reports.Dir}
	}
	return []string{p.reports.Dir, p.reports.Deliver.Dir}
}

// readers makes sure, before any catalog is read, that what is to be delivered can be, and tells who could read along.
func (a *app) readers(p *plan) error {
	if d := p.reports.Deliver; d != nil {
		if err := d.Try(); err != nil {
			return &failure{err, deliveryHint}
		}
	}
	for _, dir := range p.reportDirs() {
		who, err := reports.Readers(dir)
		if err != nil {
			a.log.Warn("nobody can say who may read the folder of the reports", "err", err)
		} else if len(who) > 0 {
			a.log.Warn("others may read the reports: take their right to the folder away", "who", strings.Join(who, ", "))
		}
	}
	return nil
}

// checkReports looks at the folders of the reports, without leaving anything in them.
func (a *app) checkReports(c *reportsConfig) error {
	dirs := []string{orElse(c.Dir, ".")}
	if c.Deliver != nil {
		dirs = append(dirs, c.Deliver.Dir)
	}
	for _, dir := range dirs {
		if who, err := reports.Readers(dir); err == nil && len(who) > 0 {
			fmt.Fprintf(a.stdout, "reports %s\n  warning: others may read there: %s\n", nin.BlankAll(dir), strings.Join(who, ", "))
		}
	}
	if c.Deliver == nil {
		return nil
	}
	if err := c.Deliver.Try(); err != nil {
		return &failure{err, deliveryHint}
	}
	fmt.Fprintf(a.stdout, "delivery to %s: mode %04o, tried\n", nin.BlankAll(c.Deliver.Dir), c.Deliver.Mode)
	return nil
}

const deliveryHint = "make the folder of reports.deliver, let the account that runs this write to it, and make the account " +
	"a member of reports.group"
