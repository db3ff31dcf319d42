// Package reports writes what a run found, one format a file: a workbook for the officer who acts on it,
// JSON lines for programs, and a summary for the terminal. Every format is an audit.Report, fed the same
// stream of findings, so each is tested by replaying one recording.
//
// Three things hold for all of them. No digit of an identity number is written unless the configuration asks
// for it, and then the first page says so. A file is there whole or not at all: it is written under a temporary
// name in its own folder, made safe on disk, and renamed. The same stream gives the same bytes: nothing here
// reads a clock or follows the order of a map.
package reports

import (
	"fmt"
	"time"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// Options are what every format needs to know of a run before it begins.
type Options struct {
	Dir            string   // an existing folder; files are put into it
	AsOf           nin.Date // the run's day
	Language       audit.Language
	NIN            NINMode
	Classification string           // the mark that stands on every page, as the configuration words it; may be empty
	Unit           string           // the unit that a workbook is for; empty: everybody
	Version        string           // of this program
	Width, Height  int              // of the terminal, in characters; 0 reads 80 and 24
	Color          bool             // the terminal understands colours
	Rules          []audit.Rule     // in list order; the rules that were judged
	ConfigHash     string           // tells one configuration from another; may be empty
	Deliver        *Delivery        // where readers get copies of what is made for persons; nil: nowhere
	Now            func() time.Time // for the metrics alone; nil: the machine's clock
	DeleteOn       nin.Date         // by when the reports are to be deleted; 0: nobody says
	// Answers has the workbook ask for decisions: the run goes into a history, which can read them back.
	Answers bool
}

// NINMode is what the reports show of a number.
type NINMode uint8

// The modes. The zero value shows no digit.
const (
	NINKind   NINMode = iota // the number's kind alone
	NINMasked                // the date, and asterisks for the rest: 010190*****
	NINFull                  // every digit
)

// String is the mode's word in the configuration.
func (m NINMode) String() string { return [...]string{"kind", "masked", "full"}[m] }

// ParseNINMode reads the word that String writes.
func ParseNINMode(s string) (NINMode, error) {
	for _, m := range []NINMode{NINKind, NINMasked, NINFull} {
		if m.String() == s {
			return m, nil
		}
	}
	return NINKind, fmt.Errorf("%q is none of kind, masked and full", s)
}

// show is what a report may write of a number besides its kind: nothing, a mask, or the digits.
func (m NINMode) show(n nin.Number) string {
	switch {
	case n.IsZero() || m == NINKind:
		return ""
	case m == NINMasked:
		return n.Mask()
	}
	return n.Reveal()
}

// The formats that are files; letters are a folder of them.
const (
	formatWorkbook  = "xlsx"
	formatJSONLines = "jsonl"
	formatHTML      = "html"
	formatLetters   = "eml"
	formatMetrics   = "prom"
)

// Formats lists the formats that New makes, in the order in which they are documented.
func Formats() []string {
	return []string{formatWorkbook, formatJSONLines, formatHTML, formatLetters, formatMetrics}
}

// DefaultFormats are those that are written where nobody says which.
func DefaultFormats() []string { return []string{formatWorkbook, formatJSONLines} }

// New makes the report of one format.
func New(format string, o Options) (audit.Report, error) {
	switch format {
	case formatWorkbook:
		return NewWorkbook(o)
	case formatJSONLines:
		return NewJSONLines(o)
	case formatHTML:
		return NewHTML(o)
	case formatLetters:
		return NewDrafts(o)
	case formatMetrics:
		return NewMetrics(o)
	}
	return nil, fmt.Errorf("format %q: known are %v", format, Formats())
}

// Filed is a report that becomes a file.
type Filed interface {
	audit.Report
	// Path is where the file stands; before Publish, where it is to stand.
	Path() string
	// Wanted is the path that the file could not take because another program holds it open, so that it
	// stands at Path instead; empty where it stands at the path it wanted.
	Wanted() string
}
