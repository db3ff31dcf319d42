package planted

import "fmt"

// exposedPlants are persons whose number stands where it has no business, and dates that
// contradict a number.
func exposedPlants() []plant {
	exposed := func(name string, sample int, why string, put func(p *person)) plant {
		return plant{"exposed " + name, sample, some, 0, func(b *builder, _ int) {
			p := b.anyone()
			put(p)
			b.accuse("nin-exposed", name, why, p)
		}}
	}
	return []plant{
		exposed("uid", 1, "the user name is the number, and so the DN and the principal", func(p *person) {
			p.uid, p.principal = p.nin, p.nin+"@"+realm
		}),
		exposed("uid-and-mail", 0, "the user name and the address are the number", func(p *person) {
			p.uid, p.principal, p.mail = p.nin, p.nin+"@"+realm, p.nin+"@"+realm
		}),
		exposed("mail", 1, "the number is the address's local part", func(p *person) { p.mail = p.nin + "@" + realm }),
		exposed("description", 1, "the number stands in the description", func(p *person) {
			p.descriptions = append(p.descriptions, "fnr "+p.nin+" (kontrollert)")
		}),
		exposed("display", 0, "the number stands behind the name", func(p *person) { p.display += " " + p.nin }),
		exposed("lin", 1, "the number stands in norEduPersonLIN without a scheme", func(p *person) {
			p.lins = append(p.lins, p.nin)
		}),
		{"birth-date", 2, often, 0, func(b *builder, i int) {
			p := b.native(b.anyRole())
			p.birthText = wrongBirth(b, p.birth, i)
			b.accuse("nin-birthdate", "", "norEduPersonBirthDate is another day than the number's", b.enter(p))
		}},
	}
}

// wrongBirth is another date of birth, wrong in the ways in which dates are.
func wrongBirth(b *builder, birth Day, i int) string {
	other := birth
	switch i % 4 {
	case 0: // day and month changed places
		if birth.day() <= 12 && birth.day() != birth.month() {
			other = dayOf(birth.year(), birth.day(), birth.month())
		}
	case 1:
		other = birth.add(b.Between(1, 9))
	case 2: // what somebody writes who does not know
		other = dayOf(birth.year(), 1, 1)
	}
	if other == birth || i%4 == 3 {
		other = dayOf(birth.year()-b.Between(1, 3), birth.month(), min(birth.day(), 28))
	}
	if i%5 == 4 {
		return other.six()
	}
	return fmt.Sprint(other)
}
