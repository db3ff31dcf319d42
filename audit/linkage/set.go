package linkage

import (
	"cmp"
	"hash/maphash"
	"slices"
	"strings"

	"ninaudit/audit/linkage/names"
	"ninaudit/audit/nin"
)

// Set is entries made ready to be compared: names folded and numbered once each, frequencies counted.
type Set struct {
	model    *Model
	seed     maphash.Seed
	items    []item
	given    nameTable
	surname  nameTable
	forms    interner // tokens' forms, shared by given names and surnames
	bases    interner // surnames without their gender
	skeleton interner
	keys     interner           // romanised names
	spelled  interner           // parts of given names
	words    []word             // by spelled
	marked   interner           // given names that are written with marks, or beside such a surname
	marks    []string           // by marked
	letters  map[string]written // names that are not of plain letters
	units    map[string]uint32
	unitSize []int
	births   map[nin.Date]count // by YYMMDD, for dates may lack their century
	slips    slips              // of given names; counted by Link
	nearby   *nearby            // how many dates are near each other; nil until it is asked for
	calendar *calendar          // how common days and years are; likewise
	wholes   map[uint64]count   // by item.whole: those that three or more bear; nil until it is asked for
	earlier  map[uint32][]uint64
	proven   map[uint64]uint64 // numbers that followed one another lead to one
	open     int               // entries without a valid fødselsnummer
	scratch  []uint64
	glances  []glance // of given names
	prepared struct {
		of      *name
		pattern names.Pattern
	}

	mailboxes map[uint64]count // by item.mail: addresses that several have; counted by Link
}

// item is one entry.
type item struct {
	given, surname uint32 // in the tables; 0 is no name
	givenKey       uint32 // the skeletons that the names share with their other spellings
	surnameKey     uint32
	whole          uint64 // all names together, in any order; 0 where one is missing
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

// name is one distinct given name or surname, folded.
type name struct {
	text       string
	form       uint64   // of the whole, in any order
	joined     uint32   // its form when it is written as one word: Abdul Rahman, Abdulrahman
	forms      []uint32 // of its tokens, sorted
	bases      []uint32 // surnames: likewise, without gender
	full       []uint32 // forms of those that are a name by themselves: no initials, no particles
	base       uint64
	skeleton   uint32
	second     uint32   // the skeleton where c is read as k; 0 where that is the same
	readings   []uint32 // surnames of one part: what it may stand for in any system, sorted
	consonants int      // of the skeleton
	key        uint32   // of the whole, romanised
	torn       bool     // holds a name that is one in one language and two in another: Anna and Hanna
	words      []uint32 // given names: its parts as they are spelled, in their order
	count      count    // entries that bear it
}

// word is one part of given names, as it is spelled.
type word struct {
	text  string
	count count // entries that bear it
	known bool  // as a given name, whoever is in the catalog
}

type nameTable struct {
	names []*name // made one by one: what a slice leaves behind when it grows is much
	index map[string]uint32
	group map[uint64]count // entries by base
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
		marks: []string{""}, glances: make([]glance, 1), letters: map[string]written{}, births: map[nin.Date]count{}, earlier: map[uint32][]uint64{},
		given:   nameTable{names: []*name{{}}, index: map[string]uint32{}, group: map[uint64]count{}},
		surname: nameTable{names: []*name{{}}, index: map[string]uint32{}, group: map[uint64]count{}},
	}
}

// Grow makes room for n more entries, so that adding them costs no more than they take.
func (s *Set) Grow(n int) { s.items = slices.Grow(s.items, n) }

// Len is the number of entries.
func (s *Set) Len() int { return len(s.items) }

// Add takes an entry; entries are numbered from 0 in the order in which they are added.
func (s *Set) Add(r *Record) {
	it := item{
		given: s.name(&s.given, r, r.Given, false), surname: s.name(&s.surname, r, r.Surname, true),
		birth: r.Birth, catalog: uint16(r.Catalog), fixed: r.fixed(),
		principal: s.hash(strings.ToLower(r.Principal)), mail: s.hash(strings.ToLower(r.Mail)),
		unit: s.unit(r.Unit),
	}
	given := s.written(r.Given)
	if it.tones = given.tones || s.written(r.Surname).tones; it.tones || given.marks {
		it.marks = s.markedAs(r.Given)
	}
	if !r.Number.IsZero() {
		it.number = s.hash(r.Number.RevealPlain()) // compared as a hash, never shown
	}
	if it.birth == 0 && it.fixed {
		it.birth = r.Number.Birth() // never a D-number's date, which may be the day of registration
	}
	it.whole, s.nearby, s.calendar, s.wholes = s.wholeOf(&it), nil, nil, nil
	it.givenKey, it.surnameKey = s.given.names[it.given].skeleton, s.surname.names[it.surname].skeleton
	if it.birth != 0 {
		s.births[it.birth%1_000_000] = s.births[it.birth%1_000_000].and(!it.fixed)
	}
	for _, p := range r.Prior {
		if h := s.hash(strings.ToLower(p)); h != 0 {
			s.earlier[uint32(len(s.items))] = append(s.earlier[uint32(len(s.items))], h)
		}
	}
	if !it.fixed {
		s.open++
	}
	s.items = append(s.items, it)
}

func (s *Set) hash(v string) uint64 {
	if v == "" {
		return 0
	}
	return maphash.String(s.seed, v) | 1
}

func (s *Set) unit(u string) uint32 {
	if u == "" {
		return 0
	}
	id, ok := s.units[u]
	if !ok {
		id = uint32(len(s.unitSize))
		s.units[strings.Clone(u)] = id
		s.unitSize = append(s.unitSize, 0)
	}
	s.unitSize[id]++
	return id
}

// name finds or makes the table's entry for a name as written, and counts it.
func (s *Set) name(t *nameTable, r *Record, written string, surname bool) uint32 {
	id, known := t.index[written]
	if !known {
		id = s.newName(t, names.Fold(written), surname)
		t.index[strings.Clone(written)] = id
	}
	if id != 0 {
		n := t.names[id]
		n.count = n.count.and(!r.fixed())
		t.group[n.base] = t.group[n.base].and(!r.fixed())
		for _, w := range n.words {
			s.words[w].count = s.words[w].count.and(!r.fixed())
		}
	}
	return id
}

func (s *Set) newName(t *nameTable, folded string, surname bool) uint32 {
	if folded == "" {
		return 0
	}
	if id, known := t.index["\x00"+folded]; known { // the same name in other letters
		return id
	}
	n := &name{text: folded}
	var skeletons, seconds, keys []string
	for _, token := range names.Tokens(folded) {
		n.forms = append(n.forms, s.forms.of(names.Form(token)))
		if names.IsFull(token) {
			n.full = append(n.full, s.forms.of(names.Form(token)))
		}
		base := token
		if surname {
			base = names.Base(token)
		}
		n.bases = append(n.bases, s.bases.of(names.Form(base)))
		first, other := names.Skeleton(token)
		skeletons, keys, seconds = append(skeletons, first), append(keys, names.Key(token)), append(seconds, cmp.Or(other, first))
		if !surname {
			n.words = append(n.words, s.word(token))
		}
		n.torn = n.torn || names.Form(token) == names.Form("anna")
	}
	n.joined = s.forms.of(names.Form(strings.ReplaceAll(folded, " ", "")))
	slices.Sort(n.forms)
	slices.Sort(n.full)
	slices.Sort(n.bases)
	slices.Sort(skeletons)
	slices.Sort(seconds)
	slices.Sort(keys)
	for _, k := range skeletons {
		n.consonants += len(k)
	}
	n.key = s.keys.of(strings.Join(keys, " "))
	n.form, n.base = together(n.forms), together(n.bases)
	n.skeleton = s.skeleton.of(strings.Join(skeletons, " "))
	if n.second = s.skeleton.of(strings.Join(seconds, " ")); n.second == n.skeleton {
		n.second = 0
	}
	if surname && len(n.forms) == 1 {
		for _, reading := range names.Readings(folded) {
			n.readings = append(n.readings, s.bases.of(reading))
		}
		slices.Sort(n.readings)
	}
	id := uint32(len(t.names))
	t.names = append(t.names, n)
	if !surname {
		s.glances = append(s.glances, glanceOf(n))
	}
	t.index["\x00"+folded] = id
	return id
}

// written is what marks a name is written with.
type written struct{ marks, tones bool }

func (s *Set) written(name string) written {
	if names.IsASCII(name) {
		return written{}
	}
	w, known := s.letters[name]
	if !known {
		w = written{names.Marked(name) != "", names.Tones(name)}
		s.letters[strings.Clone(name)] = w
	}
	return w
}

// markedAs numbers a given name as it is written.
func (s *Set) markedAs(given string) uint32 {
	if id, ok := s.marked.index[given]; ok {
		return id
	}
	given = strings.Clone(given)
	s.marks = append(s.marks, given)
	return s.marked.of(given)
}

// word numbers a part of a given name.
func (s *Set) word(token string) uint32 {
	id := s.spelled.of(token)
	for int(id) >= len(s.words) {
		s.words = append(s.words, word{text: token, known: names.Known(token)})
	}
	return id
}

// wholeOf is one value for all of a person's names, in any order: swapped names meet in it.
func (s *Set) wholeOf(it *item) uint64 {
	if it.given == 0 || it.surname == 0 {
		return 0
	}
	return (s.given.names[it.given].form + s.surname.names[it.surname].form) | 1
}

// together is one value for numbers in any order: the sum of what each comes to when its bits are spread over 64.
// Two lists have one value by chance once in 10¹⁹.
func together(ids []uint32) (sum uint64) {
	for _, id := range ids {
		sum += spread(uint64(id))
	}
	return sum
}

// spread is the last step of SplitMix64 (Steele, Lea and Flood 2014): every bit of x moves every bit of the result.
func spread(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// common counts the entries by one of their values, which is odd or 0 for none, and keeps what least or more have.
func (s *Set) common(value func(*item) uint64, least int32) map[uint64]count {
	all := slices.Grow(s.scratch[:0], len(s.items))
	for i := range s.items {
		if v := value(&s.items[i]); v != 0 && s.items[i].fixed {
			all = append(all, v)
		} else if v != 0 {
			all = append(all, v-1) // side by side with v when they are sorted
		}
	}
	slices.Sort(all)
	s.scratch = all
	counts := map[uint64]count{}
	for from := 0; from < len(all); {
		var c count
		to := from
		for ; to < len(all) && all[to]|1 == all[from]|1; to++ {
			c = c.and(all[to]&1 == 0)
		}
		if c.all >= least {
			counts[all[from]|1] = c
		}
		from = to
	}
	return counts
}
