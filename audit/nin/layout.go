package nin

// fields are the parts of eleven digits.
type fields struct {
	text                string
	day, month, yy, iii int // as written
	tail                int // the last five digits
}

func fieldsOf(s string) fields {
	n := func(from, to int) int {
		v := 0
		for _, c := range []byte(s[from:to]) {
			v = v*10 + int(c-'0')
		}
		return v
	}
	return fields{text: s, day: n(0, 2), month: n(2, 4), yy: n(4, 6), iii: n(6, 9), tail: n(6, 11)}
}

// layout is what the digits before the last five say of a number's kind, and the last five where two kinds
// share a month.
type layout struct {
	kind    Kind // Unknown: no scheme has such a day or month
	also    kinds
	imitate Kind
	schemes Scheme
	day     int // without the D-number's 40
	month   int // without any offset
	d       bool
}

// The last five digits that Samordna opptak gives to S-numbers, and where Felles studentsystem's begin.
const (
	firstSTail, lastSTail = 9001, 14999
	firstFSTail           = 90000
)

// layoutOf reads the kind off the day's and the month's offsets (facts of each issuer). Months that two
// schemes share name both.
func layoutOf(f fields) layout {
	l := layout{day: f.day, month: f.month}
	switch {
	case f.day >= 80: // the first digit is 8 or 9, the rest tells nothing
		return layout{kind: FH}
	case f.day >= 41 && f.day <= 71:
		l.day, l.d = f.day-40, true
	case f.day < 1 || f.day > 31:
		return layout{kind: Unknown}
	}
	imitated := Fnr
	if l.d {
		imitated = D
	}
	sfs := l.sfs(f)
	switch m := f.month; {
	case m >= 1 && m <= 12:
		l.kind = imitated
	case m >= 21 && m <= 32 && !l.d:
		l.kind, l.month = NAV, m-20
	case m >= 51 && m <= 62 && sfs != None:
		l.kind, l.month = sfs, m-50
		l.also = sharedWithSFS(f)
	case m >= 41 && m <= 52:
		l.month, l.schemes = m-40, Dolly
		if l.d { // an H-number has an ordinary day
			l.kind, l.imitate = Synthetic, imitated
		} else {
			l.kind, l.also = H, setOf(Synthetic)
		}
	case m >= 61 && m <= 65:
		l.synthetic(NPID, NAV, m-60)
	case m >= 66 && m <= 72:
		l.synthetic(NPID|SyntPop, imitated, m-65)
		l.also = setOf(Synthetic)
	case m >= 73 && m <= 77:
		l.synthetic(SyntPop, imitated, m-65)
	case m >= 81 && m <= 92:
		l.synthetic(Tenor, imitated, m-80)
	default:
		l.kind = Unknown
	}
	return l
}

func (l *layout) synthetic(s Scheme, imitated Kind, month int) {
	l.kind, l.schemes, l.imitate, l.month = Synthetic, s, imitated, month
}

// other is the second reading of a month that two test schemes share: NPID's, where layoutOf took SyntPop's.
func (l layout) other() (layout, bool) {
	if l.schemes != NPID|SyntPop {
		return l, false
	}
	l.imitate, l.month = NAV, l.month+5 // +60 where +65 was taken off
	return l, true
}

// sfs tells S from FS by the last five digits, in the months that they use; None where another kind has the
// month and the tail is neither's.
func (l *layout) sfs(f fields) Kind {
	switch {
	case l.d || f.month < 51 || f.month > 62:
		return None
	case f.tail >= firstSTail && f.tail <= lastSTail:
		return S
	case f.tail >= firstFSTail || f.month >= 53 && f.month <= 60:
		return FS
	}
	return None
}

// sharedWithSFS is what a number in S's and FS's months could also be.
func sharedWithSFS(f fields) kinds {
	switch {
	case f.month <= 52:
		return setOf(H, Synthetic)
	case f.month >= 61:
		return setOf(Synthetic)
	case f.tail < firstSTail || f.tail > lastSTail && f.tail < firstFSTail:
		return setOf(S) // the ranges are approximate
	}
	return 0
}
