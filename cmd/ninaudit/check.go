package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"ninaudit/audit"
	"ninaudit/audit/nin"
	"ninaudit/rules"
)

func (a *app) checkCommand() *cobra.Command {
	var file string
	c := &cobra.Command{
		Use:   "check [--config FILE] [CATALOG…]",
		Short: "Check configuration, connection, bind and access, without an audit",
		Long: "check reads the configuration and goes to each server as an audit does: it looks the name up, connects, agrees on\n" +
			"TLS, binds, finds the base, reads one page and has the persons counted. Each step is OK or says what to do. It tells\n" +
			"which attributes are readable, what will be missing from an audit because of those that are not, whether\n" +
			"the history can be opened and how its key is kept, what stands in the files of waivers,\n" +
			"services, source systems and persons under protection, and whether the reports reach their readers and nobody else.",
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
