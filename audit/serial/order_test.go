package serial

import (
	"fmt"
	"slices"
	"testing"

	"ninaudit/audit/nin"
)

const today nin.Date = 20261123

var parser = nin.Parser{On: today, AcceptSynthetic: true}

// at is the first synthetic number of a date, from an individnummer on by a step, that has control digits; day is
// above 40 for a D-number.
func at(d, m, y, serial, step int) nin.Number {
	for ; ; serial += step {
		for control := range 100 {
			n := parser.Parse(fmt.Sprintf("%02d%02d%02d%03d%02d", d, m+80, y%100, serial, control))
			if n.Fault() == nin.Fine {
				return n
			}
		}
	}
}

func setOf(all ...Entry) *Set {
	s := &Set{}
	for _, e := range all {
		s.Add(e)
	}
	return s
}

func placeOfNumber(n nin.Number) (place, bool) { return placeOf(setOf(Entry{Number: n}).entries.At(0)) }

func TestWhoHasAPlace(t *testing.T) {
	for name, c := range map[string]struct {
		n    nin.Number
		want bool
	}{
		"a birth of 2012":          {at(11, 5, 2012, 700, 2), true},
		"a birth of 1974":          {at(17, 4, 1974, 300, 2), true},
		"the series from 900":      {at(17, 4, 1974, 930, 2), false},
		"a D-number":               {at(51, 5, 2012, 700, 2), false},
		"the first of January":     {at(1, 1, 2012, 700, 2), false},
		"the first of July":        {at(1, 7, 2012, 700, 2), false},
		"the last of December":     {at(31, 12, 2012, 700, 2), false},
		"day and month are one":    {at(8, 8, 2012, 700, 2), false},
		"the first of some month":  {at(1, 3, 2012, 700, 2), true},
		"control digits that fail": {parser.Parse("11851292817"), false},
		"no number":                {nin.Number{}, false},
	} {
		if _, got := placeOfNumber(c.n); got != c.want {
			t.Errorf("%s: has a place: %v", name, got)
		}
	}
	if p, _ := placeOfNumber(at(11, 5, 2012, 999, -2)); p.sex != man || p.depth > 20 {
		t.Errorf("the top of a series lies at %+v", p)
	}
}

func TestTheLowestOfItsDate(t *testing.T) {
	for _, first := range []int{500, 501} {
		n := at(23, 9, 2014, first, 2)
		p, _ := placeOfNumber(n)
		if !lowest(n, p) {
			t.Errorf("the first from %d up is not the lowest", first)
		}
		next := at(23, 9, 2014, serialOf(n)+2, 2)
		if p, _ := placeOfNumber(next); lowest(next, p) {
			t.Error("the second lowest is the lowest")
		}
	}
}

// judged are the reasons for the number of the first entry; nil where it is not named.
func judged(all []Entry, o Options) []Sign {
	o.Prior, o.Least = max(o.Prior, 10_000), 4
	for _, s := range setOf(all...).Judge(o).Named {
		if s.Entries[0] == 0 {
			var signs []Sign
			for _, r := range s.Reasons {
				signs = append(signs, r.Sign)
			}
			return signs
		}
	}
	return nil
}

func TestSigns(t *testing.T) {
	bottom := Entry{Number: at(11, 5, 2012, 508, 2), Unit: 1, Created: 1_700_000_000}
	entries := func(more ...Entry) []Entry { return append([]Entry{bottom}, more...) }
	var sameDay, batch []Entry
	for i := range 8 {
		sameDay = append(sameDay, Entry{Number: at(11, 5, 2012, 900+8*i, 2), Unit: 1, Created: int64(i * 100_000)})
		batch = append(batch, Entry{Number: at(2+i, 6, 2013, 508, 1), Unit: 1, Created: bottom.Created + int64(i)})
	}
	several := func(entries []int) bool { return len(entries) > 1 }
	for name, c := range map[string]struct {
		all  []Entry
		o    Options
		want []Sign
	}{
		"depth":               {entries(), Options{On: today}, []Sign{Depth}},
		"lowest":              {[]Entry{{Number: at(11, 5, 2012, 500, 2)}}, Options{On: today}, []Sign{Depth, Lowest}},
		"several":             {entries(bottom), Options{On: today, Persons: several}, []Sign{Depth, Several}},
		"two entries of one":  {entries(bottom), Options{On: today}, []Sign{Depth}},
		"a day of many":       {entries(sameDay...), Options{On: today}, []Sign{Depth, LocalDay}},
		"one of a batch":      {entries(batch...), Options{On: today}, []Sign{Depth, InBatch}},
		"in the order":        {[]Entry{{Number: at(11, 5, 2012, 820, 2)}}, Options{On: today}, nil},
		"another prior":       {entries(), Options{On: today, Prior: 100_000_000}, nil},
		"from 2032 no order":  {entries(), Options{On: 20320101}, nil},
		"the last day before": {entries(), Options{On: 20311231}, []Sign{Depth}},
	} {
		if got := judged(c.all, c.o); !slices.Equal(got, c.want) {
			t.Errorf("%s: named for %v, want %v", name, got, c.want)
		}
	}
}

// TestBatches: what makes one, and what does not.
func TestBatches(t *testing.T) {
	group := func(apart int64, number func(i int) nin.Number) (all []Entry) {
		for i := range 9 {
			all = append(all, Entry{Number: number(i), Unit: 1, Created: 1_700_000_000 + int64(i)*apart})
		}
		for i := range 300 { // everybody else
			all = append(all, Entry{Number: at(2+i%26, 2+i%11, 2010+i%9, 999-i*3/4, -1), Unit: 2 + i%9, Created: int64(i * 90_000)})
		}
		return all
	}
	inSeries := func(i int) nin.Number { return at(13+i, 5+i%7, 2011+i%3, 700+i, 1) }
	for name, c := range map[string]struct {
		all  []Entry
		want int
	}{
		"in series":          {group(60, inSeries), 1},
		"days apart":         {group(90_000, inSeries), 0},
		"of one sex":         {group(60, func(i int) nin.Number { return at(13+i, 5+i%7, 2011+i%3, 700+2*i, 2) }), 1},
		"one individnummer":  {group(60, func(i int) nin.Number { return at(2+3*i, 5+i%7, 2011+i%3, 700, 1) }), 1},
		"one birth date":     {group(60, func(i int) nin.Number { return at(13, 5, 2011, 700+2*i, 1) }), 0},
		"in no order":        {group(60, func(i int) nin.Number { return at(13+i, 5+i%7, 2011+i%3, 790+i*i*7%190, 1) }), 0},
		"D-numbers together": {group(60, func(i int) nin.Number { return at(53+i, 5+i%7, 2011+i%3, 205+i, 1) }), 0},
		"in no unit": {func() []Entry {
			all := group(60, inSeries)
			for i := range all {
				all[i].Unit = 0
			}
			return all
		}(), 0},
	} {
		set := setOf(c.all...)
		for _, least := range []int{4, 30, 4} { // whatever was asked before
			want := c.want
			if least > 9 {
				want = 0
			}
			if got := set.Batches(least); len(got) != want || want == 1 && len(got[0].Entries) < 7 {
				t.Errorf("%s, %d persons: %+v", name, least, got)
			}
		}
	}
}

// TestTheTableIsWhole: every year has a frontier, within the series.
func TestTheTableIsWhole(t *testing.T) {
	table := drawn()
	for y := range years {
		for s := range table.at {
			if at := table.at[s][y]; at < 0.3 || at > 0.6 {
				t.Errorf("%d: the frontier is %.2f", firstYear+y, at)
			}
		}
		if table.unsure[y] < 0.1 {
			t.Errorf("%d: sure to %.2f", firstYear+y, table.unsure[y])
		}
	}
}

func TestWeights(t *testing.T) {
	for i, w := range Weights() {
		if int(w.Sign) != i || w.Sign != Depth && w.Invented <= w.Genuine {
			t.Errorf("sign %d: %+v", i, w)
		}
	}
}
