package rules

import (
	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// NINDateOptions are the settings of nin-date.
type NINDateOptions struct {
	MaxAge int // years; a number of a person born longer ago is implausible in a catalog of users
}

func ninDate(o NINDateOptions) audit.Rule {
	const old = 4
	fault := onFault(nin.BadDate, nin.NoSuchDay, nin.NoSuchMonth, nin.BadSeries, nin.InFuture, nin.TooOld)
	return audit.Rule{
		ID:       "nin-date",
		Severity: audit.Error,
		Empties:  true,
		Source:   "Skatteetaten, Folkeregisteret: fødselsnummer and D-number, series of 2021-11-16",
		Title: audit.Text{
			NB: "Umulig dato eller serie i nummeret",
			NN: "Umogleg dato eller serie i nummeret",
			EN: "Impossible date or series",
		},
		Why: audit.Text{
			NB: "Folkeregisteret deler ikke ut slike numre, eller ikke til noen som kan være bruker i dag. Nummeret er trolig feilskrevet, eller laget av noen andre.",
			NN: "Folkeregisteret deler ikkje ut slike nummer, eller ikkje til nokon som kan vere brukar i dag. Nummeret er truleg feilskrive, eller laga av nokon andre.",
			EN: "The population register issues no such number, or none to anybody who can be a user today. It was probably mistyped, or made by somebody else.",
		},
		Fix: audit.Text{
			NB: "Kontroller mot Folkeregisteret og rett i kildesystemet.",
			NN: "Kontroller mot Folkeregisteret og rett i kjeldesystemet.",
			EN: "Check it against the population register and mend it in the source system.",
		},
		Message: audit.Text{NB: "Nummeret kan ikke stemme: {what}.", NN: "Nummeret kan ikkje stemme: {what}.", EN: "The number cannot be right: {what}."},
		Cause: audit.Text{
			NB: "kildesystemet lager egne numre, eller importen leser feil kolonne",
			NN: "kjeldesystemet lagar eigne nummer, eller importen les feil kolonne",
			EN: "the source system makes numbers of its own, or the import reads the wrong column",
		},
		Variants: []audit.Variant{
			{ID: "day", What: audit.Text{NB: "datoen finnes ikke", NN: "datoen finst ikkje", EN: "there is no such day"}},
			{ID: "month", What: audit.Text{
				NB: "måneden finnes ikke, heller ikke i andre utstederes numre med en slik dag",
				NN: "månaden finst ikkje, heller ikkje i andre utferdarar sine nummer med ein slik dag",
				EN: "there is no such month, nor one in other issuers' numbers with such a day",
			}},
			{ID: "series", What: audit.Text{
				NB: "serien er ikke i bruk for dette fødselsåret",
				NN: "serien er ikkje i bruk for dette fødselsåret",
				EN: "the series is not in use for that year of birth",
			}},
			{ID: "future", What: audit.Text{NB: "fødselsdatoen ligger fram i tid", NN: "fødselsdatoen ligg fram i tid", EN: "the birth date lies in the future"}},
			{ID: "old", What: audit.Text{
				NB: "fødselsdatoen ligger for langt tilbake til å være en brukers",
				NN: "fødselsdatoen ligg for langt tilbake til å vere ein brukar sin",
				EN: "the birth date lies too far back to be a user's",
			}},
		},
		Check: audit.EachPerson(func(p *audit.Person, on nin.Date) (audit.Verdict, bool) {
			if v, ok := fault(p, on); ok {
				return v, true
			}
			return audit.Verdict{Variant: old}, p.NIN.Fault() == nin.Fine && o.tooOld(p.NIN, on)
		}),
	}
}

// tooOld tells whether a number's birth lies longer ago than a user can be old.
func (o NINDateOptions) tooOld(n nin.Number, on nin.Date) bool {
	return n.Kind().National() && n.OlderThan(on.AddYears(-o.MaxAge))
}
