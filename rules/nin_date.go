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
		Source:   "Skatteetaten, Folkeregisteret: fødselsnummer and D-number, series of 2021-11-16",
		Title: audit.Text{
			NB: "Umulig dato eller serie i nummeret",
			NN: "Umogleg dato eller serie i nummeret",
			EN: "Impossible date or series",
		},
		Why: audit.Text{
			NB: "Folkeregisteret deler ikke ut slike numre. Nummeret er feilskrevet, eller laget av noen andre.",
			NN: "Folkeregisteret deler ikkje ut slike nummer. Nummeret er feilskrive, eller laga av nokon andre.",
			EN: "The population register issues no such number. It was mistyped, or made by somebody else.",
		},
		Fix: audit.Text{
			NB: "Kontroller mot Folkeregisteret og rett i kildesystemet.",
			NN: "Kontroller mot Folkeregisteret og rett i kjeldesystemet.",
			EN: "Check it against the population register and mend it in the source system.",
		},
		Message: audit.Text{NB: "Nummeret kan ikke være tildelt: {what}.", NN: "Nummeret kan ikkje vere tildelt: {what}.", EN: "The number cannot have been issued: {what}."},
		Cause: audit.Text{
			NB: "kildesystemet lager egne numre, eller importen leser feil kolonne",
			NN: "kjeldesystemet lagar eigne nummer, eller importen les feil kolonne",
			EN: "the source system makes numbers of its own, or the import reads the wrong column",
		},
		Variants: []audit.Variant{
			{ID: "day", What: audit.Text{NB: "datoen finnes ikke", NN: "datoen finst ikkje", EN: "there is no such day"}},
			{ID: "month", What: audit.Text{
				NB: "måneden finnes ikke, heller ikke i numre fra andre utstedere",
				NN: "månaden finst ikkje, heller ikkje i nummer frå andre utferdarar",
				EN: "there is no such month, nor one in other issuers' numbers",
			}},
			{ID: "series", What: audit.Text{
				NB: "serien er ikke i bruk for dette fødselsåret",
				NN: "serien er ikkje i bruk for dette fødselsåret",
				EN: "the series is not in use for that year of birth",
			}},
			{ID: "future", What: audit.Text{NB: "fødselsdatoen ligger fram i tid", NN: "fødselsdatoen ligg fram i tid", EN: "the birth date lies in the future"}},
			{ID: "old", What: audit.Text{
				NB: "fødselsdatoen ligger for langt tilbake",
				NN: "fødselsdatoen ligg for langt tilbake",
				EN: "the birth date lies too far back",
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
	born := n.Birth()
	return n.Kind().National() && born.KnowsCentury() && born < on.AddYears(-o.MaxAge)
}
