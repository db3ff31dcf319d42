package rules

import (
	"slices"
	"strings"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

func ninExposed() audit.Rule {
	return audit.Rule{
		ID:       "nin-exposed",
		Severity: audit.Error,
		Source:   "Personopplysningsloven § 12; Feide, checklist for data quality",
		Title: audit.Text{
			NB: "Identitetsnummer synlig i et annet felt",
			NN: "Identitetsnummer synleg i eit anna felt",
			EN: "Number visible elsewhere",
		},
		Why: audit.Text{
			NB: "Brukernavn, e-postadresse og navn vises til mange og sendes til tjenester som ikke har bruk for nummeret.",
			NN: "Brukarnamn, e-postadresse og namn blir viste til mange og sende til tenester som ikkje har bruk for nummeret.",
			EN: "User names, mail addresses and names are shown to many and sent to services that have no need of the number.",
		},
		Fix: audit.Text{
			NB: "Fjern nummeret fra feltet i kildesystemet; bytt brukernavn eller e-post om nødvendig.",
			NN: "Fjern nummeret frå feltet i kjeldesystemet; byt brukarnamn eller e-post om nødvendig.",
			EN: "Remove the number from the field in the source system; change user name or mail if need be.",
		},
		Message: audit.Text{NB: "Et identitetsnummer står i {1}.", NN: "Eit identitetsnummer står i {1}.", EN: "An identity number stands in {1}."},
		Cause: audit.Text{
			NB: "brukernavn eller e-post blir laget av nummeret",
			NN: "brukarnamn eller e-post blir laga av nummeret",
			EN: "user names or mail addresses are made of the number",
		},
		Check: audit.EachPerson(func(p *audit.Person, on nin.Date) (audit.Verdict, bool) {
			var where []string
			for _, f := range p.Texts {
				if !slices.Contains(where, f.Name) && exposes(p, f, on) {
					where = append(where, f.Name)
				}
			}
			if where == nil {
				return audit.Verdict{}, false
			}
			return audit.Verdict{Args: []audit.Arg{audit.Word(strings.Join(where, ", "))}}, true
		}),
	}
}

// exposes tells whether a field shows a national number: the person's own, or in free text anybody's. Eleven
// digits in a user name or an address may be a local number that holds by chance, so there another number
// counts only where its date is the person's birth date.
func exposes(p *audit.Person, f audit.Field, on nin.Date) bool {
	value, local := f.Value, false
	if f.Local {
		scheme, rest := splitLIN(value)
		if scheme == "fin" || scheme == "localnin" {
			return false // the lawful home of a local number, whatever it looks like
		}
		value, local = rest, scheme != ""
	}
	for run := range nin.Runs(value) {
		if own(p.NIN, run) {
			return true
		}
		if local || len(run) != 11 {
			continue
		}
		// Synthetic numbers count as what they imitate: in a catalog of test data they stand for it.
		n := nin.Parser{On: on, AcceptSynthetic: true}.Parse(run)
		if n.Fault() == nin.Fine && n.Kind().National() && (f.Free || n.Birth().SameDay(p.Birth)) {
			return true
		}
	}
	return false
}

// own tells whether a run of digits is the person's own well-formed number.
func own(n nin.Number, run string) bool {
	return n.WellFormed() && n.Fault() == nin.Fine && (n.Kind().National() || n.Kind() == nin.DUF) &&
		run == n.RevealPlain()
}

// splitLIN divides realm:scheme:value; a value without a scheme is all value.
func splitLIN(lin string) (scheme, value string) {
	parts := strings.SplitN(lin, ":", 3)
	if len(parts) == 3 {
		return strings.ToLower(parts[1]), parts[2]
	}
	return "", lin
}
