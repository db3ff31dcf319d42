package reports

import (
	"strings"

	"ninaudit/audit"
)

// column is one column of the findings sheet.
type column struct {
	head    word
	most    float64 // the widest it gets, in digits of the default font
	printed bool    // what an officer acts on goes to paper; what machines know entries by does not
	style   func(*rowStyles, audit.Severity) int
	// What stands in the cell of a finding, and of many with one cause. A column without finding is made from
	// since.
	finding func(*audit.Finding) string
	group   func(*group) string
	serial  func(*press, *row) (int, bool)

	numeric  bool // the text is a number as strconv writes it
	optional bool // left out where it would be empty
	at       int  // its place among a row's texts
}

// mostStatus is the widest a column gets that says where a finding stands.
const mostStatus = 21

// mostListed is how many entries of one finding its row lists, as many as fit the tallest row; the row says how
// many more there are, and findings.jsonl has them all.
const mostListed = 24

// layout is the columns of the findings sheet. Where a finding concerns several entries, they stand one a
// line, in the same order in every column.
func (w *workbook) layout() []column {
	none := func(*group) string { return "" }
	text := func(s *rowStyles, _ audit.Severity) int { return s.text }
	small := func(s *rowStyles, _ audit.Severity) int { return s.small }
	columns := []column{
		{head: headSeverity, most: 19, printed: true,
			style:   func(s *rowStyles, x audit.Severity) int { return s.severity[x] },
			finding: func(f *audit.Finding) string { return f.Severity.Word().In(w.l) },
			group:   func(g *group) string { return g.severity.Word().In(w.l) }},
		{head: headRule, most: 24, printed: true, style: func(s *rowStyles, _ audit.Severity) int { return s.strong },
			finding: func(f *audit.Finding) string { return f.Rule.Title.In(w.l) },
			group:   func(g *group) string { return g.fault.Rule.Title.In(w.l) }},
		{head: headName, most: 28, printed: true, style: text, finding: w.names,
			group: func(g *group) string { return w.count(g.found, userOne, userMany) }},
		{head: headUnit, most: 30, printed: true, style: text,
			finding: func(f *audit.Finding) string {
				return w.shared(f.Subjects, func(s *audit.Subject) string { return s.Unit })
			},
			group: func(g *group) string { return clean(g.fault.Unit) }},
		{head: headKind, most: 24, printed: true, style: text, group: none,
			finding: func(f *audit.Finding) string {
				return w.shared(f.Subjects, w.kind)
			}},
		{head: headMessage, most: 42, printed: true, style: text,
			finding: func(f *audit.Finding) string { return clean(f.Message(w.l)) },
			group:   func(g *group) string { return w.say(manyFlag) + ": " + w.systematic(g.fault) }},
		{head: headFix, most: 38, printed: true, style: text,
			finding: func(f *audit.Finding) string { return f.Fix(w.l) },
			group:   func(g *group) string { return g.fix.In(w.l) }},
		{head: headSince, most: 14, printed: true, style: func(s *rowStyles, _ audit.Severity) int { return s.date },
			serial: func(_ *press, r *row) (int, bool) { return serial(r.since) }},
		{head: headDays, most: 10, printed: true, style: func(s *rowStyles, _ audit.Severity) int { return s.number },
			serial: func(p *press, r *row) (int, bool) { return r.since.Days(p.o.AsOf), r.since != 0 }},
		{head: headStatus, most: mostStatus, printed: true, style: text, group: none, finding: w.status},
		{head: headDecision, most: 36, printed: true, style: text, group: none, optional: true,
			finding: func(f *audit.Finding) string { return w.decision(f.Waiver) }},
		{head: headFirstTold, most: 17, printed: true, numeric: true, group: none, optional: true,
			style:   func(s *rowStyles, _ audit.Severity) int { return s.moment },
			finding: func(f *audit.Finding) string { return moment(f.Told) }},
		{head: headServices, most: 36, style: text, group: none, optional: true,
			finding: func(f *audit.Finding) string { return w.useOf(f.Services, f.Unanswered) }},
		{head: headPrincipal, most: 34, style: text, group: none,
			finding: func(f *audit.Finding) string {
				return w.each(f.Subjects, func(s *audit.Subject) string { return s.Principal })
			}},
		{head: headCatalog, most: 18, style: text, group: func(g *group) string { return clean(g.fault.Catalog) },
			finding: func(f *audit.Finding) string {
				return w.shared(f.Subjects, func(s *audit.Subject) string { return s.Catalog })
			}},
		{head: headEntry, most: 40, style: small, group: none,
			finding: func(f *audit.Finding) string {
				return w.each(f.Subjects, func(s *audit.Subject) string { return s.ID })
			}},
		{head: headID, most: 26, style: small, group: none,
			finding: func(f *audit.Finding) string { return f.ID }},
	}
	if w.o.NIN == NINKind {
		return columns
	}
	number := column{head: headNumber, most: 16, printed: true, style: text, group: none,
		finding: func(f *audit.Finding) string {
			return w.each(f.Subjects, func(s *audit.Subject) string { return clean(w.o.NIN.show(s.NIN)) })
		}}
	return append(columns[:5:5], append([]column{number}, columns[5:]...)...)
}

// names lists who a finding concerns.
func (w *workbook) names(f *audit.Finding) string {
	return w.each(f.Subjects, w.who)
}

// who names an entry's person, on one line.
func (v voice) who(s *audit.Subject) string {
	switch {
	case s.Elsewhere:
		return v.say(elsewhere)
	case s.Protected:
		return v.say(shieldedUser)
	case s.Name == "":
		return v.say(nameless)
	case !s.Active:
		return v.say(inactive, clean(s.Name))
	}
	return clean(s.Name)
}

// kind says what kind of number an entry's is; nothing of one that is hidden.
func (v voice) kind(s *audit.Subject) string {
	if s.Elsewhere {
		return ""
	}
	return audit.KindWord(s.Kind).In(v.l)
}

// each says something of each entry, one a line.
func (v voice) each(subjects []audit.Subject, of func(*audit.Subject) string) string {
	var b strings.Builder
	for i := range subjects[:min(len(subjects), mostListed)] {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(clean(of(&subjects[i])))
	}
	if more := len(subjects) - mostListed; more > 0 {
		b.WriteString("\n" + v.say(andMore, v.number(more)))
	}
	return b.String()
}

// shared is each, but says once what all entries share, so that a filter finds it.
func (v voice) shared(subjects []audit.Subject, of func(*audit.Subject) string) string {
	for i := range subjects {
		if of(&subjects[i]) != of(&subjects[0]) {
			return v.each(subjects, of)
		}
	}
	return v.each(subjects[:min(1, len(subjects))], of)
}

// widen makes column i wide enough for a text, within its limit.
func (w *workbook) widen(i int, text string) {
	for line := range strings.SplitSeq(text, "\n") {
		if w.widths[i] >= w.columns[i].most {
			return
		}
		w.widths[i] = max(w.widths[i], min(measure(line)+padding+0.5, w.columns[i].most))
	}
}
