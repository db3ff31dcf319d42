package nin

// The weights of the two control digits (Skatteetaten, "Fødselsnummer": modulus 11 on the digits as they are
// written, offsets included). The last weight of each is the control digit's own.
var (
	weights1 = [10]int{3, 7, 6, 1, 8, 9, 4, 5, 2, 1}
	weights2 = [11]int{5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1}
)

// rest1 and rest2 are the weighted sums modulo 11; 0 where the control digit holds.
func rest1(s string) int {
	sum := 0
	for i, w := range weights1 {
		sum += w * int(s[i]-'0')
	}
	return sum % 11
}

func rest2(s string) int {
	sum := 0
	for i, w := range weights2 {
		sum += w * int(s[i]-'0')
	}
	return sum % 11
}

// holdsStrict tells whether both control digits of eleven digits hold.
func holdsStrict(s string) bool { return rest1(s) == 0 && rest2(s) == 0 }

// holds2032 tells whether eleven digits hold by the rule for numbers issued from 2032-01-01: the first rest
// may be 0 to 3, the second is as before (Skatteetaten, "nyttfnr2032").
func holds2032(s string) bool { return rest1(s) <= 3 && rest2(s) == 0 }

// first2032 is the first day on which a number may hold by the rule of 2032 only.
const first2032 Date = 20320101

// HasControl tells whether nine digits, a date and an individnummer, have control digits at all: where one of them would
// be 10, the individnummer is passed over when numbers are issued.
func HasControl(nine string) bool {
	s := []byte(nine + "00")
	first := (11 - rest1(string(s))) % 11
	if first == 10 {
		return false
	}
	s[9] = byte('0' + first)
	return (11-rest2(string(s)))%11 != 10
}
