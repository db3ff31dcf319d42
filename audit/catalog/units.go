package catalog

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"slices"

	"ninaudit/audit"
)

// maxSpellings is how many spellings of units' DNs are kept, so that most are met without being
// worked out.
const maxSpellings = 1 << 14

// units is the table of a catalog's units. Persons and unit entries spell a DN each in their own
// way.
type units struct {
	byDN       map[string]*audit.Unit // by the DN's normal form
	bySpelling map[string]*audit.Unit // by the DN as written
}

// get finds the unit of a DN, or notes a new one that is called by the leading part of its DN.
func (t *units) get(dn []byte) *audit.Unit {
	dn = cut(dn, maxText)
	if u, ok := t.bySpelling[string(dn)]; ok {
		return u
	}
	normal := normalDN(dn)
	u, ok := t.byDN[string(normal)]
	if !ok {
		u = &audit.Unit{DN: clean(dn), Name: leadingValue(dn)}
		t.byDN[string(normal)] = u
	}
	if len(t.bySpelling) < maxSpellings {
		t.bySpelling[string(dn)] = u
	}
	return u
}

// place notes the person's units, the primary one first.
func (m *mapper) place() {
	for _, f := range [...]field{primaryUnit, orgUnit} {
		for _, dn := range m.values[f] {
			if u := m.units.get(dn); !slices.Contains(m.made.Units, u) {
				m.made.Units = append(m.made.Units, u)
			}
		}
	}
}

// unit notes what a norEduOrgUnit entry says of a unit that persons point to, before or after it.
func (m *mapper) unit(e *entry) {
	m.collect(e)
	m.buildUnit(e)
}

// buildUnit makes a unit of what collect collected. Its own spelling of its DN counts before those
// of persons.
func (m *mapper) buildUnit(e *entry) {
	u := m.units.get(e.dn)
	u.DN = clean(e.dn)
	for _, f := range [...]field{displayName, unitName, commonName} {
		if name := clean(m.first(f)); name != "" {
			u.Name = name
			break
		}
	}
	u.Number = clean(m.first(unitNumber))
}

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
