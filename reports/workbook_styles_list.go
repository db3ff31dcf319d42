package reports

import "github.com/xuri/excelize/v2"

// listStyles are the formats of the listings, beside those of their rows.
type listStyles struct {
	note, link       int
	input, inputDate int                 // of cells that are to be filled in
	waits            [neverWaits + 1]int // by class of waiting time
}

// list makes the formats of the listings. Classes of waiting time grow darker, and their words stand in the cells.
func (s *stylist) list(day string) listStyles {
	l := listStyles{
		note: s.make(excelize.Style{Font: font(11, false, inkPale), Alignment: middle("left")}),
		link: s.make(excelize.Style{Font: &excelize.Font{Family: "Calibri", Size: 11, Color: inkLink, Underline: "single"},
			Alignment: top("left"), Border: under()}),
	}
	input := excelize.Style{Font: font(11, false, inkDark), Fill: solid(fillInput), Alignment: top("left"), Border: boxed(),
		Protection: &excelize.Protection{}}
	l.input = s.make(input)
	input.CustomNumFmt = &day
	l.inputDate = s.make(input)
	for class, c := range [...]ink{
		{inkDark, fillGood}, {inkDark, "FFF0B8"}, {inkDark, "F5A55A"}, {inkWhite, fillAlarm},
		{inkDark, fillBand}, neverWaits: {inkDone, fillDone},
	} {
		l.waits[class] = s.make(excelize.Style{Font: font(11, c.text == inkWhite, c.text), Fill: solid(c.fill),
			Alignment: top("left"), Border: under()})
	}
	return l
}

// boxed is a line around a cell.
func boxed() []excelize.Border {
	var all []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		all = append(all, excelize.Border{Type: side, Color: lineInput, Style: 1})
	}
	return all
}
