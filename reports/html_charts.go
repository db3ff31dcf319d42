package reports

import (
	"fmt"
	"strings"

	"ninaudit/audit"
)

// The drawings' measures, in the units of their own view boxes.
const (
	barLeft, barRight, barRoom = 270, 560, 70 // of the rules: where the bars begin and end, and what their labels take
	barHeight                  = 22
	waitLeft, waitRight        = 110, 300
	trendWide, trendHigh       = 420, 150
	trendEdge                  = 34 // for the scale on the left
)

// barChart is lying bars, one below the other.
type barChart struct {
	Title          string
	Wide, High     int
	Left, Baseline int
	Bars           []bar
	Legend         []legend
}

type bar struct {
	Label, Count string
	Y            int
	Parts        []stretch
	End          int
}

type stretch struct {
	Class   string
	X, Wide int
}

type legend struct {
	Class, Word string
	X           int
}

// drawn is how large a count is drawn: one that is hidden like the least that is not.
func (v voice) drawn(n int) int {
	if v.hidden(n) {
		return few
	}
	return n
}

// rulesChart is a bar a rule, its parts the severities; nil without open findings.
func (h *htmlPage) rulesChart(f *figures) *barChart {
	if len(f.rules) == 0 {
		return nil
	}
	c := &barChart{Title: h.say(chartRules), Wide: barRight + barRoom, Left: barLeft}
	most := 1
	for _, r := range f.rules {
		n := 0
		for _, k := range r.counts {
			n += h.drawn(k)
		}
		most = max(most, n)
	}
	for i, r := range f.rules {
		b := bar{Label: shorten(r.title, 44), Y: i * barHeight, End: barLeft}
		var counts []string
		for _, x := range audit.Severities() {
			if n := r.counts[x]; n > 0 {
				wide := max(h.drawn(n)*(barRight-barLeft)/most, 2)
				b.Parts = append(b.Parts, stretch{className(x), b.End, wide})
				b.End += wide
				counts = append(counts, h.number(n))
			}
		}
		b.Count = strings.Join(counts, " + ")
		c.Bars = append(c.Bars, b)
	}
	c.Baseline = len(f.rules) * barHeight
	c.High = c.Baseline + 26
	for i, x := range audit.Severities() {
		c.Legend = append(c.Legend, legend{className(x), x.Word().In(h.l), 60 + i*145})
	}
	return c
}

// waitsChart is a bar a class of waiting time; nil where nobody waits.
func (h *htmlPage) waitsChart(f *figures) *barChart {
	if len(f.waits) == 0 {
		return nil
	}
	c := &barChart{Title: h.say(chartWaits), Wide: waitRight + barRoom, Left: waitLeft}
	most := 1
	for _, w := range f.waits {
		most = max(most, h.drawn(w.count))
	}
	for i, w := range f.waits {
		b := bar{Label: w.class, Count: h.number(w.count), Y: i * barHeight, End: waitLeft}
		if w.count > 0 {
			wide := max(h.drawn(w.count)*(waitRight-waitLeft)/most, 2)
			b.Parts, b.End = []stretch{{"wait", waitLeft, wide}}, waitLeft+wide
		}
		c.Bars = append(c.Bars, b)
	}
	c.Baseline = len(f.waits) * barHeight
	c.High = c.Baseline + 4
	return c
}

// lineChart is a line a severity over nights.
type lineChart struct {
	Title                  string
	Wide, High, Left, Base int
	Most, First, Last      string
	Lines                  []trendLine
}

type trendLine struct{ Class, Points string }

// trendChart is how the open findings have moved; nil without earlier nights.
func (h *htmlPage) trendChart(w *overview) *lineChart {
	nights := w.figures.nights
	if len(nights) < 2 {
		return nil
	}
	most := few
	for _, n := range nights {
		for _, k := range n.Open {
			most = max(most, h.drawn(k))
		}
	}
	c := &lineChart{Title: w.trendTitle(), Wide: trendWide, High: trendHigh + 24, Left: trendEdge, Base: trendHigh,
		Most: h.number(most), First: h.dayOfYear(nights[0].Day), Last: h.dayOfYear(nights[len(nights)-1].Day)}
	for _, x := range audit.Severities() {
		var points []string
		for i, n := range nights {
			across := trendEdge + i*(trendWide-trendEdge-6)/(len(nights)-1)
			points = append(points, fmt.Sprintf("%d,%d", across, trendHigh-h.drawn(n.Open[x])*(trendHigh-10)/most))
		}
		c.Lines = append(c.Lines, trendLine{className(x), strings.Join(points, " ")})
	}
	return c
}
