package catalog

import (
	"bufio"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestEntriesComeTogether: the reader waits a moment for more of a page that is under way, and neither at its start nor
// at its end, nor while it has something to read, be it beneath TLS. Meanwhile the system is asked to let it sleep.
func TestEntriesComeTogether(t *testing.T) {
	for name, c := range map[string]struct {
		size, have int
		searching  bool
		buffered   int // 1: in what is read, 2: beneath it
		waits      bool
	}{
		"under way":          {1000, 400, true, 0, true},
		"at its start":       {1000, 0, true, 0, false},
		"near its end":       {1000, 950, true, 0, false},
		"a small page":       {50, 20, true, 0, false},
		"something is there": {1000, 400, true, 1, false},
		"no search":          {1000, 400, false, 0, false},
		"or beneath TLS":     {1000, 400, true, 2, false},
	} {
		waited, waters := false, []int{}
		s := newSieve(nil, bufio.NewReader(strings.NewReader("0")))
		s.in = bufio.NewReader(strings.NewReader("0"))
		s.size, s.pause = c.size, func(time.Duration) { waited = true; waters = append(waters, 0) }
		s.water = func(bytes int) { waters = append(waters, bytes) }
		s.page.Store(&page{ends: make([]int, c.have)})
		if c.searching {
			s.search.Store(7)
		}
		switch c.buffered {
		case 1:
			_, _ = s.in.Peek(1)
		case 2:
			_, _ = s.below.Peek(1)
		}
		if s.rest(); waited != c.waits {
			t.Errorf("%s: waited %v", name, waited)
		}
		if waited && !slices.Equal(waters, []int{readAhead, 0, 1}) || !waited && len(waters) > 0 {
			t.Errorf("%s: the system was asked %v", name, waters)
		}
	}
	s := newSieve(nil, nil)
	s.size, s.pause = 1000, func(time.Duration) { t.Error("waited for a page that nobody wants") }
	s.search.Store(7)
	s.rest()
}
