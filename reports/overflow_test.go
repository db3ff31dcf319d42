package reports

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ninaudit/audit"
)

func TestRowsBeyondASheetContinueOnTheNext(t *testing.T) {
	for _, perPage := range []int{1, 2, 3, 4, 8, 9, 10, 13, 14} {
		r := recorded()
		o := options(t, r, audit.Bokmal)
		rep := must[audit.Report](t)(NewWorkbook(o))
		rep.(*workbook).perPage = perPage
		r.play(t, rep)
		book := must[*excelize.File](t)(excelize.OpenFile(rep.(Filed).Path()))
		var ids []string
		for i, sheet := range book.GetSheetList() {
			if !strings.HasPrefix(sheet, "Funn") {
				continue
			}
			rows := must[[][]string](t)(book.GetRows(sheet))
			if len(rows) > perPage+1 || len(rows[0]) != 15 {
				t.Errorf("%d a sheet: %s has %d rows, and %d headers", perPage, sheet, len(rows), len(rows[0]))
			}
			cases := 0
			for _, row := range rows[1:] {
				if len(row) == 15 {
					ids = append(ids, row[14])
					cases++
				}
			}
			if i == 1 && sheet != "Funn" || i == 2 && sheet != "Funn 2" && sheet != "Dubletter" {
				t.Errorf("%d a sheet: sheet %d is %s", perPage, i, sheet)
			}
			tables := must[[]excelize.Table](t)(book.GetTables(sheet))
			if len(tables) > 1 || len(tables) == 1 && tables[0].Range != "A1:O"+strconv.Itoa(min(cases, 8)+1) && i == 1 {
				t.Errorf("%d a sheet: %s has tables %+v", perPage, sheet, tables)
			}
		}
		want := "0a01 0a03 0b01 0c01 0d01 0e01 0f01 0f02 0a02 0a04 0a05"
		if got := strings.Join(ids, " "); got != want {
			t.Errorf("%d a sheet: findings %s, want %s", perPage, got, want)
		}
		checkLinks(t, book, 5+1+1) // things to do, what concerns many, and duplicates
		if err := book.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

var target = regexp.MustCompile(`^'(.+)'!A(\d+)$`)

// checkLinks follows every link of the first page, so many: each leads to a row about the rule that it stands beside,
// and those that stand beside no rule to the first row of their sheet.
func checkLinks(t *testing.T, book *excelize.File, want int) {
	t.Helper()
	found := 0
	for row := 1; row < 60; row++ {
		cell := cellName(gridColumns, row)
		linked, to, err := book.GetCellHyperLink("Sammendrag", cell)
		if err != nil {
			t.Fatal(err)
		}
		if !linked {
			continue
		}
		found++
		m := target.FindStringSubmatch(to)
		if m == nil {
			t.Fatalf("%s leads to %q", cell, to)
		}
		label := must[string](t)(book.GetCellValue("Sammendrag", cellName(1, row)))
		first := map[string]string{"DUBLETTER": "Dubletter", "SIDEN SIST": "Endringer", "VARSLE": "Endringer", "UTEN NUMMER": "Uten nummer"}
		if sheet := first[label]; sheet != "" {
			if m[1] != sheet || m[2] != "3" {
				t.Errorf("%s leads to %s", label, to)
			}
			continue
		}
		of := "B"
		if strings.HasPrefix(m[1], "Endringer") {
			of = "C"
		}
		rule := must[string](t)(book.GetCellValue(m[1], of+m[2]))
		text := label + must[string](t)(book.GetCellValue("Sammendrag", cellName(chipColumns+1, row)))
		if rule == "" || !strings.Contains(text, rule) {
			t.Errorf("%s leads from %q to a row about %q", cell, text, rule)
		}
	}
	if found != want {
		t.Errorf("%d links, want %d", found, want)
	}
}
