package history

import (
	"context"
	"fmt"
	"strings"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// PersonRecord is what is kept of one entry of one catalog.
type PersonRecord struct {
	ID        int64 // 0: cases told under the name, of somebody who has another name now or has been forgotten
	Catalog   string
	Kind      nin.Kind // of the number
	FirstSeen nin.Date
	Without   nin.Date // the first day without a national number; 0 for none
	Gone      nin.Date // the first night on which the catalog no longer had the entry; 0 while it has
	Cases     []CaseRecord
}

// CaseRecord is one finding or change that concerns a person.
type CaseRecord struct {
	ID, Rule              string
	Event                 bool // a change, told once
	Severity              audit.Severity
	Since, Told, Resolved nin.Date
	How                   audit.How
	Waived                bool
	Others                int     // how many others the case concerns
	Review                *Review // what was decided on it by way of a workbook; nil for nothing
}

// Erased counts what Erase took away.
type Erased struct {
	Persons   int
	Findings  int // concerned nobody else, and are gone
	Changed   int // findings and changes that concern others too: the person is blanked out of them
	Decisions int
	Reviews   int // what was decided by way of workbooks
	Events    int // changes that concerned nobody else, and are gone
}

// trace finds everything that is kept of whoever has, or had when it was told, a Feide name.
type trace struct {
	principal string         // in lower case
	records   []PersonRecord // persons first, in the order of their IDs
	place     map[int64]int  // into records, by ID
	numbers   map[audit.Token]bool
	others    map[string]int      // into records without an ID, by catalog
	names     []string            // under which cases told of the person; folded
	cases     map[string][][2]int // places of records and of their cases, by the finding's ID
}

func newTrace(principal string) *trace {
	return &trace{principal: strings.ToLower(strings.TrimSpace(principal)), place: map[int64]int{},
		numbers: map[audit.Token]bool{}, others: map[string]int{}, cases: map[string][][2]int{}}
}

// Find gives everything that is kept of a person with a Feide name: persons who had it when they were last read, and
// the cases and changes that concern them or were told under that name. Nobody is told by an empty slice.
func (s *Store) Find(ctx context.Context, principal string) ([]PersonRecord, error) {
	t := newTrace(principal)
	if t.principal == "" {
		return nil, nil
	}
	err := s.read(ctx, func(l *loader) error {
		if err := t.persons(l, s.OldHasher().Principal(principal)); err != nil {
			return err
		}
		var findings []Finding
		for _, table := range []string{"findings", "events"} {
			all, err := l.findings(table)
			if err != nil {
				return err
			}
			for i := range all {
				if err := t.record(&all[i], table == "events"); err != nil {
					return err
				}
			}
			if table == "findings" {
				findings = all
			}
		}
		return t.reviews(l, findings)
	})
	return t.records, err
}

// persons finds the persons, by the token of the name.
func (t *trace) persons(l *loader, name audit.Token) error {
	all, err := l.persons()
	for i := range all {
		p := &all[i]
		if p.Was.Principal == name {
			t.place[p.ID] = len(t.records)
			t.numbers[p.Was.Number] = p.Was.Number != 0
			t.records = append(t.records, PersonRecord{ID: p.ID, Catalog: p.Catalog, Kind: p.Was.Kind,
				FirstSeen: p.FirstSeen, Without: p.Without, Gone: p.Gone})
		}
	}
	return err
}

// members tells which subjects of a case are the person.
func (t *trace) members(f *Finding) (told Told, members []int, err error) {
	if len(f.Body) > 0 {
		if told, err = Decode(f.Body); err != nil {
			return told, nil, fmt.Errorf("%w: %w", errOddRow, err)
		}
	}
	for i := range max(len(f.Persons), len(told.Subjects)) {
		known, named := false, false
		if i < len(f.Persons) {
			_, known = t.place[f.Persons[i]]
		}
		if i < len(told.Subjects) {
			named = strings.ToLower(strings.TrimSpace(told.Subjects[i].Principal)) == t.principal
		}
		if known || named {
			members = append(members, i)
			if i < len(told.Subjects) {
				t.learn(&told.Subjects[i])
			}
		}
	}
	return told, members, nil
}

func (t *trace) record(f *Finding, event bool) error {
	told, members, err := t.members(f)
	if err != nil {
		return err
	}
	others := max(len(f.Persons), len(told.Subjects)) - len(members)
	for _, m := range members {
		at := t.recordOf(f, told, m)
		r := &t.records[at]
		if !event {
			t.cases[f.ID] = append(t.cases[f.ID], [2]int{at, len(r.Cases)})
		}
		r.Cases = append(r.Cases, caseOf(f, event, others))
	}
	return nil
}

func caseOf(f *Finding, event bool, others int) CaseRecord {
	return CaseRecord{ID: f.ID, Rule: f.Rule, Event: event, Severity: f.Severity, Since: f.Since,
		Told: f.Told, Resolved: f.Resolved, How: f.How, Waived: f.Waived, Others: others}
}

// recordOf is the place of the record of a case's m-th subject.
func (t *trace) recordOf(f *Finding, told Told, m int) int {
	if m < len(f.Persons) {
		if at, known := t.place[f.Persons[m]]; known {
			return at
		}
	}
	at := t.nameless(told.Subjects[m].Catalog)
	if t.records[at].Kind == nin.None {
		t.records[at].Kind = told.Subjects[m].Kind
	}
	return at
}
