package scan

import (
	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// believedAfter is on how many nights running somebody must be missing from a catalog that holds entries which can not
// be read, and do not tell whose they are, for the person to be gone.
const believedAfter = 7

// absences says which persons of the history who were not read tonight may be there all the same.
//
// Of a catalog that was not read to its end that is everybody. Where single entries could not be read, it is those whose
// ID such an entry gave. One that gave none may be anybody's who is missing; but it may stay unreadable for ever, and
// then nobody would ever leave. So an absence is believed when it has lasted. The first night of it is kept as the day
// on which the person was gone; whoever is read again was not.
type absences struct {
	named    map[audit.Token]bool  // entries that could not be read, and gave their IDs
	doubtful map[string][]nin.Date // by catalog: the nights before this since the last that left no doubt
	certain  map[string]nin.Date   // by catalog: the last night before this that left no doubt; 0 for none
}

// absences looks at how earlier nights went.
func (s *state) absences() absences {
	a := absences{map[audit.Token]bool{}, map[string][]nin.Date{}, map[string]nin.Date{}}
	for _, seg := range s.segments {
		for _, id := range seg.unreadable {
			a.named[s.past.hash.Entry(seg.Name, id)] = true
		}
	}
	for i := range s.past.night.Runs {
		r := &s.past.night.Runs[i]
		for k := range r.Catalogs {
			switch c := &r.Catalogs[k]; {
			case r.Day >= s.On || !c.Complete:
			case c.Skipped == 0:
				a.certain[c.Name], a.doubtful[c.Name] = r.Day, nil
			default:
				a.doubtful[c.Name] = append(a.doubtful[c.Name], r.Day)
			}
		}
	}
	return a
}

// unsure tells that a person of the history was not read tonight, and may be there all the same. It says nothing of
// catalogs that left the configuration.
func (s *state) unsure(i int) bool {
	if s.past.rows[i] != unread {
		return false
	}
	p, a := &s.past.night.Persons[i], &s.past.absences
	catalog := s.past.night.Names[p.Catalog]
	seg := s.segmentNamed(catalog)
	switch {
	case seg == nil:
		return false
	case a.named[p.Entry], !seg.Complete && p.Gone == 0:
		return true
	case seg.Complete && seg.Skipped == len(seg.unreadable), p.Gone != 0 && p.Gone <= a.certain[catalog]:
		return false
	case p.Gone == 0: // the first night
		return true
	}
	nights := 0
	for _, day := range a.doubtful[catalog] {
		if day >= p.Gone {
			nights++
		}
	}
	return nights+1 < believedAfter
}

// missed tells that a person of the history, by ID, may be there and was not read; nobody for one who is not kept.
func (s *state) missed(id int64) bool {
	i, known := s.past.personAt(id)
	return known && s.unsure(i)
}

// left tells that a person of the history is not in the catalog tonight, by all that could be read of it.
func (s *state) left(i int) bool {
	if s.past.rows[i] != unread {
		return false
	}
	p := &s.past.night.Persons[i]
	seg := s.segmentNamed(s.past.night.Names[p.Catalog])
	return seg != nil && seg.Complete && !s.past.absences.named[p.Entry]
}
