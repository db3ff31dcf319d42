package reports

import (
	"bytes"
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ninaudit/audit"
)

// LibreOffice reads a workbook more strictly than excelize does: what it shows is what a reader sees.
func TestLibreOfficeShowsWhatWasWritten(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		if os.Getenv("NINAUDIT_REQUIRE_SOFFICE") == "1" {
			t.Fatal(err)
		}
		t.Skip("no LibreOffice here")
	}
	r := settled()
	o := options(t, r, audit.Bokmal)
	o.NIN = NINMasked
	book := opened(t, r, o)
	// Comma, quotes, UTF-8, text as shown, every sheet to a file of its own.
	filter := "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"
	out := t.TempDir()
	cmd := exec.Command(soffice, "-env:UserInstallation=file://"+filepath.ToSlash(t.TempDir()), "--headless",
		"--convert-to", filter, "--outdir", out, filepath.Join(o.Dir, "ninaudit-2026-11-23.xlsx"))
	if text, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	for _, sheet := range book.GetSheetList() {
		b, err := os.ReadFile(filepath.Join(out, "ninaudit-2026-11-23-"+sheet+".csv"))
		if err != nil {
			t.Fatal(err)
		}
		in := csv.NewReader(bytes.NewReader(b))
		in.FieldsPerRecord = -1
		got := must[[][]string](t)(in.ReadAll())
		if diff := cmp.Diff(trimmed(must[[][]string](t)(book.GetRows(sheet))), trimmed(got)); diff != "" {
			t.Errorf("sheet %s (-written +shown):\n%s", sheet, diff)
		}
	}
}

// trimmed drops the empty cells at the end of each row, and empty rows.
func trimmed(rows [][]string) [][]string {
	var all [][]string
	for _, row := range rows {
		for len(row) > 0 && row[len(row)-1] == "" {
			row = row[:len(row)-1]
		}
		if len(row) > 0 {
			row = slices.Clone(row)
			for i, cell := range row {
				if cell == "+0.0" { // as excelize shows zero, whatever the format says
					row[i] = "0.0"
				}
			}
			all = append(all, row)
		}
	}
	return all
}
