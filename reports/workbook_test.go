package reports

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"ninaudit/audit"
)

// opened writes the recording as a workbook and reads it back.
func opened(t *testing.T, r *recording, o Options) *excelize.File {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(produce(t, "xlsx", r, o)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = book.Close() })
	return book
}

// must is for calls that can only fail if the test is wrong.
func must[T any](t *testing.T) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func TestWorkbookSheets(t *testing.T) {
	for l, want := range map[audit.Language][]string{
		audit.Bokmal:  {"Sammendrag", "Funn", "Dubletter", "Regler", "Om kjøringen"},
		audit.Nynorsk: {"Samandrag", "Funn", "Dublettar", "Reglar", "Om køyringa"},
		audit.English: {"Summary", "Findings", "Duplicates", "Rules", "About this run"},
	} {
		r := recorded()
		book := opened(t, r, options(t, r, l))
		if diff := cmp.Diff(want, book.GetSheetList()); diff != "" {
			t.Errorf("%s sheets (-want +got):\n%s", l, diff)
		}
		if book.GetActiveSheetIndex() != 0 {
			t.Errorf("%s: the workbook does not open at its first page", l)
		}
	}
}

func TestWorkbookSaysWhatItIs(t *testing.T) {
	r := recorded()
	props := must[*excelize.DocProperties](t)(opened(t, r, options(t, r, audit.Bokmal)).GetDocProps())
	if props.Created != "2026-11-23T00:00:00Z" || props.Modified != props.Created {
		t.Errorf("created %s, modified %s: want the run's day", props.Created, props.Modified)
	}
	if props.Creator != "ninaudit" || !strings.Contains(props.Title, "fjordvik") || props.Language != "nb" {
		t.Errorf("properties %+v", props)
	}
}

func TestFindingsSheet(t *testing.T) {
	r := recorded()
	book := opened(t, r, options(t, r, audit.Bokmal))
	rows := must[[][]string](t)(book.GetRows("Funn"))
	want := []string{"Alvor", "Funn", "Navn", "Enhet", "Slags nummer", "Hva ble funnet", "Hva gjør du", "Siden", "Dager",
		"Status", "Tjenester", "Feide-navn", "Katalog", "Oppførings-ID", "Funn-ID"}
	if diff := cmp.Diff(want, rows[0]); diff != "" {
		t.Errorf("header (-want +got):\n%s", diff)
	}
	ids := make([]string, 0, len(rows))
	for _, row := range rows[1:] {
		ids = append(ids, slices.Concat(row, make([]string, 15))[14])
	}
	// Cases of their own in their order; then the line of those that have one cause, and these.
	wantIDs := []string{"0a01", "0a03", "0b01", "0c01", "0d01", "0e01", "0f01", "0f02", "", "", "0a02", "0a04", "0a05"}
	if diff := cmp.Diff(wantIDs, ids[:len(wantIDs)]); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	overlay := []string{"Haster", "Samme nummer på to ulike personer", "Per Sandvik (inaktiv)\nOleksandra Shevchenko",
		"Fjordvik videregående skole\nUvdal skule", "fødselsnummer", "2 ulike personer har samme nummer.",
		r.rules[4].Fix.NB, "22.11.2026", "1", "Ny", "", "bruker0108@fjordvik.no\nbruker0110@uvdal.no", "fjordvik\nuvdal",
		"4f1c2a6e-0000-4000-8000-000000000108\n4f1c2a6e-0000-4000-8000-000000000110", "0e01"}
	if diff := cmp.Diff(overlay, rows[6]); diff != "" {
		t.Errorf("overlay (-want +got):\n%s", diff)
	}
	if got, want := rows[7][2], "Elev nummer 11\nElev nummer 12\nElev nummer 13\nElev nummer 14\nElev nummer 15\n"+
		"Elev nummer 16\nElev nummer 17\nElev nummer 18"; got != want {
		t.Errorf("a case of eight lists %q, want %q", got, want)
	}
	for row, want := range map[int]string{1: "Østen Ærlig <b>&Ås", 4: "Anna _x0041_ Li", 5: "=SUM(A1:A9)", 12: "(uten navn)",
		13: "Ola [31m Nordmann", 10: "3 brukere"} {
		if got := rows[row][2]; got != want {
			t.Errorf("row %d names %q, want %q", row+1, got, want)
		}
	}
	if want := "GJELDER MANGE: Feltet inneholder ikke et identitetsnummer (innledende null mangler): 3 av 24 brukere i " +
		"katalogen fjordvik. Trolig én årsak: importen leser"; !strings.HasPrefix(rows[10][5], want) {
		t.Errorf("the line of many says %q", rows[10][5])
	}
}

// Excel calls a file damaged whose table has an empty header, or one twice.
func TestHeadersAreUnique(t *testing.T) {
	for _, l := range audit.Languages() {
		r := recorded()
		o := options(t, r, l)
		o.NIN = NINMasked
		book := opened(t, r, o)
		for _, w := range []word{sheetFindings, sheetRules} {
			sheet := voice{l: l}.say(w)
			heads := must[[][]string](t)(book.GetRows(sheet))[0]
			for i, h := range heads {
				same := func(s string) bool { return strings.EqualFold(s, h) }
				if h == "" || slices.ContainsFunc(heads[:i], same) {
					t.Errorf("%s: sheet %s has the header %q empty or twice", l, sheet, h)
				}
			}
		}
	}
}

func TestEveryPrintedPageIsMarked(t *testing.T) {
	r := recorded()
	o := options(t, r, audit.Bokmal)
	o.Classification, o.NIN = "Unntatt & gradert\n", NINFull
	book := opened(t, r, o)
	for _, sheet := range book.GetSheetList() {
		h := must[*excelize.HeaderFooterOptions](t)(book.GetHeaderFooter(sheet))
		want := "&LUnntatt && gradert &R&BVISER FULLE IDENTITETSNUMMER: oppbevar og del deretter"
		if h.OddHeader != want || h.OddFooter != "&Lninaudit 1.2.3 · 23.11.2026&RSide &P av &N" {
			t.Errorf("%s: above %q, below %q", sheet, h.OddHeader, h.OddFooter)
		}
	}
}

func TestFindingsSheetIsATableThatFits(t *testing.T) {
	r := recorded()
	book := opened(t, r, options(t, r, audit.Bokmal))
	tables := must[[]excelize.Table](t)(book.GetTables("Funn"))
	if len(tables) != 1 || tables[0].Range != "A1:O9" {
		t.Errorf("tables %+v, want one over the header and eight cases", tables)
	}
	if p := must[excelize.Panes](t)(book.GetPanes("Funn")); !p.Freeze || p.YSplit != 1 || p.TopLeftCell != "A2" {
		t.Errorf("panes %+v, want a frozen header", p)
	}
	for column := range strings.SplitSeq("A B C D E F G H I J K L M N", " ") {
		wide := must[float64](t)(book.GetColWidth("Funn", column))
		longest := 0.0
		for row := 1; row <= 14; row++ {
			for line := range strings.SplitSeq(must[string](t)(book.GetCellValue("Funn", column+strconv.Itoa(row))), "\n") {
				longest = max(longest, measure(line))
			}
		}
		if wide < min(longest, 20) || wide > 48 {
			t.Errorf("column %s is %v wide for a text of %v", column, wide, longest)
		}
	}
	if h := must[float64](t)(book.GetRowHeight("Funn", 8)); h < 7*lineHeight {
		t.Errorf("the row of seven lines is %v points high", h)
	}
	if got := must[string](t)(book.GetCellValue("Funn", "H7", excelize.Options{RawCellValue: true})); got != "46348" {
		t.Errorf("22.11.2026 is stored as %q, want the serial number of a date", got)
	}
	if kind := must[excelize.CellType](t)(book.GetCellType("Funn", "C6")); kind != excelize.CellTypeInlineString {
		t.Errorf("text that looks like a formula is stored as type %v", kind)
	}
	colors := map[string]bool{}
	for _, cell := range []string{"A2", "A5", "A6", "A7"} {
		style := must[*excelize.Style](t)(book.GetStyle(must[int](t)(book.GetCellStyle("Funn", cell))))
		colors[strings.Join(style.Fill.Color, "")] = true
	}
	if len(colors) != 4 {
		t.Errorf("four severities have the colours %v", colors)
	}
	var names []string
	for _, n := range book.GetDefinedName() {
		names = append(names, n.Scope+" "+n.Name+" "+n.RefersTo)
	}
	wantNames := []string{"Funn _xlnm.Print_Area 'Funn'!$A$1:$J$15", "Funn _xlnm.Print_Titles 'Funn'!$1:$1",
		"Dubletter _xlnm.Print_Area 'Dubletter'!$A$1:$I$11", "Dubletter _xlnm.Print_Titles 'Dubletter'!$1:$2",
		"Regler _xlnm.Print_Titles 'Regler'!$1:$1"}
	if diff := cmp.Diff(wantNames, names); diff != "" {
		t.Errorf("defined names (-want +got):\n%s", diff)
	}
}

func TestFindingsOfOneCauseAreFolded(t *testing.T) {
	r := recorded()
	book := opened(t, r, options(t, r, audit.Bokmal))
	for row := 2; row <= 15; row++ {
		visible := must[bool](t)(book.GetRowVisible("Funn", row))
		level := must[uint8](t)(book.GetRowOutlineLevel("Funn", row))
		if member := row >= 12 && row <= 14; visible == member || (level == 1) != member {
			t.Errorf("row %d: visible %v, level %d", row, visible, level)
		}
	}
	sheet := string(part(t, produce(t, "xlsx", r, options(t, r, audit.Bokmal)), "xl/worksheets/sheet2.xml"))
	for _, want := range []string{`<row r="11" `, `<row r="15" `} {
		_, after, _ := strings.Cut(sheet, want)
		if attrs, _, _ := strings.Cut(after, ">"); !strings.Contains(attrs, `collapsed="1"`) {
			t.Errorf("%s%s>: no button for the group", want, attrs)
		}
	}
	if !strings.Contains(sheet, `<sheetFormatPr outlineLevelRow="1"`) {
		t.Error("the sheet does not tell how deep its rows are grouped")
	}
}

func TestDatesAreWrittenAsTheLanguageDoes(t *testing.T) {
	r := recorded()
	r.findings[0].Since = 0
	book := opened(t, r, options(t, r, audit.English))
	rows := must[[][]string](t)(book.GetRows("Findings"))
	if rows[1][7] != "" || rows[1][8] != "" || rows[2][7] != "2026-11-23" {
		t.Errorf("dates %q, %q", rows[1][7:9], rows[2][7:9])
	}
}

func TestRulesSheet(t *testing.T) {
	r := recorded()
	book := opened(t, r, options(t, r, audit.Nynorsk))
	rows := must[[][]string](t)(book.GetRows("Reglar"))
	if len(rows) != len(r.rules)+1 {
		t.Fatalf("%d rows for %d rules", len(rows), len(r.rules))
	}
	for i, rule := range r.rules {
		found := "0"
		for _, c := range r.sum.Counts {
			if c.Rule.ID == rule.ID {
				found = strconv.Itoa(c.Total())
			}
		}
		want := []string{rule.Title.NN, rule.Severity.Word().NN, rule.Why.NN, rule.Fix.NN, rule.Source, found, rule.ID}
		if diff := cmp.Diff(want, rows[i+1]); diff != "" {
			t.Errorf("rule %s (-want +got):\n%s", rule.ID, diff)
		}
	}
	if tables := must[[]excelize.Table](t)(book.GetTables("Reglar")); len(tables) != 1 || tables[0].Range != "A1:G8" {
		t.Errorf("tables %+v", tables)
	}
}

func TestAboutSheet(t *testing.T) {
	r := incompleteRecording()
	book := opened(t, r, options(t, r, audit.Bokmal))
	text := flat(t, book, "Om kjøringen")
	for _, want := range []string{"ninaudit 1.2.3", "23.11.2026", "5b7c9e", "fjordvik | Fullstendig | 5,012 | 5,009 | 14 | 2 | 1 | 0 | 1 | 1 | 12 | 4,900",
		"uvdal | Ikke fullstendig | 410", "server answered size limit exceeded (4) | ask for a higher size limit",
		"fjordvik: line 4711: two values of entryUUID", "pending-duf: grace has no effect without history", "read | 1.8"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

// flat is all text of a sheet, a line a row.
func flat(t *testing.T, book *excelize.File, sheet string) string {
	t.Helper()
	var b strings.Builder
	for _, row := range must[[][]string](t)(book.GetRows(sheet)) {
		cells := slices.DeleteFunc(row, func(s string) bool { return s == "" })
		b.WriteString(strings.Join(cells, " | ") + "\n")
	}
	return b.String()
}

func TestARunWithoutFindingsGivesAWorkbook(t *testing.T) {
	r := recorded()
	r.findings, r.sum.Counts, r.sum.Systematic = nil, nil, nil
	book := opened(t, r, options(t, r, audit.Bokmal))
	if tables := must[[]excelize.Table](t)(book.GetTables("Funn")); len(tables) != 1 || tables[0].Range != "A1:N2" {
		t.Errorf("tables %+v, want one with an empty row", tables)
	}
	if text := flat(t, book, "Sammendrag"); !strings.Contains(text, "Ingenting haster") {
		t.Errorf("the first page says\n%s", text)
	}
}
