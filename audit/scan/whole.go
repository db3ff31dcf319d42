package scan

import (
	"slices"

	"ninaudit/audit"
)

// everybody is a stretch of the population as rules see it: without entries that came twice.
type everybody struct {
	*state
	first uint32
	count int
	rows  []uint32 // nil where no entry came twice: they follow one another
}

// all are the persons of the rows from one up to another.
func (s *state) all(from, to uint32) everybody {
	all := everybody{state: s, first: from, count: int(to - from)}
	for row := range s.pop.dead {
		if from <= row && row < to {
			all.rows = slices.Collect(s.between(from, to))
			all.count = len(all.rows)
			break
		}
	}
	return all
}

func (e everybody) Len() int { return e.count }

func (e everybody) Person(i int) *audit.Person { return e.pop.person(e.row(i)) }

// row is the i-th person's row.
func (e everybody) row(i int) uint32 {
	if e.rows != nil {
		return e.rows[i]
	}
	return e.first + uint32(i)
}

// judged is what a rule found on everybody.
func (e everybody) judged(rule int, found audit.Judgement) (j judged) {
	j.model, j.notices = found.Model, found.Notices
	for _, v := range found.Verdicts {
		rows := make([]uint32, len(v.Members))
		for k, at := range v.Members {
			rows[k] = e.row(at)
		}
		j.hits = append(j.hits, e.hit(rule, rows, v))
	}
	return j
}
