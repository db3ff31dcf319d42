package main

import (
	"strconv"
	"strings"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// text is what history tells a reader. On a terminal a line of blocks shows each trend.
func (p *pastFacts) text(l audit.Language, blocks bool) string {
	if len(p.Runs) == 0 {
		return audit.Text{
			NB: "Historikken har ingen kjøringer ennå.",
			NN: "Historikken har ingen køyringar enno.",
			EN: "The history has no run yet.",
		}.In(l) + "\n"
	}
	parts := []string{p.runsText(l)}
	if p.Numbers.Arrived > 0 {
		parts = append(parts, audit.Text{
			NB: "Har fått nummer: {1}, i snitt etter {2} dager.",
			NN: "Har fått nummer: {1}, i snitt etter {2} dagar.",
			EN: "Given a number: {1}, after {2} days in the mean.",
		}.Fill(l, "", []audit.Arg{audit.Count(p.Numbers.Arrived), audit.Word(decimal(p.Numbers.MeanDays, l))})+"\n")
	}
	if len(p.Trend) > 0 {
		parts = append(parts, p.trendText(l, blocks))
	}
	if len(p.Lives) > 0 {
		parts = append(parts, p.livesText(l))
	}
	return strings.Join(parts, "\n")
}

// shown are the runs that a reader is shown.
func (p *pastFacts) shown() []runFacts { return p.Runs[max(0, len(p.Runs)-trendRuns):] }

func (p *pastFacts) runsText(l audit.Language) string {
	shown := p.shown()
	head := audit.Text{NB: "Kjøringer: {1}", NN: "Køyringar: {1}", EN: "Runs: {1}"}
	if len(shown) < len(p.Runs) {
		head = audit.Text{
			NB: "Kjøringer: {1}, her de siste {2}", NN: "Køyringar: {1}, her dei siste {2}", EN: "Runs: {1}, here the last {2}",
		}
	}
	rows := [][]string{strings.Split(audit.Text{
		NB: "dag|brukere|uten nummer|nye|åpne|tilbake|akseptert|løst|fikk nummer|dager i snitt|",
		NN: "dag|brukarar|utan nummer|nye|opne|tilbake|akseptert|løyst|fekk nummer|dagar i snitt|",
		EN: "day|users|without number|new|open|back|accepted|resolved|given a number|mean days|",
	}.In(l), "|")}
	for i := range shown {
		rows = append(rows, shown[i].row(l))
	}
	return head.Fill(l, "", []audit.Arg{audit.Count(len(p.Runs)), audit.Count(len(shown))}) + "\n" + columns(rows)
}

func (r *runFacts) row(l audit.Language) []string {
	var marks []string
	if r.Baseline {
		marks = append(marks, audit.Text{NB: "første kjøring", NN: "første køyring", EN: "first run"}.In(l))
	}
	if !r.Complete {
		marks = append(marks, audit.Text{NB: "IKKE FULLSTENDIG", NN: "IKKJE FULLSTENDIG", EN: "INCOMPLETE"}.In(l))
	}
	row := []string{sayDay(r.Day, l)}
	for _, n := range []int{r.Persons, r.Pending, r.New, r.Standing, r.Reopened, r.Waived, r.Resolved, r.Numbers.Arrived} {
		row = append(row, strconv.Itoa(n))
	}
	return append(row, decimal(r.Numbers.MeanDays, l), strings.Join(marks, ", "))
}

func (p *pastFacts) trendText(l audit.Language, blocks bool) string {
	head := audit.Text{
		NB: "Åpne funn per regel; for change-* meldte endringer (kjøringer: {1})",
		NN: "Opne funn per regel; for change-* melde endringar (køyringar: {1})",
		EN: "Open findings per rule; for change-*, changes told (runs: {1})",
	}
	rows := [][]string{strings.Split(audit.Text{
		NB: "regel|først|sist|minst|mest|", NN: "regel|først|sist|minst|mest|", EN: "rule|first|last|least|most|",
	}.In(l), "|")}
	for _, t := range p.Trend {
		row := []string{t.Rule, strconv.Itoa(t.First), strconv.Itoa(t.Last), strconv.Itoa(t.Least), strconv.Itoa(t.Most), ""}
		if blocks {
			row[len(row)-1] = sparkline(t.Open)
		}
		rows = append(rows, row)
	}
	return head.Fill(l, "", []audit.Arg{audit.Count(len(p.shown()))}) + "\n" + columns(rows)
}

func (p *pastFacts) livesText(l audit.Language) string {
	rows := [][]string{strings.Split(audit.Text{
		NB: "regel|åpne|løst|dager i snitt|", NN: "regel|opne|løyst|dagar i snitt|", EN: "rule|open|resolved|mean days|",
	}.In(l), "|")}
	for _, f := range p.Lives {
		rows = append(rows, []string{f.Rule, strconv.Itoa(f.Open), strconv.Itoa(f.Resolved), decimal(f.MeanDays, l), ""})
	}
	head := audit.Text{NB: "Hvor lenge funn står", NN: "Kor lenge funn står", EN: "How long findings stand"}
	return head.In(l) + "\n" + columns(rows)
}

// sparkline draws counts as blocks, from nothing to the most.
func sparkline(counts []int) string {
	most := 1
	for _, n := range counts {
		most = max(most, n)
	}
	steps := []rune("▁▂▃▄▅▆▇█")
	var b strings.Builder
	for _, n := range counts {
		b.WriteRune(steps[(n*(len(steps)-1)+most-1)/most]) // one is more than none
	}
	return b.String()
}

// columns sets rows of equal length in columns: the first and the last to the left, those between, which are
// figures, to the right.
func columns(rows [][]string) string {
	wide := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			wide[i] = max(wide[i], len([]rune(cell)))
		}
	}
	var b strings.Builder
	for _, row := range rows {
		line := ""
		for i, cell := range row {
			gap := strings.Repeat(" ", wide[i]-len([]rune(cell)))
			if i == 0 || i == len(row)-1 {
				line += "  " + cell + gap
			} else {
				line += "  " + gap + cell
			}
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return b.String()
}

// decimal writes days to a tenth, as readers of l write it; a dash where nobody knows.
func decimal(days *float64, l audit.Language) string {
	if days == nil {
		return "–"
	}
	s := strconv.FormatFloat(*days, 'f', 1, 64)
	if l != audit.English {
		s = strings.Replace(s, ".", ",", 1)
	}
	return s
}

// sayDay writes a day of the facts as readers of l write it.
func sayDay(day string, l audit.Language) string {
	d, err := nin.ParseDate(day)
	if err != nil {
		return day
	}
	return audit.SayDate(d, l)
}
