package scan

import (
	"encoding/binary"
	"encoding/hex"
	"strings"
	"time"

	"ninaudit/audit"
)

// The first byte of a row holds the account and four marks.
const (
	hasLocal    = 1 << 7      // has a local number
	isProtected = 1 << 6      // is under protection
	sameMail    = 1 << 5      // the mail address begins like the Feide name
	sameUID     = 1 << 4      // the DN begins with the Feide name's beginning, as uid
	accountBits = sameUID - 1 // what is left for the account
	uid         = "uid="      // see sameUID
)

// pack writes a person's row.
func (pop *rows) pack(b []byte, p *audit.Person) []byte {
	marks := byte(p.Account)
	if len(p.LINs) > 0 {
		marks |= hasLocal
	}
	if p.Protected {
		marks |= isProtected
	}
	principal, realm := cutAt(p.Principal, '@')
	mail, domain := cutAt(p.Mail, '@')
	rdn, parent := cutAt(p.DN, ',')
	if mail == principal {
		marks |= sameMail
	}
	if strings.HasPrefix(rdn, uid) && rdn[len(uid):] == principal {
		marks |= sameUID
	}
	b = append(b, marks)
	b = binary.AppendUvarint(b, uint64(len(p.Units))) // among what is asked of many
	for _, u := range p.Units {
		b = binary.AppendUvarint(b, pop.units.of(u, u.Met))
	}
	b = appendID(b, p.ID)
	b = pop.appendText(b, false, principal, realm)
	b = pop.appendText(b, marks&sameMail != 0, mail, domain)
	b = pop.appendText(b, marks&sameUID != 0, rdn, parent)
	b = binary.AppendUvarint(b, pop.nameOf(p.Given, p.GivenMet))
	b = binary.AppendUvarint(b, pop.nameOf(p.Surname, p.SurnameMet))
	display := p.Display
	if isBoth(display, p.Given, p.Surname) {
		display = "\x00" // made again from the two
	}
	b = appendString(b, display)
	b = binary.AppendUvarint(b, uint64(p.Birth))
	b = binary.AppendUvarint(b, uint64(p.Affiliations))
	b = appendTime(b, p.Created)
	b = binary.AppendUvarint(b, uint64(len(p.Prior)))
	for _, s := range p.Prior {
		b = appendString(b, s)
	}
	return b
}

// isBoth tells whether a displayed name is a given name and a surname.
func isBoth(display, given, surname string) bool {
	n := len(given)
	return len(display) == n+1+len(surname) && display[:n] == given && display[n] == ' ' && display[n+1:] == surname
}

// cutAt divides a text before the first of a byte; where there is none, the second part is empty.
func cutAt(s string, c byte) (string, string) {
	if i := strings.IndexByte(s, c); i >= 0 {
		return s[:i], s[i:]
	}
	return s, ""
}

// mostTails is how many ends of texts are interned: realms, domains and parents are few, and where they are not, to number
// them takes more memory than to write them out.
const mostTails = 4096

// How a text ends: not by a tail; by one that is not interned, so that the text is written whole; or by the one of the
// number that is left.
const (
	noTail = iota
	ownTail
	firstTail
)

// appendText writes a text in two parts: what its tail is, and the first part, unless that is known from another text.
func (pop *rows) appendText(b []byte, known bool, first, tail string) []byte {
	how := uint64(noTail)
	if tail != "" {
		how = pop.tailOf(tail)
	}
	b = binary.AppendUvarint(b, how)
	switch {
	case how == ownTail:
		b = binary.AppendUvarint(b, uint64(len(first)+len(tail)))
		b = append(append(b, first...), tail...)
	case !known:
		b = appendString(b, first)
	}
	return b
}

func (pop *rows) tailOf(tail string) uint64 {
	if i, met := pop.tails.index[tail]; met {
		return firstTail + i
	}
	if len(pop.tails.values) == mostTails {
		return ownTail
	}
	return firstTail + pop.tails.of(strings.Clone(tail))
}

// appendID writes an entry's ID, a lower-case UUID in half the room.
func appendID(b []byte, id string) []byte {
	from := len(b)
	b = binary.AppendUvarint(b, uuid)
	if b, ok := appendUUID(b, id); ok {
		return b
	}
	return appendString(b[:from], id)
}

// appendUUID writes the bytes of a UUID in lower case; not ok if the text is none.
func appendUUID(b []byte, id string) (out []byte, ok bool) {
	if len(id) != 36 || id[8] != '-' || id[13] != '-' || id[18] != '-' || id[23] != '-' || id != strings.ToLower(id) {
		return b, false
	}
	for _, part := range [...]string{id[:8], id[9:13], id[14:18], id[19:23], id[24:]} {
		var err error
		if b, err = hex.AppendDecode(b, []byte(part)); err != nil {
			return b, false
		}
	}
	return b, true
}

func appendString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// appendTime writes a time in whole seconds; times before 1970 are no times of a catalog.
func appendTime(b []byte, t time.Time) []byte {
	if t.IsZero() || t.Unix() < 0 {
		return binary.AppendUvarint(b, 0)
	}
	return binary.AppendUvarint(b, uint64(t.Unix()))
}
