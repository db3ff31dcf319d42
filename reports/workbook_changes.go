package reports

import (
	"strconv"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// The columns of the changes sheet.
const (
	changeWhen = iota
	changeSeverity
	changeWhat
	changeStatus
	changeUnit
	changeName
	changeMessage
	changeFix
	changePrincipal
	changeCatalog
	changeID
	changeColumns
)

func (w *workbook) newChanges(s *spool) *listing {
	text := func(s *styles, r *row) int { return s.of(r).text }
	strong := func(s *styles, r *row) int { return s.of(r).strong }
	return w.newListing(sheetChanges, "changes", s, []listColumn{
		changeWhen:      {head: headWhen, most: 14, printed: true, number: true, style: func(s *styles, r *row) int { return s.of(r).date }},
		changeSeverity:  {head: headSeverity, most: 19, printed: true, style: func(s *styles, r *row) int { return s.of(r).severity[r.severity] }},
		changeWhat:      {head: headWhat, most: 26, printed: true, style: strong},
		changeStatus:    {head: headStatus, most: mostStatus, printed: true, style: text},
		changeUnit:      {head: headUnit, most: 28, printed: true, style: text},
		changeName:      {head: headName, most: 28, printed: true, style: text},
		changeMessage:   {head: headMessage, most: 42, printed: true, style: text},
		changeFix:       {head: headFix, most: 38, printed: true, style: text},
		changePrincipal: {head: headPrincipal, most: 34, style: text},
		changeCatalog:   {head: headCatalog, most: 18, style: text},
		changeID:        {head: headID, most: 26, style: func(s *styles, r *row) int { return s.of(r).small }},
	})
}

// changed tells that a finding is news of the night.
func changed(f *audit.Finding) bool {
	return isEvent(f) || f.Status == audit.New || f.Status == audit.Reopened || f.Status == audit.Resolved
}

// changeRow is a line of the changes sheet. What is resolved leaves nothing to do.
func (w *workbook) changeRow(f *audit.Finding, when nin.Date) *row {
	r := &row{severity: f.Severity, status: f.Status, texts: make([]string, changeColumns)}
	t := r.texts
	if n, ok := serial(when); ok {
		t[changeWhen] = strconv.Itoa(n)
	}
	t[changeSeverity], t[changeWhat] = f.Severity.Word().In(w.l), f.Rule.Title.In(w.l)
	t[changeStatus], t[changeMessage] = w.status(f), clean(f.Message(w.l))
	if isEvent(f) {
		t[changeStatus] = w.say(eventWord)
	}
	if f.Status != audit.Resolved {
		t[changeFix] = f.Fix(w.l)
	}
	t[changeUnit] = w.shared(f.Subjects, func(s *audit.Subject) string { return s.Unit })
	t[changeName] = w.names(f)
	t[changePrincipal] = w.each(f.Subjects, func(s *audit.Subject) string { return s.Principal })
	t[changeCatalog] = w.shared(f.Subjects, func(s *audit.Subject) string { return s.Catalog })
	t[changeID] = clean(f.ID)
	for i := range t {
		t[i] = w.fit(t[i])
	}
	return r
}

// readEvents keeps what earlier runs told, below what is news tonight.
func (p *press) readEvents() error {
	for _, f := range p.sum.Events {
		if err := p.changes.add(p.changeRow(f, f.Since)); err != nil {
			return err
		}
	}
	return nil
}

// hasChanges tells that there is a changes sheet: a run that compares has one, and no event is ever lost.
func (p *press) hasChanges() bool {
	return compares(p.sum) || len(p.sum.Events) > 0 || p.tally.moves.others > 0
}

// changed makes the sheets of what has changed.
func (p *press) changed() error {
	if !p.hasChanges() {
		return nil
	}
	last := audit.SayDate(p.sum.Last, p.l)
	if last == "" {
		last = "–"
	}
	p.changes.note = p.say(changesNote, last, strconv.Itoa(audit.EventDays))
	switch {
	case p.changes.spool.len() > 0:
	case p.sum.Last != 0:
		p.changes.note = p.say(changesNoneSince, last)
	default:
		p.changes.note = p.say(changesNone)
	}
	return p.list(p.changes)
}
