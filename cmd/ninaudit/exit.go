package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"ninaudit/audit"
	"ninaudit/audit/history"
	"ninaudit/audit/nin"
)

// exitCode is what the command returns to its caller.
type exitCode int

// The exit codes. They are a contract.
const (
	exitDone        exitCode = 0
	exitFailed      exitCode = 1
	exitUsage       exitCode = 2
	exitIncomplete  exitCode = 3
	exitFindings    exitCode = 4
	exitLocked      exitCode = 5
	exitInterrupted exitCode = 130
)

// exitMeaning is one line of the table of exit codes.
type exitMeaning struct {
	code    exitCode
	meaning string
}

// exitMeanings is the table of exit codes: help prints it, and a test holds the README to it.
func exitMeanings() []exitMeaning {
	return []exitMeaning{
		{exitDone, "done"},
		{exitFailed, "failed: nothing could be written"},
		{exitUsage, "usage or configuration, or a row that review refused"},
		{exitIncomplete, "incomplete: a catalog was unreachable, refused or not read to its end"},
		{exitFindings, "findings at or above --fail-on"},
		{exitLocked, "another run holds the lock"},
		{exitInterrupted, "interrupted"},
	}
}

// codeOf is the one place where an error becomes an exit code. Incomplete outranks findings: what
// was not read may hold more of them.
func codeOf(err error) exitCode {
	var usage *audit.UsageError
	var catalog *audit.CatalogError
	var incomplete *incompleteError
	var findings *findingsError
	var locked *history.LockedError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, context.Canceled):
		return exitInterrupted
	case errors.As(err, &usage):
		return exitUsage
	case errors.As(err, &locked):
		return exitLocked
	case errors.As(err, &catalog), errors.As(err, &incomplete):
		return exitIncomplete
	case errors.As(err, &findings):
		return exitFindings
	}
	return exitFailed
}

// incompleteError says that reports were written, but not of everything.
type incompleteError struct{ catalogs []audit.CatalogSummary }

func (e *incompleteError) Error() string { return errors.Join(e.Unwrap()...).Error() }

// Unwrap gives an error for each catalog, with its hint.
func (e *incompleteError) Unwrap() []error {
	errs := make([]error, len(e.catalogs))
	for i, c := range e.catalogs {
		errs[i] = &failure{errors.New("incomplete: " + c.Reason), c.Hint}
	}
	return errs
}

// findingsError says that a run which was told to fail on findings found some.
type findingsError struct {
	count int
	least audit.Severity
}

func (e *findingsError) Error() string {
	if e.count == 1 {
		return fmt.Sprintf("1 finding at or above %s", e.least)
	}
	return fmt.Sprintf("%d findings at or above %s", e.count, e.least)
}

// failure is an error with a hint that fits none of the kinds that audit knows.
type failure struct {
	err  error
	hint string
}

func (e *failure) Error() string { return e.err.Error() }
func (e *failure) Unwrap() error { return e.err }

// usageError makes an *audit.UsageError.
func usageError(hint, format string, args ...any) error {
	return &audit.UsageError{Err: fmt.Errorf(format, args...), Hint: hint}
}

// hintOf is what to try against an error; empty where nobody knows.
func hintOf(err error) string {
	var usage *audit.UsageError
	var catalog *audit.CatalogError
	var own *failure
	var other interface{ Hint() string }
	switch {
	case errors.As(err, &usage) && usage.Hint != "":
		return usage.Hint
	case errors.As(err, &catalog) && catalog.Hint != "":
		return catalog.Hint
	case errors.As(err, &own):
		return own.hint
	case errors.As(err, &other):
		return other.Hint()
	}
	return ""
}

// tellError prints an error for a reader, each of several with its own hint.
func tellError(w io.Writer, err error) {
	if err == nil {
		return
	}
	if errors.Is(err, context.Canceled) {
		fmt.Fprintln(w, "ninaudit: interrupted")
		return
	}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range joined.Unwrap() {
			tellError(w, e)
		}
		return
	}
	for line := range strings.Lines(err.Error()) {
		fmt.Fprintln(w, "ninaudit: "+nin.BlankAll(strings.TrimSuffix(line, "\n")))
	}
	if hint := hintOf(err); hint != "" {
		fmt.Fprintln(w, "hint: "+nin.BlankAll(hint))
	}
}
