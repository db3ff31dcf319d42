package reports

import (
	"errors"
	"slices"

	"github.com/xuri/excelize/v2"
)

// The first page is a grid of like columns, so that tiles, chips, tables and charts stand on it side by side.
const (
	gridColumns = 16
	gridWidth   = 7
	chipColumns = 3
)

// firstPage puts the overview on the first sheet.
type firstPage struct {
	*grid
	says *overview
	s    pageStyles
}

// summary writes the first page.
func (p *press) summary() error {
	sheet := p.say(sheetSummary)
	f := &firstPage{p.newGrid(sheet, slices.Repeat([]float64{gridWidth}, gridColumns)), p.says, p.styles.page}
	f.heading()
	f.state()
	f.tileRows()
	f.chips()
	f.gap()
	for _, text := range f.says.notices {
		f.line(1, gridColumns, f.s.body, text, lineHeight)
	}
	f.showFigures()
	f.line(1, gridColumns, f.s.fine, f.say(notChecked), lineHeight)
	gridLines := false
	at, err := p.book.GetSheetIndex(sheet)
	p.book.SetActiveSheet(at)
	return errors.Join(f.err, err,
		p.book.SetSheetView(sheet, 0, &excelize.ViewOptions{ShowGridLines: &gridLines}),
		p.paper(sheet, paper{tab: tabSummary, onePage: true}))
}

// gap is a row of air.
func (f *firstPage) gap() { f.end(8) }

// heading tells what the report is about, how it is classified, and what it shows.
func (f *firstPage) heading() {
	f.line(1, gridColumns, f.s.title, f.says.title, 23)
	if f.says.alarm != "" {
		f.line(1, gridColumns, f.s.alarm, f.says.alarm, 17)
	}
	if f.says.sub != "" {
		f.line(1, gridColumns, f.s.sub, f.says.sub, lineHeight)
	}
	if f.says.sample != "" {
		f.line(1, gridColumns, f.s.label, f.says.sample, lineHeight)
	}
	f.gap()
}

// state tells whether everything was read, in red if not.
func (f *firstPage) state() {
	style := f.s.good
	if !f.says.whole {
		style = f.s.alarm
	}
	f.line(1, gridColumns, style, f.says.read, 18)
	for _, text := range f.says.partial {
		f.line(1, gridColumns, f.s.body, text, lineHeight)
	}
	if f.says.beginning != "" {
		f.line(1, gridColumns, f.s.body, f.says.beginning, lineHeight)
	}
	f.gap()
}

// tileRows put the tiles side by side: those of severities are of one width, and what is left is for the others.
func (f *firstPage) tileRows() {
	wide, at := gridColumns/len(f.says.tiles), 1
	if len(f.says.tiles) > 4 {
		wide = 3
	}
	spans := make([][2]int, len(f.says.tiles))
	for i, t := range f.says.tiles {
		w := wide
		if t.severity == 0 {
			w = 2
		}
		spans[i] = [2]int{at, at + w - 1}
		at += w
	}
	for part, height := range []float64{20, 36, 20} {
		for i, t := range f.says.tiles {
			style := [...]int{f.s.tileHead[t.severity], f.s.tileCount[t.severity], f.s.tileWord[t.severity]}[part]
			f.put(spans[i][0], spans[i][1], style, [...]any{t.head, t.count, t.word}[part])
		}
		f.end(height)
	}
	f.gap()
}

// chips tell what to do first, and below it the rest.
func (f *firstPage) chips() {
	f.line(1, gridColumns, f.s.section, f.say(toDo), 18)
	if len(f.says.todo) == 0 && len(f.tally.groups) == 0 {
		f.line(1, gridColumns, f.s.body, f.say(nothingToDo), lineHeight)
	}
	for _, c := range slices.Concat(f.says.todo, f.says.rest) {
		f.chip(&c)
	}
}

// chip is a row with a coloured word, a text that begins in bold, and a link to what it is about, if there is one.
func (f *firstPage) chip(c *chip) {
	style := f.s.chip[c.severity]
	switch {
	case c.many:
		style = f.s.chipMany
	case c.severity == 0:
		style = f.s.quiet
	}
	f.put(1, chipColumns, style, c.label)
	last := gridColumns
	if to := f.leads(c.to); to != "" {
		last--
		f.link(gridColumns, f.styles.link, f.say(showRow), to)
	}
	f.rich(chipColumns+1, last, f.s.cell, c.bold, c.text)
	n := max(lines(c.bold+c.text, f.wide(chipColumns+1, last)-padding), lines(c.label, f.wide(1, chipColumns)-padding))
	f.end(float64(n)*lineHeight + 6)
}

// leads is where a goal stands in the workbook; empty where it does not.
func (p *press) leads(to goal) string {
	switch {
	case to.sort == toRule:
		return p.plan.rules[to.index].link()
	case to.sort == toGroup:
		return p.plan.groups[to.index].link()
	case to.sort == toLedger && p.waits.spool.len() > 0:
		return p.listed(p.waits, 0).link()
	case to.sort == toChanges && p.changes.spool.len() > 0:
		return p.listed(p.changes, 0).link()
	case to.sort == toServices && p.served.spool.len() > 0:
		return p.listed(p.served, 0).link()
	case to.sort == toGaps && p.gaps.spool.len() > 0:
		return p.listed(p.gaps, 0).link()
	case to.sort == toDuplicates && len(p.cases.begin) > 0:
		return link(p.say(sheetDuplicates), caseHeader+1)
	case to.sort == toRules:
		return link(p.say(sheetRules), 1)
	}
	return ""
}
