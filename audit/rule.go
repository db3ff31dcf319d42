package audit

import (
	"context"
	"errors"
	"fmt"
	"regexp"

	"ninaudit/audit/nin"
)

// Rule is one thing that is judged: a value, made by a constructor of package rules.
type Rule struct {
	ID       string // subject-fault, like nin-checksum; never changes
	Severity Severity
	Source   string // the norm or document the rule stands on
	Title    Text   // what a reader sees in lists
	Why      Text   // why it matters
	Fix      Text   // what to do, and where
	Message  Text   // what was found; {what} is the variant's words, {1}, {2}, … the arguments
	// Variants are the forms the fault takes; a Verdict names one by its index. Empty where there is but one.
	Variants []Variant
	// Cause is the single cause that is likely where the rule hits a large part of a catalog or a unit.
	Cause Text
	// Absence marks a rule that judges the absence of a number: it says nothing about a catalog in which
	// nobody's number could be read. It is an EachPerson, put to persons without a national number when everything is
	// read, for only then is it known since when; Texts are gone.
	Absence bool
	// Duplicate marks a rule whose cases are entries of one person: they count in the duplicate rate, and one
	// explains why an entry has no number.
	Duplicate bool
	// Likeness marks a rule that takes entries for one person because they are alike: somebody may decide that they are
	// several.
	Likeness bool
	// Empties marks a rule whose Fix may be to take a number away or to put another in its place: doing so is what was
	// asked for, and no alarm.
	Empties bool
	// Returns marks a rule whose Fix may be to give a principal name back to whom it belonged: that is no alarm either.
	Returns bool
	// Announced marks a rule on changes of which providers must be told: a number came or was changed.
	Announced bool
	// Off marks a rule that is not judged by unless the configuration switches it on.
	Off   bool
	Check Check
	// Reconsider is put to each verdict of an EachPerson when everything has been read, for what may be said of a number
	// can depend on who else has it: holders gives the other entries that have a number, in catalog order, then by
	// entry ID. Often nil.
	Reconsider func(p *Person, v Verdict, holders func(nin.Number) []*Person, on nin.Date) Verdict
	// Details are rows of a table that belongs to the rule's page: what a measure is made of. Often nil.
	Details func(Language) [][]string
}

// Variant is one form of a rule's fault.
type Variant struct {
	ID    string // unique within the rule
	What  Text   // the fault in words, for {what}
	Fix   Text   // what to do about this form; empty: the rule's Fix
	Cause Text   // the likely single cause where many have it; empty: the rule's Cause
}

// Check is how a rule judges: sealed, one of EachPerson, EachGroup, EachCatalog, EachChange and Whole.
type Check interface{ isCheck() }

// EachPerson is put to every person while the catalog is being read. It returns false where it has nothing
// to say. It must not keep p.
type EachPerson func(p *Person, on nin.Date) (Verdict, bool)

// EachGroup is put to every group of two or more persons that share a key, over all catalogs, when all of
// them have been read.
type EachGroup struct {
	// Key is what the members share. Rules that name the same one are put to the same groups.
	Key *Key
	// Judge gets the members in catalog order, then by entry ID, and returns a verdict a case. It must keep
	// neither the slice nor the persons.
	Judge func(members []*Person, on nin.Date) []Verdict
	// Model is the hash of the model that groups are judged by, as in a Judgement; empty where there is none.
	Model string
	// Notices tells, of the catalogs of a run, what a reader must know, as in a Judgement; nil: nothing.
	Notices func(catalogs []string) []Text
}

// Key tells what the members of a group share.
type Key struct {
	// Of appends it to b; a person with an empty key is in no group. It is computed from what the population keeps: Texts
	// are gone.
	Of func(b []byte, p *Person) []byte
}

// EachCatalog is put to all persons of one catalog at once, when all catalogs have been read.
type EachCatalog struct {
	// Gather makes what takes the persons in while they are read, so that little is left to do when they have been. Rules
	// that name the same one are put to the same Gathering.
	Gather *Gather
	// Judge gets what Gather made, and the persons that were taken in, in their order; members of verdicts are indexes into
	// them. It is called once for each catalog, and never at the same time as another rule's that names the same Gather.
	// When ctx ends it returns early, and what it returns is thrown away.
	Judge func(ctx context.Context, gathered Gathering, all Population, on nin.Date) Judgement
	// Sum tells what a reader must know of what was counted in all catalogs together; nil: nothing.
	Sum func(counted int) []Text
}

// Gather begins a Gathering for each catalog; it is called from several goroutines.
type Gather struct{ Begin func() Gathering }

// Gathering is one catalog's persons on the way to being judged.
type Gathering interface {
	// Take takes in the next person, from one goroutine at a time. It must not keep p.
	Take(p *Person, on nin.Date)
}

// Whole is put to everybody at once, when all catalogs have been read. When ctx ends it returns early, and what it
// returns is thrown away.
type Whole func(ctx context.Context, all Population, on nin.Date) Judgement

// Population is everybody, in the order in which they were read; catalogs follow one another in the
// configuration's order. Texts are gone.
type Population interface {
	Len() int
	// Person makes the i-th person, anew at each call.
	Person(i int) *Person
}

// Judgement is what a rule on a catalog or the whole found. Members of its verdicts are indexes into the population.
type Judgement struct {
	Verdicts []Verdict
	Model    string // the hash of the model that was judged by; empty where there is none
	Notices  []Text // what a reader must know: what could not be compared
	Counted  int    // what is counted and not told one by one; see EachCatalog
}

func (EachPerson) isCheck()  {}
func (EachGroup) isCheck()   {}
func (EachCatalog) isCheck() {}
func (Whole) isCheck()       {}

// Verdict is what a check found.
type Verdict struct {
	Variant  int      // index into the rule's Variants
	Severity Severity // 0: the rule's
	Args     []Arg
	Evidence []Evidence
	Score    float64  // 0 reads 1: the digits alone show it
	Since    nin.Date // 0: the day it is first seen
	Waiting  bool     // inside its grace period, or told by another case: not among the findings
	Members  []int    // EachGroup, EachCatalog and Whole: whom the case concerns, by index; nil, in a group: all
}

// TellsChange tells that the rule tells what happened between two nights: there is no case that stands.
func (r *Rule) TellsChange() bool {
	_, change := r.Check.(EachChange)
	return change
}

type namedText struct {
	name string
	text Text
}

var ruleID = regexp.MustCompile(`^[a-z]+(-[a-z0-9]+)*$`)

// Validate tells every way in which rules could not be shown to a reader: a text missing in a language, no
// source, no check, an ID used twice. A program with such a rule does not start.
func Validate(rules []Rule) error {
	var errs []error
	seen := map[string]bool{}
	for i := range rules {
		r := &rules[i]
		bad := func(format string, args ...any) {
			errs = append(errs, fmt.Errorf("rule %q: "+format, append([]any{r.ID}, args...)...))
		}
		if !ruleID.MatchString(r.ID) {
			bad("an ID is lower-case words joined by hyphens")
		}
		if seen[r.ID] {
			bad("the ID is used twice")
		}
		seen[r.ID] = true
		if r.Severity < Info || r.Severity > Critical {
			bad("no severity")
		}
		if r.Source == "" {
			bad("no source")
		}
		if r.Check == nil {
			bad("no check")
		}
		for _, t := range []namedText{{"Title", r.Title}, {"Why", r.Why}, {"Fix", r.Fix}, {"Message", r.Message}} {
			if !t.text.Complete() {
				bad("%s is missing in a language", t.name)
			}
		}
		if _, each := r.Check.(EachPerson); each && !r.Cause.Complete() {
			bad("a rule on each person names the likely cause where many have it")
		}
		forms := map[string]bool{}
		for _, v := range r.Variants {
			if forms[v.ID] {
				bad("variant %q is there twice", v.ID)
			}
			forms[v.ID] = true
			if v.ID == "" || !v.What.Complete() {
				bad("variant %q is missing words in a language", v.ID)
			}
			for _, t := range []namedText{{"Fix", v.Fix}, {"Cause", v.Cause}} {
				if t.text != (Text{}) && !t.text.Complete() {
					bad("variant %q: %s is missing in a language", v.ID, t.name)
				}
			}
		}
	}
	return errors.Join(errs...)
}
