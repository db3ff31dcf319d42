package main

import (
	"strings"

	"ninaudit/audit"
)

// imported is what became of an import.
type imported struct {
	added   []string
	filled  []string // services of the list in which something was missing that the file has
	kept    []string // services of the list of which the file says something else
	gone    []string // services of the list with an ID that Feide's list no longer has among those that receive the number
	same    int
	without int
	unfit   int
}

// merge takes what a file says into a list. It adds services and fills in what is missing; nothing that stands in the
// list is changed, for it was typed by somebody who knew more than Feide's list.
func (l *serviceList) merge(o *offered) *imported {
	r := &imported{without: o.without, unfit: o.unfit}
	met := map[int]bool{}
	for i := range o.services {
		s := &o.services[i]
		at := l.find(s.Name, s.ID)
		if at < 0 {
			l.append(s)
			met[len(l.all)-1] = true
			r.added = append(r.added, s.Name)
			continue
		}
		met[at] = true
		switch filled, other := l.fill(at, s); {
		case filled:
			r.filled = append(r.filled, l.all[at].Name)
		case other:
			r.kept = append(r.kept, l.all[at].Name)
		default:
			r.same++
		}
	}
	for i := range l.all {
		if o.public && l.all[i].ID != "" && !met[i] {
			r.gone = append(r.gone, l.all[i].Name)
		}
	}
	return r
}

// fill takes into the service at a place what it lacks of s; other tells that the two differ in something that stands.
func (l *serviceList) fill(at int, s *audit.Service) (filled, other bool) {
	mine := &l.all[at]
	take := func(key string, missing, differs bool, assign func()) {
		if missing && differs {
			assign()
			if v := written(mine, key); v != nil {
				l.set(at, key, v)
			}
			filled = true
		} else {
			other = other || differs
		}
	}
	for _, t := range []struct {
		key      string
		to, from *string
	}{{"id", &mine.ID, &s.ID}, {"provider", &mine.Provider, &s.Provider}, {"contact", &mine.Contact, &s.Contact},
		{"channel", &mine.Channel, &s.Channel}} {
		take(t.key, *t.to == "", *t.from != "" && *t.from != *t.to, func() { *t.to = *t.from })
	}
	fits := mine.Receives && (s.Depends == audit.Yes || mine.Arranged != audit.Yes)
	take("depends", mine.Depends == audit.Unanswered && fits, s.Depends != audit.Unanswered && s.Depends != mine.Depends,
		func() { mine.Depends = s.Depends })
	take("arranged", mine.Arranged == audit.Unanswered && mine.Asked == 0 && mine.Depends != audit.No,
		s.Arranged != mine.Arranged && s.Arranged != audit.Unanswered || s.Asked != 0 && s.Asked != mine.Asked,
		func() { mine.Arranged, mine.Asked = s.Arranged, s.Asked })
	take("used_by", len(mine.UsedBy) == 0, len(s.UsedBy) > 0 && strings.Join(s.UsedBy, "\n") != strings.Join(mine.UsedBy, "\n"),
		func() { mine.UsedBy = s.UsedBy })
	take("told", mine.Told == 0, s.Told != 0 && s.Told != mine.Told, func() { mine.Told = s.Told })
	return filled, other || mine.Receives != s.Receives
}
