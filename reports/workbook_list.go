package reports

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// listing is one table under a line that says what it is. Its rows wait in a spool, and what one sheet does not hold
// continues on the next.
type listing struct {
	voice
	sheet   word
	id      string // its tables' names begin with it
	note    string // what stands above the header
	columns []listColumn
	spool   *spool
	order   []int32                                      // the rows of the spool as they are to stand; nil: as they came
	linked  int                                          // the place of the column whose cells lead elsewhere
	target  func(i int32) string                         // where that of a row of the spool leads; empty for nowhere
	also    func(p *press, sheet string, last int) error // what else a sheet has, whose last row it is told; may be nil
}

// listColumn is one column of a listing. What stands in its cells are the rows' texts; a number stands there as strconv
// writes it.
type listColumn struct {
	head     word
	most     float64 // the widest it gets, in digits of the default font
	printed  bool
	number   bool
	optional bool // left out where all its cells would be empty
	hidden   bool
	style    func(*styles, *row) int

	wide float64 // the widest text so far, at most the column's own limit
	at   int     // its place among a row's texts
}

// listHeader is how many rows stand above the rows of a listing.
const listHeader = 2

// newListing begins a listing without rows.
func (w *workbook) newListing(sheet word, id string, s *spool, columns []listColumn) *listing {
	for i := range columns {
		c := &columns[i]
		if c.at, c.wide = i, w.headWidth(c.head); c.number {
			c.wide = max(c.wide, c.most)
		}
	}
	return &listing{voice: w.voice, sheet: sheet, id: id, spool: s, columns: columns}
}

// add keeps a row.
func (l *listing) add(r *row) error {
	for i := range l.columns {
		c := &l.columns[i]
		c.optional = c.optional && r.texts[i] == ""
		if c.number || c.wide >= c.most {
			continue
		}
		for line := range strings.SplitSeq(r.texts[i], "\n") {
			c.wide = max(c.wide, min(measure(line)*boldly+padding+0.5, c.most))
		}
	}
	return l.spool.add(r)
}

// listed is where row i of a listing stands.
func (p *press) listed(l *listing, i int) spot {
	return spot{p.numbered(l.sheet, i/p.perPage), i%p.perPage + listHeader + 1}
}

// list makes the sheets of a listing, all but their rows.
func (p *press) list(l *listing) error {
	l.columns = slices.DeleteFunc(l.columns, func(c listColumn) bool { return c.optional })
	if l.order == nil {
		for i := range l.spool.len() {
			l.order = append(l.order, int32(i))
		}
	}
	for n, from := 0, 0; n == 0 || from < len(l.order); n++ {
		part := l.order[from:min(from+p.perPage, len(l.order))]
		from += len(part)
		sheet := p.numbered(l.sheet, n)
		id, err := p.listFrame(l, sheet, n, len(part))
		if err != nil {
			return fmt.Errorf("sheet %q: %w", sheet, err)
		}
		p.parts.fill(id, filling{
			rows:  func(w io.Writer) error { return p.writeList(w, l, part) },
			links: func(w io.Writer) error { return l.writeLinks(w, part) },
		})
	}
	return nil
}

// listFrame makes a sheet of a listing with everything but its rows, and returns the sheet's ID. Without rows the line
// above them is all there is.
func (p *press) listFrame(l *listing, sheet string, n, rows int) (id int, err error) {
	at, err := p.book.NewSheet(sheet)
	if err != nil {
		return 0, err
	}
	errs := []error{
		p.book.SetCellStr(sheet, "A1", l.note),
		p.book.SetCellStyle(sheet, "A1", "A1", p.styles.list.note),
	}
	print := paper{tab: tabQuiet, landscape: true}
	printed, wide, last := 0, 0.0, rows+listHeader
	for i, c := range l.columns {
		errs = append(errs, p.setWidth(sheet, columnName(i+1), c.wide))
		if c.hidden {
			errs = append(errs, p.book.SetColVisible(sheet, columnName(i+1), false))
		}
		if c.printed {
			printed, wide = i+1, wide+c.wide
		}
	}
	end := columnName(printed)
	errs = append(errs, p.book.MergeCell(sheet, "A1", end+"1"),
		p.book.SetRowHeight(sheet, 1, float64(lines(l.note, wide-padding))*lineHeight+6))
	if rows > 0 {
		print.titles = fmt.Sprintf("$1:$%d", listHeader)
		print.area = fmt.Sprintf("$A$1:$%s$%d", end, last)
		errs = append(errs, p.listTable(l, sheet, fmt.Sprintf("%s_%d", l.id, n+1), last))
		if l.also != nil {
			errs = append(errs, l.also(p, sheet, last))
		}
	}
	gridLines := false
	errs = append(errs,
		p.book.SetSheetView(sheet, 0, &excelize.ViewOptions{ShowGridLines: &gridLines}),
		p.paper(sheet, print))
	return at + 1, errors.Join(errs...) // no sheet is ever deleted, so the ID follows the index
}

// listTable makes the header and the table down to a row.
func (p *press) listTable(l *listing, sheet, name string, last int) error {
	end := columnName(len(l.columns))
	errs := []error{
		p.book.SetRowHeight(sheet, listHeader, 20),
		p.book.SetCellStyle(sheet, cellName(1, listHeader), cellName(len(l.columns), listHeader), p.styles.head),
		p.book.SetSheetDimension(sheet, fmt.Sprintf("A1:%s%d", end, last)),
		p.book.SetPanes(sheet, frozen(listHeader)),
	}
	for i, c := range l.columns {
		errs = append(errs, p.book.SetCellStr(sheet, cellName(i+1, listHeader), p.say(c.head)))
	}
	return errors.Join(append(errs, p.book.AddTable(sheet, &excelize.Table{
		Range: fmt.Sprintf("A%d:%s%d", listHeader, end, last), Name: name, StyleName: tableStyle, ShowRowStripes: new(bool),
	}))...)
}

// writeList writes rows of a listing.
func (p *press) writeList(w io.Writer, l *listing, rows []int32) error {
	out := newRowWriter(w, len(l.columns))
	for n, i := range rows {
		r, err := l.spool.read(int(i))
		if err != nil {
			return err
		}
		out.begin(n+listHeader+1, l.height(r), "")
		for i, c := range l.columns {
			style, text := c.style(&p.styles, r), r.texts[c.at]
			if c.number && text != "" {
				out.decimal(i, style, text)
			} else {
				out.text(i, style, text)
			}
		}
		out.end()
	}
	return out.flush()
}

// height is what a row needs for all lines of its texts.
func (l *listing) height(r *row) float64 {
	most := 1
	for _, c := range l.columns {
		if t := r.texts[c.at]; !c.number && !c.hidden && len(t) > int(c.wide-padding)/2 {
			most = max(most, lines(t, (c.wide-padding)/boldly))
		}
	}
	return min(float64(most)*lineHeight+3, maxHeight)
}

// writeLinks makes cells of the linked column lead to their targets.
func (l *listing) writeLinks(w io.Writer, rows []int32) error {
	if l.target == nil {
		return nil
	}
	column := slices.IndexFunc(l.columns, func(c listColumn) bool { return c.at == l.linked })
	return writeLinks(w, func(yield func(string, string) bool) {
		for n, i := range rows {
			if to := l.target(i); to != "" && !yield(cellName(column+1, n+listHeader+1), to) {
				return
			}
		}
	})
}
