package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"ninaudit/audit"
	"ninaudit/audit/history"
)

// historyFlags are the flags of history and its subcommand.
type historyFlags struct {
	config, lang string
	json         bool
}

func (a *app) historyCommand() *cobra.Command {
	var f historyFlags
	c := &cobra.Command{
		Use:   "history --config FILE",
		Short: "Tell what earlier runs saw: runs, trend per rule, how long findings live",
		Long: "history reads the history of earlier runs, and changes nothing. It tells of each run how many findings were\n" +
			"new, stood and were resolved, and how many persons were given a number after how many days; of each rule the\n" +
			"trend over the last 30 runs; and how long findings stood.",
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			conf, l, err := f.read("history")
			if err != nil {
				return err
			}
			s, err := a.open(c.Context(), conf.History, history.Options{ReadOnly: true})
			if err != nil {
				return err
			}
			defer a.closeHistory(s)
			past, err := readPast(c.Context(), s)
			if err != nil {
				return err
			}
			if f.json {
				return a.printJSON(past)
			}
			return a.print(past.text(l, isTerminal(a.stdout)))
		},
	}
	f.define(c)
	c.AddCommand(a.historyPersonCommand())
	return c
}

func (f *historyFlags) define(c *cobra.Command) {
	c.Flags().StringVar(&f.config, "config", "", "configuration file (YAML)")
	c.Flags().StringVar(&f.lang, "lang", "", "language: nb, nn or en (default from the configuration, else nb)")
	c.Flags().BoolVar(&f.json, "json", false, "answer with one JSON object")
	complete(c, "lang", fixed(languageNames()))
}

// read reads the configuration, which must have a history, for a command.
func (f *historyFlags) read(command string) (*config, audit.Language, error) {
	if f.config == "" {
		return nil, "", usageError("ninaudit "+command+" --config ninaudit.yaml", "%s needs the configuration that names the history", command)
	}
	conf, err := loadConfig(f.config)
	if err != nil {
		return nil, "", err
	}
	if conf.History == nil {
		return nil, "", usageError("add history: {path: history.db, key_file: history.key}", "the configuration keeps no history")
	}
	l, err := language(f.lang, conf.Language)
	return conf, l, err
}

// absent tells that there is no history yet.
func (c *historyConfig) absent() bool {
	_, err := os.Stat(c.Path)
	return errors.Is(err, fs.ErrNotExist)
}

func (a *app) printJSON(v any) error {
	line, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return a.print(string(line) + "\n")
}

func (a *app) print(text string) error {
	if _, err := fmt.Fprint(a.stdout, text); err != nil {
		return fmt.Errorf("standard output: %w", err)
	}
	return nil
}
