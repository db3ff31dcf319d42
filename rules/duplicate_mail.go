package rules

import (
	"ninaudit/audit"
	"ninaudit/audit/nin"
)

func duplicateMail() audit.Rule {
	const few, shared = 0, 1
	return audit.Rule{
		ID:       "duplicate-mail",
		Severity: audit.Warning,
		Source:   "Feide, checklist for data quality: identifiers are one person's",
		Title: audit.Text{
			NB: "Samme e-postadresse på flere brukere", NN: "Same e-postadresse på fleire brukarar", EN: "Same mail on several accounts",
		},
		Why: audit.Text{
			NB: "Noen tjenester bruker e-postadressen til å kjenne igjen brukeren eller til å bytte passord. Da kan den ene komme inn på den andres konto.",
			NN: "Nokre tenester bruker e-postadressa til å kjenne igjen brukaren eller til å byte passord. Då kan den eine kome inn på kontoen til den andre.",
			EN: "Some services recognise the user by mail address, or reset passwords by it. One may then enter the other's account.",
		},
		Fix: audit.Text{
			NB: "Gi hver bruker egen adresse, eller merk den som felles.",
			NN: "Gi kvar brukar eiga adresse, eller merk ho som felles.",
			EN: "Give each user an address of their own, or mark it as shared.",
		},
		Message: audit.Text{NB: "{what}", NN: "{what}", EN: "{what}"},
		Variants: []audit.Variant{
			{ID: "few", What: audit.Text{
				NB: "{1} brukere har samme e-postadresse.",
				NN: "{1} brukarar har same e-postadresse.",
				EN: "{1} accounts have the same mail address.",
			}},
			{ID: "shared", What: audit.Text{
				NB: "{1} brukere har samme e-postadresse: trolig en felles postkasse.",
				NN: "{1} brukarar har same e-postadresse: truleg ei felles postkasse.",
				EN: "{1} accounts have the same mail address: probably a shared mailbox.",
			}},
		},
		Check: audit.EachGroup{
			Key: &audit.Key{Of: func(b []byte, p *audit.Person) []byte { return withinCatalog(b, p, p.Mail) }},
			Judge: func(members []*audit.Person, _ nin.Date) []audit.Verdict {
				if oneNumber(members) {
					return nil // told by duplicate-number or overlay
				}
				v := audit.Verdict{Variant: few, Args: []audit.Arg{audit.Count(len(members))}}
				if len(members) > 3 {
					v.Variant = shared
				}
				return []audit.Verdict{v}
			},
		},
	}
}

// oneNumber tells whether all entries stand on one number.
func oneNumber(members []*audit.Person) bool {
	first := numberKey(members[0])
	for _, m := range members[1:] {
		if numberKey(m) != first {
			return false
		}
	}
	return first != ""
}
