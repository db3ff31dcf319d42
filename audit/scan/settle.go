package scan

import (
	"encoding/binary"
	"slices"
	"time"

	"ninaudit/audit"
	"ninaudit/audit/history"
	"ninaudit/audit/nin"
)

// telling is one case as this run tells it: what a rule found tonight, or what an earlier run found and this one could
// not look at, or found to be gone.
type telling struct {
	rule    uint16
	hit     int              // what was found tonight; known for a case that was not
	past    *history.Finding // the case as it was told last; nil for one that the history does not know
	keep    history.Finding  // the case as it is to be kept; of no use without history, and for an event told earlier
	id      string
	status  audit.Status
	waiver  *audit.Waiver
	carried bool // not looked at tonight
	partly  bool // looked at in part: somebody whom it concerns was not read
	grown   bool // looked at in part, and somebody has come to it
	silent  bool // kept, and told to nobody
}

// seen tells that everybody whom the case concerns was looked at tonight.
func (t *telling) seen() bool { return t.hit != known && !t.partly }

// known marks a telling of which nothing was found tonight.
const known = -1

// settle compares what was found with what earlier runs told. Without history everything stands, from today.
func (s *state) settle() {
	if s.past == nil {
		s.settleAlone()
	} else {
		s.settleAgainst(s.past.night)
	}
	s.told = make([]string, len(s.hits))
	for i := range s.tellings {
		if t := &s.tellings[i]; t.hit != known {
			s.told[t.hit] = t.id
		}
	}
	s.order()
}

// settleAlone tells everything as standing.
func (s *state) settleAlone() {
	minted := map[string]int{}
	for i := range s.hits {
		h := &s.hits[i]
		t := telling{rule: h.rule, hit: i, id: s.mint(h, minted), status: audit.Standing}
		if h.waiting {
			t.status = audit.Waiting
		}
		s.tellings = append(s.tellings, t)
	}
}

// settleAgainst settles every hit, and then every case of the history that was not found tonight.
func (s *state) settleAgainst(n *history.Night) {
	b := s.newBook(n)
	of := b.match()
	minted := map[string]int{}
	for i := range s.hits {
		h := &s.hits[i]
		if h.event {
			s.tellings = append(s.tellings, s.settleEvent(i, s.mint(h, minted)))
			continue
		}
		if of[i] == nil {
			of[i] = b.byID(h, minted)
		}
		if of[i] == nil && b.spokenFor(h) {
			h.waiting = true
		}
		t := s.settleHit(i, of[i], minted)
		s.settlePartly(&t)
		s.tellings = append(s.tellings, t)
	}
	for i := range n.Findings {
		if f := &n.Findings[i]; !b.used[f.ID] {
			s.settleMissing(f)
		}
	}
	s.retellEvents(n)
}

// settleHit settles what was found tonight against the case as it was told last, if it was.
func (s *state) settleHit(i int, past *history.Finding, minted map[string]int) telling {
	h := &s.hits[i]
	t := telling{rule: h.rule, hit: i, past: past, status: audit.Waiting}
	if past != nil {
		t.id, t.keep = past.ID, *past
	} else {
		t.id = s.mint(h, minted)
		t.keep = history.Finding{ID: t.id, Rule: s.Rules[h.rule].ID, Since: h.since, Seen: s.On, Baseline: s.freshHit(h)}
	}
	if h.waiting {
		// Within its limit, or another case speaks for it: what was told before is left as it was.
		t.keep.ID = ""
		if past != nil {
			t.keep = *past
		}
		return t
	}
	k := &t.keep
	k.Severity = h.severity
	if k.Resolved == s.On { // gone and back on one day: it never was away
		k.Resolved, k.How = 0, 0
	}
	confirm := s.confirms(h) && !s.freshHit(h)
	switch {
	case k.Resolved != 0:
		s.settleReturn(k, h, confirm)
	case k.Told == 0 && confirm && k.Seen == s.On: // its first night
	case k.Told == 0:
		k.Told, k.ToldAt = s.On, s.at()
	}
	if s.Rules[h.rule].Absence {
		k.Since = h.since
	}
	if k.Told != 0 && k.Resolved == 0 {
		t.status = statusOf(k, s.On)
	}
	return t
}

// settleReturn settles a case that was gone and is found again.
func (s *state) settleReturn(k *history.Finding, h *hit, confirm bool) {
	if k.Seen <= k.Resolved { // the first night of its coming back
		k.Seen = s.On
	}
	if confirm && k.Seen == s.On {
		return
	}
	k.Reopened, k.Since, k.Resolved, k.How = s.On, k.Seen, 0, 0
}

// confirms tells that a hit must be found on a second night before it is told: catalogs are read while they are being
// provisioned. Errors are told at once, and a wait does not come from the hour of reading.
func (s *state) confirms(h *hit) bool {
	return s.Confirm > 1 && h.severity == audit.Warning && !s.Rules[h.rule].Absence
}

// statusOf is the status of a case that has been told and stands.
func statusOf(k *history.Finding, on nin.Date) audit.Status {
	switch {
	case k.Reopened == on:
		return audit.Reopened
	case k.Told == on && !k.Baseline:
		return audit.New
	}
	return audit.Standing
}

// freshHit tells that a hit concerns somebody of a catalog that the history knew nothing of.
func (s *state) freshHit(h *hit) bool { return slices.ContainsFunc(h.rows, s.freshRow) }

// settleMissing settles a case of the history that was not found tonight. What was not read is not resolved; rules and
// catalogs that left the configuration are forgotten, and say nothing.
func (s *state) settleMissing(f *history.Finding) {
	rule := s.ruleOf(f.Rule)
	left := rule < 0 || slices.ContainsFunc(f.Catalogs, func(c string) bool { return s.segmentNamed(c) == nil })
	t := telling{rule: uint16(max(rule, 0)), hit: known, past: f, keep: *f, id: f.ID, carried: true, status: audit.Waiting}
	carried := !left && s.carries(f)
	switch k := &t.keep; {
	case left:
		s.drop = append(s.drop, f.ID)
		return
	case f.Resolved == s.On: // told by an earlier run of this day
		t.carried, t.status = false, audit.Resolved
	case f.Resolved != 0:
		if carried || f.Seen <= f.Resolved {
			return
		}
		k.Seen, t.silent = k.Since, true // it did not come back for a second night
	case f.Told == 0 && carried:
		return
	case f.Told == 0:
		s.drop = append(s.drop, f.ID)
		return
	case carried:
		t.status = statusOf(k, s.On)
		s.countCarried(f)
	default:
		t.carried, t.status = false, audit.Resolved
		k.Resolved, k.How, k.Waived = s.On, s.how(f), false
	}
	s.tellings = append(s.tellings, t)
}

// carries tells that a case may still stand: a catalog that it concerns was not read to its end, or somebody concerned
// may be among the entries that could not be read.
func (s *state) carries(f *history.Finding) bool {
	return slices.ContainsFunc(f.Persons, s.missed) ||
		slices.ContainsFunc(f.Catalogs, func(name string) bool { return !s.segmentNamed(name).Complete })
}

// how says how a case came to its end: by somebody who is still there, or with everybody's leaving.
func (s *state) how(f *history.Finding) audit.How {
	for _, id := range f.Persons {
		if _, read := s.past.personRow(id); read || id == 0 {
			return audit.Mended
		}
	}
	return audit.Gone
}

func (s *state) countCarried(f *history.Finding) {
	for _, name := range f.Catalogs {
		if seg := s.segmentNamed(name); !seg.Complete || seg.Skipped > 0 {
			seg.Carried++
		}
	}
}

// settleEvent tells a change. An earlier run of the same day may have told another of this rule and person: the later
// one takes its place.
func (s *state) settleEvent(i int, id string) telling {
	h := &s.hits[i]
	k := history.Finding{
		ID: id, Rule: s.Rules[h.rule].ID, Severity: h.severity, Since: s.On, Seen: s.On, Told: s.On, ToldAt: s.at(),
	}
	return telling{rule: h.rule, hit: i, keep: k, id: id, status: audit.New}
}

// retellEvents tells again what an earlier run of this day told: that run's reports are replaced. Earlier days' changes
// are handed to the reports beside the findings.
func (s *state) retellEvents(n *history.Night) {
	told := map[string]bool{}
	for i := range s.tellings {
		told[s.tellings[i].id] = true
	}
	for i := range n.Events {
		e := &n.Events[i]
		rule := s.ruleOf(e.Rule)
		if rule < 0 || e.Told == s.On && told[e.ID] || e.Told < s.On.AddDays(-audit.EventDays) {
			continue
		}
		t := telling{rule: uint16(rule), hit: known, past: e, keep: *e, id: e.ID, status: audit.New}
		if e.Told == s.On {
			s.tellings = append(s.tellings, t)
			continue
		}
		if e.Told < s.On.AddDays(-audit.EventDays) { // kept only because a provider must still be told
			continue
		}
		s.events = append(s.events, t)
	}
}

// at is the time of telling, in whole seconds.
func (s *state) at() time.Time { return s.Now().UTC().Truncate(time.Second) }

// caseKey is what a case of some persons is found by, whatever becomes of their entries.
func caseKey(rule string, ids []int64) string {
	sorted := slices.Sorted(slices.Values(ids))
	b := append(make([]byte, 0, len(rule)+1+8*len(ids)), rule...)
	b = append(b, 0)
	for _, id := range sorted {
		b = binary.BigEndian.AppendUint64(b, uint64(id))
	}
	return string(b)
}
