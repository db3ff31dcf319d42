package rules

import (
	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// PendingDUFOptions are the settings of pending-duf.
type PendingDUFOptions struct {
	Grace audit.Days // a wait up to this is nothing to act on
}

func pendingDuf(o PendingDUFOptions) audit.Rule {
	return audit.Rule{
		ID:       "pending-duf",
		Severity: audit.Warning,
		Source:   "Feide, notice of 2022-03-30, step 4; UDI, DUF number",
		Absence:  true,
		Title: audit.Text{
			NB: "Bare DUF-nummer lenger enn fristen",
			NN: "Berre DUF-nummer lenger enn fristen",
			EN: "Only a DUF number for too long",
		},
		Why: audit.Text{
			NB: "DUF-nummeret er lovlig i feltet mens saken er til behandling. De fleste får D- eller fødselsnummer etter hvert, og da skal det inn.",
			NN: "DUF-nummeret er lovleg i feltet medan saka er til handsaming. Dei fleste får D- eller fødselsnummer etter kvart, og då skal det inn.",
			EN: "A DUF number is lawful in the field while the case is pending. Most persons are given a D-number or national number in time, which then belongs there.",
		},
		Fix: audit.Text{
			NB: "Undersøk om D- eller fødselsnummer er tildelt, og før det i kildesystemet.",
			NN: "Undersøk om D- eller fødselsnummer er tildelt, og før det i kjeldesystemet.",
			EN: "Find out whether a D-number or national number has been assigned, and enter it in the source system.",
		},
		Message: audit.Text{NB: "Bare DUF-nummer{what}.", NN: "Berre DUF-nummer{what}.", EN: "Only a DUF number{what}."},
		Cause: audit.Text{
			NB: "eksporten fører DUF-nummer selv om D- eller fødselsnummer finnes",
			NN: "eksporten fører DUF-nummer sjølv om D- eller fødselsnummer finst",
			EN: "the export enters DUF numbers although national numbers exist",
		},
		Variants: waitVariants(),
		Check: audit.EachPerson(func(p *audit.Person, on nin.Date) (audit.Verdict, bool) {
			if p.NIN.Kind() != nin.DUF || p.NIN.Fault() != nin.Fine {
				return audit.Verdict{}, false
			}
			return wait(p, on, o.Grace, 0), true
		}),
	}
}
