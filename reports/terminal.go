package reports

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"ninaudit/audit"
)

// terminal writes a summary that fits a screen. It names nobody: of findings it counts what is new and what is done,
// and the run's summary counts those that are open.
type terminal struct {
	voice
	w     io.Writer
	o     Options
	files []Filed
	sum   audit.Summary
	moves moves
}

// The screen where the options do not say, and the least that a summary is laid out for.
const (
	usualWidth, usualHeight = 80, 24
	leastWidth, leastRules  = 40, 3
)

// mostLines is where a layout begins: so many items of a sort, and so many lines an item.
const mostLines = 3

// line is one line of the summary in its style.
type line struct{ text, style string }

// NewTerminal writes to w when the run's files are published, so it stands last among the reports of a run.
// Those reports that become files are named with their paths.
func NewTerminal(w io.Writer, o Options, reports ...audit.Report) audit.Report {
	t := &terminal{voice: voice{l: o.Language}, w: w, o: o}
	for _, r := range reports {
		if f, ok := r.(Filed); ok {
			t.files = append(t.files, f)
		}
	}
	return t
}

// Finding counts one.
func (t *terminal) Finding(f *audit.Finding) error {
	t.moves.add(f, t.o.AsOf)
	return nil
}

func (t *terminal) Discard() {}

func (t *terminal) Finish(s audit.Summary) error {
	t.sum = s
	return nil
}

// Publish writes the summary.
func (t *terminal) Publish() error {
	var b strings.Builder
	for _, l := range t.screen() {
		b.WriteString(l.painted(t.o.Color) + "\n")
	}
	if _, err := io.WriteString(t.w, b.String()); err != nil {
		return fmt.Errorf("terminal: %w", err)
	}
	return nil
}

// screen lays the summary out: what stands above and below the rules first, and the rules get what is left.
// Where that is too little for all of them, there is less of everything else.
func (t *terminal) screen() []line {
	wide, high := t.o.Width, t.o.Height
	if wide <= 0 {
		wide = usualWidth
	}
	if high <= 0 {
		high = usualHeight
	}
	p := page{t, max(wide, leastWidth), mostLines}
	for {
		top, bottom := p.top(), p.bottom()
		room := high - 1 - p.height(top) - p.height(bottom) // the prompt takes a line
		if room >= max(len(p.sum.Counts), leastRules) || p.most == 0 {
			return slices.Concat(top, p.rules(max(room, leastRules)), bottom)
		}
		p.most--
	}
}

// page is one attempt at a layout: so many columns, and at most so many items of a sort, each on at most so
// many lines; with 0, one each, and nothing that can be read elsewhere.
type page struct {
	*terminal
	wide, most int
}

// few is how many items of a sort there may be, and how many lines an item.
func (p page) few() int { return max(p.most, 1) }

// height is how many lines of the screen the lines take: a path is never broken, so that it can be copied.
func (p page) height(lines []line) int {
	n := 0
	for _, l := range lines {
		n += 1 + max(0, columns(l.text)-1)/p.wide
	}
	return n
}

// items lays out the first few, and counts the others.
func (p page) items(texts []string, indent int) []line {
	var lines []line
	for i, text := range texts {
		if i == p.few() {
			return append(lines, line{text: "… " + p.say(andMore, p.number(len(texts)-i))})
		}
		lines = append(lines, p.wrap(text, indent, p.few(), "")...)
	}
	return lines
}

// wrap lays a text out on at most so many lines.
func (p page) wrap(text string, indent, most int, style string) []line {
	broken := wrap(text, p.wide, indent)
	if len(broken) > most {
		last := broken[most-1] + " " + strings.TrimLeft(broken[most], " ") // longer than the line: it gets its ellipsis
		broken = append(broken[:most-1], shorten(last, p.wide))
	}
	lines := make([]line, len(broken))
	for i, text := range broken {
		lines[i] = line{text, style}
	}
	return lines
}

// top tells what was audited and how much of it was read.
func (p page) top() []line {
	lines := p.wrap(p.title(&p.sum), 0, p.few(), "")
	if p.sum.Sample {
		lines = append(lines, p.wrap(p.say(sample), 0, 2, "")...)
	}
	style := ""
	if !p.sum.Complete() {
		style = styleCritical
	}
	lines = append(lines, p.wrap(p.read(&p.sum), 0, 3, style)...)
	lines = append(lines, p.items(p.partial(&p.sum), 2)...)
	if text := p.beginning(&p.sum); text != "" && p.most > 0 {
		lines = append(lines, p.wrap(text, 0, 2, "")...)
	}
	if text := p.since(&p.sum, &p.moves); text != "" {
		lines = append(lines, p.wrap(p.say(sinceFlag)+": "+text, 2, min(p.few(), 2), "")...)
	}
	return append(lines, line{})
}

// bottom tells what concerns many, who has no number, who may stand there twice, what was written, and what no audit of
// this kind sees.
func (p page) bottom() []line {
	lines := []line{{}}
	var many, notices []string
	for _, x := range p.moves.open(p.sum.Systematic) {
		many = append(many, p.say(manyFlag)+": "+p.systematic(x))
	}
	lines = append(lines, p.items(many, 2)...)
	if text := p.pending(&p.sum, p.o.Rules); text != "" {
		lines = append(lines, p.wrap(p.say(withoutFlag)+": "+text, 2, min(p.few(), 2), "")...)
	}
	if text := p.duplicates(&p.sum); text != "" && p.most > 0 {
		lines = append(lines, p.wrap(p.say(sheetDuplicates)+": "+text, 2, min(p.most, 2), "")...)
	}
	for _, n := range p.sum.Notices {
		notices = append(notices, p.say(notice, clean(n.In(p.l))))
	}
	lines = append(lines, p.items(notices, 2)...)
	for _, f := range p.files {
		text := p.say(written) + ": " + clean(f.Path())
		if w := f.Wanted(); w != "" {
			text += " " + p.say(writtenElse, clean(filepath.Base(w)))
		}
		lines = append(lines, line{text: text})
	}
	if p.o.NIN != NINKind {
		lines = append(lines, p.wrap(p.shows(p.o.NIN), 0, 2, styleCritical)...)
	}
	return append(lines, p.wrap(p.say(notChecked), 0, 3, "")...)
}
