package scan

import (
	"errors"
	"testing"

	"ninaudit/audit"
)

// hearing is a report that keeps what it is told, and fails at a finding.
type hearing struct {
	audit.Report
	told []*audit.Finding
	most int // findings that it takes; negative: all
	err  error
}

func (h *hearing) Finding(f *audit.Finding) error {
	if len(h.told) == h.most {
		return h.err
	}
	h.told = append(h.told, f)
	return nil
}

// TestEveryReportIsToldEverything in order, few findings and many.
func TestEveryReportIsToldEverything(t *testing.T) {
	for _, n := range []int{0, 1, batchSize, batchSize + 1, 20 * batchSize} {
		a, b := &hearing{most: -1}, &hearing{most: -1}
		ts := newTellers([]audit.Report{a, b})
		all := make([]audit.Finding, n)
		for i := range all {
			if !ts.tell(&all[i]) {
				t.Fatal("nobody has failed")
			}
		}
		if err := ts.end(); err != nil {
			t.Fatal(err)
		}
		for _, h := range []*hearing{a, b} {
			if len(h.told) != n {
				t.Fatalf("of %d findings, %d are told", n, len(h.told))
			}
			for i := range all {
				if h.told[i] != &all[i] {
					t.Fatalf("of %d findings, the %d. is another", n, i+1)
				}
			}
		}
	}
}

// TestAReportThatFails ends the telling and is told nothing after; of two that fail, the first's error is told.
func TestAReportThatFails(t *testing.T) {
	full, gone := errors.New("disk full"), errors.New("gone")
	for _, want := range []error{full, gone} {
		first := &hearing{most: batchSize + 1, err: want}
		ts := newTellers([]audit.Report{&hearing{most: -1}, first, &hearing{most: batchSize + 1, err: gone}})
		for told := 0; ts.tell(&audit.Finding{}); told++ {
			if told > 1_000_000 {
				t.Fatal("it does not end")
			}
		}
		if err := ts.end(); !errors.Is(err, want) {
			t.Errorf("it failed by %v, not %v", err, want)
		}
		if len(first.told) != batchSize+1 {
			t.Errorf("a report that takes %d was told %d", batchSize+1, len(first.told))
		}
	}
}
