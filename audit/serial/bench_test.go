package serial_test

import (
	"testing"

	"ninaudit/audit/serial"
)

// BenchmarkJudge and BenchmarkBatches judge a catalog of 200 000 entries.
func BenchmarkJudge(b *testing.B) {
	all := newMade(1, kind{persons: 200_000, came: 6}).entries()
	for b.Loop() {
		all.Judge(serial.Options{On: on, Prior: 10_000, Least: 4})
	}
}

func BenchmarkBatches(b *testing.B) {
	all := newMade(1, kind{persons: 200_000, came: 6}).entries()
	for b.Loop() {
		all.Batches(4)
	}
}
