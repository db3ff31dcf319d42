package reports

import (
	"errors"
	"strings"

	"github.com/xuri/excelize/v2"

	"ninaudit/audit"
)

// about writes the sheet on the run itself: what ran, over what, and for how long.
func (p *press) about() error {
	a := &runSheet{p.newGrid(p.say(sheetAbout), []float64{34, 18, 12, 13, 12, 13, 13, 13, 13, 12, 13, 13, 12, 44, 44})}
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
	a.figures()
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
	a.fact(aboutDelete, audit.SayDate(a.o.DeleteOn, a.l))
	a.fact(aboutHistory, a.comparison())
	a.fact(aboutWaits, a.classes())
	a.fact(aboutModel, a.sum.Model)
}

// comparison tells what the run was compared with.
func (a *runSheet) comparison() string {
	switch days := a.sum.Last.Days(a.sum.AsOf); {
	case !a.sum.History:
		return a.say(aboutBaseline)
	case a.sum.Last == 0:
		return a.say(aboutFirstRun)
	case days == 1:
		return a.say(aboutLast, audit.SayDate(a.sum.Last, a.l), a.say(aboutDayBefore))
	default:
		return a.say(aboutLast, audit.SayDate(a.sum.Last, a.l), a.say(aboutDaysBefore, a.number(days)))
	}
}

// classes tells the classes of waiting time, where there is a ledger.
func (a *runSheet) classes() string {
	if a.sum.Ledger == nil {
		return ""
	}
	var all []string
	for class := range a.sum.Pending.Classes {
		all = append(all, a.class(a.sum.Waits, class))
	}
	return strings.Join(all, " · ")
}

// aboutCounts are the counts of a catalog, a column each.
var aboutCounts = [...]struct {
	head word
	of   func(*audit.CatalogSummary) int
}{
	{aboutRead, (*audit.CatalogSummary).Read},
	{aboutJudged, func(c *audit.CatalogSummary) int { return c.Persons }},
	{aboutInactive, func(c *audit.CatalogSummary) int { return c.Inactive }},
	{aboutTest, func(c *audit.CatalogSummary) int { return c.Test }},
	{aboutShared, func(c *audit.CatalogSummary) int { return c.Shared }},
	{aboutDisabled, func(c *audit.CatalogSummary) int { return c.Disabled }},
	{aboutUnreadable, func(c *audit.CatalogSummary) int { return c.Skipped }},
	{aboutRepeated, func(c *audit.CatalogSummary) int { return c.Repeated }},
	{aboutDuplicates, func(c *audit.CatalogSummary) int { return c.Duplicates }},
	{aboutNumbered, func(c *audit.CatalogSummary) int { return c.Numbers }},
	{aboutCarried, func(c *audit.CatalogSummary) int { return c.Carried }},
}

// Where a catalog's counts begin, and what follows them.
const (
	aboutFirst  = 3
	aboutWhy    = aboutFirst + len(aboutCounts)
	aboutAdvice = aboutWhy + 1
)

// catalogs is a table: a line a catalog.
func (a *runSheet) catalogs() {
	a.section(aboutCatalogs)
	tall := 1
	head := func(column, style int, w word) {
		a.put(column, column, style, a.say(w))
		tall = max(tall, lines(a.say(w), a.widths[column-1]-padding))
	}
	head(1, a.styles.page.head, headCatalog)
	head(2, a.styles.page.head, aboutState)
	for i := range aboutCounts {
		head(aboutFirst+i, a.styles.page.headNumber, aboutCounts[i].head)
	}
	head(aboutWhy, a.styles.page.head, aboutReason)
	head(aboutAdvice, a.styles.page.head, aboutHint)
	a.end(float64(tall)*lineHeight + 5)
	for i := range a.sum.Catalogs {
		a.catalog(&a.sum.Catalogs[i])
	}
}

// catalog is the line of one catalog.
func (a *runSheet) catalog(c *audit.CatalogSummary) {
	state, style := aboutWhole, a.styles.page.cell
	if !c.Complete {
		state, style = aboutPartial, a.styles.row.severity[audit.Critical]
	}
	a.put(2, 2, style, a.say(state))
	for i := range aboutCounts {
		a.put(aboutFirst+i, aboutFirst+i, a.styles.page.cellNumber, aboutCounts[i].of(c))
	}
	most := 1
	for _, x := range []struct {
		column int
		text   string
	}{{1, c.Name}, {aboutWhy, c.Reason}, {aboutAdvice, c.Hint}} {
		text := clean(x.text)
		a.put(x.column, x.column, a.styles.page.cell, text)
		most = max(most, lines(text, a.widths[x.column-1]-padding))
	}
	a.end(float64(most)*lineHeight + 4)
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
