package reports

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"ninaudit/audit"
)

// asked writes the settled night as a workbook that asks for decisions, and gives its path.
func asked(t *testing.T, l audit.Language) string {
	t.Helper()
	r := settled()
	o := options(t, r, l)
	o.Answers = true
	produce(t, "xlsx", r, o)
	return filepath.Join(o.Dir, "ninaudit-2026-11-23.xlsx")
}

// returnedAs opens a workbook, has it changed, and saves it beside itself.
func returnedAs(t *testing.T, path string, change func(*excelize.File)) string {
	t.Helper()
	book := must[*excelize.File](t)(excelize.OpenFile(path))
	defer func() { _ = book.Close() }()
	change(book)
	to := filepath.Join(t.TempDir(), "back.xlsx")
	if err := book.SaveAs(to); err != nil {
		t.Fatal(err)
	}
	return to
}

// set writes a value into the cell of a decisions sheet's row (from 1, below the header) and column.
func set(t *testing.T, book *excelize.File, sheet string, row, column int, value any) {
	t.Helper()
	if err := book.SetCellValue(sheet, cellName(column+1, listHeader+row), value); err != nil {
		t.Fatal(err)
	}
}

func TestDecisionsSheet(t *testing.T) {
	for l, want := range map[audit.Language][]string{
		audit.Bokmal:  {"Vurderinger", "Vurdering", "Begrunnelse", "Gjelder til", "Vurdert av", "Aksepteres til dato", "Får ikke nummer", "05.12.2026"},
		audit.Nynorsk: {"Vurderingar", "Vurdering", "Grunngiving", "Gjeld til", "Vurdert av", "Blir akseptert til dato", "Får ikkje nummer", "05.12.2026"},
		audit.English: {"Decisions", "Decision", "Reason", "Until", "Decided by", "Accept until a date", "Will not get a number", "2026-12-05"},
	} {
		book := must[*excelize.File](t)(excelize.OpenFile(asked(t, l)))
		sheets := book.GetSheetList()
		if at := slices.Index(sheets, want[0]); at < 1 || sheets[at-1] != (voice{l: l}).say(sheetChanges) || sheets[at+1] != (voice{l: l}).say(sheetRules) {
			t.Fatalf("%s: sheets %q", l, sheets)
		}
		ids := cells(t, book, want[0], (voice{l: l}).say(headID))
		// Resolved ones and events are nobody's to decide on.
		if diff := cmp.Diff([]string{"0a01", "0a02", "0a04", "0a05", "0b01", "0d01", "0e01", "0f01", "0f02", "1a01", "1a02", "1a03", "1a04"}, ids); diff != "" {
			t.Errorf("%s: cases (-want +got):\n%s", l, diff)
		}
		choices := cells(t, book, want[0], want[1])
		if choices[0] != want[5] || choices[5] != want[6] || choices[1] != "" {
			t.Errorf("%s: the decisions that stand are %q", l, choices)
		}
		if got := cells(t, book, want[0], want[2])[0] + "|" + cells(t, book, want[0], want[3])[0] + "|" + cells(t, book, want[0], want[4])[0]; got != "Undersøkes av skolen|"+want[7]+"|Kari Nordmann" {
			t.Errorf("%s: the first decision is %q", l, got)
		}
		if got := cells(t, book, want[0], (voice{l: l}).say(headLatest)); !strings.Contains(got[6], "12") || got[6] == got[0] {
			t.Errorf("%s: no later than %q", l, got)
		}
		holdsToTheList(t, book, want[0], l)
		if tables := must[[]excelize.Table](t)(book.GetTables(want[0])); len(tables) != 1 || tables[0].Range != "A2:N15" {
			t.Errorf("%s: tables %+v", l, tables)
		}
		if p := must[excelize.Panes](t)(book.GetPanes(want[0])); !p.Freeze || p.YSplit != listHeader {
			t.Errorf("%s: panes %+v", l, p)
		}
		for column, visible := range map[int]bool{answerKey: false, answerSeal: false, answerChoice: true, answerCatalog: true} {
			if got := must[bool](t)(book.GetColVisible(want[0], columnName(column+1))); got != visible {
				t.Errorf("%s: column %d is visible: %t", l, column, got)
			}
		}
		_ = book.Close()
	}
}

// holdsToTheList reads the drop-list, and what else the cells take, as Excel does.
func holdsToTheList(t *testing.T, book *excelize.File, sheet string, l audit.Language) {
	t.Helper()
	all := must[[]*excelize.DataValidation](t)(book.GetDataValidations(sheet))
	byRange := map[string]*excelize.DataValidation{}
	for _, d := range all {
		byRange[d.Sqref] = d
		for _, text := range []*string{d.Prompt, d.Error} {
			if text != nil && len(utf16.Encode([]rune(*text))) > 255 {
				t.Errorf("%s: %q is longer than Excel shows", l, *text)
			}
		}
		for _, text := range []*string{d.PromptTitle, d.ErrorTitle} {
			if text == nil || *text == "" || len(utf16.Encode([]rune(*text))) > 32 {
				t.Errorf("%s: title %v", l, text)
			}
		}
	}
	list := byRange["F3:F15"]
	if list == nil || list.Type != "list" || strings.Count(list.Formula1, ",") != len(audit.Choices())-1 {
		t.Fatalf("%s: no drop-list among %v", l, byRange)
	}
	for _, c := range audit.Choices() {
		if !strings.Contains(list.Formula1, c.Word().In(l)) {
			t.Errorf("%s: the list %s lacks %s", l, list.Formula1, c)
		}
	}
	if until := byRange["H3:H15"]; until == nil || until.Type != "date" || until.Formula1 != "46349" || until.Formula2 != "$J3" {
		t.Errorf("%s: until takes %+v", l, until)
	}
	for _, sqref := range []string{"G3:G15", "I3:I15"} {
		if d := byRange[sqref]; d == nil || d.Type != "textLength" || d.Formula2 != strconv.Itoa(MaxAnswer) {
			t.Errorf("%s: %s takes %+v", l, sqref, d)
		}
	}
}

func TestDecisionsAreAskedForOnlyWhereTheyCanBeRead(t *testing.T) {
	r := settled()
	book := opened(t, r, options(t, r, audit.Bokmal))
	if sheets := book.GetSheetList(); slices.Contains(sheets, "Vurderinger") {
		t.Errorf("sheets %q", sheets)
	}
	r.findings = nil
	o := options(t, r, audit.Bokmal)
	o.Answers = true
	if text := flat(t, opened(t, r, o), "Vurderinger"); text != "Det er ingen åpne funn å vurdere.\n" {
		t.Errorf("without findings:\n%s", text)
	}
}

// TestAnUntouchedWorkbookAnswersNothing, whatever stands in it.
func TestAnUntouchedWorkbookAnswersNothing(t *testing.T) {
	for _, l := range audit.Languages() {
		got := must[*Answers](t)(ReadAnswers(asked(t, l)))
		if got.Rows != 13 || len(got.Changed) != 0 {
			t.Errorf("%s: %+v", l, got)
		}
	}
}

func TestAnswersAreRead(t *testing.T) {
	const sheet = "Vurderinger"
	path := returnedAs(t, asked(t, audit.Bokmal), func(book *excelize.File) {
		put := func(row int, values ...any) {
			for i, v := range values {
				set(t, book, sheet, row, answerChoice+i, v)
			}
		}
		put(1, "", "", "", "")                                                  // withdrawn
		put(2, "under ARBEID ", " Meldt\n til\u202e skolen ", 46371, "Kari  N") // a serial number
		put(3, "False alarm", "riktig", "5.12.2026", "Kari")                    // of another language, a date as text
		put(4, "Vet ikke", "riktig", "snart", "Kari")                           // nothing that is understood
		put(6, "Får ikke nummer", "Gjest", 46500, "Kari Nordmann")              // prolonged
		set(t, book, sheet, 7, answerName, "Somebody Else")
		put(7, "Under arbeid", "x", "2026-12-05", "Kari")
		set(t, book, sheet, 5, answerName, "Somebody Else") // and no answer
		set(t, book, sheet, 8, answerKey, "0f02")
		put(8, "Under arbeid", "x", "2026-12-05T00:00:00Z", "Kari")
		set(t, book, sheet, 9, answerSeal, "")
		put(9, "Under arbeid", "x", 46371.5, "Kari")
		put(20, "Under arbeid")
	})
	want := []Answer{
		{Row: 3, Finding: "0a01", Book: asOf, Was: true},
		{Row: 4, Finding: "0a02", Book: asOf, Choice: audit.BeingHandled, Reason: "Meldt til skolen", By: "Kari N", Until: 20261215},
		{Row: 5, Finding: "0a04", Book: asOf, Choice: audit.FalseAlarm, Reason: "riktig", By: "Kari", Until: 20261205},
		{Row: 6, Finding: "0a05", Book: asOf, Reason: "riktig", By: "Kari", OddChoice: true, OddUntil: true},
		{Row: 8, Finding: "0d01", Book: asOf, Was: true, Choice: audit.NoNumber, Reason: "Gjest", By: "Kari Nordmann", Until: 20270423},
		{Row: 9, Finding: "0e01", Book: asOf, Edited: true, Choice: audit.BeingHandled, Reason: "x", By: "Kari", Until: 20261205},
		{Row: 10, Finding: "0f02", Book: asOf, Edited: true, Choice: audit.BeingHandled, Reason: "x", By: "Kari", Until: 20261205},
		{Row: 11, Finding: "0f02", Edited: true, Choice: audit.BeingHandled, Reason: "x", By: "Kari", Until: 20261215},
		{Row: 22, Edited: true, Choice: audit.BeingHandled},
	}
	for i := range want {
		want[i].Sheet = sheet
	}
	got := must[*Answers](t)(ReadAnswers(path))
	if diff := cmp.Diff(want, got.Changed); diff != "" || got.Rows != 14 {
		t.Errorf("%d rows (-want +read):\n%s", got.Rows, diff)
	}
}

// TestAnswersStandWhereverTheyAreMoved: rows continue on a second sheet, columns are added and moved, days are counted
// from another day, sheets are renamed and lines put above the header.
func TestAnswersStandWhereverTheyAreMoved(t *testing.T) {
	r := settled()
	o := options(t, r, audit.English)
	o.Answers = true
	rep := must[audit.Report](t)(NewWorkbook(o))
	rep.(*workbook).perPage = 8
	r.play(t, rep)
	path := returnedAs(t, rep.(Filed).Path(), func(book *excelize.File) {
		for _, s := range []struct {
			sheet string
			row   int
		}{{"Decisions", 2}, {"Decisions 2", 5}} {
			for i, v := range []any{"Being handled", "asked", 46371, "Kari"} {
				set(t, book, s.sheet, s.row, answerChoice+i, v)
			}
		}
		for _, err := range []error{
			book.SetCellStr("Decisions", "AB2", "Comment"), book.SetCellStr("Decisions", "AB4", "a note"),
			book.SetSheetName("Decisions 2", "Done"), book.InsertRows("Done", 1, 3), book.InsertCols("Done", "B", 2),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
	})
	got := must[*Answers](t)(ReadAnswers(path))
	want := []Answer{
		{Sheet: "Decisions", Row: 4, Finding: "0a02"}, {Sheet: "Done", Row: 10, Finding: "1a04"},
	}
	for i := range want {
		w := &want[i]
		w.Book, w.Choice, w.Reason, w.By, w.Until = asOf, audit.BeingHandled, "asked", "Kari", 20261215
	}
	if diff := cmp.Diff(want, got.Changed); diff != "" || got.Rows != 13 {
		t.Errorf("%d rows (-want +read):\n%s", got.Rows, diff)
	}
	later := true
	path = returnedAs(t, path, func(book *excelize.File) {
		if err := book.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &later}); err != nil {
			t.Fatal(err)
		}
	})
	// Everything that stands there lies four years and a day later now, the decisions that stood included.
	got = must[*Answers](t)(ReadAnswers(path))
	at := slices.IndexFunc(got.Changed, func(a Answer) bool { return a.Finding == "0a02" })
	if len(got.Changed) != 4 || got.Changed[at].Until != 20301216 {
		t.Errorf("counted from 1904: %+v", got.Changed)
	}
}

func TestWhatIsNoWorkbookIsRefused(t *testing.T) {
	dir := t.TempDir()
	file := func(name string, data []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	renamed := func(from, to string) string {
		return returnedAs(t, asked(t, audit.Bokmal), func(book *excelize.File) {
			for i := range answerColumns {
				if must[string](t)(book.GetCellValue("Vurderinger", cellName(i+1, listHeader))) == from {
					set(t, book, "Vurderinger", 0, i, to)
				}
			}
		})
	}
	whole := must[[]byte](t)(os.ReadFile(asked(t, audit.Bokmal)))
	r := recorded()
	for path, want := range map[string]string{
		filepath.Join(dir, "none.xlsx"):        "no such file",
		dir:                                    "it is no file",
		file("empty.xlsx", nil):                "it is no .xlsx file",
		file("cut.xlsx", whole[:len(whole)/2]): "it is no .xlsx file",
		file("old.xls", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more")):                                         "it has a password",
		file("big.xlsx", make([]byte, mostReturned+1)):                                                               "it is larger than 64 MiB",
		file("macro.xlsx", zipped(t, "xl/VBAProject.bin", "x")):                                                      "it holds macros",
		file("typed.xlsm", zipped(t, "[Content_Types].xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml")): "it holds macros",
		file("bomb.xlsx", claims(t, "xl/worksheets/sheet1.xml", mostUnzipped, "xl/worksheets/sheet2.xml", 1)):        "when it is unzipped",
		file("texts.xlsx", claims(t, "xl/sharedStrings.xml", mostShared+1)):                                          "a part of it is too large",
		file("styles.xlsx", claims(t, "xl/styles.xml", mostOther+1)):                                                 "a part of it is too large",
		file("twice.xlsx", claims(t, "xl/styles.xml", 1, "XL\\Styles.xml", 1)):                                       "holds a part twice",
		file("no.xlsx", zipped(t, "readme.txt", "x")):                                                                "can not be read",
		file("plain.xlsx", produce(t, "xlsx", r, options(t, r, audit.Bokmal))):                                       "no sheet of decisions",
		renamed("Begrunnelse", "Hvorfor"):                                                                            `sheet "Vurderinger" has no column "Begrunnelse"`,
		renamed("Alvor", "begrunnelse"):                                                                              `sheet "Vurderinger" has two columns "Begrunnelse"`,
	} {
		_, err := ReadAnswers(path)
		if usage, ok := err.(*audit.UsageError); !ok || usage.Hint == "" || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", filepath.Base(path), err, want)
		}
	}
}

// TestAUnitDecidesOnItsOwn: of a case that concerns somebody elsewhere, only who sees all of it is asked.
func TestAUnitDecidesOnItsOwn(t *testing.T) {
	r := settled()
	o := options(t, r, audit.Bokmal)
	o.Answers = true
	divided(t, r, o)
	ids := cells(t, unitBook(t, o.Dir, "fjordvik-videregaende-skole"), "Vurderinger", "Funn-ID")
	// 0e01, 1a01 and 1a03 concern this school and others.
	if diff := cmp.Diff([]string{"0b01"}, ids); diff != "" {
		t.Errorf("cases (-want +got):\n%s", diff)
	}
	book := filepath.Join(o.Dir, "units", "fjordvik-videregaende-skole", "ninaudit-2026-11-23.xlsx")
	path := returnedAs(t, book, func(book *excelize.File) {
		for i, v := range []any{"Under arbeid", "Meldt", 46371, "Rektor"} {
			set(t, book, "Vurderinger", 1, answerChoice+i, v)
		}
	})
	if got := must[*Answers](t)(ReadAnswers(path)); len(got.Changed) != 1 || got.Changed[0].Finding != "0b01" || got.Changed[0].Edited {
		t.Errorf("read %+v", got)
	}
}
