package main

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"

	"ninaudit/audit"
	"ninaudit/audit/history"
	"ninaudit/audit/nin"
	"ninaudit/reports"
)

// answer WORKBOOK TO ANSWERS fills in the decisions of a workbook: for each line of ANSWERS, in the row of the person
// named first, the cells decision, reason, until and by; of a cell given as - the value stays. A line that begins with
// column= sets the cell under that header instead.
func answer(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: answer WORKBOOK TO ANSWERS")
	}
	book, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer func() { ts.Check(book.Close()) }()
	const sheet, head = "Vurderinger", 2
	rows, err := book.GetRows(sheet)
	ts.Check(err)
	for line := range strings.Lines(ts.ReadFile(args[2])) {
		parts := strings.Split(strings.TrimSpace(line), "|")
		at := slices.IndexFunc(rows, func(r []string) bool {
			return len(r) > 3 && strings.Contains(r[3], parts[0]) && r[3] != "Navn"
		})
		if at < 0 {
			ts.Fatalf("no row of %s", parts[0])
		}
		heads := []string{"Vurdering", "Begrunnelse", "Gjelder til", "Vurdert av"}
		if name, value, named := strings.Cut(parts[1], "="); named {
			heads, parts = []string{name}, []string{"", value}
		}
		for i, value := range parts[1:] {
			if column := slices.Index(rows[head-1], heads[i]); value != "-" {
				cell, err := excelize.CoordinatesToCellName(column+1, at+1)
				ts.Check(err)
				ts.Check(book.SetCellStr(sheet, cell, value))
			}
		}
	}
	ts.Check(book.SaveAs(ts.MkAbs(args[1])))
}

// sheet WORKBOOK SHEET TO writes what stands on a sheet of a workbook, a line a row.
func sheet(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: sheet WORKBOOK SHEET TO")
	}
	book, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer func() { ts.Check(book.Close()) }()
	rows, err := book.GetRows(args[1])
	ts.Check(err)
	var b strings.Builder
	for _, row := range rows {
		b.WriteString(strings.Join(row, "|") + "\n")
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), []byte(b.String()), 0o600))
}

// courtroom is a history with one open case a rule, and one that is resolved.
func courtroom() *history.Night {
	n := &history.Night{Last: history.Run{Day: 20261123}}
	for i, f := range []history.Finding{
		{ID: "checksum", Rule: "nin-checksum", Severity: audit.Error}, {ID: "mended", Rule: "nin-checksum", Severity: audit.Error, Resolved: 20261122},
		{ID: "one", Rule: "duplicate-person", Severity: audit.Warning}, {ID: "overlay", Rule: "overlay", Severity: audit.Critical},
		{ID: "pending", Rule: "pending-number", Severity: audit.Warning}, {ID: "twins", Rule: "duplicate-number", Severity: audit.Error},
		{ID: "untold", Rule: "nin-duf", Severity: audit.Warning}, {ID: "written", Rule: "nin-duf", Severity: audit.Warning},
	} {
		f.Told, f.Persons = 20261101, []int64{int64(i + 1)}
		if f.ID == "untold" {
			f.Told = 0
		}
		n.Findings = append(n.Findings, f)
		n.Persons = append(n.Persons, history.Known{ID: int64(i + 1)})
	}
	n.Events = []history.Finding{{ID: "e", Rule: "change-number-changed", Told: 20261122, Persons: []int64{7}}}
	n.Reviews = []history.Review{{Finding: "written", Choice: audit.FalseAlarm, Reason: "as it should be", By: "Kari", Until: 20261120, Book: 20261121}}
	return n
}

// TestWhatIsRefused holds every reason, one a row.
func TestWhatIsRefused(t *testing.T) {
	fine := reports.Answer{Finding: "checksum", Book: 20261123, Choice: audit.BeingHandled, Reason: "asked the school", By: "Kari, IT", Until: 20261201}
	but := func(change func(*reports.Answer)) reports.Answer {
		a := fine
		change(&a)
		return a
	}
	for name, c := range map[string]struct {
		a    reports.Answer
		want string // in the reason, or the outcome
	}{
		"fine":                   {fine, "taken"},
		"unknown key":            {but(func(a *reports.Answer) { a.Finding = "nobody" }), "the finding is unknown"},
		"no key":                 {but(func(a *reports.Answer) { a.Finding = "" }), "the finding is unknown"},
		"never told":             {but(func(a *reports.Answer) { a.Finding = "untold" }), "the finding is unknown"},
		"edited":                 {but(func(a *reports.Answer) { a.Edited = true }), "the text about the finding was changed"},
		"of another history":     {but(func(a *reports.Answer) { a.Book = 20261124 }), "no run as late as that"},
		"old":                    {but(func(a *reports.Answer) { a.Book = 20261023 }), "of 2026-10-23, and too old"},
		"just not too old":       {but(func(a *reports.Answer) { a.Book = 20261024 }), "taken"},
		"resolved":               {but(func(a *reports.Answer) { a.Finding = "mended" }), "was resolved on 2026-11-22"},
		"odd choice":             {but(func(a *reports.Answer) { a.Choice, a.OddChoice = 0, true }), "none of those in the list"},
		"no choice":              {but(func(a *reports.Answer) { a.Choice = 0 }), "no decision is picked"},
		"not the same, fault":    {but(func(a *reports.Answer) { a.Choice = audit.NotSamePerson }), `"Not the same person" does not fit`},
		"not the same, likely":   {but(func(a *reports.Answer) { a.Finding, a.Choice = "one", audit.NotSamePerson }), "taken"},
		"not the same, number":   {but(func(a *reports.Answer) { a.Finding, a.Choice = "twins", audit.NotSamePerson }), "does not fit"},
		"not the same, overlay":  {but(func(a *reports.Answer) { a.Finding, a.Choice = "overlay", audit.NotSamePerson }), "does not fit"},
		"no number, has one":     {but(func(a *reports.Answer) { a.Choice = audit.NoNumber }), "does not fit"},
		"no number, waits":       {but(func(a *reports.Answer) { a.Finding, a.Choice = "pending", audit.NoNumber }), "taken"},
		"no reason":              {but(func(a *reports.Answer) { a.Reason = "" }), "the reason is missing"},
		"nobody":                 {but(func(a *reports.Answer) { a.By = "" }), "who decided it is missing"},
		"seven digits":           {but(func(a *reports.Answer) { a.Reason = "case 2026/123" }), "taken"},
		"eight digits":           {but(func(a *reports.Answer) { a.Reason = "case 2026/1234" }), "the reason holds eight digits"},
		"digits apart":           {but(func(a *reports.Answer) { a.Reason = "0 1 8 1 - 9 0 x 1 2" }), "the reason holds eight digits"},
		"digits of another kind": {but(func(a *reports.Answer) { a.Reason = "٠١٨١٩٠١٢" }), "the reason holds eight digits"},
		"digits in by":           {but(func(a *reports.Answer) { a.By = "Kari 01819012" }), "who decided it holds eight digits"},
		"long":                   {but(func(a *reports.Answer) { a.Reason = strings.Repeat("ø", reports.MaxAnswer+1) }), "longer than 500"},
		"as long as may be":      {but(func(a *reports.Answer) { a.Reason = strings.Repeat("ø", reports.MaxAnswer) }), "taken"},
		"no day":                 {but(func(a *reports.Answer) { a.Until = 0 }), "the date is missing"},
		"odd day":                {but(func(a *reports.Answer) { a.Until, a.OddUntil = 0, true }), `"Until" is no date`},
		"past":                   {but(func(a *reports.Answer) { a.Until = 20261122 }), "2026-11-22 is past"},
		"today":                  {but(func(a *reports.Answer) { a.Until = 20261123 }), "taken"},
		"error, 90 days":         {but(func(a *reports.Answer) { a.Until = nin.Date(20261123).AddDays(90) }), "taken"},
		"error, 91 days":         {but(func(a *reports.Answer) { a.Until = nin.Date(20261123).AddDays(91) }), "may stand until 2027-02-21, 90 days"},
		"critical, 14 days":      {but(func(a *reports.Answer) { a.Finding, a.Until = "overlay", 20261207 }), "taken"},
		"critical, 15 days":      {but(func(a *reports.Answer) { a.Finding, a.Until = "overlay", 20261208 }), "may stand until 2026-12-07, 14 days"},
		"warning, 367 days":      {but(func(a *reports.Answer) { a.Finding, a.Until = "one", nin.Date(20261123).AddDays(367) }), "366 days"},
		"in a file":              {reports.Answer{Finding: "checksum", Book: 20261123, Was: true}, "in the file that the configuration names as waivers"},
		"withdrawn":              {reports.Answer{Finding: "written", Book: 20261123, Was: true}, "withdrawn"},
		"older than what stands": {but(func(a *reports.Answer) { a.Finding, a.Book = "written", 20261120 }), "the later workbook of 2026-11-21 stands"},
		"stands, and has lapsed": {reports.Answer{Finding: "written", Book: 20261121, Choice: audit.FalseAlarm, Reason: "as it should be", By: "Kari",
			Until: 20261120}, "unchanged"},
	} {
		r := newJury(courtroom(), defaultConfig(), 20261123).judge(&reports.Answers{Rows: 1, Changed: []reports.Answer{c.a}})
		row := &r.rows[0]
		told := string(row.outcome)
		if row.outcome == rowRefused {
			told = row.why[0].EN
		}
		if !strings.Contains(told, c.want) || len(row.why) > 1 || (row.outcome == rowRefused) != (len(row.why) == 1) {
			t.Errorf("%s: %s %q, want %q", name, row.outcome, row.why, c.want)
		}
		for _, why := range row.why {
			if !why.Complete() || strings.Contains(why.NB+why.NN+why.EN, "{") {
				t.Errorf("%s: %q", name, why)
			}
		}
		if text := r.text(audit.Bokmal) + r.text(audit.Nynorsk) + r.text(audit.English); strings.Contains(text, "0181") || strings.Contains(text, "٠") {
			t.Errorf("%s: digits are shown: %s", name, text)
		}
	}
}

// TestRowsAreJudgedByThemselves: several faults are told at once, two rows on one case must agree, and a number that
// changed after the workbook was written makes its case another.
func TestRowsAreJudgedByThemselves(t *testing.T) {
	a := reports.Answer{Finding: "checksum", Book: 20261121, Choice: audit.BeingHandled, Reason: "asked", By: "Kari", Until: 20261201}
	same, other, empty, changed := a, a, a, a
	other.Finding, other.By = "one", "Ola"
	empty = reports.Answer{Finding: "pending", Book: 20261121, Choice: audit.NotSamePerson, OddUntil: true}
	changed.Finding = "written"
	twice := other
	twice.By = "Kari"
	n := courtroom()
	n.Events[0].Persons = []int64{8}
	n.Reviews = nil
	j := newJury(n, defaultConfig(), 20261123)
	r := j.judge(&reports.Answers{Rows: 9, Changed: []reports.Answer{a, same, other, twice, empty, changed}})
	var got []string
	for _, row := range r.rows {
		line := string(row.outcome)
		for _, why := range row.why {
			line += " | " + why.EN
		}
		got = append(got, line)
	}
	want := []string{
		"taken", "unchanged", "refused | two rows say different things about one finding; keep one",
		"refused | two rows say different things about one finding; keep one",
		`refused | "Not the same person" does not fit this finding; pick one of Accept until a date · Being handled · False alarm · Will not get a number` +
			` | the reason is missing | who decided it is missing | what stands under "Until" is no date; write it as 2026-12-31`,
		"refused | the number has changed since the workbook was written; decide in the newest",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(j.reviews) != 1 {
		t.Errorf("kept %+v", j.reviews)
	}
	if r.verdict() == nil || codeOf(r.verdict()) != exitUsage || r.left != 3 {
		t.Errorf("verdict %v, %d left", r.verdict(), r.left)
	}
}

// TestAccount: somebody runs this test.
func TestAccount(t *testing.T) {
	if account() == "" && os.Getenv("USER") != "" {
		t.Error("nobody runs this")
	}
}
