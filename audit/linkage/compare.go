package linkage

import (
	"ninaudit/audit/linkage/names"
	"ninaudit/audit/nin"
)

// level is how well one field of two entries agrees.
type level uint8

const (
	missing level = iota
	equal
	variant
	part
	slip
	doubt // one letter, but both may be names: twins are called so
	turned
	near
	two
	similar
	year
	different
)

var levelNames = [...]string{"missing", "equal", "variant", "part", "slip", "near", "swapped", "near", "two", "similar", "year", "different"}

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
func (s *Set) compare(i, j uint32, all bool) (a agreement, o Outcome) {
	x, y := &s.items[i], &s.items[j]
	a.proven = s.proven != nil && s.proven[pairOf(x.number, y.number)]
	a.given = s.givenLevel(x, y, all)
	a.swapped = a.given > part && x.whole != 0 && x.whole == y.whole
	if !all && !a.sameGiven() && !a.proven {
		return a, Twins
	}
	a.birth = birthLevel(x.birth, y.birth)
	if !all && !a.proven && (a.birth == year || a.birth == different) {
		return a, s.outcome(&a, x, y)
	}
	a.surname = s.surnameLevel(x, y)
	if a.given == variant && a.surname == equal && s.torn(x, y) {
		a.given = doubt // Anna and Hanna: one person's documents, if the surnames differ as well; or twins
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
	a.prior = s.hasEarlier(i, y.principal) || s.hasEarlier(j, x.principal)
	return a, s.outcome(&a, x, y)
}

// torn tells whether two given names meet in a form only, and one that is two names in some language.
func (s *Set) torn(x, y *item) bool {
	m, n := &s.given.names[x.given], &s.given.names[y.given]
	return m.torn && n.torn && m.key != n.key
}

func (s *Set) hasEarlier(row uint32, principal uint64) bool {
	for _, h := range s.earlier[row] {
		if principal != 0 && h == principal {
			return true
		}
	}
	return false
}

// givenLevel compares given names. Names that are two persons' are told apart no further, unless all is asked for.
func (s *Set) givenLevel(x, y *item, all bool) level {
	if x.given == 0 || y.given == 0 {
		return missing
	}
	if x.given == y.given {
		return equal
	}
	m, n := &s.given.names[x.given], &s.given.names[y.given]
	switch {
	case m.form == n.form, m.joined == n.joined:
		return variant
	case (len(m.forms) > 1 || len(n.forms) > 1) && subset(m.forms, n.forms):
		return part
	case (len(m.forms) > 1 || len(n.forms) > 1) && share(m.forms, n.forms) && names.SameGiven(m.text, n.text):
		return part
	case !nearly(m.text, n.text):
		return different
	case s.isSlip(m, n):
		return slip
	case all && names.Slip(m.text, n.text):
		return doubt
	}
	return different
}

// rarer is how much rarer than a name its slip has to be where it is met more than once. shortName is how many letters
// a name has to have for its slip to be told where nobody else in the catalog bears it: of short ones too many are
// names somewhere.
const (
	rarer     = 10
	shortName = 4
)

// isSlip tells whether one part of a given name was misspelled: one slip that is no gender ending, between a part
// that others bear, here or as far as is known, and one that nobody bears. In a small catalog a name may have one
// bearer. Where a name has many, a like slip may come twice.
func (s *Set) isSlip(m, n *name) bool {
	if len(m.words) != len(n.words) {
		return false
	}
	at := -1
	for i := range m.words {
		if m.words[i] != n.words[i] {
			if at >= 0 {
				return false
			}
			at = i
		}
	}
	if at < 0 {
		return false
	}
	name, slipped := &s.words[m.words[at]], &s.words[n.words[at]]
	if slipped.known || !name.known && slipped.count.all > name.count.all {
		name, slipped = slipped, name
	}
	borne := name.count.all > 1 || name.known && len(name.text) >= shortName
	rare := slipped.count.all == 1 || slipped.count.all*rarer <= name.count.all
	return borne && rare && !slipped.known && names.OneSlip(name.text, slipped.text) && !names.GenderForms(name.text, slipped.text)
}

func (s *Set) surnameLevel(x, y *item) level {
	if x.surname == 0 || y.surname == 0 {
		return missing
	}
	if x.surname == y.surname {
		return equal
	}
	m, n := &s.surname.names[x.surname], &s.surname.names[y.surname]
	switch {
	case m.form == n.form || m.base == n.base:
		return variant
	case (len(m.bases) > 1 || len(n.bases) > 1) && subset(m.bases, n.bases):
		return part
	case m.skeleton == n.skeleton && names.SameSurname(m.text, n.text):
		return variant
	case nearly(m.text, n.text) && names.OneSlip(m.text, n.text):
		if few, many := min(m.count.all, n.count.all), max(m.count.all, n.count.all); few == 1 || few*rarer <= many {
			return slip
		}
		if min(len(m.text), len(n.text)) >= shortName {
			return near
		}
	case m.skeleton == n.skeleton && m.consonants >= 3:
		return similar
	case min(m.count.all, n.count.all) == 1 && m.pattern.JaroWinkler(n.text) >= .82:
		return similar // Shevchenko and Shevchuk, whom others bear, are two names
	}
	return different
}

// birthLevel compares the digits of two birth dates, which need not be days that exist.
func birthLevel(a, b nin.Date) level {
	switch {
	case a == 0 || b == 0:
		return missing
	case a.SameDay(b):
		return equal
	case names.DateSwapped(a, b):
		return turned
	}
	distance := differing(a, b)
	if distance > 1 && distance < 5 { // neighbours that changed places are one slip
		distance = names.DateDistance(a, b)
	}
	switch {
	case distance == 1 && unknownDay(a) && a%10000 == b%10000:
		return two // the first of January of two years: not a slip, but two unknown dates
	case distance == 1, names.NextDate(a, b):
		return near
	case distance == 2:
		return two
	case a.Year()%100 == b.Year()%100:
		return year
	}
	return different
}

// differing is how many digits of two dates differ, place by place; the century counts where both know it.
func differing(a, b nin.Date) (n int) {
	if !a.KnowsCentury() || !b.KnowsCentury() {
		a, b = a%1_000_000, b%1_000_000
	}
	for ; a != b; a, b = a/10, b/10 {
		if a%10 != b%10 {
			n++
		}
	}
	return n
}

// nearly tells whether two names have so much in common at both ends that one letter may be all that differs. It
// is there to spare the closer look.
func nearly(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 2 {
		return false
	}
	front, back := 0, 0
	for front < len(a) && a[front] == b[front] {
		front++
	}
	for back < len(a)-front && a[len(a)-1-back] == b[len(b)-1-back] {
		back++
	}
	return front+back >= len(b)-4
}

// EasyDate tells the days on which unknown birth dates are registered: the first of January and July, the last
// of December, and day and month of one number. Many share them, and an agreement says little.
func EasyDate(d nin.Date) bool { return unknownDay(d) || d.Day() == d.Month() }

// unknownDay tells the days that stand for a day that nobody knows.
func unknownDay(d nin.Date) bool {
	md := d.Month()*100 + d.Day()
	return md == 101 || md == 701 || md == 1231
}

// subset tells whether one of two sorted lists is contained in the other, and neither is empty.
func subset(a, b []uint32) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	j := 0
	for _, v := range a {
		for j < len(b) && b[j] < v {
			j++
		}
		if j == len(b) || b[j] != v {
			return false
		}
		j++
	}
	return len(a) > 0
}

// share tells whether two sorted lists have a member in common.
func share(a, b []uint32) bool {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			return true
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return false
}
