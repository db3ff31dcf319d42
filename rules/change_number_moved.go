package rules

import (
	"ninaudit/audit"
	"ninaudit/audit/nin"
)

func changeNumberMoved() audit.Rule {
	return audit.Rule{
		ID:       "change-number-moved",
		Severity: audit.Critical,
		Empties:  true,
		Source:   "Feide, notice of 2022-03-30, step 1; AHIMA, patient matching: overlay; GDPR art. 33",
		Title: audit.Text{
			NB: "Nummeret står nå på en annen person", NN: "Nummeret står no på ein annan person", EN: "Number moved to another person",
		},
		Why: audit.Text{
			NB: "Tjenester tar den nye for den gamle. Den ene kan se den andres innhold, og det kan være et brudd på personopplysningssikkerheten.",
			NN: "Tenester tek den nye for den gamle. Den eine kan sjå innhaldet til den andre, og det kan vere eit brot på personopplysningstryggleiken.",
			EN: "Services take the new user for the old one. Either may see the other's content, which may be a personal data breach.",
		},
		Fix: audit.Text{
			NB: "Samme dag: finn ut hvem som eier nummeret, kontroller tilganger, og rett i kildesystemet.",
			NN: "Same dag: finn ut kven som eig nummeret, kontroller tilgangar, og rett i kjeldesystemet.",
			EN: "The same day: find out whose number it is, check what has been opened, and mend it in the source system.",
		},
		Message: audit.Text{NB: "{what}.", NN: "{what}.", EN: "{what}."},
		Variants: []audit.Variant{
			{ID: "two", What: audit.Text{
				NB: "Nummeret sto tidligere på en annen bruker: navn og fødselsdato stemmer ikke overens",
				NN: "Nummeret stod tidlegare på ein annan brukar: namn og fødselsdato stemmer ikkje overeins",
				EN: "The number stood on another account before: names and birth dates do not agree",
			}},
			{ID: "unclear", What: audit.Text{
				NB: "Nummeret sto tidligere på en annen bruker: det er ikke nok til å si om de er én person",
				NN: "Nummeret stod tidlegare på ein annan brukar: det er ikkje nok til å seie om dei er éin person",
				EN: "The number stood on another account before: there is not enough to say whether they are one person",
			}, Fix: audit.Text{
				NB: "Avklar med skolen om det er én person; er det to, finn samme dag ut hvem som eier nummeret, og kontroller tilganger.",
				NN: "Avklar med skulen om det er éin person; er det to, finn same dag ut kven som eig nummeret, og kontroller tilgangar.",
				EN: "Ask the school whether this is one person; if it is two, find out the same day whose number it is, and check what has been opened.",
			}},
			{ID: "pair", What: audit.Text{
				NB: "Nummeret sto tidligere på en annen bruker, og et åpent funn holder de to for å være samme person",
				NN: "Nummeret stod tidlegare på ein annan brukar, og eit ope funn held dei to for å vere same person",
				EN: "The number stood on another account before, and an open finding holds the two for one person's",
			}, Fix: audit.Text{
				NB: "Er det én person: ingenting å rette; varsle berørte leverandører. Er det to: finn samme dag ut hvem som eier nummeret.",
				NN: "Er det éin person: ingenting å rette; varsle leverandørane det gjeld. Er det to: finn same dag ut kven som eig nummeret.",
				EN: "If this is one person, there is nothing to mend: tell the providers concerned. If it is two, find out the same day whose number it is.",
			}},
		},
		Check: audit.EachChange(func(c *audit.Change, _ nin.Date) (audit.Verdict, bool) {
			const two, open, pair = 0, 1, 2
			if !moved(c) {
				return audit.Verdict{}, false
			}
			v := audit.Verdict{Variant: two, Members: []int{audit.ChangePerson}}
			if c.Holder.Person != nil {
				v.Members = append(v.Members, audit.ChangeHolder)
			}
			switch {
			case c.Holder.Duplicate:
				v.Variant, v.Severity = pair, audit.Info
			case holder(c) == unclear:
				v.Variant, v.Severity, v.Score = open, audit.Error, 0.5
			}
			return v, true
		}),
	}
}

// moved tells that tonight's number came from another entry, and not evidently from the same person's. Where it did,
// the other rules on a person's number are silent: one event, one case. A value that is no number of its kind, and a
// stand-in, which is nobody's, do not move however often they are entered.
func moved(c *audit.Change) bool {
	return c.Holder != nil && agree(c.Holder.Was.Number, c.Is.Number) && c.Was.Number != c.Is.Number &&
		!c.Is.Faulty && meant(c.Person).Fault() != nin.Placeholder && holder(c) < renamed
}

// holder compares the former holder of the number with the person. An account made anew under the same principal
// name is the same person's, and one that is gone tonight and differs in the given name only is so in all likelihood;
// one that is still there may be a twin's.
func holder(c *audit.Change) likeness {
	if agree(c.Holder.Was.Principal, c.Is.Principal) {
		return same
	}
	return passed(c.Holder, c, c.Holder.Person == nil)
}
