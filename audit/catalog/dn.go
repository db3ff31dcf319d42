package catalog

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"strings"
)

// dnByte reads one byte of a DN (RFC 4514 §2.4) and how many bytes it is written with.
func dnByte(dn []byte) (c byte, width int, escaped bool) {
	if dn[0] != '\\' || len(dn) == 1 {
		return dn[0], 1, false
	}
	if len(dn) > 2 {
		var b [1]byte
		if _, err := hex.Decode(b[:], dn[1:3]); err == nil {
			return b[0], 3, true
		}
	}
	return dn[1], 2, true
}

func isSeparator(c byte) bool { return c == ',' || c == '+' || c == '=' }

// normalDN brings the spellings of one DN to one form: lower case, no spaces around the
// separators, one space for several, one way of escaping. It is for comparing, not for showing.
func normalDN(dn []byte) []byte {
	out := make([]byte, 0, len(dn))
	start := 0 // of the name or value being written
	for len(dn) > 0 {
		c, width, escaped := dnByte(dn)
		dn = dn[width:]
		switch {
		case escaped && (isSeparator(c) || c == '\\' || c == ' '):
			out = fmt.Appendf(out, "\\%02x", c)
		case !escaped && isSeparator(c):
			out = append(trimSpaces(out, start), c)
			start = len(out)
		case c == ' ' && (len(out) == start || out[len(out)-1] == ' '):
		default:
			out = append(out, c)
		}
	}
	return bytes.ToLower(trimSpaces(out, start))
}

func trimSpaces(b []byte, from int) []byte {
	for len(b) > from && b[len(b)-1] == ' ' {
		b = b[:len(b)-1]
	}
	return b
}

// plainDN is a DN as readers see it: hex escapes written as the characters they stand for, others as they
// were. A number must not hide behind an escape that ends in a digit.
func plainDN(dn []byte) string {
	if bytes.IndexByte(dn, '\\') < 0 {
		return clean(dn)
	}
	out := make([]byte, 0, len(dn))
	for len(dn) > 0 {
		c, width, escaped := dnByte(dn)
		if escaped && strings.IndexByte(" #,+=\"\\<>;", c) >= 0 {
			out = append(out, '\\')
		}
		out = append(out, c)
		dn = dn[width:]
	}
	return clean(out)
}

// leadingValue is the value of a DN's first part, as a reader knows it: "Fjordvik skole" of
// ou=Fjordvik skole,ou=units,dc=fjordvik,dc=no.
func leadingValue(dn []byte) string {
	_, dn, _ = bytes.Cut(dn, []byte("="))
	var value []byte
	for len(dn) > 0 {
		c, width, escaped := dnByte(dn)
		if !escaped && (c == ',' || c == '+') {
			break
		}
		value = append(value, c)
		dn = dn[width:]
	}
	return clean(bytes.TrimSpace(value))
}
