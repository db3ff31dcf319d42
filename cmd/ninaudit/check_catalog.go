package main

import (
	"context"
	"errors"
	"fmt"
	"math"
	"text/tabwriter"
	"time"

	"ninaudit/audit"
	"ninaudit/audit/catalog"
	"ninaudit/audit/nin"
)

// checkCatalogs looks at each catalog, on each of its servers; one that can not be reached does not keep the others
// from their turn.
func (a *app) checkCatalogs(ctx context.Context, catalogs []audit.Catalog) error {
	var errs []error
	for _, one := range catalogs {
		prober, ok := one.(catalog.Prober)
		if !ok {
			fmt.Fprintf(a.stdout, "catalog %s: there is no way to look at it short of an audit\n", one.Name())
			continue
		}
		servers := []catalog.Prober{prober}
		if r, ok := one.(catalog.Replicated); ok {
			servers = r.Servers()
		}
		fmt.Fprintf(a.stdout, "catalog %s\n", one.Name())
		for _, server := range servers {
			p, err := server.Probe(ctx)
			if ctx.Err() != nil {
				return ctx.Err()
			}
			errs = append(errs, err)
			a.tellProbe(&p, err)
		}
	}
	return errors.Join(errs...)
}

// tellProbe prints what was seen of a catalog on one server.
func (a *app) tellProbe(p *catalog.Probe, failed error) {
	if p.Server == "" {
		fmt.Fprintln(a.stdout, "  source: file")
	} else {
		a.tellSteps(p)
	}
	if failed != nil {
		fmt.Fprintln(a.stdout, "  a scan could not read all of it, and would count it as incomplete")
		return
	}
	a.tellSeen(p)
	for _, w := range p.Warnings() {
		fmt.Fprintf(a.stdout, "  warning: %s\n", w)
	}
	a.tellPlan(p)
}

// tellSteps prints how far a server was reached, a line a step.
func (a *app) tellSteps(p *catalog.Probe) {
	fmt.Fprintf(a.stdout, "  server %s\n", nin.BlankAll(p.Server))
	t := tabwriter.NewWriter(a.stdout, 0, 0, 2, ' ', 0)
	for _, s := range p.Steps {
		state, words := "OK", a.stepWords(p, s.Stage)
		var failed *audit.CatalogError
		switch {
		case errors.As(s.Err, &failed):
			state, words = "FAILED", fmt.Sprintf("%v: %s", failed.Err, failed.Hint)
		case s.Stage == "tls" && !p.CertificateEnds.IsZero() && a.daysLeft(p) < soonEnds:
			state, words = "SOON", words+": have the certificate renewed"
		}
		fmt.Fprintf(t, "    %s\t%s\t%s\n", state, s.Stage, nin.BlankAll(words))
	}
	t.Flush()
}

// soonEnds is how many days before its end a certificate is warned of.
const soonEnds = 30

// daysLeft is for how many whole days the server's certificate is valid yet.
func (a *app) daysLeft(p *catalog.Probe) int {
	return int(math.Floor(p.CertificateEnds.Sub(a.clock()).Hours() / (24 * time.Hour).Hours()))
}

// stepWords says what a step that went well has shown.
func (a *app) stepWords(p *catalog.Probe, stage string) string {
	switch stage {
	case "resolve":
		return p.Host + " is known"
	case "connect":
		if p.Transport != "" && p.CertificateEnds.IsZero() {
			return p.Transport
		}
	case "tls":
		if !p.CertificateEnds.IsZero() {
			return fmt.Sprintf("%s, the certificate is for %s and ends in %d days", p.Transport, p.Host, a.daysLeft(p))
		}
	case "base":
		if p.Anonymous {
			return "asked for without a name"
		}
	case "page 1":
		return fmt.Sprintf("persons: %d; pages: %s", p.Entries, p.Paging)
	case "count":
		return fmt.Sprintf("persons: %d", p.Persons)
	}
	return ""
}

// tellSeen prints what the first page shows: which attributes are readable, on how many of its
// entries.
func (a *app) tellSeen(p *catalog.Probe) {
	more := ""
	if p.More {
		more = " (there are more)"
	}
	fmt.Fprintf(a.stdout, "  persons seen: %d%s; units: %d; entries that can not be read: %d\n",
		p.Entries, more, p.Units, p.Skipped)
	t := tabwriter.NewWriter(a.stdout, 0, 0, 2, ' ', 0)
	for _, r := range p.Attributes {
		fmt.Fprintf(t, "    %s\t%d of %d\n", r.Attribute, r.Entries, p.Entries)
	}
	t.Flush()
}

// tellPlan says what a scan would do, by what was seen.
func (a *app) tellPlan(p *catalog.Probe) {
	does := "read the file once"
	if p.Server != "" {
		does = fmt.Sprintf("read %d persons in pages of %d (%d of them)",
			p.Persons, p.PageSize, max(1, (p.Persons+p.PageSize-1)/p.PageSize))
	}
	ends := ""
	if p.Blind() || p.Entries == 0 {
		ends = ", and count the catalog as incomplete"
	}
	fmt.Fprintf(a.stdout, "  a scan would %s%s\n", does, ends)
}
