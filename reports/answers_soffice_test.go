package reports

import (
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"ninaudit/audit"
)

// library is what LibreOffice keeps its macros in, in a user's profile, by the files' names.
var library = map[string]string{
	"script.xlc": `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
 <library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/>
</library:libraries>`,
	"Standard/script.xlb": `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Rework"/>
</library:library>`,
	// The macro does what a reader does: sorts the rows by name up to a column, hides some as a filter does, puts a column in front with
	// a note, and moves the last column but two (the catalog) there too.
	"Standard/Rework.xba": `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Rework" script:language="StarBasic">
Sub Rework(source, target, sheet, last, rows)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = &quot;Hidden&quot; : hidden(0).Value = True
  book = StarDesktop.loadComponentFromURL(source, &quot;_blank&quot;, 0, hidden())
  s = book.Sheets.getByName(sheet)
  Dim by(0) As New com.sun.star.table.TableSortField
  by(0).Field = 3 : by(0).IsAscending = False
  Dim how(1) As New com.sun.star.beans.PropertyValue
  how(0).Name = &quot;SortFields&quot; : how(0).Value = by()
  how(1).Name = &quot;ContainsHeader&quot; : how(1).Value = False
  s.getCellRangeByName(&quot;A3:&quot; &amp; last &amp; rows).sort(how())
  s.Rows.getByIndex(4).IsVisible = False
  s.Rows.getByIndex(6).IsVisible = False
  s.Columns.insertByIndex(0, 2)
  s.getCellRangeByName(&quot;A2&quot;).String = &quot;Notat&quot;
  s.getCellRangeByName(&quot;A4&quot;).String = &quot;spør rektor&quot;
  s.moveRange(s.getCellRangeByName(&quot;B1&quot;).CellAddress, s.getCellRangeByName(&quot;N1:N&quot; &amp; rows).RangeAddress)
  Dim as_(0) As New com.sun.star.beans.PropertyValue
  as_(0).Name = &quot;FilterName&quot; : as_(0).Value = &quot;Calc MS Excel 2007 XML&quot;
  book.storeToURL(target, as_())
  book.close(True)
End Sub
</script:module>`,
}

// reworked has LibreOffice rework the decisions of a workbook and save it, and gives its path.
func reworked(t *testing.T, path, last string) string {
	t.Helper()
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		if os.Getenv("NINAUDIT_REQUIRE_SOFFICE") == "1" {
			t.Fatal(err)
		}
		t.Skip("no LibreOffice here")
	}
	profile, to := t.TempDir(), filepath.Join(t.TempDir(), "back.xlsx")
	at := func(path string) string { return (&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}).String() }
	run := func(args ...string) []byte {
		args = append([]string{"-env:UserInstallation=" + at(profile), "--headless", "--norestore"}, args...)
		text, err := exec.CommandContext(t.Context(), soffice, args...).CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, text)
		}
		return text
	}
	run("--terminate_after_init") // the first start fills a profile with what is the program's own
	for name, text := range library {
		file := filepath.Join(profile, "user", "basic", filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	call := "macro:///Standard.Rework.Rework(" + strings.Join([]string{at(path), at(to), "Vurderinger", last, "15"}, ",") + ")"
	text := run(call)
	if _, err := os.Stat(to); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	return to
}

// TestAnswersSurviveLibreOffice: somebody answers, sorts, filters, adds and moves columns there, and saves.
func TestAnswersSurviveLibreOffice(t *testing.T) {
	path := returnedAs(t, asked(t, audit.Bokmal), func(book *excelize.File) {
		for row, values := range map[int][]any{
			2: {"Under arbeid", "Meldt til skolen", 46371, "Kari"}, 6: {"Får ikke nummer", "Gjest", 46500, "Kari Nordmann"},
			10: {"Ikke samme person", "Søskenbarn & venner", "5.12.2026", "=Kari"}, 1: {"", "", "", ""},
		} {
			for i, v := range values {
				set(t, book, "Vurderinger", row, answerChoice+i, v)
			}
		}
	})
	back := reworked(t, path, "N")
	book := must[*excelize.File](t)(excelize.OpenFile(back))
	if all := must[[]*excelize.DataValidation](t)(book.GetDataValidations("Vurderinger")); len(all) != 4 {
		t.Errorf("LibreOffice kept %d of 4 validations", len(all))
	}
	ids := cells(t, book, "Vurderinger", "Funn-ID")
	_ = book.Close()
	if ids[0] == "0a01" {
		t.Error("the rows were not sorted: the test shows nothing")
	}
	got := must[*Answers](t)(ReadAnswers(back))
	want := map[string]Answer{
		"0a01": {Was: true},
		"0a02": {Choice: audit.BeingHandled, Reason: "Meldt til skolen", By: "Kari", Until: 20261215},
		"0d01": {Was: true, Choice: audit.NoNumber, Reason: "Gjest", By: "Kari Nordmann", Until: 20270423},
		"1a01": {Choice: audit.NotSamePerson, Reason: "Søskenbarn & venner", By: "=Kari", Until: 20261205},
	}
	read := map[string]Answer{}
	for _, a := range got.Changed {
		if ids[a.Row-listHeader-1] != a.Finding || a.Book != asOf || a.Sheet != "Vurderinger" {
			t.Errorf("row %+v", a)
		}
		a.Sheet, a.Row, a.Book = "", 0, 0
		id := a.Finding
		a.Finding = ""
		read[id] = a
	}
	if diff := cmp.Diff(want, read); diff != "" || got.Rows != 13 {
		t.Errorf("%d rows (-want +read):\n%s", got.Rows, diff)
	}
}

// TestAHalfSortedSheetIsNoticed: rows sorted without the columns that nobody sees stand beside other cases' keys.
func TestAHalfSortedSheetIsNoticed(t *testing.T) {
	path := returnedAs(t, asked(t, audit.Bokmal), func(book *excelize.File) {
		for i, v := range []any{"Under arbeid", "Meldt til skolen", 46371, "Kari"} {
			set(t, book, "Vurderinger", 2, answerChoice+i, v)
		}
	})
	got := must[*Answers](t)(ReadAnswers(reworked(t, path, "L")))
	for _, a := range got.Changed {
		if !a.Edited {
			t.Errorf("row %+v", a)
		}
	}
	if len(got.Changed) < 2 { // the answer, and the decisions that stood there from the start
		t.Errorf("%d rows are told", len(got.Changed))
	}
}
