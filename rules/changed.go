package rules

import (
	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// passed compares whoever had something last night with the person who has it tonight: by what the history knew of
// the former, and else, where that entry is still there, by the measure that overlay puts to two entries on one
// number. regiven is as in remembered.
func passed(from *audit.Former, c *audit.Change, regiven bool) likeness {
	l := remembered(from.Was, c.Is, regiven)
	if l >= renamed || from.Person == nil {
		return l
	}
	now, _ := compare(from.Person, c.Person)
	return now
}

// remembered compares what the history knew of an entry with tonight's state of another. A token is equal or it is
// not: how two names are spelt, and where they come from, can not be seen and is not guessed. So any agreement that
// nothing speaks against leaves the case open at least; two names or a name and the birth date make one person.
// Namesakes with different birth dates stay open: it is between them that numbers are mistaken.
//
// regiven tells that the same surname and birth date under another given name are one person too, who took another
// given name or is spelt in another way. Where both entries stand in the catalog, they may as well be twins.
func remembered(was, is audit.State, regiven bool) likeness {
	given := agree(was.Given, is.Given)
	surname := agree(was.Surname, is.Surname)
	born := agree(was.Birth, is.Birth)
	otherBirth := !born && was.Birth != 0 && is.Birth != 0
	switch {
	case given && surname && !otherBirth:
		return same
	case given && born, surname && born && regiven:
		return renamed
	case !named(was) || !named(is):
		return unclear
	case given && surname, (given || surname) && !otherBirth, born:
		return unclear
	}
	return different
}

// agree tells that both nights knew a value, and the same one.
func agree(a, b audit.Token) bool { return a != 0 && a == b }

func named(s audit.State) bool { return s.Given != 0 || s.Surname != 0 }

// lawful tells that tonight's number is a national one or a DUF number, and that no rule objects to it.
func lawful(c *audit.Change) bool {
	return c.Person.NIN.Fault() == nin.Fine && (c.Is.National() || c.Is.Kind == nin.DUF)
}

// kindIn is a number's kind as a change tells it. Where the number is not one of its kind, that is said: else a
// wrong number and the right one would read alike.
func kindIn(s audit.State) audit.Arg {
	if !s.Faulty || s.Kind == nin.None || s.Kind == nin.Unknown {
		return audit.Kind(s.Kind)
	}
	word := audit.KindWord(s.Kind)
	return audit.Text{NB: word.NB + " med feil", NN: word.NN + " med feil", EN: word.EN + " with a fault"}
}
