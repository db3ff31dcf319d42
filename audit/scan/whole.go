package scan

import (
	"cmp"

	"ninaudit/audit"
)

// everybody is the population as rules on the whole see it: without entries that came twice.
type everybody struct {
	*state
	rows []uint32
}

func (e everybody) Len() int { return len(e.rows) }

func (e everybody) Person(i int) *audit.Person { return e.pop.person(e.rows[i], e.names()) }

// judgeWhole puts everybody to the rules that need all at once.
func (s *state) judgeWhole() {
	for i := range s.Rules {
		check, ok := s.Rules[i].Check.(audit.Whole)
		if !ok {
			continue
		}
		all := everybody{state: s}
		for row := range uint32(s.pop.len()) {
			if !s.pop.dead[row] {
				all.rows = append(all.rows, row)
			}
		}
		found := check(all, s.On)
		s.summary.Model = cmp.Or(s.summary.Model, found.Model)
		s.summary.Notices = append(s.summary.Notices, found.Notices...)
		for _, v := range found.Verdicts {
			rows := make([]uint32, len(v.Members))
			for k, at := range v.Members {
				rows[k] = all.rows[at]
			}
			s.note(i, rows, v)
		}
	}
}

// explain lets the case of a person with two entries speak for the one that lacks a number: that is one case,
// not two. It also counts the persons in such cases. The hits are in their final order.
func (s *state) explain() {
	cases := map[uint32]int{}
	for i := range s.hits {
		if !s.Rules[s.hits[i].rule].Duplicate {
			continue
		}
		for _, row := range s.hits[i].rows {
			if _, twice := cases[row]; !twice {
				cases[row] = i
				catalog, _, _ := s.pop.place(row)
				s.summary.Catalogs[catalog].Duplicates++
			}
		}
	}
	for i := range s.hits {
		h := &s.hits[i]
		if !s.Rules[h.rule].Absence || h.waiting {
			continue
		}
		if at, ok := cases[h.rows[0]]; ok {
			h.waiting, h.see = true, at+1
		}
	}
}
