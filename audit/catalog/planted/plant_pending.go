package planted

import "time"

// pendingPlants are persons without a number, or with a DUF number only.
func pendingPlants() []plant {
	return []plant{
		{"pending, overdue", 3, often, 0, func(b *builder, _ int) { b.without(b.enter(b.refugee()), b.Between(91, 700)) }},
		{"pending, due", 2, often, 0, func(b *builder, _ int) { b.without(b.enter(b.refugee()), b.Between(31, 90)) }},
		{"pending, waiting", 2, often, 0, func(b *builder, _ int) { b.without(b.enter(b.refugee()), b.Between(0, 30)) }},
		{"pending, edge", 0, seldom, 0, func(b *builder, i int) {
			b.without(b.enter(b.refugee()), []int{30, 31, 90, 91}[i%4])
		}},
		{"pending, local number", 1, some, 0, func(b *builder, i int) {
			p := b.enter(b.refugee())
			b.local(p, i)
			b.without(p, b.Between(20, 200))
		}},
		{"pending, midnight", 0, seldom, 0, func(b *builder, _ int) {
			p := b.enter(b.refugee())
			p.created = b.options.AsOf.add(-31).noon().Add(11*time.Hour + 30*time.Minute)
			b.accuseAs("waiting", "pending-number", "midnight", "created at 23.30 UTC, which is the next day in Norway", p)
		}},
		{"pending, undated", 0, seldom, 0, func(b *builder, _ int) {
			if b.options.Dated {
				return
			}
			p := b.enter(b.refugee())
			p.created = time.Time{}
			b.accuseAs("waiting", "pending-number", "undated", "no number, and nobody knows since when", p)
		}},
		{"pending, twins", 1, seldom, 0, func(b *builder, _ int) {
			p := b.enter(b.refugee())
			q := b.enter(b.twin(p))
			days := b.Between(5, 25)
			b.without(p, days)
			b.without(q, days)
			q.created = p.created
		}},
		{"pending-duf, old", 2, seldom, 3, func(b *builder, i int) {
			b.asylum([]string{"201017238203", "200900595509", "200205705502"}[i], []int{420, 181, 260}[i])
		}},
		{"pending-duf, recent", 1, seldom, 3, func(b *builder, i int) {
			b.asylum([]string{"200816832910", "200112345609", "199201426900"}[i], []int{44, 180, 12}[i])
		}},
	}
}

// without leaves a person without a number since so many days.
func (b *builder) without(p *person, days int) {
	p.fault("")
	p.created = b.ago(days)
	switch {
	case days <= 30:
		b.accuseAs("waiting", "pending-number", "waiting", "no number yet, within the limit", p)
	case days <= 90:
		b.accuseAs("warning", "pending-number", "due", "no number for more than 30 days", p)
	default:
		b.accuseAs("error", "pending-number", "overdue", "no number for more than 90 days", p)
	}
}

// asylum plants somebody with a published DUF number only, since so many days.
func (b *builder) asylum(value string, days int) {
	p := b.enter(b.refugee())
	p.fault(value)
	p.created = b.ago(days)
	if days <= 180 {
		b.accuseAs("waiting", "pending-duf", "waiting", "only a DUF number yet, within the limit", p)
		return
	}
	b.accuse("pending-duf", "overdue", "only a DUF number for more than 180 days", p)
}

// local gives the person a local number where local numbers belong.
func (b *builder) local(p *person, i int) {
	switch i % 3 {
	case 0:
		p.lins = append(p.lins, realm+":fin:"+b.compose(b.Between(41, 68), b.Between(81, 92), b.Between(0, 12), 990, 998, fails))
	case 1:
		p.lins = append(p.lins, realm+":localnin:"+b.employeeNumber())
	case 2:
		p.lins = append(p.lins, realm+":localnin:F-"+b.uuid()[:8])
	}
}
