package reports

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"ninaudit/audit"
)

// caseRows is the duplicates sheet, each row with its empty cells at the end. Excelize shows zero as a positive
// number, whatever its format says.
func caseRows(t *testing.T, book *excelize.File, sheet string) [][]string {
	t.Helper()
	rows := must[[][]string](t)(book.GetRows(sheet))
	for i := range rows {
		rows[i] = slices.Concat(rows[i], make([]string, caseColumns-len(rows[i])))
	}
	return rows
}

func TestDuplicatesSheet(t *testing.T) {
	r := compared()
	rows := caseRows(t, opened(t, r, options(t, r, audit.Bokmal)), "Dubletter")
	const title = "Trolig samme person med to brukere"
	want := [][]string{
		{"Alvor", "Sak", "Bruker A", "Bruker B", "Hvor likt", "Vekt (bits)", "Hvor sannsynlig", "Prosent", "Status", "Funn-ID"},
		{"Haster", "Samme nummer på to ulike personer", "Per Sandvik (inaktiv)\nFjordvik videregående skole",
			"Oleksandra Shevchenko\nUvdal skule", "", "", "Så godt som sikkert", "99.3%", "Ny", "0e01"},
		{"", "Navn", "Per Sandvik (inaktiv)", "Oleksandra Shevchenko", "", "", "", "", "", ""},
		{"", "Feide-navn", "bruker0108@fjordvik.no", "bruker0110@uvdal.no", "", "", "", "", "", ""},
		{"", "Slags nummer", "fødselsnummer", "fødselsnummer", "", "", "", "", "", ""},
		{"", "Etternavn", "Sandvik", "Shevchenko", "Ulikt", "-4.2", "", "", "", ""},
		{"", "Fødselsdato", "", "", "Likt", "+8.1", "", "", "", ""},
		{"", "Sum", "", "", "", "+3.9", "", "", "", ""},
		make([]string, caseColumns),
		{"Bør kontrolleres", title, "Yuliia Shevchenko\nFjordvik ungdomsskole", "Julija Sjevtsjenko\nFjordvik videregående skole",
			"", "", "Så godt som sikkert", "99.9%", "Ny", "1a01"},
		{"", "Navn", "Yuliia Shevchenko", "Julija Sjevtsjenko", "", "", "", "", "", ""},
		{"", "Feide-navn", "bruker0201@fjordvik.no", "bruker0202@fjordvik.no", "", "", "", "", "", ""},
		{"", "Slags nummer", "uten nummer", "fødselsnummer", "", "", "", "", "", ""},
		{"", "Fornavn", "Yuliia", "Julija", "Samme navn, annen form", "+9.6", "", "", "", ""},
		{"", "Etternavn", "Shevchenko", "Sjevtsjenko", "Samme navn, annen form", "+10.2", "", "", "", ""},
		{"", "Fødselsdato", "", "", "Likt", "+12.6", "", "", "", ""},
		{"", "Enhet", "Fjordvik ungdomsskole", "Fjordvik videregående skole", "Ulikt", "+0.0", "", "", "", ""},
		{"", "E-post", "", "", "Mangler", "+0.0", "", "", "", ""},
		{"", "Utgangspunkt (to tilfeldige)", "", "", "", "-20.8", "", "", "", ""},
		{"", "Sum", "", "", "", "+11.6", "", "", "", ""},
		make([]string, caseColumns),
		{"Bør kontrolleres", title, "=Minh Nguyen\nFjordvik ungdomsskole", "Nguyen =Minh (inaktiv)", "", "", "Mulig", "69.9%", "Åpen", "1a02"},
	}
	if diff := cmp.Diff(want, rows[1:min(len(rows), len(want)+1)]); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	var fields []string
	for _, row := range rows[len(want)+1:] {
		fields = append(fields, strings.Trim(strings.Join(slices.DeleteFunc(row[1:6], func(s string) bool { return s == "" }), "|"), "|"))
	}
	text := strings.Join(fields, "\n")
	for _, want := range []string{
		"Fornavn og etternavn|=Minh / Nguyen|Nguyen / =Minh|Har byttet plass|+7.0",
		"Tidligere Feide-navn|minh@fjordvik.no|minh@fjordvik.no|Likt|+8.8",
		"Åse Øvrebø\nFjordvik videregående skole\nog 1 til",
		"Navn|(uten navn)\nFeide-navn|bruker0207@fjordvik.no\nSlags nummer|uten nummer\n" +
			"Sammenlignet|Åse Marie Øvrebø-Strand med et langt etternavn|Åse Øvrebø\n" +
			"Fornavn|Åse Marie|Åse|Del av navnet|+4.2\nFødselsdato|To siffer er ulike|+1.1\nSum|+5.3\n" +
			"Sammenlignet|Åse Marie Øvrebø-Strand med et langt etternavn|(uten navn)\n" +
			"Fornavn|Åse Marie|Aase|Trolig skrivefeil|+6.3\nEtternavn|Øvrebø-Strand|Øvrebo|Ligner|+2.5\nSum|+8.8\n",
		"Slags nummer|fødselsnummer|fødselsnummer\nNummer|Dokumentert\nshoe size|38|39|odd",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

func TestWithoutEvidenceThereIsNoDuplicatesSheet(t *testing.T) {
	r := compared()
	waiting := *r.findings[len(r.findings)-1]
	waiting.Status = audit.Waiting
	for _, f := range r.findings {
		f.Evidence = nil
	}
	r.findings = append(r.findings, &waiting)
	book := opened(t, r, options(t, r, audit.English))
	if diff := cmp.Diff([]string{"Summary", "Findings", "Rules", "About this run"}, book.GetSheetList()); diff != "" {
		t.Errorf("sheets (-want +got):\n%s", diff)
	}
	if text := flat(t, book, "Summary"); !strings.Contains(text, "DUPLICATES | fjordvik 12 of 5,009 accounts (0.2%)\n") {
		t.Errorf("the duplicate rate is not told, or links to nothing:\n%s", text)
	}
}

func TestDuplicatesFold(t *testing.T) {
	for _, n := range []int{mostUnfolded, mostUnfolded + 1} {
		r := compared()
		five := slices.DeleteFunc(slices.Clone(r.findings), func(f *audit.Finding) bool { return len(f.Evidence) == 0 })
		for i := len(five); i < n; i++ {
			f := *five[i%5]
			f.ID = fmt.Sprintf("2a%02d", i)
			r.findings = append(r.findings, &f)
		}
		o := options(t, r, audit.Bokmal)
		xlsx := produce(t, "xlsx", r, o)
		book := must[*excelize.File](t)(excelize.OpenReader(bytes.NewReader(xlsx)))
		folded, cases := n > mostUnfolded, 0
		rows := caseRows(t, book, "Dubletter")
		for i, row := range rows[caseHeader:] {
			at := i + caseHeader + 1
			head := row[caseID] != ""
			if head {
				cases++
			}
			level := must[uint8](t)(book.GetRowOutlineLevel("Dubletter", at))
			visible := must[bool](t)(book.GetRowVisible("Dubletter", at))
			if (level == 0) != head || visible != (head || !folded) {
				t.Fatalf("%d cases, row %d: head %v, level %d, visible %v", n, at, head, level, visible)
			}
		}
		if cases != n {
			t.Errorf("%d cases, want %d", cases, n)
		}
		sheet := string(part(t, xlsx, "xl/worksheets/sheet3.xml"))
		if got := strings.Count(sheet, `collapsed="1"`); got != map[bool]int{true: n + 1}[folded] { // and the row that ends the last
			t.Errorf("%d cases: %d rows are marked collapsed", n, got)
		}
		if !strings.Contains(sheet, `outlineLevelRow="1"`) {
			t.Error("the sheet does not tell how deep its rows are grouped")
		}
	}
}

func TestACaseLeadsToItsFinding(t *testing.T) {
	for _, perPage := range []int{3, 9, 14, 1000} {
		r := compared()
		o := options(t, r, audit.Bokmal)
		rep := must[audit.Report](t)(NewWorkbook(o))
		rep.(*workbook).perPage = perPage
		r.play(t, rep)
		book := must[*excelize.File](t)(excelize.OpenFile(rep.(Filed).Path()))
		var ids []string
		for _, sheet := range book.GetSheetList() {
			if !strings.HasPrefix(sheet, "Dubletter") {
				continue
			}
			rows := caseRows(t, book, sheet)
			if len(rows)-caseHeader > perPage {
				t.Errorf("%d a sheet: %s has %d rows", perPage, sheet, len(rows))
			}
			for i, row := range rows[caseHeader:] {
				linked, to, err := book.GetCellHyperLink(sheet, cellName(caseID+1, i+caseHeader+1))
				if err != nil || linked != (row[caseID] != "") {
					t.Fatalf("%s row %d: linked %v, %v", sheet, i, linked, err)
				}
				if !linked {
					continue
				}
				ids = append(ids, row[caseID])
				m := target.FindStringSubmatch(to)
				if got := must[string](t)(book.GetCellValue(m[1], "O"+m[2])); got != row[caseID] {
					t.Errorf("case %s leads to finding %s", row[caseID], got)
				}
			}
		}
		if got := strings.Join(ids, " "); got != "0e01 1a01 1a02 1a03 1a04" {
			t.Errorf("%d a sheet: cases %s", perPage, got)
		}
		if err := book.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestDuplicatesAreDeterministicAndWellFormed(t *testing.T) {
	r := compared()
	want := produce(t, "xlsx", r, options(t, r, audit.Nynorsk))
	for range 4 {
		r := compared()
		if !bytes.Equal(produce(t, "xlsx", r, options(t, r, audit.Nynorsk)), want) {
			t.Fatal("two workbooks of one run differ")
		}
	}
	sheet := part(t, want, "xl/worksheets/sheet3.xml")
	var order []string
	in := xml.NewDecoder(bytes.NewReader(sheet))
	for token, err := in.Token(); token != nil; token, err = in.Token() {
		if err != nil {
			t.Fatal(err)
		}
		if s, ok := token.(xml.StartElement); ok && slices.Contains([]string{"sheetData", "hyperlinks", "pageMargins"}, s.Name.Local) {
			order = append(order, s.Name.Local)
		}
	}
	if got := strings.Join(order, " "); got != "sheetData hyperlinks pageMargins" {
		t.Errorf("elements %s", got)
	}
}

func TestDuplicatesShowNoBirthDateAndNoDigitsUnlessAsked(t *testing.T) {
	for _, mode := range []NINMode{NINKind, NINMasked, NINFull} {
		r := compared()
		o := options(t, r, audit.English)
		o.NIN = mode
		text := flat(t, opened(t, r, o), "Duplicates")
		if strings.Contains(text, "2009-04-01") || strings.Contains(text, digits.snumber) {
			t.Errorf("%s: a value is shown of which the level alone may be", mode)
		}
		if got := strings.Contains(text, digits.fnr); got != (mode == NINFull) {
			t.Errorf("%s: a number stands in full: %v", mode, got)
		}
		if got := strings.Contains(text, "Number | 200369*****"); got != (mode == NINMasked) {
			t.Errorf("%s: a number stands masked: %v", mode, got)
		}
	}
}

func TestACaseOfManyListsTheFirst(t *testing.T) {
	r := compared()
	f := *r.findings[len(r.findings)-1]
	f.Subjects = nil
	for i := range 13 {
		f.Subjects = append(f.Subjects, person("fjordvik", fmt.Sprintf("0000000003%02d", i), "Elev "+strconv.Itoa(i), "", ""))
	}
	r.findings = []*audit.Finding{&f}
	text := flat(t, opened(t, r, options(t, r, audit.Bokmal)), "Dubletter")
	if strings.Count(text, "Navn | ") != 5 || !strings.Contains(text, "Elev 1\nog 11 til") || !strings.Contains(text, "\nog 3 til\n") {
		t.Errorf("got\n%s", text)
	}
}

// A case that has room on one sheet is not torn apart.
func TestCasesStayWhole(t *testing.T) {
	const longest = 18 // rows of the case of three entries
	sp := must[*spools](t)(newSpools(t.TempDir()))
	t.Cleanup(sp.remove)
	c := newCases(voice{l: audit.Bokmal}, NINKind, sp.cases)
	for _, f := range compared().findings {
		if err := c.add(f); err != nil {
			t.Fatal(err)
		}
	}
	for most := longest; most < 70; most++ {
		for _, s := range c.spans(most) {
			if s.to-s.from > most || c.begin[s.first] != s.from {
				t.Errorf("%d a sheet: rows %d to %d, and the first case begins at %d", most, s.from, s.to, c.begin[s.first])
			}
		}
	}
}
