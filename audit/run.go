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
// Nothing is seen at a final path before Publish.
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
	AsOf     nin.Date
	Baseline bool
	Catalogs []CatalogSummary
	Counts   []RuleCount // in list order; rules that found nothing are left out
	Model    string      // the linkage model's hash; empty where none was used
	// Systematic are the faults that have one likely cause, in the findings' order.
	Systematic []*Systematic
	Pending    Pending
	Sample     bool    // the built-in sample was audited
	Notices    []Text  // what a reader must know of the run: settings without effect, limits reached
	Stages     []Stage // for the run sheet and the log, never for findings.jsonl
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
	Skipped  int // entries that could not be read
	Repeated int // entries that came twice and count once
	// Duplicates are the persons, of Persons, who stand in a possible duplicate: each counts once, however many
	// cases name it. Over Persons it is the catalog's duplicate rate. 0 also where nobody was compared.
	Duplicates int
	Numbers    int // persons with a value in norEduPersonNIN
	Complete   bool
	Reason     string // why it is incomplete: the error's text, blanked; empty where complete
	Hint       string // what to try
	// FirstSkipped names the first entries that could not be read, by line or ID, with the reason.
	FirstSkipped []string
}

// Read is how many entries were read, whether judged or left out.
func (c *CatalogSummary) Read() int { return c.Persons + c.Test + c.Shared }

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

// Pending counts persons without a national number by how long they have waited, in days.
type Pending struct {
	Classes [4]int // 0–30, 31–90, 91–180, over 180
	Unknown int    // the catalog does not say since when
}

// PendingClass is the index in Pending.Classes for a wait of so many days.
func PendingClass(days int) int {
	switch {
	case days <= 30:
		return 0
	case days <= 90:
		return 1
	case days <= 180:
		return 2
	}
	return 3
}

// Total is the number of persons without a national number.
func (p *Pending) Total() int {
	return p.Classes[0] + p.Classes[1] + p.Classes[2] + p.Classes[3] + p.Unknown
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
