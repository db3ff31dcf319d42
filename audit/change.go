package audit

import "ninaudit/audit/nin"

// Token stands for a value that must not be kept: its keyed hash, cut to 64 bits. Equal values have equal tokens
// under one key, and nobody without the key can try values out. 0 stands for no value.
type Token uint64

// State is what one night knew of a person, without telling who it is.
type State struct {
	Kind      nin.Kind // of the number; None where there was none
	Faulty    bool     // the number was not one of its kind: shape, day, series or control digits
	Number    Token    // the digits; what stood there where they are no digits
	Principal Token    // the Feide name, in lower case
	Given     Token    // the given names, folded
	Surname   Token    // the surname, folded
	Birth     Token    // norEduPersonBirthDate
}

// National tells that the number was a national one: a fødselsnummer or a D-number.
func (s State) National() bool { return !s.Faulty && (s.Kind == nin.Fnr || s.Kind == nin.D) }

// Change is one person on two nights, where anything in the state differs or the entry is new to the history.
type Change struct {
	Person *Person
	Was    State // zero for an entry that the history did not know
	Is     State
	// Flagged tells that an open finding on the number that stood here asked for it to be taken away or put right.
	Flagged bool
	// Taken tells that the number that stood here stands on another entry tonight: that is a change of its own.
	Taken bool
	// Holder is another entry that had tonight's number last night and does not have it tonight; nil if nobody is, and
	// where the number goes back to whom it had been taken from.
	Holder *Former
	// Owner is another entry that had tonight's principal name and does not have it tonight; nil as Holder is.
	Owner *Former
}

// Known tells that the history knew the entry.
func (c *Change) Known() bool { return c.Was != State{} }

// Former is an entry of an earlier night.
type Former struct {
	Was    State
	Person *Person // the entry tonight; nil where it is gone
	// Duplicate tells that an open finding holds the entry and the person's for one person's, and asked to make them one.
	Duplicate bool
}

// The members of a change, for Verdict.Members.
const (
	ChangePerson = iota // the person
	ChangeHolder        // the holder's entry tonight
	ChangeOwner         // the owner's entry tonight
)

// EachChange is put to every change, when all catalogs have been read and compared with the last night. It is not put
// to anything on a baseline run, for a catalog that is new to the history, or without history. What it finds is an
// event: told once, and never resolved. Members of its verdicts are ChangePerson, ChangeHolder and ChangeOwner; nil
// is the person alone.
type EachChange func(c *Change, on nin.Date) (Verdict, bool)

func (EachChange) isCheck() {}
