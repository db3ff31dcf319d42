package linkage

// Evidence is one field of a comparison: its level, and what that is worth in bits.
type Evidence struct {
	Field, Level string
	Bits         float64
}

// Comparison is two entries held against each other.
type Comparison struct {
	Outcome Outcome
	Fields  []Evidence // fields that are missing in either are left out
	Bits    float64    // of the fields, without the prior
	// What the fields say, for a rule that grades by it.
	GivenEqual    bool // to the letter, but for case, marks and hyphens
	GivenAgrees   bool // one name
	GivenDoubt    bool // one letter apart inside: a slip of the pen, or two names
	GivenMissing  bool
	SurnameAgrees bool
	NoSurname     bool
	BirthEqual    bool
	BirthDiffers  bool // by more than one slip
}

// Compare holds two entries of the set against each other, field by field, whatever their numbers.
func (s *Set) Compare(i, j int) Comparison {
	s.tally()
	x, y := s.member(uint32(i)), s.member(uint32(j))
	a, o := s.compare(&x, &y, true)
	w := s.weigh(&a, &x.item, &y.item)
	c := Comparison{
		Outcome: o, Bits: w.sum(),
		GivenEqual: a.given == equal, GivenAgrees: a.sameGiven(), GivenDoubt: a.given == doubt, GivenMissing: a.given == missing,
		SurnameAgrees: a.swapped || a.surname >= equal && a.surname <= slip, NoSurname: a.surname == missing,
		BirthEqual:   a.birth == equal,
		BirthDiffers: a.birth == two || a.birth == year || a.birth == different,
	}
	add := func(field string, l level, bits float64) {
		if l != missing {
			c.Fields = append(c.Fields, Evidence{field, levelNames[l], bits})
		}
	}
	limit := func(field string, bits float64) {
		if bits != 0 {
			c.Fields = append(c.Fields, Evidence{field, "", bits})
		}
	}
	if a.proven {
		c.Fields = append(c.Fields, Evidence{FieldNumber, "proven", 0})
	}
	if a.swapped {
		c.Fields = append(c.Fields, Evidence{FieldNames, "swapped", w.names})
	} else {
		add(FieldGiven, a.given, w.given)
		add(FieldSurname, a.surname, w.surname)
	}
	limit(FieldCommon, w.common)
	limit(FieldTwins, w.twins)
	add(FieldBirth, a.birth, w.birth)
	add(FieldUnit, a.unit, w.unit)
	if a.mail {
		add(FieldMail, equal, w.mail)
	}
	if a.prior {
		add(FieldPrior, equal, w.prior)
	}
	return c
}

// Compare holds two entries against each other by themselves: nothing is known of how common their names and
// dates are, so typical frequencies hold.
func Compare(m *Model, a, b *Record) Comparison {
	s := NewSet(m)
	s.Add(a)
	s.Add(b)
	return s.Compare(0, 1)
}
