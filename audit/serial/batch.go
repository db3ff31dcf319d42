package serial

import (
	"cmp"
	"math"
	"slices"
)

// Pattern is what the numbers of a batch have in common.
type Pattern uint8

// The patterns.
const (
	Series     Pattern = iota // individnummer close upon one another
	SameSerial                // one individnummer
	SameTail                  // the same last five digits
)

// Batch is several entries whose numbers follow a pattern.
type Batch struct {
	Pattern Pattern
	Entries []int   // indexes, ascending
	Chance  float64 // how many such patterns the entries made together would show if nothing but chance were at work
}

// Probability is how probable it is that the batch is none of chance.
func (b *Batch) Probability() float64 { return farBeyond / (farBeyond + b.Chance) }

// farBeyond is the chance below which a pattern is told: one session in twenty thousand is taken to hold an invented
// batch, so that what is told is more likely one than not. Chance is reckoned high: in 25 made-up catalogs of 200 000, no
// genuine numbers were told.
const farBeyond = 5e-5

// Batches finds the batches of at least so many persons, in the order of their first entries. They are the set's own: nobody
// changes them.
func (s *Set) Batches(least int) []Batch {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.least != least { // else somebody has asked before
		s.batches, s.least = s.findBatches(least), least
	}
	return s.batches
}

func (s *Set) findBatches(least int) []Batch {
	look := search{catalog: s.gather(), least: least}
	var found []Batch
	for session := range look.sessions(least) {
		slices.SortFunc(session, bySerial)
		for len(session) >= least {
			look.begin(session)
			look.series(1)
			look.series(2)
			look.tails()
			if look.best.chance > math.Log(farBeyond) {
				break
			}
			var b Batch
			b, session = look.take()
			found = append(found, b)
		}
	}
	slices.SortFunc(found, func(a, b Batch) int { return cmp.Compare(a.Entries[0], b.Entries[0]) })
	return found
}

func bySerial(a, b member) int {
	if a.tail != b.tail {
		return cmp.Compare(a.tail, b.tail)
	}
	return cmp.Or(cmp.Compare(a.born, b.born), cmp.Compare(a.entry, b.entry))
}

// A series is dense: little is passed over but what gets no control digits, and the other sex where all are of one.
// Longer ones than longest are found by a part of them, and so are those with a gap.
const (
	density = 1.5
	gap     = 5
	longest = 60
)

// series tries every stretch of individnummer. With a step of 2 they are all of one sex, and the others do not count.
func (s *search) series(step int) {
	n := len(s.members)
	for i := range s.members {
		s.open()
		first, persons := s.members[i].serial(), 0
		for j := i; j < n && persons < longest; j++ {
			below := s.members[j].serial() - first
			width := below/step + 1
			if float64(width) > density*float64(persons)+gap {
				break
			}
			if below%step != 0 {
				continue
			}
			if s.fresh(j) {
				persons++
			}
			if persons < s.least || float64(width) > density*float64(persons) {
				continue
			}
			share, ok := s.share(i, j, 0.4*float64(persons)/float64(width*n))
			if !ok {
				continue // as many as there might well be
			}
			share *= float64(step)
			s.keep(candidate{i, j + 1, step, patternOf(width), s.chance(persons, width, share)})
		}
	}
}

func patternOf(width int) Pattern {
	if width == 1 {
		return SameSerial
	}
	return Series
}

// tails tries every run of members with the same last five digits. The control digits depend on the date, so that of a
// hundred numbers with one individnummer some one has a given pair.
func (s *search) tails() {
	for i := 0; i < len(s.members); {
		s.open()
		persons, j := 0, i
		for ; j < len(s.members) && s.members[j].tail == s.members[i].tail; j++ {
			if s.fresh(j) {
				persons++
			}
		}
		if persons >= s.least {
			share, _ := s.share(i, j-1, 1)
			s.keep(candidate{i, j, 1, SameTail, s.chance(persons, 1, share/100)})
		}
		i = j
	}
}
