package serial_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var (
	update = flag.Bool("update", false, "write the figures anew")
	seeds  = flag.Uint64("seeds", 0, "measure that many catalogs of 200 000, and write testdata/precision.txt")
)

// measured makes catalogs of a kind, with inventions in them, and counts.
func measured(k kind, seeds ...uint64) *figures {
	f := &figures{kind: k}
	for _, seed := range seeds {
		m := newMade(seed, k)
		few := max(k.persons/4000, 1)
		for s := range sorts {
			m.invent(fromBottom, s, few)
			m.invent(byGenerator, s, few*2)
		}
		for _, how := range []invention{batchSeries, batchSerial, batchTail} {
			m.inventBatches(how, max(few*4/5, 2))
		}
		f.add(m)
	}
	return f
}

// TestFigures holds what is found and who is wrongly named to the figures that were reviewed, and to the least that
// is promised.
func TestFigures(t *testing.T) {
	if *seeds > 0 {
		var all []uint64
		for seed := range *seeds {
			all = append(all, seed+1)
		}
		f := measured(kind{name: "in order", persons: 200_000, came: 6}, all...)
		f.hold(t)
		if err := os.WriteFile("testdata/precision.txt", []byte(f.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	var b strings.Builder
	for _, f := range []*figures{
		measured(kind{name: "in order", persons: 200_000, came: 6}, 1),
		measured(kind{name: "in order, many came", persons: 60_000, came: 40}, 3),
		measured(kind{name: "in order, small", persons: 2_000, came: 6}, 4, 5, 6, 7),
		measured(kind{name: "another order", persons: 60_000, came: 6, uniform: true}, 10),
		measured(kind{name: "another order, small", persons: 2_000, came: 6, uniform: true}, 11, 12, 13, 14),
	} {
		f.hold(t)
		b.WriteString(f.String())
	}
	const file = "testdata/figures.txt"
	if *update {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("figures (-reviewed +now); if they are better or rightly so, run with -update:\n%s", diff)
	}
}

// hold is the least that is promised.
func (f *figures) hold(t *testing.T) {
	t.Helper()
	if f.wrong*20_000 > f.genuine {
		t.Errorf("%s: %d of %d genuine fødselsnummer are named", f.name, f.wrong, f.genuine)
	}
	for _, s := range []sort{easyDate, twin, reception, dPerson, dReception} {
		if n := f.named[s][genuine]; n > 0 {
			t.Errorf("%s: %d genuine numbers are named: %s", f.name, n, sortWords[s])
		}
	}
	if f.falseBatches > 0 {
		t.Errorf("%s: %d batches of genuine numbers are told", f.name, f.falseBatches)
	}
	if f.uniform || f.persons < 100_000 {
		return
	}
	for _, how := range []invention{batchSeries, batchSerial, batchTail} {
		if share(f.told[how], f.batches[how]) < 0.97 {
			t.Errorf("%s: %s: %d of %d are found", f.name, inventionWords[how], f.told[how], f.batches[how])
		}
	}
	if got := share(f.found[fromBottom], f.judged[fromBottom]); got < 0.97 {
		t.Errorf("%s: %.4f of those from the bottom are found", f.name, got)
	}
	least := 0.30
	if f.came > 10 { // more of the series is used, so more inventions lie where genuine numbers do
		least = 0.25
	}
	if got := share(f.found[byGenerator], f.judged[byGenerator]); got < least {
		t.Errorf("%s: %.4f of those drawn uniformly are found", f.name, got)
	}
}
