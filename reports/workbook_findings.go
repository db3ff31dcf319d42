package reports

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// spot is where a row stands.
type spot struct {
	sheet string
	row   int
}

// link is where a reader finds the spot, in the workbook's own terms; empty for none.
func (s spot) link() string {
	if s.row == 0 {
		return ""
	}
	return link(s.sheet, s.row)
}

// plan says where everything stands on the findings sheets.
type plan struct {
	sheets []string
	rules  []spot         // of each rule of the tally, the first row that is open; where none is, the first
	groups []spot         // the line of each group
	pairs  []spot         // the row of each finding that has evidence
	asked  map[int32]spot // the row of each finding that the ledger points at, by its place in the tally
	spans  []span         // the lines of each duplicates sheet
	cases  int            // rows that stand in a table
	rows   int            // in all, without the headers
}

// entry is what one row shows.
type entry struct {
	sort  entrySort
	group int // index into the tally's groups; -1 for a case of its own
	row   int // of the spool: the finding; the first of them for a group
}

type entrySort uint8

const (
	ownCase   entrySort = iota // a finding, in the table
	groupLine                  // the line above the findings that have one cause
	member                     // one of those
	blank                      // air between the table and the groups
	below                      // the row that ends the last group
)

// entries walks through the rows in their order: the table of all cases of their own, and below it, a group
// each, the findings that have one cause. They do not stand in the table because a filter and a group fight
// over which rows are hidden: LibreOffice takes hidden rows within a filter's range for filtered ones, which
// no button of a group brings back, and sorting in Excel tears a group apart.
func (t *tally) entries() iter.Seq[entry] {
	return func(yield func(entry) bool) {
		for i, at := range t.places {
			if at.group < 0 && !yield(entry{ownCase, -1, i}) {
				return
			}
		}
		for n, g := range t.groups {
			if n == 0 && !yield(entry{blank, -1, 0}) || !yield(entry{groupLine, n, int(g.members[0])}) {
				return
			}
			for _, row := range g.members {
				if !yield(entry{member, n, int(row)}) {
					return
				}
			}
		}
		if len(t.groups) > 0 {
			yield(entry{below, -1, 0})
		}
	}
}

// lay decides where every row is to stand.
func (p *press) lay() error {
	t := p.tally
	p.plan.rules, p.plan.groups = make([]spot, len(t.rules)), make([]spot, len(t.groups))
	p.plan.pairs = make([]spot, t.pairs)
	open := make([]bool, len(t.rules)) // the rules that have a row that is open
	for e := range t.entries() {
		if p.plan.rows%p.perPage == 0 {
			p.plan.sheets = append(p.plan.sheets, p.numbered(sheetFindings, len(p.plan.sheets)))
		}
		at := spot{p.plan.sheets[len(p.plan.sheets)-1], p.plan.rows%p.perPage + 2}
		p.plan.rows++
		switch e.sort {
		case blank, below:
			continue
		case ownCase:
			p.plan.cases++
		case groupLine:
			p.plan.groups[e.group] = at
		}
		place := t.places[e.row]
		if place.pair >= 0 && e.sort != groupLine {
			p.plan.pairs[place.pair] = at
		}
		if _, ok := p.plan.asked[int32(e.row)]; ok && e.sort != groupLine {
			p.plan.asked[int32(e.row)] = at
		}
		if p.plan.rules[place.rule] == (spot{}) || place.open && !open[place.rule] {
			p.plan.rules[place.rule], open[place.rule] = at, place.open
		}
	}
	if len(p.plan.sheets) == 0 {
		p.plan.sheets = []string{p.say(sheetFindings)}
	}
	for i, r := range t.rules {
		if p.plan.rules[i] == (spot{}) && r.event >= 0 {
			p.plan.rules[i] = p.listed(p.changes, r.event)
		}
	}
	return nil
}

// numbered is the name of the n-th sheet of a sort, from 0 up.
func (p *press) numbered(sheet word, n int) string {
	if n == 0 {
		return p.say(sheet)
	}
	return p.say(sheet) + " " + strconv.Itoa(n+1)
}

// findings makes the sheets of findings, all but their rows, and has those put in when the file is zipped.
func (p *press) findings() error {
	for n, sheet := range p.plan.sheets {
		from := n * p.perPage
		to := min(from+p.perPage, p.plan.rows)
		id, err := p.frame(sheet, n, min(to, p.plan.cases)-from, to-from)
		if err != nil {
			return fmt.Errorf("sheet %q: %w", sheet, err)
		}
		p.parts.fill(id, filling{rows: func(w io.Writer) error { return p.write(w, from, to) }})
	}
	return nil
}

// frame makes the n-th findings sheet with everything but its rows: header, widths, panes, print settings, and
// the table over its cases. It returns the sheet's ID.
func (p *press) frame(sheet string, n, cases, rows int) (id int, err error) {
	at, err := p.book.NewSheet(sheet)
	if err != nil {
		return 0, err
	}
	var errs []error
	printed := 0
	for i, c := range p.columns {
		name := columnName(i + 1)
		errs = append(errs, p.book.SetCellStr(sheet, name+"1", p.say(c.head)),
			p.setWidth(sheet, name, p.widths[c.at]))
		if c.printed {
			printed = i + 1
		}
	}
	last := columnName(len(p.columns))
	errs = append(errs,
		p.book.SetCellStyle(sheet, "A1", last+"1", p.styles.head),
		p.book.SetRowHeight(sheet, 1, 20),
		p.book.SetSheetDimension(sheet, fmt.Sprintf("A1:%s%d", last, max(rows, 1)+1)),
		p.book.SetPanes(sheet, frozen(1)),
		p.paper(sheet, paper{
			tab: tabFindings, landscape: true, titles: "$1:$1",
			area: fmt.Sprintf("$A$1:$%s$%d", columnName(printed), max(rows, 1)+1),
		}))
	if cases > 0 || rows == 0 { // a table has a row, if an empty one
		errs = append(errs, p.book.AddTable(sheet, &excelize.Table{
			Range: fmt.Sprintf("A1:%s%d", last, max(cases, 1)+1), Name: fmt.Sprintf("findings_%d", n+1),
			StyleName: tableStyle, ShowRowStripes: new(bool),
		}))
	}
	return at + 1, errors.Join(errs...) // no sheet is ever deleted, so the ID follows the index
}
