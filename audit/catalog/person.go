package catalog

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// field is one attribute that is read.
type field uint8

// The attributes, by what they are for. Those up to localNumber are where no number has any
// business.
const (
	uid field = iota
	principal
	mail
	commonName
	displayName
	givenName
	surname
	legalName
	description
	localNumber
	number
	birthDate
	affiliation
	primaryUnit
	orgUnit
	priorPrincipal
	entryUUID
	objectGUID
	nsUniqueID
	accountControl
	accountDisabled
	accountLock
	createTimestamp
	modifyTimestamp
	whenCreated
	whenChanged
	unitName
	unitNumber
	objectClass
	fields // how many there are

	lastOfPerson = whenChanged
)

// attributeNames are the names as their schemas write them: inetOrgPerson (RFC 2798), eduPerson
// 2020-01, norEdu 2.0, entryUUID (RFC 4530), operational timestamps (RFC 4512 §3.4), AD and 389 DS
// for the rest.
func attributeNames() [fields]string {
	return [fields]string{
		uid: "uid", mail: "mail", commonName: "cn", displayName: "displayName", givenName: "givenName",
		surname: "sn", description: "description", unitName: "ou", objectClass: "objectClass",

		principal: "eduPersonPrincipalName", priorPrincipal: "eduPersonPrincipalNamePrior",
		affiliation: "eduPersonAffiliation", primaryUnit: "eduPersonPrimaryOrgUnitDN",
		orgUnit: "eduPersonOrgUnitDN",

		number: "norEduPersonNIN", localNumber: "norEduPersonLIN", birthDate: "norEduPersonBirthDate",
		legalName: "norEduPersonLegalName", unitNumber: "norEduOrgUnitUniqueIdentifier",

		entryUUID: "entryUUID", createTimestamp: "createTimestamp", modifyTimestamp: "modifyTimestamp",
		objectGUID: "objectGUID", whenCreated: "whenCreated", whenChanged: "whenChanged",
		nsUniqueID: "nsUniqueId",

		accountControl: "userAccountControl", accountDisabled: "msDS-UserAccountDisabled", accountLock: "nsAccountLock",
	}
}

// isFree tells whether people write the field by hand, so that any run of digits in it is there on
// purpose.
func isFree(f field) bool { return f >= commonName && f <= description }

// neverRead says what an attribute holds that is neither asked for nor read; empty for any other.
func neverRead(name string) (holds string) {
	switch strings.ToLower(name) {
	case "noredupersonauthnmethod":
		return "phone numbers"
	case "userpassword", "unicodepwd":
		return "passwords"
	}
	return ""
}

// personAttributes is what a server is to be asked for on persons, sorted, operational attributes
// by name.
func (o *Options) personAttributes() []string {
	all := o.Attributes.names()
	names := append(o.Accounts.attributes(), all[:lastOfPerson+1]...)
	slices.SortStableFunc(names, func(a, b string) int {
		return strings.Compare(strings.ToLower(a), strings.ToLower(b))
	})
	return slices.CompactFunc(names, strings.EqualFold)
}

// unitAttributes is what a server is to be asked for on units, sorted.
func (o *Options) unitAttributes() []string {
	all := o.Attributes.names()
	return []string{all[commonName], all[displayName], all[unitNumber], all[unitName]}
}

// roles are what an entry's object classes make of it.
func (m *mapper) roles() (person, unit bool) {
	computer := false
	for _, class := range m.values[objectClass] {
		switch {
		case bytes.EqualFold(class, []byte("norEduPerson")),
			bytes.EqualFold(class, []byte("eduPerson")),
			bytes.EqualFold(class, []byte("user")):
			person = true
		case bytes.EqualFold(class, []byte("computer")): // to AD, a user too
			computer = true
		case bytes.EqualFold(class, []byte("norEduOrgUnit")):
			unit = true
		}
	}
	return person && !computer, unit
}

// affiliationOf reads one eduPersonAffiliation; 0 for what is none.
func affiliationOf(v []byte) audit.Affiliation {
	for i, name := range [...]string{
		"student", "faculty", "staff", "employee", "alum", "member", "affiliate", "library-walk-in",
	} {
		if bytes.EqualFold(v, []byte(name)) {
			return audit.Student << i
		}
	}
	return 0
}

// errNameless is for an entry that could not be told from another, tonight or tomorrow.
var errNameless = errors.New("the entry has neither an ID nor a DN")

// person makes a person of an entry, whatever its object classes are. The person is the mapper's
// own and holds until the next call. An entry that nothing identifies is a *audit.EntryError.
func (m *mapper) person(e *entry) (*audit.Person, error) {
	m.collect(e)
	return m.build(e)
}

// build makes a person of what collect collected.
func (m *mapper) build(e *entry) (*audit.Person, error) {
	p := &m.made
	*p = audit.Person{
		Ref:  audit.Ref{Catalog: m.options.Name, DN: plainDN(e.dn)},
		Read: m.options.Parser,
		LINs: p.LINs[:0], Units: p.Units[:0], Prior: p.Prior[:0], Texts: p.Texts[:0],
	}
	p.UID = m.tell(uid)
	p.Principal, p.Mail = m.tell(principal), m.tell(mail)
	name := m.tell(commonName)
	if p.Display = m.tell(displayName); p.Display == "" {
		p.Display = name
	}
	p.Given, p.GivenMet = m.tellName(givenName)
	p.Surname, p.SurnameMet = m.tellName(surname)
	m.tell(legalName)
	m.tell(description)
	locals := len(p.Texts)
	m.tell(localNumber)
	for _, t := range p.Texts[locals:] {
		p.LINs = append(p.LINs, t.Value)
	}
	m.number()
	p.Texts = append(p.Texts, audit.Field{Name: dnAttribute, Value: p.DN})
	for _, v := range m.values[priorPrincipal][:min(maxPrior, len(m.values[priorPrincipal]))] {
		p.Prior = append(p.Prior, clean(v))
	}
	for _, v := range m.values[affiliation] {
		p.Affiliations |= affiliationOf(v)
	}
	p.Birth = nin.ReadBirthDate(clean(m.first(birthDate)))
	p.Created = m.time(createTimestamp, whenCreated)
	p.Modified = m.time(modifyTimestamp, whenChanged)
	p.Account = m.account()
	p.Protected = slices.Contains(m.matched[m.protected:], true)
	m.place()
	if p.ID = m.identify(); p.ID == "" {
		return nil, &audit.EntryError{Catalog: m.options.Name, Line: e.line, Err: errNameless}
	}
	return p, nil
}

// maxPrior is how many earlier principal names of a person are kept.
const maxPrior = 20

// number reads norEduPersonNIN. Further values that differ go among the texts, so that they are
// seen.
func (m *mapper) number() {
	first := m.first(number)
	m.made.NIN = m.options.Parser.Parse(cleanNumber(first))
	for _, v := range m.values[number] {
		if !bytes.Equal(v, first) {
			m.made.Texts = append(m.made.Texts, audit.Field{Name: m.names[number], Value: clean(v), Number: true})
		}
	}
}

// identify finds what tells the entry from all others, night after night.
func (m *mapper) identify() string {
	if id := clean(m.first(entryUUID)); id != "" {
		return strings.ToLower(id)
	}
	if id := guid(m.first(objectGUID)); id != "" {
		return id
	}
	for _, id := range [...]string{clean(m.first(nsUniqueID)), m.made.Principal} {
		if id != "" {
			return strings.ToLower(id)
		}
	}
	return strings.ToLower(m.made.DN)
}
