package serial_test

import (
	"fmt"

	"ninaudit/audit/nin"
)

// written is a date as it stands in a synthetic number.
func written(d nin.Date) string {
	return fmt.Sprintf("%02d%02d%02d", d.Day(), d.Month()+80, d.Year()%100)
}

// lawful lists the tails of a date's numbers of one sex in the order of issue.
func lawful(d nin.Date, s int) []int {
	top := 499
	if d.Year() >= 2000 {
		top = 999
	}
	nine := []byte(written(d) + "000")
	all := make([]int, 0, 250)
	for serial := top; serial > top-500; serial-- {
		if serial%2 != s {
			continue
		}
		nine[6], nine[7], nine[8] = byte('0'+serial/100), byte('0'+serial/10%10), byte('0'+serial%10)
		if c, ok := control(nine); ok {
			all = append(all, serial*100+c)
		}
	}
	return all
}

// control is the two control digits of nine; false where there are none.
func control(nine []byte) (int, bool) {
	first := [...]int{3, 7, 6, 1, 8, 9, 4, 5, 2}
	second := [...]int{5, 4, 3, 2, 7, 6, 5, 4, 3}
	a, b := 0, 0
	for i, c := range nine {
		a += first[i] * int(c-'0')
		b += second[i] * int(c-'0')
	}
	k1 := (11 - a%11) % 11
	k2 := (11 - (b+2*k1)%11) % 11
	return k1*10 + k2, k1 < 10 && k2 < 10
}

// withControl adds the control digits to nine; empty where there are none.
func withControl(nine string) string {
	c, ok := control([]byte(nine))
	if !ok {
		return ""
	}
	return fmt.Sprintf("%s%02d", nine, c)
}
