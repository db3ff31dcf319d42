package nin

import "strings"

// Parser reads values on one day, for one catalog.
type Parser struct {
	On Date // the audit's day
	// AcceptSynthetic reads Skatteetaten's test numbers (month + 80) as the numbers they imitate: for a
	// catalog of test data. Other schemes' test numbers stay what they are.
	AcceptSynthetic bool
}

// Parse reads one value. It never fails: what is wrong with the value is the Number's Fault. An empty value
// is the zero Number.
func (p Parser) Parse(value string) Number {
	var n Number
	if value == "" {
		return n
	}
	n.keep(value)
	n.kind = Unknown
	switch {
	case !onlyDigits(value):
		n.refuse(Malformed, NotDigits)
		if strings.TrimSpace(value) == "" {
			n.refuse(Malformed, OnlyBlanks)
		}
		if plain := strip(value); len(plain) == 11 || len(plain) == 12 {
			n.refuse(Malformed, Separated)
		}
	case len(value) == 11:
		p.eleven(&n, value)
	case len(value) == 12:
		p.twelve(&n, value)
	case len(value) == 10:
		n.refuse(Malformed, TooShort)
		if m := p.Parse("0" + value); m.sound && (m.kind.National() || m.kind == Synthetic) {
			n.refuse(Malformed, LostZero)
		}
	case len(value) < 10:
		n.refuse(Malformed, TooShort)
	case p.beginsWithDate(value):
		n.refuse(Malformed, DatePlus)
	default:
		n.refuse(Malformed, TooLong)
	}
	return n
}

func (n *Number) refuse(f Fault, d Detail) { n.fault, n.detail = f, d }

// eleven judges eleven digits, in the order that doc.go states.
func (p Parser) eleven(n *Number, s string) {
	f := fieldsOf(s)
	l := layoutOf(f)
	if l.schemes == Tenor && p.AcceptSynthetic {
		l = layout{kind: l.imitate, day: l.day, month: l.month, d: l.d}
	}
	holds := p.holds(s, l)
	born := p.birth(l.kind, l, f)
	if other, shared := l.other(); shared && !p.soundness(l.kind, holds, born) {
		if b := p.birth(other.kind, other, f); p.soundness(other.kind, p.holds(s, other), b) {
			l, holds, born = other, true, b // of two lawful readings, the one that holds
		}
	}
	n.kind, n.also, n.imitate, n.schemes = l.kind, l.also, l.imitate, l.schemes
	if l.kind == D && f.iii >= 900 {
		n.vigo(f.iii >= 990 && !holds)
		born = p.birth(n.kind, l, f)
	}
	if born.birth.Exists() {
		n.birth = born.birth
	}
	n.sound = p.soundness(n.kind, holds, born)
	n.youngest = n.birth
	if n.anyCentury = p.On >= first2032 && n.kind.National(); n.anyCentury {
		n.youngest = youngest(l.day, l.month, f.yy, p.On)
	}

	tail := NoDetail
	if l.month == f.month || p.AcceptSynthetic && l.month == f.month-80 {
		tail = tailStandIn(s[6:], l.d) // an ordinary date stands before it
	}
	national := l.kind.National()
	switch {
	case isWholeStandIn(s):
		n.refuse(Placeholder, WholeStandIn)
	case national && tail != NoDetail && !(n.kind.National() && n.sound):
		n.refuse(Placeholder, tail)
	case n.kind == S:
		n.refuse(SNumber, NoDetail)
	case n.kind == Synthetic:
		n.refuse(TestNumber, NoDetail)
	case n.kind == Unknown:
		n.refuse(BadDate, l.unknownDetail(f))
	case !national || n.kind == VIGO:
		n.refuse(OtherKind, NoDetail)
	case born.fault == NoSuchDay:
		n.refuse(BadDate, NoSuchDay)
	case !holds && holds2032(s):
		n.refuse(Early2032, NoDetail)
	case !holds:
		n.refuse(Checksum, NoDetail)
	case born.fault != NoDetail:
		n.refuse(BadDate, born.fault)
	}
}

// holds tells whether the control digits of eleven digits hold on the day. The rule of 2032 is for
// fødselsnummer and D-numbers, and for what imitates them.
func (p Parser) holds(s string, l layout) bool {
	return holdsStrict(s) || p.On >= first2032 && (l.kind.National() || l.imitate.National()) && holds2032(s)
}

// vigo names the county's numbers, which look like D-numbers with an individnummer from 900 (990 in
// Vestfold and Telemark): one that fails the control digits is theirs, any other may be.
func (n *Number) vigo(certain bool) {
	if certain {
		n.kind = VIGO
		return
	}
	n.also = setOf(VIGO)
}

// unknownDetail says what made a layout unknown.
func (l layout) unknownDetail(f fields) Detail {
	if f.day >= 1 && f.day <= 31 || f.day >= 41 && f.day <= 71 {
		return NoSuchMonth
	}
	return NoSuchDay
}

// birth reads the date in the number, by the series where the kind has them.
func (p Parser) birth(kind Kind, l layout, f fields) date {
	if kind == Synthetic {
		kind = l.imitate
	}
	switch kind {
	case Fnr, D, H:
		return p.national(l, f)
	case S, FS, VIGO, NAV:
		if b := youngest(l.day, l.month, f.yy, p.On); b != 0 {
			return date{birth: b}
		}
		return date{fault: NoSuchDay}
	}
	return date{fault: NoSuchDay} // Unknown, FH: no date in it
}

// national reads the date of a fødselsnummer or D-number, and of what is built like one. From 2032 on, a
// number may be of the type that tells no century.
func (p Parser) national(l layout, f fields) date {
	r := dateOf(l.d, l.day, l.month, f.yy, f.iii, p.On)
	if p.On < first2032 || r.fault == NoDetail && holdsStrict(f.text) || !holds2032(f.text) {
		return r
	}
	unknown := MakeDate(f.yy, l.month, l.day)
	young := youngest(l.day, l.month, f.yy, p.On)
	switch old := MakeDate(1900+f.yy, l.month, l.day); {
	case !unknown.Exists():
		return date{fault: NoSuchDay}
	case young == 0:
		return date{fault: InFuture}
	case young == old || !old.Exists():
		return date{birth: young} // the other century lies ahead, or lacks the day
	}
	return date{birth: unknown}
}

// soundness tells whether digits, day and series of a kind hold.
func (p Parser) soundness(kind Kind, holds bool, born date) bool {
	switch kind {
	case Unknown:
		return false
	case FH:
		return holds
	case VIGO: // the counties' numbers often fail the control digits; that is no fault of their kind
		return born.fault == NoDetail
	}
	return holds && born.fault == NoDetail
}

// onlyDigits tells whether every byte is an ASCII digit.
func onlyDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// strip gives the digits of a value that holds nothing but digits and the marks that people write between
// and around them; empty if it holds anything else.
func strip(s string) string {
	var digits []byte
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			digits = append(digits, byte(r))
		case !isSeparator(r):
			return ""
		}
		if len(digits) > mostPacked {
			return ""
		}
	}
	return string(digits)
}

// isSeparator tells the marks that people write between groups of digits.
func isSeparator(r rune) bool {
	switch r {
	case ' ', '-', '.', '/', ',', ':', '_', '\t', '\u00a0', '\u2010', '\u2011', '\u2012', '\u2013', '\u202f':
		return true
	}
	return false
}
