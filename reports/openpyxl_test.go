package reports

import (
	"encoding/json"
	"os"
	"os/exec"
	"strings"
	"testing"

	"ninaudit/audit"
)

// seen is what testdata/read.py tells of a workbook.
type seen struct {
	Active, Title string
	Sheets        []struct {
		Name, Frozen, Titles, Header string
		Tables                       map[string][2]any
		Charts, Links                int
		Lists                        []string
		Types                        map[string]int
		Wide                         bool
	}
}

// TestOpenpyxlReadsTheWorkbook: a reader that shares nothing with the writer finds every sheet, table, chart and link.
func TestOpenpyxlReadsTheWorkbook(t *testing.T) {
	const python = "/usr/bin/python3" // the system's, for which the system's packages are
	if err := exec.Command(python, "-c", "import openpyxl").Run(); err != nil {
		if os.Getenv("NINAUDIT_REQUIRE_OPENPYXL") == "1" {
			t.Fatal(err)
		}
		t.Skip("no openpyxl here")
	}
	r := withTrend(settled())
	o := options(t, r, audit.Bokmal)
	o.Answers = true
	rep := must[audit.Report](t)(NewWorkbook(o))
	r.play(t, rep)
	out, err := exec.Command(python, "testdata/read.py", rep.(Filed).Path()).Output()
	if err != nil {
		t.Fatal(err)
	}
	var book seen
	if err := json.Unmarshal(out, &book); err != nil {
		t.Fatal(err)
	}
	if book.Active != "Sammendrag" || !strings.HasPrefix(book.Title, "fjordvik, uvdal – ") {
		t.Errorf("it opens at %q and is called %q", book.Active, book.Title)
	}
	want := map[string]struct {
		tables, charts, links, dates int
		frozen, titles               string
		lists                        string
	}{
		"Sammendrag":   {0, 3, 10, 0, "", "", ""},
		"Funn":         {1, 0, 0, 8, "A2", "1:1", ""},
		"Uten nummer":  {1, 0, 2, 9, "A3", "1:2", ""},
		"Dubletter":    {0, 0, 5, 0, "A3", "1:2", ""},
		"Endringer":    {1, 0, 0, 9, "A3", "1:2", ""},
		"Vurderinger":  {1, 0, 0, 5, "A3", "1:2", "list date textLength textLength"},
		"Regler":       {1, 0, 7, 0, "A2", "1:1", ""},
		"Om kjøringen": {0, 0, 0, 0, "", "", ""},
	}
	for _, s := range book.Sheets {
		w, known := want[s.Name]
		if !known {
			continue
		}
		delete(want, s.Name)
		if len(s.Tables) != w.tables || s.Charts != w.charts || s.Links < w.links || s.Types["date"] < w.dates || s.Frozen != w.frozen {
			t.Errorf("%s: %d tables, %d charts, %d links, %d dates, frozen at %q", s.Name, len(s.Tables), s.Charts, s.Links, s.Types["date"], s.Frozen)
		}
		if got := strings.Join(s.Lists, " "); got != w.lists {
			t.Errorf("%s asks for %q", s.Name, got)
		}
		if !s.Wide || s.Header != o.Classification || strings.ReplaceAll(s.Titles, "$", "") != w.titles {
			t.Errorf("%s: fits %t, marked %q, repeats %q", s.Name, s.Wide, s.Header, s.Titles)
		}
		if s.Types["f"] > 0 || s.Types["e"] > 0 {
			t.Errorf("%s has formulas or errors: %v", s.Name, s.Types)
		}
		for name, table := range s.Tables {
			if table[1] != true {
				t.Errorf("table %s has no filter", name)
			}
		}
	}
	if len(want) > 0 {
		t.Errorf("sheets that are not there: %v", want)
	}
}
