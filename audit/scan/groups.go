package scan

import (
	"cmp"
	"context"
	"slices"

	"ninaudit/audit"
)

// member is a person of a group and the row it came from.
type member struct {
	row     uint32
	catalog int
	person  *audit.Person
}

// groupKeys are what the members of groups share, each once, in the order of the rules that name it.
func (r *Run) groupKeys() (all []*audit.Key) {
	for i := range r.Rules {
		if check, ok := r.Rules[i].Check.(audit.EachGroup); ok && !slices.Contains(all, check.Key) {
			all = append(all, check.Key)
		}
	}
	return all
}

// judgeGroups puts every group that shares a key, which is the at-th of groupKeys, to the rules that name it. Hashes only
// gather candidates; the keys themselves decide.
func (s *state) judgeGroups(ctx context.Context, at int, key *audit.Key, found []judged) {
	var rules []int
	for i := range s.Rules {
		check, ok := s.Rules[i].Check.(audit.EachGroup)
		if !ok || check.Key != key {
			continue
		}
		rules = append(rules, i)
		found[i].model = check.Model
		if check.Notices != nil {
			found[i].notices = check.Notices(s.names())
		}
	}
	stretches := make([]stretch, len(s.segments))
	for i, seg := range s.segments {
		stretches[i] = stretch{&s.keys[i][at], seg.rows[0]}
	}
	for candidates := range shared(stretches...) {
		if ctx.Err() != nil {
			return
		}
		for _, group := range s.byKey(candidates, key) {
			for _, rule := range rules {
				found[rule].hits = append(found[rule].hits, s.judgeGroup(rule, group)...)
			}
		}
	}
	for i := range s.segments {
		s.keys[i][at] = hashes{}
	}
}

// byKey divides rows of one hash into groups of two or more with one key, each in catalog order and by ID.
func (s *state) byKey(rows []keyed, key *audit.Key) [][]member {
	index := map[string]int{}
	var found [][]member
	for _, k := range rows {
		row := k.row()
		if s.pop.dead[row] {
			continue
		}
		p := s.pop.person(row)
		catalog := s.pop.catalog(row)
		shared := string(key.Of(nil, p))
		at, known := index[shared]
		if !known {
			at = len(found)
			index[shared] = at
			found = append(found, nil)
		}
		found[at] = append(found[at], member{row, catalog, p})
	}
	found = slices.DeleteFunc(found, func(g []member) bool { return len(g) < 2 })
	for _, g := range found {
		slices.SortFunc(g, func(a, b member) int {
			return cmp.Or(cmp.Compare(a.catalog, b.catalog), cmp.Compare(a.person.ID, b.person.ID))
		})
	}
	return found
}

func (s *state) judgeGroup(rule int, group []member) (hits []hit) {
	persons := make([]*audit.Person, len(group))
	rows := make([]uint32, len(group))
	for i, m := range group {
		persons[i], rows[i] = m.person, m.row
	}
	for _, v := range s.Rules[rule].Check.(audit.EachGroup).Judge(persons, s.On) {
		concerned := rows
		if v.Members != nil {
			concerned = make([]uint32, len(v.Members))
			for i, at := range v.Members {
				concerned[i] = rows[at]
			}
		}
		hits = append(hits, s.hit(rule, concerned, v))
	}
	return hits
}
