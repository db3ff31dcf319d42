package rules

import (
	"ninaudit/audit"
	"ninaudit/audit/nin"
)

func changeNumberRemoved() audit.Rule {
	return audit.Rule{
		ID:       "change-number-removed",
		Severity: audit.Error,
		Source:   "Feide, notice of 2022-03-30, steps 1 and 5",
		Title:    audit.Text{NB: "Nummer fjernet", NN: "Nummer fjerna", EN: "Number removed"},
		Why: audit.Text{
			NB: "Tjenester som kjenner brukeren på nummeret, gjør det ikke lenger, og brukeren kan miste innholdet sitt.",
			NN: "Tenester som kjenner brukaren på nummeret, gjer det ikkje lenger, og brukaren kan miste innhaldet sitt.",
			EN: "Services that know the user by the number no longer do, and the user may lose content.",
		},
		Fix: audit.Text{
			NB: "Var det ikke meningen: hent nummeret tilbake fra kildesystemet.",
			NN: "Var det ikkje meininga: hent nummeret tilbake frå kjeldesystemet.",
			EN: "If it was not meant: bring the number back from the source system.",
		},
		Message: audit.Text{NB: "{what}.", NN: "{what}.", EN: "{what}."},
		Variants: []audit.Variant{
			{ID: "lost", What: audit.Text{
				NB: "Nummer fjernet: {1} → uten nummer", NN: "Nummer fjerna: {1} → utan nummer", EN: "Number removed: {1} → no number",
			}},
			{ID: "asked", What: audit.Text{
				NB: "Fjernet, slik et funn ba om: {1}", NN: "Fjerna, slik eit funn bad om: {1}", EN: "Removed, as a finding asked: {1}",
			}, Fix: nothingToMend()},
			{ID: "taken", What: audit.Text{
				NB: "Fjernet her; nummeret står nå på en annen bruker", NN: "Fjerna her; nummeret står no på ein annan brukar",
				EN: "Removed here; the number stands on another account now",
			}, Fix: audit.Text{
				NB: "Er de to ikke samme person, er det meldt som en egen sak: følg den. Ellers er det ingenting å rette.",
				NN: "Er dei to ikkje same person, er det meldt som ei eiga sak: følg den. Elles er det ingenting å rette.",
				EN: "Unless the two are one person, that is told as a case of its own: see to that. Otherwise there is nothing to mend.",
			}},
			{ID: "duf", What: audit.Text{
				NB: "DUF-nummeret er fjernet; feltet står tomt", NN: "DUF-nummeret er fjerna; feltet står tomt", EN: "The DUF number has been removed; the field is empty",
			}, Fix: audit.Text{
				NB: "Er D- eller fødselsnummer tildelt, før det i kildesystemet. Ellers kan DUF-nummeret hentes tilbake derfra.",
				NN: "Er D- eller fødselsnummer tildelt, før det i kjeldesystemet. Elles kan DUF-nummeret hentast tilbake derifrå.",
				EN: "If a D-number or national number has been assigned, enter it in the source system. Else the DUF number may be brought back from there.",
			}},
			{ID: "other", What: audit.Text{
				NB: "Fjernet, og var ikke et nasjonalt nummer: {1}", NN: "Fjerna, og var ikkje eit nasjonalt nummer: {1}", EN: "Removed, and was no national number: {1}",
			}, Fix: nothingToMend()},
		},
		Check: audit.EachChange(judgeNumberRemoved),
	}
}

// nothingToMend is what is left to do where a value went that did not belong there.
func nothingToMend() audit.Text {
	return audit.Text{
		NB: "Ingenting å rette. En ny frist har begynt å løpe; varsle leverandørene som har tilrettelagt for brukere uten nummer.",
		NN: "Ingenting å rette. Ein ny frist har byrja å gå; varsle leverandørane som har lagt til rette for brukarar utan nummer.",
		EN: "Nothing to mend. A new grace period has begun; tell the providers that have made arrangements for users without a number.",
	}
}

// judgeNumberRemoved raises the alarm only for a national number that nobody asked to have removed, on an account in
// use. Doing what a finding asked is no alarm, nor is the end of a value that was no national number; a number that
// stands on another entry now is told there. A DUF number too goes for information: it stands in for the number that is
// awaited, and is often taken away the night before that number comes; whoever is left without one is in the ledger all
// along.
func judgeNumberRemoved(c *audit.Change, _ nin.Date) (audit.Verdict, bool) {
	const lost, asked, taken, duf, other = 0, 1, 2, 3, 4
	if c.Was.Number == 0 || c.Is.Number != 0 {
		return audit.Verdict{}, false
	}
	v := audit.Verdict{Severity: audit.Info, Args: []audit.Arg{kindIn(c.Was)}}
	switch {
	case c.Flagged:
		v.Variant = asked
	case c.Taken:
		v.Variant = taken
	case c.Was.Kind == nin.DUF && !c.Was.Faulty:
		v.Variant = duf
	case !c.Was.National():
		v.Variant = other
	case c.Person.Account == audit.Active:
		v.Variant, v.Severity = lost, audit.Error
	default:
		v.Variant = lost
	}
	return v, true
}
