package linkage

import (
	"context"
	"encoding/json"
	"math"
)

// MarshalModel writes a model as model.json has it.
func MarshalModel(m *Model) ([]byte, error) {
	b, err := json.MarshalIndent(m, "", "  ")
	return append(b, '\n'), err
}

// least is the share below which no level sinks: what was not met in training may be met.
const least = 0.002

// Trained estimates m from the sets without their labels, by expectation and maximisation (Dempster, Laird and
// Rubin 1977) over the candidate pairs that the weight decides: with the model as it is, how probable is each
// pair a match; with that, how often do matches agree at each level. u stays as it was set by hand: of levels that
// name a value the catalog's own frequencies take its place, and the others are met so seldom by chance that a count
// would rest on what the generator makes. So do the levels that no match may have (a given name that is another one, another birth date),
// the prior, and the classes, which are set by hand.
func Trained(m *Model, sets []*Set, rounds int) *Model {
	now := *m
	for range rounds {
		next := now
		sums := map[*float64]float64{} // by the level's m in next
		var totals = map[*Level]float64{}
		for _, s := range sets {
			s.model = &now
			if s.slips == (slips{}) {
				s.Link(context.Background(), func(int, int) bool { return true }) // counts slips and twins
			}
			var capped cappedBlocks
			for x, y := range s.eachPair(&capped) {
				a, o := s.compare(x, y, false)
				if o != Open {
					continue
				}
				w := s.weigh(&a, &x.item, &y.item)
				p := Probability(w.sum() + s.Odds())
				for _, f := range levelsOf(&next, &a) {
					sums[&f.at.M] += p
					for _, l := range f.all {
						totals[l] += p
					}
				}
			}
		}
		for l, total := range totals {
			l.M = math.Round(max(sums[&l.M]/total, least)*10000) / 10000
		}
		now = next
	}
	now.hash = ""
	return &now
}

// fieldLevel is the level at which a field agrees, among all at which a match may.
type fieldLevel struct {
	at  *Level
	all []*Level
}

func levelsOf(m *Model, a *agreement) []fieldLevel {
	var out []fieldLevel
	names := func(n *NameModel, l level, swapped bool) {
		all := []*Level{&n.Equal, &n.Variant, &n.Part, &n.Slip, &n.Near, &n.Similar}
		at := map[level]*Level{equal: &n.Equal, variant: &n.Variant, part: &n.Part, slip: &n.Slip, near: &n.Near, similar: &n.Similar}[l]
		if at != nil && !swapped {
			out = append(out, fieldLevel{at, all})
		}
	}
	names(&m.Given, a.given, a.swapped)
	names(&m.Surname, a.surname, a.swapped)
	births := []*Level{&m.Birth.Equal, &m.Birth.Turned, &m.Birth.Near, &m.Birth.Two}
	if at := map[level]*Level{equal: &m.Birth.Equal, turned: &m.Birth.Turned, near: &m.Birth.Near, two: &m.Birth.Two}[a.birth]; at != nil {
		out = append(out, fieldLevel{at, births})
	}
	units := []*Level{&m.Unit.Same, &m.Unit.Other}
	if at := map[level]*Level{equal: &m.Unit.Same, different: &m.Unit.Other}[a.unit]; at != nil {
		out = append(out, fieldLevel{at, units})
	}
	return out
}
