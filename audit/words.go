package audit

import "ninaudit/audit/nin"

// Severity says how soon somebody must act. The zero value means "as the rule says" in a Verdict.
type Severity uint8

// The severities, mildest first, so that they compare.
const (
	Info Severity = iota + 1
	Warning
	Error
	Critical
)

// Severities lists the severities, gravest first: the order in which a reader meets them.
func Severities() []Severity { return []Severity{Critical, Error, Warning, Info} }

// String is the severity's word in findings.jsonl and on the command line.
func (s Severity) String() string {
	return [...]string{"", "info", "warning", "error", "critical"}[s]
}

// ParseSeverity reads the word that String writes.
func ParseSeverity(s string) (Severity, bool) {
	for _, v := range Severities() {
		if v.String() == s {
			return v, true
		}
	}
	return 0, false
}

// Word is what a reader sees of the severity.
func (s Severity) Word() Text {
	switch s {
	case Critical:
		return Text{"Haster", "Hastar", "Urgent"}
	case Error:
		return Text{"Feil", "Feil", "Error"}
	case Warning:
		return Text{"Bør kontrolleres", "Bør kontrollerast", "Check"}
	}
	return Text{"Til orientering", "Til orientering", "For information"}
}

// Status says where a finding stands between two runs.
type Status uint8

// The states of a finding. Waiting findings are inside their grace period, or another case speaks for them: they
// are counted, and never stand in findings.jsonl.
const (
	Standing Status = iota
	New
	Reopened
	Waived
	Resolved
	Waiting
)

// String is the status's word in findings.jsonl.
func (s Status) String() string {
	return [...]string{"standing", "new", "reopened", "waived", "resolved", "waiting"}[s]
}

// Open tells that somebody has to act: the case stands, and no decision lets it stand.
func (s Status) Open() bool { return s == Standing || s == New || s == Reopened }

// Word is what a reader sees of the status.
func (s Status) Word() Text {
	return [...]Text{
		Standing: {"Åpen", "Open", "Open"},
		New:      {"Ny", "Ny", "New"},
		Reopened: {"Tilbake", "Tilbake", "Back"},
		Waived:   {"Akseptert til dato", "Akseptert til dato", "Accepted until"},
		Resolved: {"Løst", "Løyst", "Resolved"},
		Waiting:  {"Innenfor fristen", "Innanfor fristen", "Within the limit"},
	}[s]
}

// KindWord is what a reader sees of a number's kind, by facts of the issuers' own names.
func KindWord(k nin.Kind) Text {
	switch k {
	case nin.None:
		return Text{"uten nummer", "utan nummer", "no number"}
	case nin.Fnr:
		return Text{"fødselsnummer", "fødselsnummer", "national identity number"}
	case nin.D:
		return Text{"D-nummer", "D-nummer", "D-number"}
	case nin.DUF:
		return Text{"DUF-nummer", "DUF-nummer", "DUF number"}
	case nin.S:
		return Same("S-nummer (Samordna opptak)")
	case nin.FS:
		return Same("FS-nummer")
	case nin.VIGO:
		return Text{"fylkets nummer (VIGO)", "nummer frå fylket (VIGO)", "county number (VIGO)"}
	case nin.H:
		return Text{"H-nummer (helse)", "H-nummer (helse)", "H-number (health)"}
	case nin.FH:
		return Text{"FH-nummer (helse)", "FH-nummer (helse)", "FH-number (health)"}
	case nin.NAV:
		return Text{"nummer fra NAV", "nummer frå NAV", "NAV number"}
	case nin.Synthetic:
		return Text{"testnummer", "testnummer", "test number"}
	}
	return Text{"ukjent slag", "ukjent slag", "unknown kind"}
}
