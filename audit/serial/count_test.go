package serial_test

import (
	"fmt"
	"strings"

	"ninaudit/audit/nin"
	"ninaudit/audit/serial"
)

// figures are counts over one or several catalogs of a kind.
type figures struct {
	kind
	catalogs              int
	numbers, named        [sorts][inventions]int
	judged, found         [inventions]int // inventions on dates that stand in for no other
	batches, told         [inventions]int
	falseBatches, unusual int
	genuine, wrong        int // fødselsnummer
}

// add judges a catalog and counts.
func (f *figures) add(m *made) {
	f.catalogs++
	all := m.entries()
	v := all.Judge(serial.Options{On: on, Prior: 10_000, Least: 4})
	f.unusual += v.Unusual
	named := map[int]bool{}
	for _, s := range v.Named {
		named[s.Entries[0]] = true
	}
	for i := range m.persons {
		f.count(&m.persons[i], named[i])
	}
	f.countBatches(m, all.Batches(4))
}

func (f *figures) count(p *person, named bool) {
	is := 0
	if named {
		is = 1
	}
	f.numbers[p.sort][p.made]++
	f.named[p.sort][p.made] += is
	born := p.Number.Birth()
	neutral := born.Day() == born.Month() || born%10000 == 701 || born%10000 == 1231
	switch {
	case p.made != genuine && !neutral:
		f.judged[p.made]++
		f.found[p.made] += is
	case p.made == genuine && p.Number.Kind() == nin.Fnr:
		f.genuine++
		f.wrong += is
	}
}

func (f *figures) countBatches(m *made, found []serial.Batch) {
	told := map[int]int{}
	for _, b := range found {
		wronged := 0
		for _, i := range b.Entries {
			told[m.persons[i].batch]++
			if m.persons[i].made == genuine {
				wronged++
			}
		}
		if wronged*2 > len(b.Entries) {
			f.falseBatches++
		}
	}
	size, how := map[int]int{}, map[int]invention{}
	for i := range m.persons {
		if p := &m.persons[i]; p.batch > 0 {
			size[p.batch]++
			how[p.batch] = p.made
		}
	}
	for batch, n := range size {
		f.batches[how[batch]]++
		if told[batch]*2 > n {
			f.told[how[batch]]++
		}
	}
}

func share(of, all int) float64 { return float64(of) / float64(max(all, 1)) }

func (f *figures) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %d catalogs of %d persons\n\n%-34s%9s%9s%9s\n", f.name, f.catalogs, f.persons, "inventions", "numbers", "named", "share")
	row := func(what string, all, named int) {
		if all > 0 {
			fmt.Fprintf(&b, "%-34s%9d%9d%9.4f\n", what, all, named, share(named, all))
		}
	}
	for _, how := range []invention{fromBottom, byGenerator} {
		row(inventionWords[how], f.judged[how], f.found[how])
	}
	for _, how := range []invention{batchSeries, batchSerial, batchTail} {
		row(inventionWords[how], f.batches[how], f.told[how])
	}
	fmt.Fprintf(&b, "\n%-34s%9s%9s%9s%9s%9s\n", "genuine numbers", "numbers", "named", "bottom", "uniform", "right")
	for s := range sorts {
		f.sortRow(&b, s)
	}
	row("all genuine fødselsnummer", f.genuine, f.wrong)
	fmt.Fprintf(&b, "\ngenuine persons told as a batch: %d times; counted as unusual: %d numbers\n\n", f.falseBatches, f.unusual)
	return b.String()
}

// sortRow tells of one sort of person how many of the genuine numbers and which shares of both inventions are named, and
// how often a named number would be rightly named if one in 10 000 were invented, half by each recipe. Where no genuine
// number was named, three of all that were tried stand in: with nineteen catalogs in twenty it is fewer.
func (f *figures) sortRow(b *strings.Builder, s sort) {
	all, named := f.numbers[s][genuine], f.named[s][genuine]
	if all == 0 {
		return
	}
	bottom := share(f.named[s][fromBottom], f.numbers[s][fromBottom])
	uniform := share(f.named[s][byGenerator], f.numbers[s][byGenerator])
	rightly, wrongly := (bottom+uniform)/2/10_000, float64(max(named, 3))/float64(all)
	fmt.Fprintf(b, "%-34s%9d%9d", sortWords[s], all, named)
	switch {
	case f.numbers[s][fromBottom] == 0:
		fmt.Fprintf(b, "%9s%9s%9s\n", "-", "-", "-")
	case named == 0:
		fmt.Fprintf(b, "%9.4f%9.4f%9s\n", bottom, uniform, fmt.Sprintf("≥ %.2f", rightly/(rightly+wrongly)))
	default:
		fmt.Fprintf(b, "%9.4f%9.4f%9.2f\n", bottom, uniform, rightly/(rightly+wrongly))
	}
}
