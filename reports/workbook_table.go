package reports

import (
	"ninaudit/audit"
)

// table is all findings: a line a rule, a column a severity.
func (f *firstPage) table() {
	if len(f.sum.Counts) == 0 {
		f.gap()
		return
	}
	head := allFindings
	if len(f.sum.Systematic) > 0 {
		head = allWithMany
	}
	f.line(1, gridColumns, f.s.section, f.say(head), 18)
	f.put(1, tableRule, f.s.head, f.say(headRule))
	tall := 1
	for i, x := range audit.Severities() {
		from, to := severityColumns(i)
		f.put(from, to, f.s.headNumber, x.Word().In(f.l))
		tall = max(tall, lines(x.Word().In(f.l), f.wide(from, to)-padding))
	}
	f.put(tableTotal, tableTotal, f.s.headNumber, f.say(headTotal))
	f.put(gridColumns, gridColumns, f.s.headNumber, "")
	f.end(float64(tall)*lineHeight + 5)
	var sums [audit.Critical + 1]int
	for i := range f.sum.Counts {
		c := &f.sum.Counts[i]
		name := c.Rule.Title.In(f.l)
		f.put(1, tableRule, f.s.cell, name)
		f.counts(c.Counts, f.s.cellNumber)
		f.put(gridColumns, gridColumns, f.s.cell, "")
		if r := f.tally.byRule[c.Rule]; r != nil {
			f.link(gridColumns, f.styles.link, f.say(showRow), f.plan.rules[r.index].link())
		}
		f.end(float64(lines(name, f.wide(1, tableRule)-padding))*lineHeight + 3)
		for x, n := range c.Counts {
			sums[x] += n
		}
	}
	f.put(1, tableRule, f.s.total, f.say(headTotal))
	f.counts(sums, f.s.totalNumber)
	f.put(gridColumns, gridColumns, f.s.totalNumber, "")
	f.end(18)
	f.gap()
}

// The columns of the table: the rule, two a severity, the sum, and the link.
const (
	tableRule  = 6
	tableTotal = gridColumns - 1
)

// severityColumns is where the i-th severity stands.
func severityColumns(i int) (from, to int) { return tableRule + 1 + 2*i, tableRule + 2 + 2*i }

// counts writes a count a severity, and the sum; nothing stands for none.
func (f *firstPage) counts(counts [audit.Critical + 1]int, style int) {
	for i, x := range audit.Severities() {
		var n any = ""
		if counts[x] > 0 {
			n = counts[x]
		}
		from, to := severityColumns(i)
		f.put(from, to, style, n)
	}
	c := audit.RuleCount{Counts: counts}
	f.put(tableTotal, tableTotal, style, c.Total())
}
