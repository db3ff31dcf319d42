package reports

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// cells are the texts of one column of a sheet, by its header, from its first row down.
func cells(t *testing.T, book *excelize.File, sheet, head string) []string {
	t.Helper()
	rows := must[[][]string](t)(book.GetRows(sheet))
	at := -1
	var texts []string
	for _, row := range rows {
		if at < 0 {
			at = slices.Index(row, head)
			continue
		}
		text := ""
		if at < len(row) {
			text = row[at]
		}
		texts = append(texts, text)
	}
	if at < 0 {
		t.Fatalf("sheet %s has no column %s", sheet, head)
	}
	return texts
}

func TestFirstPageTellsWhatChanged(t *testing.T) {
	r := settled()
	text := flat(t, opened(t, r, options(t, r, audit.Bokmal)), "Sammendrag")
	for _, want := range []string{
		"Gjør i dag | Denne uken | Før skolestart | Ingen frist | Løst | Under arbeid\n",
		" | siden sist | hos dere\n",
		"SIDEN SIST | Nye: 3 · Tilbake: 2 · Løst: 2 (1 rettet, 1 ikke lenger i katalogen) · Akseptert: 2 · Andre endringer: 1. " +
			"Sammenlignet med kjøringen 22.11.2026. | Vis\n",
		"UTEN NUMMER | 0–30 d: 3 · 31–90: 2 · 91–180: 2 · over 180: 1 · ukjent hvor lenge: 1. Får ikke nummer: 1. | Vis\n",
		"1 oppføring kunne ikke leses. Eldre funn om dette er ført videre: 2.",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if strings.Contains(text, "Første kjøring") {
		t.Error("it is told to be a first run")
	}
}

// TestWhatWasNotReadIsCarried: the first lines say so, of all or of the catalog that broke off.
func TestWhatWasNotReadIsCarried(t *testing.T) {
	r := settled()
	r.sum.Catalogs[1].Complete, r.sum.Catalogs[1].Reason, r.sum.Catalogs[1].Carried = false, "the line broke", 7
	o := options(t, r, audit.Bokmal)
	for _, text := range []string{flat(t, opened(t, r, o), "Sammendrag"), shown(t, r, o)} {
		for _, want := range []string{"IKKE FULLSTENDIG", "Eldre funn i uvdal er ført videre", "uvdal: the line broke (eldre funn ført videre: 7)"} {
			if !strings.Contains(strings.ReplaceAll(text, "\n", " "), want) {
				t.Errorf("no %q in\n%s", want, text)
			}
		}
	}
	r.sum.Catalogs[0].Complete = false
	if text := shown(t, r, o); !strings.Contains(strings.ReplaceAll(text, "\n", " "), "Eldre funn er ført videre, ingenting er meldt løst.") {
		t.Errorf("of all catalogs:\n%s", text)
	}
}

func TestFirstRuns(t *testing.T) {
	r := recorded()
	r.sum.History, r.sum.Baseline = true, true
	o := options(t, r, audit.English)
	if text := shown(t, r, o); !strings.Contains(text, "First run: everything found is recorded as open; nothing is new.") {
		t.Errorf("a first run:\n%s", text)
	}
	r = settled()
	r.sum.Catalogs[1].Fresh, o.Height = true, 60
	if text := shown(t, r, o); !strings.Contains(text, "First run for uvdal:") {
		t.Errorf("a new catalog:\n%s", text)
	}
}

func TestLedgerSheet(t *testing.T) {
	r := settled()
	book := opened(t, r, options(t, r, audit.Bokmal))
	const sheet = "Uten nummer"
	names := cells(t, book, sheet, "Navn")
	// By unit in Norwegian order, then the longest wait; then unknown ones and those who will not get a number.
	want := []string{"Venter 2", "Venter 6", "Venter 4", "Venter 0", "Venter 8", "Venter 5", "Venter 1", "Venter 9", "Venter 3", "Venter 7"}
	slices.Sort(want)
	got := slices.Sorted(slices.Values(names))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("persons (-want +got):\n%s", diff)
	}
	units := cells(t, book, sheet, "Enhet")
	if diff := cmp.Diff([]string{"Fjordvik ungdomsskole", "Øvre skole", "Ålvik skole", ""}, slices.Compact(slices.Clone(units))); diff != "" {
		t.Errorf("units (-want +got):\n%s", diff)
	}
	at := func(name string) int { return slices.Index(names, name) }
	for head, texts := range map[string]map[string]string{
		"Ventetid":    {"Venter 0": "0–30 dager", "Venter 2": "31–90 dager", "Venter 4": "91–180 dager", "Venter 5": "Over 180 dager", "Venter 6": "Ukjent hvor lenge", "Venter 7": "Får ikke nummer"},
		"Dager":       {"Venter 0": "3", "Venter 6": "", "Venter 5": "400"},
		"Står der nå": {"Venter 0": "ingenting", "Venter 1": "DUF-nummer", "Venter 3": "lokalt nummer"},
		"Meldt":       {"Venter 0": "Innenfor fristen", "Venter 2": "Bør kontrolleres", "Venter 3": "I en annen sak", "Venter 8": "Akseptert til 01.12.2026"},
		"Vurdering":   {"Venter 0": "", "Venter 7": "Gjest – Kari Nordmann"},
		"Annen konto": {"Venter 0": "", "Venter 3": "Se den andre kontoen: sak 1a01", "Venter 9": "Se den andre kontoen: sak 0e01"},
	} {
		shown := cells(t, book, sheet, head)
		for name, want := range texts {
			if got := shown[at(name)]; got != want {
				t.Errorf("%s of %s is %q, want %q", head, name, got, want)
			}
		}
	}
	checkOther(t, book, sheet, at("Venter 3")+listHeader+1, "1a01")
}

// checkOther follows the link to another account: it leads to the case, side by side.
func checkOther(t *testing.T, book *excelize.File, sheet string, row int, id string) {
	t.Helper()
	rows := must[[][]string](t)(book.GetRows(sheet))
	cell := cellName(slices.Index(rows[1], "Annen konto")+1, row)
	ok, to, err := book.GetCellHyperLink(sheet, cell)
	m := target.FindStringSubmatch(to)
	if err != nil || !ok || m == nil {
		t.Fatalf("%s leads to %q, %v", cell, to, err)
	}
	cases := must[[][]string](t)(book.GetRows(m[1]))
	if at := slices.IndexFunc(cases, func(row []string) bool { return slices.Contains(row, id) }); at < 0 || cellName(1, at+1) != "A"+m[2] {
		t.Errorf("%s leads to %s, case %s stands in row %d of %s", cell, to, id, at+1, m[1])
	}
}

func TestWithoutWaitsTheLedgerSaysSo(t *testing.T) {
	r := settled()
	r.sum.Ledger = func(func(*audit.Wait) bool) {}
	rows := must[[][]string](t)(opened(t, r, options(t, r, audit.English)).GetRows("Without number"))
	if len(rows) != 1 || rows[0][0] != "None of the active accounts that were read is without a number." {
		t.Errorf("rows %q", rows)
	}
}

func TestChangesSheet(t *testing.T) {
	r := settled()
	book := opened(t, r, options(t, r, audit.Bokmal))
	const sheet = "Endringer"
	what, status, when, fix := cells(t, book, sheet, "Hva"), cells(t, book, sheet, "Status"), cells(t, book, sheet, "Når"), cells(t, book, sheet, "Hva gjør du")
	var got []string
	for i := range what {
		got = append(got, when[i]+" "+what[i]+": "+status[i])
		if done := strings.HasPrefix(status[i], "Løst"); done != (fix[i] == "") {
			t.Errorf("%s: to do %q", got[i], fix[i])
		}
	}
	want := []string{
		"23.11.2026 Feltet inneholder ikke et identitetsnummer: Løst (rettet)",
		"23.11.2026 Feil kontrollsiffer: Tilbake",
		"23.11.2026 S-nummer (Samordna opptak): Løst (ikke lenger i katalogen)",
		"23.11.2026 Samme nummer på to ulike personer: Ny",
		"23.11.2026 Trolig samme person med to brukere: Ny",
		"23.11.2026 Trolig samme person med to brukere: Tilbake",
		"23.11.2026 Nummer lagt inn: Hendelse",
		"23.11.2026 Nummeret står nå på en annen person: Hendelse",
		"10.11.2026 Nummer lagt inn: Hendelse",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
	found := cells(t, book, "Funn", "Funn-ID")
	if slices.Contains(found, "2a01") || !slices.Contains(found, "2a02") {
		t.Errorf("among the findings stand %v: the events that are errors must, and no others", found)
	}
}

// TestFindingsThatAreDone say how, and by whose decision; their severity has no colour.
func TestFindingsThatAreDone(t *testing.T) {
	r := settled()
	book := opened(t, r, options(t, r, audit.Bokmal))
	ids := cells(t, book, "Funn", "Funn-ID")
	status, decided, told := cells(t, book, "Funn", "Status"), cells(t, book, "Funn", "Vurdering"), cells(t, book, "Funn", "Først meldt")
	fills := map[int]bool{}
	for id, want := range map[string][3]string{
		"0a03": {"Løst (rettet)", "", "03.11.2026 02.41"}, "0c01": {"Løst (ikke lenger i katalogen)", "", "07.11.2026 02.41"},
		"0a01": {"Akseptert til 05.12.2026", "Undersøkes av skolen – Kari Nordmann", "01.11.2026 02.41"},
		"0b01": {"Tilbake", "", "06.11.2026 02.41"},
	} {
		at := slices.Index(ids, id)
		if got := [3]string{status[at], decided[at], told[at]}; got != want {
			t.Errorf("%s reads %q, want %q", id, got, want)
		}
		style := must[int](t)(book.GetCellStyle("Funn", cellName(1, at+2)))
		if id == "0b01" {
			continue
		}
		fills[style] = true
	}
	open := must[int](t)(book.GetCellStyle("Funn", cellName(1, slices.Index(ids, "0b01")+2)))
	if fills[open] {
		t.Error("a finding that is done has the colour of one that is open")
	}
}

// TestSettledInEveryFormat holds the other formats' goldens, and that no digits are shown.
func TestSettledInEveryFormat(t *testing.T) {
	for _, l := range audit.Languages() {
		r := settled()
		golden(t, "settled."+string(l)+".jsonl", produce(t, "jsonl", r, options(t, r, l)))
		r = settled()
		o := options(t, r, l)
		o.Height = 60
		golden(t, "settled."+string(l)+".txt", []byte(shown(t, r, o)))
	}
	r := settled()
	xlsx := part(t, produce(t, "xlsx", r, options(t, r, audit.Nynorsk)), "")
	for _, d := range []string{digits.fnr, digits.synthetic, digits.snumber, digits.wrong} {
		if bytes.Contains(xlsx, []byte(d[:7])) {
			t.Error("the workbook shows digits")
		}
	}
	again := settled()
	if !bytes.Equal(produce(t, "xlsx", r, options(t, r, audit.Nynorsk)), produce(t, "xlsx", again, options(t, again, audit.Nynorsk))) {
		t.Error("two workbooks of one run differ")
	}
}

// TestLongListsContinueOnTheNextSheet: nobody is lost, and every link finds its case.
func TestLongListsContinueOnTheNextSheet(t *testing.T) {
	for _, perPage := range []int{1, 3, 4, 9} {
		r := settled()
		rep := must[audit.Report](t)(NewWorkbook(options(t, r, audit.Bokmal)))
		rep.(*workbook).perPage = perPage
		r.play(t, rep)
		book := must[*excelize.File](t)(excelize.OpenFile(rep.(Filed).Path()))
		var waits, changes int
		for _, sheet := range book.GetSheetList() {
			n := len(must[[][]string](t)(book.GetRows(sheet))) - listHeader
			switch {
			case strings.HasPrefix(sheet, "Uten nummer"):
				waits += n
			case strings.HasPrefix(sheet, "Endringer"):
				changes += n
			default:
				continue
			}
			if n > perPage {
				t.Errorf("%d a sheet: %s has %d rows", perPage, sheet, n)
			}
		}
		if waits != 10 || changes != 9 {
			t.Errorf("%d a sheet: %d waits and %d changes", perPage, waits, changes)
		}
		checkLinks(t, book, 5+1+4)
		if err := book.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// TestAChangeTellsNoMoreThanItsRule: names are not compared and kinds are not shown beside a change of numbers.
func TestAChangeTellsNoMoreThanItsRule(t *testing.T) {
	r := settled()
	r.findings[len(r.findings)-2].Subjects[0].Kind = nin.D
	rows := must[[][]string](t)(opened(t, r, options(t, r, audit.Bokmal)).GetRows("Endringer"))
	for _, row := range rows {
		if strings.Contains(strings.Join(row, " "), audit.KindWord(nin.D).NB) {
			t.Errorf("a kind of number stands beside it: %q", row)
		}
	}
	if !regexp.MustCompile(`Hva\b`).MatchString(strings.Join(rows[1], " ")) {
		t.Errorf("header %q", rows[1])
	}
}
