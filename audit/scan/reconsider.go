package scan

import (
	"cmp"
	"hash/maphash"
	"slices"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// reconsider puts what was said of persons while they were being read to those rules that have to know everybody.
func (s *state) reconsider() {
	for i := range s.hits {
		h := &s.hits[i]
		again := s.Rules[h.rule].Reconsider
		if again == nil {
			continue
		}
		row := h.rows[0]
		was := audit.Verdict{Variant: int(h.variant), Severity: h.severity, Args: h.args, Evidence: h.evidence, Score: h.score}
		v := again(s.pop.person(row), was, func(n nin.Number) []*audit.Person { return s.holders(row, n) }, s.On)
		h.variant, h.args, h.evidence = uint8(v.Variant), v.Args, v.Evidence
		h.severity, h.score = cmp.Or(v.Severity, h.severity), cmp.Or(v.Score, h.score)
	}
}

// byNumber is every row that counts and has a number, in the order of the numbers.
func (s *state) byNumber() []keyed {
	if s.numbered == nil {
		s.numbered = make([]keyed, 0, s.pop.len())
		for row := range s.live() {
			if h, ok := s.numberHash(row); ok {
				s.numbered = append(s.numbered, keyOf(half(h), row))
			}
		}
		slices.Sort(s.numbered)
	}
	return s.numbered
}

// sharers are the rows other than a row's own that have a number.
func (s *state) sharers(own uint32, n nin.Number) (rows []uint32) {
	plain := n.RevealPlain()
	if plain == "" {
		return nil
	}
	index, first := s.byNumber(), keyOf(half(maphash.String(s.seed, plain)), 0)
	for at, _ := slices.BinarySearch(index, first); at < len(index) && index[at].hash() == first.hash(); at++ {
		if row := index[at].row(); row != own && s.pop.skimmed(row).RevealPlain() == plain {
			rows = append(rows, row)
		}
	}
	return rows
}

// holders are the entries other than a row's own that have a number.
func (s *state) holders(own uint32, n nin.Number) []*audit.Person {
	rows := s.sharers(own, n)
	slices.SortFunc(rows, func(a, b uint32) int { return s.compareRest([]uint32{a}, []uint32{b}) })
	holders := make([]*audit.Person, len(rows))
	for i, row := range rows {
		holders[i] = s.pop.person(row)
	}
	return holders
}
