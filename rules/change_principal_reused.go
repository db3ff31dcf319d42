package rules

import (
	"ninaudit/audit"
	"ninaudit/audit/nin"
)

func changePrincipalReused() audit.Rule {
	return audit.Rule{
		ID:       "change-principal-reused",
		Severity: audit.Error,
		Returns:  true,
		Source:   "eduPerson, eduPersonPrincipalName: reassignment; Feide, checklist for data quality",
		Title: audit.Text{
			NB: "Feide-navn brukt på nytt av en annen", NN: "Feide-namn brukt på nytt av ein annan", EN: "Feide name reused",
		},
		Why: audit.Text{
			NB: "Tjenester kjenner brukeren på Feide-navnet. Den nye kan få se innholdet til den som hadde navnet før.",
			NN: "Tenester kjenner brukaren på Feide-namnet. Den nye kan få sjå innhaldet til den som hadde namnet før.",
			EN: "Services know the user by the Feide name. The new user may see the content of whoever had the name before.",
		},
		Fix: audit.Text{
			NB: "Gi den nye et annet Feide-navn i kildesystemet, eller be leverandørene koble fra den gamle profilen.",
			NN: "Gi den nye eit anna Feide-namn i kjeldesystemet, eller be leverandørane kople frå den gamle profilen.",
			EN: "Give the new user another Feide name in the source system, or ask the providers to detach the old profile.",
		},
		Message: audit.Text{NB: "{what}.", NN: "{what}.", EN: "{what}."},
		Variants: []audit.Variant{
			{ID: "two", What: audit.Text{
				NB: "Feide-navnet tilhørte tidligere en annen bruker: navn og fødselsdato stemmer ikke overens",
				NN: "Feide-namnet høyrde tidlegare til ein annan brukar: namn og fødselsdato stemmer ikkje overeins",
				EN: "The Feide name belonged to another account before: names and birth dates do not agree",
			}},
			{ID: "unclear", What: audit.Text{
				NB: "Feide-navnet tilhørte tidligere en annen bruker: det er ikke nok til å si om de er én person",
				NN: "Feide-namnet høyrde tidlegare til ein annan brukar: det er ikkje nok til å seie om dei er éin person",
				EN: "The Feide name belonged to another account before: there is not enough to say whether they are one person",
			}, Fix: audit.Text{
				NB: "Avklar med skolen om det er én person; er det to, be leverandørene koble fra den gamle profilen.",
				NN: "Avklar med skulen om det er éin person; er det to, be leverandørane kople frå den gamle profilen.",
				EN: "Ask the school whether this is one person; if it is two, ask the providers to detach the old profile.",
			}},
		},
		Check: audit.EachChange(judgePrincipalReused),
	}
}

// judgePrincipalReused tells that a principal name passed to somebody else, be its owner gone or merely renamed. Here
// a changed given name is one person's even where both entries stand: the number does not tie them, so a person with a
// new given name and a new number would be told under the old one. Where it can not be told, the case is milder, and
// where nothing is known of either but the principal name, nothing is said.
func judgePrincipalReused(c *audit.Change, _ nin.Date) (audit.Verdict, bool) {
	const two, open = 0, 1
	if c.Owner == nil || c.Was.Principal == c.Is.Principal || !agree(c.Owner.Was.Principal, c.Is.Principal) ||
		c.Owner.Duplicate || !knownOfBoth(c.Owner.Was, c.Is) || sameNumber(c) {
		return audit.Verdict{}, false
	}
	v := audit.Verdict{Variant: two, Members: []int{audit.ChangePerson}}
	if c.Owner.Person != nil {
		v.Members = append(v.Members, audit.ChangeOwner)
	}
	switch passed(c.Owner, c, true) {
	case same, renamed:
		return audit.Verdict{}, false
	case unclear:
		v.Variant, v.Severity, v.Score = open, audit.Warning, 0.5
	}
	return v, true
}

// knownOfBoth tells that something beside the principal name is known of both.
func knownOfBoth(a, b audit.State) bool {
	return named(a) && named(b) || a.Birth != 0 && b.Birth != 0 || a.Number != 0 && b.Number != 0
}

// sameNumber tells that the owner had the number that the person has tonight, if that is a number of a person at all.
func sameNumber(c *audit.Change) bool {
	return agree(c.Owner.Was.Number, c.Is.Number) && !c.Is.Faulty && meant(c.Person).Fault() != nin.Placeholder
}
