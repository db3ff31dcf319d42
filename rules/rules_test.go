package rules_test

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ninaudit/audit"
	"ninaudit/audit/catalog"
	"ninaudit/audit/nin"
	"ninaudit/audit/scan"
	"ninaudit/rules"
)

// on is the day that the test data is audited on.
const on nin.Date = 20261123

// TestData audits each testdata/<rule>.ldif with every rule. Above an entry stand the findings that it must
// be part of, one a line:
//
//	# want <rule> [<variant>] [<severity>] [waiting]
//
// where variant and severity are "-" or left out for a rule with one form, and for the rule's own severity.
// An entry without such a line must be in no finding at all. What follows a line "# catalog <name>" is another
// catalog; the first is fjordvik. Rules on changes have two nights: see TestChanges.
func TestData(t *testing.T) {
	files, err := filepath.Glob("testdata/*.ldif")
	if err != nil || len(files) == 0 {
		t.Fatal("no test data")
	}
	for _, file := range files {
		if strings.HasPrefix(filepath.Base(file), "change-") {
			continue // see TestChanges
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(wants(t, data), gots(t, data, rules.DefaultOptions())); diff != "" {
				t.Errorf("findings by entry (-want +got):\n%s", diff)
			}
			id := strings.TrimSuffix(filepath.Base(file), ".ldif")
			if !bytes.Contains(data, []byte("# want "+id)) {
				t.Errorf("nothing in %s is what %s finds", file, id)
			}
		})
	}
}

// wants reads the comments above each entry.
func wants(t *testing.T, data []byte) map[string][]string {
	t.Helper()
	all := rules.All(rules.DefaultOptions())
	found := map[string][]string{}
	var above []string
	lines := bufio.NewScanner(bytes.NewReader(data))
	for lines.Scan() {
		line := lines.Text()
		if want, ok := strings.CutPrefix(line, "# want "); ok {
			above = append(above, complete(t, all, want))
		}
		if id, ok := strings.CutPrefix(line, "entryUUID: "); ok {
			if above != nil {
				slices.Sort(above)
				found[id] = above
			}
			above = nil
		}
	}
	return found
}

// complete fills in what a want leaves out.
func complete(t *testing.T, all []audit.Rule, want string) string {
	t.Helper()
	words := append(strings.Fields(want), "", "", "")
	i := slices.IndexFunc(all, func(r audit.Rule) bool { return r.ID == words[0] })
	if i < 0 {
		t.Fatalf("want %q: no such rule", want)
	}
	if words[1] == "" {
		words[1] = "-"
	}
	if words[2] == "" || words[2] == "-" {
		words[2] = all[i].Severity.String()
	}
	return strings.TrimSpace(strings.Join(words[:4], " "))
}

// gots audits the data and tells the findings by entry ID, in the form of wants.
func gots(t *testing.T, data []byte, o rules.Options) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	report := &recorder{each: func(f *audit.Finding) {
		variant := "-"
		if f.Variant != nil {
			variant = f.Variant.ID
		}
		got := fmt.Sprintf("%s %s %s", f.Rule.ID, variant, f.Severity)
		if f.Status == audit.Waiting {
			got += " waiting"
		}
		for _, l := range audit.Languages() {
			if m := f.Message(l); strings.ContainsAny(m, "{}") || !strings.HasSuffix(m, ".") {
				t.Errorf("%s reads %q", got, m)
			}
		}
		for _, s := range f.Subjects {
			found[s.ID] = append(found[s.ID], got)
		}
	}}
	var catalogs []audit.Catalog
	for i, part := range strings.Split(string(data), "\n# catalog ") {
		name := "fjordvik"
		if i > 0 {
			name, part, _ = strings.Cut(part, "\n")
		}
		catalogs = append(catalogs, reader(name, part))
	}
	run := scan.Run{
		Catalogs: catalogs,
		Rules:    rules.All(o), Reports: []audit.Report{report}, On: on,
		Log: slog.New(slog.DiscardHandler), Now: func() time.Time { return time.Time{} },
	}
	summary, err := run.Do(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if !summary.Complete() {
		t.Fatalf("the test data was not read to its end: %s", summary.Catalogs[0].Reason)
	}
	for _, list := range found {
		slices.Sort(list)
	}
	return found
}

// reader is a catalog that holds the data. An account whose description says so is inactive.
func reader(name, data string) audit.Catalog {
	return catalog.NewReader(
		func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(data)), nil },
		catalog.Options{
			Name: name, Parser: nin.Parser{On: on, AcceptSynthetic: true},
			Accounts: catalog.Accounts{Inactive: []catalog.Pattern{{Attribute: "description", Value: "sluttet*"}}},
		})
}

// recorder is a report that tells what it gets.
type recorder struct {
	each func(*audit.Finding)
}

func (r *recorder) Finding(f *audit.Finding) error { r.each(f); return nil }
func (r *recorder) Finish(audit.Summary) error     { return nil }
func (r *recorder) Publish() error                 { return nil }
func (r *recorder) Discard()                       {}

// TestNamesOfARule ties a rule's ID, its file, its constructor and its test data.
func TestNamesOfARule(t *testing.T) {
	list, err := os.ReadFile("rules.go")
	if err != nil {
		t.Fatal(err)
	}
	var files, data []string
	for _, r := range rules.All(rules.DefaultOptions()) {
		file := strings.ReplaceAll(r.ID, "-", "_") + ".go"
		source, err := os.ReadFile(file)
		if err != nil {
			t.Errorf("rule %s: %v", r.ID, err)
		}
		constructor := camel(r.ID)
		if !bytes.Contains(source, []byte("func "+constructor+"(")) || !bytes.Contains(list, []byte("\t\t"+constructor+"(")) {
			t.Errorf("rule %s: constructor %s is missing in %s or in All", r.ID, constructor, file)
		}
		files, data = append(files, file), append(data, "testdata/"+r.ID+".ldif")
		if _, ok := r.Check.(audit.EachChange); ok {
			data = append(data, lastNight(r.ID))
		}
	}
	onDisk, _ := filepath.Glob("testdata/*.ldif")
	slices.Sort(data)
	if diff := cmp.Diff(data, onDisk); diff != "" {
		t.Errorf("test data (-by the list +on disk):\n%s", diff)
	}
	others := []string{"rules.go", "one_person.go", "linked.go", "changed.go", "issued.go"}
	sources, _ := filepath.Glob("*.go")
	for _, f := range sources {
		if !strings.HasSuffix(f, "_test.go") && !slices.Contains(files, f) && !slices.Contains(others, f) {
			t.Errorf("%s belongs to no rule", f)
		}
	}
}

// camel writes nin-early-2032 as ninEarly2032.
func camel(id string) string {
	parts := strings.Split(id, "-")
	for i, p := range parts[1:] {
		parts[i+1] = strings.ToUpper(p[:1]) + p[1:]
	}
	return strings.Join(parts, "")
}

func TestEveryRuleIsValid(t *testing.T) {
	if err := audit.Validate(rules.All(rules.DefaultOptions())); err != nil {
		t.Error(err)
	}
}

// TestTextsSayNoMoreThanIsKnown holds the words that wording.md forbids.
func TestTextsSayNoMoreThanIsKnown(t *testing.T) {
	for _, r := range rules.All(rules.DefaultOptions()) {
		texts := []audit.Text{r.Title, r.Why, r.Fix, r.Message, r.Cause}
		for _, v := range r.Variants {
			texts = append(texts, v.What, v.Fix, v.Cause)
		}
		for _, text := range texts {
			for _, l := range audit.Languages() {
				s := strings.ToLower(text.In(l))
				for _, word := range []string{"avvik", "mistenk", "falsk", "fake", "fraud"} {
					if strings.Contains(s, word) {
						t.Errorf("rule %s says %q: %s", r.ID, word, s)
					}
				}
			}
		}
	}
}

func TestOptionsReachTheRules(t *testing.T) {
	data, err := os.ReadFile("testdata/pending-number.ldif")
	if err != nil {
		t.Fatal(err)
	}
	o := rules.DefaultOptions()
	o.PendingNumber.Grace, o.PendingNumber.ErrorAfter = 0, 5
	patient := rules.DefaultOptions()
	patient.PendingNumber.Grace, patient.PendingNumber.ErrorAfter = 30000, 30000
	count := func(o rules.Options, what string) (n int) {
		for _, list := range gots(t, data, o) {
			for _, got := range list {
				if strings.Contains(got, what) {
					n++
				}
			}
		}
		return n
	}
	if a, b := count(o, "error"), count(rules.DefaultOptions(), "error"); a <= b {
		t.Errorf("a shorter limit gives %d errors, the default %d", a, b)
	}
	if n := count(patient, "waiting"); n != count(patient, "pending-number") || n == 0 {
		t.Error("with a grace period of a lifetime somebody is overdue")
	}
}
