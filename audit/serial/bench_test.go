package serial_test

import (
	"testing"

	"ninaudit/audit/serial"
)

// BenchmarkJudge and BenchmarkBatches judge a catalog of 200 000 entries, of which nothing is known yet.
func BenchmarkJudge(b *testing.B) {
	afresh(b, func(all *serial.Set) { all.Judge(serial.Options{On: on, Prior: 10_000, Least: 4}) })
}

func BenchmarkBatches(b *testing.B) {
	afresh(b, func(all *serial.Set) { all.Batches(4) })
}

func afresh(b *testing.B, do func(*serial.Set)) {
	m := newMade(1, kind{persons: 200_000, came: 6})
	for b.Loop() {
		b.StopTimer()
		all := m.entries()
		b.StartTimer()
		do(all)
	}
}
