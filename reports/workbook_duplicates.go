package reports

import (
	"errors"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"
)

// caseHeader is how many rows stand above the cases of a duplicates sheet.
const caseHeader = 2

// mostUnfolded is how many cases may stand open when the workbook is opened.
const mostUnfolded = 50

// span is the lines of one duplicates sheet: from up to to, of all lines of all cases, and the first of its
// cases.
type span struct{ from, to, first int }

// duplicates makes the sheets that hold entries against each other, all but their rows; there is none without
// evidence. The cases are no table: what folds and what filters fight over which rows are hidden.
func (p *press) duplicates() error {
	for n, s := range p.plan.spans {
		sheet := p.numbered(sheetDuplicates, n)
		id, err := p.caseFrame(sheet, s.to-s.from)
		if err != nil {
			return fmt.Errorf("sheet %q: %w", sheet, err)
		}
		p.parts.fill(id, filling{
			rows:  func(w io.Writer) error { return p.writeCases(w, s) },
			links: func(w io.Writer) error { return p.writeCaseLinks(w, s) },
		})
	}
	return nil
}

// casesPerPage is how many lines one sheet holds; one row more ends the last case.
func (p *press) casesPerPage() int { return max(p.perPage-1, 1) }

// spans divides the lines into sheets of at most so many. A case is torn apart only where it fills a sheet.
func (c *cases) spans(most int) []span {
	var all []span
	now := span{}
	turn := func(at, first int) {
		now.to = at
		all = append(all, now)
		now = span{from: at, first: first}
	}
	for i, begin := range c.begin {
		end := c.spool.len()
		if i+1 < len(c.begin) {
			end = c.begin[i+1]
		}
		if end-now.from > most && begin > now.from {
			turn(begin, i)
		}
		for end-now.from > most {
			turn(now.from+most, i+1)
		}
	}
	if end := c.spool.len(); end > now.from {
		turn(end, 0)
	}
	return all
}

// caseFrame makes a duplicates sheet with everything but its rows, and returns the sheet's ID.
func (p *press) caseFrame(sheet string, rows int) (id int, err error) {
	at, err := p.book.NewSheet(sheet)
	if err != nil {
		return 0, err
	}
	errs := []error{
		p.book.SetCellStr(sheet, "A1", p.say(duplicatesNote)),
		p.book.SetCellStyle(sheet, "A1", "A1", p.styles.cases.note),
		p.book.SetRowHeight(sheet, 1, 20),
		p.book.SetRowHeight(sheet, caseHeader, 20),
	}
	printed := 0
	for i, c := range p.cases.columns {
		cell, style := cellName(i+1, caseHeader), p.styles.head
		if c.number {
			style = p.styles.cases.headNumber
		}
		errs = append(errs, p.book.SetCellStr(sheet, cell, p.say(c.head)), p.book.SetCellStyle(sheet, cell, cell, style),
			p.setWidth(sheet, columnName(i+1), p.cases.widths[i]))
		if c.printed {
			printed = i + 1
		}
	}
	last := rows + caseHeader + 1
	gridLines := false
	errs = append(errs,
		p.book.SetSheetDimension(sheet, fmt.Sprintf("A1:%s%d", columnName(caseColumns), last)),
		p.book.SetSheetView(sheet, 0, &excelize.ViewOptions{ShowGridLines: &gridLines}),
		p.book.SetPanes(sheet, frozen(caseHeader)),
		p.paper(sheet, paper{
			tab: tabFindings, landscape: true, titles: fmt.Sprintf("$1:$%d", caseHeader),
			area: fmt.Sprintf("$A$1:$%s$%d", columnName(printed), last),
		}))
	return at + 1, errors.Join(errs...) // no sheet is ever deleted, so the ID follows the index
}

// writeCases writes the rows of one sheet, and the one that ends the last case.
func (p *press) writeCases(w io.Writer, s span) error {
	out := newRowWriter(w, len(p.cases.columns))
	folded, top, under := len(p.cases.begin) > mostUnfolded, "", ` outlineLevel="1"`
	if folded { // Excel shows the button at the row above that is marked, LibreOffice at the one below
		top, under = ` collapsed="1"`, under+` hidden="1"`
	}
	for i := s.from; i < s.to; i++ {
		r, err := p.spools.cases.read(i)
		if err != nil {
			return err
		}
		at, attrs := i-s.from+caseHeader+1, under
		if r.sort == caseLine {
			attrs = top
		}
		out.begin(at, p.caseHeight(r), attrs)
		p.writeLine(out, r)
	}
	out.begin(s.to-s.from+caseHeader+1, airHeight, top)
	out.end()
	return out.flush()
}

// writeLine writes the cells of a line; one that is empty has a format only where its line has a ground.
func (p *press) writeLine(out *rowWriter, r *row) {
	for i, text := range r.texts {
		style := p.styles.cases.line[r.sort][i]
		if r.sort == caseLine && i == caseSeverity {
			style = p.styles.of(r).severity[r.severity]
		}
		switch {
		case style == 0:
		case p.cases.columns[i].number && text != "":
			out.decimal(i, style, text)
		default:
			out.text(i, style, text)
		}
	}
	out.end()
}

// airHeight is the height of the row between two cases.
const airHeight = 9

// caseHeight is what a line needs for all its texts.
func (p *press) caseHeight(r *row) float64 {
	if r.sort == airLine {
		return airHeight
	}
	most := 1
	for i, t := range r.texts {
		wide := p.cases.widths[i] - padding
		if r.sort == caseLine {
			wide /= boldly
		}
		if len(t) > int(wide)/2 {
			most = max(most, lines(t, wide))
		}
	}
	return min(float64(most)*lineHeight+3, maxHeight)
}

// writeCaseLinks makes each case's ID lead to its row among the findings.
func (p *press) writeCaseLinks(w io.Writer, s span) error {
	return writeLinks(w, func(yield func(string, string) bool) {
		for i := s.first; i < len(p.cases.begin) && p.cases.begin[i] < s.to; i++ {
			if !yield(cellName(caseID+1, p.cases.begin[i]-s.from+caseHeader+1), p.plan.pairs[i].link()) {
				return
			}
		}
	})
}
