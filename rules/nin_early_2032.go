package rules

import (
	"ninaudit/audit"
	"ninaudit/audit/nin"
)

func ninEarly2032() audit.Rule {
	return audit.Rule{
		ID:       "nin-early-2032",
		Severity: audit.Error,
		Empties:  true,
		Source:   "Skatteetaten, Folkeregisteret: \"nyttfnr2032\", in force from 2032-01-01",
		Title: audit.Text{
			NB: "Følger 2032-regelen, som ikke gjelder ennå",
			NN: "Følgjer 2032-regelen, som ikkje gjeld enno",
			EN: "2032 rule, not yet in force",
		},
		Why: audit.Text{
			NB: "Kontrollsifrene stemmer bare etter regelen som gjelder fra 2032. Ingen har fått et slikt nummer ennå.",
			NN: "Kontrollsifra stemmer berre etter regelen som gjeld frå 2032. Ingen har fått eit slikt nummer enno.",
			EN: "The control digits hold only by the rule that is in force from 2032. Nobody has been given such a number yet.",
		},
		Fix: audit.Text{
			NB: "Behandle som feil kontrollsiffer: kontroller mot Folkeregisteret og rett i kildesystemet.",
			NN: "Handsam som feil kontrollsiffer: kontroller mot Folkeregisteret og rett i kjeldesystemet.",
			EN: "Treat it as wrong control digits: check it against the population register and mend it in the source system.",
		},
		Message: audit.Text{
			NB: "Kontrollsifrene stemmer bare etter 2032-regelen.",
			NN: "Kontrollsifra stemmer berre etter 2032-regelen.",
			EN: "The control digits hold by the 2032 rule only.",
		},
		Cause: audit.Text{
			NB: "et system som lager numre etter 2032-regelen",
			NN: "eit system som lagar nummer etter 2032-regelen",
			EN: "a system that makes numbers by the 2032 rule",
		},
		Check: onFault(nin.Early2032),
	}
}
