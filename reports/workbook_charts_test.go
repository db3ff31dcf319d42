package reports

import (
	"fmt"
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ninaudit/audit"
)

var formula = regexp.MustCompile(`<f>'([^']+)'!\$([A-Z])\$(\d+)(?::\$[A-Z]\$(\d+))?</f>`)

// drawnIn reads a chart: what its formulas lead to, a list each.
func drawnIn(t *testing.T, book *excelize.File, chart []byte) (lists []string) {
	t.Helper()
	for _, m := range formula.FindAllStringSubmatch(html.UnescapeString(string(chart)), -1) {
		var from, to int
		_, _ = fmt.Sscan(m[3], &from)
		if to = from; m[4] != "" {
			_, _ = fmt.Sscan(m[4], &to)
		}
		var cells []string
		for row := from; row <= to; row++ {
			cells = append(cells, must[string](t)(book.GetCellValue(m[1], fmt.Sprint(m[2], row))))
		}
		lists = append(lists, strings.Join(cells, "|"))
	}
	return lists
}

// TestChartsDrawTheFigures that stand on the sheet about the run.
func TestChartsDrawTheFigures(t *testing.T) {
	r := withTrend(settled())
	o := options(t, r, audit.Bokmal)
	xlsx := produce(t, formatWorkbook, r, o)
	book := opened(t, r, options(t, r, audit.Bokmal))
	var all [][]string
	for n := 1; n <= 3; n++ {
		all = append(all, drawnIn(t, book, part(t, xlsx, fmt.Sprintf("xl/charts/chart%d.xml", n))))
	}
	if len(part(t, xlsx, "xl/charts/chart4.xml")) > 0 {
		t.Error("there are more than three charts")
	}
	trend, waits, rules := all[0], all[1], all[2]
	if len(trend) != 12 || trend[0] != "Haster" || strings.Count(trend[1], "|") != audit.TrendNights-1 ||
		!strings.HasPrefix(trend[1], "25.10.2026|") || !strings.Contains(trend[1], "|04.11.2026 *|") || !strings.HasSuffix(trend[1], "|23.11.2026") {
		t.Errorf("the trend draws %q", trend)
	}
	var errs []string
	for _, n := range r.sum.Trend.Shown() {
		errs = append(errs, fmt.Sprint(n.Open[audit.Error]))
	}
	if got := trend[5]; trend[3] != "Feil" || got != strings.Join(errs, "|") {
		t.Errorf("the trend of errors is %q, want %q", got, errs)
	}
	if !slices.Contains(rules, "Haster") || !slices.Contains(rules, "Feil") || !strings.Contains(rules[1], "Samme nummer på to ulike personer") ||
		!strings.Contains(rules[1], "Nummeret står nå på en annen person") || strings.Contains(rules[1], "Nummer lagt inn") {
		t.Errorf("the rules draw %q", rules)
	}
	if want := []string{"Brukere", "0–30 dager|31–90 dager|91–180 dager|Over 180 dager|Ukjent ventetid", "3|2|2|1|1"}; len(waits) != 3 || waits[2] != want[2] {
		t.Errorf("the waits draw %q, want %q", waits, want)
	}
}

// TestTheTableOfSeverities has a column for each night that is known.
func TestTheTableOfSeverities(t *testing.T) {
	r := withTrend(settled())
	text := flat(t, opened(t, r, options(t, r, audit.Bokmal)), "Sammendrag")
	for _, want := range []string{"Alvor | Nå | Sist: 22.11. | 24.10.\n", "Feil | 6 | 11 | 26\n", "Til orientering | 2 | 1 | 1\n",
		"UTEN NUMMER | 0–30 d: 3 · 31–90: 2 · 91–180: 2 · over 180: 1 · ukjent hvor lenge: 1. Får ikke nummer: 1. Ved skolestart 17.08.2027: 11 over fristen. | Vis\n",
		"VARSLE | Nummer lagt inn: 1 | Vis\n", "Først meldt 10.11. kl. 02.41."} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	r = recorded()
	if text = flat(t, opened(t, r, options(t, r, audit.Bokmal)), "Sammendrag"); !strings.Contains(text, "Alvor | Nå\n") {
		t.Errorf("without history the table says\n%s", text)
	}
}

// TestTheDayOfDeletion stands on the first page and on the sheet about the run.
func TestTheDayOfDeletion(t *testing.T) {
	r := recorded()
	o := options(t, r, audit.Bokmal)
	o.DeleteOn = 20270222
	book := opened(t, r, o)
	for sheet, want := range map[string]string{"Sammendrag": " · Skal slettes senest 22.02.2027\n", "Om kjøringen": "Skal slettes senest | 22.02.2027\n"} {
		if text := flat(t, book, sheet); !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}
