package reports

import (
	"github.com/xuri/excelize/v2"

	"ninaudit/audit"
)

// The colours. Severities differ in lightness as much as in hue, so that they are told apart by readers who
// see no red or green, and on a black-and-white printout; their words stand beside them everywhere.
const (
	inkDark     = "1F2A37"
	inkPale     = "6B7280"
	inkWhite    = "FFFFFF"
	inkLink     = "1D4ED8"
	fillHead    = "1F3A5F"
	fillBand    = "EEF2F7"
	fillGood    = "E3F1EC"
	fillWaived  = "F6F1E7"
	fillDone    = "F0F1F3"
	inkDone     = "5B6472"
	lineGrey    = "D5DAE1"
	fillInput   = "FFFBE0"
	lineInput   = "B7A64A"
	fillAlarm   = "A3123A"
	tabSummary  = "1F3A5F"
	tabFindings = "A3123A"
	tabQuiet    = "9AA5B4"
	tableStyle  = "TableStyleLight1"
)

// ink is the two colours of a severity.
type ink struct{ text, fill string }

func inkOf(s audit.Severity) ink {
	return [...]ink{
		{inkDark, fillBand}, audit.Info: {inkDark, "DCE9F7"}, audit.Warning: {inkDark, "FFF0B8"}, audit.Error: {inkDark, "F5A55A"},
		audit.Critical: {inkWhite, fillAlarm},
	}[s]
}

// styles are the cell formats of one workbook, by their index in it.
type styles struct {
	head, link, seconds int
	row                 rowStyles // of a finding, and of a rule
	waived, done        rowStyles // of a finding that is accepted, or resolved
	many                rowStyles // of the line above many findings that have one cause
	list                listStyles
	page                pageStyles
	cases               caseStyles
}

// rowStyles are the formats of a row's cells by what they hold.
type rowStyles struct {
	text, strong, small, date, moment, number, linked int
	severity                                          [audit.Critical + 1]int
}

// pageStyles are those of the first page.
type pageStyles struct {
	title, sub, alarm, good, section, body, label, head, headNumber, cell, cellNumber, fine int

	tileHead, tileCount, tileWord, chip [audit.Critical + 1]int
	chipMany, quiet                     int
}

// stylist makes formats and keeps the first error.
type stylist struct {
	book *excelize.File
	err  error
}

func (s *stylist) make(style excelize.Style) int {
	id, err := s.book.NewStyle(&style)
	if s.err == nil {
		s.err = err
	}
	return id
}

func solid(color string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
}

// under is a hair line below a cell.
func under() []excelize.Border { return []excelize.Border{{Type: "bottom", Color: lineGrey, Style: 1}} }

func top(horizontal string) *excelize.Alignment { return align("top", horizontal) }

func middle(horizontal string) *excelize.Alignment { return align("center", horizontal) }

// align breaks text into lines, and keeps it off the cell on its left.
func align(vertical, horizontal string) *excelize.Alignment {
	a := &excelize.Alignment{Vertical: vertical, Horizontal: horizontal, WrapText: true}
	if horizontal == "left" {
		a.Indent = 1
	}
	return a
}

// padding is what the indent and the cell's own margins take of its width.
const padding = 2.2

// wholeNumber groups a count as the reader's own settings say.
const wholeNumber = "#,##0"

func font(size float64, bold bool, color string) *excelize.Font {
	return &excelize.Font{Family: "Calibri", Size: size, Bold: bold, Color: color}
}

// newStyles makes every format of the workbook.
func newStyles(book *excelize.File, l audit.Language) (styles, error) {
	s := &stylist{book: book}
	tenths := "#,##0.0"
	all := styles{
		head: s.make(excelize.Style{Font: font(11, true, inkWhite), Fill: solid(fillHead),
			Alignment: &excelize.Alignment{Vertical: "center", Horizontal: "left", Indent: 1}}),
		link: s.make(excelize.Style{Font: &excelize.Font{Family: "Calibri", Size: 11, Color: inkLink, Underline: "single"},
			Alignment: middle("right"), Border: under()}),
		seconds: s.make(excelize.Style{Font: font(11, false, inkDark), Alignment: middle("right"), Border: under(),
			CustomNumFmt: &tenths}),
		row:   s.row(l, inkDark, excelize.Fill{}, false),
		many:  s.row(l, inkDark, solid(fillBand), true),
		list:  s.list(dayFormat(l)),
		page:  s.page(),
		cases: s.cases(),
	}
	all.waived, all.done = s.quiet(l, inkDark, fillWaived), s.quiet(l, inkDone, fillDone)
	return all, s.err
}

// of are the formats of a row by where its finding stands.
func (s *styles) of(r *row) *rowStyles {
	switch r.status {
	case audit.Waived:
		return &s.waived
	case audit.Resolved:
		return &s.done
	}
	return &s.row
}

// dayFormat is how a sheet shows a day.
func dayFormat(l audit.Language) string {
	if l == audit.English {
		return "yyyy-mm-dd"
	}
	return "dd.mm.yyyy"
}

// quiet makes the formats of rows that ask nobody to act: their severity has no colour.
func (s *stylist) quiet(l audit.Language, ink, fill string) rowStyles {
	r := s.row(l, ink, solid(fill), false)
	for _, x := range audit.Severities() {
		r.severity[x] = r.text
	}
	return r
}

// row makes the formats of rows on one ground.
func (s *stylist) row(l audit.Language, ink string, ground excelize.Fill, bold bool) rowStyles {
	day, minute, whole := dayFormat(l), `dd.mm.yyyy hh\.mm`, wholeNumber
	if l == audit.English {
		minute = "yyyy-mm-dd hh:mm"
	}
	cell := func(f *excelize.Font, horizontal string, format *string) int {
		return s.make(excelize.Style{Font: f, Alignment: top(horizontal), Border: under(), Fill: ground, CustomNumFmt: format})
	}
	r := rowStyles{
		text:   cell(font(11, bold, ink), "left", nil),
		strong: cell(font(11, true, ink), "left", nil),
		small:  cell(font(9, false, inkPale), "left", nil),
		date:   cell(font(11, bold, ink), "left", &day),
		moment: cell(font(11, bold, ink), "left", &minute),
		number: cell(font(11, bold, ink), "right", &whole),
		linked: cell(&excelize.Font{Family: "Calibri", Size: 11, Color: inkLink, Underline: "single"}, "right", &whole),
	}
	for _, x := range audit.Severities() {
		c := inkOf(x)
		r.severity[x] = s.make(excelize.Style{Font: font(11, x >= audit.Error, c.text), Fill: solid(c.fill),
			Alignment: top("left"), Border: under()})
	}
	return r
}

// page makes the formats of the first page.
func (s *stylist) page() pageStyles {
	whole := wholeNumber
	line := func(f *excelize.Font, a *excelize.Alignment) int {
		return s.make(excelize.Style{Font: f, Alignment: a})
	}
	cell := func(a string) int {
		return s.make(excelize.Style{Font: font(11, false, inkDark), Alignment: middle(a), Border: under(), CustomNumFmt: &whole})
	}
	head := func(a string) int {
		return s.make(excelize.Style{Font: font(11, true, inkWhite), Fill: solid(fillHead), Alignment: middle(a)})
	}
	apart := []excelize.Border{{Type: "bottom", Color: inkWhite, Style: 5}, {Type: "top", Color: inkWhite, Style: 5}}
	flush := &excelize.Alignment{Vertical: "center", Horizontal: "left", WrapText: true}
	p := pageStyles{
		title:   line(font(17, true, fillHead), flush),
		sub:     line(font(11, false, inkPale), flush),
		section: line(font(13, true, fillHead), &excelize.Alignment{Vertical: "bottom"}),
		body:    line(font(11, false, inkDark), flush),
		label:   line(font(11, true, inkDark), flush),
		fine:    line(&excelize.Font{Family: "Calibri", Size: 11, Italic: true, Color: inkPale}, flush),
		alarm: s.make(excelize.Style{Font: font(12, true, inkWhite), Fill: solid(fillAlarm),
			Alignment: middle("left")}),
		good: s.make(excelize.Style{Font: font(12, true, inkDark), Fill: solid(fillGood),
			Alignment: middle("left")}),
		head: head("left"), headNumber: head("center"),
		cell: cell("left"), cellNumber: cell("center"),
		quiet:    s.make(excelize.Style{Font: font(11, true, inkDark), Fill: solid(fillBand), Border: apart, Alignment: middle("center")}),
		chipMany: s.make(excelize.Style{Font: font(11, true, inkWhite), Fill: solid(fillHead), Border: apart, Alignment: middle("center")}),
	}
	for _, x := range append(audit.Severities(), 0) { // 0: of what is done
		c := inkOf(x)
		tile := func(size float64, bold bool, vertical string) int {
			return s.make(excelize.Style{Font: font(size, bold, c.text), Fill: solid(c.fill),
				Alignment: &excelize.Alignment{Horizontal: "center", Vertical: vertical}})
		}
		p.tileHead[x], p.tileCount[x], p.tileWord[x] = tile(11, true, "bottom"), tile(26, true, "center"), tile(11, false, "top")
		p.chip[x] = s.make(excelize.Style{Font: font(11, true, c.text), Fill: solid(c.fill), Border: apart, Alignment: middle("center")})
	}
	return p
}
