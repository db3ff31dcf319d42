package scan

import (
	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// sourced is a catalog beside its source system, noted while the catalog is read, for only then is all of an entry there.
type sourced struct {
	*audit.Source
	of  map[uint32]int32 // by row: the place in the source; rows it does not have are not there
	met []bool           // by place: an entry has it, if one that is left out
}

// beside notes which row of the source system an entry is.
func (seg *segment) beside(p *audit.Person) int32 {
	if seg.source == nil {
		return -1
	}
	at := seg.source.Find(p)
	if at >= 0 {
		seg.source.met[at] = true
	}
	return at
}

// learnSources keeps the source systems' numbers, so that they are blanked wherever they stand.
func (s *state) learnSources() {
	for _, seg := range s.segments {
		if seg.source == nil {
			continue
		}
		for _, r := range seg.source.Rows() {
			if !r.Number.IsZero() {
				s.others = append(s.others, r.Number)
			}
		}
	}
}

// answer is what the source system says of somebody without a number.
func (s *state) answer(row uint32) audit.SourceAnswer {
	seg := s.segmentOf(row)
	if seg.source == nil {
		return 0
	}
	at, there := seg.source.of[row]
	switch {
	case !there:
		return audit.SourceAbsent
	case seg.source.Rows()[at].Known:
		return audit.SourceKnows
	}
	return audit.SourceLacks
}

// compareSources tells how the catalogs and their source systems compare.
func (s *state) compareSources() {
	for _, seg := range s.segments {
		if seg.source == nil {
			continue
		}
		state := audit.SourceState{Catalog: seg.Name}
		for row := range s.liveOf(seg) {
			if s.pop.account(row) != audit.Active || s.pop.protected(row) {
				continue
			}
			number := s.pop.skimmed(row)
			if lacking(number) && !seg.blind() {
				state.Answers[s.answer(row)]++
			}
			if sort, gap := s.gap(seg, row, number); gap {
				state.Gaps = append(state.Gaps, audit.Gap{Sort: sort, Subject: s.subject(s.pop.person(row))})
			}
		}
		if seg.Complete && seg.Skipped == 0 {
			for i, r := range seg.source.Rows() {
				if !seg.source.met[i] {
					state.Gaps = append(state.Gaps, audit.Gap{Sort: audit.PersonOnlyThere, Key: s.blank.Blank(r.Key)})
				}
			}
		}
		s.summary.Sources = append(s.summary.Sources, state)
	}
}

// gap is what catalog and source system say differently of a person. What the source system does not say is no gap.
func (s *state) gap(seg *segment, row uint32, number nin.Number) (audit.GapSort, bool) {
	at, there := seg.source.of[row]
	if !there {
		return audit.PersonOnlyHere, true
	}
	r := &seg.source.Rows()[at]
	switch {
	case lacking(number):
		return 0, false
	case !r.Known:
		return audit.NumberOnlyHere, true
	}
	return audit.NumbersDiffer, !r.Number.IsZero() && r.Number.RevealPlain() != number.RevealPlain()
}
