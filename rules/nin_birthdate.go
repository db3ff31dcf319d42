package rules

import (
	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// ninBirthdate leaves to nin-date what nin-date tells: one number, one verdict.
func ninBirthdate(o NINDateOptions) audit.Rule {
	return audit.Rule{
		ID:       "nin-birthdate",
		Severity: audit.Warning,
		Empties:  true,
		Source:   "norEdu 2.0, norEduPersonBirthDate; Skatteetaten: the date in a fødselsnummer",
		Title: audit.Text{
			NB: "Ulik fødselsdato i nummer og datofelt",
			NN: "Ulik fødselsdato i nummer og datofelt",
			EN: "Birth dates differ",
		},
		Why: audit.Text{
			NB: "Datoen i fødselsnummeret er ikke datoen i norEduPersonBirthDate. Et av feltene kan være feil, og nummeret kan tilhøre en annen. Forskjellen kan også være lovlig.",
			NN: "Datoen i fødselsnummeret er ikkje datoen i norEduPersonBirthDate. Eit av felta kan vere feil, og nummeret kan høyre til ein annan. Skilnaden kan òg vere lovleg.",
			EN: "The date in the number is not the date in norEduPersonBirthDate. Either field may be wrong, and the number may be somebody else's. The difference may also be lawful.",
		},
		Fix: audit.Text{
			NB: "Finn ut hvilket felt som er feil, og rett i kildesystemet; forskjellen kan være lovlig.",
			NN: "Finn ut kva felt som er feil, og rett i kjeldesystemet; skilnaden kan vere lovleg.",
			EN: "Find out which field is wrong and mend it in the source system; the difference may be lawful.",
		},
		Message: audit.Text{
			NB: "Fødselsdatoene i nummeret og i datofeltet er ulike.",
			NN: "Fødselsdatoane i nummeret og i datofeltet er ulike.",
			EN: "The birth dates in the number and in the date field differ.",
		},
		Cause: audit.Text{
			NB: "datofeltet er skrevet på en måte som ikke lar seg lese, eller feil kolonne er lest inn",
			NN: "datofeltet er skrive på ein måte som ikkje lèt seg lese, eller feil kolonne er lesen inn",
			EN: "the date field is written in a form that cannot be read, or the wrong column was loaded",
		},
		// A D-number may lawfully carry another date: when a birth date's numbers are used up, the day of
		// registration is used (UDI).
		Check: audit.EachPerson(func(p *audit.Person, on nin.Date) (audit.Verdict, bool) {
			n := p.NIN
			differs := n.Fault() == nin.Fine && n.Kind() == nin.Fnr && n.Birth() != 0 && p.Birth != 0 &&
				!n.BornOn(p.Birth) && !o.tooOld(n, on)
			return audit.Verdict{}, differs
		}),
	}
}
