package planted

import "fmt"

// shapePlants are values that are neither eleven digits nor a DUF number.
func shapePlants() []plant {
	texts := []string{"UKJENT", "mangler", "n/a", "Ukjent", "venter på D-nr", "ikke mottatt", "N/A", "-", "søkt",
		"kommer", "uten", "MANGLER", "ukjent fnr", "?", "ikke oppgitt", "null", "får ikke"}
	return []plant{
		{"text", 3, often, 0, func(b *builder, i int) {
			b.malformed(b.enter(b.refugee()), texts[i%len(texts)], "text", "words where a number belongs")
		}},
		{"blank-inside", 1, some, 0, func(b *builder, _ int) {
			p := b.anyone()
			b.malformed(p, p.nin[:6]+" "+p.nin[6:], "blank-inside", "a blank after the date")
		}},
		{"hyphen-inside", 1, some, 0, func(b *builder, _ int) {
			p := b.anyone()
			b.malformed(p, p.nin[:6]+"-"+p.nin[6:], "hyphen-inside", "a hyphen after the date")
		}},
		{"blanks-around", 1, some, 0, func(b *builder, i int) {
			p := b.anyone()
			value := []string{p.nin + " ", " " + p.nin, " " + p.nin + "  "}[i%3]
			b.malformed(p, value, "blanks-around", "blanks before or after the number")
		}},
		{"lost-zero", 3, often, 0, func(b *builder, _ int) {
			p := b.native(pupil)
			for p.nin[0] != '0' {
				p = b.native(pupil)
			}
			b.malformed(b.enter(p), p.nin[1:], "lost-zero", "a spreadsheet ate the leading zero")
		}},
		{"nine-digits", 1, some, 0, func(b *builder, _ int) {
			p := b.anyone()
			b.malformed(p, p.nin[:9], "too-short", "nine digits")
		}},
		{"thirteen-digits", 1, some, 0, func(b *builder, _ int) {
			p := b.anyone()
			s := p.nin + fmt.Sprintf("%02d", b.Below(100))
			for !nobodys(s, 1) {
				s = p.nin + fmt.Sprintf("%02d", b.Below(100))
			}
			b.malformed(p, s, "too-long", "thirteen digits")
		}},
		{"vendor", 2, some, 0, func(b *builder, _ int) {
			p := b.enter(b.refugee())
			b.malformed(p, b.vendorNumber(p.birth), "vendor", "a vendor's interim number: birth date and six digits")
		}},
	}
}

func (b *builder) malformed(p *person, value, variant, why string) {
	p.fault(value)
	b.accuse("nin-malformed", variant, why, p)
}

// vendorNumber is DDMMYY and six digits, in which no eleven digits and no twelve are anybody's
// number.
func (b *builder) vendorNumber(birth Day) string {
	for {
		s := fmt.Sprintf("%02d%02d%02d%06d", birth.day(), birth.month(), birth.year()%100, b.Below(1000000))
		if nobodys(s, 0) && !dufHolds(s) && b.take(s) {
			return s
		}
	}
}
