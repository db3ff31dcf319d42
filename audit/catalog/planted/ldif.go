package planted

import (
	"bufio"
	"encoding/base64"
	"io"
	"strings"
	"time"
)

// WriteLDIF writes the catalog as RFC 2849 content records, the entries above first, so that a
// directory server can load it as it is. A comment above each person says who it is and what is
// planted.
func (c *Catalog) WriteLDIF(w io.Writer) error {
	out := ldif{bufio.NewWriterSize(w, 1<<16)}
	out.above(c.asOf, c.units)
	for _, p := range c.persons {
		out.person(p)
	}
	return out.Flush()
}

// above writes what stands above the persons.
func (l ldif) above(asOf Day, units []*unit) {
	l.WriteString("version: 1\n\n" +
		"# The catalog of a municipality that does not exist. Nobody in it is real, and no number in it can be\n" +
		"# anybody's: month + 80 stands for the month, and what else there is was published by its issuer or fails\n" +
		"# the control digits. Above each person stands what is planted there; \"want\" names the rule that finds it.\n")
	l.entry(baseDN, "top dcObject organization", asOf)
	l.line("dc", "fjordvik")
	l.line("o", "Fjordvik kommune")
	l.WriteByte('\n')
	l.entry(unitsDN, "top organizationalUnit", asOf)
	l.line("ou", "units")
	l.WriteByte('\n')
	for _, u := range units {
		l.entry(u.dn(), "top organizationalUnit norEduOrgUnit", asOf)
		l.line("ou", u.name)
		l.line("norEduOrgUnitUniqueIdentifier", "NO"+u.number)
		l.WriteByte('\n')
	}
	l.entry(peopleDN, "top organizationalUnit", asOf)
	l.line("ou", "people")
	l.WriteByte('\n')
}

type ldif struct{ *bufio.Writer }

// entry begins an entry that stands for no person.
func (l ldif) entry(dn, classes string, asOf Day) {
	l.line("dn", dn)
	for _, c := range words(classes) {
		l.line("objectClass", c)
	}
	l.stamp("createTimestamp", dayOf(asOf.year()-6, 8, 3).noon())
	l.stamp("modifyTimestamp", dayOf(asOf.year()-6, 8, 3).noon())
}

func (l ldif) stamp(name string, t time.Time) {
	if !t.IsZero() {
		l.line(name, t.Format("20060102150405Z"))
	}
}

func (l ldif) person(p *person) {
	l.comment(p)
	l.line("dn", "uid="+p.uid+","+peopleDN)
	for _, c := range []string{"top", "person", "organizationalPerson", "inetOrgPerson", "eduPerson", "norEduPerson"} {
		l.line("objectClass", c)
	}
	l.line("uid", p.uid)
	l.line("cn", p.given+" "+p.surname)
	l.line("sn", p.surname)
	l.line("givenName", p.given)
	l.line("displayName", p.display)
	l.line("mail", p.mail)
	l.line("eduPersonPrincipalName", p.principal)
	for _, a := range p.affiliations() {
		l.line("eduPersonAffiliation", a)
	}
	l.line("eduPersonOrgUnitDN", p.unit.dn())
	l.line("eduPersonPrimaryOrgUnitDN", p.unit.dn())
	l.some("departmentNumber", p.class)
	l.some("norEduPersonBirthDate", p.birthText)
	l.some("norEduPersonNIN", p.nin)
	for _, v := range p.lins {
		l.line("norEduPersonLIN", v)
	}
	for _, v := range p.descriptions {
		l.line("description", v)
	}
	l.some("telephoneNumber", p.phone)
	l.line("entryUUID", p.uuid)
	l.stamp("createTimestamp", p.created)
	l.stamp("modifyTimestamp", p.created)
	l.WriteByte('\n')
}

// affiliations is eduPersonAffiliation by role.
func (p *person) affiliations() []string {
	switch p.role {
	case teacher:
		return []string{"member", "employee", "faculty"}
	case clerk:
		return []string{"member", "employee", "staff"}
	}
	return []string{"member", "student"}
}

// comment says who the person is and what is planted, without digits of a number.
func (l ldif) comment(p *person) {
	what := [...]string{pupil: "elev", learner: "deltaker", teacher: "lærer", clerk: "ansatt"}[p.role]
	if p.class != "" {
		what += " " + p.class
	}
	l.WriteString("# " + p.given + " " + p.surname + ", " + what + ", " + p.unit.name + "\n")
	for _, n := range p.notes {
		l.WriteString("# " + n + "\n")
	}
}

// some writes a line unless the value is empty.
func (l ldif) some(name, value string) {
	if value != "" {
		l.line(name, value)
	}
}

// line writes one value, in base64 where RFC 2849 asks for it, folded at 76 columns.
func (l ldif) line(name, value string) {
	s := name + ": " + value
	if !safe(value) {
		s = name + ":: " + base64.StdEncoding.EncodeToString([]byte(value))
	}
	for width := 76; len(s) > width; width = 75 {
		l.WriteString(s[:width] + "\n ")
		s = s[width:]
	}
	l.WriteString(s + "\n")
}

// safe tells whether a value is a SAFE-STRING that does not end in a blank.
func safe(value string) bool {
	for i := range len(value) {
		if c := value[i]; c == 0 || c == '\n' || c == '\r' || c >= 0x80 {
			return false
		}
	}
	return !strings.HasPrefix(value, " ") && !strings.HasPrefix(value, ":") && !strings.HasPrefix(value, "<") &&
		!strings.HasSuffix(value, " ")
}
