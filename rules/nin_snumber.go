package rules

import (
	"ninaudit/audit"
	"ninaudit/audit/nin"
)

func ninSnumber() audit.Rule {
	return audit.Rule{
		ID:       "nin-snumber",
		Severity: audit.Info,
		Empties:  true,
		Source:   "Samordna opptak, S-number; practice in higher education",
		Title: audit.Text{
			NB: "S-nummer (Samordna opptak)", NN: "S-nummer (Samordna opptak)", EN: "S-number",
		},
		Why: audit.Text{
			NB: "Samordna opptak gir S-nummer til søkere uten fødselsnummer. Det er tildelt etter rutine, men kjennes ikke igjen utenfor høyere utdanning.",
			NN: "Samordna opptak gir S-nummer til søkjarar utan fødselsnummer. Det er tildelt etter rutine, men blir ikkje kjent igjen utanfor høgare utdanning.",
			EN: "The admissions service gives S-numbers to applicants without a national number. They are assigned by routine, but not recognised outside higher education.",
		},
		Fix: audit.Text{
			NB: "Ingen hast: bytt når D- eller fødselsnummer foreligger.",
			NN: "Inga hast: byt når D- eller fødselsnummer ligg føre.",
			EN: "No hurry: replace it when a D-number or national number is at hand.",
		},
		Message: audit.Text{
			NB: "Nummeret er bygd som et S-nummer fra Samordna opptak.",
			NN: "Nummeret er bygd som eit S-nummer frå Samordna opptak.",
			EN: "The number is built like an S-number of the admissions service.",
		},
		Cause: audit.Text{
			NB: "opptaket fører S-numre i feltet for nasjonale numre",
			NN: "opptaket fører S-nummer i feltet for nasjonale nummer",
			EN: "admissions enter S-numbers in the field for national ones",
		},
		Check: onFault(nin.SNumber),
	}
}
