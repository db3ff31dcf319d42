package reports

import (
	"bufio"
	"encoding/xml"
	"io"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// lineHeight is the height of one line of text in points; maxHeight is what a row can have at most.
const (
	lineHeight = 15.0
	maxHeight  = excelize.MaxRowHeight
)

// write puts rows from up to to (of all rows of all findings sheets) into the part of their sheet.
func (p *press) write(w io.Writer, from, to int) error {
	out := &rowWriter{Writer: bufio.NewWriterSize(w, 1<<16)}
	for i := range p.columns {
		out.names = append(out.names, columnName(i+1))
	}
	i := 0
	for e := range p.tally.entries() {
		if i >= from && i < to {
			if err := p.writeEntry(out, e, i-from+2); err != nil {
				return err
			}
		}
		i++
	}
	return out.Flush()
}

// writeEntry writes one row: a finding, the line of a group, or air.
func (p *press) writeEntry(out *rowWriter, e entry, at int) error {
	// Excel shows a group's button at the row marked collapsed above it, LibreOffice at the one below it.
	const collapsed = ` collapsed="1"`
	switch e.sort {
	case blank, below:
		attrs := ""
		if e.sort == below {
			attrs = collapsed
		}
		out.begin(at, lineHeight, attrs)
		_, _ = out.WriteString("</row>")
		return nil
	case groupLine:
		r := p.groupRow(p.tally.groups[e.group])
		out.begin(at, p.height(r), collapsed)
		p.writeCells(out, r, at, &p.styles.many)
		return nil
	}
	r, err := p.spools.findings.read(e.row)
	if err != nil {
		return err
	}
	attrs := ""
	if e.sort == member {
		attrs = ` outlineLevel="1" hidden="1"`
	}
	out.begin(at, p.height(r), attrs)
	p.writeCells(out, r, at, p.styles.of(r))
	return nil
}

// groupRow is the line of a group.
func (p *press) groupRow(g *group) *row {
	r := &row{severity: g.severity, since: g.oldest, texts: make([]string, len(p.widths))}
	for _, c := range p.columns {
		if c.group != nil {
			r.texts[c.at] = p.fit(c.group(g))
		}
	}
	return r
}

// writeCells writes the cells of a row.
func (p *press) writeCells(out *rowWriter, r *row, at int, formats *rowStyles) {
	for i, c := range p.columns {
		style := c.style(formats, r.severity)
		switch text := r.texts[c.at]; {
		case c.serial != nil:
			n, ok := c.serial(p, r)
			out.number(i, at, style, n, ok)
		case c.numeric && text != "":
			out.decimal(i, at, style, text)
		default:
			out.text(i, at, style, text)
		}
	}
	_, _ = out.WriteString("</row>")
}

// height is what a row needs for all lines of its texts.
func (p *press) height(r *row) float64 {
	most := 1
	for _, c := range p.columns {
		t := r.texts[c.at]
		if wide := p.widths[c.at] - padding; !c.numeric && len(t) > int(wide)/2 {
			most = max(most, lines(t, wide))
		}
	}
	return min(float64(most)*lineHeight+3, maxHeight)
}

// rowWriter writes the rows of a sheet (ECMA-376 part 1, §18.3.1.73 and §18.3.1.4). The bufio.Writer keeps the
// first error for Flush.
type rowWriter struct {
	*bufio.Writer
	names []string
}

// begin opens a row. Its height is a proposal, not the user's own: a program that measures text better than
// we do may mend it.
func (w *rowWriter) begin(at int, height float64, attrs string) {
	_, _ = w.WriteString(`<row r="` + strconv.Itoa(at) + `" ht="` + strconv.FormatFloat(height, 'f', -1, 64) + `"` + attrs + `>`)
}

func (w *rowWriter) cell(column, at, style int, rest string) {
	b := append(append(w.AvailableBuffer(), `<c r="`...), w.names[column]...)
	b = append(strconv.AppendInt(b, int64(at), 10), `" s="`...)
	b = append(append(strconv.AppendInt(b, int64(style), 10), '"'), rest...)
	_, _ = w.Write(b)
}

// text writes a cell that stays text whatever it looks like.
func (w *rowWriter) text(column, at, style int, s string) {
	if s == "" {
		w.cell(column, at, style, "/>")
		return
	}
	w.cell(column, at, style, ` t="inlineStr"><is><t xml:space="preserve">`)
	if s = escapeHex(s); plainXML(s) {
		_, _ = w.WriteString(s)
	} else {
		_ = xml.EscapeText(w, []byte(s))
	}
	_, _ = w.WriteString("</t></is></c>")
}

// number writes a cell with a number, or an empty one.
func (w *rowWriter) number(column, at, style, n int, ok bool) {
	if !ok {
		w.cell(column, at, style, "/>")
		return
	}
	w.decimal(column, at, style, strconv.Itoa(n))
}

// decimal writes a cell with a number as strconv writes it.
func (w *rowWriter) decimal(column, at, style int, n string) {
	w.cell(column, at, style, "><v>"+n+"</v></c>")
}

// plainXML tells that a text stands in XML as it is; most do. 0xef begins the few characters that may not stand there.
func plainXML(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c == '<' || c == '>' || c == '&' || c == '\'' || c == '"' || c == 0xef {
			return false
		}
	}
	return utf8.ValidString(s)
}

// escapeHex keeps text that looks like _x0041_ from being read as the character that Office means by it
// (ECMA-376 part 1, §22.4.2.4).
func escapeHex(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	return regexp.MustCompile(`_(x[0-9A-Fa-f]{4}_)`).ReplaceAllString(s, `_x005F_$1`)
}

// serial is a day as a sheet counts it: from 31 December 1899, and with a 29 February 1900 that never was.
func serial(d nin.Date) (int, bool) {
	if d < nin.MakeDate(1900, 3, 1) || !d.Exists() {
		return 0, false
	}
	return nin.MakeDate(1899, 12, 30).Days(d), true
}

// moment is a minute in Oslo as a sheet counts it; nothing for none.
func moment(t time.Time) string {
	days, ok := serial(audit.Day(t))
	if !ok {
		return ""
	}
	t = t.In(audit.Oslo())
	return strconv.FormatFloat(float64(days)+float64(60*t.Hour()+t.Minute())/(24*60), 'f', -1, 64)
}
