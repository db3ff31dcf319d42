package reports

import (
	"errors"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"ninaudit/audit"
)

// The first page is a grid of like columns, so that tiles, chips and tables stand on it side by side.
const (
	gridColumns = 16
	gridWidth   = 7
	tileColumns = 4
	chipColumns = 3
)

// What the first page has room for.
const (
	mostFirst      = 5 // things to do first
	mostMany       = 5
	mostNotices    = 5
	mostIncomplete = 5
)

// firstPage is the officer's first page. It names no person.
type firstPage struct {
	*grid
	s pageStyles
}

// summary writes the first page: what was audited and whether all of it was read, how much there is to do by when, what
// to do first, what concerns many, what is new, who has no number, who may stand there twice, all findings by rule, and
// what no audit of this kind can see.
func (p *press) summary() error {
	sheet := p.say(sheetSummary)
	f := &firstPage{p.newGrid(sheet, slices.Repeat([]float64{gridWidth}, gridColumns)), p.styles.page}
	f.heading()
	f.state()
	f.tiles()
	f.first()
	f.many()
	f.since()
	f.pending()
	f.duplicates()
	f.gap()
	f.notices()
	f.table()
	f.line(1, gridColumns, f.s.fine, f.say(notChecked), lineHeight)
	gridLines := false
	at, err := p.book.GetSheetIndex(sheet)
	p.book.SetActiveSheet(at)
	return errors.Join(f.err, err,
		p.book.SetSheetView(sheet, 0, &excelize.ViewOptions{ShowGridLines: &gridLines}),
		p.paper(sheet, paper{tab: tabSummary, onePage: true}))
}

// gap is a row of air.
func (f *firstPage) gap() { f.end(8) }

// heading tells what the report is about, how it is classified, and what it shows.
func (f *firstPage) heading() {
	f.line(1, gridColumns, f.s.title, f.title(f.sum), 23)
	sub := f.shows(f.o.NIN)
	if f.o.NIN != NINKind {
		f.line(1, gridColumns, f.s.alarm, sub, 17)
		sub = ""
	}
	if c := clean(f.o.Classification); c != "" {
		sub = strings.TrimSuffix(c+" · "+sub, " · ")
	}
	if sub != "" {
		f.line(1, gridColumns, f.s.sub, sub, lineHeight)
	}
	if f.sum.Sample {
		f.line(1, gridColumns, f.s.label, f.say(sample), lineHeight)
	}
	f.gap()
}

// state tells whether everything was read, in red if not.
func (f *firstPage) state() {
	style := f.s.good
	if !f.sum.Complete() {
		style = f.s.alarm
	}
	f.line(1, gridColumns, style, f.read(f.sum), 18)
	f.few(f.partial(f.sum), mostIncomplete, f.s.body)
	if text := f.beginning(f.sum); text != "" {
		f.line(1, gridColumns, f.s.body, text, lineHeight)
	}
	f.gap()
}

// few writes the first lines and counts the others.
func (f *firstPage) few(texts []string, most, style int) {
	for i, text := range texts {
		if i == most {
			f.line(1, gridColumns, style, "… "+f.say(andMore, f.number(len(texts)-i)), lineHeight)
			return
		}
		f.line(1, gridColumns, style, text, lineHeight)
	}
}

// tile is one count of the first page, in columns from to to.
type tile struct {
	from, to   int
	head, word string
	styles     [3]int // of head, count and word
	count      int
}

// tiles count the cases by when they are to be dealt with, and beside them, where there is anything to compare with,
// those that were, and those that are being dealt with.
func (f *firstPage) tiles() {
	cases, m := f.tally.cases(), &f.tally.moves
	due := [...]word{audit.Critical: tileToday, audit.Error: tileWeek, audit.Warning: tileTerm, audit.Info: tileInfo}
	more := compares(f.sum) || m.waived > 0
	wide := tileColumns
	if more {
		wide--
	}
	var tiles []tile
	for i, x := range audit.Severities() {
		tiles = append(tiles, tile{i*wide + 1, (i + 1) * wide, f.say(due[x]), x.Word().In(f.l),
			[3]int{f.s.tileHead[x], f.s.tileCount[x], f.s.tileWord[x]}, cases[x]})
	}
	if more {
		at := len(tiles) * wide
		quiet := [3]int{f.s.tileHead[0], f.s.tileCount[0], f.s.tileWord[0]}
		tiles = append(tiles, tile{at + 1, at + 2, f.say(tileResolved), f.say(tileSince), quiet, m.done()},
			tile{at + 3, gridColumns, f.say(tileHandled), f.say(tileYours), quiet, m.waived})
	}
	for part, height := range []float64{20, 36, 20} {
		for _, t := range tiles {
			f.put(t.from, t.to, t.styles[part], [...]any{t.head, t.count, t.word}[part])
		}
		f.end(height)
	}
	f.gap()
}

// since tells what is new since the last run, and what is resolved.
func (f *firstPage) since() {
	text := f.voice.since(f.sum, &f.tally.moves)
	if text == "" {
		return
	}
	to := ""
	if f.changes.spool.len() > 0 {
		to = f.listed(f.changes, 0).link()
	}
	f.chip(f.s.quiet, f.say(sinceFlag), "", text, to)
}

// chip is a row with a coloured word, a text that begins in bold, and a link to the row that it is about, if
// there is one.
func (f *firstPage) chip(style int, label, bold, text, to string) {
	f.put(1, chipColumns, style, label)
	last := gridColumns
	if to != "" {
		last--
		f.link(gridColumns, f.styles.link, f.say(showRow), to)
	}
	f.rich(chipColumns+1, last, f.s.cell, bold, text)
	n := max(lines(bold+text, f.wide(chipColumns+1, last)-padding), lines(label, f.wide(1, chipColumns)-padding))
	f.end(float64(n)*lineHeight + 6)
}

// many tells what has one cause.
func (f *firstPage) many() {
	open := f.tally.moves.open(f.sum.Systematic)
	for i, x := range open {
		if i == mostMany {
			f.chip(f.s.chipMany, f.say(manyFlag), "", f.say(andMore, f.number(len(open)-i)), "")
			break
		}
		to := ""
		if g := f.tally.byFault[x]; g != nil {
			to = f.plan.groups[g.index].link()
		}
		f.chip(f.s.chipMany, f.say(manyFlag), f.what(x), strings.TrimPrefix(f.systematic(x), f.what(x)), to)
	}
}

// pending counts who has no number.
func (f *firstPage) pending() {
	if text := f.voice.pending(f.sum, f.o.Rules); text != "" {
		to := ""
		if f.waits.spool.len() > 0 {
			to = f.listed(f.waits, 0).link()
		}
		f.chip(f.s.quiet, f.say(withoutFlag), "", text, to)
	}
}

// duplicates counts who may stand there twice.
func (f *firstPage) duplicates() {
	text := f.voice.duplicates(f.sum)
	if text == "" {
		return
	}
	to := ""
	if len(f.cases.begin) > 0 {
		to = link(f.say(sheetDuplicates), caseHeader+1)
	}
	f.chip(f.s.quiet, strings.ToUpper(f.say(sheetDuplicates)), "", text, to)
}

// notices tells what a reader must know of the run.
func (f *firstPage) notices() {
	var texts []string
	for _, n := range f.sum.Notices {
		texts = append(texts, f.say(notice, clean(n.In(f.l))))
	}
	f.few(texts, mostNotices, f.s.body)
}
