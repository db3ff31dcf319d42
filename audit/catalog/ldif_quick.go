package catalog

import "bytes"

// quick reads the next record where all of it stands in the read buffer and nothing about it is unusual, as with nearly all:
// a DN and lines of attributes, which may be folded, and comments. What it makes is what readRecord makes, but that most
// names and values are views into the read buffer itself. Of any other record it takes nothing, and says no.
func (r *ldifReader) quick() bool {
	r.reset()
	window, _ := r.src.Peek(r.src.Buffered())
	rest, lines, e := window, r.line, &r.entry
	for {
		end := bytes.IndexByte(rest, '\n')
		if end < 0 {
			return false
		}
		line := trimReturns(rest[:end], 0)
		rest = rest[end+1:]
		lines++
		begins := lines
		switch {
		case len(line) == 0 && e.line == 0:
			return false
		case len(line) == 0:
			r.isLDIF, r.line = true, lines
			_, _ = r.src.Discard(len(window) - len(rest)) // they are there
			return true
		case len(rest) > 0 && rest[0] == ' ':
			folded := 0
			if line, folded = r.unfold(line, rest); folded < 0 {
				return false
			}
			lines += bytes.Count(rest[:folded], []byte("\n"))
			rest = rest[folded:]
		}
		if line[0] == '#' {
			continue
		}
		n := descriptionLength(line)
		if n < 0 {
			return false
		}
		name, value := line[:n], r.value(line[n+1:])
		switch dn := isDN(name); {
		case r.fault != nil:
			return false // it will be found again
		case dn && e.line == 0:
			e.line, e.dn = begins, value
		case dn, e.line == 0, len(e.attrs) == 0 && isControl(name):
			return false
		default:
			e.attrs = append(e.attrs, attribute{name, value})
		}
	}
}

// isControl tells the lines that may stand between a DN and the attributes.
func isControl(name []byte) bool {
	return bytes.EqualFold(name, []byte("control")) || bytes.EqualFold(name, []byte("changetype"))
}

// unfold puts a line and those that go on with it, with which rest begins, into one, and tells how many bytes of rest they
// take; fewer than 0 where one of them does not end in it.
func (r *ldifReader) unfold(line, rest []byte) ([]byte, int) {
	at, taken := len(r.buffer), 0
	r.buffer = append(r.buffer, line...)
	for taken < len(rest) && rest[taken] == ' ' {
		end := bytes.IndexByte(rest[taken:], '\n')
		if end < 0 {
			return nil, -1
		}
		r.buffer = append(r.buffer, trimReturns(rest[taken+1:taken+end], 0)...)
		taken += end + 1
	}
	return r.buffer[at:], taken
}
