package planted

import (
	"fmt"
	"slices"
)

// wholeStandIns are eleven digits that somebody writes to fill the field. Three of them hold.
var wholeStandIns = []string{
	"12345678910", "00000000000", "01010101006", "11111111111", "99999999999", "12345678901", "01010101010",
	"12345678911", "01234567890", "98765432100", "01020304050", "12345612345", "22222222222", "33333333333",
	"44444444444", "55555555555", "66666666666", "77777777777", "88888888888",
}

// standInPlants are stand-ins for a number: whole ones, and birth dates with a made-up tail.
func standInPlants() []plant {
	var all []plant
	for k, value := range wholeStandIns {
		p := plant{fmt.Sprint("stand-in ", k), 0, seldom, 1, func(b *builder, _ int) { b.standIn(b.enter(b.refugee()), value) }}
		if slices.Contains([]int{1, 2, 3}, k) {
			p.sample = 1
		}
		all = append(all, p)
	}
	for k, tail := range []string{"12345", "00000", "11111", "99999", "55555", "00100", "00200", "00001", "00X00"} {
		p := plant{"tail " + tail, 0, some, 0, func(b *builder, i int) { b.tail(tail, i) }}
		if k < 3 || tail == "00X00" {
			p.sample = 1
		}
		all = append(all, p)
	}
	return all
}

func (b *builder) standIn(p *person, value string) {
	p.fault(value)
	b.accuse("nin-placeholder", "whole", "eleven digits that are a stand-in, not a number", p)
}

// tail plants a birth date with a stand-in's tail on which the control digits fail.
func (b *builder) tail(tail string, i int) {
	for {
		p := b.refugee()
		digits := tail
		if tail == "00X00" {
			digits = fmt.Sprintf("00%d00", 3+i%7)
		}
		s := fmt.Sprintf("%02d%02d%02d%s", p.birth.day(), p.birth.month()+80, p.birth.year()%100, digits)
		if controlOf(s) == fails && b.take(s) {
			p.fault(s)
			b.accuse("nin-placeholder", "tail", "a birth date with a tail that reporters and HR systems make up", b.enter(p))
			return
		}
	}
}
