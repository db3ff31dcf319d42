package reports

import (
	"errors"
	"fmt"
	"slices"

	"github.com/xuri/excelize/v2"

	"ninaudit/audit"
)

// workbook writes the officer's workbook: a first page, the findings, who has no number, the evidence of findings
// that compare persons, what has changed, the rules, and the run.
//
// Rows of findings go to a spool on disk as they arrive, for a fault that hits a whole catalog may give as
// many findings as there are persons, and everything that stands above the rows (widths, the place of each
// rule, what has one cause) is known only after the last one. Finish lets excelize build all sheets, the
// findings' with its header, table and formats, and puts the rows into that sheet's part while the file is
// zipped. Excelize's own StreamWriter was the other way; it can mark no row as collapsed, and it writes its
// parts in random order.
type workbook struct {
	*file
	voice
	o       Options
	columns []column
	spools  *spools
	cases   *cases
	waits   *listing
	changes *listing
	answers *listing // the decisions sheet
	served  *listing // the services sheet
	gaps    *listing // what catalogs and source systems say differently
	tally   *tally
	widths  []float64 // the widest text of each column so far, at most the column's own limit
	perPage int       // rows that one sheet holds below its header
}

// maxRows is how many rows a sheet has (Excel specifications and limits).
const maxRows = 1 << 20

// NewWorkbook begins ninaudit-YYYY-MM-DD.xlsx in o.Dir. Waiting findings are not written.
func NewWorkbook(o Options) (audit.Report, error) {
	f, err := create(o.Dir, "ninaudit-"+o.AsOf.String()+".xlsx", true)
	if err != nil {
		return nil, err
	}
	f.deliver = o.Deliver
	s, err := newSpools(o.Dir)
	if err != nil {
		f.Discard()
		return nil, f.fault(err)
	}
	w := &workbook{file: f, voice: voice{l: o.Language}, o: o, spools: s, tally: newTally(o.AsOf), perPage: maxRows - caseHeader}
	w.cases = newCases(w.voice, o.NIN, s.cases)
	w.waits, w.changes = w.newWaits(s.waits), w.newChanges(s.changes)
	w.answers, w.served = w.newDecisions(s.answers), w.newServices(s.served)
	w.gaps = w.newGaps(s.gaps)
	w.columns = w.layout()
	w.widths = make([]float64, len(w.columns))
	for i, c := range w.columns {
		w.columns[i].at = i
		w.widths[i] = w.headWidth(c.head)
		if c.serial != nil || c.numeric {
			w.widths[i] = c.most
		}
	}
	return w, nil
}

// headWidth is what a header takes, with the filter's button beside it.
func (w *workbook) headWidth(head word) float64 { return measure(w.say(head)) + padding + 3 }

// Finding keeps one row among the findings, or among the changes, or both.
func (w *workbook) Finding(f *audit.Finding) error {
	if f.Status == audit.Waiting {
		return nil
	}
	at := w.changes.spool.len()
	if changed(f) {
		if err := w.changes.add(w.changeRow(f, w.o.AsOf)); err != nil {
			return w.fault(err)
		}
	}
	if !amongFindings(f) {
		w.tally.elsewhere(f, w.l, at)
		return nil
	}
	r := row{severity: f.Severity, status: f.Status, since: f.Since, texts: make([]string, len(w.columns))}
	for i, c := range w.columns {
		if c.finding != nil {
			r.texts[i] = w.fit(c.finding(f))
			w.widen(i, r.texts[i])
			w.columns[i].optional = c.optional && r.texts[i] == ""
		}
	}
	err := errors.Join(w.spools.findings.add(&r), w.cases.add(f))
	if w.o.Answers && answerable(f) && err == nil {
		err = w.answers.add(w.answerRow(f, r.texts))
	}
	if err != nil {
		return w.fault(err)
	}
	w.tally.add(f, w.l)
	return nil
}

// Finish builds the workbook and makes it safe on disk.
func (w *workbook) Finish(s audit.Summary) error {
	defer w.spools.remove()
	if err := w.build(&s); err != nil {
		return w.fault(err)
	}
	return w.finish()
}

// Discard removes what is not published, the spool included.
func (w *workbook) Discard() {
	w.spools.remove()
	w.file.Discard()
}

// build makes the sheets in the order in which they stand, the first page last, for it points into the others.
func (w *workbook) build(s *audit.Summary) (err error) {
	book := excelize.NewFile(excelize.Options{TmpDir: w.spools.dir})
	defer func() { err = errors.Join(err, book.Close()) }()
	p := &press{workbook: w, book: book, sum: s, parts: newParts(w.file), says: newOverview(w.voice, &w.o, s, w.tally)}
	p.styles, err = newStyles(book, w.l)
	if err != nil {
		return err
	}
	if err := book.SetSheetName(book.GetSheetName(0), w.say(sheetSummary)); err != nil {
		return err
	}
	w.columns = slices.DeleteFunc(w.columns, func(c column) bool { return c.optional })
	for _, step := range []func() error{
		p.readLedger, p.readEvents, p.lay, p.findings, p.ledger, p.duplicates, p.changed, p.services, p.compared, p.decided, p.rules, p.about,
		p.summary, p.properties,
	} {
		if err := step(); err != nil {
			return err
		}
	}
	book.SetZipWriter(p.parts.open)
	if _, err := book.WriteToBuffer(); err != nil { // the buffer stays empty: parts writes to the file
		return err
	}
	return nil
}

// press is one workbook in the making.
type press struct {
	*workbook
	book   *excelize.File
	sum    *audit.Summary
	styles styles
	parts  *parts
	plan   plan      // where each row of findings stands
	says   *overview // what the first page says
	drawn  drawn     // where the figures of its charts stand
}

// properties says what the file is, in the file's own properties; its day is the run's.
func (p *press) properties() error {
	created := p.o.AsOf.String() + "T00:00:00Z"
	return errors.Join(
		p.book.SetDocProps(&excelize.DocProperties{
			Title: p.says.title, Subject: p.say(titlePlain), Creator: "ninaudit", LastModifiedBy: "ninaudit",
			Category: p.o.Classification, Language: string(p.l), Version: p.o.Version,
			Created: created, Modified: created,
		}),
		p.book.SetAppProps(&excelize.AppProperties{Application: "ninaudit"}),
	)
}

// link is where a reader of the first page finds the row, in the workbook's own terms.
func link(sheet string, row int) string { return fmt.Sprintf("'%s'!A%d", sheet, row) }
