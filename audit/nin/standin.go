package nin

// wholeStandIns are the numbers that people type to get past a form; two of them pass the control digits,
// one passes everything. The eleven equal digits are told by isWholeStandIn.
var wholeStandIns = []string{
	"12345678901", "12345678910", "12345678911", "01234567890", "98765432100",
	"01010101010", "01010101006", "01020304050", "12345612345",
}

func isWholeStandIn(s string) bool {
	equal := true
	for i := 1; i < len(s); i++ {
		equal = equal && s[i] == s[0]
	}
	if equal {
		return true
	}
	for _, w := range wholeStandIns {
		if s == w {
			return true
		}
	}
	return false
}

// tailStandIn tells which stand-in the last five digits are, NoDetail for none. d says that the day is a
// D-number's, on which 00001 is the first lawful serial's tail and no sign of anything.
func tailStandIn(tail string, d bool) Detail {
	switch tail {
	case "12345", "11111":
		return TailStandIn
	case "00000":
		return TailFDAT
	case "00001":
		if d {
			return NoDetail
		}
		return TailFDAT
	case "00100", "00200", "55555", "99999":
		return TailSSB
	}
	if tail[:2] == "00" && tail[3:] == "00" {
		return TailSAP
	}
	return NoDetail
}
