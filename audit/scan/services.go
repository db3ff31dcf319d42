package scan

import (
	"cmp"
	"slices"
	"strings"

	"ninaudit/audit"
	"ninaudit/audit/history"
	"ninaudit/audit/nin"
)

// announcement is a person whose number came or was changed.
type announcement struct {
	person  *audit.Person // as far as services go by it
	subject func() audit.Subject
	days    []nin.Date // of the changes, rising
	events  []string   // IDs of the changes that the history has
}

// serve finds out who is hit in which service, and whose number which provider must be told of. A change stays on that
// list until the provider is said to have been told, for as long as the person is in the catalog.
func (s *state) serve() {
	if s.Services == nil {
		return
	}
	all := s.Services.All()
	s.summary.Services = []audit.ServiceState{}
	states := make([]audit.ServiceState, len(all))
	for i := range all {
		states[i].Service = &all[i]
	}
	for _, row := range s.waiting {
		for i := range s.Services.Of(s.pop.person(row)).Each {
			states[i].Pending++
		}
	}
	for _, row := range s.shielded {
		for i := range s.Services.Of(s.pop.person(row)).Each {
			states[i].Awaited = true
		}
	}
	for _, a := range s.announcements() {
		s.announce(states, a)
	}
	for i := range states {
		if !states[i].Receives {
			continue
		}
		slices.SortStableFunc(states[i].Tell, s.byAge)
		s.summary.Services = append(s.summary.Services, states[i])
	}
	s.tellUnmatched()
}

// announce puts a person on the list of every service whose provider must be told.
func (s *state) announce(states []audit.ServiceState, a *announcement) {
	listed := false
	for i := range s.Services.Of(a.person).Each {
		one := &states[i]
		at := slices.IndexFunc(a.days, func(d nin.Date) bool { return d > one.Told })
		if !one.Tells() || at < 0 {
			continue
		}
		one.Tell = append(one.Tell, audit.Telling{Subject: a.subject(), Since: a.days[at]})
		listed = true
	}
	if listed {
		s.hold = append(s.hold, a.events...)
	}
}

// byAge orders users of whom a provider must be told: the oldest change first.
func (s *state) byAge(a, b audit.Telling) int {
	return cmp.Or(cmp.Compare(a.Since, b.Since), cmp.Compare(slices.Index(s.names(), a.Catalog), slices.Index(s.names(), b.Catalog)),
		cmp.Compare(a.ID, b.ID))
}

// announcements are the changes that providers are told of, a person each, in the order in which they are told; those of
// earlier runs come first.
func (s *state) announcements() []*announcement {
	var all []*announcement
	byRow, byID := map[uint32]*announcement{}, map[int64]*announcement{}
	for i := range s.eventsOfPast() {
		e := &s.past.night.Events[i]
		if !s.announced(e.Rule) || len(e.Persons) == 0 || e.Told > s.On || e.Told < s.On.AddDays(-history.ResolvedDays) {
			continue
		}
		a := s.remembered(e, byRow, byID)
		if a == nil || a.person.Protected {
			continue
		}
		if len(a.days) == 0 {
			all = append(all, a)
		}
		a.days, a.events = append(a.days, e.Told), append(a.events, e.ID)
	}
	for i := range s.hits {
		h := &s.hits[i]
		if !h.event || !s.Rules[h.rule].Announced || s.pop.protected(h.rows[0]) {
			continue
		}
		a := s.announcementOf(h.rows[0], byRow)
		if len(a.days) == 0 {
			all = append(all, a)
		}
		a.days = append(a.days, s.On)
	}
	for _, a := range all {
		slices.Sort(a.days)
	}
	return all
}

func (s *state) eventsOfPast() []history.Finding {
	if s.past == nil {
		return nil
	}
	return s.past.night.Events
}

func (s *state) announced(rule string) bool {
	i := s.ruleOf(rule)
	return i >= 0 && s.Rules[i].Announced
}

func (s *state) announcementOf(row uint32, byRow map[uint32]*announcement) *announcement {
	if byRow[row] == nil {
		p := s.pop.person(row)
		byRow[row] = &announcement{person: p, subject: func() audit.Subject { return s.subject(p) }}
	}
	return byRow[row]
}

// remembered is the person of a change of an earlier run; nil for one who is no longer in the catalog. Somebody who was
// not read is still there, as far as anybody knows, and may use whatever the own unit or any affiliation does.
func (s *state) remembered(e *history.Finding, byRow map[uint32]*announcement, byID map[int64]*announcement) *announcement {
	id := e.Persons[0]
	if row, read := s.past.personRow(id); read {
		return s.announcementOf(row, byRow)
	}
	here := !slices.ContainsFunc(e.Catalogs, func(name string) bool { return s.segmentNamed(name) == nil })
	told, err := history.Decode(e.Body)
	if id == 0 || err != nil || len(told.Subjects) == 0 || !here || !s.carries(e) {
		return nil
	}
	if byID[id] == nil {
		subject := told.Subjects[0]
		for _, field := range []*string{&subject.ID, &subject.Principal, &subject.DN, &subject.Name, &subject.Unit} {
			*field = s.blank.Blank(*field)
		}
		p := &audit.Person{Affiliations: ^audit.Affiliation(0), Units: []*audit.Unit{{Name: subject.Unit}}}
		byID[id] = &announcement{person: p, subject: func() audit.Subject { return subject }}
	}
	return byID[id]
}

// serveFinding says of a case which services it matters to: a wait is trouble in them, and a number that came or was
// changed must be told to them. Of somebody who was not read nobody knows.
func (s *state) serveFinding(f *audit.Finding, t *telling) {
	rule := &s.Rules[t.rule]
	if s.Services == nil || !rule.Absence && !rule.Announced || f.Status == audit.Resolved {
		return
	}
	var row uint32
	switch {
	case t.hit != known:
		row = s.hits[t.hit].rows[0]
	case s.past == nil || len(t.keep.Persons) == 0:
		return
	default:
		at, read := s.past.personRow(t.keep.Persons[0])
		if !read {
			return
		}
		row = at
	}
	u := s.Services.Of(s.pop.person(row))
	if rule.Absence {
		f.Services, f.Unanswered = u.Hit, u.Ask
		return
	}
	f.Services = u.Tell
}

// tellUnmatched tells of units that the list of services names and that no catalog has, if all were read.
func (s *state) tellUnmatched() {
	if s.Partial || slices.ContainsFunc(s.segments, func(seg *segment) bool { return !seg.Complete }) {
		return
	}
	const most = 5
	names := s.Services.Unmatched(s.pop.units())
	if len(names) == 0 {
		return
	}
	more := ""
	if len(names) > most {
		names, more = names[:most], " …"
	}
	s.notice(unmatchedNotice(s.blank.Blank(strings.Join(names, ", ")) + more))
}
