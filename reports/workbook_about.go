package reports

import (
	"errors"

	"github.com/xuri/excelize/v2"

	"ninaudit/audit"
)

// about writes the sheet on the run itself: what ran, over what, and for how long.
func (p *press) about() error {
	a := &runSheet{p.newGrid(p.say(sheetAbout), []float64{34, 18, 12, 13, 12, 13, 13, 13, 12, 13, 13, 44, 44})}
	a.facts()
	a.catalogs()
	var notices, skipped []string
	for _, n := range p.sum.Notices {
		notices = append(notices, n.In(p.l))
	}
	a.list(aboutNotices, notices)
	for i := range p.sum.Catalogs {
		c := &p.sum.Catalogs[i]
		for _, s := range c.FirstSkipped {
			skipped = append(skipped, c.Name+": "+s)
		}
		if more := c.Skipped - len(c.FirstSkipped); more > 0 {
			skipped = append(skipped, c.Name+": "+p.say(andMore, p.number(more)))
		}
	}
	a.list(aboutSkipped, skipped)
	a.stages()
	gridLines := false
	return errors.Join(a.err,
		p.book.SetSheetView(a.sheet, 0, &excelize.ViewOptions{ShowGridLines: &gridLines}),
		p.paper(a.sheet, paper{tab: tabQuiet, landscape: true}))
}

// runSheet is the sheet on the run.
type runSheet struct{ *grid }

func (a *runSheet) section(w word) {
	a.end(8)
	a.line(1, 10, a.styles.page.section, a.say(w), 18)
}

// fact is a row with a name and what it is; one that is not known is left out.
func (a *runSheet) fact(w word, text string) {
	if text == "" {
		return
	}
	a.put(1, 1, a.styles.page.label, a.say(w))
	a.put(2, 10, a.styles.page.body, clean(text))
	a.end(float64(lines(text, a.wide(2, 10)-padding))*lineHeight + 3)
}

func (a *runSheet) facts() {
	a.line(1, 10, a.styles.page.title, a.say(sheetAbout), 23)
	a.fact(aboutProgram, "ninaudit "+a.o.Version)
	a.fact(aboutDate, audit.SayDate(a.sum.AsOf, a.l))
	a.fact(aboutConfig, a.o.ConfigHash)
	a.fact(aboutNumbers, a.shows(a.o.NIN))
	a.fact(aboutClass, a.o.Classification)
	if a.sum.Baseline {
		a.fact(aboutHistory, a.say(aboutBaseline))
	}
	a.fact(aboutModel, a.sum.Model)
}

// catalogs is a table: a line a catalog.
func (a *runSheet) catalogs() {
	a.section(aboutCatalogs)
	heads := []word{headCatalog, aboutState, aboutRead, aboutJudged, aboutInactive, aboutTest, aboutShared,
		aboutUnreadable, aboutRepeated, aboutDuplicates, aboutNumbered, aboutReason, aboutHint}
	tall := 1
	for i, h := range heads {
		style := a.styles.page.head
		if i >= 2 && i <= 10 {
			style = a.styles.page.headNumber
		}
		a.put(i+1, i+1, style, a.say(h))
		tall = max(tall, lines(a.say(h), a.widths[i]-padding))
	}
	a.end(float64(tall)*lineHeight + 5)
	for i := range a.sum.Catalogs {
		c := &a.sum.Catalogs[i]
		state, style := aboutWhole, a.styles.page.cell
		if !c.Complete {
			state, style = aboutPartial, a.styles.row.severity[audit.Critical]
		}
		a.put(1, 1, a.styles.page.cell, clean(c.Name))
		a.put(2, 2, style, a.say(state))
		for j, n := range []int{c.Read(), c.Persons, c.Inactive, c.Test, c.Shared, c.Skipped, c.Repeated, c.Duplicates, c.Numbers} {
			a.put(3+j, 3+j, a.styles.page.cellNumber, n)
		}
		reason, hint := clean(c.Reason), clean(c.Hint)
		a.put(12, 12, a.styles.page.cell, reason)
		a.put(13, 13, a.styles.page.cell, hint)
		most := max(lines(clean(c.Name), a.widths[0]-padding), lines(reason, a.widths[11]-padding),
			lines(hint, a.widths[12]-padding))
		a.end(float64(most)*lineHeight + 4)
	}
}

// list is a section with a line a text; there is none without texts.
func (a *runSheet) list(w word, texts []string) {
	if len(texts) == 0 {
		return
	}
	a.section(w)
	for _, text := range texts {
		a.line(1, 10, a.styles.page.body, clean(text), lineHeight)
	}
}

// stages tells what took how long.
func (a *runSheet) stages() {
	if len(a.sum.Stages) == 0 {
		return
	}
	a.section(aboutStages)
	a.put(1, 1, a.styles.page.head, a.say(aboutStage))
	a.put(2, 2, a.styles.page.headNumber, a.say(aboutTook))
	a.end(20)
	for _, s := range a.sum.Stages {
		a.put(1, 1, a.styles.page.cell, clean(s.Name))
		a.put(2, 2, a.styles.seconds, s.Took.Seconds())
		a.end(18)
	}
}
