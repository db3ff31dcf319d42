package reports

import (
	"slices"
	"strconv"
	"strings"

	"ninaudit/audit"
)

// cases takes the findings that compare entries, for the duplicates sheet. Its lines wait in a spool like those
// of the findings sheet, for the same reasons.
type cases struct {
	voice
	mode    NINMode
	spool   *spool
	columns []caseColumn
	widths  []float64 // the widest text of each column so far, within the column's limits
	begin   []int     // the line at which each case begins
}

// lineSort is what a line of a case is.
type lineSort uint8

const (
	caseLine  lineSort = iota // what it is, how probable, and whom it concerns; the others fold under it
	entryLine                 // something of two entries, side by side
	fieldLine                 // one compared field
	pairLine                  // which two are compared, where there are more
	sumLine                   // what the fields come to
	airLine                   // the end of the case
	lineSorts                 // how many there are
)

// caseColumn is one column of the duplicates sheet. Those of numbers hold them as strconv writes them.
type caseColumn struct {
	head        word
	least, most float64 // its width, in digits of the default font
	number      bool
	printed     bool
}

// The columns of the duplicates sheet.
const (
	caseSeverity = iota
	caseField    // the rule's title, and below it the fields
	caseA
	caseB
	caseLevel
	caseBits
	caseClass
	caseScore
	caseStatus
	caseID
	caseColumns
)

// mostCompared is how many entries of one case are listed; findings.jsonl has them all.
const mostCompared = 10

func newCases(v voice, mode NINMode, s *spool) *cases {
	c := &cases{voice: v, mode: mode, spool: s, columns: []caseColumn{
		caseSeverity: {head: headSeverity, least: 12, most: 19, printed: true},
		caseField:    {head: headCase, least: 22, most: 32, printed: true},
		caseA:        {head: headFirst, least: 24, most: 34, printed: true},
		caseB:        {head: headSecond, least: 24, most: 34, printed: true},
		caseLevel:    {head: headLevel, least: 14, most: 26, printed: true},
		caseBits:     {head: headBits, least: 9, most: 14, number: true, printed: true},
		caseClass:    {head: headClass, least: 14, most: 24, printed: true},
		caseScore:    {head: headScore, least: 9, most: 12, number: true, printed: true},
		caseStatus:   {head: headStatus, least: 9, most: mostStatus, printed: true},
		caseID:       {head: headID, least: 10, most: 26},
	}}
	for _, column := range c.columns {
		c.widths = append(c.widths, max(column.least, measure(c.say(column.head))+padding+0.5))
	}
	return c
}

// add takes a finding, if it has evidence.
func (c *cases) add(f *audit.Finding) error {
	if len(f.Evidence) == 0 {
		return nil
	}
	c.begin = append(c.begin, c.spool.len())
	lines := slices.Concat([]row{c.head(f)}, c.entries(f.Subjects), c.fields(f), []row{{sort: airLine}})
	for i := range lines {
		c.widen(lines[i].texts)
		if err := c.spool.add(&lines[i]); err != nil {
			return err
		}
	}
	return nil
}

// head is the line that stands for the whole case.
func (c *cases) head(f *audit.Finding) row {
	t := make([]string, caseColumns)
	t[caseSeverity] = f.Severity.Word().In(c.l)
	t[caseField] = f.Rule.Title.In(c.l)
	for i := range f.Subjects[:min(len(f.Subjects), 2)] {
		t[caseA+i] = c.fit(strings.TrimSuffix(c.who(&f.Subjects[i])+"\n"+clean(f.Subjects[i].Unit), "\n"))
	}
	if more := len(f.Subjects) - 2; more > 0 {
		t[caseB] = c.fit(t[caseB] + "\n" + c.say(andMore, c.number(more)))
	}
	t[caseClass] = scoreWord(f.Score).In(c.l)
	t[caseScore] = strconv.FormatFloat(floored(f.Score), 'f', -1, 64)
	t[caseStatus] = c.status(f)
	t[caseID] = c.fit(clean(f.ID))
	return row{sort: caseLine, severity: f.Severity, status: f.Status, texts: t}
}

// entries shows the entries of a case two by two, in the finding's order.
func (c *cases) entries(subjects []audit.Subject) []row {
	shown := subjects[:min(len(subjects), mostCompared)]
	var lines []row
	for pair := range slices.Chunk(shown, 2) {
		side := func(w word, of func(*audit.Subject) string) {
			t := make([]string, caseColumns)
			t[caseField] = c.say(w)
			for i := range pair {
				t[caseA+i] = c.fit(clean(of(&pair[i])))
			}
			lines = append(lines, row{sort: entryLine, texts: t})
		}
		side(headName, c.who)
		side(headPrincipal, func(s *audit.Subject) string { return s.Principal })
		side(headKind, c.kind)
		if c.mode != NINKind {
			side(headNumber, func(s *audit.Subject) string { return c.mode.show(s.NIN) })
		}
	}
	if more := len(subjects) - len(shown); more > 0 {
		t := make([]string, caseColumns)
		t[caseField] = c.say(andMore, c.number(more))
		lines = append(lines, row{sort: entryLine, texts: t})
	}
	return lines
}

// fields shows the evidence, and what it comes to. Of a case of three and more it holds one comparison after the
// other, each under the names of the two and with its sum.
func (c *cases) fields(f *audit.Finding) []row {
	var lines []row
	for from := 0; from < len(f.Evidence); {
		of := f.Evidence[from].Of
		to := from
		for to < len(f.Evidence) && f.Evidence[to].Of == of {
			to++
		}
		if last := max(of[0], of[1]); last > 0 && last < len(f.Subjects) {
			t := make([]string, caseColumns)
			t[caseField] = c.say(comparedPair)
			t[caseA], t[caseB] = c.fit(c.who(&f.Subjects[of[0]])), c.fit(c.who(&f.Subjects[of[1]]))
			lines = append(lines, row{sort: pairLine, texts: t})
		}
		lines = append(lines, c.comparison(f.Evidence[from:to])...)
		from = to
	}
	return lines
}

// comparison is the fields of one pair with their sum: of the bits as they are shown, so that a reader who adds
// them up comes to the same. A measure that knows no weights has neither.
func (c *cases) comparison(evidence []audit.Evidence) []row {
	weighed := slices.ContainsFunc(evidence, func(e audit.Evidence) bool { return e.Bits != 0 })
	lines := make([]row, 0, len(evidence)+1)
	sum := 0.0
	for i := range evidence {
		e := &evidence[i]
		t := make([]string, caseColumns)
		t[caseField], t[caseLevel] = c.fit(fieldWord(e.Field).In(c.l)), c.fit(levelWord(e.Level).In(c.l))
		if e.Field != fieldBirth && e.Field != fieldNumber { // no birth date and no digit stands in a report
			t[caseA], t[caseB] = c.fit(clean(e.A)), c.fit(clean(e.B))
		}
		if weighed {
			t[caseBits] = tenths(e.Bits)
		}
		sum += decimals(e.Bits, 1)
		lines = append(lines, row{sort: fieldLine, texts: t})
	}
	if weighed {
		t := make([]string, caseColumns)
		t[caseField], t[caseBits] = c.say(sumOfBits), tenths(sum)
		lines = append(lines, row{sort: sumLine, texts: t})
	}
	return lines
}

// widen makes the columns wide enough for the texts, within their limits.
func (c *cases) widen(texts []string) {
	for i, text := range texts {
		for line := range strings.SplitSeq(text, "\n") {
			if !c.columns[i].number && c.widths[i] < c.columns[i].most {
				c.widths[i] = max(c.widths[i], min(measure(line)*boldly+padding+0.5, c.columns[i].most))
			}
		}
	}
}

// boldly is how much wider bold letters are.
const boldly = 1.06
