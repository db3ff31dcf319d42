package rules

import (
	"ninaudit/audit"
	"ninaudit/audit/nin"
)

func ninChecksum() audit.Rule {
	const plain, digit, swap = 0, 1, 2
	return audit.Rule{
		ID:       "nin-checksum",
		Severity: audit.Error,
		Empties:  true,
		Source:   "Skatteetaten, Folkeregisteret: control digits of fødselsnummer and D-number",
		Title:    audit.Text{NB: "Feil kontrollsiffer", NN: "Feil kontrollsiffer", EN: "Wrong control digits"},
		Why: audit.Text{
			NB: "Kontrollsifrene stemmer ikke: nummeret er feilskrevet, eller et fiktivt eller lokalt nummer. Tjenester kjenner kanskje ikke brukeren igjen.",
			NN: "Kontrollsifra stemmer ikkje: nummeret er feilskrive, eller eit fiktivt eller lokalt nummer. Tenester kjenner kanskje ikkje brukaren igjen.",
			EN: "The control digits do not hold: the number was mistyped, or is a local one. Services may not recognise the user.",
		},
		Fix: audit.Text{
			NB: "Trolig skrivefeil: kontroller mot Folkeregisteret, gjett aldri.",
			NN: "Truleg skrivefeil: kontroller mot Folkeregisteret, gjett aldri.",
			EN: "Probably a slip of the pen: check it against the population register, never guess.",
		},
		Message: audit.Text{NB: "Kontrollsifrene stemmer ikke{what}.", NN: "Kontrollsifra stemmer ikkje{what}.", EN: "The control digits do not hold{what}."},
		Cause: audit.Text{
			NB: "kildesystemet lager egne numre, eller importen leser feil kolonne",
			NN: "kjeldesystemet lagar eigne nummer, eller importen les feil kolonne",
			EN: "the source system makes numbers of its own, or the import reads the wrong column",
		},
		Variants: []audit.Variant{
			{ID: "plain", What: audit.Text{
				NB: "; én enkelt skrivefeil kan ikke pekes ut",
				NN: "; éin enkelt skrivefeil kan ikkje peikast ut",
				EN: "; no single slip can be pointed out",
			}},
			{ID: "digit", What: audit.Text{
				NB: "; den eneste enkle skrivefeilen som forklarer det, ligger i siffer {1}",
				NN: "; den einaste enkle skrivefeilen som forklarer det, ligg i siffer {1}",
				EN: "; the only single slip that explains it lies in digit {1}",
			}},
			{ID: "swap", What: audit.Text{
				NB: "; den eneste enkle skrivefeilen som forklarer det, er at siffer {1} og {2} har byttet plass",
				NN: "; den einaste enkle skrivefeilen som forklarer det, er at siffer {1} og {2} har bytt plass",
				EN: "; the only single slip that explains it is that digits {1} and {2} changed places",
			}},
		},
		Check: audit.EachPerson(func(p *audit.Person, on nin.Date) (audit.Verdict, bool) {
			if p.NIN.Fault() != nin.Checksum {
				return audit.Verdict{}, false
			}
			s, one := onlySlip(p, on)
			switch {
			case !one:
				return audit.Verdict{Variant: plain}, true
			case s.Swap:
				return audit.Verdict{Variant: swap, Args: []audit.Arg{audit.Count(s.At), audit.Count(s.At + 1)}}, true
			}
			return audit.Verdict{Variant: digit, Args: []audit.Arg{audit.Count(s.At)}}, true
		}),
	}
}

// onlySlip is the single slip that explains a wrong number, if there is exactly one. A repair to a
// fødselsnummer that contradicts the person's birth date explains nothing; a D-number may lawfully do so.
func onlySlip(p *audit.Person, on nin.Date) (slip nin.Slip, one bool) {
	found := 0
	for _, s := range nin.Slips(p.NIN, on) {
		if p.Birth == 0 || s.To.Kind() == nin.D || s.To.BornOn(p.Birth) {
			slip = s
			found++
		}
	}
	return slip, found == 1
}
