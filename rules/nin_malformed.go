package rules

import (
	"ninaudit/audit"
	"ninaudit/audit/nin"
)

func ninMalformed() audit.Rule {
	return audit.Rule{
		ID:       "nin-malformed",
		Severity: audit.Error,
		Empties:  true,
		Source:   "norEdu 2.0, norEduPersonNIN; Feide, notice of 2022-03-30, step 1",
		Title: audit.Text{
			NB: "Feltet inneholder ikke et identitetsnummer",
			NN: "Feltet inneheld ikkje eit identitetsnummer",
			EN: "Not an identity number",
		},
		Why: audit.Text{
			NB: "Tjenester som bruker feltet, tar verdien for et nummer: brukeren kan bli stengt ute, eller dele konto med andre som har den samme verdien.",
			NN: "Tenester som bruker feltet, tek verdien for eit nummer: brukaren kan bli stengd ute, eller dele konto med andre som har den same verdien.",
			EN: "Services that use the field take the value for a number: the user may be locked out, or share an account with others who have the same value.",
		},
		Fix: audit.Text{
			NB: "Rett i kildesystemet; la feltet stå tomt til nummeret er tildelt.",
			NN: "Rett i kjeldesystemet; lat feltet stå tomt til nummeret er tildelt.",
			EN: "Mend it in the source system; leave the field empty until a number is assigned.",
		},
		Message: audit.Text{NB: "I nummerfeltet står {what}.", NN: "I nummerfeltet står {what}.", EN: "The number field holds {what}."},
		Cause: audit.Text{
			NB: "én feil i importen eller i kildesystemets eksport",
			NN: "éin feil i importen eller i eksporten frå kjeldesystemet",
			EN: "one fault in the import or in the source system's export",
		},
		Variants: []audit.Variant{
			{ID: "text", What: audit.Text{NB: "tekst, ikke sifre", NN: "tekst, ikkje siffer", EN: "text, not digits"}},
			{ID: "blank", What: audit.Text{NB: "bare mellomrom", NN: "berre mellomrom", EN: "nothing but blanks"}},
			{ID: "separated", What: audit.Text{
				NB: "et nummer med mellomrom eller skilletegn",
				NN: "eit nummer med mellomrom eller skiljeteikn",
				EN: "a number with blanks or punctuation",
			}, Cause: audit.Text{
				NB: "eksporten skriver nummeret med mellomrom eller skilletegn",
				NN: "eksporten skriv nummeret med mellomrom eller skiljeteikn",
				EN: "the export writes the number with blanks or punctuation",
			}},
			{ID: "lost-zero", What: audit.Text{
				NB: "ti sifre: den innledende nullen mangler",
				NN: "ti siffer: den innleiande nullen manglar",
				EN: "ten digits: the leading zero is missing",
			}, Cause: audit.Text{
				NB: "et regneark eller en import som tar bort innledende nuller",
				NN: "eit rekneark eller ein import som tek bort innleiande nullar",
				EN: "a spreadsheet or an import that drops leading zeros",
			}},
			{ID: "short", What: audit.Text{NB: "for få sifre", NN: "for få siffer", EN: "too few digits"}},
			{ID: "long", What: audit.Text{NB: "for mange sifre", NN: "for mange siffer", EN: "too many digits"}},
			{ID: "date-plus", What: audit.Text{
				NB: "for mange sifre, der de første er en dato: trolig et midlertidig nummer som et system har laget, eller et feilskrevet DUF-nummer",
				NN: "for mange siffer, der dei første er ein dato: truleg eit mellombels nummer som eit system har laga, eller eit feilskrive DUF-nummer",
				EN: "too many digits, the first of which are a date: probably an interim number that a system made, or a mistyped DUF number",
			}, Cause: audit.Text{
				NB: "et system som lager midlertidige numre av fødselsdatoen",
				NN: "eit system som lagar mellombels nummer av fødselsdatoen",
				EN: "a system that makes interim numbers of the birth date",
			}},
		},
		Check: onFault(nin.Malformed, nin.NotDigits, nin.OnlyBlanks, nin.Separated, nin.LostZero, nin.TooShort, nin.TooLong, nin.DatePlus),
	}
}
