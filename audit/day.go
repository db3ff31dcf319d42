package audit

import (
	"sync"
	"time"
	_ "time/tzdata" // the audit's days are Oslo's, also where the machine knows no time zones

	"ninaudit/audit/nin"
)

// Oslo is where the clock of those who read stands.
var Oslo = sync.OnceValue(func() *time.Location {
	l, err := time.LoadLocation("Europe/Oslo")
	if err != nil {
		panic("the embedded time zones lack Europe/Oslo: " + err.Error())
	}
	return l
})

// Day is the day in Oslo at an instant; no day for the zero time. Catalogs stamp in UTC, and the audit
// reckons in the days of those who read it.
func Day(t time.Time) nin.Date {
	if t.IsZero() {
		return 0
	}
	return nin.DateOf(t.In(Oslo()))
}
