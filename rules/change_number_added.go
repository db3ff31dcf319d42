package rules

import (
	"ninaudit/audit"
	"ninaudit/audit/nin"
)

func changeNumberAdded() audit.Rule {
	return audit.Rule{
		ID:        "change-number-added",
		Announced: true,
		Severity:  audit.Info,
		Source:    "Feide, notice of 2022-03-30, step 5",
		Title:     audit.Text{NB: "Nummer lagt inn", NN: "Nummer lagt inn", EN: "Number added"},
		Why: audit.Text{
			NB: "Tjenester som tar imot nummeret, får nå et de ikke har sett før, og kan ta brukeren for en ny person.",
			NN: "Tenester som tek imot nummeret, får no eit dei ikkje har sett før, og kan ta brukaren for ein ny person.",
			EN: "Services that receive the number now get one that they have not seen before, and may take the user for a new person.",
		},
		Fix: audit.Text{
			NB: "Varsle leverandørene som har tilrettelagt for brukere uten nummer (steg 5).",
			NN: "Varsle leverandørane som har lagt til rette for brukarar utan nummer (steg 5).",
			EN: "Tell the providers that have made arrangements for users without a number (step 5).",
		},
		Message: audit.Text{NB: "Nummer lagt inn: {1} → {2}.", NN: "Nummer lagt inn: {1} → {2}.", EN: "Number added: {1} → {2}."},
		Check: audit.EachChange(func(c *audit.Change, _ nin.Date) (audit.Verdict, bool) {
			if !addedNumber(c) || moved(c) {
				return audit.Verdict{}, false
			}
			return audit.Verdict{Args: []audit.Arg{audit.Kind(c.Was.Kind), audit.Kind(c.Is.Kind)}}, true
		}),
	}
}

// addedNumber tells that a national number came where there was none, or a DUF number, which is entered while one
// waits, faulty or not. An entry that the history did not know may have had its number elsewhere. A number that a rule
// objects to is that rule's: nobody is to be told of it.
func addedNumber(c *audit.Change) bool {
	return c.Known() && lawful(c) && c.Is.National() && (c.Was.Number == 0 || c.Was.Kind == nin.DUF)
}
