package main

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"ninaudit/audit"
	"ninaudit/audit/history"
	"ninaudit/audit/nin"
	"ninaudit/reports"
	"ninaudit/rules"
)

// rowOutcome is what became of a row that was filled in.
type rowOutcome string

// The outcomes. They are words of --json.
const (
	rowTaken     rowOutcome = "taken"
	rowWithdrawn rowOutcome = "withdrawn"
	rowUnchanged rowOutcome = "unchanged" // it says what stands already
	rowRefused   rowOutcome = "refused"
)

// reviewedRow is one row and what became of it.
type reviewedRow struct {
	*reports.Answer
	found   *history.Finding // nil for an unknown case
	rule    *audit.Rule      // nil with it
	outcome rowOutcome
	why     []audit.Text // of a row that was refused
}

// reviewed is what was made of a workbook.
type reviewed struct {
	rows []reviewedRow
	left int // rows that say what the run wrote
	dry  bool
}

func (r *reviewed) count(o rowOutcome) int {
	n := 0
	for i := range r.rows {
		if r.rows[i].outcome == o {
			n++
		}
	}
	return n
}

// jury decides which answers can be taken.
type jury struct {
	night   *history.Night
	rules   map[string]*audit.Rule
	on      nin.Date
	at      time.Time
	account string
	cases   map[string]*history.Finding
	stands  map[string]*history.Review // what was decided before
	given   map[string][]*reports.Answer
	altered map[int64]nin.Date // by person: the last day on which a change of the number was told

	reviews []history.Review
}

func newJury(n *history.Night, c *config, on nin.Date) *jury {
	j := &jury{
		night: n, on: on, rules: map[string]*audit.Rule{}, cases: map[string]*history.Finding{},
		stands: map[string]*history.Review{}, given: map[string][]*reports.Answer{}, altered: map[int64]nin.Date{},
	}
	for _, r := range rules.All(c.Rules) {
		j.rules[r.ID] = &r
	}
	for i := range n.Findings {
		j.cases[n.Findings[i].ID] = &n.Findings[i]
	}
	for i := range n.Reviews {
		j.stands[n.Reviews[i].Finding] = &n.Reviews[i]
	}
	for i := range n.Events {
		if e := &n.Events[i]; strings.HasPrefix(e.Rule, "change-number-") {
			for _, id := range e.Persons {
				j.altered[id] = max(j.altered[id], e.Told)
			}
		}
	}
	return j
}

// judge judges every row by itself: a row that is refused keeps no other from being taken.
func (j *jury) judge(all *reports.Answers) *reviewed {
	r := &reviewed{left: all.Rows - len(all.Changed)}
	for i := range all.Changed {
		a := &all.Changed[i]
		j.given[a.Finding] = append(j.given[a.Finding], a)
	}
	for i := range all.Changed {
		row := reviewedRow{Answer: &all.Changed[i]}
		if f := j.cases[row.Finding]; f != nil && f.Told != 0 {
			row.found, row.rule = f, j.rules[f.Rule]
		}
		if row.why = j.standing(&row); len(row.why) == 0 {
			j.decide(&row)
		} else {
			row.outcome = rowRefused
		}
		r.rows = append(r.rows, row)
	}
	return r
}

// standing says why a row is about nothing that could be decided on, whatever it says.
func (j *jury) standing(row *reviewedRow) []audit.Text {
	f := row.found
	switch {
	case f == nil || row.rule == nil:
		return []audit.Text{whyUnknown()}
	case row.Edited:
		return []audit.Text{whyEdited()}
	case row.Book > j.night.Last.Day:
		return []audit.Text{whyOtherHistory(row.Book)}
	case row.Book < j.night.Last.Day.AddDays(-audit.EventDays):
		return []audit.Text{whyOld(row.Book)}
	case slices.ContainsFunc(j.given[row.Finding], func(o *reports.Answer) bool { return !sameAnswer(o, row.Answer) }):
		return []audit.Text{whyTwice()}
	case f.Resolved != 0:
		return []audit.Text{whyResolved(f.Resolved)}
	case slices.ContainsFunc(f.Persons, func(id int64) bool { return j.altered[id] > row.Book }):
		return []audit.Text{whyAltered()}
	case j.stands[row.Finding] != nil && j.stands[row.Finding].Book > row.Book:
		return []audit.Text{whyLater(j.stands[row.Finding].Book)}
	}
	return nil
}

func sameAnswer(a, b *reports.Answer) bool {
	return a.Choice == b.Choice && a.Reason == b.Reason && a.By == b.By && a.Until == b.Until &&
		a.OddChoice == b.OddChoice && a.OddUntil == b.OddUntil
}

// decide takes a row, or says why not. What stands already is not judged again: its day may have passed since.
func (j *jury) decide(row *reviewedRow) {
	is := history.Review{
		Finding: row.Finding, Choice: row.Choice, Reason: row.Reason, By: row.By, Until: row.Until,
		Book: row.Book, Account: j.account, At: j.at.Truncate(time.Second),
	}
	was := cmp.Or(j.stands[row.Finding], &history.Review{})
	said := is.Choice == was.Choice && is.Reason == was.Reason && is.By == was.By && is.Until == was.Until
	switch {
	case said && j.stands[row.Finding] != nil:
		row.outcome = rowUnchanged
		return
	case row.Empty() && was.Choice == 0: // a file of decisions let it stand
		row.why = []audit.Text{whyInFile()}
	case row.Empty():
		row.outcome = rowWithdrawn
	default:
		row.why = j.faults(row)
		row.outcome = rowTaken
	}
	if len(row.why) > 0 {
		row.outcome = rowRefused
		return
	}
	j.reviews = append(j.reviews, is)
	j.stands[is.Finding] = &is // a second row that says the same changes nothing
}
