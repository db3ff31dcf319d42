package reports

import (
	_ "embed" // the page's source
	"html/template"

	"ninaudit/audit"
)

// htmlPage is the officer's first page as one file of its own, for a browser, a mail or an intranet. It loads nothing
// from elsewhere and runs no script. It travels further than the workbook, so it names nobody, and tells of counts from
// one to four only that they are under five.
type htmlPage struct {
	*file
	voice
	o     Options
	tally *tally
}

//go:embed page.html.tmpl
var pageSource string

// NewHTML begins ninaudit-YYYY-MM-DD.html in o.Dir.
func NewHTML(o Options) (audit.Report, error) {
	f, err := create(o.Dir, "ninaudit-"+o.AsOf.String()+".html", true)
	if err != nil {
		return nil, err
	}
	o.NIN = NINKind // it shows no number, whatever the workbook shows
	f.deliver = o.Deliver
	return &htmlPage{file: f, voice: voice{l: o.Language, hides: true}, o: o, tally: newTally(o.AsOf)}, nil
}

// Finding counts one.
func (h *htmlPage) Finding(f *audit.Finding) error {
	switch {
	case f.Status == audit.Waiting:
	case amongFindings(f):
		h.tally.add(f, h.l)
	default:
		h.tally.elsewhere(f, h.l, 0)
	}
	return nil
}

// Finish writes the page and makes it safe on disk.
func (h *htmlPage) Finish(s audit.Summary) error {
	page, err := template.New("page").Parse(pageSource)
	if err != nil {
		return h.fault(err)
	}
	if err := page.Execute(h, h.content(newOverview(h.voice, &h.o, &s, h.tally), &s)); err != nil {
		return h.fault(err)
	}
	return h.finish()
}

// pageContent is what the page's source is filled with. Every text in it is escaped there.
type pageContent struct {
	Language, Version, Title, Alarm, Sub, Sample, Read, Beginning string

	Whole                                bool
	Partial, Notices                     []string
	Tiles                                []pageTile
	ToDo, Nothing                        string
	Chips                                []pageChip
	OpenHead                             string
	Heads                                []string
	Severities                           []pageSeverity
	Rules, Waits                         *barChart
	Trend                                *lineChart
	UnderFive, Workbook, NotChecked, Day string
}

type pageTile struct{ Class, Head, Count, Word string }

type pageChip struct {
	Class, Label, Bold string
	Lines              []string
}

type pageSeverity struct {
	Class, Word string
	Counts      []string
}
