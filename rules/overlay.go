package rules

import (
	"ninaudit/audit"
	"ninaudit/audit/nin"
)

func overlay() audit.Rule {
	return audit.Rule{
		ID:       "overlay",
		Severity: audit.Critical,
		Source:   "Feide, notice of 2022-03-30, step 1; AHIMA, patient matching: overlay; GDPR art. 33",
		Title:    audit.Text{NB: "Samme nummer på to ulike personer", NN: "Same nummer på to ulike personar", EN: "One number, two persons"},
		Why: audit.Text{
			NB: "Tjenester tar de to for én person. Den ene kan se den andres innhold, og det kan være et brudd på personopplysningssikkerheten.",
			NN: "Tenester tek dei to for éin person. Den eine kan sjå innhaldet til den andre, og det kan vere eit brot på personopplysningstryggleiken.",
			EN: "Services take the two for one person. Either may see the other's content, which may be a personal data breach.",
		},
		Fix: audit.Text{
			NB: "Samme dag: stans bruken av nummeret, sikre logger, varsle personvernombudet.",
			NN: "Same dag: stans bruken av nummeret, sikre loggar, varsle personvernombodet.",
			EN: "The same day: stop the use of the number, secure logs, tell the data protection officer.",
		},
		Message: audit.Text{NB: "{what}", NN: "{what}", EN: "{what}"},
		Variants: []audit.Variant{
			{ID: "two", What: audit.Text{
				NB: "Ett nummer står på to personer: navn og fødselsdato stemmer ikke overens.",
				NN: "Eitt nummer står på to personar: namn og fødselsdato stemmer ikkje overeins.",
				EN: "One number stands on two persons: names and birth dates do not agree.",
			}},
			{ID: "many", What: audit.Text{
				NB: "Ett nummer står på {1} personer: trolig et nummer som er brukt om igjen.",
				NN: "Eitt nummer står på {1} personar: truleg eit nummer som er brukt om igjen.",
				EN: "One number stands on {1} persons: probably a number that is used over and over.",
			}},
			{ID: "renamed", What: audit.Text{
				NB: "Ett nummer på to brukere med samme fornavn og fødselsdato, men ulikt etternavn: trolig et navneskifte.",
				NN: "Eitt nummer på to brukarar med same fornamn og fødselsdato, men ulikt etternamn: truleg eit namneskifte.",
				EN: "One number on two accounts with the same given name and birth date but different surnames: probably a change of name.",
			}, Fix: audit.Text{
				NB: "Bekreft navneskiftet i kildesystemet, og behold én bruker.",
				NN: "Stadfest namneskiftet i kjeldesystemet, og behald éin brukar.",
				EN: "Confirm the change of name in the source system, and keep one account.",
			}},
			{ID: "unclear", What: audit.Text{
				NB: "Ett nummer på to brukere: navn og fødselsdato er ikke nok til å si om de er én person.",
				NN: "Eitt nummer på to brukarar: namn og fødselsdato er ikkje nok til å seie om dei er éin person.",
				EN: "One number on two accounts: names and birth dates are not enough to say whether they are one person.",
			}, Fix: audit.Text{
				NB: "Avklar med skolen om det er én person; er det to, gjelder det samme som for to personer på ett nummer.",
				NN: "Avklar med skulen om det er éin person; er det to, gjeld det same som for to personar på eitt nummer.",
				EN: "Ask the school whether this is one person; if it is two, act as for one number on two persons.",
			}},
		},
		Check: audit.EachGroup{Key: numberKey, Judge: judgeOverlay},
	}
}

// numberKey groups entries by number, over all catalogs. The digits are revealed to be compared; a key is
// never shown.
func numberKey(p *audit.Person) string { return p.NIN.RevealPlain() }

func judgeOverlay(members []*audit.Person, _ nin.Date) []audit.Verdict {
	const two, many, nameChange, open = 0, 1, 2, 3
	persons := persons(members)
	if len(persons) == 1 {
		return nil
	}
	if len(persons) > 2 || members[0].NIN.Fault() == nin.Placeholder {
		return []audit.Verdict{{Variant: many, Args: []audit.Arg{audit.Count(len(persons))}}}
	}
	switch closest(members, persons[0], persons[1]) {
	case renamed:
		return []audit.Verdict{{Variant: nameChange, Severity: audit.Info, Score: 0.5}}
	case unclear:
		return []audit.Verdict{{Variant: open, Severity: audit.Warning, Score: 0.5}}
	}
	return []audit.Verdict{{Variant: two}}
}

// manyEntries is where comparing every pair of a group stops: a number on so many entries is a stand-in, and
// each entry counts as a person.
const manyEntries = 500

// persons divides entries that share a number into those of one person each, by index.
func persons(members []*audit.Person) [][]int {
	var found [][]int
next:
	for i, m := range members {
		if len(members) <= manyEntries {
			for k, p := range found {
				for _, j := range p {
					if compare(m, members[j]) == same {
						found[k] = append(p, i)
						continue next
					}
				}
			}
		}
		found = append(found, []int{i})
	}
	return found
}

// closest is the likeness of the two entries that agree most, of two persons' entries.
func closest(members []*audit.Person, a, b []int) likeness {
	best := different
	for _, i := range a {
		for _, j := range b {
			switch l := compare(members[i], members[j]); {
			case l == renamed:
				return renamed
			case l == unclear:
				best = unclear
			}
		}
	}
	return best
}
