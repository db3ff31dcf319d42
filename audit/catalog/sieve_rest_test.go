package catalog

import (
	"bufio"
	"strings"
	"testing"
	"time"
)

// TestEntriesComeTogether: the reader waits a moment for more of a page that is under way, and neither at its start nor
// at its end, nor while it has something to read, nor where it can not see what has come.
func TestEntriesComeTogether(t *testing.T) {
	for name, c := range map[string]struct {
		size, have int
		searching  bool
		buffered   bool
		waits      bool
	}{
		"under way":          {1000, 400, true, false, true},
		"at its start":       {1000, 0, true, false, false},
		"near its end":       {1000, 950, true, false, false},
		"a small page":       {50, 20, true, false, false},
		"something is there": {1000, 400, true, true, false},
		"no search":          {1000, 400, false, false, false},
		"over TLS":           {0, 400, true, false, false},
	} {
		waited := false
		s := &sieve{in: bufio.NewReader(strings.NewReader("0")), size: c.size, pause: func(time.Duration) { waited = true }}
		s.page.Store(&page{ends: make([]int, c.have)})
		if c.searching {
			s.search.Store(7)
		}
		if c.buffered {
			_, _ = s.in.Peek(1)
		}
		if s.rest(); waited != c.waits {
			t.Errorf("%s: waited %v", name, waited)
		}
	}
	s := &sieve{in: bufio.NewReader(strings.NewReader("")), size: 1000, pause: func(time.Duration) { t.Error("waited for a page that nobody wants") }}
	s.search.Store(7)
	s.rest()
}
