package planted

import "fmt"

// kindPlants are numbers of other kinds: published vectors, or ones that fail the control digits.
func kindPlants() []plant {
	return []plant{
		{"fs, published", 1, seldom, 1, func(b *builder, _ int) { b.otherKind("01565590363", "fs", isFS) }},
		{"fs", 0, some, 0, func(b *builder, _ int) {
			b.otherKind(b.compose(b.Between(1, 28), b.Between(53, 60), b.Between(70, 99), 900, 998, fails), "fs", isFS)
		}},
		{"vigo, documented", 1, seldom, 1, func(b *builder, _ int) { b.otherKind("51030299250", "vigo", isVIGO) }},
		{"vigo", 1, some, 0, func(b *builder, i int) {
			p := b.native(learner)
			month := p.birth.month() + 80*(i%2)
			b.otherKindOf(p, b.compose(p.birth.day()+40, month, p.birth.year(), 990, 998, fails), "vigo", isVIGO)
		}},
		{"h", 1, some, 0, func(b *builder, _ int) {
			p := b.refugee()
			b.otherKindOf(p, b.compose(p.birth.day(), 40+min(p.birth.month(), 10), p.birth.year(), seriesOf(p.birth),
				seriesOf(p.birth)+300, fails), "h", "the shape of a hospital's H-number, or of a Dolly test number")
		}},
		{"fh", 1, seldom, 3, func(b *builder, i int) {
			b.otherKind([]string{"81212121223", "94545456561", "81234567802"}[i], "fh", "an FH-number of the health service")
		}},
		{"nav", 1, some, 0, func(b *builder, _ int) {
			p := b.refugee()
			b.otherKindOf(p, b.compose(p.birth.day(), p.birth.month()+20, p.birth.year(), 100, 899, fails), "nav",
				"NAV's own number: month + 20")
		}},
		{"s, published", 1, seldom, 1, func(b *builder, _ int) { b.admission("15611012370") }},
		{"s", 0, some, 0, func(b *builder, _ int) {
			b.admission(b.compose(b.Between(1, 28), b.Between(53, 60), b.Between(85, 99), 91, 149, fails))
		}},
		{"duf-control", 1, some, 0, func(b *builder, _ int) {
			for {
				// Before 2013 the year reads as a day and a month.
				s := fmt.Sprintf("%d%08d", b.Between(2013, b.options.AsOf.year()), b.Below(100000000))
				if !dufHolds(s) && nobodys(s, 0) && b.take(s) {
					b.badDUF(s, "control", "does not satisfy the control rule that SSB uses")
					return
				}
			}
		}},
		{"duf-year", 1, seldom, 0, func(b *builder, _ int) {
			for {
				s := fmt.Sprintf("%d%08d", b.Between(2093, 2099), b.Below(100000000))
				if dufHolds(s) && nobodys(s, 0) && b.take(s) {
					b.badDUF(s, "future", "the year of the application lies in the future")
					return
				}
			}
		}},
	}
}

const (
	isFS   = "a number that a student system gave out"
	isVIGO = "a number that a county gave out for admission"
)

func (b *builder) otherKind(value, variant, why string) {
	b.otherKindOf(b.native(learner), value, variant, why)
}

func (b *builder) otherKindOf(p *person, value, variant, why string) {
	p.fault(value)
	b.accuse("nin-other-kind", variant, why, b.enter(p))
}

func (b *builder) admission(value string) {
	p := b.native(learner)
	p.fault(value)
	b.accuse("nin-snumber", "", "an S-number from the admissions service", b.enter(p))
}

func (b *builder) badDUF(value, variant, why string) {
	p := b.refugee()
	p.fault(value)
	b.accuse("nin-duf", variant, why, b.enter(p))
}
