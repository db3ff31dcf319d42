package reports

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"ninaudit/audit"
)

// The first page's measures. The table of severities stands on the left and the trend on its right; below them, the
// bars of the rules on the left and of waiting time on the right. Heights are in pixels.
const (
	tableColumns  = 8
	ruleColumns   = 10
	tableRow      = 24
	tableRows     = 7  // the header, four severities, and air, so that the chart beside it has room
	ruleBar       = 16 // a rule
	chartFrame    = 76 // around the bars
	leastChart    = 200
	mostWaits     = 230
	pointsAPixel  = 0.75
	seam          = 8
	pixelsAColumn = gridWidth*7 + 5 // ECMA-376 part 1, §18.3.1.13: 7 pixels a digit of the default font, and 5
)

// showFigures writes the table of open findings by severity, with the charts beside and below it.
func (f *firstPage) showFigures() {
	f.line(1, gridColumns, f.s.section, f.say(allFindings), 18)
	top := f.row
	f.severityTable()
	rules, nights, waits := f.drawn.rules, f.drawn.nights, f.drawn.waits
	const beside = tableRow * tableRows
	switch {
	case nights.end > 0:
		f.chart(tableColumns+1, gridColumns, top, beside, f.trendChart(nights))
	case waits.end > 0:
		f.chart(tableColumns+1, gridColumns, top, beside, f.waitsChart(waits))
		waits = block{}
	}
	high := max(len(f.says.figures.rules)*ruleBar+chartFrame, leastChart)
	last := ruleColumns
	switch {
	case waits.end > 0:
		f.chart(ruleColumns+1, gridColumns, f.row, min(high, mostWaits), f.waitsChart(waits))
	case rules.end == 0:
		f.gap()
		return
	default:
		last = gridColumns
	}
	if rules.end > 0 {
		f.chart(1, last, f.row, high, f.rulesChart(rules))
	}
	for left := float64(high+seam) * pointsAPixel; left > 0; left -= maxHeight {
		f.end(min(left, maxHeight))
	}
}

// severityTable has a row a severity: how many are open, were at the run before, and about a month ago.
func (f *firstPage) severityTable() {
	heads := f.says.heads(f.sum)
	columns := [][2]int{{1, 3}, {4, 4}, {5, 6}, {7, 8}}
	f.put(columns[0][0], columns[0][1], f.s.head, f.say(headSeverity))
	for i, h := range heads {
		f.put(columns[i+1][0], columns[i+1][1], f.s.headNumber, h)
	}
	f.end(tableRow * pointsAPixel)
	for _, x := range f.says.figures.severities {
		f.put(columns[0][0], columns[0][1], f.s.cell, x.severity.Word().In(f.l))
		for i, n := range []int{x.now, x.before, x.earlier}[:len(heads)] {
			var value any = n
			if n < 0 {
				value = "–"
			}
			f.put(columns[i+1][0], columns[i+1][1], f.s.cellNumber, value)
		}
		f.end(tableRow * pointsAPixel)
	}
	for range tableRows - 1 - len(f.says.figures.severities) {
		f.end(tableRow * pointsAPixel)
	}
}

// heads are the headers of the table of severities, as far as there is anything to compare with.
func (w *overview) heads(s *audit.Summary) []string {
	heads := []string{w.say(headOpen)}
	if before, ok := s.Trend.Before(); ok {
		heads = append(heads, w.say(headBefore, w.dayOfYear(before.Day)))
		if earlier, ok := s.Trend.Earlier(); ok {
			heads = append(heads, w.dayOfYear(earlier.Day))
		}
	}
	return heads
}

// chart puts a chart over columns from to to, so many pixels high, its upper edge at a row.
func (f *firstPage) chart(from, to, row, high int, c *excelize.Chart) {
	c.Dimension = excelize.ChartDimension{Width: uint((to-from+1)*pixelsAColumn - 2*seam), Height: uint(high - seam)}
	c.Format = excelize.GraphicOptions{OffsetX: seam, OffsetY: seam, Positioning: "oneCell", AltText: c.Title.Paragraph[0].Text}
	f.keep(f.book.AddChart(f.sheet, cellName(from, row), c))
}

// inkOfChart is a severity's colour in charts, where no text stands on it: darker than in cells for the mild ones, and
// each of another lightness.
func inkOfChart(s audit.Severity) string {
	return [...]string{inkPale, audit.Info: "9CC3E6", audit.Warning: "E8C33C", audit.Error: "D9691E", audit.Critical: fillAlarm}[s]
}

// plainChart is what all charts have in common: a title, small letters, and no colours but those of the series.
func (f *firstPage) plainChart(kind excelize.ChartType, title string) *excelize.Chart {
	vary := false
	small := excelize.Font{Family: "Calibri", Size: 9, Color: inkDark}
	return &excelize.Chart{
		Type: kind, VaryColors: &vary, Border: excelize.LineOptions{Type: excelize.LineNone},
		Title: excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: title, Font: font(11, true, fillHead)}}},
		XAxis: excelize.ChartAxis{Font: small}, YAxis: excelize.ChartAxis{Font: small, MajorGridLines: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: wholeNumber}},
		Legend: excelize.ChartLegend{Position: "bottom", Font: &small},
	}
}

// series are the columns of a block from one on, a severity each.
func (f *firstPage) series(b block, column int) (all []excelize.ChartSeries) {
	for i, x := range audit.Severities() {
		all = append(all, excelize.ChartSeries{
			Name: b.name(column + i), Categories: b.values(1), Values: b.values(column + i), Fill: solid(inkOfChart(x)),
			Line: excelize.LineOptions{Type: excelize.LineSolid, Fill: solid(inkOfChart(x)), Width: 2},
			Marker: excelize.ChartMarker{Symbol: [...]string{"square", "diamond", "triangle", "circle"}[i], Size: 4,
				Fill: solid(inkOfChart(x))},
		})
	}
	return all
}

// rulesChart is a bar a rule, its parts the severities.
func (f *firstPage) rulesChart(b block) *excelize.Chart {
	c := f.plainChart(excelize.BarStacked, f.say(chartRules))
	gap := uint(40)
	c.Series, c.GapWidth, c.XAxis.ReverseOrder = f.series(b, 2), &gap, true
	return c
}

// trendChart is a line a severity, a point a night.
func (f *firstPage) trendChart(b block) *excelize.Chart {
	c := f.plainChart(excelize.Line, f.says.trendTitle())
	c.Series = f.series(b, 2)
	c.XAxis.TickLabelPosition = excelize.ChartTickLabelNone // thirty days find no room; the title tells from when to when
	return c
}

// waitsChart is a column a class of waiting time.
func (f *firstPage) waitsChart(b block) *excelize.Chart {
	c := f.plainChart(excelize.Col, f.say(chartWaits))
	gap := uint(60)
	c.GapWidth, c.Legend.Position, c.PlotArea.ShowVal = &gap, "none", true
	c.Series = []excelize.ChartSeries{{Name: b.name(2), Categories: b.values(1), Values: b.values(2), Fill: solid(fillHead)}}
	return c
}

// drawn is where the figures stand that the first page's charts draw.
type drawn struct{ rules, nights, waits block }

// block is the figures of one chart: a header row, and down to the row end a row a category, its name in the first
// column. Without an end there is no chart.
type block struct {
	sheet     string
	head, end int
}

// name is the header of a column.
func (b block) name(column int) string {
	return fmt.Sprintf("'%s'!$%s$%d", b.sheet, columnName(column), b.head)
}

// values are the cells of a column below its header.
func (b block) values(column int) string {
	return fmt.Sprintf("'%s'!$%[2]s$%[3]d:$%[2]s$%[4]d", b.sheet, columnName(column), b.head+1, b.end)
}
