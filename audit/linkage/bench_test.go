package linkage_test

import (
	"context"
	"fmt"
	"runtime"
	"runtime/metrics"
	"strings"
	"testing"
	"time"

	"ninaudit/audit/chance"
	"ninaudit/audit/linkage"
	"ninaudit/audit/linkage/pairs"
	"ninaudit/audit/nin"
)

// BenchmarkLink links catalogs of growing size, from the first entry to the last pair: first of persons of whom a tenth
// has no fødselsnummer, then of persons of whom nobody has one. The sample costs some seconds and 5 million entries some
// minutes: choose with -bench 'Link/1000000'. CPU seconds are the process's, by the system's own count; MiB are what the heap
// holds beside the entries themselves, at its peak: what is in use, and what the collector has not fetched yet.
func BenchmarkLink(b *testing.B) {
	sample := pairs.Generate(pairs.Options{Seed: 1, Persons: 100_000})
	for _, n := range []int{10_000, 100_000, 1_000_000, 5_000_000} {
		for _, numbered := range []bool{true, false} {
			b.Run(fmt.Sprintf("%d/numbers=%v", n, numbered), func(b *testing.B) {
				records := population(sample, n, numbered)
				compared := 0
				var used usage
				for b.Loop() {
					b.StopTimer()
					watch := watchUsage()
					b.StartTimer()
					set := linkage.NewSet(linkage.Shipped())
					for i := range records {
						set.Add(&records[i])
					}
					compared = set.Link(context.Background(), everywhere).Compared
					b.StopTimer()
					used = watch()
					b.StartTimer()
					runtime.KeepAlive(set)
				}
				b.ReportMetric(float64(compared), "pairs")
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(max(compared, 1)), "ns/pair")
				b.ReportMetric(used.cpu, "cpu-s")
				b.ReportMetric(used.live, "MiB-live")
				b.ReportMetric(used.peak, "MiB-peak")
				runtime.KeepAlive(records)
			})
		}
	}
}

// population is n entries at a sample's frequencies: the birth date and number of one, and the names of two others of
// one origin. What is made anew costs nothing, so that 5 million are made in seconds; a name's letters are the sample's.
func population(sample *pairs.Set, n int, numbered bool) []linkage.Record {
	c := chance.New(2, 0x6c696e6b)
	groups := map[string][]int{}
	for i, g := range sample.Groups {
		groups[g] = append(groups[g], i)
	}
	records := make([]linkage.Record, n)
	for i := range records {
		of := c.Below(len(sample.Records))
		like := groups[sample.Groups[of]]
		r := sample.Records[of]
		records[i] = linkage.Record{
			Given: sample.Records[chance.Pick(c, like)].Given, Surname: sample.Records[chance.Pick(c, like)].Surname,
			Birth: r.Birth, Number: r.Number, Unit: r.Unit, Principal: fmt.Sprint("bruker", i, "@region.example"),
		}
		if !numbered {
			records[i].Number = nin.Number{}
		}
		if strings.HasPrefix(r.Mail, "bruker") {
			records[i].Mail = records[i].Principal
		}
	}
	return records
}

// usage is what a piece of work took: CPU seconds, and MiB of the heap beyond what was there before, at the most.
type usage struct{ cpu, live, peak float64 }

// watchUsage looks at the heap until it is asked what was used.
func watchUsage() func() usage {
	runtime.GC()
	cpu := cpuSeconds()
	live, heap := readHeap()
	most := usage{}
	stop, done := make(chan struct{}), make(chan struct{})
	look := func() {
		l, h := readHeap()
		most.live, most.peak = max(most.live, l-live), max(most.peak, h-heap)
	}
	go func() {
		defer close(done)
		for tick := time.Tick(5 * time.Millisecond); ; {
			select {
			case <-tick:
				look()
			case <-stop:
				return
			}
		}
	}()
	return func() usage {
		used := cpuSeconds() - cpu
		close(stop)
		<-done
		runtime.GC() // what is still in use is counted
		look()
		return usage{used, most.live / (1 << 20), most.peak / (1 << 20)}
	}
}

// readHeap reads live bytes as the last collection found them, and bytes in all.
func readHeap() (live, heap float64) {
	s := []metrics.Sample{{Name: "/gc/heap/live:bytes"}, {Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(s)
	return float64(s[0].Value.Uint64()), float64(s[1].Value.Uint64())
}
