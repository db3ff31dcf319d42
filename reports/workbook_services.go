package reports

import (
	"cmp"
	"slices"
	"strconv"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// The columns of the services sheet.
const (
	serviceToDo = iota
	serviceName
	serviceProvider
	serviceDepends
	serviceArranged
	serviceAsked
	servicePending
	serviceTell
	serviceOldest
	serviceTold
	serviceChannel
	serviceContact
	serviceColumns
)

func (w *workbook) newServices(s *spool) *listing {
	text := func(s *styles, _ *row) int { return s.row.text }
	date := func(s *styles, _ *row) int { return s.row.date }
	number := func(s *styles, _ *row) int { return s.row.number }
	return w.newListing(sheetServices, "services", s, []listColumn{
		serviceToDo:     {head: headToDo, most: 36, printed: true, style: text},
		serviceName:     {head: headService, most: 34, printed: true, style: func(s *styles, _ *row) int { return s.row.strong }},
		serviceProvider: {head: headProvider, most: 30, printed: true, style: text},
		serviceDepends:  {head: headDepends, most: 12, printed: true, style: text},
		serviceArranged: {head: headArranged, most: 14, printed: true, style: text},
		serviceAsked:    {head: headAsked, most: 14, printed: true, number: true, style: date},
		servicePending:  {head: headPending, most: 16, printed: true, number: true, style: number},
		serviceTell:     {head: headTell, most: 18, printed: true, number: true, style: number},
		serviceOldest:   {head: headOldest, most: 17, printed: true, number: true, style: date},
		serviceTold:     {head: headToldUntil, most: 14, printed: true, number: true, style: date},
		serviceChannel:  {head: headChannel, most: 34, optional: true, style: text},
		serviceContact:  {head: headContact, most: 34, optional: true, style: text},
	})
}

// useOf names the services that a case matters to, and counts those of which nobody knows.
func (v voice) useOf(names []string, unanswered int) string {
	const most = 8
	text := ""
	if len(names) > 0 {
		text = clean(v.listed(names, most, ", "))
	}
	if unanswered == 0 {
		return text
	}
	if text != "" {
		text += "\n"
	}
	return text + v.count(unanswered, unansweredOne, unansweredMany)
}

// services makes the sheet of services, where any are listed. Those whose providers must be told come first, the oldest
// change before the others; then those of which nobody knows, and those in which users have trouble, by how many.
func (p *press) services() error {
	if p.sum.Services == nil {
		return nil
	}
	p.served.note = p.say(servicesNote)
	if len(p.sum.Services) == 0 {
		p.served.note = p.say(servicesNone)
	}
	for i := range p.sum.Services {
		if err := p.served.add(p.serviceRow(&p.sum.Services[i])); err != nil {
			return err
		}
		p.served.order = append(p.served.order, int32(i))
	}
	slices.SortStableFunc(p.served.order, func(i, j int32) int {
		a, b := &p.sum.Services[i], &p.sum.Services[j]
		return cmp.Or(cmp.Compare(rankOf(a), rankOf(b)), cmp.Compare(a.Since(), b.Since()), cmp.Compare(b.Pending, a.Pending))
	})
	return p.list(p.served)
}

// rankOf orders services by what they ask for.
func rankOf(s *audit.ServiceState) int {
	return slices.Index([]word{doTell, doAsk, doWait, doArrange, doNothing}, toDoFor(s))
}

// toDoFor is what a service asks for.
func toDoFor(s *audit.ServiceState) word {
	switch {
	case len(s.Tell) > 0:
		return doTell
	case s.Asks() && s.Asked == 0:
		return doAsk
	case s.Asks():
		return doWait
	case s.Hits() && s.Pending > 0:
		return doArrange
	}
	return doNothing
}

func (p *press) serviceRow(s *audit.ServiceState) *row {
	t := make([]string, serviceColumns)
	t[serviceToDo], t[serviceName], t[serviceProvider] = p.say(toDoFor(s)), s.Name, s.Provider
	t[serviceDepends], t[serviceArranged] = s.Depends.Word().In(p.l), s.Arranged.Word().In(p.l)
	if s.Depends == audit.No {
		t[serviceArranged] = "–"
	}
	t[servicePending], t[serviceTell] = strconv.Itoa(s.Pending), strconv.Itoa(len(s.Tell))
	for column, day := range map[int]nin.Date{serviceAsked: s.Asked, serviceOldest: s.Since(), serviceTold: s.Told} {
		if n, ok := serial(day); ok {
			t[column] = strconv.Itoa(n)
		}
	}
	t[serviceChannel], t[serviceContact] = s.Channel, s.Contact
	for i := range t {
		t[i] = p.fit(clean(t[i]))
	}
	return &row{texts: t}
}

// toTell counts the services whose providers must be told, and says since when.
func toTell(s *audit.Summary) (due int, since nin.Date) {
	for i := range s.Services {
		if day := s.Services[i].Since(); day != 0 {
			due++
			if since == 0 || day < since {
				since = day
			}
		}
	}
	return due, since
}

// toAsk counts the services of which nobody knows whether they cope.
func toAsk(s *audit.Summary) int {
	n := 0
	for i := range s.Services {
		if s.Services[i].Asks() {
			n++
		}
	}
	return n
}
