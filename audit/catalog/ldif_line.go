package catalog

import (
	"bytes"
	"encoding/base64"
	"strconv"
)

// endLine reads the logical line that has been put together, if there is one.
func (r *ldifReader) endLine() {
	if !r.open {
		return
	}
	r.open = false
	line := r.buffer[r.at:]
	n := descriptionLength(line)
	if n < 0 {
		if !r.isPrompt(line) {
			r.spoil("is no attribute and value")
		}
		return
	}
	name, value := line[:n], r.value(line[n+1:])
	if r.fault != nil {
		return
	}
	switch r.state {
	case nothing:
		r.first(name, value)
	case header:
		r.control(name, value)
	case content:
		r.attribute(name, value)
	case summary:
		r.note(name, value)
	}
}

// value reads what stands after the colon.
func (r *ldifReader) value(v []byte) []byte {
	switch {
	case len(v) > 0 && v[0] == ':':
		text := bytes.Trim(v[1:], " ")
		if len(r.buffer)+base64.StdEncoding.DecodedLen(len(text)) > maxRecord {
			r.spoil("makes the record larger than 64 MiB")
			return nil
		}
		from := len(r.buffer)
		decoded, err := base64.StdEncoding.AppendDecode(r.buffer, text)
		if err != nil {
			r.spoil("is not the base64 it says it is")
			return nil
		}
		r.buffer = decoded
		return decoded[from:]
	case len(v) > 0 && v[0] == '<':
		r.spoil("refers to another file (:<), which is never read")
		return nil
	}
	for len(v) > 0 && v[0] == ' ' {
		v = v[1:]
	}
	return v
}

// first reads the line that says what a record is.
func (r *ldifReader) first(name, value []byte) {
	switch {
	case isDN(name):
		r.state, r.entry.line, r.entry.dn = header, r.start, value
	case bytes.EqualFold(name, []byte("version")):
		if string(value) != "1" {
			r.spoil("is of another version of LDIF than 1")
		}
	case isSummary(name):
		r.state = summary
		r.note(name, value)
	default:
		r.spoil("begins a record, but is no dn")
	}
}

// control reads a line after the DN: controls, then changetype, then attributes. An attribute may
// be named changetype too, in a server's log of changes, but it does not stand here.
func (r *ldifReader) control(name, value []byte) {
	switch {
	case bytes.EqualFold(name, []byte("control")):
	case bytes.EqualFold(name, []byte("changetype")):
		r.state = content
		if !bytes.EqualFold(bytes.TrimRight(value, " "), []byte("add")) {
			r.spoil("changes an entry and is not its content: of change records, only add can be read")
		}
	default:
		r.state = content
		r.attribute(name, value)
	}
}

func (r *ldifReader) attribute(name, value []byte) {
	switch {
	case isDN(name):
		r.spoil("begins another record without a blank line before it")
	case len(r.entry.attrs) == maxAttributes:
		r.spoil("is one value more than can be read of a record")
	default:
		r.entry.attrs = append(r.entry.attrs, attribute{name, value})
	}
}

// isDN tells the name of the line that begins an entry.
func isDN(name []byte) bool { return len(name) == 2 && bytes.EqualFold(name, []byte("dn")) }

// isPrompt tells the line in which ldapsearch -E pr=500 asks for the next page. It asks on
// standard output, in the midst of the export: right after a summary, or right before the next
// entry.
func (r *ldifReader) isPrompt(line []byte) bool {
	return (r.state == nothing || r.state == summary) &&
		bytes.HasPrefix(line, []byte("Press [size] Enter for the next"))
}

// isSummary tells the lines with which ldapsearch begins what is no entry: a result, or a
// reference to another server.
func isSummary(name []byte) bool {
	return bytes.EqualFold(name, []byte("search")) || bytes.EqualFold(name, []byte("result")) ||
		bytes.EqualFold(name, []byte("ref"))
}

// note reads a line of ldapsearch's summary: "result: 4 Size limit exceeded", "pagedresults:
// cookie=…".
func (r *ldifReader) note(name, value []byte) {
	switch {
	case bytes.EqualFold(name, []byte("result")):
		code, _, _ := bytes.Cut(value, []byte(" "))
		n, err := strconv.ParseUint(string(code), 10, 16)
		if err != nil {
			r.spoil("is no result code")
			return
		}
		r.result, r.cookie = int(n), false
	case bytes.EqualFold(name, []byte("pagedresults")):
		_, cookie, _ := bytes.Cut(value, []byte("cookie="))
		r.cookie = len(cookie) > 0
	}
}

// descriptionLength is where an attribute description ends and its colon stands; -1 where line is none.
func descriptionLength(line []byte) int {
	for i, c := range line {
		if !describes[c] {
			if c == ':' && i > 0 {
				return i
			}
			return -1
		}
	}
	return -1
}

// describes tells the characters of an attribute description: those of RFC 4512 §2.5, of AD's ranges (";range=0-*") and the
// underscore.
var describes = func() (table [256]bool) {
	for _, c := range []byte("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-;._=*") {
		table[c] = true
	}
	return table
}()
