package reports

import (
	"fmt"
	"slices"
	"strings"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// headerOf finds the columns of a decisions sheet by their headers; nil where the row is no header of one. A row that has
// the seal's header and not all others is a sheet that has been taken apart.
func headerOf(sheet string, cells []string) (map[int]int, error) {
	for _, l := range audit.Languages() {
		v := voice{l: l}
		is := func(w word) func(string) bool {
			return func(cell string) bool { return strings.EqualFold(oneLine(cell), v.say(w)) }
		}
		if !slices.ContainsFunc(cells, is(headSeal)) {
			continue
		}
		at := map[int]int{}
		for column, head := range answerHeads() {
			first := slices.IndexFunc(cells, is(head))
			switch {
			case column == answerSeverity || column == answerLatest: // for the eye alone
				continue
			case first < 0:
				return nil, &audit.UsageError{Err: fmt.Errorf("sheet %q has no column %q", oneLine(sheet), v.say(head)),
					Hint: "columns may be moved and added, and must not be deleted or renamed: undo that, or fill in the workbook anew"}
			case slices.ContainsFunc(cells[first+1:], is(head)):
				return nil, &audit.UsageError{Err: fmt.Errorf("sheet %q has two columns %q", oneLine(sheet), v.say(head)),
					Hint: "give the one that was added another name"}
			}
			at[column] = first
		}
		return at, nil
	}
	return nil, nil
}

// row takes a row, unless it says what it said from the start.
func (r *answerReader) row(sheet string, n int, cells []string, at map[int]int) {
	texts := make([]string, answerColumns)
	for column, i := range at {
		if i < len(cells) {
			texts[column] = cells[i]
		}
	}
	a := Answer{Sheet: oneLine(sheet), Row: n, Finding: oneLine(texts[answerKey])}
	a.fill(texts, r.since1904)
	if a.Finding == "" && texts[answerSeal] == "" && a.Empty() {
		return
	}
	r.out.Rows++
	now := answer{a.Choice, a.Reason, a.By, a.Until}
	if a.unseal(texts) == now.seal() && !a.OddChoice && !a.OddUntil { // whatever else was changed in the row
		return
	}
	if a.Empty() && !a.Was { // nothing was decided, and nothing is
		return
	}
	r.out.Changed = append(r.out.Changed, a)
}

// fill reads the four cells that are to be filled in.
func (a *Answer) fill(texts []string, since1904 bool) {
	a.Reason, a.By = oneLine(texts[answerReason]), oneLine(texts[answerBy])
	if word := oneLine(texts[answerChoice]); word != "" {
		a.Choice = choiceOf(word)
		a.OddChoice = a.Choice == 0
	}
	if day := oneLine(texts[answerUntil]); day != "" {
		a.Until = dayOf(day, since1904)
		a.OddUntil = a.Until == 0
	}
}

// unseal holds the row to its seal, and gives the check over the decision that stood there from the start.
func (a *Answer) unseal(texts []string) (was string) {
	parts := strings.Fields(texts[answerSeal])
	if len(parts) != 3 {
		a.Edited = true
		return ""
	}
	day, err := nin.ParseDate(parts[0])
	if err == nil && day.Exists() {
		a.Book = day
	}
	a.Edited = a.Book == 0 || parts[1] != aboutSeal(texts)
	a.Was = parts[2] != (&answer{}).seal()
	return parts[2]
}

// choiceOf reads a choice in any language; 0 for none.
func choiceOf(word string) audit.Choice {
	for _, c := range audit.Choices() {
		for _, l := range audit.Languages() {
			if strings.EqualFold(word, c.Word().In(l)) {
				return c
			}
		}
	}
	return 0
}
