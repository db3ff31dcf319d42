package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"ninaudit/audit/history"
	"ninaudit/audit/nin"
	"ninaudit/audit/scan"
)

// tellWaivers counts the decisions of the configuration's file, if it names one.
func (a *app) tellWaivers(file string, all []scan.Waiver, on nin.Date) {
	if file == "" {
		return
	}
	n, ended := 0, 0
	for _, w := range all {
		if w.Never && w.Rule != "pending-number" {
			continue // the other half of one decision
		}
		n++
		if w.Until < on {
			ended++
		}
	}
	fmt.Fprintf(a.stdout, "waivers %s: decisions: %d; past their day: %d\n", nin.BlankAll(file), n, ended)
}

// checkHistory looks at the history that the configuration names, without making or changing anything.
func (a *app) checkHistory(ctx context.Context, c *historyConfig) error {
	if c == nil {
		fmt.Fprintln(a.stdout, "history: none is kept")
		return nil
	}
	fmt.Fprintf(a.stdout, "history %s\n", nin.BlankAll(c.Path))
	defer a.tellKey(c)
	if c.absent() {
		fmt.Fprintln(a.stdout, "  database: not there yet; the first scan makes it")
		return nil
	}
	s, err := a.open(ctx, c, history.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer a.closeHistory(s)
	runs, err := s.Runs(ctx)
	if err != nil {
		return err
	}
	if len(runs) == 0 {
		fmt.Fprintln(a.stdout, "  database: no run yet")
		return nil
	}
	fmt.Fprintf(a.stdout, "  database: runs: %d, the last on %s\n", len(runs), runs[len(runs)-1].Day)
	return nil
}

// tellKey says how the key is kept.
func (a *app) tellKey(c *historyConfig) {
	info, err := os.Stat(c.KeyFile)
	switch {
	case err != nil && c.absent():
		fmt.Fprintln(a.stdout, "  key: not there yet; the first scan makes it")
	case err != nil:
		fmt.Fprintln(a.stdout, "  key: not there")
	default:
		fmt.Fprintf(a.stdout, "  key: %s, mode %04o\n", nin.BlankAll(c.KeyFile), info.Mode().Perm())
		if info.Mode().Perm()&0o077 != 0 && runtime.GOOS != "windows" {
			fmt.Fprintln(a.stdout, "  warning: others may read the key: chmod 0600")
		}
	}
	if oneFolder(c.Path, c.KeyFile) {
		fmt.Fprintln(a.stdout, "  warning: key and database share a folder, so a copy of it holds both: "+
			"name another folder for the key, under history.key_file")
	}
}

// oneFolder tells whether two files stand in one folder, by whatever way it is reached.
func oneFolder(a, b string) bool {
	x, errX := os.Stat(filepath.Dir(a))
	y, errY := os.Stat(filepath.Dir(b))
	if errX != nil || errY != nil {
		return filepath.Dir(a) == filepath.Dir(b)
	}
	return os.SameFile(x, y)
}
