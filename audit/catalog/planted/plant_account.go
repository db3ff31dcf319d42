package planted

import "ninaudit/audit/chance"

// accountPlants are entries that do not stand for an active person. They come first, so that the
// user names that tell them apart are free.
func accountPlants() []plant {
	return []plant{
		{"test user", 3, some, 0, func(b *builder, i int) {
			p := b.aside(testAccount, chance.Pick(b.Source, []string{"testelev", "testlaerer", "test.feide"}), "Test", "Testesen")
			switch i % 4 {
			case 0:
				p.fault("12345678901")
			case 1:
				p.fault("TEST")
			case 2:
				p.number(b.fnr(p.birth, p.man, false))
			}
			b.clear("nin-placeholder", "test-user", "a test user is left out, whatever its number", p)
		}},
		{"shared account", 2, some, 0, func(b *builder, i int) {
			p := b.aside(sharedAccount, chance.Pick(b.Source, []string{"felles.bibliotek", "felles.sfo", "felles.kontor"}),
				"Felles", "Konto")
			p.role, p.class = clerk, ""
			p.birthText = ""
			if i%2 == 1 {
				p.mail = "post@" + realm
			}
			b.clear("pending-number", "shared", "a shared account is left out: nobody's number belongs there", p)
		}},
		{"inactive", 2, often, 0, func(b *builder, _ int) {
			b.clear("pending-number", "inactive", "has left, and the number is in order", b.leave(b.anyone()))
		}},
		{"inactive, wrong digits", 1, some, 0, func(b *builder, _ int) {
			p := b.leave(b.anyone())
			p.fault(b.compose(p.birth.day(), p.birth.month()+80, p.birth.year(), seriesOf(p.birth), seriesOf(p.birth)+300, fails))
			b.accuseAs("info", "nin-checksum", "made-up-control", "wrong control digits, of one who has left", p)
		}},
		{"inactive, no number", 1, some, 0, func(b *builder, _ int) {
			p := b.leave(b.enter(b.refugee()))
			p.fault("")
			p.created = b.ago(b.Between(200, 900))
			b.accuseAs("info", "pending-number", "overdue", "no number for more than 90 days, of one who has left", p)
		}},
		{"inactive and another", 1, some, 0, func(b *builder, _ int) {
			p := b.leave(b.anyone())
			q := b.enter(b.stranger(p))
			b.lend(p, q)
			b.accuse("overlay", "strangers", "the number of one who has left stands on another, active person", p, q)
		}},
		{"inactive and the same", 1, some, 0, func(b *builder, _ int) {
			p := b.leave(b.anyone())
			b.accuse("duplicate-number", "same-name", "one person, an entry in use and one left behind", p, b.enter(b.another(p)))
		}},
		{"inactive both", 0, some, 0, func(b *builder, _ int) {
			p := b.leave(b.anyone())
			q := b.leave(b.enter(b.another(p)))
			b.accuseAs("info", "duplicate-number", "same-name", "one person, two entries, both left behind", p, q)
		}},
	}
}

// aside enters an account that stands for nobody.
func (b *builder) aside(a account, stem, given, surname string) *person {
	p := b.someone(pupil)
	p.given, p.surname, p.account = given, surname, a
	p.fault("")
	b.enter(p)
	b.login(p, stem)
	return p
}

// leave makes the person one who has left.
func (b *builder) leave(p *person) *person {
	p.account = inactive
	left := b.options.AsOf.add(-b.Between(5, 150))
	p.descriptions = append(p.descriptions, "sluttet "+left.noon().Format("2006-01-02"))
	return p
}

// addressPlants are addresses and principal names that several entries have.
func addressPlants() []plant {
	return []plant{
		{"principal", 1, some, 0, func(b *builder, i int) {
			p := b.anyone()
			q := b.enter(b.stranger(p))
			q.principal = p.principal
			if i%2 == 1 {
				q.principal = string(p.principal[0]-'a'+'A') + p.principal[1:]
			}
			b.accuse("duplicate-principal", "", "two persons have one Feide name", p, q)
		}},
		{"mail", 1, often, 0, func(b *builder, _ int) {
			p := b.anyone()
			q := b.enter(b.stranger(p))
			q.mail = p.mail
			b.accuse("duplicate-mail", "pair", "two persons have one address", p, q)
		}},
		{"mailbox", 1, seldom, 5, func(b *builder, i int) {
			box := []string{"sfo", "resepsjon", "voksenopplaering", "vaktmester", "bibliotek"}[i] + "@" + realm
			var users []*person
			for range b.Between(4, 7) {
				p := b.enter(b.someone(clerk))
				p.mail = box
				users = append(users, p)
			}
			b.accuse("duplicate-mail", "mailbox", "one mailbox is the address of several persons", users...)
		}},
	}
}
