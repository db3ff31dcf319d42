//go:build unix

package reports

import (
	"fmt"
	"os"
	"runtime"
	"runtime/metrics"
	"syscall"
	"testing"
	"time"

	"ninaudit/audit"
)

// BenchmarkWorkbook writes a workbook of 100 000 findings. cpu-s are all of the process, the collector's included; MiB are
// what the heap holds at its most beside what was there before, and what the file has.
func BenchmarkWorkbook(b *testing.B) {
	r := recorded()
	for _, s := range r.findings {
		s.Systematic = nil
	}
	peak, used := 0.0, 0.0
	var size int64
	for b.Loop() {
		runtime.GC()
		before, cpu := heap(), cpuSeconds()
		stop, most := make(chan struct{}), make(chan float64)
		go func() {
			top := 0.0
			for tick := time.Tick(5 * time.Millisecond); ; {
				select {
				case <-tick:
					top = max(top, heap()-before)
				case <-stop:
					most <- top
					return
				}
			}
		}()
		rep, err := NewWorkbook(Options{Dir: b.TempDir(), AsOf: asOf, Language: audit.Bokmal, Rules: r.rules, Answers: true})
		if err != nil {
			b.Fatal(err)
		}
		for i := range 100_000 {
			f := *r.findings[i%len(r.findings)]
			f.ID = fmt.Sprintf("%020x", i)
			if err := rep.Finding(&f); err != nil {
				b.Fatal(err)
			}
		}
		if err := rep.Finish(r.sum); err != nil {
			b.Fatal(err)
		}
		if err := rep.Publish(); err != nil {
			b.Fatal(err)
		}
		close(stop)
		peak, used = max(peak, <-most), used+cpuSeconds()-cpu
		if at, err := os.Stat(rep.(Filed).Path()); err == nil {
			size = at.Size()
		}
	}
	b.ReportMetric(used/float64(b.N), "cpu-s/op")
	b.ReportMetric(peak/(1<<20), "MiB-heap")
	b.ReportMetric(float64(size)/(1<<20), "MiB-file")
}

func heap() float64 {
	s := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(s)
	return float64(s[0].Value.Uint64())
}

// cpuSeconds is what the process has used.
func cpuSeconds() float64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return float64(u.Utime.Sec+u.Stime.Sec) + float64(u.Utime.Usec+u.Stime.Usec)/1e6
}
