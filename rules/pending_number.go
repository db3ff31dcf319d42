package rules

import (
	"cmp"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// PendingNumberOptions are the settings of pending-number.
type PendingNumberOptions struct {
	Grace      audit.Days // a wait up to this is nothing to act on
	ErrorAfter audit.Days // a longer wait than this is an error
}

func pendingNumber(o PendingNumberOptions) audit.Rule {
	return audit.Rule{
		ID:       "pending-number",
		Severity: audit.Warning,
		Source:   "Feide, notice of 2022-03-30, steps 1 and 4",
		Absence:  true,
		Title: audit.Text{
			NB: "Uten nummer lenger enn fristen", NN: "Utan nummer lenger enn fristen", EN: "Without a number for too long",
		},
		Why: audit.Text{
			NB: "Det er riktig å la feltet stå tomt til nummeret er tildelt, men nummeret skal inn så snart det finnes. Til da kan brukeren mangle innhold i tjenester.",
			NN: "Det er rett å la feltet stå tomt til nummeret er tildelt, men nummeret skal inn så snart det finst. Til då kan brukaren mangle innhald i tenester.",
			EN: "It is right to leave the field empty until a number is assigned, but the number belongs there as soon as it exists. Until then the user may lack content in services.",
		},
		Fix: audit.Text{
			NB: "Undersøk om nummer er tildelt, og før det i kildesystemet; ikke lag et eget.",
			NN: "Undersøk om nummer er tildelt, og før det i kjeldesystemet; ikkje lag eit eige.",
			EN: "Find out whether a number has been assigned and enter it in the source system; do not make one up.",
		},
		Message: audit.Text{NB: "Uten nummer{what}.", NN: "Utan nummer{what}.", EN: "Without a number{what}."},
		Cause: audit.Text{
			NB: "en tilgangsregel skjuler nummeret, eller eksporten tar det ikke med",
			NN: "ein tilgangsregel skjuler nummeret, eller eksporten tek det ikkje med",
			EN: "an access rule hides the number, or the export leaves it out",
		},
		Variants: waitVariants(),
		Check: audit.EachPerson(func(p *audit.Person, on nin.Date) (audit.Verdict, bool) {
			if !p.NIN.IsZero() {
				return audit.Verdict{}, false
			}
			return wait(p, on, o.Grace, o.ErrorAfter), true
		}),
	}
}

// waitVariants are the ways of telling a wait: since the entry was made, since a day that the history knows, or since
// nobody knows when.
func waitVariants() []audit.Variant {
	return []audit.Variant{
		{ID: "since", What: audit.Text{
			NB: "; brukeren ble opprettet {1} (dager siden: {2})", NN: "; brukaren vart oppretta {1} (dagar sidan: {2})", EN: "; the user was created {1} (days ago: {2})",
		}},
		{ID: "unknown", What: audit.Text{
			NB: "; katalogen sier ikke når brukeren ble opprettet",
			NN: "; katalogen seier ikkje når brukaren vart oppretta",
			EN: "; the catalog does not say when the user was created",
		}},
		{ID: "known", What: audit.Text{
			NB: " siden {1} (dager: {2})", NN: " sidan {1} (dagar: {2})", EN: " since {1} (days: {2})",
		}},
	}
}

// wait judges how long a person has waited: from the day that the history knows, else from the day on which the entry
// was made. A day that nobody knows is no ground for a finding: such a person stays in the ledger. errorAfter 0 knows
// no second limit.
func wait(p *audit.Person, on nin.Date, grace, errorAfter audit.Days) audit.Verdict {
	const since, unknown, known = 0, 1, 2
	made := audit.Day(p.Created)
	from := cmp.Or(p.Without, made)
	if from == 0 {
		return audit.Verdict{Variant: unknown, Waiting: true}
	}
	days := from.Days(on)
	v := audit.Verdict{Variant: since, Since: from, Args: []audit.Arg{audit.Date(from), audit.Count(max(days, 0))}}
	if from != made {
		v.Variant = known
	}
	switch {
	case days <= int(grace):
		v.Waiting = true
	case errorAfter > 0 && days > int(errorAfter):
		v.Severity = audit.Error
	}
	return v
}
