package rules

import (
	"math"
	"strings"

	"ninaudit/audit"
	"ninaudit/audit/linkage"
)

// likeness is how two entries that share a number compare, without the number.
type likeness uint8

const (
	different likeness = iota // two persons
	unclear                   // too little to compare, or signs both ways
	renamed                   // one person who changed surname, by the looks of it
	same                      // one person
)

// compare grades linkage's comparison of two entries on one number. It is careful both ways. Twins and siblings
// differ in the given name only, so that has to be one name, and a letter inside it leaves the case open. Names
// that agree while the birth dates do not may be father and son: open too. So is a changed surname, unless the
// rest agrees to the letter on a date that is a birth date by the looks of it.
func compare(a, b *audit.Person) (likeness, linkage.Comparison) {
	x, y := record(a), record(b)
	c := linkage.Compare(linkage.Shipped(), &x, &y)
	switch {
	case c.GivenMissing && c.NoSurname:
		return unclear, c
	case c.GivenMissing:
		return halfNamed(&c, a.Given+b.Given == ""), c
	case c.NoSurname:
		return halfNamed(&c, a.Surname+b.Surname == ""), c
	case c.GivenAgrees && c.SurnameAgrees && c.BirthDiffers:
		return unclear, c
	case c.GivenAgrees && c.SurnameAgrees:
		return same, c
	case c.GivenEqual && c.BirthEqual && !linkage.EasyDate(a.Birth):
		return renamed, c
	case c.GivenAgrees && !c.BirthDiffers:
		return unclear, c
	case c.SurnameAgrees && c.GivenDoubt && !c.BirthDiffers:
		return unclear, c
	}
	return different, c
}

// halfNamed compares entries of which at least one has a given name or a surname only: in both, it may be the
// whole name of one person.
func halfNamed(c *linkage.Comparison, both bool) likeness {
	agrees := c.GivenAgrees || c.SurnameAgrees
	switch {
	case agrees && both && c.BirthEqual:
		return same
	case agrees && !c.BirthDiffers:
		return unclear
	}
	return different
}

// record is what linkage compares of a person. Where the entry has neither given name nor surname, the displayed
// name serves.
func record(p *audit.Person) linkage.Record {
	r := linkage.Record{
		Given: p.Given, Surname: p.Surname, Birth: p.Birth, Number: p.NIN, Principal: p.Principal, Prior: p.Prior, Mail: p.Mail,
	}
	if r.Given == "" && r.Surname == "" {
		if parts := strings.Fields(p.Display); len(parts) > 0 {
			r.Given, r.Surname = strings.Join(parts[:len(parts)-1], " "), parts[len(parts)-1]
		}
	}
	if len(p.Units) > 0 {
		r.Unit = p.Units[0].DN
	}
	return r
}

// evidence is a comparison as a reader sees it. Of a birth date and a number only the level is told.
func evidence(a, b *audit.Person, c *linkage.Comparison) []audit.Evidence {
	out := make([]audit.Evidence, 0, len(c.Fields))
	for _, f := range c.Fields {
		e := audit.Evidence{Field: f.Field, Level: f.Level, Bits: hundredths(f.Bits)}
		switch f.Field {
		case linkage.FieldGiven:
			e.A, e.B = a.Given, b.Given
		case linkage.FieldSurname:
			e.A, e.B = a.Surname, b.Surname
		case linkage.FieldNames:
			e.A, e.B = a.Given+" | "+a.Surname, b.Given+" | "+b.Surname
		case linkage.FieldMail:
			e.A, e.B = a.Mail, b.Mail
		case linkage.FieldUnit:
			e.A, e.B = unitName(a), unitName(b)
		case linkage.FieldPrior:
			e.A, e.B = strings.Join(append([]string{a.Principal}, a.Prior...), ", "), strings.Join(append([]string{b.Principal}, b.Prior...), ", ")
		}
		out = append(out, e)
	}
	return out
}

// hundredths rounds: what is kept for years is to hold no long runs of digits, which might be a number's.
func hundredths(x float64) float64 { return math.Round(x*100) / 100 }

func unitName(p *audit.Person) string {
	if len(p.Units) == 0 {
		return ""
	}
	return p.Units[0].Name
}
