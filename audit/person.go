package audit

import (
	"time"

	"ninaudit/audit/nin"
)

// Ref names one entry of one catalog.
type Ref struct {
	Catalog   string // the catalog's name in the configuration
	ID        string // entryUUID, objectGUID or nsUniqueId; else the lower-cased principal; else the lower-cased DN
	Principal string // eduPersonPrincipalName as written
	DN        string
}

// Met is the place of a name or a unit among those of its kind that the reader of one catalog has met, from 1, so that who
// counts or keeps them need not look each up again. Where it is equal, so is the name or the unit; the converse does not
// hold. 0 says nothing: nobody has numbered it.
type Met uint32

// Person is one entry of a catalog that stands for a person. Strings are as the catalog wrote them and may
// hold digits of a number: nothing of a Person is shown before it has become a Subject.
//
// A catalog may reuse the Person and its slices for the next entry; who keeps one copies it. Names that it has numbered it
// keeps by itself.
type Person struct {
	Ref
	NIN            nin.Number // zero where the catalog holds none
	Read           nin.Parser // how the catalog's numbers are read: NIN is by it, for rows keep the digits alone
	UID            string     // there while the person is judged by EachPerson rules, and nowhere later
	LINs           []string   // norEduPersonLIN as written
	Given, Surname string
	GivenMet       Met      // of the given name; only while the catalog is read, as the next
	SurnameMet     Met      // of the surname
	Display        string   // the name a reader knows the person by; may be empty
	Birth          nin.Date // norEduPersonBirthDate, kept as written even where no such day exists; 0: none
	Units          []*Unit  // in the entry's order, the primary unit first
	Affiliations   Affiliation
	Mail           string
	Prior          []string  // eduPersonPrincipalNamePrior
	Created        time.Time // UTC; zero where the catalog does not say
	Modified       time.Time // UTC; zero where the catalog does not say
	Account        Account
	Protected      bool // nobody but the reader of the restricted workbook may learn of the person
	// Without is the first day without a national number: as the history knows it, else the day of Created. 0 where
	// nobody knows, and for a person who has a national number. The run fills it in before rules on Absence see it.
	Without nin.Date
	// Texts are the fields in which a number has no business: names, mail, uid, description, DN, and local
	// numbers. They are there while the person is judged by EachPerson rules, and nowhere later.
	Texts []Field
}

// Name is what a reader knows the person by; empty if the catalog names nobody.
func (p *Person) Name() string {
	switch {
	case p.Display != "":
		return p.Display
	case p.Given != "" && p.Surname != "":
		return p.Given + " " + p.Surname
	}
	return p.Given + p.Surname
}

// Field is one value of an entry with the name of its attribute, as a reader is to look for it.
type Field struct {
	Name, Value string
	Free        bool // free text: a name or a description, not an identifier that a machine made
	Local       bool // a local number, which should be written realm:scheme:value
	Number      bool // a further value of the number's own field
}

// Unit is an organisational unit: a school. Its Name may become known only when the catalog has been read to
// its end; until then, and where no unit entry is found, it is the leading part of the DN.
type Unit struct {
	DN     string
	Name   string
	Number string // norEduOrgUnitUniqueIdentifier
	Met    Met    // in its catalog
}

// Account says what sort of account an entry is, by the configuration of its catalog.
type Account uint8

// Test, shared and disabled accounts are counted and left out; inactive ones are judged, but stay at info unless
// they share a number with an active person.
const (
	Active Account = iota
	Inactive
	Test
	Shared
	Disabled // nobody can log on with it, and the configuration leaves such accounts out
)

// LeftOut tells that an account is counted and not judged.
func (a Account) LeftOut() bool { return a > Inactive }

// Affiliation is a set of eduPersonAffiliation values.
type Affiliation uint16

// The values of eduPersonAffiliation (eduPerson 2020-01, §2.2.1).
const (
	Student Affiliation = 1 << iota
	Faculty
	Staff
	Employee
	Alum
	Member
	Affiliate
	LibraryWalkIn
)
