package main

import (
	"context"
	"errors"
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"ninaudit/audit"
	"ninaudit/audit/catalog"
	"ninaudit/audit/nin"
	"ninaudit/rules"
)

func (a *app) checkCommand() *cobra.Command {
	var file string
	c := &cobra.Command{
		Use:   "check [--config FILE] [CATALOG…]",
		Short: "Check configuration, connection, bind and access, without an audit",
		Long: "check reads the configuration, connects to each catalog, binds, reads one page, and tells which\n" +
			"attributes are readable and what will be missing from an audit because of those that are not. It tells whether\n" +
			"the history can be opened and how its key is kept, what stands in the files of waivers, services, source systems and\n" +
			"persons under protection, and whether the reports reach their readers and nobody else.",
		ValidArgsFunction: completeCatalogs,
		RunE: func(c *cobra.Command, args []string) error {
			conf, err := loadConfig(file)
			if err != nil {
				return err
			}
			on, err := a.day("")
			if err != nil {
				return err
			}
			catalogs, err := a.pickCatalogs(conf, args, on)
			if err != nil {
				return err
			}
			waivers, err := readWaivers(conf.Waivers, rules.All(conf.Rules))
			if err != nil {
				return err
			}
			lists := &plan{catalogs: catalogs}
			if err := lists.readLists(conf, on); err != nil {
				return err
			}
			a.tellConfig(file, conf)
			a.tellWaivers(conf.Waivers, waivers, on)
			a.tellLists(conf, lists)
			return errors.Join(a.checkReports(&conf.Reports), a.checkHistory(c.Context(), conf.History), a.checkCatalogs(c.Context(), catalogs))
		},
	}
	c.Flags().StringVar(&file, "config", "", "configuration file (YAML)")
	return c
}

func (a *app) tellConfig(file string, c *config) {
	if file == "" {
		return
	}
	fmt.Fprintf(a.stdout, "configuration %s: no fault found\n", nin.BlankAll(file))
	for _, n := range c.Notices {
		fmt.Fprintf(a.stdout, "  notice: %s\n", n.In(audit.English))
	}
}

// checkCatalogs looks at each catalog; one that can not be reached does not keep the others from
// their turn.
func (a *app) checkCatalogs(ctx context.Context, catalogs []audit.Catalog) error {
	var errs []error
	for _, one := range catalogs {
		prober, ok := one.(catalog.Prober)
		if !ok {
			fmt.Fprintf(a.stdout, "catalog %s: there is no way to look at it short of an audit\n", one.Name())
			continue
		}
		p, err := prober.Probe(ctx)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		a.tellReach(one.Name(), &p)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		a.tellSeen(&p)
		for _, w := range p.Warnings() {
			fmt.Fprintf(a.stdout, "  warning: %s\n", w)
		}
	}
	return errors.Join(errs...)
}

// tellReach prints how a catalog was reached, if it was.
func (a *app) tellReach(name string, p *catalog.Probe) {
	fmt.Fprintf(a.stdout, "catalog %s\n", name)
	switch {
	case p.Transport == "":
	case p.Transport == fileTransport:
		fmt.Fprintln(a.stdout, "  source: file")
	case p.Anonymous:
		fmt.Fprintf(a.stdout, "  connection: %s, anonymous; pages: %s\n", p.Transport, p.Paging)
	default:
		fmt.Fprintf(a.stdout, "  connection: %s, bound; pages: %s\n", p.Transport, p.Paging)
	}
}

// fileTransport is what a probe of a file says of its connection.
const fileTransport = "file"

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
