package audit

import "ninaudit/audit/nin"

// Wait is one line of the ledger: an active person without a national number.
type Wait struct {
	Subject
	Since   nin.Date // the first day without one, as far as anybody knows; 0: nobody does
	Days    int      // from Since to the run's day; 0 where Since is unknown
	Class   int      // index into WaitClasses; len(WaitClasses)+1 where Since is unknown
	Instead Instead
	// Severity is how the wait is told among the findings; 0 while it is within its grace period.
	Severity Severity
	Status   Status  // of that finding; Waiting where there is none
	Finding  string  // its ID; empty where there is none
	Waiver   *Waiver // the decision that this person will not get a number, or may wait until a day
	// Overdue tells that this will be a finding when school starts, if nothing is done.
	Overdue bool
	// Case is the ID of the case which says that this person has another account, with the number; empty for none.
	Case string
	// Services are those in which the user has trouble, Unanswered those of which nobody knows.
	Services   []string
	Unanswered int
	Source     SourceAnswer // what the source system says of the number
}

// Instead is what stands in a national number's place.
type Instead uint8

// What may stand there.
const (
	InsteadNothing Instead = iota
	InsteadDUF             // a DUF number in the number's own field
	InsteadLocal           // a local number, in norEduPersonLIN
)

// Word is what a reader sees.
func (i Instead) Word() Text {
	switch i {
	case InsteadDUF:
		return KindWord(nin.DUF)
	case InsteadLocal:
		return Text{"lokalt nummer", "lokalt nummer", "local number"}
	}
	return Text{"ingenting", "ingenting", "nothing"}
}

// WaitClasses are the upper bounds, in days, of all classes of waiting time but the last, rising.
type WaitClasses [3]Days

// DefaultWaitClasses are the classes that hold where the configuration says nothing: 0–30, 31–90, 91–180, over 180.
func DefaultWaitClasses() WaitClasses { return WaitClasses{30, 90, 180} }

// UnknownWait is the class of a wait of which nobody knows since when.
const UnknownWait = len(WaitClasses{}) + 1

// Of is the class of a wait of so many days.
func (c WaitClasses) Of(days int) int {
	for i, most := range c {
		if days <= int(most) {
			return i
		}
	}
	return len(c)
}

// Waiver is a decision that a case may stand until a day.
type Waiver struct {
	Reason string // blanked
	By     string // who decided; blanked
	Until  nin.Date
	// Choice is what was decided, where it was picked from a list; 0 where it was written in a file.
	Choice Choice
	// Never marks the decision that a person will not get a number.
	Never bool
}

// How says how a case came to an end.
type How uint8

// The ways. A case is mended where somebody concerned is still in the catalog.
const (
	Mended How = iota + 1
	Gone
)

// String is the word in findings.jsonl; empty for a case that has not come to its end.
func (h How) String() string { return [...]string{"", "mended", "gone"}[h] }

// Word is what a reader sees.
func (h How) Word() Text {
	switch h {
	case Mended:
		return Text{"rettet", "retta", "mended"}
	case Gone:
		return Text{"ikke lenger i katalogen", "ikkje lenger i katalogen", "no longer in the catalog"}
	}
	return Text{}
}
