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
		Empties:  true,
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
		Message: audit.Text{NB: "{what}.", NN: "{what}.", EN: "{what}."},
		Cause: audit.Text{
			NB: "brukernavn eller e-post blir laget av nummeret",
			NN: "brukarnamn eller e-post blir laga av nummeret",
			EN: "user names or mail addresses are made of the number",
		},
		Variants: []audit.Variant{
			{ID: "elsewhere", What: audit.Text{
				NB: "Et identitetsnummer står i {1}", NN: "Eit identitetsnummer står i {1}", EN: "An identity number stands in {1}",
			}},
			{ID: "second", What: audit.Text{
				NB: "{1} har flere verdier, og et identitetsnummer er blant dem som ikke leses",
				NN: "{1} har fleire verdiar, og eit identitetsnummer er blant dei som ikkje blir lesne",
				EN: "{1} has several values, and an identity number is among those that are not read",
			}, Fix: audit.Text{
				NB: "Finn ut hvilket nummer som gjelder, og la bare det stå i kildesystemet.",
				NN: "Finn ut kva nummer som gjeld, og lat berre det stå i kjeldesystemet.",
				EN: "Find out which number is the right one, and keep only that in the source system.",
			}},
		},
		Check: audit.EachPerson(exposed),
	}
}

// exposed looks for national numbers where none belongs.
func exposed(p *audit.Person, _ nin.Date) (audit.Verdict, bool) {
	const elsewhere, second = 0, 1
	var where []string
	variant := second
	for _, f := range p.Texts {
		if slices.Contains(where, f.Name) || !exposes(p, f) {
			continue
		}
		where = append(where, f.Name)
		if !f.Number {
			variant = elsewhere
		}
	}
	if where == nil {
		return audit.Verdict{}, false
	}
	return audit.Verdict{Variant: variant, Args: []audit.Arg{audit.Word(strings.Join(where, ", "))}}, true
}

// exposes tells whether a field shows a national number: the person's own, or in free text anybody's. Eleven
// digits in a user name or an address may be a local number that holds by chance, so there a number that is
// not the person's counts only where its date is the person's, or where nothing is known of either.
func exposes(p *audit.Person, f audit.Field) bool {
	value, local := f.Value, false
	if f.Local {
		scheme, rest := splitLIN(value)
		if scheme == "fin" || scheme == "localnin" {
			return false // the lawful home of a local number, whatever it looks like
		}
		value, local = rest, scheme != ""
	}
	for run := range nin.Runs(value) {
		if own(p, run) {
			return true
		}
		if local || len(run) != 11 {
			continue
		}
		n := p.Read.Parse(run)
		if n.Fault() == nin.Fine && n.Kind().National() && (f.Free || f.Number || fits(p, n)) {
			return true
		}
	}
	return false
}

// fits tells whether a number may be the person's by its date.
func fits(p *audit.Person, n nin.Number) bool {
	if p.Birth == 0 && p.NIN.Birth() == 0 {
		return true
	}
	return n.BornOn(p.Birth) || n.BornOn(p.NIN.Birth())
}

// own tells whether a run of digits is the person's own number, as it was meant, or what a spreadsheet leaves
// of it; if that is a number of a person at all.
func own(p *audit.Person, run string) bool {
	plain := p.NIN.RevealPlain() // compared, never shown
	if plain == "" || run != plain && "0"+run != plain {
		return false
	}
	n := meant(p)
	return n.Fault() == nin.Fine && (n.Kind().National() || n.Kind() == nin.DUF)
}

// meant is the person's number without the blanks and with the zero that the value should have had.
func meant(p *audit.Person) nin.Number {
	if plain := p.NIN.RevealPlain(); plain != p.NIN.Reveal() {
		return p.Read.Parse(plain)
	}
	return p.NIN
}

// splitLIN divides realm:scheme:value; a value without a scheme is all value.
func splitLIN(lin string) (scheme, value string) {
	parts := strings.SplitN(lin, ":", 3)
	if len(parts) == 3 {
		return strings.ToLower(parts[1]), parts[2]
	}
	return "", lin
}
