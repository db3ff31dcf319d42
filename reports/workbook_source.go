package reports

import (
	"strings"

	"ninaudit/audit"
)

// The columns of the sheet on source systems.
const (
	gapWhat = iota
	gapUnit
	gapName
	gapFix
	gapPrincipal
	gapKey
	gapCatalog
	gapColumns
)

func (w *workbook) newGaps(s *spool) *listing {
	text := func(s *styles, _ *row) int { return s.row.text }
	return w.newListing(sheetSource, "source", s, []listColumn{
		gapWhat:      {head: headWhat, most: 30, printed: true, style: func(s *styles, _ *row) int { return s.row.strong }},
		gapUnit:      {head: headUnit, most: 30, printed: true, style: text},
		gapName:      {head: headName, most: 30, printed: true, style: text},
		gapFix:       {head: headFix, most: 40, printed: true, style: text},
		gapPrincipal: {head: headPrincipal, most: 34, printed: true, style: text},
		gapKey:       {head: headRow, most: 30, printed: true, optional: true, style: text},
		gapCatalog:   {head: headCatalog, most: 18, style: text},
	})
}

// compared makes the sheet of what catalogs and their source systems say differently, where any were compared: the
// gravest sort first.
func (p *press) compared() error {
	if len(p.sum.Sources) == 0 {
		return nil
	}
	p.gaps.note = p.say(sourceNone)
	for _, sort := range audit.GapSorts() {
		for i := range p.sum.Sources {
			s := &p.sum.Sources[i]
			for k := range s.Gaps {
				if g := &s.Gaps[k]; g.Sort == sort {
					p.gaps.note = p.say(sourceNote)
					if err := p.gaps.add(p.gapRow(g, s.Catalog)); err != nil {
						return err
					}
				}
			}
		}
	}
	return p.list(p.gaps)
}

func (p *press) gapRow(g *audit.Gap, catalog string) *row {
	t := make([]string, gapColumns)
	t[gapWhat], t[gapFix], t[gapKey], t[gapCatalog] = g.Sort.Word().In(p.l), g.Sort.Fix().In(p.l), g.Key, catalog
	if g.Key == "" {
		t[gapName], t[gapUnit], t[gapPrincipal] = p.who(&g.Subject), g.Unit, g.Principal
	}
	for i := range t {
		t[i] = p.fit(clean(t[i]))
	}
	return &row{texts: t}
}

// gapsOf counts what the source systems say of those without a number, and what they say differently.
func (v voice) gapsOf(s *audit.Summary) string {
	var answers [audit.SourceAbsent + 1]int
	gaps := map[audit.GapSort]int{}
	for i := range s.Sources {
		for a, n := range s.Sources[i].Answers {
			answers[a] += n
		}
		for k := range s.Sources[i].Gaps {
			gaps[s.Sources[i].Gaps[k].Sort]++
		}
	}
	var parts []string
	for a := audit.SourceKnows; a <= audit.SourceAbsent; a++ {
		if n := answers[a]; n > 0 {
			parts = append(parts, a.Word().In(v.l)+": "+v.number(n))
		}
	}
	for _, sort := range audit.GapSorts() {
		if n := gaps[sort]; n > 0 {
			parts = append(parts, sort.Word().In(v.l)+": "+v.number(n))
		}
	}
	switch {
	case len(s.Sources) == 0:
		return ""
	case len(parts) == 0:
		return v.say(sourceNone)
	}
	return strings.Join(parts, " · ")
}
