//go:build linux

package main

import (
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"text/tabwriter"

	"ninaudit/audit/catalog/planted"
)

// TestGrowth is run by hand: NINAUDIT_GROWTH=200000,1000000,5000000 go test ./cmd/ninaudit -run TestGrowth -v -timeout 2h.
// It writes a catalog of each size as LDIF, 0.9 GB for a million persons, audits it twice, the second time with the history
// that the first has left, and tells with which power of the persons time and memory grow. It asserts nothing: they are the
// machine's.
func TestGrowth(t *testing.T) {
	sizes := os.Getenv("NINAUDIT_GROWTH")
	if sizes == "" {
		t.Skip("NINAUDIT_GROWTH says how many persons; it takes minutes")
	}
	dir := t.TempDir()
	bin := filepath.Join(dir, "ninaudit")
	if out, err := exec.Command("go", "build", "-o", bin, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(w, "persons\tfirst night\tsecond\tCPU\tpeak MiB\ttime grows by\tmemory by\t\n")
	var last *raced
	lastSize := 0
	for field := range strings.SplitSeq(sizes, ",") {
		persons, err := strconv.Atoi(field)
		if err != nil {
			t.Fatal(err)
		}
		r := grown(t, bin, filepath.Join(dir, field), persons)
		fmt.Fprintf(w, "%d\t%.1f s\t%.1f s\t%.1f s\t%d\t", persons, r.took[0].Seconds(), r.took[1].Seconds(), r.cpu[1].Seconds(), r.peak>>10)
		if last != nil {
			power := func(more, less float64) float64 {
				return math.Log(more/less) / math.Log(float64(persons)/float64(lastSize))
			}
			fmt.Fprintf(w, "%.2f\t%.2f\t", power(r.took[1].Seconds(), last.took[1].Seconds()), power(float64(r.peak), float64(last.peak)))
		} else {
			fmt.Fprint(w, "\t\t")
		}
		fmt.Fprintln(w)
		last, lastSize = r, persons
	}
	w.Flush()
	t.Log("\n" + b.String())
}

// grown audits so many persons twice.
func grown(t *testing.T, bin, dir string, persons int) *raced {
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	file, err := os.Create(filepath.Join(dir, "many.ldif"))
	if err != nil {
		t.Fatal(err)
	}
	err = planted.WriteMany(file, planted.Options{Seed: 1, Persons: persons, AsOf: 20261123, Dated: true})
	if e := file.Close(); err == nil {
		err = e
	}
	if err != nil {
		t.Fatal(err)
	}
	config := filepath.Join(dir, "ninaudit.yaml")
	const content = "catalogs: [{name: fjordvik, ldif: {path: many.ldif}, accept_synthetic: true}]\n" +
		"history: {path: history.db, key_file: history.key}\n"
	if err := os.WriteFile(config, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	r := &raced{name: "ninaudit scan", argv: []string{bin, "scan", "--config", config, "--out", filepath.Join(dir, "out")}}
	r.run(t)
	r.run(t)
	t.Log(r.told)
	return r
}
