package scan

import (
	"cmp"
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

// Bind says that a decision is about the numbers that the history knows of a case's persons. So it holds for the numbers
// that whoever decided saw, not for those that the next run finds. It is false where the history does not know them.
func Bind(r *history.Review, n *history.Night, on nin.Date) (history.Decision, bool) {
	at, found := slices.BinarySearchFunc(n.Findings, r.Finding, func(f history.Finding, id string) int {
		return strings.Compare(f.ID, id)
	})
	if !found {
		return history.Decision{}, false
	}
	w := WaiverOf(r)
	d := history.Decision{Waiver: fingerprint(&w), Finding: r.Finding, Applied: on}
	for _, id := range n.Findings[at].Persons {
		i, known := slices.BinarySearchFunc(n.Persons, id, func(p history.Person, id int64) int { return cmp.Compare(p.ID, id) })
		if !known {
			return history.Decision{}, false
		}
		d.Numbers = append(d.Numbers, n.Persons[i].Was.Number)
	}
	for i := range n.Decisions { // to decide anew begins no other span
		if e := &n.Decisions[i]; e.Finding == d.Finding && slices.Equal(e.Numbers, d.Numbers) {
			d.Applied = min(d.Applied, e.Applied)
		}
	}
	return d, len(d.Numbers) > 0
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
