package main

import (
	"fmt"
	"strings"
	"testing"

	"ninaudit/audit/nin"
)

// fromTheBottom is a synthetic number of the day of synthetic(n), the lowest of its series that gets control digits.
func fromTheBottom(n int) string {
	day := birthOf(n)
	parser := nin.Parser{On: nin.MakeDate(2026, 11, 1), AcceptSynthetic: true}
	for tail := 50_000; ; tail++ {
		v := fmt.Sprintf("%02d%02d%02d%05d", day.Day(), day.Month()+80, day.Year()%100, tail)
		if n := parser.Parse(v); n.WellFormed() && n.Fault() == nin.Fine {
			return v
		}
	}
}

// TestAnInventedNumberIsReplaced: the number that takes its place closes the finding, and is told as a change that was
// asked for.
func TestAnInventedNumberIsReplaced(t *testing.T) {
	w := newWeek(t, 40, 12)
	f := w.schools[0].of
	right := f("f01").number
	f("f01").number = fromTheBottom(101)
	w.writeSchools()
	w.night("the first night", 0, []string{"nin-unissued warning standing 11-02 f01"})
	f("f01").number = right
	w.writeSchools()
	w.night("the number is replaced", 0, []string{
		"nin-unissued warning resolved 11-02 f01 mended",
		"change-number-changed info new 11-03 f01",
	})
	w.night("the night after", 0, nil)

	f("f02").number = fromTheBottom(102)
	w.writeSchools()
	w.night("another one comes", 0, []string{"change-number-changed warning new 11-05 f02"})
	w.night("and is there a second night", 0, []string{"nin-unissued warning new 11-05 f02"})
	f("f02").number = ""
	w.writeSchools()
	w.night("it is taken away", 0, []string{
		"nin-unissued warning resolved 11-05 f02 mended",
		"change-number-removed info new 11-07 f02",
	})
}

// TestUnusualSerialsAreCounted: what is not more likely than not is told by its number alone, and who sets another prior
// has it told.
func TestUnusualSerialsAreCounted(t *testing.T) {
	w := newWeek(t, 40, 12)
	w.schools[0].of("f01").number = fromTheBottom(101)
	w.writeSchools()
	rule := "rules: {nin-unissued: {prior: %d}}\n"
	w.write(t, "ninaudit.yaml", []byte(weekConfig+fmt.Sprintf(rule, 100_000_000)))
	w.night("hardly any number is invented", 0, nil)
	if !strings.Contains(w.stdout.String(), "Unusual serials: 1, none remarkable by itself") {
		t.Errorf("nobody is told of it:\n%s", w.stdout.String())
	}
	w.write(t, "ninaudit.yaml", []byte(weekConfig+fmt.Sprintf(rule, 10_000)))
	w.again("one in ten thousand is", 0, []string{"nin-unissued warning standing 11-02 f01"})
}
