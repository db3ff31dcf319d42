package audit

import (
	"fmt"
	"strconv"
	"time"

	"ninaudit/audit/nin"
)

// Subject is what a finding shows of a person. Every string in it has been through nin.Blanker.
type Subject struct {
	Ref
	Name   string
	Unit   string     // the name of the person's first unit; empty where the catalog has none
	NIN    nin.Number // masks itself; only a report told to do so reveals it. Zero in a case told from the history
	Kind   nin.Kind   // of the number, also in a case told from the history
	Active bool
	// Protected marks a person under protection, of whom nothing else is told but the catalog, the entry's ID and the kind
	// of number.
	Protected bool
	// Elsewhere marks a person of another unit than the report is for: of such a person a reader is told nothing else.
	Elsewhere bool
}

// Finding is one case: all entries concerned are its Subjects, so a group is one finding.
type Finding struct {
	ID       string // 20 lower-case hex digits; the same as long as rule and entries are
	Rule     *Rule
	Variant  *Variant // which form of the rule's fault; nil where the rule has but one
	Severity Severity
	Subjects []Subject // sorted by catalog order, then entry ID
	Args     []Arg
	Evidence []Evidence
	Score    float64 // how probable the case is; 1 for what the digits alone show
	Since    nin.Date
	Status   Status
	How      How       // how a resolved case came to its end
	Waiver   *Waiver   // the decision that a waived case stands by; nil for any other
	Told     time.Time // when a report first told the case; zero without history
	// Services are, of a wait, those in which the user has trouble, and of a number that came or changed, those whose
	// provider must be told. Unanswered are the services that the waiting user uses and of which nobody knows.
	Services   []string
	Unanswered int
	// Protected marks a case that concerns a person under protection: it goes into the restricted workbook and nowhere else.
	Protected  bool
	Systematic *Systematic // the fault that this finding is one instance of; nil for a case of its own
}

// The scores from which a case of several entries is called certain and probable; below, it is possible. They are the
// linkage model's.
const (
	Certain  = 0.99
	Probable = 0.75
)

// Message says what was found, in one language.
func (f *Finding) Message(l Language) string {
	what := ""
	if f.Variant != nil {
		what = f.Variant.What.Fill(l, "", f.Args)
	}
	return f.Rule.Message.Fill(l, what, f.Args)
}

// Fix says what to do about it, in one language.
func (f *Finding) Fix(l Language) string {
	if f.Variant != nil && f.Variant.Fix.Complete() {
		return f.Variant.Fix.In(l)
	}
	return f.Rule.Fix.In(l)
}

// Evidence is one compared field of a case: the two values (blanked; empty where they may not be shown), how
// well they agree, and what that is worth in bits. Bits are 0 where the measure knows no weights.
type Evidence struct {
	Field, A, B string
	Level       string
	Bits        float64
	// Of are the two entries that are compared, by their places among the finding's subjects (from 0). Both are 0 where
	// the case is about one pair.
	Of [2]int
}

// Arg is one argument of a message: sealed, and says itself in each language.
type Arg interface {
	Say(Language) string
	isArg()
}

// Count is a number of things, never of persons' digits.
type Count int

// Date is a day as an argument.
type Date nin.Date

// Kind is a kind of number as an argument.
type Kind nin.Kind

// Word is a name that reads alike in every language: an attribute, a unit.
type Word string

// Say writes the text in l.
func (t Text) Say(l Language) string { return t.In(l) }

// Say writes the count in digits.
func (c Count) Say(Language) string { return strconv.Itoa(int(c)) }

// Say writes the day as readers of l write it.
func (d Date) Say(l Language) string { return SayDate(nin.Date(d), l) }

// Say names the kind.
func (k Kind) Say(l Language) string { return KindWord(nin.Kind(k)).In(l) }

// Say writes the word as it is.
func (w Word) Say(Language) string { return string(w) }

func (Text) isArg()  {}
func (Count) isArg() {}
func (Date) isArg()  {}
func (Kind) isArg()  {}
func (Word) isArg()  {}

// SayDate writes a day as 23.11.2026 in Norwegian and 2026-11-23 in English; nothing for no day.
func SayDate(d nin.Date, l Language) string {
	if d == 0 {
		return ""
	}
	if l == English {
		return d.String()
	}
	year := "%04d"
	if !d.KnowsCentury() {
		year = "%02d"
	}
	return fmt.Sprintf("%02d.%02d."+year, d.Day(), d.Month(), d.Year())
}
