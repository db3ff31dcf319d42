package serial

import (
	"math"
	"slices"
)

// search looks through one session after the other.
type search struct {
	*catalog
	members []member // of the session, by individnummer, then tail
	least   int
	seen    [bornDates]int32 // by birth date: the last window that held it
	window  int32            // counted from 1, over all sessions
	best    candidate
}

// begin takes up a session.
func (s *search) begin(session []member) {
	s.members, s.best = session, candidate{chance: math.Inf(1)}
}

// open starts a window that holds nobody.
func (s *search) open() { s.window++ }

// fresh tells whether the window has nobody of the i-th member's birth date yet, and takes the date in. Of twins, who
// have neighbouring numbers, one counts.
func (s *search) fresh(i int) bool {
	at := &s.seen[s.members[i].born]
	was := *at
	*at = s.window
	return was != s.window
}

// candidate is a stretch of a session's members; its chance is a logarithm.
type candidate struct {
	from, to int
	step     int // of individnummer: who lies in between and not on a step is none of them
	pattern  Pattern
	chance   float64
}

func (s *search) keep(c candidate) {
	if c.chance < s.best.chance {
		s.best = c
	}
}

// share is how common one individnummer of a stretch is: in the catalog, or in this session beside the stretch, if
// that is more. D-numbers are issued upward, by date: people who arrive together have serials close together. So of
// D-numbers the stretch itself counts too, and only what is denser still is a pattern. It gives up where the share exceeds most.
func (s *search) share(i, j int, most float64) (float64, bool) {
	g, low, high := s.members[i].group, s.members[i].serial(), s.members[j].serial()
	common := s.common(g, low, high)
	if common > most {
		return common, false
	}
	around, counted := 30, -(j - i + 1)
	if g == dNumber {
		around, counted = 6, 0
	}
	for k := i; k >= 0 && s.members[k].serial() >= low-around; k-- {
		counted++
	}
	for k := i + 1; k < len(s.members) && s.members[k].serial() <= high+around; k++ {
		counted++
	}
	own := float64(counted) / float64((high-low+1+2*around)*len(s.members))
	return max(own, common), own <= most
}

// chance is the logarithm of how many sets of so many persons, within so wide a stretch of individnummer, a session
// would have by chance: all sets that there are, times how probable each is, times how many shapes are tried before
// one of this size and width.
func (s *search) chance(persons, width int, share float64) float64 {
	k, w, n := float64(persons), float64(width), float64(len(s.members))
	sets := logFactorial(n) - logFactorial(k) - logFactorial(n-k)
	within := k*math.Log(w) + math.Log1p(-math.Pow((w-1)/w, k))
	shapes := 3*math.Log(k-float64(s.least)+1) + math.Log(max(w-k+1, 1))
	return sets + within + (k-1)*math.Log(share) + shapes
}

func logFactorial(n float64) float64 {
	v, _ := math.Lgamma(n + 1)
	return v
}

// take is the batch of the best candidate, and the session without it.
func (s *search) take() (Batch, []member) {
	b := Batch{Pattern: s.best.pattern, Chance: math.Exp(s.best.chance)}
	rest := s.members[:0]
	first := s.members[s.best.from].serial()
	for i, m := range s.members {
		if i >= s.best.from && i < s.best.to && (m.serial()-first)%s.best.step == 0 {
			b.Entries = append(b.Entries, int(m.entry))
			continue
		}
		rest = append(rest, m)
	}
	slices.Sort(b.Entries)
	return b, rest
}
