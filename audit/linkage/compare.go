package linkage

import "ninaudit/audit/linkage/names"

// level is how well one field of two entries agrees.
type level uint8

const (
	missing level = iota
	equal
	variant
	part
	slip
	alike // one letter, but both may be names: twins are called so
	doubt // likewise, and it may be one person's name: a letter inside, other marks, Anna and Hanna
	turned
	near
	two
	similar
	year
	different
)

var levelNames = [...]string{"missing", "equal", "variant", "part", "slip", "near", "near", "swapped", "near", "two", "similar", "year", "different"}

// agreement is how two entries compare, field by field.
type agreement struct {
	given, surname, birth level
	unit                  level
	swapped, mail, prior  bool
	proven                bool
}

// Outcome is what a comparison comes to, whatever its weight.
type Outcome uint8

const (
	Open    Outcome = iota // the weight decides
	Veto                   // two valid fødselsnummer that differ, or one number: not for linkage to say
	Twins                  // given names that are not one name: twins, siblings, anybody
	Born                   // birth dates that no slip explains: father and son, namesakes
	Bare                   // names alone, or a given name and a date: never enough
	Certain                // on the list of old and new numbers
)

// sameGiven tells whether the given names are ways of writing one name.
func (a *agreement) sameGiven() bool { return a.swapped || a.given >= equal && a.given <= slip }

// outcome says whether the weight may decide.
func (s *Set) outcome(a *agreement, x, y *item) Outcome {
	renamed := (a.surname == different || a.surname == missing) && !a.swapped
	undated := a.birth == missing
	switch {
	case a.proven:
		return Certain
	case x.number != 0 && x.number == y.number || x.fixed && y.fixed:
		return Veto
	case !a.sameGiven():
		return Twins
	case a.birth == year || a.birth == different:
		return Born
	case (undated || renamed) && !a.prior && (!a.mail || undated && renamed || s.mailboxes[x.mail].all > 2):
		return Bare // an address makes up for one of the two, unless it is a mailbox of many
	}
	return Open
}

// compare compares two entries; it is symmetric. Where the given names settle it, nothing else is looked at,
// unless all is asked for.
func (s *Set) compare(x, y *member, all bool) (a agreement, o Outcome) {
	a.proven = s.proven != nil && s.isProven(x.number, y.number)
	a.given = s.givenLevel(x, y, all)
	a.swapped = a.given > part && x.whole != 0 && x.whole == y.whole
	if !all && !a.sameGiven() && !a.proven {
		return a, Twins
	}
	a.birth = bornLevel(x, y)
	if !all && !a.proven && (a.birth == year || a.birth == different) {
		return a, s.outcome(&a, &x.item, &y.item)
	}
	a.surname = s.surnameLevel(x.surname, y.surname)
	if a.sameGiven() && !a.swapped && s.twoNames(&a, &x.item, &y.item) || all && a.given == alike && s.letterInside(&x.item, &y.item) {
		a.given = doubt
	}
	a.swapped = a.swapped || a.surname > part && x.whole != 0 && x.whole == y.whole
	switch {
	case x.unit == 0 || y.unit == 0:
	case x.unit == y.unit:
		a.unit = equal
	default:
		a.unit = different
	}
	a.mail = x.mail != 0 && x.mail == y.mail
	a.prior = s.hasEarlier(x.row, y.principal) || s.hasEarlier(y.row, x.principal)
	return a, s.outcome(&a, &x.item, &y.item)
}

// twoNames tells whether given names that are read as one may be two all the same: their marks differ, or they are one
// name in one language and two in another, Anna and Hanna, and the surnames are no documents of two languages.
func (s *Set) twoNames(a *agreement, x, y *item) bool {
	if x.marks != y.marks && names.MarksDiffer(s.marks[x.marks], s.marks[y.marks], x.tones, y.tones) {
		return true
	}
	m, n := s.given.names[x.given], s.given.names[y.given]
	if a.given != variant || !m.torn || !n.torn || m.key == n.key && !names.Doubled(m.text, n.text) {
		return false
	}
	p, q := s.surname.names[x.surname], s.surname.names[y.surname]
	return a.surname != variant || p.key != q.key || names.Doubled(p.text, q.text)
}

// letterInside tells whether one letter inside a part of the given names is all that differs.
func (s *Set) letterInside(x, y *item) bool {
	return names.Slip(s.given.names[x.given].text, s.given.names[y.given].text)
}

func (s *Set) hasEarlier(row uint32, principal uint64) bool {
	for _, h := range s.earlier[row] {
		if principal != 0 && h == principal {
			return true
		}
	}
	return false
}
