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

// trace finds everything that is kept of whoever has a name, or had it when it was told: a Feide name or an entry's ID,
// and of those without a Feide name the uid in the DN that they were told under.
type trace struct {
	name    string         // in lower case
	records []PersonRecord // persons first, in the order of their IDs
	place   map[int64]int  // into records, by ID
	numbers map[audit.Token]bool
	others  map[string]int      // into records without an ID, by catalog
	names   []string            // under which cases told of the person; folded
	cases   map[string][][2]int // places of records and of their cases, by the finding's ID
}

func newTrace(name string) *trace {
	return &trace{name: strings.ToLower(strings.TrimSpace(name)), place: map[int64]int{},
		numbers: map[audit.Token]bool{}, others: map[string]int{}, cases: map[string][][2]int{}}
}

// Find gives everything that is kept of a person with a name, as trace says: persons who had it when they were last
// read, and the cases and changes that concern them or were told under that name. Nobody is told by an empty slice.
func (s *Store) Find(ctx context.Context, name string) ([]PersonRecord, error) {
	t := newTrace(name)
	if t.name == "" {
		return nil, nil
	}
	err := s.read(ctx, func(l *loader) error {
		cases, err := l.cases()
		if err != nil {
			return err
		}
		if err := t.persons(l, cases, s.OldHasher(), name); err != nil {
			return err
		}
		var findings []Finding
		for i := range cases {
			event := cases[i].table == "events"
			if err := t.record(&cases[i].Finding, event); err != nil {
				return err
			}
			if !event {
				findings = append(findings, cases[i].Finding)
			}
		}
		return t.reviews(l, findings)
	})
	return t.records, err
}

// persons finds the persons: by the tokens of the name, and by the cases that were told of an entry of that ID or uid.
// A Feide name in a case may have been somebody else's since.
func (t *trace) persons(l *loader, cases []stored, hash *Hasher, name string) error {
	tokens, told := map[audit.Token]bool{hash.Principal(name): true}, map[int64]bool{}
	for _, catalog := range l.names {
		for _, id := range []string{strings.TrimSpace(name), t.name} {
			tokens[hash.Entry(catalog, id)] = true
		}
	}
	for i := range cases {
		f := &cases[i].Finding
		as, err := decoded(f)
		if err != nil {
			return err
		}
		for m := range min(len(f.Persons), len(as.Subjects)) {
			if _, byEntry := t.named(&as.Subjects[m]); byEntry {
				told[f.Persons[m]] = true
			}
		}
	}
	delete(told, 0) // nobody in particular
	all, err := l.persons()
	for i := range all {
		p := &all[i]
		if tokens[p.Was.Principal] || tokens[p.Entry] || told[p.ID] {
			t.place[p.ID] = len(t.records)
			t.numbers[p.Was.Number] = p.Was.Number != 0
			t.records = append(t.records, PersonRecord{ID: p.ID, Catalog: p.Catalog, Kind: p.Was.Kind,
				FirstSeen: p.FirstSeen, Without: p.Without, Gone: p.Gone})
		}
	}
	return err
}

// named tells whether a subject was told under the name, and whether as the entry itself.
func (t *trace) named(p *audit.Subject) (named, byEntry bool) {
	principal := strings.ToLower(strings.TrimSpace(p.Principal))
	rdn, _, _ := strings.Cut(strings.ToLower(p.DN), ",")
	byEntry = strings.ToLower(p.ID) == t.name || principal == "" && strings.TrimSpace(rdn) == "uid="+t.name
	return byEntry || principal == t.name, byEntry
}

// decoded is a case as it was told.
func decoded(f *Finding) (told Told, err error) {
	if len(f.Body) > 0 {
		if told, err = Decode(f.Body); err != nil {
			return told, fmt.Errorf("%w: %w", errOddRow, err)
		}
	}
	return told, nil
}

// members tells which subjects of a case are the person.
func (t *trace) members(f *Finding) (told Told, members []int, err error) {
	if told, err = decoded(f); err != nil {
		return told, nil, err
	}
	for i := range max(len(f.Persons), len(told.Subjects)) {
		known, named := false, false
		if i < len(f.Persons) {
			_, known = t.place[f.Persons[i]]
		}
		if i < len(told.Subjects) {
			named, _ = t.named(&told.Subjects[i])
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
