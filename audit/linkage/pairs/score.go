package pairs

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Line is how well the pairs of one kind or group were found. All figures are pairwise, and a pair
// that blocking missed is a miss.
type Line struct {
	Name  string
	True  int // pairs there are
	Found int // of them, named
	Wrong int // pairs named that are two persons
}

// Recall is the share of the true pairs that was found; 1 where there are none.
func (l Line) Recall() float64 { return share(l.Found, l.True) }

// Precision is the share of what was named that is true; 1 where nothing was named.
func (l Line) Precision() float64 { return share(l.Found, l.Found+l.Wrong) }

// F1 is the harmonic mean of precision and recall.
func (l Line) F1() float64 { return share(2*l.Found, l.True+l.Found+l.Wrong) }

func share(part, whole int) float64 {
	if whole == 0 {
		return 1
	}
	return float64(part) / float64(whole)
}

// Report is how well somebody told who is one person.
//
// A pair named wrongly counts in the kind of a true pair that one of the two belongs to, and in
// "none" where neither does; and in the group that the named pair states, else in that of the
// decoy or of the true pair, else in "unknown".
type Report struct {
	Total         Line
	Kinds, Groups []Line // by name
	Decoys        []Line // by kind: True is how many there are, Wrong how many were named; nothing is found
	WronglyNamed  int    // records that stand in a pair named wrongly
}

// Score holds what was named against the truth. Pairs may come in any order, either way round and
// more than once; of the named ones only A, B and Group are read.
func Score(truth, decoys, named []Pair) Report {
	c := counter{
		truth: map[[2]int]Pair{}, decoys: map[[2]int]Pair{}, member: map[int]Pair{}, wrongly: map[int]bool{},
		kinds: tally{}, groups: tally{}, traps: tally{}, total: Line{Name: "all"},
	}
	for _, p := range truth {
		c.expect(p)
	}
	for _, p := range decoys {
		c.decoys[p.key()] = p
		c.traps.of(p.Kind).True++
	}
	seen := map[[2]int]bool{}
	for _, p := range named {
		if !seen[p.key()] {
			seen[p.key()] = true
			c.count(p)
		}
	}
	return Report{c.total, c.kinds.lines(), c.groups.lines(), c.traps.lines(), len(c.wrongly)}
}

// counter is a report in the making.
type counter struct {
	truth, decoys        map[[2]int]Pair
	member               map[int]Pair // the true pair that a record belongs to
	wrongly              map[int]bool
	kinds, groups, traps tally
	total                Line
}

// expect adds a true pair.
func (c *counter) expect(p Pair) {
	if _, again := c.truth[p.key()]; again {
		return
	}
	c.truth[p.key()], c.member[p.A], c.member[p.B] = p, p, p
	c.total.True++
	c.kinds.of(p.Kind).True++
	c.groups.of(p.Group).True++
}

// count adds a named pair.
func (c *counter) count(p Pair) {
	if t, ok := c.truth[p.key()]; ok {
		c.total.Found++
		c.kinds.of(t.Kind).Found++
		c.groups.of(t.Group).Found++
		return
	}
	c.total.Wrong++
	c.wrongly[p.A], c.wrongly[p.B] = true, true
	decoy, trap := c.decoys[p.key()]
	if trap {
		c.traps.of(decoy.Kind).Wrong++
	}
	key := p.key()
	near, ok := c.member[key[0]]
	if !ok {
		near = c.member[key[1]]
	}
	c.kinds.of(cmp.Or(near.Kind, "none")).Wrong++
	c.groups.of(cmp.Or(p.Group, decoy.Group, near.Group, "unknown")).Wrong++
}

// Score holds what was named against the set's truth, with the group of each pair from the
// records: "mixed" where they differ.
func (s *Set) Score(named []Pair) Report {
	grouped := slices.Clone(named)
	for i, p := range grouped {
		grouped[i].Group = "mixed"
		if s.Groups[p.A] == s.Groups[p.B] {
			grouped[i].Group = s.Groups[p.A]
		}
	}
	return Score(s.Truth, s.Decoys, grouped)
}

func (p Pair) key() [2]int { return [2]int{min(p.A, p.B), max(p.A, p.B)} }

// tally is lines by name.
type tally map[string]*Line

func (t tally) of(name string) *Line {
	if t[name] == nil {
		t[name] = &Line{Name: name}
	}
	return t[name]
}

func (t tally) lines() []Line {
	var out []Line
	for _, l := range t {
		out = append(out, *l)
	}
	slices.SortFunc(out, func(a, b Line) int { return cmp.Compare(a.Name, b.Name) })
	return out
}

// String is the report as a table that is the same for the same figures.
func (r Report) String() string {
	var out strings.Builder
	table := func(title string, lines []Line) {
		fmt.Fprintf(&out, "%-20s %7s %7s %7s %10s %7s %7s\n", title, "true", "found", "wrong", "precision", "recall", "f1")
		for _, l := range lines {
			fmt.Fprintf(&out, "%-20s %7d %7d %7d %10.4f %7.4f %7.4f\n",
				l.Name, l.True, l.Found, l.Wrong, l.Precision(), l.Recall(), l.F1())
		}
		out.WriteByte('\n')
	}
	table("total", []Line{r.Total})
	table("kind", r.Kinds)
	table("group", r.Groups)
	if len(r.Decoys) > 0 {
		fmt.Fprintf(&out, "%-20s %7s %7s\n", "decoy", "pairs", "named")
		for _, l := range r.Decoys {
			fmt.Fprintf(&out, "%-20s %7d %7d\n", l.Name, l.True, l.Wrong)
		}
		out.WriteByte('\n')
	}
	fmt.Fprintf(&out, "persons wrongly named: %d\n", r.WronglyNamed)
	return out.String()
}
