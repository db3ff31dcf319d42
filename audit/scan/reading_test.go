package scan

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// breaking is a catalog that breaks off after some persons, so many times, and is whole from then on.
type breaking struct {
	listed
	times     *atomic.Int32
	after     int
	temporary bool
	lag       time.Duration // before each person
}

func (c breaking) Persons(ctx context.Context) iter.Seq2[*audit.Person, error] {
	return func(yield func(*audit.Person, error) bool) {
		n := 0
		for p, err := range c.listed.Persons(ctx) {
			if c.lag > 0 {
				time.Sleep(c.lag)
			}
			if n++; n > c.after && c.times.Add(-1) >= 0 {
				yield(nil, &audit.CatalogError{Catalog: c.name, Stage: "page 2", Temporary: c.temporary, Err: errors.New("the line broke")})
				return
			}
			if !yield(p, err) {
				return
			}
		}
	}
}

// four are catalogs that share persons, of whom some are marked, some came twice, and some share a number.
func four(times, after int, temporary bool, lag func() time.Duration) (all []audit.Catalog) {
	for c := range 4 {
		one := listed{name: fmt.Sprint("catalog", c), skips: c}
		for i := range 40 {
			p := person(fmt.Sprintf("%d-%02d", c, i/2*2), mail(fmt.Sprint("marked", i%5)), number(good))
			if i%5 > 0 {
				p = person(fmt.Sprintf("%d-%02d", c, i))
			}
			one.persons = append(one.persons, p)
		}
		n := &atomic.Int32{}
		if c == 2 {
			n.Store(int32(times))
		}
		all = append(all, breaking{one, n, after, temporary, lag()})
	}
	return all
}

func none() time.Duration { return 0 }

// readFour runs over four catalogs, and gives what was told.
func readFour(t *testing.T, catalogs []audit.Catalog, retries int) (told []string, summary audit.Summary, waited int) {
	t.Helper()
	r := &recorder{}
	run := Run{Catalogs: catalogs, Rules: nightly, Reports: []audit.Report{r}, On: on, Log: quiet(), Now: still,
		Retries: map[string]int{"catalog2": retries}, Pause: func(context.Context, time.Duration) error { waited++; return nil }}
	summary, err := run.Do(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.findings {
		line := f.ID + " " + f.Rule.ID
		for _, s := range f.Subjects {
			line += " " + s.Catalog + "/" + s.ID
		}
		told = append(told, line)
	}
	return told, summary, waited
}

// TestOneOfFourBreaks: however catalogs that are read side by side get in each other's way, and wherever one of them
// breaks off, there is one output, without a trace of the broken try.
func TestOneOfFourBreaks(t *testing.T) {
	want, whole, _ := readFour(t, four(0, 0, true, none), 2)
	if len(want) < 10 || !whole.Complete() || !strings.Contains(strings.Join(want, "\n"), "catalog2") {
		t.Fatalf("%d findings, complete %t", len(want), whole.Complete())
	}
	r := rand.New(rand.NewPCG(4, 25))
	for range 25 {
		lag := func() time.Duration { return time.Duration(r.IntN(200)) * time.Microsecond }
		got, summary, waited := readFour(t, four(1+r.IntN(2), r.IntN(40), true, lag), 2)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("told (-whole +broken):\n%s", diff)
		}
		if diff := cmp.Diff(whole.Catalogs, summary.Catalogs); diff != "" || waited == 0 {
			t.Fatalf("%d tries anew; catalogs (-whole +broken):\n%s", waited, diff)
		}
	}
}

// TestReadingIsBetween what is called before it and after it: every catalog, a second try too, and no judging of everybody.
func TestReadingIsBetween(t *testing.T) {
	var reading, reads, outside atomic.Int32
	progress := func(string, int) {
		reads.Add(1)
		outside.Add(1 - reading.Load())
	}
	judged := false
	everybody := audit.Rule{ID: "everybody", Check: audit.Whole(func(context.Context, audit.Population, nin.Date) (j audit.Judgement) {
		judged = true
		outside.Add(reading.Load())
		return j
	})}
	run := Run{Catalogs: four(1, 9, true, none), Rules: []audit.Rule{everybody}, On: on, Log: quiet(), Now: still, Progress: progress,
		Retries: map[string]int{"catalog2": 1}, Pause: func(context.Context, time.Duration) error { return nil },
		Reading: func() func() { reading.Add(1); return func() { reading.Add(-1) } }}
	if _, err := run.Do(t.Context()); err != nil {
		t.Fatal(err)
	}
	if reads.Load() == 0 || !judged || outside.Load() != 0 {
		t.Errorf("%d of %d reads outside; judged: %t", outside.Load(), reads.Load(), judged)
	}
}

// TestWhatIsNotTriedAgain: a fault that will not pass, and one that has had its tries. What the last try brought counts.
func TestWhatIsNotTriedAgain(t *testing.T) {
	for _, test := range []struct {
		times, retries int
		temporary      bool
		waits          int
	}{{1, 2, false, 0}, {3, 2, true, 2}, {1, 0, true, 0}} {
		_, summary, waited := readFour(t, four(test.times, 9, test.temporary, none), test.retries)
		c := summary.Catalogs[2]
		if summary.Complete() || c.Complete || waited != test.waits || c.Read()+c.Repeated == 0 || !strings.Contains(c.Reason, "the line broke") {
			t.Errorf("%+v: waited %d times, %+v", test, waited, c)
		}
	}
}

// TestARunThatEndsWhileItWaits is cancelled, and not incomplete.
func TestARunThatEndsWhileItWaits(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	r := &recorder{}
	run := Run{Catalogs: four(1, 9, true, none), Rules: nightly, Reports: []audit.Report{r}, On: on, Log: quiet(), Now: still,
		Retries: map[string]int{"catalog2": 1}, Pause: func(context.Context, time.Duration) error { cancel(); return ctx.Err() }}
	if _, err := run.Do(ctx); !errors.Is(err, context.Canceled) || len(r.findings) > 0 {
		t.Errorf("%v, %d findings", err, len(r.findings))
	}
}
