package catalog

import (
	"fmt"
	"strings"
)

// lack is what an audit lacks where none of some attributes is readable.
type lack struct {
	fields []field
	costs  string
}

func lacks() []lack {
	return []lack{
		{[]field{number}, "the catalog would count as incomplete, and who is without a number would not be judged; " +
			"give the reader access to it"},
		{[]field{createTimestamp, whenCreated}, "how long somebody has waited for a number can not be reckoned"},
		{[]field{principal}, "findings can not name the account"},
		{[]field{entryUUID, objectGUID, nsUniqueID}, "an entry that is renamed will look like a new one"},
		{[]field{birthDate}, "birth dates are not compared, and whether one number stands on one person or on two is " +
			"decided by names alone"},
		{[]field{displayName, commonName, givenName, surname}, "whether one number stands on one person or on two is " +
			"decided by birth dates alone"},
	}
}

// Warnings says in plain words what an audit of the catalog would lack, and what is not safe about reading it.
func (p *Probe) Warnings() []string {
	var out []string
	if !p.Encrypted {
		out = append(out, "the catalog is read in plain text: whoever listens on the way reads every number; "+
			"use ldaps:// or start_tls: true")
	}
	if p.Paging == PagingMissing {
		out = append(out, "the server does not offer results in pages: an audit would end incomplete")
	}
	if p.UnitsErr != nil {
		out = append(out, fmt.Sprintf("units can not be read, and schools are called by their DN: %v", p.UnitsErr))
	}
	if p.Entries == 0 {
		return append(out, "no person is seen: check base, filter and the reader's access")
	}
	for _, l := range lacks() {
		if names, readable := p.readable(l.fields); !readable {
			out = append(out, fmt.Sprintf("no %s is readable: %s", orNames(names), l.costs))
		}
	}
	return out
}

// Blind tells that of the persons seen nobody's number was readable: an audit would end incomplete.
func (p *Probe) Blind() bool {
	_, readable := p.readable([]field{number})
	return p.Entries > 0 && !readable
}

// readable tells whether any of some fields was readable, and what they are called.
func (p *Probe) readable(fields []field) (names []string, readable bool) {
	for _, f := range fields {
		names = append(names, p.names[f])
		for _, r := range p.Attributes {
			readable = readable || r.Entries > 0 && strings.EqualFold(r.Attribute, p.names[f])
		}
	}
	return names, readable
}

// orNames writes "a, b or c".
func orNames(names []string) string {
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + " or " + names[last]
}
