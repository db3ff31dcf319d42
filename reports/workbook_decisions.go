package reports

import (
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// The columns of the decisions sheet. Readers of the workbook find them again by their headers, wherever they are moved.
const (
	answerSeverity = iota
	answerRule
	answerUnit
	answerName
	answerMessage
	answerChoice
	answerReason
	answerUntil
	answerBy
	answerLatest
	answerPrincipal
	answerCatalog
	answerKey
	answerSeal
	answerColumns
)

// answerHeads are the headers, by column.
func answerHeads() [answerColumns]word {
	return [answerColumns]word{
		answerSeverity: headSeverity, answerRule: headRule, answerUnit: headUnit, answerName: headName, answerMessage: headMessage,
		answerChoice: headDecision, answerReason: headReason, answerUntil: headUntil, answerBy: headBy, answerLatest: headLatest,
		answerPrincipal: headPrincipal, answerCatalog: headCatalog, answerKey: headID, answerSeal: headSeal,
	}
}

// MaxAnswer bounds what somebody writes as reason, or as who decided, in characters.
const MaxAnswer = 500

func (w *workbook) newDecisions(s *spool) *listing {
	text := func(s *styles, _ *row) int { return s.row.text }
	date := func(s *styles, _ *row) int { return s.row.date }
	fill := func(s *styles, _ *row) int { return s.list.input }
	columns := []listColumn{
		answerSeverity:  {most: 19, printed: true, style: func(s *styles, r *row) int { return s.row.severity[r.severity] }},
		answerRule:      {most: 26, printed: true, style: func(s *styles, _ *row) int { return s.row.strong }},
		answerUnit:      {most: 26, printed: true, style: text},
		answerName:      {most: 28, printed: true, style: text},
		answerMessage:   {most: 38, printed: true, style: text},
		answerChoice:    {most: 24, printed: true, style: fill},
		answerReason:    {most: 34, printed: true, style: fill},
		answerUntil:     {most: 14, printed: true, number: true, style: func(s *styles, _ *row) int { return s.list.inputDate }},
		answerBy:        {most: 24, printed: true, style: fill},
		answerLatest:    {most: 15, printed: true, number: true, style: date},
		answerPrincipal: {most: 34, style: text},
		answerCatalog:   {most: 18, style: text},
		answerKey:       {most: 24, hidden: true, style: func(s *styles, _ *row) int { return s.row.small }},
		answerSeal:      {most: 24, hidden: true, style: func(s *styles, _ *row) int { return s.row.small }},
	}
	for i, head := range answerHeads() {
		columns[i].head = head
	}
	l := w.newListing(sheetDecisions, "decisions", s, columns)
	for _, i := range []int{answerChoice, answerReason, answerBy} { // there must be room to write
		l.columns[i].wide = l.columns[i].most
	}
	l.also = (*press).answerCells
	return l
}

// answerable tells that somebody may decide on a finding: a case that stands, also one on which it has been decided. Who
// does not see everybody whom it concerns, in the workbook of a unit, is not asked.
func answerable(f *audit.Finding) bool {
	elsewhere := func(s audit.Subject) bool { return s.Elsewhere }
	return !isEvent(f) && (isOpen(f) || f.Status == audit.Waived) && !slices.ContainsFunc(f.Subjects, elsewhere)
}

// answerTexts are the texts that say what a case is about, as they stand among the findings.
func (w *workbook) answerTexts(found []string) []string {
	t := make([]string, answerColumns)
	heads := answerHeads()
	for i := range w.columns {
		if column := slices.Index(heads[:], w.columns[i].head); column >= 0 && w.columns[i].head != headDecision {
			t[column] = found[w.columns[i].at]
		}
	}
	return t
}

// answerRow is a line of the decisions sheet: what a case is about, the decision that stands, and what tells, when the
// workbook comes back, which case it was and whether the line is still the same.
//
// It is made of the case's row among the findings.
func (w *workbook) answerRow(f *audit.Finding, found []string) *row {
	t := w.answerTexts(found)
	r := &row{severity: f.Severity, status: f.Status, texts: t}
	if n, ok := serial(audit.LatestWaiver(f.Severity, w.o.AsOf)); ok {
		t[answerLatest] = strconv.Itoa(n)
	}
	a := answerOf(f.Waiver)
	if a.choice != 0 {
		t[answerChoice], t[answerReason], t[answerBy] = a.choice.Word().In(w.l), a.reason, a.by
	}
	if n, ok := serial(a.until); ok {
		t[answerUntil] = strconv.Itoa(n)
	}
	t[answerSeal] = sealOf(w.o.AsOf, t, &a)
	return r
}

// answerOf is a decision as it is written into the cells; that of a file says nothing but until when.
func answerOf(w *audit.Waiver) answer {
	switch {
	case w == nil:
		return answer{}
	case w.Choice != 0:
		return answer{w.Choice, oneLine(w.Reason), oneLine(w.By), w.Until}
	case w.Never:
		return answer{audit.NoNumber, oneLine(w.Reason), oneLine(w.By), w.Until}
	}
	return answer{audit.AcceptUntil, oneLine(w.Reason), oneLine(w.By), w.Until}
}

// answer is what stands in the four cells that are to be filled in.
type answer struct {
	choice     audit.Choice
	reason, by string
	until      nin.Date
}

// decided makes the sheets of decisions, where they can be read back.
func (p *press) decided() error {
	if !p.o.Answers {
		return nil
	}
	p.answers.note = p.say(decisionsNote)
	if p.answers.spool.len() == 0 {
		p.answers.note = p.say(decisionsNone)
	}
	return p.list(p.answers)
}

// answerCells makes the cells that are to be filled in take what can be read back, and say what that is.
func (p *press) answerCells(sheet string, last int) error {
	first := listHeader + 1
	over := func(column int, prompt word) *excelize.DataValidation {
		d := excelize.NewDataValidation(true)
		d.SetSqref(cellName(column+1, first) + ":" + cellName(column+1, last))
		d.SetInput(p.say(answerHeads()[column]), p.say(prompt))
		return d
	}
	choice := over(answerChoice, choosePrompt)
	choice.SetError(excelize.DataValidationErrorStyleStop, p.say(headDecision), p.say(chooseError))
	words := make([]string, 0, len(audit.Choices()))
	for _, c := range audit.Choices() {
		words = append(words, c.Word().In(p.l))
	}
	if err := choice.SetDropList(words); err != nil {
		return err
	}
	until := over(answerUntil, untilPrompt)
	until.SetError(excelize.DataValidationErrorStyleStop, p.say(headUntil), p.say(untilError))
	from, _ := serial(p.o.AsOf)
	err := until.SetRange(from, "$"+cellName(answerLatest+1, first), excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween)
	if err != nil {
		return err
	}
	all := []*excelize.DataValidation{choice, until}
	for _, one := range []struct {
		column int
		prompt word
	}{{answerReason, reasonPrompt}, {answerBy, byPrompt}} {
		d := over(one.column, one.prompt)
		d.SetError(excelize.DataValidationErrorStyleStop, p.say(answerHeads()[one.column]), p.say(tooLongError))
		if err := d.SetRange(0, MaxAnswer, excelize.DataValidationTypeTextLength, excelize.DataValidationOperatorBetween); err != nil {
			return err
		}
		all = append(all, d)
	}
	for _, d := range all {
		if err := p.book.AddDataValidation(sheet, d); err != nil {
			return err
		}
	}
	return nil
}
