package linkage

import "ninaudit/audit/nin"

// Record is what linkage knows of one entry. A field that is empty is missing: no evidence either way.
type Record struct {
	Given, Surname string // as the catalog wrote them
	Birth          nin.Date
	Number         nin.Number
	Principal      string   // eduPersonPrincipalName
	Prior          []string // principal names the entry had earlier
	Mail           string
	Unit           string // anything that names the unit; compared for equality only
	Catalog        int    // which catalog the entry is from
	Met            Met
}

// Met are the numbers of what is not one entry's alone, from 1, so that a set need not look each up again: where one is
// equal, so is the value; 0 says nothing. Whoever gives some in a set gives all from one numbering.
type Met struct{ Given, Surname, Unit uint32 }

// fixed tells whether the record carries a valid fødselsnummer: two different ones are two persons. One that
// lost its leading zero is one all the same, for a D-number never begins with a zero.
func (r *Record) fixed() bool {
	return r.Number.Kind() == nin.Fnr && r.Number.Fault() == nin.Fine || r.Number.Detail() == nin.LostZero
}
