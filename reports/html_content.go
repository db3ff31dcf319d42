package reports

import (
	"strings"

	"ninaudit/audit"
)

// content says the overview in the terms of the page's source.
func (h *htmlPage) content(w *overview, s *audit.Summary) *pageContent {
	c := &pageContent{
		Language: string(h.l), Version: strings.TrimSpace("ninaudit " + h.o.Version), Day: audit.SayDate(s.AsOf, h.l),
		Title: w.title, Alarm: w.alarm, Sub: w.sub, Sample: w.sample, Read: w.read, Whole: w.whole, Partial: w.partial,
		Beginning: w.beginning, Notices: w.notices, ToDo: h.say(toDo), OpenHead: h.say(allFindings), Heads: w.heads(s),
		UnderFive: h.say(pageUnderFive), NotChecked: h.say(notChecked),
		Workbook: h.say(pageWorkbook, "ninaudit-"+s.AsOf.String()+".xlsx"),
		Rules:    h.rulesChart(&w.figures), Waits: h.waitsChart(&w.figures), Trend: h.trendChart(w),
	}
	if len(w.todo) == 0 && len(h.tally.groups) == 0 {
		c.Nothing = h.say(nothingToDo)
	}
	for _, t := range w.tiles {
		c.Tiles = append(c.Tiles, pageTile{className(t.severity), t.head, h.number(t.count), t.word})
	}
	for _, list := range [][]chip{w.todo, w.rest} {
		for i := range list {
			c.Chips = append(c.Chips, h.chip(&list[i]))
		}
	}
	for _, f := range w.figures.severities {
		one := pageSeverity{Class: className(f.severity), Word: f.severity.Word().In(h.l)}
		for _, n := range []int{f.now, f.before, f.earlier}[:len(c.Heads)] {
			if n < 0 {
				one.Counts = append(one.Counts, "–")
			} else {
				one.Counts = append(one.Counts, h.number(n))
			}
		}
		c.Severities = append(c.Severities, one)
	}
	return c
}

func (h *htmlPage) chip(c *chip) pageChip {
	p := pageChip{Class: className(c.severity), Label: c.label, Bold: c.bold}
	if c.many {
		p.Class = "many"
	}
	for line := range strings.SplitSeq(c.text, "\n") {
		p.Lines = append(p.Lines, strings.TrimSpace(line))
	}
	return p
}

// className is a severity's name in the page's style sheet; quiet for none.
func className(s audit.Severity) string {
	if s == 0 {
		return "quiet"
	}
	return s.String()
}
