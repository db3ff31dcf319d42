package main

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ninaudit/audit"
	"ninaudit/rules"
)

const (
	rulesBegin = "-update` -->\n"
	rulesEnd   = "<!-- end of rules -->"
)

// TestRulesInReadme holds the README's table of rules to the rules.
func TestRulesInReadme(t *testing.T) {
	const file = "../../README.md"
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, found := strings.Cut(string(content), rulesBegin)
	got, after, closed := strings.Cut(rest, rulesEnd)
	if !found || !closed {
		t.Fatal("README.md has no place for the table of rules")
	}
	want := rulesTable()
	if *update {
		if err := os.WriteFile(file, []byte(before+rulesBegin+want+rulesEnd+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the table of rules (-rules +README.md); run with -update:\n%s", diff)
	}
}

func rulesTable() string {
	var b strings.Builder
	b.WriteString("| rule | finds | severity | in the report (bokmål) |\n|---|---|---|---|\n")
	for _, r := range rules.All(rules.DefaultOptions()) {
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", r.ID, r.Title.In(audit.English), r.Severity, r.Title.In(audit.Bokmal))
	}
	return b.String()
}
