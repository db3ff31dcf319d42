package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ninaudit/audit/catalog/planted"
)

// BenchmarkTwoThousandServices audits 100 000 persons with a list of 2 000 services and without it in turn. A tenth of the
// services depends on the number. It tells what part of the run is theirs.
func BenchmarkTwoThousandServices(b *testing.B) {
	dir := b.TempDir()
	write := func(name string, content []byte) {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
			b.Fatal(err)
		}
	}
	c := planted.Generate(planted.Options{Seed: 1, Persons: 100_000, AsOf: 20261123, Dated: true})
	var ldif bytes.Buffer
	if err := c.WriteLDIF(&ldif); err != nil {
		b.Fatal(err)
	}
	write("fjordvik.ldif", ldif.Bytes())
	var list strings.Builder
	list.WriteString("services:\n")
	for i := range 2000 {
		fmt.Fprintf(&list, "  - {name: Tjeneste %d, depends: %s, arranged: %s, used_by: [%s]}\n", i,
			[]string{"yes", "no", "no", "unknown", "no", "no", "no", "no", "no", "no"}[i%10], []string{"unknown", "no"}[i/10%2],
			[]string{"student", "employee", "Fjordvik rådhus"}[i%3])
	}
	write("services.yaml", []byte(list.String()))
	write("with.yaml", []byte(corpusConfig+"services: services.yaml\n"))
	write("without.yaml", []byte(corpusConfig))
	scan := func(config string) time.Duration {
		args := []string{"scan", "--config", filepath.Join(dir, config), "--out", filepath.Join(dir, "out")}
		var log bytes.Buffer
		from := time.Now()
		if code := run(b.Context(), args, strings.NewReader(""), io.Discard, &log, corpusDay); code != 0 {
			b.Fatalf("exit code %d\n%s", code, log.String())
		}
		return time.Since(from)
	}
	scan("without.yaml")
	var with, without time.Duration
	for b.Loop() {
		with += scan("with.yaml")
		without += scan("without.yaml")
	}
	b.ReportMetric(float64(with.Milliseconds())/float64(b.N), "ms-with")
	b.ReportMetric(float64(without.Milliseconds())/float64(b.N), "ms-without")
}
