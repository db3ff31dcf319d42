package linkage

// mostInCluster is how many entries are told as one person's. mostPairs is how many pairs may hang together before
// they are told as one crowd, in which nobody can say who is who.
const (
	mostInCluster = 5
	mostPairs     = 10
)

// Clusters divides pairs into cases: entries that hang together, if no two of them are held apart by their
// numbers or their names, and else each pair by itself. A chain never runs across a veto, nor over a pair that is
// merely possible. Where more than ten pairs hang together, they are one case, a crowd. Cases are in the order of
// their first pair.
func (s *Set) Clusters(found []Pair) [][]Pair {
	s.tally()
	var cases [][]Pair
	for _, together := range components(found, ClassPossible) {
		if len(together) > mostPairs {
			cases = append(cases, together)
			continue
		}
		for _, g := range components(together, ClassProbable) {
			if len(g) == 1 || s.holdsTogether(g) {
				cases = append(cases, g)
				continue
			}
			for _, p := range g {
				cases = append(cases, []Pair{p})
			}
		}
	}
	return cases
}

// IsCrowd tells whether a case is a crowd.
func IsCrowd(pairs []Pair) bool { return len(pairs) > mostPairs }

// components divides pairs into those that hang together by pairs of a class or a surer one; any other pair is by
// itself.
func components(found []Pair, class Class) [][]Pair {
	parent := map[int]int{}
	root := func(i int) int {
		for {
			p, ok := parent[i]
			if !ok || p == i {
				return i
			}
			if g, ok := parent[p]; ok {
				parent[i] = g
			}
			i = p
		}
	}
	for _, p := range found {
		if a, b := root(p.A), root(p.B); p.Class <= class && a != b {
			parent[max(a, b)] = min(a, b)
		}
	}
	var groups [][]Pair
	index := map[int]int{}
	for _, p := range found {
		r := root(p.A)
		at, known := index[r]
		if !known || p.Class > class {
			at = len(groups)
			groups = append(groups, nil)
			if p.Class <= class {
				index[r] = at
			}
		}
		groups[at] = append(groups[at], p)
	}
	return groups
}

// Members are the entries of a case, each once, as its pairs name them.
func Members(pairs []Pair) []int {
	var members []int
	seen := map[int]bool{}
	for _, p := range pairs {
		for _, i := range [...]int{p.A, p.B} {
			if !seen[i] {
				seen[i] = true
				members = append(members, i)
			}
		}
	}
	return members
}

// holdsTogether tells whether no two entries of a case are two persons.
func (s *Set) holdsTogether(pairs []Pair) bool {
	members := Members(pairs)
	if len(members) > mostInCluster {
		return false
	}
	for n, i := range members {
		for _, j := range members[n+1:] {
			x, y := s.member(uint32(i)), s.member(uint32(j))
			_, o := s.compare(&x, &y, true)
			if o == Veto && x.number != y.number || o == Twins || o == Born {
				return false
			}
		}
	}
	return true
}
