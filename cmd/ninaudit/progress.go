package main

import (
	"fmt"
	"log/slog"
	"strconv"
	"sync"
	"time"
)

// How often progress is told: to a person, and to a log.
const (
	redrawEvery = 100 * time.Millisecond
	logEvery    = 10 * time.Second
)

// progress tells how many entries have been read while catalogs are read side by side. How many
// there are nobody knows beforehand, so it shows count and rate.
type progress struct {
	screen *screen
	log    *slog.Logger
	clock  func() time.Time

	mu    sync.Mutex
	begun time.Time
	told  time.Time
	read  map[string]int
}

func newProgress(s *screen, log *slog.Logger, clock func() time.Time) *progress {
	now := clock()
	return &progress{screen: s, log: log, clock: clock, begun: now, told: now, read: map[string]int{}}
}

// update takes how many entries of a catalog have been read. It may be called from several
// goroutines.
func (p *progress) update(catalog string, read int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.read[catalog] = read
	now := p.clock()
	if every := p.every(); now.Sub(p.told) < every {
		return
	}
	p.told = now
	total := 0
	for _, n := range p.read {
		total += n
	}
	rate := int(float64(total) / max(now.Sub(p.begun).Seconds(), 0.001))
	if p.screen.terminal {
		p.screen.progress(progressLine(catalog, len(p.read), total, rate))
		return
	}
	p.log.Info("reading", "catalog", catalog, "count", read, "total", total, "rate", rate)
}

func (p *progress) every() time.Duration {
	if p.screen.terminal {
		return redrawEvery
	}
	return logEvery
}

func progressLine(catalog string, catalogs, total, rate int) string {
	if catalogs > 1 {
		catalog = fmt.Sprintf("%d catalogs", catalogs)
	}
	return fmt.Sprintf("%s: %s entries read, %s a second", clip(catalog), grouped(total), grouped(rate))
}

// grouped writes 1234567 as 1 234 567.
func grouped(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + " " + s[i:]
	}
	return s
}
