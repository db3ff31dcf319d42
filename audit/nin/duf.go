package nin

// DUF numbers: YYYY LLLLLL KK, YYYY the year of the first application. SSB checks them in KOSTRA reporting by
// this weighted sum modulo 11, written with two digits; UDI has published no rule, and its own example fails.
var dufWeights = [10]int{4, 6, 3, 2, 4, 6, 3, 2, 7, 5}

// oldestDUF is a year before which there were no such applications; it stops all-zero stand-ins.
const oldestDUF = 1900

// twelve judges twelve digits: a DUF number, a vendor's number that begins with a date, or a faulty DUF.
func (p Parser) twelve(n *Number, s string) {
	sum, year := 0, 0
	for i, w := range dufWeights {
		sum += w * int(s[i]-'0')
	}
	for _, c := range []byte(s[:4]) {
		year = year*10 + int(c-'0')
	}
	control := int(s[10]-'0')*10 + int(s[11]-'0')
	yearHolds := year >= oldestDUF && year <= p.On.Year()
	switch {
	case sum%11 == control && yearHolds:
		n.kind, n.sound = DUF, true
	case p.beginsWithDate(s):
		n.refuse(Malformed, DatePlus)
	case !yearHolds:
		n.kind = DUF
		n.refuse(BadDUF, DUFYear)
	default:
		n.kind = DUF
		n.refuse(BadDUF, DUFControl)
	}
}

// beginsWithDate tells whether the first six digits are a day of some century, as DDMMYY.
func (p Parser) beginsWithDate(s string) bool {
	day := int(s[0]-'0')*10 + int(s[1]-'0')
	month := int(s[2]-'0')*10 + int(s[3]-'0')
	yy := int(s[4]-'0')*10 + int(s[5]-'0')
	if p.AcceptSynthetic && month > 80 {
		month -= 80
	}
	return MakeDate(yy, month, day).Exists()
}
