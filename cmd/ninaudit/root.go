package main

import (
	"fmt"
	"io"
	"log/slog"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// app is what every subcommand is handed.
type app struct {
	stdin  io.Reader
	typed  bool // somebody types standard input
	stdout io.Writer
	screen *screen // standard error
	log    *slog.Logger
	clock  func() time.Time
}

// command builds the command with all its subcommands.
func (a *app) command() *cobra.Command {
	root := &cobra.Command{
		Use:   "ninaudit",
		Short: "Audit the national identity numbers of Feide catalogs",
		Long: "ninaudit reads the persons of Feide catalogs (LDAP or LDIF), judges their national identity numbers\n" +
			"by rules, and writes a workbook and machine-readable findings.\n\n" +
			"ninaudit scan, without anything else, audits a built-in sample.\n\n" + exitHelp(),
		Args:          cobra.ArbitraryArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.RunE = func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			return c.Help()
		}
		var names []string
		for _, sub := range c.Commands() {
			names = append(names, sub.Name())
		}
		return usageError(orElse(didYouMean(args[0], names), "ninaudit --help lists the commands"),
			"unknown command %s", quote(args[0]))
	}
	root.SetFlagErrorFunc(flagError)
	root.AddCommand(a.scanCommand(), a.checkCommand(), a.reviewCommand(), a.historyCommand(), a.servicesCommand(),
		a.rulesCommand(), a.ninCommand(), a.scheduleCommand(), a.versionCommand())
	return root
}

// exitHelp is the table of exit codes as help shows it.
func exitHelp() string {
	var b strings.Builder
	b.WriteString("Exit codes:\n")
	for _, m := range exitMeanings() {
		fmt.Fprintf(&b, "  %3d  %s\n", m.code, m.meaning)
	}
	return b.String()
}

// flagError turns what the flag library says into a usage error with a hint.
func flagError(c *cobra.Command, err error) error {
	hint := c.CommandPath() + " --help lists the flags"
	if name, ok := strings.CutPrefix(err.Error(), "unknown flag: --"); ok {
		var names []string
		c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
		if best, ok := nearest(name, names); ok {
			hint = fmt.Sprintf("did you mean --%s?", best)
		}
	}
	return usageError(hint, "%w", err)
}

// noArguments refuses arguments.
func noArguments(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usageError(c.CommandPath()+" --help says what it takes", "%s takes no argument", c.CommandPath())
	}
	return nil
}

// day is the run's day: what --as-of says, else today in Norway.
func (a *app) day(asOf string) (nin.Date, error) {
	if asOf == "" {
		return audit.Day(a.clock()), nil
	}
	d, err := nin.ParseDate(asOf)
	if err != nil || d.Year() < 1900 {
		return 0, usageError("write it as 2026-08-15", "--as-of: %s is no date", quote(asOf))
	}
	return d, nil
}

// language reads --lang; without it the answer is def.
func language(lang string, def audit.Language) (audit.Language, error) {
	if lang == "" {
		return def, nil
	}
	for _, l := range audit.Languages() {
		if string(l) == lang {
			return l, nil
		}
	}
	return "", usageError(oneOf(lang, languageNames()), "--lang: %s is not known", quote(lang))
}

func orElse(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

// fixed completes a flag from a list of words.
func fixed(words []string) cobra.CompletionFunc {
	return cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)
}

// complete attaches a completion to a flag, which must exist.
func complete(c *cobra.Command, flag string, f cobra.CompletionFunc) {
	if err := c.RegisterFlagCompletionFunc(flag, f); err != nil {
		panic(err) // a slip in this package: the flag is not there
	}
}
