package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"ninaudit/audit"
	"ninaudit/audit/history"
)

func TestExitCodes(t *testing.T) {
	usage := &audit.UsageError{Err: errors.New("x")}
	unread := &audit.CatalogError{Catalog: "a", Err: errors.New("x")}
	for _, c := range []struct {
		name string
		err  error
		want exitCode
	}{
		{"nothing", nil, exitDone},
		{"any error", errors.New("disk full"), exitFailed},
		{"a folder", &failure{errors.New("x"), "y"}, exitFailed},
		{"usage", usage, exitUsage},
		{"usage of a catalog", fmt.Errorf("catalog: %w", usage), exitUsage},
		{"a catalog", unread, exitIncomplete},
		{"all catalogs", errors.Join(unread, unread), exitIncomplete},
		{"part of the catalogs", &incompleteError{[]audit.CatalogSummary{{Reason: "x"}}}, exitIncomplete},
		{"findings", &findingsError{1, audit.Error}, exitFindings},
		{"another run", fmt.Errorf("history: %w", &history.LockedError{}), exitLocked},
		{"cancelled", context.Canceled, exitInterrupted},
		{"cancelled in a catalog", &audit.CatalogError{Err: context.Canceled}, exitInterrupted},
		{"a catalog's timeout", &audit.CatalogError{Err: context.DeadlineExceeded}, exitIncomplete},
	} {
		if got := codeOf(c.err); got != c.want {
			t.Errorf("%s: exit %d, want %d", c.name, got, c.want)
		}
	}
}

// TestExitCodesInReadme holds the README's table to the one in the code.
func TestExitCodesInReadme(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range exitMeanings() {
		if row := fmt.Sprintf("| %d | %s |", m.code, m.meaning); !strings.Contains(string(readme), row) {
			t.Errorf("README.md lacks the row %s", row)
		}
	}
}

func TestVerdict(t *testing.T) {
	rule := &audit.Rule{ID: "nin-checksum"}
	found := audit.Summary{
		Catalogs: []audit.CatalogSummary{{Name: "a", Complete: true}},
		Counts:   []audit.RuleCount{{Rule: rule, Counts: [audit.Critical + 1]int{audit.Warning: 2, audit.Critical: 1}}},
	}
	partial := found
	partial.Catalogs = []audit.CatalogSummary{{Name: "a", Complete: true}, {Name: "b", Reason: "catalog \"b\": gone"}}
	for _, c := range []struct {
		name   string
		sum    audit.Summary
		failOn audit.Severity
		want   exitCode
	}{
		{"off", found, 0, exitDone},
		{"milder ones count", found, audit.Info, exitFindings},
		{"a graver one counts", found, audit.Error, exitFindings},
		{"the severity itself counts", found, audit.Critical, exitFindings},
		{"nothing so grave", audit.Summary{Counts: found.Counts[:0]}, audit.Critical, exitDone},
		{"incomplete", partial, 0, exitIncomplete},
		{"incomplete outranks findings", partial, audit.Info, exitIncomplete},
	} {
		if got := codeOf(verdict(&c.sum, c.failOn)); got != c.want {
			t.Errorf("%s: exit %d, want %d", c.name, got, c.want)
		}
	}
	if err := verdict(&found, audit.Error); err.Error() != "1 finding at or above error" {
		t.Errorf("err = %v, want 1 finding", err)
	}
}

// TestErrorsAreBlanked holds that no run of digits leaves in an error or its hint.
func TestErrorsAreBlanked(t *testing.T) {
	const digits = "01819012345"
	var b bytes.Buffer
	tellError(&b, errors.Join(
		&audit.CatalogError{Catalog: digits, Err: errors.New("line " + digits), Hint: "see " + digits},
		&audit.UsageError{Err: fmt.Errorf("%s", quote(digits)), Hint: digits}))
	if strings.Contains(b.String(), digits) {
		t.Errorf("digits in:\n%s", b.String())
	}
	if n := strings.Count(b.String(), "hint: "); n != 2 {
		t.Errorf("%d hints, want 2:\n%s", n, b.String())
	}
}
