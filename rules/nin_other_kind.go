package rules

import (
	"ninaudit/audit"
	"ninaudit/audit/nin"
)

func ninOtherKind() audit.Rule {
	kinds := []nin.Kind{nin.VIGO, nin.FS, nin.H, nin.FH, nin.NAV}
	elsewhere := audit.Text{ // no number of theirs has a place in a school's catalog
		NB: "Tøm norEduPersonNIN i kildesystemet, og finn ut hvor nummeret kommer fra.",
		NN: "Tøm norEduPersonNIN i kjeldesystemet, og finn ut kvar nummeret kjem frå.",
		EN: "Empty norEduPersonNIN in the source system, and find out where the number comes from.",
	}
	return audit.Rule{
		ID:       "nin-other-kind",
		Severity: audit.Error,
		Empties:  true,
		Source:   "norEdu 2.0, norEduPersonLIN; Feide, notice of 2022-03-30, step 1",
		Title: audit.Text{
			NB: "Fiktivt eller lokalt nummer i feil felt",
			NN: "Fiktivt eller lokalt nummer i feil felt",
			EN: "Local number in the wrong field",
		},
		Why: audit.Text{
			NB: "Slike numre tildeles etter rutine av andre enn Folkeregisteret, og gjelder bare hos dem. Tjenester tar dem for nasjonale numre.",
			NN: "Slike nummer blir tildelte etter rutine av andre enn Folkeregisteret, og gjeld berre hos dei. Tenester tek dei for nasjonale nummer.",
			EN: "Others than the population register assign such numbers, by routine, and they hold only there. Services take them for national numbers.",
		},
		Fix: audit.Text{
			NB: "Tøm norEduPersonNIN i kildesystemet; et tildelt lokalt nummer kan stå i norEduPersonLIN med prefiks.",
			NN: "Tøm norEduPersonNIN i kjeldesystemet; eit tildelt lokalt nummer kan stå i norEduPersonLIN med prefiks.",
			EN: "Empty norEduPersonNIN in the source system; an assigned local number may stand in norEduPersonLIN with its prefix.",
		},
		Message: audit.Text{NB: "Nummeret er {what}.", NN: "Nummeret er {what}.", EN: "The number is {what}."},
		Cause: audit.Text{
			NB: "en rutine som fører lokale numre i feltet for nasjonale",
			NN: "ein rutine som fører lokale nummer i feltet for nasjonale",
			EN: "a routine that enters local numbers in the field for national ones",
		},
		Variants: []audit.Variant{
			{ID: "vigo", What: audit.Text{
				NB: "bygd som fylkeskommunens fiktive fødselsnummer (VIGO)",
				NN: "bygd som det fiktive fødselsnummeret til fylkeskommunen (VIGO)",
				EN: "built like a county's interim number (VIGO)",
			}, Fix: audit.Text{
				NB: "Tøm norEduPersonNIN i kildesystemet; er nummeret tildelt av fylket, kan det stå i norEduPersonLIN med prefikset «fin».",
				NN: "Tøm norEduPersonNIN i kjeldesystemet; er nummeret tildelt av fylket, kan det stå i norEduPersonLIN med prefikset «fin».",
				EN: "Empty norEduPersonNIN in the source system; if the county assigned the number, it may stand in norEduPersonLIN with the prefix \"fin\".",
			}},
			{ID: "fs", What: audit.Text{
				NB: "bygd som et lokalt nummer fra Felles studentsystem (FS)",
				NN: "bygd som eit lokalt nummer frå Felles studentsystem (FS)",
				EN: "built like a local number of Felles studentsystem (FS)",
			}},
			{ID: "h", What: audit.Text{
				NB: "bygd som et H-nummer fra helsetjenesten eller et testnummer fra NAV (Dolly); sifrene kan ikke skille dem",
				NN: "bygd som eit H-nummer frå helsetenesta eller eit testnummer frå NAV (Dolly); sifra kan ikkje skilje dei",
				EN: "built like an H-number of the health service or a test number of NAV (Dolly); the digits cannot tell which",
			}, Fix: elsewhere},
			{ID: "fh", What: audit.Text{
				NB: "bygd som et FH-nummer (felles hjelpenummer) fra helsetjenesten",
				NN: "bygd som eit FH-nummer (felles hjelpenummer) frå helsetenesta",
				EN: "built like an FH-number of the health service",
			}, Fix: elsewhere},
			{ID: "nav", What: audit.Text{
				NB: "bygd som et internt nummer fra NAV (NPID)",
				NN: "bygd som eit internt nummer frå NAV (NPID)",
				EN: "built like an internal number of NAV (NPID)",
			}, Fix: elsewhere},
		},
		Check: audit.EachPerson(func(p *audit.Person, _ nin.Date) (audit.Verdict, bool) {
			if p.NIN.Fault() != nin.OtherKind {
				return audit.Verdict{}, false
			}
			for i, k := range kinds {
				if p.NIN.Kind() == k {
					return audit.Verdict{Variant: i}, true
				}
			}
			return audit.Verdict{}, false
		}),
	}
}
