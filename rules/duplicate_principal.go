package rules

import (
	"strings"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

func duplicatePrincipal() audit.Rule {
	return audit.Rule{
		ID:       "duplicate-principal",
		Severity: audit.Error,
		Source:   "eduPerson, eduPersonPrincipalName; Feide, checklist for data quality",
		Title:    audit.Text{NB: "Samme Feide-navn på to brukere", NN: "Same Feide-namn på to brukarar", EN: "Same Feide name twice"},
		Why: audit.Text{
			NB: "Tjenester kjenner brukeren på Feide-navnet. Står det på to, kan feil person bli logget inn.",
			NN: "Tenester kjenner brukaren på Feide-namnet. Står det på to, kan feil person bli logga inn.",
			EN: "Services know the user by the Feide name. Where two have it, the wrong person may be logged in.",
		},
		Fix: audit.Text{
			NB: "Rett straks i kildesystemet: feil person kan bli logget inn.",
			NN: "Rett straks i kjeldesystemet: feil person kan bli logga inn.",
			EN: "Mend it at once in the source system: the wrong person may be logged in.",
		},
		Message: audit.Text{
			NB: "Feide-navnet står på {1} brukere.", NN: "Feide-namnet står på {1} brukarar.", EN: "The Feide name stands on {1} accounts.",
		},
		Check: audit.EachGroup{
			Key: &audit.Key{Of: func(b []byte, p *audit.Person) []byte { return withinCatalog(b, p, p.Principal) }},
			Judge: func(members []*audit.Person, _ nin.Date) []audit.Verdict {
				return []audit.Verdict{{Args: []audit.Arg{audit.Count(len(members))}}}
			},
		},
	}
}

// withinCatalog is a key that only entries of one catalog share: the same user in two catalogs is normal.
func withinCatalog(b []byte, p *audit.Person, value string) []byte {
	value = strings.TrimSpace(value)
	if value == "" {
		return b
	}
	return append(append(append(b, p.Catalog...), 0), strings.ToLower(value)...)
}
