package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
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

// TestYAMLInReadme reads the README's configuration and decisions as the program would.
func TestYAMLInReadme(t *testing.T) {
	content, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	configs, decisions := 0, 0
	for _, block := range strings.Split(string(content), "```yaml\n")[1:] {
		text, _, _ := strings.Cut(block, "```")
		if strings.HasPrefix(text, "waivers:") {
			waivers, err := parseWaivers(strings.NewReader(text), "README.md", rules.All(rules.DefaultOptions()))
			if err != nil {
				t.Error(err)
			}
			decisions += len(waivers)
			continue
		}
		if strings.HasPrefix(text, "services:") {
			all, err := parseServices(strings.NewReader(text), "README.yaml")
			if err != nil || len(all) != 1 || !all[0].Tells() {
				t.Errorf("services %+v, err %v", all, err)
			}
			continue
		}
		configs++
		c, err := parseConfig(strings.NewReader(text), "README.md", ruleIDs())
		if err != nil {
			t.Error(err)
		} else if c.History == nil || len(c.Notices) > 0 {
			t.Errorf("history %v, notices %v", c.History, c.Notices)
		}
	}
	if configs != 2 || decisions != 5 {
		t.Errorf("%d configurations and %d decisions, want 2 and 5", configs, decisions)
	}
}

// TestTestsInReadme: the tests that the README names are there.
func TestTestsInReadme(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	var sources strings.Builder
	for _, pattern := range []string{"*_test.go", "../../audit/*/*_test.go", "../../reports/*_test.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			source, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			sources.Write(source)
		}
	}
	named := regexp.MustCompile(`(?m)\| (Test\w+) \|$`).FindAllStringSubmatch(string(readme), -1)
	if len(named) < 12 {
		t.Errorf("only %d tests are named", len(named))
	}
	for _, n := range named {
		if !strings.Contains(sources.String(), "func "+n[1]+"(") {
			t.Errorf("there is no %s", n[1])
		}
	}
}
