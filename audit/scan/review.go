package scan

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"ninaudit/audit"
	"ninaudit/audit/history"
	"ninaudit/audit/nin"
)

// lapsedDays is for how many days it is told that decisions from workbooks have lapsed. Nobody can take them out of a
// file, as one can those that were written down, so they fall silent by themselves.
const lapsedDays = 7

// WaiverOf is a decision that somebody took by filling in a workbook.
func WaiverOf(r *history.Review) Waiver {
	return Waiver{
		Waiver:  audit.Waiver{Reason: r.Reason, By: r.By, Until: r.Until, Choice: r.Choice, Never: r.Choice == audit.NoNumber},
		Finding: r.Finding,
	}
}

// Bind says that decisions are about the numbers that the history knows of their cases' persons. So they hold for the
// numbers that whoever decided saw, not for those that the next run finds. There is none for a decision that was taken
// back, nor where the history does not know the persons.
func Bind(ctx context.Context, store *history.Store, reviews []history.Review, n *history.Night, on nin.Date) ([]history.Decision, error) {
	var all []history.Known
	of := make([][]history.Known, len(reviews))
	for i := range reviews {
		if reviews[i].Choice != 0 {
			of[i] = concerned(reviews[i].Finding, n)
			all = append(all, of[i]...)
		}
	}
	states, err := store.States(ctx, all)
	if err != nil {
		return nil, err
	}
	var about []history.Decision
	for i, persons := range of {
		if len(persons) == 0 {
			continue
		}
		w := WaiverOf(&reviews[i])
		d := history.Decision{Waiver: fingerprint(&w), Finding: reviews[i].Finding, Applied: on}
		for _, p := range persons {
			d.Numbers = append(d.Numbers, states[p.ID].Number)
		}
		for k := range n.Decisions { // to decide anew begins no other span
			if e := &n.Decisions[k]; e.Finding == d.Finding && slices.Equal(e.Numbers, d.Numbers) {
				d.Applied = min(d.Applied, e.Applied)
			}
		}
		about = append(about, d)
	}
	return about, nil
}

// concerned are the persons of a case; none where the history does not know one of them.
func concerned(finding string, n *history.Night) (persons []history.Known) {
	at, found := slices.BinarySearchFunc(n.Findings, finding, func(f history.Finding, id string) int {
		return strings.Compare(f.ID, id)
	})
	if !found {
		return nil
	}
	for _, id := range n.Findings[at].Persons {
		i, known := slices.BinarySearchFunc(n.Persons, id, func(p history.Known, id int64) int { return cmp.Compare(p.ID, id) })
		if !known {
			return nil
		}
		persons = append(persons, n.Persons[i])
	}
	return persons
}

// reviewed are the decisions that stand in the history. They come before those of files, for they are the later ones.
func (s *state) reviewed() []Waiver {
	if s.past == nil {
		return nil
	}
	var out []Waiver
	for i := range s.past.night.Reviews {
		if r := &s.past.night.Reviews[i]; r.Choice != 0 {
			out = append(out, WaiverOf(r))
		}
	}
	return out
}

// picked tells that a decision was taken by way of a workbook, which names a choice.
func (one *waiving) picked() bool { return one.Choice != 0 }

// tellReviews tells of the decisions from workbooks, all at once, for there may be thousands: how many have lapsed of
// late, are about a number that is no longer there, or fit nothing because their rule or catalog is no longer audited.
// One whose case is resolved has done what it was for.
func (s *state) tellReviews(w *waivers) {
	gone := map[string]bool{}
	for _, id := range s.drop {
		gone[id] = true
	}
	var lapsed, reborn, idle int
	for _, one := range w.all {
		switch {
		case !one.picked():
		case one.lapsed != 0:
			if s.On <= one.lapsed.AddDays(lapsedDays) {
				lapsed++
			}
		case one.reborn && s.On <= one.Until:
			reborn++
		case gone[one.Finding]:
			idle++
		}
	}
	for _, told := range []struct {
		n      int
		notice func(int) audit.Text
	}{{lapsed, lapsedReviews}, {reborn, rebornReviews}, {idle, idleReviews}} {
		if told.n > 0 {
			s.notice(told.notice(told.n))
		}
	}
}
