package reports

import "ninaudit/audit"

// figures writes what the first page's charts draw: a table each, for a reader who wants the numbers.
func (a *runSheet) figures() {
	f := &a.says.figures
	if len(f.rules)+len(f.nights)+len(f.waits) == 0 {
		return
	}
	a.section(figuresHead)
	var severities []string
	for _, x := range audit.Severities() {
		severities = append(severities, x.Word().In(a.l))
	}
	a.drawn.rules = a.block(len(f.rules), append([]string{a.say(headRule)}, severities...), func(i int) (string, []int) {
		return f.rules[i].title, bySeverity(f.rules[i].counts)
	})
	a.drawn.nights = a.block(len(f.nights), append([]string{a.say(aboutNight)}, severities...), func(i int) (string, []int) {
		day := audit.SayDate(f.nights[i].Day, a.l)
		if !f.nights[i].Complete {
			day += " *"
		}
		return day, bySeverity(f.nights[i].Open)
	})
	if len(f.nights) > 0 {
		a.line(1, 10, a.styles.page.sub, a.say(nightsNote), lineHeight)
	}
	a.drawn.waits = a.block(len(f.waits), []string{a.say(headWait), a.say(chartUsers)}, func(i int) (string, []int) {
		return f.waits[i].class, []int{f.waits[i].count}
	})
}

// bySeverity are counts, the gravest first.
func bySeverity(counts [audit.Critical + 1]int) (n []int) {
	for _, x := range audit.Severities() {
		n = append(n, counts[x])
	}
	return n
}

// block writes the figures of one chart, and tells where they stand.
func (a *runSheet) block(rows int, heads []string, row func(i int) (string, []int)) block {
	if rows == 0 {
		return block{}
	}
	b := block{a.sheet, a.row, a.row + rows}
	a.put(1, 1, a.styles.page.head, heads[0])
	tall := 1
	for i, h := range heads[1:] {
		a.put(i+2, i+2, a.styles.page.headNumber, h)
		tall = max(tall, lines(h, a.widths[i+1]-padding))
	}
	a.end(float64(tall)*lineHeight + 5)
	for i := range rows {
		name, counts := row(i)
		a.put(1, 1, a.styles.page.cell, name)
		for j, n := range counts {
			a.put(j+2, j+2, a.styles.page.cellNumber, n)
		}
		a.end(float64(lines(name, a.widths[0]-padding))*lineHeight + 3)
	}
	a.end(8)
	return b
}
