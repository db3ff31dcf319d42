package linkage

// mostInCluster is how many entries are told as one case. More that hang together are told pair by pair.
const mostInCluster = 5

// Clusters divides pairs into cases: entries that hang together, if no two of them are held apart by their
// numbers or their names, and else each pair by itself. A chain never runs across a veto, nor over a pair that is merely possible. Cases
// are in the order of their first pair.
func (s *Set) Clusters(found []Pair) [][]Pair {
	parent := map[int]int{}
	var root func(int) int
	root = func(i int) int {
		if p, ok := parent[i]; ok && p != i {
			parent[i] = root(p)
			return parent[i]
		}
		return i
	}
	for _, p := range found {
		if p.Class == ClassPossible {
			continue // a mere possibility is a case of its own
		}
		if a, b := root(p.A), root(p.B); a != b {
			parent[max(a, b)] = min(a, b)
		}
	}
	var order []int
	groups := map[int][]Pair{}
	for i, p := range found {
		r := root(p.A)
		if p.Class == ClassPossible {
			r = -1 - i
		}
		if groups[r] == nil {
			order = append(order, r)
		}
		groups[r] = append(groups[r], p)
	}
	var cases [][]Pair
	for _, r := range order {
		g := groups[r]
		if len(g) == 1 || s.holdsTogether(g) {
			cases = append(cases, g)
			continue
		}
		for _, p := range g {
			cases = append(cases, []Pair{p})
		}
	}
	return cases
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
			_, o := s.compare(uint32(i), uint32(j), true)
			if o == Veto && s.items[i].number != s.items[j].number || o == Twins || o == Born {
				return false
			}
		}
	}
	return true
}
