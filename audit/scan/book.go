package scan

import (
	"cmp"
	"slices"

	"ninaudit/audit"
	"ninaudit/audit/history"
)

// book is the history's cases on the way to being met again.
type book struct {
	*state
	night *history.Night
	cases map[string][]int32 // by caseKey: places in night.Findings
	used  map[string]bool    // by ID
	ids   map[string]int32   // by ID: the place in night.Findings
	parts []*history.Finding // cases of a number on several persons, one of whom was not read tonight
}

func (s *state) newBook(n *history.Night) *book {
	b := &book{
		state: s, night: n, used: map[string]bool{},
		cases: make(map[string][]int32, len(n.Findings)), ids: make(map[string]int32, len(n.Findings)),
	}
	for i := range n.Findings {
		f := &n.Findings[i]
		key := caseKey(f.Rule, f.Persons)
		b.cases[key] = append(b.cases[key], int32(i))
		b.ids[f.ID] = int32(i)
		if rule := s.ruleOf(f.Rule); f.Resolved == 0 && rule >= 0 && s.groupsNumbers(rule) && slices.ContainsFunc(f.Persons, s.missed) {
			b.parts = append(b.parts, f)
		}
	}
	return b
}

// match finds for each hit the case that it was told as: the one of the same persons, and for a group the one that
// shares most members with it.
func (b *book) match() []*history.Finding {
	of := make([]*history.Finding, len(b.hits))
	for i := range b.hits {
		h := &b.hits[i]
		if h.event {
			continue
		}
		ids, all := b.personsOf(h)
		if !all {
			continue
		}
		key := caseKey(b.Rules[h.rule].ID, ids)
		if places := b.cases[key]; len(places) > 0 {
			of[i] = b.take(places[0])
			b.cases[key] = places[1:]
		}
	}
	b.matchGroups(of)
	return of
}

func (b *book) take(place int32) *history.Finding {
	f := &b.night.Findings[place]
	b.used[f.ID] = true
	return f
}

// bond is a hit on a group and a case of some of its members.
type bond struct {
	hit    int
	place  int32
	shared int // members of both
}

// matchGroups gives groups that changed the case that they were told as: the one that holds most of last night's
// members, of those who could be looked at, or none but of last night's. Where several would do, whoever shares most
// goes first; each case goes to one group.
func (b *book) matchGroups(of []*history.Finding) {
	byPerson := map[int64][]int32{}
	for i := range b.night.Findings {
		f := &b.night.Findings[i]
		if !b.used[f.ID] && len(f.Persons) > 1 && f.Resolved == 0 {
			for _, id := range f.Persons {
				byPerson[id] = append(byPerson[id], int32(i))
			}
			delete(byPerson, 0) // nobody in particular
		}
	}
	if len(byPerson) == 0 {
		return
	}
	var bonds []bond
	for i := range b.hits {
		if h := &b.hits[i]; of[i] == nil && !h.event && len(h.rows) > 1 {
			bonds = append(bonds, b.bonds(i, byPerson)...)
		}
	}
	slices.SortFunc(bonds, func(x, y bond) int {
		return cmp.Or(cmp.Compare(y.shared, x.shared), cmp.Compare(x.hit, y.hit), cmp.Compare(x.place, y.place))
	})
	for _, one := range bonds {
		if of[one.hit] == nil && !b.used[b.night.Findings[one.place].ID] {
			of[one.hit] = b.take(one.place)
		}
	}
}

// bonds are the cases that a hit may be told as.
func (b *book) bonds(hit int, byPerson map[int64][]int32) (found []bond) {
	h := &b.hits[hit]
	ids, _ := b.personsOf(h)
	shared := map[int32]int{}
	for _, id := range ids {
		for _, place := range byPerson[id] {
			if b.night.Findings[place].Rule == b.Rules[h.rule].ID {
				shared[place]++
			}
		}
	}
	for place, n := range shared {
		seen := 0
		for _, id := range b.night.Findings[place].Persons {
			if id != 0 && !b.missed(id) {
				seen++
			}
		}
		if 2*n > seen || n == len(ids) {
			found = append(found, bond{hit, place, n})
		}
	}
	return found
}

// byID finds the case whose ID a hit would be given: that of persons whom the history has forgotten, or never kept.
func (b *book) byID(h *hit, minted map[string]int) *history.Finding {
	id := b.peek(h, minted)
	place, met := b.ids[id]
	if !met || b.used[id] || b.night.Findings[place].Rule != b.Rules[h.rule].ID {
		return nil
	}
	return b.take(place)
}

// personsOf are the IDs that the history has for a hit's persons; all is false where it does not keep one of them.
func (s *state) personsOf(h *hit) (ids []int64, all bool) {
	ids, all = make([]int64, len(h.rows)), true
	for i, row := range h.rows {
		ids[i] = s.past.id(row)
		all = all && ids[i] != 0
	}
	return ids, all
}

// catalogsOf are the catalogs of some subjects, each once.
func catalogsOf(subjects []audit.Subject) []string {
	var names []string
	for i := range subjects {
		if !slices.Contains(names, subjects[i].Catalog) {
			names = append(names, subjects[i].Catalog)
		}
	}
	return names
}
