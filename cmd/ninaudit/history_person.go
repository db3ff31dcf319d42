package main

import (
	"bufio"
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"ninaudit/audit/history"
	"ninaudit/audit/nin"
)

func (a *app) historyPersonCommand() *cobra.Command {
	var f historyFlags
	var forget bool
	c := &cobra.Command{
		Use:   "person --config FILE [--delete] NAME",
		Short: "Tell what the history keeps of a person, or delete it",
		Long: "person tells what the history keeps of whoever has the Feide name or the entry ID NAME, or had it when last\n" +
			"read: the answer to a request for access. Of those without a Feide name, NAME may also be the uid of the DN that a\n" +
			"finding was told under. With --delete it is deleted, at once and for good; a person who still stands in a catalog\n" +
			"is met anew by the next run. Reports that have been written, and waivers, are files of their own.\n\n" +
			"NAME - reads the name from standard input. A name that could hold an identity number is read from there only,\n" +
			"for a shell keeps what stands on its command line.",
		Example: "  ninaudit history person --config ninaudit.yaml ada@fjordvik.no",
		Args: func(_ *cobra.Command, args []string) error {
			switch {
			case len(args) != 1:
				return usageError("ninaudit history person --config ninaudit.yaml ada@fjordvik.no",
					"person takes one Feide name or entry ID, %d given", len(args))
			case holdsNumber(args[0]): // never echoed
				return usageError("give - as the name, and type it or pipe it to standard input",
					"a name that could hold an identity number stays in the shell's history")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			conf, l, err := f.read("history person")
			if err != nil {
				return err
			}
			name, err := a.personName(args[0])
			if err != nil {
				return err
			}
			p, err := a.personKept(c.Context(), conf.History, name, forget)
			if err != nil {
				return err
			}
			if f.json {
				return a.printJSON(p)
			}
			return a.print(p.text(l))
		},
	}
	f.define(c)
	c.Flags().BoolVar(&forget, "delete", false, "delete what is kept of the person; nothing is asked")
	return c
}

// personName is the name that was given, or the first line of standard input.
func (a *app) personName(arg string) (string, error) {
	name := arg
	if arg == "-" {
		line, err := boundedLine(bufio.NewReaderSize(a.stdin, numberLimit))
		if err != nil && line == "" {
			return "", usageError("echo ada@fjordvik.no | ninaudit history person --config ninaudit.yaml -",
				"standard input holds no name")
		}
		name = line
	}
	if name = strings.TrimSpace(name); name == "" {
		return "", usageError("ninaudit history person --config ninaudit.yaml ada@fjordvik.no", "the name is empty")
	}
	return name, nil
}

// personKept finds what is kept of a person and, if asked to, deletes it. A history that is not there yet keeps nothing
// of anybody, and is not made for the sake of the question.
func (a *app) personKept(ctx context.Context, c *historyConfig, name string, forget bool) (*personFacts, error) {
	forget = forget && !c.absent()
	s, err := a.open(ctx, c, history.Options{ReadOnly: !forget})
	if err != nil {
		return nil, err
	}
	defer a.closeHistory(s)
	records, err := s.Find(ctx, name)
	if err != nil {
		return nil, err
	}
	p := factsOfPerson(nin.BlankAll(name), records)
	if !forget {
		return p, nil
	}
	e, err := s.Erase(ctx, name)
	switch {
	case err != nil && e == (history.Erased{}):
		return nil, fmt.Errorf("nothing was deleted: %w", err)
	case err != nil:
		return nil, fmt.Errorf("deleted, but the file could not be written anew: %w", err)
	}
	p.Deleted = &deletedFacts{e.Persons, e.Findings, e.Changed, e.Decisions, e.Events, e.Reviews}
	a.log.Info("a person was deleted from the history", "persons", e.Persons, "findings", e.Findings, "blanked", e.Changed,
		"decisions", e.Decisions, "changes", e.Events, "answers", e.Reviews)
	return p, nil
}
