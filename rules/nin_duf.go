package rules

import (
	"ninaudit/audit"
	"ninaudit/audit/nin"
)

func ninDuf() audit.Rule {
	return audit.Rule{
		ID:       "nin-duf",
		Severity: audit.Warning,
		Empties:  true,
		Source:   "SSB, KOSTRA: control of DUF numbers; UDI has published no rule",
		Title: audit.Text{
			NB: "DUF-nummer som bør kontrolleres", NN: "DUF-nummer som bør kontrollerast", EN: "DUF number to check",
		},
		Why: audit.Text{
			NB: "Nummeret oppfyller ikke kontrollregelen som SSB bruker for DUF-numre. Det kan være feilskrevet; UDI har ikke publisert noen regel.",
			NN: "Nummeret oppfyller ikkje kontrollregelen som SSB bruker for DUF-nummer. Det kan vere feilskrive; UDI har ikkje publisert nokon regel.",
			EN: "The number does not satisfy the control rule that SSB uses for DUF numbers. It may be mistyped; UDI has published no rule.",
		},
		Fix: audit.Text{
			NB: "Sammenlign med dokument fra UDI, og rett i kildesystemet.",
			NN: "Samanlikn med dokument frå UDI, og rett i kjeldesystemet.",
			EN: "Compare it with a document from UDI, and mend it in the source system.",
		},
		Message: audit.Text{NB: "Tolv sifre som et DUF-nummer, men {what}.", NN: "Tolv siffer som eit DUF-nummer, men {what}.", EN: "Twelve digits like a DUF number, but {what}."},
		Cause: audit.Text{
			NB: "kildesystemet fører noe annet enn DUF-numre i feltet",
			NN: "kjeldesystemet fører noko anna enn DUF-nummer i feltet",
			EN: "the source system enters something other than DUF numbers",
		},
		Variants: []audit.Variant{
			{ID: "control", What: audit.Text{
				NB: "det oppfyller ikke kontrollregelen som SSB bruker",
				NN: "det oppfyller ikkje kontrollregelen som SSB bruker",
				EN: "it does not satisfy the control rule that SSB uses",
			}},
			{ID: "year", What: audit.Text{
				NB: "det begynner ikke med et mulig søknadsår",
				NN: "det byrjar ikkje med eit mogleg søknadsår",
				EN: "it does not begin with a possible year of application",
			}},
		},
		Check: onFault(nin.BadDUF, nin.DUFControl, nin.DUFYear),
	}
}
