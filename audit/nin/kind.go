package nin

import "math/bits"

// Kind is what sort of number a value is, by its layout.
type Kind uint8

// The kinds, with the issuers that facts name.
const (
	None      Kind = iota // no value
	Unknown               // a value of no known layout
	Fnr                   // fødselsnummer, Skatteetaten
	D                     // D-number, Skatteetaten
	DUF                   // DUF number, UDI
	S                     // S-number, Samordna opptak
	FS                    // an institution's Felles studentsystem
	VIGO                  // "fin" number, a county's admissions office
	H                     // H-number, a health institution
	FH                    // FH-number, Norsk helsenett
	NAV                   // NPID or BOST, NAV
	Synthetic             // a test number of Skatteetaten, NAV, or Norsk helsenett and FHI
)

var kindNames = [...]string{"none", "unknown", "fnr", "d", "duf", "s", "fs", "vigo", "h", "fh", "nav", "synthetic"}

// String is the kind's word in findings.jsonl and in the answers of "ninaudit nin --json".
func (k Kind) String() string { return kindNames[k] }

// National tells whether a number of this kind identifies a person to services: fødselsnummer and D-number.
// A DUF number may stand in for one while a person waits.
func (k Kind) National() bool { return k == Fnr || k == D }

// kinds is a set of kinds.
type kinds uint16

func setOf(ks ...Kind) kinds {
	var s kinds
	for _, k := range ks {
		s |= 1 << k
	}
	return s
}

func (s kinds) list() []Kind {
	if s == 0 {
		return nil
	}
	l := make([]Kind, 0, bits.OnesCount16(uint16(s)))
	for k := None; k <= Synthetic; k++ {
		if s&(1<<k) != 0 {
			l = append(l, k)
		}
	}
	return l
}

// Scheme is one way of marking a number as a test number; the offset is added to the month.
type Scheme uint8

// The schemes, and who uses them.
const (
	Tenor   Scheme = 1 << iota // +80, Skatteetaten: Tenor and Test-Norge
	Dolly                      // +40, NAV
	NPID                       // +40 on NPID's own +20, NAV
	SyntPop                    // +65, Norsk helsenett and FHI
)

// Fault is what is wrong with a number as a value of norEduPersonNIN.
type Fault uint8

// The faults, in the order of judgement that doc.go states.
const (
	Fine        Fault = iota
	Malformed         // neither 11 digits nor a DUF number
	BadDUF            // twelve digits that fail the DUF number's control or year
	Placeholder       // a stand-in
	OtherKind         // a number of another issuer, local
	SNumber           // an S-number
	TestNumber        // a synthetic number where real ones belong
	BadDate           // no such day, unassigned series, future, before 1900
	Checksum          // control digits wrong under every rule
	Early2032         // control digits hold by the rule of 2032 only, before 2032
)

var faultRules = [...]string{"", "nin-malformed", "nin-duf", "nin-placeholder", "nin-other-kind",
	"nin-snumber", "nin-synthetic", "nin-date", "nin-checksum", "nin-early-2032"}

// Rule is the ID of the rule that tells this fault; empty for Fine.
func (f Fault) Rule() string { return faultRules[f] }

// Detail is the form that a fault takes.
type Detail uint8

// The forms of Malformed, Placeholder, BadDate and BadDUF.
const (
	NoDetail     Detail = iota
	NotDigits           // Malformed: text
	OnlyBlanks          // Malformed: blanks and nothing else
	Separated           // Malformed: a number with blanks, hyphens or dots in or around it
	LostZero            // Malformed: ten digits that are a dated number but for the leading zero
	TooShort            // Malformed: fewer digits than eleven
	TooLong             // Malformed: more digits than twelve
	DatePlus            // Malformed: twelve digits or more that begin with a date
	WholeStandIn        // Placeholder: one of the whole numbers that people type
	TailStandIn         // Placeholder: a date and a tail that people type (12345, 11111)
	TailFDAT            // Placeholder: a date and 00000 or 00001, as NAV marks an unknown number
	TailSSB             // Placeholder: a date and 00100, 00200, 55555 or 99999, as in reports to SSB
	TailSAP             // Placeholder: a date and 00X00, as HR systems make
	NoSuchDay           // BadDate
	NoSuchMonth         // BadDate: a month that no scheme knows
	BadSeries           // BadDate: no series of that year holds the individnummer
	InFuture            // BadDate
	TooOld              // BadDate: before 1900
	DUFControl          // BadDUF
	DUFYear             // BadDUF: a year that can not be
)
