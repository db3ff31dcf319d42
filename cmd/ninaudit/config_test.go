package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ninaudit/audit"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestConfigCorpus reads each configuration of the corpus and compares what is told of it.
func TestConfigCorpus(t *testing.T) {
	files, err := filepath.Glob("testdata/config/*.yaml")
	if err != nil || len(files) < 30 {
		t.Fatalf("%d configurations found, err %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".yaml"), func(t *testing.T) {
			golden(t, strings.TrimSuffix(file, ".yaml")+".txt", told(t, file))
		})
	}
}

// told is what a user is told of a configuration: its errors, or its notices.
func told(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	c, err := parseConfig(bytes.NewReader(data), filepath.Base(file), ruleIDs())
	if err != nil {
		return err.Error() + "\n"
	}
	out := "accepted\n"
	for _, n := range c.Notices {
		out += n.In(audit.English) + "\n"
	}
	return out
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

// TestExampleDocumentsEveryKey loads the example and looks for each key that the reader asks for.
func TestExampleDocumentsEveryKey(t *testing.T) {
	const file = "../../config.example.yaml"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	r := newConfigReader(file)
	root := r.document(data)
	if root == nil {
		t.Fatal(r.err())
	}
	r.config(r.newSection("", "", 1, root), ruleIDs())
	if err := r.err(); err != nil {
		t.Fatal(err)
	}
	standing := map[string]bool{}
	collectKeys(root, "", standing)
	if len(r.known) < 60 {
		t.Errorf("only %d keys are known to the reader", len(r.known))
	}
	for key := range r.known {
		if !standing[key] {
			t.Errorf("config.example.yaml does not show %s", key)
		}
	}
}

// TestExampleShowsDefaults holds the example to the defaults that it claims to show.
func TestExampleShowsDefaults(t *testing.T) {
	c, err := readConfig("../../config.example.yaml", ruleIDs())
	if err != nil {
		t.Fatal(err)
	}
	want := defaultConfig()
	c.Rules.Overlap.Controllers = nil // no default: one a catalog
	if diff := cmp.Diff(want.Rules, c.Rules); diff != "" {
		t.Errorf("rules (-default +example):\n%s", diff)
	}
	if diff := cmp.Diff(want.Reports.Formats, c.Reports.Formats); diff != "" {
		t.Errorf("formats (-default +example):\n%s", diff)
	}
	if c.Reports.Keep != want.Reports.Keep || c.Reports.Waits != want.Reports.Waits {
		t.Errorf("keep %s, waiting %v are not the defaults", c.Reports.Keep, c.Reports.Waits)
	}
	history := &historyConfig{Path: "../../history.db", KeyFile: "../../history.key", Confirm: defaultConfirm}
	if diff := cmp.Diff(history, c.History); diff != "" {
		t.Errorf("history (-default +example):\n%s", diff)
	}
	if c.Catalogs[0].MaxShrink != defaultShrink {
		t.Errorf("max_shrink %d is not the default", c.Catalogs[0].MaxShrink)
	}
	if c.Language != want.Language || c.Reports.NIN != want.Reports.NIN {
		t.Errorf("language %s, nin %s are not the defaults", c.Language, c.Reports.NIN)
	}
}

func TestConfigPathsAreRelativeToTheFile(t *testing.T) {
	const text = `
catalogs:
  - {name: a, ldif: {path: a.ldif}}
  - {name: b, ldap: {url: "ldaps://h", base: "dc=b", bind_dn: "cn=r", password_file: b.password}}
reports: {dir: out}`
	c, err := parseConfig(strings.NewReader(text), filepath.Join("etc", "ninaudit.yaml"), ruleIDs())
	if err != nil {
		t.Fatal(err)
	}
	got := []string{c.Catalogs[0].LDIFPath, c.Catalogs[1].Secret.File, c.Reports.Dir}
	want := []string{filepath.Join("etc", "a.ldif"), filepath.Join("etc", "b.password"), filepath.Join("etc", "out")}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestConfigSizeIsBounded(t *testing.T) {
	_, err := parseConfig(strings.NewReader(strings.Repeat("#\n", configLimit)), "big.yaml", ruleIDs())
	if err == nil || !strings.Contains(err.Error(), "larger than 1 MiB") {
		t.Errorf("err = %v", err)
	}
}

// TestConfigFaultsAreBounded holds that a file full of faults is told of in bounded time and space.
func TestConfigFaultsAreBounded(t *testing.T) {
	text := "catalogs:\n" + strings.Repeat("- {ldap: {url: x, base: y}}\n", 20_000)
	_, err := parseConfig(strings.NewReader(text), "x.yaml", ruleIDs())
	if err == nil {
		t.Fatal("accepted")
	}
	if n := strings.Count(err.Error(), "\n") + 1; n != faultLimit {
		t.Errorf("%d faults told, want %d", n, faultLimit)
	}
}

// FuzzConfig holds that no bytes make the reader panic, and that each error names the file and a
// line.
func FuzzConfig(f *testing.F) {
	files, _ := filepath.Glob("testdata/config/*.yaml")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	ids := ruleIDs()
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := parseConfig(bytes.NewReader(data), "x.yaml", ids)
		if (c == nil) == (err == nil) {
			t.Fatalf("config %v, err %v", c, err)
		}
		if err != nil && !strings.HasPrefix(err.Error(), "x.yaml:") {
			t.Errorf("error without a place: %v", err)
		}
	})
}
