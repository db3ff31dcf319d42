package audit

import (
	"context"
	"fmt"
	"iter"
	"strconv"
	"strings"
	"time"

	"ninaudit/audit/nin"
)

// Catalog is where persons come from.
type Catalog interface {
	// Name is the catalog's name in the configuration.
	Name() string
	// Persons reads the catalog once, from its start. An *EntryError costs one entry and the stream goes on;
	// any other error ends it, and the catalog is incomplete. The *Person is valid until the next one.
	Persons(ctx context.Context) iter.Seq2[*Person, error]
}

// Report writes one format. Findings arrive in their final order; waiting ones arrive too, for the ledger.
// Nothing is seen at a final path before Publish. A report is called from one goroutine at a time; other reports may be
// told the same finding meanwhile, so that none changes it.
type Report interface {
	// Finding takes one finding; it may keep it.
	Finding(*Finding) error
	// Finish writes what remains and makes the file safe on disk under a temporary name.
	Finish(Summary) error
	// Publish puts the finished file in its final place.
	Publish() error
	// Discard removes what is not published. It may be called at any time and more than once.
	Discard()
}

// Summary is what a run amounts to.
type Summary struct {
	AsOf nin.Date
	// Baseline is the first run of a history: everything stands, nothing is new. It is false without history.
	Baseline bool
	History  bool     // the run was compared with earlier ones
	Last     nin.Date // the day of the run that it was compared with; 0 for none
	Catalogs []CatalogSummary
	Counts   []RuleCount // in list order; rules that found nothing are left out
	// Shielded are the counts of cases that concern persons under protection; Counts has none of them.
	Shielded []RuleCount
	Model    string // the linkage model's hash; empty where none was used
	// Systematic are the faults that have one likely cause, in the findings' order.
	Systematic []*Systematic
	Pending    Pending
	Term       Term
	Trend      Trend
	Waits      WaitClasses // the classes that Pending and Ledger count by
	// Ledger gives every active person without a national number, in catalog order, then by entry ID; nil gives none.
	// What it gives is valid until the next.
	Ledger iter.Seq[*Wait]
	// Events are the changes of the last EventDays days that earlier runs told, newest first.
	Events []*Finding
	// Services are the services that receive the number, in the order of their list; nil where no list is given.
	Services []ServiceState
	// Sources are the catalogs that were compared with their source systems, in the configuration's order.
	Sources []SourceState
	Sample  bool    // the built-in sample was audited
	Notices []Text  // what a reader must know of the run: settings without effect, limits reached
	Stages  []Stage // for the run sheet and the log, never for findings.jsonl
}

// Complete tells whether every catalog was read to its end.
func (s *Summary) Complete() bool {
	for i := range s.Catalogs {
		if !s.Catalogs[i].Complete {
			return false
		}
	}
	return true
}

// CatalogSummary is what became of one catalog.
type CatalogSummary struct {
	Name     string
	Persons  int // judged: active and inactive
	Inactive int // of Persons
	Test     int // left out
	Shared   int // left out
	Disabled int // left out
	Skipped  int // entries that could not be read
	Repeated int // entries that came twice and count once
	// Duplicates are the persons, of Persons, who stand in a possible duplicate: each counts once, however many
	// cases name it. Over Persons it is the catalog's duplicate rate. 0 also where nobody was compared.
	Duplicates int
	Numbers    int // persons with a value in norEduPersonNIN
	Complete   bool
	Fresh      bool   // the history knew nothing of it: everything stands, nothing is new
	Carried    int    // cases of earlier runs that are told again, because what they concern was not read
	Reason     string // why it is incomplete: the error's text, blanked; empty where complete
	Hint       string // what to try
	// FirstSkipped names the first entries that could not be read, by line or ID, with the reason.
	FirstSkipped []string
}

// EventDays is for how many days a change is shown.
const EventDays = 30

// Read is how many entries were read, whether judged or left out.
func (c *CatalogSummary) Read() int { return c.Persons + c.Test + c.Shared + c.Disabled }

// RuleCount is how many findings of one rule stand at each severity.
type RuleCount struct {
	Rule   *Rule
	Counts [Critical + 1]int
}

// Total is the number of findings of the rule.
func (c *RuleCount) Total() int {
	n := 0
	for _, k := range c.Counts {
		n += k
	}
	return n
}

// Pending counts active persons without a national number by how long they have waited.
type Pending struct {
	Classes [len(WaitClasses{}) + 1]int // by class of waiting time
	Unknown int                         // nobody knows since when
	Never   int                         // decided: will not get a number; in no class
}

// Total is the number of persons without a national number.
func (p *Pending) Total() int {
	n := p.Unknown + p.Never
	for _, k := range p.Classes {
		n += k
	}
	return n
}

// Add counts one line of the ledger.
func (p *Pending) Add(w *Wait) {
	switch {
	case w.Waiver != nil && w.Waiver.Never:
		p.Never++
	case w.Class == UnknownWait:
		p.Unknown++
	default:
		p.Classes[w.Class]++
	}
}

// Systematic is one fault that hits so many of a catalog or a unit that it has one likely cause.
type Systematic struct {
	Rule    *Rule
	Variant *Variant // nil where the rule has but one form
	Catalog string
	Unit    string // empty: the whole catalog
	Count   int    // findings
	Of      int    // persons of the catalog or unit
}

// Cause is the likely single cause, in one language.
func (s *Systematic) Cause(l Language) string {
	if s.Variant != nil && s.Variant.Cause.Complete() {
		return s.Variant.Cause.In(l)
	}
	return s.Rule.Cause.In(l)
}

// Stage is one part of a run and what it took.
type Stage struct {
	Name string
	Took time.Duration
}

// Days is a span in whole days, written 30d in configurations.
type Days int

// ParseDays reads "30d"; weeks, months and years are not understood, for they are not one length.
func ParseDays(s string) (Days, error) {
	n, err := strconv.Atoi(strings.TrimSuffix(s, "d"))
	if err != nil || !strings.HasSuffix(s, "d") || n < 0 || n > 36500 {
		return 0, fmt.Errorf("%q is no number of days", s)
	}
	return Days(n), nil
}

// String writes the span as ParseDays reads it.
func (d Days) String() string { return strconv.Itoa(int(d)) + "d" }
