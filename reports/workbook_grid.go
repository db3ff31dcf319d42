package reports

import (
	"math"

	"github.com/xuri/excelize/v2"
)

// grid writes an ordinary sheet row by row, and keeps the first error.
type grid struct {
	*press
	sheet  string
	row    int       // the next one
	widths []float64 // of the columns
	err    error
}

// newGrid begins a sheet with columns of the given widths.
func (p *press) newGrid(sheet string, widths []float64) *grid {
	g := &grid{press: p, sheet: sheet, row: 1, widths: widths}
	if at, err := p.book.GetSheetIndex(sheet); err == nil && at < 0 {
		_, err = p.book.NewSheet(sheet)
		g.keep(err)
	}
	for i, w := range widths {
		g.keep(p.setWidth(sheet, columnName(i+1), w))
	}
	return g
}

// setWidth sets a column's width, in characters with no more digits than Excel itself writes.
func (p *press) setWidth(sheet, column string, width float64) error {
	return p.book.SetColWidth(sheet, column, column, math.Round(width*100)/100)
}

func (g *grid) keep(err error) {
	if g.err == nil {
		g.err = err
	}
}

// wide is the width of columns from to to.
func (g *grid) wide(from, to int) float64 {
	w := 0.0
	for _, c := range g.widths[from-1 : to] {
		w += c
	}
	return w
}

// put writes a value over columns from to to of the row, merged where they are several. An empty value leaves
// the format alone.
func (g *grid) put(from, to, style int, value any) {
	a, b := cellName(from, g.row), cellName(to, g.row)
	if to > from {
		g.keep(g.book.MergeCell(g.sheet, a, b))
	}
	if text, ok := value.(string); ok {
		value = g.fit(text)
	}
	if value != "" {
		g.keep(g.book.SetCellValue(g.sheet, a, value))
	}
	g.keep(g.book.SetCellStyle(g.sheet, a, b, style))
}

// rich is put for a text that begins in bold.
func (g *grid) rich(from, to, style int, bold, text string) {
	g.put(from, to, style, "")
	runs := []excelize.RichTextRun{{Font: font(11, false, inkDark), Text: g.fit(text)}}
	if bold != "" {
		runs = append([]excelize.RichTextRun{{Font: font(11, true, inkDark), Text: bold}}, runs...)
	}
	g.keep(g.book.SetCellRichText(g.sheet, cellName(from, g.row), runs))
}

// end closes the row with a height; 0 leaves it to the program that shows it.
func (g *grid) end(height float64) {
	if height > 0 {
		g.keep(g.book.SetRowHeight(g.sheet, g.row, min(height, maxHeight)))
	}
	g.row++
}

// line is a row with one text over columns from to to, as high as the text needs at so many points a line.
func (g *grid) line(from, to, style int, text string, points float64) {
	g.put(from, to, style, text)
	scale := points / lineHeight // larger letters take more of the width
	g.end(float64(lines(text, g.wide(from, to)/scale-padding))*points + 3)
}

// link makes a cell of the row lead to a place in the workbook.
func (g *grid) link(column, style int, value any, to string) {
	a := cellName(column, g.row)
	g.put(column, column, style, value)
	g.keep(g.book.SetCellHyperLink(g.sheet, a, to, "Location"))
}
