package catalog

import (
	"bytes"
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
		u = &audit.Unit{DN: plainDN(dn), Name: leadingValue(dn), Met: audit.Met(len(t.byDN) + 1)}
		t.byDN[string(normal)] = u
	}
	if len(t.bySpelling) < maxSpellings {
		t.bySpelling[string(dn)] = u
	}
	return u
}

// maxUnits is how many units of a person are kept.
const maxUnits = 50

// place notes the person's units, the primary one first.
func (m *mapper) place() {
	var last []byte
	for _, f := range [...]field{primaryUnit, orgUnit} {
		for _, dn := range m.values[f] {
			if len(m.made.Units) == maxUnits {
				return
			}
			if bytes.Equal(dn, last) {
				continue // most have one unit, which is the primary one
			}
			last = dn
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
	u.DN = plainDN(e.dn)
	for _, f := range [...]field{displayName, unitName, commonName} {
		if name := clean(m.first(f)); name != "" {
			u.Name = name
			break
		}
	}
	u.Number = clean(m.first(unitNumber))
}
