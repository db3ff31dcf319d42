package planted

import "ninaudit/audit/chance"

// hiddenUnit enters a whole unit whose numbers an access rule hides.
func (b *builder) hiddenUnit() {
	for range 32 {
		p := b.someone(chance.Pick(b.Source, []role{pupil, pupil, teacher}))
		p.unit = b.town.choir
		b.without(b.enter(p), b.Between(35, 900))
	}
}

// eatZeros makes the import of pupils one through a spreadsheet, which ate the leading zero of
// each number.
func (b *builder) eatZeros(ordinary []*person) {
	for _, p := range ordinary {
		if p.role == pupil && p.nin[0] == '0' {
			b.malformed(p, p.nin[1:], "lost-zero", "the import ate the leading zero of every number")
		}
	}
}
