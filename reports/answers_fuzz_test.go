package reports

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
	"unicode"

	"github.com/xuri/excelize/v2"

	"ninaudit/audit"
)

// zipped is a zip file of parts, given as name and content in turn.
func zipped(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err == nil {
			_, err = w.Write([]byte(parts[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// claims is a zip file of parts, given as name and size in turn, that say of themselves that they are so large.
func claims(t testing.TB, parts ...any) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		h := &zip.FileHeader{Name: parts[i].(string), Method: zip.Deflate, UncompressedSize64: uint64(parts[i+1].(int))}
		if _, err := z.CreateRaw(h); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// sheetXML is a workbook whose one sheet holds this.
func sheetXML(t testing.TB, sheet string) []byte {
	const head = `<?xml version="1.0" encoding="UTF-8"?>`
	const main = ` xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	return zipped(t,
		"[Content_Types].xml", head+`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`+
			`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`+
			`<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>`+
			`<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
		"_rels/.rels", head+`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`+
			`<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml", head+`<workbook`+main+` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`+
			`<sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", head+`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`+
			`<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml", head+`<worksheet`+main+`>`+sheet+`</worksheet>`)
}

// cellsXML is a row of cells with texts.
func cellsXML(texts ...string) string {
	var b strings.Builder
	b.WriteString("<row>")
	for _, s := range texts {
		b.WriteString(`<c t="inlineStr"><is><t>` + s + `</t></is></c>`)
	}
	return b.String() + "</row>"
}

// headXML is the header of a decisions sheet.
func headXML() string {
	heads := make([]string, answerColumns)
	for i, w := range answerHeads() {
		heads[i] = voice{l: audit.English}.say(w)
	}
	return cellsXML(heads...)
}

// TestHugeSheetsAreRefusedAtOnce: a row may be short in the file and have many columns.
func TestHugeSheetsAreRefusedAtOnce(t *testing.T) {
	wide := strings.Repeat(`<row><c r="XFD1"><v>1</v></c></row>`, 100_000)
	if _, err := parseAnswers(sheetXML(t, "<sheetData>"+headXML()+wide+"</sheetData>")); err == nil || !strings.Contains(err.Error(), "more than 200 columns") {
		t.Errorf("error %v", err)
	}
	if _, err := parseAnswers(sheetXML(t, `<sheetData><row r="9999999"><c/></row></sheetData>`)); err == nil {
		t.Error("a row beyond a sheet's end is read")
	}
}

// FuzzAnswers holds that no sheet makes the reader panic, and that what it reads is fit to be shown.
func FuzzAnswers(f *testing.F) {
	f.Add("<sheetData>" + headXML() + cellsXML("Error", "r", "u", "n", "m", "Being handled", "why", "2026-12-05", "Kari", "", "p", "c", "0a01",
		"2026-11-23 abcd abcd") + "</sheetData>")
	f.Add("<sheetData>" + headXML() + `<row r="1048576"><c r="H1048576"><v>46371</v></c><c r="F9"><f>1+1</f><v>2</v></c></row></sheetData>`)
	f.Add(`<sheetData><row><c t="s"><v>99</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2026-12-05T00:00:00</v></c></row>` + headXML() + "</sheetData>")
	f.Add("<sheetData>" + headXML() + headXML() + cellsXML("&#8238;", "_x0041_", "&amp;") + "</sheetData><mergeCells><mergeCell ref=\"A1:XFD1\"/></mergeCells>")
	f.Fuzz(func(t *testing.T, sheet string) {
		answers, err := parseAnswers(sheetXML(t, sheet))
		if err != nil {
			if _, usage := err.(*audit.UsageError); !usage {
				t.Fatalf("error %v", err)
			}
			return
		}
		for _, a := range answers.Changed {
			for _, text := range []string{a.Sheet, a.Finding, a.Reason, a.By} {
				if strings.ContainsFunc(text, unicode.IsControl) || text != strings.TrimSpace(text) {
					t.Errorf("text %q", text)
				}
			}
			if a.Until != 0 && !a.Until.Exists() || a.Row < 1 || a.Row > excelize.TotalRows {
				t.Errorf("answer %+v", a)
			}
		}
	})
}

// FuzzReturnedFile: nor do any bytes.
func FuzzReturnedFile(f *testing.F) {
	f.Add(sheetXML(f, "<sheetData>"+headXML()+"</sheetData>"))
	f.Add([]byte("PK\x03\x04"))
	f.Add([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := parseAnswers(data); err != nil {
			if _, usage := err.(*audit.UsageError); !usage {
				t.Fatalf("error %v", err)
			}
		}
	})
}
