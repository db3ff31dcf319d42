package rules

import (
	"ninaudit/audit"
	"ninaudit/audit/linkage"
	"ninaudit/audit/nin"
)

func overlay(o OverlapOptions, number *audit.Key) audit.Rule {
	return audit.Rule{
		ID:       "overlay",
		Severity: audit.Critical,
		Empties:  true,
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
				NB: "Ett nummer står på {1} brukere som ikke ser ut til å være samme person: trolig et nummer som er brukt om igjen.",
				NN: "Eitt nummer står på {1} brukarar som ikkje ser ut til å vere same person: truleg eit nummer som er brukt om igjen.",
				EN: "One number stands on {1} accounts that do not look like one person: probably a number that is used over and over.",
			}},
			{ID: "renamed", What: audit.Text{
				NB: "Ett nummer på {1} brukere med samme fornavn og fødselsdato, men ulikt etternavn: trolig et navneskifte.",
				NN: "Eitt nummer på {1} brukarar med same fornamn og fødselsdato, men ulikt etternamn: truleg eit namneskifte.",
				EN: "One number on {1} accounts with the same given name and birth date but different surnames: probably a change of name.",
			}, Fix: audit.Text{
				NB: "Bekreft navneskiftet i kildesystemet; én person skal ha én bruker i en katalog.",
				NN: "Stadfest namneskiftet i kjeldesystemet; éin person skal ha éin brukar i ein katalog.",
				EN: "Confirm the change of name in the source system; one person has one account in a catalog.",
			}},
			{ID: "unclear", What: audit.Text{
				NB: "Ett nummer på {1} brukere: navn og fødselsdato er ikke nok til å si om de er én person.",
				NN: "Eitt nummer på {1} brukarar: namn og fødselsdato er ikkje nok til å seie om dei er éin person.",
				EN: "One number on {1} accounts: names and birth dates are not enough to say whether they are one person.",
			}, Fix: audit.Text{
				NB: "Avklar med skolen om det er én person; er det to, gjelder det samme som for to personer på ett nummer.",
				NN: "Avklar med skulen om det er éin person; er det to, gjeld det same som for to personar på eitt nummer.",
				EN: "Ask the school whether this is one person; if it is two, act as for one number on two persons.",
			}},
		},
		Check: audit.EachGroup{Key: number, Judge: judgeOverlay, Model: linkage.Shipped().Hash(), Notices: o.notices},
	}
}

// judgeOverlay divides a group on one number into persons and grades what is left by the evidence against one
// person: critical where some are two by all signs, an error where that is open, info for a change of name.
func judgeOverlay(members []*audit.Person, _ nin.Date) []audit.Verdict {
	const two, many, nameChange, open = 0, 1, 2, 3
	if meant(members[0]).Fault() == nin.Placeholder {
		if onePerson(members) {
			return nil
		}
		return []audit.Verdict{{Variant: many, Args: []audit.Arg{audit.Count(len(members))}}}
	}
	g := divide(members)
	switch {
	case g.persons == 1 && !g.torn:
		return nil
	case g.stranger && g.persons > 2:
		return []audit.Verdict{{Variant: many, Args: []audit.Arg{audit.Count(len(members))}}}
	case g.stranger:
		return []audit.Verdict{{Variant: two, Evidence: g.evidence}}
	case g.torn || g.open:
		return []audit.Verdict{{
			Variant: open, Severity: audit.Error, Args: []audit.Arg{audit.Count(len(members))}, Evidence: g.evidence, Score: 0.5,
		}}
	}
	return []audit.Verdict{{
		Variant: nameChange, Severity: audit.Info, Args: []audit.Arg{audit.Count(len(members))}, Evidence: g.evidence, Score: 0.5,
	}}
}

// manyEntries is where comparing every pair of a group stops: a number on so many entries is a stand-in, and
// each entry counts as a person.
const manyEntries = 100

// onePerson tells whether all entries are like the first: for a stand-in it does not matter whose they are.
func onePerson(members []*audit.Person) bool {
	for _, m := range members[1:] {
		if l, _ := compare(members[0], m); l != same {
			return false
		}
	}
	return true
}

// division is what a group on one number comes to.
type division struct {
	persons  int  // entries of one person counted once
	stranger bool // some two of the persons are different by all signs
	open     bool // of some two it can not be told
	torn     bool // entries that are different by all signs hang together by others that are like both
	evidence []audit.Evidence
}

// divide compares every pair. Entries that are the same, or the same as a third, are one person, whatever the
// order in which they come.
func divide(members []*audit.Person) division {
	n := len(members)
	if n > manyEntries {
		return division{persons: n, stranger: true}
	}
	person := make([]int, n)
	for i := range person {
		person[i] = i
	}
	likeness := make([]likeness, n*n)
	g := division{persons: n}
	for i := range n {
		for j := i + 1; j < n; j++ {
			l, c := compare(members[i], members[j])
			likeness[i*n+j] = l
			if n == 2 {
				g.evidence = levels(evidence(members[0], members[1], &c))
			}
			if from, to := person[j], person[i]; l == same && from != to {
				g.persons--
				for k := range person {
					if person[k] == from {
						person[k] = to
					}
				}
			}
		}
	}
	g.grade(person, likeness)
	return g
}

// levels takes the weights off evidence: here the fields decide one by one, a given name against all others, and
// a sum would say what was not asked. The weights, and a score made of them, are odds that two entries are one
// person before anything else is known; that they share a number is known here, and how often a shared number is
// two persons is what nobody knows. So a score says no more than whether the case is open.
func levels(all []audit.Evidence) []audit.Evidence {
	for i := range all {
		all[i].Bits = 0
	}
	return all
}

// grade looks at the pairs again, now that it is known which entries are one person's. Two persons are what the
// most alike of their entries are.
func (g *division) grade(person []int, likenesses []likeness) {
	n := len(person)
	closest := map[[2]int]likeness{}
	for i := range n {
		for j := i + 1; j < n; j++ {
			l := likenesses[i*n+j]
			if person[i] == person[j] {
				g.torn = g.torn || l == different
				continue
			}
			pair := [2]int{min(person[i], person[j]), max(person[i], person[j])}
			closest[pair] = max(closest[pair], l)
		}
	}
	for _, l := range closest {
		g.stranger = g.stranger || l == different
		g.open = g.open || l == unclear
	}
}
