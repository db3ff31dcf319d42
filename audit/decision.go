package audit

import "ninaudit/audit/nin"

// Choice is what somebody decided about a case. The zero value is no choice: a decision that was written in a file says
// only until when a case may stand.
type Choice uint8

// The choices, in the order in which a reader is offered them. The numbers stand in the history and never change.
const (
	AcceptUntil Choice = iota + 1
	NotSamePerson
	BeingHandled
	FalseAlarm
	NoNumber // the person will not get a national number
)

// Choices lists the choices.
func Choices() []Choice {
	return []Choice{AcceptUntil, NotSamePerson, BeingHandled, FalseAlarm, NoNumber}
}

// String is the choice's word for programs; empty for none.
func (c Choice) String() string {
	return [...]string{"", "accept", "not-same-person", "being-handled", "false-alarm", "no-number"}[c]
}

// Word is what a reader picks from. None holds a comma: in a workbook's drop-list it would be two.
func (c Choice) Word() Text {
	return [...]Text{
		AcceptUntil:   {"Aksepteres til dato", "Blir akseptert til dato", "Accept until a date"},
		NotSamePerson: {"Ikke samme person", "Ikkje same person", "Not the same person"},
		BeingHandled:  {"Under arbeid", "Under arbeid", "Being handled"},
		FalseAlarm:    {"Falsk alarm", "Falsk alarm", "False alarm"},
		NoNumber:      {"Får ikke nummer", "Får ikkje nummer", "Will not get a number"},
	}[c]
}

// Fits tells whether a choice can be about a rule's findings. That somebody will not get a number is an answer to a
// wait. That entries are not one person is an answer only to a rule that went by likeness: where they share a number,
// it would make the case graver, not settle it.
func (c Choice) Fits(r *Rule) bool {
	if _, event := r.Check.(EachChange); event {
		return false
	}
	switch c {
	case NoNumber:
		return r.Absence
	case NotSamePerson:
		return r.Likeness
	}
	return true
}

// LongestWaiver is for how many days after the one on which it was first decided on a case may be let stand, as long as
// its numbers are the same. A decision that is written anew begins no other span: a number that opens somebody else's
// content can not be accepted for a term.
func LongestWaiver(s Severity) int {
	switch s {
	case Critical:
		return 14
	case Error:
		return 90
	}
	return 366
}

// LatestWaiver is the last day on which a decision first made on a day may let a case stand.
func LatestWaiver(s Severity, on nin.Date) nin.Date { return on.AddDays(LongestWaiver(s)) }
