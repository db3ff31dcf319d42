package scan

import (
	"context"
	"errors"
	"fmt"
	"hash/maphash"
	"slices"
	"strings"

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

// keyed is one row under the hash of a key that a group shares.
type keyed struct {
	hash uint64
	row  uint32
}

// segment is one catalog as it is read: its outcome, apart from every other catalog's.
type segment struct {
	audit.CatalogSummary
	err     error               // why it is incomplete; nil if it is not
	units   map[*audit.Unit]int // persons whose first unit it is
	rows    [2]uint32           // the rows of its persons: from, and up to but not including
	shrunk  bool                // it was read to its end, and is smaller than it may be
	source  *sourced            // nil where nothing is compared
	pending int                 // active persons without a national number
}

// skippedShare is the share of entries that may be unreadable before the catalog counts as not read.
const skippedShare = 10 // per cent

// firstSkipped is how many unreadable entries are named.
const firstSkipped = 20

// read reads one catalog into the population and judges its persons as they come.
func (s *state) read(ctx context.Context, index int, catalog audit.Catalog) *segment {
	seg := &segment{units: map[*audit.Unit]int{}}
	seg.Name = catalog.Name()
	if source := s.Sources[seg.Name]; source != nil {
		seg.source = &sourced{source, map[uint32]int32{}, make([]bool, len(source.Rows()))}
	}
	seg.rows[0] = uint32(s.pop.len())
	var ids []keyed
	for p, err := range catalog.Persons(ctx) {
		var entry *audit.EntryError
		switch {
		case errors.As(err, &entry):
			seg.skip(entry, s)
		case err != nil:
			seg.err = err
		default:
			s.noteOthers(p)
			ids = s.take(seg, index, p, ids)
		}
		if seg.err != nil {
			break
		}
		if n := seg.Read() + seg.Skipped; s.Progress != nil && n%256 == 0 {
			s.Progress(seg.Name, n)
		}
	}
	if s.Progress != nil {
		s.Progress(seg.Name, seg.Read()+seg.Skipped)
	}
	seg.rows[1] = uint32(s.pop.len())
	s.settleIDs(seg, ids)
	seg.conclude(seg.Name)
	return seg
}

// take counts an entry and, unless it is left out, keeps and judges it.
func (s *state) take(seg *segment, index int, p *audit.Person, ids []keyed) []keyed {
	beside := seg.beside(p)
	p.Protected = p.Protected || s.Protected[strings.ToLower(p.Principal)] || s.Protected[strings.ToLower(p.ID)]
	switch p.Account {
	case audit.Test:
		seg.Test++
		return ids
	case audit.Shared:
		seg.Shared++
		return ids
	}
	row := s.pop.add(index, p)
	if beside >= 0 {
		seg.source.of[row] = beside
	}
	seg.count(p, 1)
	s.remember(row, p)
	s.judge(row, p)
	return append(ids, keyed{maphash.String(s.seed, p.ID), row})
}

// noteOthers keeps the numbers of an entry that the population does not hold, so that they are blanked too.
func (s *state) noteOthers(p *audit.Person) {
	if left := p.Account == audit.Test || p.Account == audit.Shared; left && !p.NIN.IsZero() {
		s.others = append(s.others, p.NIN)
	}
	for _, f := range p.Texts {
		if f.Number {
			s.others = append(s.others, p.Read.Parse(f.Value))
		}
	}
}

func (seg *segment) skip(e *audit.EntryError, s *state) {
	seg.Skipped++
	if len(seg.FirstSkipped) < firstSkipped {
		text := nin.BlankAll(e.Error())
		seg.FirstSkipped = append(seg.FirstSkipped, text)
		s.Log.Warn("entry skipped", "catalog", seg.Name, "err", text)
	}
}

// count takes a person into the catalog's figures (by 1) or out of them (by -1).
func (seg *segment) count(p *audit.Person, by int) {
	seg.Persons += by
	if !p.NIN.IsZero() {
		seg.Numbers += by
	}
	if len(p.Units) > 0 {
		seg.units[p.Units[0]] += by
	}
	if p.Account == audit.Inactive {
		seg.Inactive += by
	}
}

// forget takes an entry that came twice out of the catalog's figures.
func (seg *segment) forget(p *audit.Person) {
	seg.count(p, -1)
	seg.Repeated++
}

// judge puts a person to every rule on persons, and notes the keys for the rules on groups.
func (s *state) judge(row uint32, p *audit.Person) {
	for i := range s.Rules {
		switch check := s.Rules[i].Check.(type) {
		case audit.EachPerson:
			if s.Rules[i].Absence {
				continue // until it is known since when
			}
			if v, found := check(p, s.On); found {
				s.note(i, []uint32{row}, v)
			}
		case audit.EachGroup:
			if key := check.Key(p); key != "" {
				s.keys[i] = append(s.keys[i], keyed{maphash.String(s.seed, key), row})
			}
		}
	}
}

// settleIDs finds entries that came twice, which count once: pages are no snapshot. Where a principal name
// serves as the ID, two entries may share it; their DNs then make their IDs longer.
func (s *state) settleIDs(seg *segment, ids []keyed) {
	slices.SortFunc(ids, byHash)
	names := s.names()
	for group := range groups(ids) {
		seen, sharers := map[string]bool{}, map[string][]uint32{}
		for _, k := range group {
			p := s.pop.person(k.row, names)
			entry := p.ID
			if standsIn := p.ID == strings.ToLower(p.Principal); standsIn {
				entry += "\x00" + strings.ToLower(p.DN)
				sharers[p.ID] = append(sharers[p.ID], k.row)
			}
			if seen[entry] {
				s.pop.dead[k.row] = true
				seg.forget(p)
			}
			seen[entry] = true
		}
		for _, rows := range sharers {
			rows = slices.DeleteFunc(rows, func(r uint32) bool { return s.pop.dead[r] })
			if len(rows) > 1 {
				for _, r := range rows {
					s.pop.longer[r] = true
				}
			}
		}
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
