package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"ninaudit/audit/catalog/planted"
)

// BenchmarkSecondNight audits 200 000 persons on the night after the first, 2 000 of whom have changed, with the history
// and without it in turn. It tells the medians, what part of the run the history's is, and how large its file is then.
func BenchmarkSecondNight(b *testing.B) {
	const config = "history: {path: history.db, key_file: history.key}\n"
	dir := b.TempDir()
	write := func(name string, content []byte) {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
			b.Fatal(err)
		}
	}
	day := corpusDay()
	scan := func(args ...string) time.Duration {
		args = append([]string{"scan", "--config", filepath.Join(dir, "ninaudit.yaml"), "--out", filepath.Join(dir, "out")}, args...)
		var log bytes.Buffer
		from := time.Now()
		if code := run(b.Context(), args, strings.NewReader(""), io.Discard, &log, func() time.Time { return day }); code != 0 {
			b.Fatalf("exit code %d\n%s", code, log.String())
		}
		return time.Since(from)
	}
	c := planted.Generate(planted.Options{Seed: 1, Persons: 200_000, AsOf: 20261123, Dated: true})
	var ldif bytes.Buffer
	if err := c.WriteLDIF(&ldif); err != nil {
		b.Fatal(err)
	}
	write("ninaudit.yaml", []byte(corpusConfig+config))
	write("fjordvik.ldif", ldif.Bytes())
	scan()
	e := readEntries(ldif.Bytes(), nil)
	e.withoutNumbers(2000)
	write("fjordvik.ldif", e.ldif())
	kept, err := os.ReadFile(filepath.Join(dir, "history.db"))
	if err != nil {
		b.Fatal(err)
	}
	day = day.AddDate(0, 0, 1)
	var with, without []time.Duration
	for b.Loop() {
		write("history.db", kept)
		with = append(with, scan())
		without = append(without, scan("--no-history"))
	}
	after, err := os.Stat(filepath.Join(dir, "history.db"))
	if err != nil {
		b.Fatal(err)
	}
	slow, fast := median(with), median(without)
	b.ReportMetric(float64(slow.Milliseconds()), "ms-with")
	b.ReportMetric(float64(fast.Milliseconds()), "ms-without")
	b.ReportMetric(100*float64(slow-fast)/float64(slow), "%-history")
	b.ReportMetric(float64(after.Size())/(1<<20), "MiB-file")
}

func median(all []time.Duration) time.Duration {
	sorted := slices.Sorted(slices.Values(all))
	return sorted[len(sorted)/2]
}
