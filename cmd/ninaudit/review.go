package main

import (
	"context"
	"fmt"
	"os/user"
	"strings"

	"github.com/spf13/cobra"

	"ninaudit/audit"
	"ninaudit/audit/history"
	"ninaudit/audit/nin"
	"ninaudit/audit/scan"
	"ninaudit/reports"
)

func (a *app) reviewCommand() *cobra.Command {
	var f historyFlags
	var asOf string
	var dry bool
	c := &cobra.Command{
		Use:   "review --config FILE WORKBOOK",
		Short: "Read back the decisions that somebody filled in in a workbook",
		Long: "review reads the sheet of decisions of a workbook that a run wrote and somebody filled in, tells row by row what\n" +
			"it took and what it refused, and keeps the decisions in the history. The next run shows those cases as accepted,\n" +
			"with who and why. Rows and columns may have been sorted, moved and added. Giving a workbook twice changes nothing.\n\n" +
			"A row is refused where it names no decision that fits, no reason, nobody who decided, or no day; where the day is\n" +
			"past or too late (14 days for critical findings, 90 for errors, else 366); where a text holds eight digits or more;\n" +
			"and where its case is unknown, resolved, or not the one that the row told of. Good rows are taken all the same, and\n" +
			"the exit code is 2. A row of which all four cells are emptied withdraws its decision.",
		Example: "  ninaudit review --config ninaudit.yaml ninaudit-2026-11-23.xlsx",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 1 {
				return nil
			}
			return usageError("ninaudit review --config ninaudit.yaml ninaudit-2026-11-23.xlsx",
				"review takes one workbook, %d given", len(args))
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return []string{"xlsx"}, cobra.ShellCompDirectiveFilterFileExt
		},
		RunE: func(c *cobra.Command, args []string) error {
			conf, l, err := f.read("review")
			if err != nil {
				return err
			}
			on, err := a.day(asOf)
			if err != nil {
				return err
			}
			r, err := a.review(c.Context(), conf, args[0], on, dry)
			if err != nil {
				return err
			}
			if f.json {
				err = a.printJSON(r.facts(l))
			} else {
				err = a.print(r.text(l))
			}
			if err != nil {
				return err
			}
			return r.verdict()
		},
	}
	f.define(c)
	c.Flags().StringVar(&asOf, "as-of", "", "the day of the decisions, as 2026-08-15 (default today in Norway)")
	c.Flags().BoolVar(&dry, "dry-run", false, "tell what would be taken and refused, and keep nothing")
	complete(c, "as-of", fixed(nil))
	return c
}

// review reads a workbook and keeps what can be taken. The file is read before the history is opened, so that one that
// can not be read holds nobody up.
func (a *app) review(ctx context.Context, conf *config, path string, on nin.Date, dry bool) (*reviewed, error) {
	answers, err := reports.ReadAnswers(path)
	if err != nil {
		return nil, err
	}
	if conf.History.absent() {
		return nil, usageError("run ninaudit scan first, and fill in the workbook that it writes", "the history has no run yet")
	}
	s, err := a.open(ctx, conf.History, history.Options{ReadOnly: dry})
	if err != nil {
		return nil, err
	}
	defer a.closeHistory(s)
	night, err := s.Load(ctx)
	if err != nil {
		return nil, err
	}
	if latest := max(audit.Day(a.clock()), night.Last.Day); on > latest {
		return nil, usageError("give a day that has come, or leave --as-of out", "--as-of: %s is still to come", on)
	}
	j := newJury(night, conf, on)
	j.account, j.at = account(), a.clock().UTC()
	r := j.judge(answers)
	r.dry = dry
	if dry || len(j.reviews) == 0 {
		return r, nil
	}
	about, err := scan.Bind(ctx, s, j.reviews, night, on)
	if err != nil {
		return nil, err
	}
	if err := s.Decide(ctx, j.reviews, about); err != nil {
		return nil, fmt.Errorf("nothing was taken: %w", err)
	}
	a.log.Info("decisions kept", "taken", r.count(rowTaken), "withdrawn", r.count(rowWithdrawn), "refused", r.count(rowRefused),
		"account", j.account)
	return r, nil
}

// account is who runs the program, as the system knows the account.
func account() string {
	u, err := user.Current()
	if err != nil {
		return ""
	}
	return nin.BlankAll(strings.ToValidUTF8(u.Username, "?"))
}

// verdict is the error of a workbook of which not everything was taken: the rows are the user's to mend.
func (r *reviewed) verdict() error {
	switch refused := r.count(rowRefused); {
	case refused == 0:
		return nil
	case refused == 1:
		return usageError(mendRows, "1 row was refused")
	default:
		return usageError(mendRows, "%d rows were refused", refused)
	}
}

const mendRows = "mend the rows and give the workbook again: what was taken is not taken twice"
