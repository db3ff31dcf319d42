package reports

import (
	"errors"
	"fmt"

	"github.com/xuri/excelize/v2"
)

// rules writes the sheet that explains the rules: all that were judged, in list order, also those that found
// nothing.
func (p *press) rules() error {
	found := map[string]int{}
	for i := range p.sum.Counts {
		found[p.sum.Counts[i].Rule.ID] = p.sum.Counts[i].Total()
	}
	first := map[string]string{}
	for _, t := range p.tally.rules {
		first[t.rule.ID] = p.plan.rules[t.index].link()
	}
	heads := []word{headRule, headSeverity, headWhy, headFix, headSource, headNow, headRuleID}
	g := p.newGrid(p.say(sheetRules), []float64{32, 19, 58, 50, 32, 17, 25})
	for i, h := range heads {
		g.put(i+1, i+1, p.styles.head, p.say(h))
	}
	g.end(20)
	for i := range p.o.Rules {
		r := &p.o.Rules[i]
		texts := []string{r.Title.In(p.l), r.Severity.Word().In(p.l), r.Why.In(p.l), r.Fix.In(p.l), r.Source}
		style := []int{p.styles.row.strong, p.styles.row.severity[r.Severity], p.styles.row.text, p.styles.row.text, p.styles.row.text}
		most := 1
		for i, text := range texts {
			g.put(i+1, i+1, style[i], text)
			most = max(most, lines(text, g.widths[i]-padding))
		}
		g.put(6, 6, p.styles.row.number, found[r.ID])
		if to := first[r.ID]; to != "" && found[r.ID] > 0 {
			g.link(6, p.styles.row.linked, found[r.ID], to)
		}
		g.put(7, 7, p.styles.row.small, r.ID)
		g.end(float64(most)*lineHeight + 4)
	}
	last := max(g.row-1, 2)
	return errors.Join(g.err,
		p.book.AddTable(g.sheet, &excelize.Table{
			Range: fmt.Sprintf("A1:G%d", last), Name: "rules", StyleName: tableStyle, ShowRowStripes: new(bool),
		}),
		p.book.SetPanes(g.sheet, frozen(1)),
		p.paper(g.sheet, paper{tab: tabQuiet, landscape: true, titles: "$1:$1"}))
}
