package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"ninaudit/audit"
	"ninaudit/reports"
)

// scanFlags are the flags of scan as they were given.
type scanFlags struct {
	config, out, asOf, lang, failOn string
	formats, rules                  []string
	noHistory, dryRun               bool
	oldKey                          string
	acceptShrink                    []string
	profiles                        profiles
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
			"Where the configuration has a section history, the run is compared with earlier ones and becomes one of them:\n" +
			"the reports say what is new, what stands and since when, and what is resolved. A run with --dry-run, with\n" +
			"--rules or with CATALOG is compared with them and leaves nothing behind but its reports.\n\n" +
			exitHelp(),
		Example: "  ninaudit scan\n  ninaudit scan --config ninaudit.yaml\n" +
			"  ninaudit scan --config ninaudit.yaml --as-of 2027-08-15 --dry-run --out forecast\n" +
			"  ninaudit scan --out reports export.ldif.gz",
		ValidArgsFunction: completeCatalogs,
		RunE: func(c *cobra.Command, args []string) error {
			p, err := a.plan(&f, args)
			if err != nil {
				return err
			}
			stop, err := f.profiles.start()
			if err != nil {
				return &failure{err, "see whether the profiles may be written there"}
			}
			return errors.Join(a.scan(c.Context(), p), stop())
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
		"formats of the reports: "+orList(reports.Formats())+", separated by commas (default "+strings.Join(reports.DefaultFormats(), ",")+")")
	flags.StringVar(&f.asOf, "as-of", "", "the run's day, as 2026-08-15 (default today in Norway)")
	flags.StringSliceVar(&f.rules, "rules", nil,
		"judge only rules that match these patterns, as nin-*,overlay")
	flags.StringVar(&f.lang, "lang", "",
		"language of the reports: nb, nn or en (default from the configuration, else nb)")
	flags.StringVar(&f.failOn, "fail-on", "",
		"exit with 4 on findings of this severity or a graver one: "+orList(severities))
	flags.BoolVar(&f.noHistory, "no-history", false, "do not use the history of earlier runs")
	flags.BoolVar(&f.dryRun, "dry-run", false, "commit nothing to the history, and remove no old reports")
	flags.StringVar(&f.oldKey, "old-key", "",
		"key file that the history was written under; this run writes it under the configured one")
	flags.StringSliceVar(&f.acceptShrink, "accept-shrink", nil,
		"a catalog that is whole however much smaller it is than last time; may be repeated")
	flags.StringVar(&f.profiles.cpu, "cpuprofile", "", "write a CPU profile of the run to this file")
	flags.StringVar(&f.profiles.memory, "memprofile", "", "write a profile of the run's memory to this file")
	for _, name := range []string{"cpuprofile", "memprofile"} {
		_ = flags.MarkHidden(name) // fails for a flag that is not there
	}
	complete(c, "format", fixed(reports.Formats()))
	complete(c, "lang", fixed(languageNames()))
	complete(c, "fail-on", fixed(severities))
	complete(c, "rules", fixed(ruleIDs()))
	complete(c, "as-of", fixed(nil))
	complete(c, "accept-shrink", completeCatalogs)
}
