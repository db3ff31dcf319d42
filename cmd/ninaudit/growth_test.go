//go:build linux

package main

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"text/tabwriter"
	"time"

	"ninaudit/audit/catalog/planted"
)

// TestGrowth is run by hand: NINAUDIT_GROWTH=200000,1000000,5000000 go test ./cmd/ninaudit -run TestGrowth -v -timeout 2h.
// It writes a catalog of each size as LDIF, 0.9 GB for a million persons, and audits each once; then, in rounds in which the
// sizes take turns, each with the history that the night before has left. A machine that is slow for a quarter of an hour is
// so for every size. It tells with which power of the persons time, by its median, and memory grow, the first night's peak
// included. It asserts nothing: they are the machine's.
func TestGrowth(t *testing.T) {
	sizes := os.Getenv("NINAUDIT_GROWTH")
	if sizes == "" {
		t.Skip("NINAUDIT_GROWTH says how many persons; it takes minutes")
	}
	dir := t.TempDir()
	bin := built(t, dir, "ninaudit", ".")
	var all []*grown
	for field := range strings.SplitSeq(sizes, ",") {
		persons, err := strconv.Atoi(field)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, grow(t, bin, filepath.Join(dir, field), persons))
	}
	for range rounds(3) {
		for _, g := range all {
			g.run(t)
		}
	}
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(w, "persons\tfirst night\tlater nights, in turn\tmedian\tCPU\tpeak MiB\ttime grows by\tmemory by\t\n")
	for i, g := range all {
		var nights []string
		for _, took := range g.took {
			nights = append(nights, fmt.Sprintf("%.1f", took.Seconds()))
		}
		fmt.Fprintf(w, "%d\t%.1f s\t%s\t%.1f s\t%.1f s\t%d\t", g.persons, g.first.Seconds(), strings.Join(nights, " "),
			median(g.took).Seconds(), median(g.cpu).Seconds(), g.peak>>10)
		if i == 0 {
			fmt.Fprintln(w, "\t\t")
			continue
		}
		less := all[i-1]
		power := func(more, before float64) float64 {
			return math.Log(more/before) / math.Log(float64(g.persons)/float64(less.persons))
		}
		fmt.Fprintf(w, "%.2f\t%.2f\t\n", power(median(g.took).Seconds(), median(less.took).Seconds()), power(float64(g.peak), float64(less.peak)))
	}
	w.Flush()
	for _, g := range all {
		b.WriteString(g.stages())
	}
	t.Log("\n" + b.String())
}

// grown is the audit of a catalog of so many persons, and how long its first night took.
type grown struct {
	raced
	persons int
	first   time.Duration
}

// grow writes the catalog and audits it once.
func grow(t *testing.T, bin, dir string, persons int) *grown {
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
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
	g := &grown{persons: persons}
	g.name, g.argv = "ninaudit scan", []string{bin, "scan", "--config", config, "--out", filepath.Join(dir, "out")}
	g.run(t)
	g.first, g.took, g.cpu = g.took[0], nil, nil
	return g
}
