package rules

import (
	"ninaudit/audit"
	"ninaudit/audit/nin"
)

func ninPlaceholder() audit.Rule {
	return audit.Rule{
		ID:       "nin-placeholder",
		Severity: audit.Error,
		Empties:  true,
		Source:   "Feide, notice of 2022-03-30, step 1; SSB, KOSTRA; NAV, FDAT",
		Title:    audit.Text{NB: "Plassholder i nummerfeltet", NN: "Plasshaldar i nummerfeltet", EN: "Stand-in number"},
		Why: audit.Text{
			NB: "En plassholder kan stå på mange, og kan være en annens ekte nummer. Da kan brukeren få tilgang til en annens innhold.",
			NN: "Ein plasshaldar kan stå på mange, og kan vere det ekte nummeret til ein annan. Då kan brukaren få tilgang til innhaldet til ein annan.",
			EN: "A stand-in may stand on many persons, and may be somebody's real number. The user may then be given another person's content.",
		},
		Fix: audit.Text{
			NB: "Fjern verdien i kildesystemet; vurder om noen har fått tilgang til andres innhold.",
			NN: "Fjern verdien i kjeldesystemet; vurder om nokon har fått tilgang til innhaldet til andre.",
			EN: "Remove the value in the source system; consider whether anybody was given others' content.",
		},
		Message: audit.Text{NB: "Nummeret er {what}.", NN: "Nummeret er {what}.", EN: "The number is {what}."},
		Cause: audit.Text{
			NB: "kildesystemet fyller ut feltet når nummeret mangler",
			NN: "kjeldesystemet fyller ut feltet når nummeret manglar",
			EN: "the source system fills the field where a number is missing",
		},
		Variants: []audit.Variant{
			{ID: "whole", What: audit.Text{
				NB: "et av dem som skrives for å komme forbi et skjema",
				NN: "eit av dei som blir skrivne for å kome forbi eit skjema",
				EN: "one of those that are typed to get past a form",
			}},
			{ID: "tail", What: audit.Text{
				NB: "en dato og fem oppdiktede sifre",
				NN: "ein dato og fem oppdikta siffer",
				EN: "a date and five invented digits",
			}},
			{ID: "fdat", What: audit.Text{
				NB: "en dato og sifrene som NAV bruker for ukjent nummer (FDAT)",
				NN: "ein dato og sifra som NAV bruker for ukjent nummer (FDAT)",
				EN: "a date and the digits that NAV uses for an unknown number (FDAT)",
			}},
			{ID: "ssb", What: audit.Text{
				NB: "en dato og sifrene som brukes for ukjent nummer i rapportering til SSB",
				NN: "ein dato og sifra som blir brukte for ukjent nummer i rapportering til SSB",
				EN: "a date and the digits used for an unknown number in reports to SSB",
			}},
			{ID: "sap", What: audit.Text{
				NB: "en dato og sifre som lønns- og personalsystemer lager for ukjent nummer",
				NN: "ein dato og siffer som løns- og personalsystem lagar for ukjent nummer",
				EN: "a date and digits that HR systems make for an unknown number",
			}},
		},
		Check: onFault(nin.Placeholder, nin.WholeStandIn, nin.TailStandIn, nin.TailFDAT, nin.TailSSB, nin.TailSAP),
	}
}
