package main

import (
	"strings"
	"unicode"

	"ninaudit/audit"
	"ninaudit/audit/history"
	"ninaudit/audit/nin"
)

// reviewFacts is what was made of a workbook. Its keys and their order are a contract: --json writes it as it is.
type reviewFacts struct {
	Taken     int        `json:"taken"`
	Withdrawn int        `json:"withdrawn"`
	Unchanged int        `json:"unchanged"` // what stands already was given again
	Refused   int        `json:"refused"`
	Untouched int        `json:"untouched"` // rows that say what the run wrote; they are not listed
	Kept      bool       `json:"kept"`      // false for a rehearsal
	Rows      []rowFacts `json:"rows"`
}

// rowFacts is one row. What was written into it is not repeated where it is refused.
type rowFacts struct {
	Sheet    string   `json:"sheet"`
	Row      int      `json:"row"`
	Outcome  string   `json:"outcome"`
	Finding  string   `json:"finding"` // empty for an unknown one
	Rule     string   `json:"rule"`
	Decision string   `json:"decision"`
	Until    string   `json:"until"`
	Why      []string `json:"why"` // in the reader's language
}

func (r *reviewed) facts(l audit.Language) *reviewFacts {
	out := &reviewFacts{
		Taken: r.count(rowTaken), Withdrawn: r.count(rowWithdrawn), Unchanged: r.count(rowUnchanged),
		Refused: r.count(rowRefused), Untouched: r.left, Kept: !r.dry, Rows: []rowFacts{},
	}
	for i := range r.rows {
		row := &r.rows[i]
		one := rowFacts{Sheet: nin.BlankAll(row.Sheet), Row: row.Row, Outcome: string(row.outcome), Why: []string{}}
		if row.found != nil {
			one.Finding, one.Rule = row.found.ID, row.found.Rule
		}
		if row.outcome != rowRefused {
			one.Decision, one.Until = row.Choice.String(), row.Until.String()
		}
		for _, t := range row.why {
			one.Why = append(one.Why, t.In(l))
		}
		out.Rows = append(out.Rows, one)
	}
	return out
}

// text is what a reader is told: a line a row, and the sums.
func (r *reviewed) text(l audit.Language) string {
	var b strings.Builder
	say := func(t audit.Text, args ...audit.Arg) { b.WriteString(t.Fill(l, "", args) + "\n") }
	for i := range r.rows {
		row := &r.rows[i]
		say(audit.Text{NB: "{1}, rad {2}: {3}", NN: "{1}, rad {2}: {3}", EN: "{1}, row {2}: {3}"},
			audit.Word(plain(row.Sheet)), audit.Count(row.Row), audit.Word(row.said(l)))
		for _, t := range row.why {
			b.WriteString("    " + t.In(l) + "\n")
		}
	}
	say(audit.Text{
		NB: "Tatt inn: {1} · trukket tilbake: {2} · sto allerede: {3} · avvist: {4} · uten svar: {5}",
		NN: "Teke inn: {1} · trekt tilbake: {2} · stod alt: {3} · avvist: {4} · utan svar: {5}",
		EN: "Taken: {1} · withdrawn: {2} · stood already: {3} · refused: {4} · not answered: {5}",
	}, audit.Count(r.count(rowTaken)), audit.Count(r.count(rowWithdrawn)), audit.Count(r.count(rowUnchanged)),
		audit.Count(r.count(rowRefused)), audit.Count(r.left))
	switch {
	case r.dry:
		say(audit.Text{NB: "Dette var en prøve: ingenting er lagret.", NN: "Dette var ei prøve: ingenting er lagra.", EN: "This was a rehearsal: nothing was kept."})
	case r.count(rowTaken)+r.count(rowWithdrawn) > 0:
		say(audit.Text{NB: "Neste kjøring viser det.", NN: "Neste køyring viser det.", EN: "The next run shows it."})
	}
	return b.String()
}

// said tells what became of a row, and what it is about. The texts of the workbook itself are not repeated.
func (row *reviewedRow) said(l audit.Language) string {
	text := row.outcome.said(l)
	if row.outcome == rowTaken || row.outcome == rowUnchanged && row.Choice != 0 {
		text += " – " + audit.Text{NB: "{1}, til {2}", NN: "{1}, til {2}", EN: "{1}, until {2}"}.
			Fill(l, "", []audit.Arg{row.Choice.Word(), audit.Date(row.Until)})
	}
	if row.rule != nil {
		text += " (" + strings.Join(append([]string{row.rule.Title.In(l)}, named(row.found)...), ", ") + ")"
	}
	return text
}

// named are the names of those whom a case concerns, the first two of them.
func named(f *history.Finding) []string {
	told, err := history.Decode(f.Body)
	if err != nil {
		return nil
	}
	var names []string
	for i := range told.Subjects {
		if i == 2 {
			return append(names, "…")
		}
		if name := plain(told.Subjects[i].Name); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// plain makes a foreign text fit for a line of a terminal.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsGraphic(r) {
			return -1
		}
		return r
	}, nin.BlankAll(strings.Join(strings.Fields(s), " ")))
}
