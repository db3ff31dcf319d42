package linkage

import (
	"cmp"
	"slices"
	"strings"

	"ninaudit/audit/chunks"
	"ninaudit/audit/linkage/names"
)

// name is one distinct given name or surname, folded. What most comparisons look at stands first and together.
type name struct {
	text       string
	form       uint64 // of the whole, in any order
	base       uint64
	skeleton   uint32
	second     uint32 // the skeleton where c is read as k; 0 where that is the same
	count      count  // entries that bear it
	key        uint32 // of the whole, romanised
	joined     uint32 // its form when it is written as one word: Abdul Rahman, Abdulrahman
	consonants int32  // of the skeleton
	loose      bool   // has an initial, or a part twice: forms do not tell what it is a part of
	torn       bool   // holds a name that is one in one language and two in another: Anna and Hanna

	readings []uint32 // surnames of one part: what it may stand for in any system, sorted
	bases    []uint32 // surnames: its parts without gender, sorted
	forms    []uint32 // of its tokens, sorted
	full     []uint32 // forms of those that are a name by themselves: no initials, no particles
	words    []uint32 // given names: its parts as they are spelled, in their order
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
	group map[uint64]count // entries by base; nil until they are tallied
	met   []called         // by Record.Met
	last  called           // of a name that has no such number
}

// called is what a name comes to as somebody wrote it: what is asked of every entry, side by side.
type called struct {
	met bool
	written
	id       uint32 // in the table
	skeleton uint32 // the name's
	marked   uint32 // in Set.marks; 0 until it is asked for
	form     uint64 // the name's
	count    count  // entries that are not counted with the name yet: see tally
}

// called finds or makes the table's entry for a name as written, and counts it. It holds until the next call.
func (s *Set) called(t *nameTable, name string, met uint32, surname, open bool) *called {
	c := &t.last
	if met != 0 {
		c = chunks.Place(&t.met, int(met))
	}
	if met == 0 || !c.met {
		t.settle(c)
		id := s.numbered(t, name, surname)
		*c = called{met: true, written: s.written(name), id: id, skeleton: t.names[id].skeleton, form: t.names[id].form}
	}
	c.count = c.count.and(open)
	return c
}

// settle counts the entries with the name.
func (t *nameTable) settle(c *called) {
	if c.id != 0 {
		t.names[c.id].count = t.names[c.id].count.plus(c.count)
	}
	c.count = count{}
}

// numbered finds or makes the table's entry for a name as written.
func (s *Set) numbered(t *nameTable, written string, surname bool) uint32 {
	id, known := t.index[written]
	if !known {
		id = s.newName(t, names.Fold(written), surname)
		t.index[strings.Clone(written)] = id
	}
	return id
}

// tally counts birth dates, and adds up what the counts of names come to, of their groups and of the parts of given names,
// once all entries are added.
func (s *Set) tally() {
	if s.given.group != nil {
		return
	}
	s.births = s.countDates()
	for i := range s.words {
		s.words[i].count = count{}
	}
	for _, t := range [...]*nameTable{&s.given, &s.surname} {
		t.settle(&t.last)
		for i := range t.met {
			t.settle(&t.met[i])
		}
		t.group = make(map[uint64]count, len(t.names))
		for _, n := range t.names[1:] {
			t.group[n.base] = t.group[n.base].plus(n.count)
			for _, w := range n.words {
				s.words[w].count = s.words[w].count.plus(n.count)
			}
		}
	}
}

func (s *Set) newName(t *nameTable, folded string, surname bool) uint32 {
	if folded == "" {
		return 0
	}
	if id, known := t.index["\x00"+folded]; known { // the same name in other letters
		return id
	}
	n := s.read(folded, surname)
	id := uint32(len(t.names))
	t.names = append(t.names, n)
	if !surname {
		s.glances = append(s.glances, glanceOf(n, names.Known(folded)))
	}
	t.index["\x00"+folded] = id
	return id
}

// read takes a folded name apart.
func (s *Set) read(folded string, surname bool) *name {
	n := &name{text: folded, joined: s.forms.of(names.Form(strings.ReplaceAll(folded, " ", "")))}
	const usual = 4 // parts
	skeletons, seconds, keys := make([]string, 0, usual), make([]string, 0, usual), make([]string, 0, usual)
	for _, token := range names.Tokens(folded) {
		form := s.forms.of(names.Form(token))
		n.loose = n.loose || names.IsInitial(token) || slices.Contains(n.forms, form)
		n.forms = append(n.forms, form)
		if names.IsFull(token) {
			n.full = append(n.full, form)
		}
		base := token
		if surname {
			base = names.Base(token)
		} else {
			n.words = append(n.words, s.word(token))
		}
		n.bases = append(n.bases, s.bases.of(names.Form(base)))
		first, other := names.Skeleton(token)
		skeletons, keys, seconds = append(skeletons, first), append(keys, names.Key(token)), append(seconds, cmp.Or(other, first))
		n.consonants += int32(len(first))
		n.torn = n.torn || names.Form(token) == names.Form("anna")
	}
	if surname && len(n.forms) == 1 {
		for _, reading := range names.Readings(folded) {
			n.readings = append(n.readings, s.bases.of(reading))
		}
	}
	for _, ids := range [...][]uint32{n.forms, n.full, n.bases, n.readings} {
		slices.Sort(ids)
	}
	n.form, n.base, n.key = together(n.forms), together(n.bases), s.keys.of(sorted(keys))
	n.skeleton, n.second = s.skeleton.of(sorted(skeletons)), s.skeleton.of(sorted(seconds))
	if n.second == n.skeleton {
		n.second = 0
	}
	return n
}

// sorted is a name's parts as one text, in whichever order they stand.
func sorted(parts []string) string {
	slices.Sort(parts)
	return strings.Join(parts, " ")
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
	s.marks = append(s.marks, names.Spell(given))
	return s.marked.of(strings.Clone(given))
}

// word numbers a part of a given name.
func (s *Set) word(token string) uint32 {
	id := s.spelled.of(token)
	for int(id) >= len(s.words) {
		s.words = append(s.words, word{text: token, known: names.Known(token)})
	}
	return id
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
