// Package rules is what is judged: one rule a file, and this list.
//
// A rule is a value that an unexported constructor makes, from a plain struct of options where it has any.
// To add one: write its file, add its line to All, and show in testdata/<id>.ldif what it finds and what it
// leaves alone; a test ties the four names of a rule together.
//
// The nin-* rules do not read digits: package nin has already reached its one verdict, and a rule tells the
// verdict that bears its name. So a number never has two of them. What is well formed may still be invented: that
// nin-unissued and nin-batch ask, by package serial.
package rules

import (
	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// Options are the settings of the rules that have any, as the configuration's rules section names them.
type Options struct {
	PendingNumber PendingNumberOptions
	PendingDUF    PendingDUFOptions
	NINDate       NINDateOptions
	NINUnissued   NINUnissuedOptions
	NINBatch      NINBatchOptions

	DuplicatePerson DuplicatePersonOptions
	Overlap         OverlapOptions
}

// DefaultOptions are the settings that hold where the configuration says nothing.
func DefaultOptions() Options {
	return Options{
		PendingNumber: PendingNumberOptions{Grace: 30, ErrorAfter: 90},
		PendingDUF:    PendingDUFOptions{Grace: 180},
		NINDate:       NINDateOptions{MaxAge: 110},
		NINUnissued:   NINUnissuedOptions{Prior: 10_000},
		NINBatch:      NINBatchOptions{Persons: 4},
	}
}

// All is every rule, in the order in which findings are told.
func All(o Options) []audit.Rule {
	issued, number := gatherIssued(o.NINDate), o.Overlap.numberKey()
	return []audit.Rule{
		ninMalformed(),
		ninPlaceholder(),
		ninDate(o.NINDate),
		ninChecksum(),
		ninEarly2032(),
		ninSynthetic(),
		ninOtherKind(),
		ninSnumber(),
		ninDuf(),
		ninBirthdate(o.NINDate),
		ninUnissued(o.NINUnissued, o.NINBatch, issued),
		ninBatch(o.NINBatch, issued),
		ninExposed(),
		pendingNumber(o.PendingNumber),
		pendingDuf(o.PendingDUF),
		overlay(o.Overlap, number),
		duplicateNumber(number),
		duplicatePerson(o.DuplicatePerson),
		duplicatePrincipal(),
		duplicateMail(),
		overlap(o.Overlap),
		changeNumberAdded(),
		changeNumberChanged(),
		changeNumberRemoved(),
		changeNumberMoved(),
		changePrincipalReused(),
	}
}

// onFault is the check of a rule that tells one of package nin's verdicts. The details are in the order of
// the rule's variants; none where it has no variants.
func onFault(fault nin.Fault, details ...nin.Detail) audit.EachPerson {
	return func(p *audit.Person, _ nin.Date) (audit.Verdict, bool) {
		if p.NIN.Fault() != fault {
			return audit.Verdict{}, false
		}
		for i, d := range details {
			if p.NIN.Detail() == d {
				return audit.Verdict{Variant: i}, true
			}
		}
		return audit.Verdict{}, true
	}
}
