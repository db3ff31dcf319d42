package linkage

import (
	"hash/maphash"
	"slices"
	"strings"

	"ninaudit/audit/chunks"
	"ninaudit/audit/linkage/names"
	"ninaudit/audit/nin"
)

// Set is entries made ready to be compared: names folded and numbered once each, frequencies counted.
type Set struct {
	model    *Model
	seed     maphash.Seed
	items    chunks.List[item]
	given    nameTable
	surname  nameTable
	forms    interner // tokens' forms, shared by given names and surnames
	bases    interner // surnames without their gender
	skeleton interner
	keys     interner           // romanised names
	spelled  interner           // parts of given names
	words    []word             // by spelled
	marked   interner           // given names that are written with marks, or beside such a surname
	marks    []names.Spelling   // by marked
	letters  map[string]written // names that are not of plain letters
	units    map[string]uint32
	unitMet  []uint32 // by Record.Met
	unitSize []int
	births   *dates           // nil until they are tallied
	slips    slips            // of given names; counted by Link
	nearby   *nearby          // how many dates are near each other; nil until it is asked for
	calendar *calendar        // how common days and years are; likewise
	wholes   map[uint64]count // by item.whole: those that three or more bear; nil until it is asked for
	earlier  map[uint32][]uint64
	proven   map[uint64]uint64 // numbers that followed one another lead to one
	open     int               // entries without a valid fødselsnummer
	scratch  []uint64
	glances  []glance // of given names

	mailboxes map[uint64]count // by item.mail: addresses that several have; counted by Link
}

// item is one entry.
type item struct {
	given, surname uint32 // in the tables; 0 is no name
	givenKey       uint32 // the skeletons that the names share with their other spellings
	surnameKey     uint32
	whole          uint64 // all names together, in any order: swapped names meet in it; 0 where one is missing
	birth          nin.Date
	unit           uint32 // 0: none
	catalog        uint16
	fixed          bool   // has a valid fødselsnummer
	tones          bool   // its writer sets tones
	marks          uint32 // the given name as written, in Set.marks; 0: no marks are set, in it or beside it
	number         uint64 // hash of the number, 0: none
	principal      uint64
	mail           uint64
}

// count is how many entries have a value, and how many of these have no fødselsnummer. Names and dates go
// together: where one of a pair has to be without a number, a value that is common among those says less than
// it does in the whole catalog.
type count struct{ all, open int32 }

func (c count) and(open bool) count {
	c.all++
	if open {
		c.open++
	}
	return c
}

func (c count) plus(o count) count { return count{c.all + o.all, c.open + o.open} }

// interner numbers strings from 1.
type interner struct{ index map[string]uint32 }

func (in *interner) of(s string) uint32 {
	if s == "" {
		return 0
	}
	if in.index == nil {
		in.index = map[string]uint32{}
	}
	id, ok := in.index[s]
	if !ok {
		id = uint32(len(in.index) + 1)
		in.index[s] = id
	}
	return id
}

// NewSet makes an empty set that is compared by m.
func NewSet(m *Model) *Set {
	return &Set{
		model: m, seed: maphash.MakeSeed(), units: map[string]uint32{}, unitSize: []int{0},
		marks: make([]names.Spelling, 1), glances: make([]glance, 1), letters: map[string]written{}, earlier: map[uint32][]uint64{},
		given:   nameTable{names: []*name{{}}, index: map[string]uint32{}},
		surname: nameTable{names: []*name{{}}, index: map[string]uint32{}},
	}
}

// Len is the number of entries.
func (s *Set) Len() int { return s.items.Len() }

// Add takes an entry; entries are numbered from 0 in the order in which they are added.
func (s *Set) Add(r *Record) {
	fixed := r.fixed()
	given := s.called(&s.given, r.Given, r.Met.Given, false, !fixed)
	surname := s.called(&s.surname, r.Surname, r.Met.Surname, true, !fixed)
	it := item{
		given: given.id, surname: surname.id, givenKey: given.skeleton, surnameKey: surname.skeleton,
		birth: r.Birth, catalog: uint16(r.Catalog), fixed: fixed,
		principal: s.hash(strings.ToLower(r.Principal)), mail: s.hash(strings.ToLower(r.Mail)),
		unit: s.unit(r.Unit, r.Met.Unit),
	}
	if it.tones = given.tones || surname.tones; it.tones || given.marks {
		if given.marked == 0 {
			given.marked = s.markedAs(r.Given)
		}
		it.marks = given.marked
	}
	it.number = r.Number.Hash(s.seed)
	if it.birth == 0 && it.fixed {
		it.birth = r.Number.Birth() // never a D-number's date, which may be the day of registration
	}
	if it.given != 0 && it.surname != 0 {
		it.whole = (given.form + surname.form) | 1
	}
	s.nearby, s.calendar, s.births, s.wholes, s.given.group = nil, nil, nil, nil, nil // they count all entries
	for _, p := range r.Prior {
		if h := s.hash(strings.ToLower(p)); h != 0 {
			s.earlier[uint32(s.items.Len())] = append(s.earlier[uint32(s.items.Len())], h)
		}
	}
	if !it.fixed {
		s.open++
	}
	s.items.Append(it)
}

func (s *Set) hash(v string) uint64 {
	if v == "" {
		return 0
	}
	return maphash.String(s.seed, v) | 1
}

// unit finds or makes the number of a unit, and counts an entry there.
func (s *Set) unit(u string, met uint32) uint32 {
	if u == "" {
		return 0
	}
	known := chunks.Place(&s.unitMet, int(met))
	if met == 0 || *known == 0 {
		*known = s.unitNamed(u)
	}
	s.unitSize[*known]++
	return *known
}

func (s *Set) unitNamed(u string) uint32 {
	id, known := s.units[u]
	if !known {
		id = uint32(len(s.unitSize))
		s.units[strings.Clone(u)] = id
		s.unitSize = append(s.unitSize, 0)
	}
	return id
}

// common counts the entries by one of their values, which is odd or 0 for none, and keeps what least or more have,
// which are two at least.
func (s *Set) common(value func(*item) uint64, least int32) map[uint64]count {
	twice := chunks.NewTwice(s.items.Len())
	for _, it := range s.items.All() {
		if v := value(it); v != 0 {
			twice.Add(v)
		}
	}
	all := slices.Grow(s.scratch[:0], s.items.Len())
	for _, it := range s.items.All() {
		if v := value(it); v == 0 || !twice.Has(v) {
			continue // of values that nobody shares, most
		} else if it.fixed {
			all = append(all, v)
		} else {
			all = append(all, v-1) // side by side with v when they are sorted
		}
	}
	slices.Sort(all)
	s.scratch = all
	counted := func(yield func(value uint64, c count)) {
		for from := 0; from < len(all); {
			var c count
			to := from
			for ; to < len(all) && all[to]|1 == all[from]|1; to++ {
				c = c.and(all[to]&1 == 0)
			}
			if c.all >= least {
				yield(all[from]|1, c)
			}
			from = to
		}
	}
	n := 0
	counted(func(uint64, count) { n++ })
	counts := make(map[uint64]count, n) // a map that grows leaves as much behind as it holds
	counted(func(value uint64, c count) { counts[value] = c })
	return counts
}
