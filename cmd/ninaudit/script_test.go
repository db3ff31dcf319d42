package main

import (
	"context"
	"errors"
	"os/exec"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"ninaudit/audit/history"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"ninaudit": main, "ninaudit-killed": mainKilled})
}

// TestScripts runs the command itself, as a user would, by the scripts of testdata/script.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "hold": hold, "answer": answer, "sheet": sheet},
	})
}

// exits CODE COMMAND [ARGUMENT…] runs a command and demands its exit code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND [ARGUMENT…]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var exit *exec.ExitError
	switch err := ts.Exec(args[1], args[2:]...); {
	case errors.As(err, &exit):
		got = exit.ExitCode()
	case err != nil:
		ts.Fatalf("%s: %v", args[1], err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// hold DATABASE KEY holds a history as a run under way does, until the script ends.
func hold(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: hold DATABASE KEY")
	}
	s, err := history.Open(context.Background(), history.Options{Path: ts.MkAbs(args[0]), KeyFile: ts.MkAbs(args[1])})
	ts.Check(err)
	ts.Defer(func() { ts.Check(s.Close()) })
}
