package history

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// many is a catalog of that many persons, and a finding for each hundredth.
func many(n int) *Update {
	h := newHasher(make([]byte, keySize))
	u := &Update{Run: run(20261120, "fjordvik", n)}
	for i := range n {
		p := audit.Person{Ref: audit.Ref{Catalog: "fjordvik", ID: fmt.Sprint("id-", i), Principal: fmt.Sprint("u", i, "@fjordvik.no")},
			Given: fmt.Sprint("Given", i%977), Surname: fmt.Sprint("Surname", i%4999), Birth: nin.MakeDate(2000+i%20, 1+i%12, 1+i%28)}
		u.Persons = append(u.Persons, Person{ID: int64(i + 1), Catalog: "fjordvik", Entry: h.Entry("fjordvik", p.ID),
			Digest: h.Digest(&p), Was: h.State(&p), FirstSeen: 20261120})
		if i%100 == 0 {
			u.Findings = append(u.Findings, finding(fmt.Sprintf("%020x", h.Entry("x", p.ID)), 20261120, int64(i+1)))
		}
	}
	return u
}

// changed is what a later night leaves: 2 000 persons have changed, each night others.
func changed(first *Update, day nin.Date) *Update {
	u := &Update{Run: run(day, "fjordvik", len(first.Persons))}
	step := max(len(first.Persons)/2000, 1)
	for i := int(day) * 37 % step; i < len(first.Persons); i += step {
		p := first.Persons[i]
		p.Digest++
		p.Was.Number ^= audit.Token(day)
		u.Persons = append(u.Persons, p)
	}
	for _, f := range first.Findings[:20] {
		f.Resolved, f.How = day, audit.Mended
		u.Findings = append(u.Findings, f)
	}
	return u
}

func benchStore(b *testing.B) (*Store, *Update, string) {
	b.Helper()
	dir := b.TempDir()
	s, err := Open(context.Background(), Options{Path: filepath.Join(dir, "history.db"), KeyFile: filepath.Join(dir, "history.key")})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = s.Close() })
	first := many(200_000)
	start := time.Now()
	write(b, s, first)
	b.Logf("first night %v", time.Since(start))
	return s, first, filepath.Join(dir, "history.db")
}

func BenchmarkLoad(b *testing.B) {
	s, _, path := benchStore(b)
	info, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		n, err := s.Load(b.Context())
		if err != nil || len(n.Persons) != 200_000 {
			b.Fatal(err)
		}
		runtime.KeepAlive(n)
	}
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(info.Size())/(1<<20), "MiB-file")
}

func BenchmarkSecondNight(b *testing.B) {
	s, first, _ := benchStore(b)
	day := nin.Date(20261121)
	var commit time.Duration
	n := 0
	b.ResetTimer()
	for b.Loop() {
		u := changed(first, day.AddDays(n))
		tx, err := s.Write(b.Context(), u)
		if err != nil {
			b.Fatal(err)
		}
		start := time.Now()
		if err := tx.Commit(); err != nil {
			b.Fatal(err)
		}
		commit += time.Since(start)
		n++
	}
	b.ReportMetric(float64(commit.Milliseconds())/float64(n), "ms-commit/op")
}

func BenchmarkTokens(b *testing.B) {
	h := newHasher(make([]byte, keySize))
	p := somebody("u1", "00000000001")
	b.ReportAllocs()
	for b.Loop() {
		for range 200_000 {
			h.Entry("fjordvik", p.ID)
			h.Digest(p)
		}
	}
}

func BenchmarkQuickCheck(b *testing.B) {
	s, _, _ := benchStore(b)
	for b.Loop() {
		if _, err := s.db.Exec("PRAGMA quick_check"); err != nil {
			b.Fatal(err)
		}
	}
}
