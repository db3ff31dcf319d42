package rules

import (
	"ninaudit/audit"
	"ninaudit/audit/nin"
)

func changeNumberChanged() audit.Rule {
	return audit.Rule{
		ID:        "change-number-changed",
		Announced: true,
		Severity:  audit.Warning,
		Source:    "Feide, notice of 2022-03-30, step 5; Feide maps no accounts when a number changes",
		Title:     audit.Text{NB: "Nummer endret", NN: "Nummer endra", EN: "Number changed"},
		Why: audit.Text{
			NB: "Feide kobler ikke gammelt nummer til nytt: tjenester ser en ny person, og brukeren kan miste innholdet sitt.",
			NN: "Feide koplar ikkje gammalt nummer til nytt: tenester ser ein ny person, og brukaren kan miste innhaldet sitt.",
			EN: "Feide does not link an old number to a new one: services see a new person, and the user may lose content.",
		},
		Fix: audit.Text{
			NB: "Var det ikke meningen: rett i kildesystemet. Ellers: varsle berørte leverandører; oppgi aldri årsak.",
			NN: "Var det ikkje meininga: rett i kjeldesystemet. Elles: varsle leverandørane det gjeld; oppgi aldri årsak.",
			EN: "If it was not meant: mend it in the source system. Else: tell the providers concerned, and never give a reason.",
		},
		Message: audit.Text{NB: "{what}.", NN: "{what}.", EN: "{what}."},
		Variants: []audit.Variant{
			{ID: "kinds", What: audit.Text{NB: "Nummer endret: {1} → {2}", NN: "Nummer endra: {1} → {2}", EN: "Number changed: {1} → {2}"}},
			{ID: "corrected", What: audit.Text{NB: "Nummer rettet: {1} → {2}", NN: "Nummer retta: {1} → {2}", EN: "Number put right: {1} → {2}"},
				Fix: audit.Text{
					NB: "Ingenting å rette. Varsle berørte leverandører; oppgi aldri årsak.",
					NN: "Ingenting å rette. Varsle leverandørane det gjeld; oppgi aldri årsak.",
					EN: "Nothing to mend. Tell the providers concerned, and never give a reason.",
				}},
			{ID: "changed", What: audit.Text{NB: "Nummeret er endret", NN: "Nummeret er endra", EN: "The number has changed"}},
		},
		Check: audit.EachChange(judgeNumberChanged),
	}
}

// judgeNumberChanged tells the kinds where they differ, or where a wrong value gave way to a right one. Of a change
// within one kind it tells that there was one, and compares and keeps nothing else: from one fødselsnummer to another
// it may mean a new legal sex or a protected identity. What a finding asked for is for information.
func judgeNumberChanged(c *audit.Change, _ nin.Date) (audit.Verdict, bool) {
	const kinds, corrected, changed = 0, 1, 2
	if c.Was.Number == 0 || c.Is.Number == 0 || c.Was.Number == c.Is.Number || addedNumber(c) || moved(c) {
		return audit.Verdict{}, false
	}
	v := audit.Verdict{Variant: changed}
	if (c.Flagged || c.Taken) && lawful(c) {
		v.Severity = audit.Info
	}
	switch {
	case lawful(c) && c.Is.National() && !c.Was.National():
		v.Variant, v.Args = corrected, []audit.Arg{kindIn(c.Was), kindIn(c.Is)}
	case c.Was.Kind != c.Is.Kind:
		v.Variant, v.Args = kinds, []audit.Arg{kindIn(c.Was), kindIn(c.Is)}
	}
	return v, true
}
