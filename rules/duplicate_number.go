package rules

import (
	"ninaudit/audit"
	"ninaudit/audit/linkage"
	"ninaudit/audit/nin"
)

func duplicateNumber(number *audit.Key) audit.Rule {
	return audit.Rule{
		ID:        "duplicate-number",
		Severity:  audit.Error,
		Empties:   true,
		Duplicate: true,
		Source:    "Feide, checklist for data quality: one user is one person",
		Title: audit.Text{
			NB: "Én person, flere brukere, samme nummer",
			NN: "Éin person, fleire brukarar, same nummer",
			EN: "One person, several accounts",
		},
		Why: audit.Text{
			NB: "Innhold og tilganger fordeler seg på brukerne, og tjenester kan ikke vite hvilken av dem som gjelder.",
			NN: "Innhald og tilgangar fordeler seg på brukarane, og tenester kan ikkje vite kva for ein av dei som gjeld.",
			EN: "Content and access are spread over the accounts, and services cannot know which of them counts.",
		},
		Fix: audit.Text{
			NB: "Behold én bruker; avklar hvor innholdet ligger før du sletter.",
			NN: "Behald éin brukar; avklar kvar innhaldet ligg før du slettar.",
			EN: "Keep one account; find out where the content is before you delete any.",
		},
		Message: audit.Text{
			NB: "Én person har {1} brukere med samme nummer.",
			NN: "Éin person har {1} brukarar med same nummer.",
			EN: "One person has {1} accounts on one number.",
		},
		Check: audit.EachGroup{Key: number, Judge: judgeDuplicateNumber, Model: linkage.Shipped().Hash()},
	}
}

// judgeDuplicateNumber leaves to overlay every group that may be more than one person, and to
// nin-placeholder a number that is nobody's. Accounts in different catalogs are normal.
func judgeDuplicateNumber(members []*audit.Person, _ nin.Date) []audit.Verdict {
	if meant(members[0]).Fault() == nin.Placeholder {
		return nil
	}
	if g := divide(members); g.persons > 1 || g.torn {
		return nil
	}
	var verdicts []audit.Verdict
	for from := 0; from < len(members); {
		to := from
		var in []int
		for to < len(members) && members[to].Catalog == members[from].Catalog {
			in = append(in, to)
			to++
		}
		if len(in) > 1 {
			verdicts = append(verdicts, audit.Verdict{Members: in, Args: []audit.Arg{audit.Count(len(in))}})
		}
		from = to
	}
	return verdicts
}
