package scan

import (
	"errors"
	"fmt"
	"log/slog"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// hit is what a rule found, before it becomes a finding: rows instead of persons.
type hit struct {
	rule     uint16 // index into the run's rules
	variant  uint8
	severity audit.Severity // never 0
	waiting  bool
	event    bool // a change: told once
	since    nin.Date
	rows     []uint32 // the persons concerned
	args     []audit.Arg
	evidence []audit.Evidence
	score    float64
}

// segment is one catalog as it is read: its outcome, apart from every other catalog's.
type segment struct {
	audit.CatalogSummary
	err     error     // why it is incomplete; nil if it is not
	rows    [2]uint32 // the rows of its persons: from, and up to but not including
	shrunk  bool      // it was read to its end, and is smaller than it may be
	begun   bool      // earlier runs have met some of its persons, and none has read it to its end
	source  *sourced  // nil where nothing is compared
	pending int       // active persons without a national number

	unreadable []string // IDs of entries that could not be read, as far as these gave them
}

// skippedShare is the share of entries that may be unreadable before the catalog counts as not read.
const skippedShare = 10 // per cent

// firstSkipped is how many unreadable entries are named.
const firstSkipped = 20

func (seg *segment) skip(e *audit.EntryError, log *slog.Logger) {
	seg.Skipped++
	if e.Entry != "" {
		seg.unreadable = append(seg.unreadable, e.Entry)
	}
	if len(seg.FirstSkipped) < firstSkipped {
		text := nin.BlankAll(e.Error())
		seg.FirstSkipped = append(seg.FirstSkipped, text)
		log.Warn("entry skipped", "catalog", seg.Name, "err", text)
	}
}

// count takes a person into the catalog's figures (by 1) or out of them (by -1).
func (seg *segment) count(p *audit.Person, by int) {
	seg.Persons += by
	if !p.NIN.IsZero() {
		seg.Numbers += by
	}
	if p.Account == audit.Inactive {
		seg.Inactive += by
	}
}

// conclude says whether the catalog was read to its end, and why not.
func (seg *segment) conclude(name string) {
	switch {
	case seg.err == nil && seg.Read() == 0 && seg.Skipped == 0:
		seg.err = &audit.CatalogError{Catalog: name, Err: errors.New("it holds no persons"),
			Hint: "check the search base and the filter, or that the export holds entries of class norEduPerson"}
	case seg.err == nil && seg.Skipped*100 > (seg.Read()+seg.Skipped)*skippedShare:
		seg.err = &audit.CatalogError{Catalog: name,
			Err:  fmt.Errorf("%d of %d entries could not be read", seg.Skipped, seg.Read()+seg.Skipped),
			Hint: "export the catalog again; the run sheet names the first entries with the reason"}
	case seg.err == nil && seg.Numbers == 0 && seg.Persons > 0:
		seg.err = &audit.CatalogError{Catalog: name, Err: errors.New("nobody's norEduPersonNIN could be read"),
			Hint: "give the reader access to norEduPersonNIN; until then nobody is judged to be without a number"}
	}
	seg.tellEnd()
}

// tellEnd says in the catalog's figures whether it is complete, and why not.
func (seg *segment) tellEnd() {
	seg.Complete = seg.err == nil
	if seg.err != nil {
		seg.Reason = nin.BlankAll(seg.err.Error())
	}
	var cut *audit.CatalogError
	if errors.As(seg.err, &cut) {
		seg.Hint = cut.Hint
	}
}

// blind tells that nobody's number could be read, so that a missing number says nothing.
func (seg *segment) blind() bool { return seg.Numbers == 0 }
