package rules

import (
	"ninaudit/audit"
	"ninaudit/audit/nin"
)

func ninSynthetic() audit.Rule {
	return audit.Rule{
		ID:       "nin-synthetic",
		Severity: audit.Error,
		Empties:  true,
		Source:   "Skatteetaten, Tenor and Test-Norge; NAV, Dolly and NPID; Norsk helsenett and FHI",
		Title:    audit.Text{NB: "Testnummer i produksjon", NN: "Testnummer i produksjon", EN: "Test number in production"},
		Why: audit.Text{
			NB: "Nummeret er laget for testing og tilhører ingen. En ekte bruker med det blir kanskje ikke kjent igjen; en testbruker hører ikke hjemme blant de ekte.",
			NN: "Nummeret er laga for testing og høyrer ikkje til nokon. Ein ekte brukar med det blir kanskje ikkje kjend igjen; ein testbrukar høyrer ikkje heime blant dei ekte.",
			EN: "The number was made for testing and belongs to nobody. A real user with it may not be recognised; a test user does not belong among real ones.",
		},
		Fix: audit.Text{
			NB: "Fjern nummeret i kildesystemet, eller før kontoen opp som testbruker.",
			NN: "Fjern nummeret i kjeldesystemet, eller før kontoen opp som testbrukar.",
			EN: "Remove the number in the source system, or list the account as a test user.",
		},
		Message: audit.Text{
			NB: "Nummeret er et testnummer{1}.", NN: "Nummeret er eit testnummer{1}.", EN: "The number is a test number{1}.",
		},
		Cause: audit.Text{
			NB: "data fra et testmiljø er lest inn i katalogen",
			NN: "data frå eit testmiljø er lesne inn i katalogen",
			EN: "data from a test environment were loaded into the catalog",
		},
		Check: audit.EachPerson(func(p *audit.Person, _ nin.Date) (audit.Verdict, bool) {
			if p.NIN.Fault() != nin.TestNumber {
				return audit.Verdict{}, false
			}
			return audit.Verdict{Args: []audit.Arg{schemeText(p.NIN.Schemes())}}, true
		}),
	}
}

// schemeText names whose test number it is, as the end of a sentence.
func schemeText(s nin.Scheme) audit.Text {
	switch s {
	case nin.Tenor:
		return audit.Text{NB: " fra Skatteetaten (Tenor)", NN: " frå Skatteetaten (Tenor)", EN: " of Skatteetaten (Tenor)"}
	case nin.Dolly:
		return audit.Text{NB: " fra NAV (Dolly)", NN: " frå NAV (Dolly)", EN: " of NAV (Dolly)"}
	case nin.NPID:
		return audit.Text{NB: " fra NAV (NPID)", NN: " frå NAV (NPID)", EN: " of NAV (NPID)"}
	case nin.SyntPop:
		return audit.Text{NB: " fra Norsk helsenett", NN: " frå Norsk helsenett", EN: " of Norsk helsenett"}
	}
	return audit.Text{
		NB: " fra NAV (NPID) eller Norsk helsenett",
		NN: " frå NAV (NPID) eller Norsk helsenett",
		EN: " of NAV (NPID) or Norsk helsenett",
	}
}
