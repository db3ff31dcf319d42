package reports

import (
	"bytes"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// rowWriter writes the rows of a sheet (ECMA-376 part 1, §18.3.1.73 and §18.3.1.4), and keeps the first error for flush.
type rowWriter struct {
	to    io.Writer
	names []string // of the columns
	at    []byte   // the row's number
	buf   []byte   // what is not written yet
	err   error
}

// mostHeld is how many bytes of rows are written at once.
const mostHeld = 1 << 16

// newRowWriter writes rows of so many columns.
func newRowWriter(to io.Writer, columns int) *rowWriter {
	w := &rowWriter{to: to}
	for i := range columns {
		w.names = append(w.names, columnName(i+1))
	}
	return w
}

// begin opens a row. Its height is a proposal, not the user's own: a program that measures text better than
// we do may mend it.
func (w *rowWriter) begin(at int, height float64, attrs string) {
	w.at = strconv.AppendInt(w.at[:0], int64(at), 10)
	b := append(append(w.buf, `<row r="`...), w.at...)
	b = strconv.AppendFloat(append(b, `" ht="`...), height, 'f', -1, 64)
	w.buf = append(append(append(b, '"'), attrs...), '>')
}

// end closes the row.
func (w *rowWriter) end() {
	if w.buf = append(w.buf, "</row>"...); len(w.buf) >= mostHeld {
		_ = w.flush()
	}
}

// flush writes what is held.
func (w *rowWriter) flush() error {
	if w.err == nil {
		_, w.err = w.to.Write(w.buf)
	}
	w.buf = w.buf[:0]
	return w.err
}

func (w *rowWriter) cell(column, style int, rest string) {
	b := append(append(w.buf, `<c r="`...), w.names[column]...)
	b = append(append(b, w.at...), `" s="`...)
	b = append(strconv.AppendInt(b, int64(style), 10), '"')
	w.buf = append(b, rest...)
}

// text writes a cell that stays text whatever it looks like.
func (w *rowWriter) text(column, style int, s string) {
	switch {
	case s == "":
		w.cell(column, style, "/>")
		return
	case isBlank(s[0]) || isBlank(s[len(s)-1]): // which a reader may take off else
		w.cell(column, style, ` t="inlineStr"><is><t xml:space="preserve">`)
	default:
		w.cell(column, style, ` t="inlineStr"><is><t>`)
	}
	if plainXML(s) {
		w.buf = append(w.buf, s...)
	} else {
		b := bytes.NewBuffer(w.buf)
		_ = xml.EscapeText(b, []byte(escapeHex(s)))
		w.buf = b.Bytes()
	}
	w.buf = append(w.buf, "</t></is></c>"...)
}

// number writes a cell with a number, or an empty one.
func (w *rowWriter) number(column, style, n int, ok bool) {
	if !ok {
		w.cell(column, style, "/>")
		return
	}
	w.cell(column, style, "><v>")
	w.buf = append(strconv.AppendInt(w.buf, int64(n), 10), "</v></c>"...)
}

// decimal writes a cell with a number as strconv writes it.
func (w *rowWriter) decimal(column, style int, n string) {
	w.cell(column, style, "><v>")
	w.buf = append(append(w.buf, n...), "</v></c>"...)
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// plainXML tells that a text stands in XML as it is; most do. 0xef begins the few characters that may not stand there,
// and _x what Office takes for one.
func plainXML(s string) bool {
	ascii := true
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < ' ' && c != '\n', c == '<', c == '>', c == '&', c == 0xef, c == 'x' && i > 0 && s[i-1] == '_':
			return false
		case c >= utf8.RuneSelf:
			ascii = false
		}
	}
	return ascii || utf8.ValidString(s)
}

// escapeHex keeps text that looks like _x0041_ from being read as the character that Office means by it
// (ECMA-376 part 1, §22.4.2.4): the underscore in front is written so itself.
func escapeHex(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if b.WriteByte(s[i]); hexAt(s[i:]) {
			b.WriteString("x005F_")
		}
	}
	return b.String()
}

// hexAt tells that a text begins with such a character.
func hexAt(s string) bool {
	if len(s) < len("_x0041_") || s[0] != '_' || s[1] != 'x' || s[6] != '_' {
		return false
	}
	_, err := strconv.ParseUint(s[2:6], 16, 16)
	return err == nil
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
