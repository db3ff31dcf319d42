package reports

import "github.com/xuri/excelize/v2"

// caseStyles are the formats of the duplicates sheet: of each sort of line, a format a column. 0 leaves a cell
// out.
type caseStyles struct {
	note, headNumber int
	line             [lineSorts][caseColumns]int
}

// cases makes the formats of the duplicates sheet.
func (s *stylist) cases() caseStyles {
	share, bits := "0.0%", `+0.0;-0.0;0.0`
	band, none := solid(fillBand), excelize.Fill{}
	cell := func(f *excelize.Font, ground excelize.Fill, vertical, horizontal string, format *string) int {
		a := align(vertical, horizontal)
		a.Indent = 1 // of numbers too, which have words on their right
		return s.make(excelize.Style{Font: f, Fill: ground, Border: under(), Alignment: a, CustomNumFmt: format})
	}
	bold, plain, pale := font(11, true, inkDark), font(11, false, inkDark), font(11, false, inkPale)
	c := caseStyles{
		note: s.make(excelize.Style{Font: font(11, false, inkPale),
			Alignment: &excelize.Alignment{Vertical: "center", Horizontal: "left"}}),
		headNumber: s.make(excelize.Style{Font: font(11, true, inkWhite), Fill: solid(fillHead),
			Alignment: &excelize.Alignment{Vertical: "center", Horizontal: "right", Indent: 1}}),
	}
	head := &c.line[caseLine]
	for i := range head {
		head[i] = cell(bold, band, "top", "left", nil)
	}
	head[caseScore] = cell(bold, band, "top", "right", &share)
	link := &excelize.Font{Family: "Calibri", Size: 9, Color: inkLink, Underline: "single"}
	head[caseID] = cell(link, band, "top", "left", nil)

	label, text := cell(pale, none, "center", "left", nil), cell(plain, none, "center", "left", nil)
	number := cell(plain, none, "center", "right", &bits)
	for _, sort := range []lineSort{entryLine, fieldLine} {
		l := &c.line[sort]
		l[caseField], l[caseA], l[caseB], l[caseLevel], l[caseBits] = label, text, text, text, number
	}
	total := cell(bold, none, "center", "left", nil)
	pair := &c.line[pairLine]
	for _, i := range []int{caseField, caseA, caseB} {
		pair[i] = total
	}
	l := &c.line[sumLine]
	l[caseField], l[caseA], l[caseB], l[caseLevel] = total, total, total, total
	l[caseBits] = cell(bold, none, "center", "right", &bits)
	return c
}
