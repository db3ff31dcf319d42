package reports

import (
	"io"

	"github.com/xuri/excelize/v2"
)

// lineHeight is the height of one line of text in points; maxHeight is what a row can have at most.
const (
	lineHeight = 15.0
	maxHeight  = excelize.MaxRowHeight
)

// write puts rows from up to to (of all rows of all findings sheets) into the part of their sheet.
func (p *press) write(w io.Writer, from, to int) error {
	out := newRowWriter(w, len(p.columns))
	i := 0
	for e := range p.tally.entries() {
		if i >= from && i < to {
			if err := p.writeEntry(out, e, i-from+2); err != nil {
				return err
			}
		}
		i++
	}
	return out.flush()
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
		out.end()
		return nil
	case groupLine:
		r := p.groupRow(p.tally.groups[e.group])
		out.begin(at, p.height(r), collapsed)
		p.writeCells(out, r, &p.styles.many)
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
	p.writeCells(out, r, p.styles.of(r))
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
func (p *press) writeCells(out *rowWriter, r *row, formats *rowStyles) {
	for i, c := range p.columns {
		style := c.style(formats, r.severity)
		switch text := r.texts[c.at]; {
		case c.serial != nil:
			n, ok := c.serial(p, r)
			out.number(i, style, n, ok)
		case c.numeric && text != "":
			out.decimal(i, style, text)
		default:
			out.text(i, style, text)
		}
	}
	out.end()
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
