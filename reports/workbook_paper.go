package reports

import (
	"errors"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"ninaudit/audit"
)

// paper says how a sheet is printed, and what its tab looks like.
type paper struct {
	tab       string
	landscape bool
	onePage   bool   // shrunk to one page; else to the width of one
	titles    string // the rows repeated on each page
	area      string // what is printed; empty: everything
}

// paperA4 is A4 among the paper sizes of ECMA-376 part 1, §18.3.1.63.
const paperA4 = 9

// paper sets a sheet up for print: A4, the classification above, program and page below.
func (p *press) paper(sheet string, s paper) error {
	size, width, height, fit, orientation := paperA4, 1, 0, true, "portrait"
	if s.landscape {
		orientation = "landscape"
	}
	if s.onePage {
		height = 1
	}
	below := false // the line of a group stands above its findings
	side, ends, edge := 0.4, 0.7, 0.3
	errs := []error{
		p.book.SetSheetProps(sheet, &excelize.SheetPropsOptions{
			FitToPage: &fit, TabColorRGB: &s.tab, OutlineSummaryBelow: &below,
		}),
		p.book.SetPageLayout(sheet, &excelize.PageLayoutOptions{
			Size: &size, Orientation: &orientation, FitToWidth: &width, FitToHeight: &height,
		}),
		p.book.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{
			Left: &side, Right: &side, Top: &ends, Bottom: &ends, Header: &edge, Footer: &edge,
		}),
		p.book.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddHeader: p.header(), OddFooter: p.footer()}),
	}
	for _, name := range []struct{ name, ref string }{{"_xlnm.Print_Area", s.area}, {"_xlnm.Print_Titles", s.titles}} {
		if name.ref != "" {
			errs = append(errs, p.book.SetDefinedName(&excelize.DefinedName{
				Name: name.name, RefersTo: "'" + sheet + "'!" + name.ref, Scope: sheet,
			}))
		}
	}
	return errors.Join(errs...)
}

// header marks every page with the classification, and with what it shows of numbers if it shows any.
func (p *press) header() string {
	h := "&L" + forMargin(p.o.Classification)
	if p.o.NIN != NINKind {
		h += "&R&B" + forMargin(p.shows(p.o.NIN))
	}
	return h
}

func (p *press) footer() string {
	return "&L" + forMargin(strings.TrimSpace("ninaudit "+p.o.Version)+" · "+audit.SayDate(p.sum.AsOf, p.l)) +
		"&R" + p.say(pageOf, "&P", "&N")
}

// forMargin makes text fit for a header or footer, which holds 255 characters in all and reads & as a command.
func forMargin(s string) string {
	return strings.ReplaceAll(shorten(clean(s), 80), "&", "&&")
}

// frozen keeps the first rows in sight.
func frozen(rows int) *excelize.Panes {
	below := cellName(1, rows+1)
	return &excelize.Panes{Freeze: true, YSplit: rows, TopLeftCell: below, ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{SQRef: below, ActiveCell: below, Pane: "bottomLeft"}}}
}

// cellName is the name of a cell; columns and rows count from 1.
func cellName(column, row int) string { return columnName(column) + strconv.Itoa(row) }

// columnName is the letter of a column; the sheets made here have far fewer columns than there are letters.
func columnName(column int) string { return string(rune('A' + column - 1)) }
