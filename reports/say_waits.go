package reports

import (
	"fmt"

	"ninaudit/audit"
)

// span is the days of a class of waiting time, as 31–90; the last has no end.
func classSpan(c audit.WaitClasses, class int) (from, to string, open bool) {
	if class == len(c) {
		return fmt.Sprint(int(c[class-1])), "", true
	}
	first := 0
	if class > 0 {
		first = int(c[class-1]) + 1
	}
	return fmt.Sprint(first), fmt.Sprint(int(c[class])), false
}

// class says how long those in a class of waiting time have waited, or why that is not said.
func (v voice) class(c audit.WaitClasses, class int) string {
	switch class {
	case audit.UnknownWait:
		return v.say(waitUnknown)
	case neverWaits:
		return v.say(waitNever)
	}
	from, to, open := classSpan(c, class)
	if open {
		return v.say(waitOver, from)
	}
	return v.say(waitUpTo, from, to)
}

// shortClass is class where several stand on one line; the first one says what is counted.
func (v voice) shortClass(c audit.WaitClasses, class int) string {
	from, to, open := classSpan(c, class)
	switch {
	case open:
		return v.say(shortOver, from)
	case class == 0:
		return v.say(shortFirst, from+"–"+to)
	}
	return from + "–" + to
}
