package scan

import (
	"sync/atomic"

	"ninaudit/audit"
)

// tellers tell every report its findings, each in a goroutine of its own: one writes while another does, and while the
// findings that come next are made.
type tellers struct {
	all    []*teller
	batch  []*audit.Finding // not handed over yet
	failed atomic.Bool      // some report takes no more
}

type teller struct {
	report  audit.Report
	batches chan []*audit.Finding
	ended   chan error
}

// batchSize is how many findings are handed over at a time, and batches how many such may wait for a report.
const (
	batchSize = 64
	batches   = 4
)

func newTellers(reports []audit.Report) *tellers {
	ts := &tellers{}
	for _, r := range reports {
		t := &teller{r, make(chan []*audit.Finding, batches), make(chan error, 1)}
		ts.all = append(ts.all, t)
		go t.run(&ts.failed)
	}
	return ts
}

func (t *teller) run(failed *atomic.Bool) {
	var err error
	for batch := range t.batches {
		for _, f := range batch {
			if err == nil {
				err = t.report.Finding(f)
			}
		}
		if err != nil {
			failed.Store(true)
		}
	}
	t.ended <- err
}

// tell hands a finding to every report; false where some report has failed, and there is no use in going on.
func (ts *tellers) tell(f *audit.Finding) bool {
	if ts.batch = append(ts.batch, f); len(ts.batch) == batchSize {
		ts.handOver()
	}
	return !ts.failed.Load()
}

func (ts *tellers) handOver() {
	for _, t := range ts.all {
		t.batches <- ts.batch
	}
	ts.batch = nil
}

// end waits until every report has been told everything. The error is that of the first report that failed.
func (ts *tellers) end() (first error) {
	ts.handOver()
	for _, t := range ts.all {
		close(t.batches)
		if err := <-t.ended; first == nil {
			first = err
		}
	}
	return first
}
