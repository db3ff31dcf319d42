package scan

import (
	"cmp"
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

// quietInactive brings findings that concern inactive accounts only down to info, unless one of them shares
// its number with an active person.
func (s *state) quietInactive() {
	active := func(row uint32) bool { return s.pop.account(row) == audit.Active }
	for i := range s.hits {
		h := &s.hits[i]
		if h.severity > audit.Info && !slices.ContainsFunc(h.rows, active) && !slices.ContainsFunc(h.rows, func(row uint32) bool {
			return slices.ContainsFunc(s.sharers(row, s.pop.skimmed(row)), active)
		}) {
			h.severity = audit.Info
		}
	}
}

// buried drops the hits of entries that came twice.
func (s *state) buried() {
	if len(s.pop.dead) == 0 {
		return
	}
	s.hits = slices.DeleteFunc(s.hits, func(h hit) bool { return s.pop.dead[h.rows[0]] })
}
