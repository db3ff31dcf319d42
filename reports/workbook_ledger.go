package reports

import (
	"cmp"
	"maps"
	"slices"
	"strconv"

	"ninaudit/audit"
)

// The columns of the ledger.
const (
	waitClass = iota
	waitUnit
	waitName
	waitSince
	waitDays
	waitInstead
	waitTold
	waitDecision
	waitOther
	waitServices
	waitSource
	waitPrincipal
	waitCatalog
	waitColumns
)

// neverWaits is the class, in the ledger, of those of whom it is decided that they will not get a number.
const neverWaits = audit.UnknownWait + 1

func (w *workbook) newWaits(s *spool) *listing {
	text := func(s *styles, _ *row) int { return s.row.text }
	l := w.newListing(sheetLedger, "without_number", s, []listColumn{
		waitClass:     {head: headWait, most: 20, printed: true, style: func(s *styles, r *row) int { return s.list.waits[r.class] }},
		waitUnit:      {head: headUnit, most: 34, printed: true, style: text},
		waitName:      {head: headName, most: 32, printed: true, style: func(s *styles, _ *row) int { return s.row.strong }},
		waitSince:     {head: headSince, most: 14, printed: true, number: true, style: func(s *styles, _ *row) int { return s.row.date }},
		waitDays:      {head: headDays, most: 11, printed: true, number: true, style: func(s *styles, _ *row) int { return s.row.number }},
		waitInstead:   {head: headInstead, most: 20, printed: true, style: text},
		waitTold:      {head: headTold, most: 24, printed: true, style: toldStyle},
		waitDecision:  {head: headDecision, most: 36, printed: true, optional: true, style: text},
		waitOther:     {head: headOther, most: 52 /* a link is not broken into lines */, printed: true, optional: true, style: func(s *styles, _ *row) int { return s.list.link }},
		waitServices:  {head: headServices, most: 36, printed: true, optional: true, style: text},
		waitSource:    {head: headSourceSystem, most: 26, printed: true, optional: true, style: text},
		waitPrincipal: {head: headPrincipal, most: 34, style: text},
		waitCatalog:   {head: headCatalog, most: 18, style: text},
	})
	l.linked = waitOther
	return l
}

// toldStyle shows the severity at which a wait is told.
func toldStyle(s *styles, r *row) int {
	switch {
	case r.status == audit.Waived:
		return s.waived.text
	case r.severity == 0:
		return s.row.text
	}
	return s.row.severity[r.severity]
}

// wait is what orders a row of the ledger, and the place in the tally of the case that it points at; -1 for none.
type wait struct {
	unit, days, finding int32
	class               uint8
}

// readLedger keeps the ledger's rows, and decides in which order they stand: by unit, for that is who acts on them, and
// within it the longest wait first. Then come those of whom nobody knows since when, and last those who will not get a
// number. Those without a unit are the last of all.
func (p *press) readLedger() error {
	p.plan.asked, p.plan.spans = map[int32]spot{}, p.cases.spans(p.casesPerPage())
	if p.sum.Ledger == nil {
		return nil
	}
	units := map[string]int32{}
	var waits []wait
	for w := range p.sum.Ledger {
		r := p.waitRow(w)
		if err := p.waits.add(r); err != nil {
			return err
		}
		if _, known := units[r.texts[waitUnit]]; !known {
			units[r.texts[waitUnit]] = int32(len(units))
		}
		at := wait{unit: units[r.texts[waitUnit]], days: int32(w.Days), finding: -1, class: r.class}
		if i, found := p.tally.byID[w.Case]; found {
			at.finding, p.plan.asked[i] = i, spot{}
		}
		waits = append(waits, at)
		p.waits.order = append(p.waits.order, int32(len(p.waits.order)))
	}
	rank := ranked(units)
	slices.SortStableFunc(p.waits.order, func(i, j int32) int {
		a, b := &waits[i], &waits[j]
		return cmp.Or(cmp.Compare(rank[a.unit], rank[b.unit]), cmp.Compare(pastAll(a.class), pastAll(b.class)),
			cmp.Compare(b.days, a.days))
	})
	p.waits.target = func(i int32) string { return p.caseSpot(waits[i].finding).link() }
	return nil
}

// pastAll is 0 for a wait of a known length.
func pastAll(class uint8) uint8 {
	if int(class) < audit.UnknownWait {
		return 0
	}
	return class
}

// ranked gives each name, by its number, its place among all in Norwegian order; the empty one comes last.
func ranked(numbers map[string]int32) []int {
	names := slices.Collect(maps.Keys(numbers))
	order := norwegianOrder()
	slices.SortFunc(names, func(a, b string) int {
		if a == "" || b == "" {
			return cmp.Compare(b, a)
		}
		return order(a, b)
	})
	rank := make([]int, len(names))
	for i, name := range names {
		rank[numbers[name]] = i
	}
	return rank
}

// caseSpot is where a case is shown best: side by side, or else among the findings. None for -1.
func (p *press) caseSpot(finding int32) spot {
	if finding < 0 {
		return spot{}
	}
	pair := p.tally.places[finding].pair
	if pair < 0 {
		return p.plan.asked[finding]
	}
	begin := p.cases.begin[pair]
	n, _ := slices.BinarySearchFunc(p.plan.spans, begin, func(s span, begin int) int {
		if begin >= s.to {
			return -1
		}
		return 1
	})
	return spot{p.numbered(sheetDuplicates, n), begin - p.plan.spans[n].from + caseHeader + 1}
}

// waitRow is a line of the ledger.
func (p *press) waitRow(w *audit.Wait) *row {
	r := &row{severity: w.Severity, status: w.Status, class: uint8(w.Class), texts: make([]string, waitColumns)}
	if w.Waiver != nil {
		r.status = audit.Waived
		if w.Waiver.Never {
			r.class = uint8(neverWaits)
		}
	}
	t := r.texts
	t[waitClass] = p.class(p.sum.Waits, int(r.class))
	t[waitUnit], t[waitName] = clean(w.Unit), p.who(&w.Subject)
	if n, ok := serial(w.Since); ok {
		t[waitSince], t[waitDays] = strconv.Itoa(n), strconv.Itoa(w.Days)
	}
	t[waitInstead], t[waitTold], t[waitDecision] = w.Instead.Word().In(p.l), p.told(w), p.decision(w.Waiver)
	if w.Case != "" {
		t[waitOther] = p.say(otherAccount, clean(w.Case))
	}
	t[waitServices], t[waitSource] = p.useOf(w.Services, w.Unanswered), w.Source.Word().In(p.l)
	t[waitPrincipal], t[waitCatalog] = clean(w.Principal), clean(w.Catalog)
	for i := range t {
		t[i] = p.fit(t[i])
	}
	return r
}

// told says how a wait is told among the findings.
func (p *press) told(w *audit.Wait) string {
	until := ""
	if w.Waiver != nil {
		until = audit.SayDate(w.Waiver.Until, p.l)
	}
	switch {
	case w.Waiver == nil && w.Severity != 0:
		return w.Severity.Word().In(p.l)
	case w.Waiver == nil && w.Case != "":
		return p.say(inAnotherCase)
	case w.Waiver == nil:
		return audit.Waiting.Word().In(p.l)
	case w.Waiver.Never && until == "":
		return p.say(waitNever)
	case w.Waiver.Never:
		return p.say(waitNeverUntil, until)
	case until == "":
		return audit.Waived.Word().In(p.l)
	}
	return p.say(acceptedUntil, until)
}

// ledger makes the sheets of who has no number, where that was judged. Without anybody there is one line.
func (p *press) ledger() error {
	if p.sum.Ledger == nil {
		return nil
	}
	p.waits.note = p.say(ledgerNote)
	if p.waits.spool.len() == 0 {
		p.waits.note = p.say(ledgerNone)
		if !p.sum.Complete() {
			p.waits.note += " " + p.say(notRead)
		}
	}
	return p.list(p.waits)
}
