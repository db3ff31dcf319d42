package planted

// digitPlants are numbers of which all holds but the control digits.
func digitPlants() []plant {
	return []plant{
		{"one-digit", 3, often, 0, func(b *builder, _ int) { b.slip("one-digit", "one digit is wrong", oneDigit) }},
		{"swapped", 2, often, 0, func(b *builder, _ int) {
			b.slip("swapped", "two neighbouring digits changed places", swapped)
		}},
		{"made-up-control", 2, often, 0, func(b *builder, _ int) {
			p := b.anyone()
			b.wrongDigits(p, b.compose(p.birth.day(), p.birth.month()+80, p.birth.year(),
				seriesOf(p.birth), seriesOf(p.birth)+300, fails), "made-up-control", "both control digits are made up")
		}},
		{"early, published", 1, seldom, 1, func(b *builder, _ int) {
			b.bornOn(19821030, "30908299902")
		}},
		{"early, published D-number", 0, seldom, 1, func(b *builder, _ int) {
			b.bornOn(19900101, "41819077906")
		}},
		{"early", 1, some, 0, func(b *builder, i int) {
			p := b.anyone()
			b.tooEarly(p, b.compose(p.birth.day()+40*(i%2), p.birth.month()+80, p.birth.year(),
				seriesOf(p.birth), seriesOf(p.birth)+300, early))
		}},
		{"plus-65", 1, some, 0, func(b *builder, i int) {
			p := b.anyone()
			b.testNumber(p, b.compose(p.birth.day()+40*(i%3/2), p.birth.month()+65, p.birth.year(),
				seriesOf(p.birth), seriesOf(p.birth)+300, holds), "plus-65", "a test number of the health registers: month + 65")
		}},
		{"plus-60", 0, some, 0, func(b *builder, _ int) {
			p := b.anyone()
			b.testNumber(p, b.compose(min(p.birth.day(), 30), b.Between(63, 65), p.birth.year(),
				seriesOf(p.birth), seriesOf(p.birth)+300, holds), "plus-60", "a test number of NAV's: month + 60")
		}},
	}
}

// seriesOf is a serial from which on some hundreds are assigned for the birth, in a fødselsnummer
// and in a D-number.
func seriesOf(birth Day) int {
	if birth.year() >= 2000 {
		return 600
	}
	return 150
}

func (b *builder) wrongDigits(p *person, value, variant, why string) {
	p.fault(value)
	b.accuse("nin-checksum", variant, why, p)
}

func (b *builder) tooEarly(p *person, value string) {
	p.fault(value)
	b.accuse("nin-early-2032", "", "holds by the rule of 2032 only", p)
}

func (b *builder) testNumber(p *person, value, variant, why string) {
	p.fault(value)
	b.accuse("nin-synthetic", variant, why, p)
}

// bornOn gives a published vector of the 2032 rule to somebody born on its day.
func (b *builder) bornOn(birth Day, value string) {
	p := b.someone(clerk)
	p.birth, p.birthText = birth, birth.eight()
	b.tooEarly(b.enter(p), value)
}

// slip spoils one person's lawful number until what comes out is nobody's, but still has a
// plausible day and series. A number that can't be spoiled so is left as it is, and another person's is tried.
func (b *builder) slip(variant, why string, spoil func(*builder, []byte)) {
	p := b.anyone()
	for try := 1; ; try++ {
		if try%1000 == 0 {
			p = b.anyone()
		}
		digits := []byte(p.nin)
		spoil(b, digits)
		s := string(digits)
		birth := birthOf(s)
		if birth == 0 || birth.year() < 1930 || birth > b.options.AsOf || controlOf(s) != fails || standInTail(s[6:]) {
			continue
		}
		// A D-day with a serial of the nineties reads as a county's number.
		if s[0] >= '4' && s[6:8] == "99" {
			continue
		}
		if b.take(s) {
			b.wrongDigits(p, s, variant, why)
			return
		}
	}
}

func oneDigit(b *builder, digits []byte) {
	i := b.Below(len(digits))
	digits[i] = byte('0' + (int(digits[i]-'0')+b.Between(1, 9))%10)
}

func swapped(b *builder, digits []byte) {
	i := b.Below(len(digits) - 1)
	digits[i], digits[i+1] = digits[i+1], digits[i]
}
