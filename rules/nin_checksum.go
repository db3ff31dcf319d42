package rules

import (
	"cmp"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

func ninChecksum() audit.Rule {
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
			{ID: "doubled", What: audit.Text{
				NB: "; den eneste enkle skrivefeilen som forklarer det, er at siffer {1} er skrevet to ganger",
				NN: "; den einaste enkle skrivefeilen som forklarer det, er at siffer {1} er skrive to gonger",
				EN: "; the only single slip that explains it is that digit {1} was written twice",
			}},
			{ID: "zero", What: audit.Text{
				NB: "; den eneste enkle skrivefeilen som forklarer det, er at den innledende nullen er falt ut",
				NN: "; den einaste enkle skrivefeilen som forklarer det, er at den innleiande nullen er fallen ut",
				EN: "; the only single slip that explains it is that the leading zero was left out",
			}},
			{ID: "same", What: audit.Text{
				NB: "; med én enkel skrivefeil rettet er det nummeret til {1}, som har lignende navn: trolig samme person",
				NN: "; med éin enkel skrivefeil retta er det nummeret til {1}, som har liknande namn: truleg same person",
				EN: "; with a single slip mended it is the number of {1}, whose name is alike: probably the same person",
			}, Fix: audit.Text{
				NB: "Avklar med skolen om det er én person med to brukere; kontroller mot Folkeregisteret, gjett aldri.",
				NN: "Avklar med skulen om det er éin person med to brukarar; kontroller mot Folkeregisteret, gjett aldri.",
				EN: "Ask the school whether this is one person with two accounts; check against the population register, never guess.",
			}},
		},
		Check: audit.EachPerson(func(p *audit.Person, on nin.Date) (audit.Verdict, bool) {
			if p.NIN.Fault() != nin.Checksum {
				return audit.Verdict{}, false
			}
			return slipVerdict(onlySlip(p, on)), true
		}),
		Reconsider: reconsiderSlip,
	}
}

// The forms of nin-checksum.
const (
	noSlip = iota
	digitSlip
	swapSlip
	doubledSlip
	zeroSlip
	sameSlip
)

// slipVerdict says where a slip lies.
func slipVerdict(s nin.Slip, one bool) audit.Verdict {
	if !one {
		return audit.Verdict{Variant: noSlip}
	}
	at := audit.Count(s.At)
	switch s.Form {
	case nin.Swapped:
		return audit.Verdict{Variant: swapSlip, Args: []audit.Arg{at, at + 1}}
	case nin.Doubled:
		return audit.Verdict{Variant: doubledSlip, Args: []audit.Arg{at}}
	case nin.ZeroLost:
		return audit.Verdict{Variant: zeroSlip}
	}
	return audit.Verdict{Variant: digitSlip, Args: []audit.Arg{at}}
}

// reconsiderSlip asks who has the number that a repair would give. Where it is somebody of another name, the slip
// explains nothing; where the name is alike, it is probably the same person's other account.
func reconsiderSlip(p *audit.Person, v audit.Verdict, holders func(nin.Number) []*audit.Person, on nin.Date) audit.Verdict {
	s, one := onlySlip(p, on)
	if !one {
		return v
	}
	for _, other := range holders(s.To) {
		v = audit.Verdict{Variant: noSlip}
		if _, c := compare(p, other); c.GivenAgrees && c.SurnameAgrees && !c.BirthDiffers {
			return audit.Verdict{Variant: sameSlip, Args: []audit.Arg{audit.Word(cmp.Or(other.Principal, other.ID))}}
		}
	}
	return v
}

// onlySlip is the single slip that explains a wrong number, if there is exactly one. A repair that contradicts the
// person's birth date explains nothing, and nothing is offered for a D-number whose date would be another, though
// such a number may be lawful.
func onlySlip(p *audit.Person, on nin.Date) (slip nin.Slip, one bool) {
	found := 0
	for _, s := range nin.Slips(p.NIN, on) {
		if p.Birth == 0 || s.To.BornOn(p.Birth) {
			slip = s
			found++
		}
	}
	return slip, found == 1
}
