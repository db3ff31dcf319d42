// Package catalog is where persons come from: an LDAP server (NewLDAP), an LDIF export (NewLDIF,
// NewReader) and the built-in Sample.
//
// # One mapping, several sources
//
// A source gives entries: a DN and attributes, as bytes, as the server or the file wrote them. The
// mapper makes persons of them. It is the same for every source, so that one catalog read over
// LDAP and from its export gives the same persons, and it stands in person.go, the only file that
// knows attribute names.
//
// A catalog may keep something under a name of its own, as AD without the norEdu schema does: Attributes says so, and
// everything that follows, what is asked for, told and warned of, goes by the catalog's names.
//
// Every attribute is read as a list, whatever the schema says: AD and AD LDS copies of the schema
// do not always hold SINGLE-VALUE. Of several values the first counts, one without options
// (";lang-no") before one with. A second norEduPersonNIN is not hidden: it stands among the
// person's Texts under the attribute's own name, where a rule on exposed numbers meets it.
//
// The name that readers see is displayName, else cn, else given name and surname. It is never
// norEduPersonLegalName, which may be a name that the person does not go by and that is not for
// lists that travel. norEduPersonAuthnMethod holds phone numbers and is neither asked for nor
// read.
//
// # Foreign bytes
//
// What a server or a file sends is bounded before it is kept, text that is no UTF-8 is mended, and
// control characters are taken out of what readers see. Errors name a line or an entry's ID and
// never echo a value or a DN.
//
// The LDIF reader is our own. The reader that comes with go-ldap stops for good at the first bad
// record, takes seconds for one folded photo, and opens local files that an export names with
// ":<". Here a bad record costs that record, a value is never looked for anywhere but in the file,
// and an entry costs no memory that outlives it.
package catalog

import "ninaudit/audit/nin"

// Options are what every kind of catalog has.
type Options struct {
	Name       string     // the catalog's name in the configuration
	Parser     nin.Parser // reads norEduPersonNIN
	Attributes Attributes // where the catalog keeps what the schemas have a name for
	Accounts   Accounts   // which entries are no ordinary accounts
	Disabled   Disabled   // what becomes of accounts with which nobody can log on
}
