package scan

import (
	"cmp"
	"context"
	"hash/maphash"
	"iter"
	"slices"

	"ninaudit/audit"
	"ninaudit/audit/chunks"
	"ninaudit/audit/nin"
)

// keyed is one row under half the hash of a key that a group shares, so that sorting puts groups side by side. Two keys
// may have one hash: whoever goes through a group looks at the keys themselves.
type keyed uint64

func keyOf(hash uint32, row uint32) keyed { return keyed(uint64(hash)<<32 | uint64(row)) }

// hashes are halves of hashes of keys, by row; 0 where a row has no key.
type hashes = chunks.List[uint32]

// half is the half of a hash that is kept, never 0.
func half(hash uint64) uint32 { return max(uint32(hash>>32), 1) }

// keysOf are the rows that have a key, from first on.
func keysOf(keys []keyed, h *hashes, first uint32) []keyed {
	for row, hash := range h.All() {
		if *hash != 0 {
			keys = append(keys, keyOf(*hash, first+uint32(row)))
		}
	}
	return keys
}

func (k keyed) hash() uint32 { return uint32(k >> 32) }
func (k keyed) row() uint32  { return uint32(k) }

// groups are the runs of two or more rows with one hash, of sorted rows.
func groups(sorted []keyed) iter.Seq[[]keyed] {
	return func(yield func([]keyed) bool) {
		for from := 0; from < len(sorted); {
			to := from + 1
			for to < len(sorted) && sorted[to].hash() == sorted[from].hash() {
				to++
			}
			if to-from > 1 && !yield(sorted[from:to]) {
				return
			}
			from = to
		}
	}
}

// member is a person of a group and the row it came from.
type member struct {
	row     uint32
	catalog int
	person  *audit.Person
}

// judgeGroups puts every group that shares a rule's key to the rule. Hashes only gather candidates; the keys
// themselves decide.
func (s *state) judgeGroups(ctx context.Context, rule int, check audit.EachGroup) (j judged) {
	j.model = check.Model
	if check.Notices != nil {
		j.notices = check.Notices(s.names())
	}
	keys := make([]keyed, 0, s.pop.len())
	for i, seg := range s.segments {
		keys = keysOf(keys, &s.keys[i][rule], seg.rows[0])
		s.keys[i][rule] = hashes{}
	}
	slices.Sort(keys)
	for candidates := range groups(keys) {
		if ctx.Err() != nil {
			return j
		}
		for _, group := range s.byKey(candidates, check.Key) {
			j.hits = append(j.hits, s.judgeGroup(rule, check, group)...)
		}
	}
	return j
}

// byKey divides rows of one hash into groups of two or more with one key, each in catalog order and by ID.
func (s *state) byKey(rows []keyed, key func([]byte, *audit.Person) []byte) [][]member {
	index := map[string]int{}
	var found [][]member
	for _, k := range rows {
		row := k.row()
		if s.pop.dead[row] {
			continue
		}
		p := s.pop.person(row)
		catalog := s.pop.catalog(row)
		shared := string(key(nil, p))
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

func (s *state) judgeGroup(rule int, check audit.EachGroup, group []member) (hits []hit) {
	persons := make([]*audit.Person, len(group))
	rows := make([]uint32, len(group))
	for i, m := range group {
		persons[i], rows[i] = m.person, m.row
	}
	for _, v := range check.Judge(persons, s.On) {
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

// numberHash is a hash of a row's number, as two entries are compared by it; false where it has none.
func (s *state) numberHash(row uint32) (uint64, bool) {
	var room [24]byte
	plain := s.pop.skimmed(row).RevealPlainTo(room[:0]) // compared, never shown
	return maphash.Bytes(s.seed, plain), len(plain) > 0
}

// buried drops the hits of entries that came twice.
func (s *state) buried() {
	if len(s.pop.dead) == 0 {
		return
	}
	s.hits = slices.DeleteFunc(s.hits, func(h hit) bool { return s.pop.dead[h.rows[0]] })
}

// blanker knows every number that was read.
func (s *state) blanker() *nin.Blanker {
	return nin.BlankerOf(s.pop.len()+len(s.others), func(yield func(nin.Number) bool) {
		for row := range uint32(s.pop.len()) {
			if !yield(s.pop.skimmed(row)) {
				return
			}
		}
		for _, n := range s.others {
			if !yield(n) {
				return
			}
		}
	})
}
