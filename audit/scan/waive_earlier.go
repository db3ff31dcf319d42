package scan

import (
	"slices"

	"ninaudit/audit/history"
	"ninaudit/audit/nin"
)

// first is the day on which a case was first decided on with the numbers that it has.
func (w *waivers) first(s *state, t *telling) nin.Date {
	day, numbers := s.On, s.numbersOf(t)
	for _, d := range w.earlier[t.id] {
		if !t.seen() || slices.Equal(d.Numbers, numbers) {
			day = min(day, d.Applied)
		}
	}
	return day
}

// withdrawn are the fingerprints of decisions that were applied and are no longer written down.
func (w *waivers) withdrawn(decisions []history.Decision) (prints []string) {
	there := map[string]bool{}
	for _, one := range w.all {
		there[one.print] = true
	}
	for _, d := range decisions {
		if !there[d.Waiver] {
			there[d.Waiver] = true
			prints = append(prints, d.Waiver)
		}
	}
	return prints
}
