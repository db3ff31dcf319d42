package rules

import (
	"context"
	"fmt"

	"ninaudit/audit"
	"ninaudit/audit/nin"
	"ninaudit/audit/serial"
)

// NINUnissuedOptions are the settings of nin-unissued.
type NINUnissuedOptions struct {
	Prior int // one number in so many is invented, for all that is known before looking
}

func ninUnissued(o NINUnissuedOptions, batch NINBatchOptions, numbers *audit.Gather) audit.Rule {
	return audit.Rule{
		ID:       "nin-unissued",
		Severity: audit.Warning,
		Empties:  true,
		Source:   "Skatteetaten, Folkeregisteret: series of fødselsnummer, and the order in which they are issued",
		Title:    audit.Text{NB: "Uvanlig individnummer", NN: "Uvanleg individnummer", EN: "Unusual serial"},
		Why: audit.Text{
			NB: "Individnummer tildeles nedover i hver serie. Er et nummer langt nede i en serie som datoen ikke kan ha brukt opp, er det trolig aldri tildelt. Et oppdiktet nummer kan bli en annens, og åpne innholdet til vedkommende.",
			NN: "Individnummer blir tildelte nedover i kvar serie. Er eit nummer langt nede i ein serie som datoen ikkje kan ha brukt opp, er det truleg aldri tildelt. Eit oppdikta nummer kan bli ein annan sitt, og opne innhaldet til vedkomande.",
			EN: "Serials are issued downward in each series. A number far down a series that its date cannot have used up was in all likelihood never issued. An invented number may become somebody else's, and open that person's content.",
		},
		Fix: audit.Text{
			NB: "Kontroller mot Folkeregisteret, og rett i kildesystemet; nummeret kan være ekte.",
			NN: "Kontroller mot Folkeregisteret, og rett i kjeldesystemet; nummeret kan vere ekte.",
			EN: "Check it against the population register, and mend it in the source system; the number may be genuine.",
		},
		Message: audit.Text{
			NB: "Nummeret er riktig bygd, men uvanlig: {what}. Det kan være ekte.",
			NN: "Nummeret er rett bygd, men uvanleg: {what}. Det kan vere ekte.",
			EN: "The number is well formed but unusual: {what}. It may be genuine.",
		},
		Variants: signVariants(),
		Check: audit.EachCatalog{Gather: numbers, Judge: func(ctx context.Context, gathered audit.Gathering, all audit.Population, on nin.Date) (j audit.Judgement) {
			if ctx.Err() != nil {
				return j
			}
			v := gathered.(*issued).Judge(serial.Options{On: on, Prior: o.Prior, Least: batch.Persons, Persons: func(entries []int) bool {
				return severalPersons(all, entries)
			}})
			for _, s := range v.Named {
				j.Verdicts = append(j.Verdicts, audit.Verdict{
					Variant: int(s.Reasons[0].Sign), Args: []audit.Arg{otherReasons(s.Reasons)}, Score: s.Probability,
					Members: byID(all, s.Entries),
				})
			}
			j.Counted = v.Unusual
			return j
		}, Sum: unusualNotices},
		Details: signTable,
	}
}

// mostReasons is how many reasons a finding gives.
const mostReasons = 3

// signVariants are the forms of the finding: each begins with the strongest reason and goes on with the others.
func signVariants() []audit.Variant {
	var all []audit.Variant
	for _, s := range signWords() {
		all = append(all, audit.Variant{ID: s.id, What: audit.Text{NB: s.what.NB + "{1}", NN: s.what.NN + "{1}", EN: s.what.EN + "{1}"}})
	}
	return all
}

// otherReasons are the reasons after the strongest, each behind a semicolon.
func otherReasons(reasons []serial.Reason) (text audit.Text) {
	words := signWords()
	for _, r := range reasons[1:min(len(reasons), mostReasons)] {
		what := words[r.Sign].what
		text.NB, text.NN, text.EN = text.NB+"; "+what.NB, text.NN+"; "+what.NN, text.EN+"; "+what.EN
	}
	return text
}

func unusualNotices(n int) []audit.Text {
	if n == 0 {
		return nil
	}
	return []audit.Text{{
		NB: fmt.Sprintf("Uvanlige individnummer: %d, ingen av dem påfallende alene. De er bare talt.", n),
		NN: fmt.Sprintf("Uvanlege individnummer: %d, ingen av dei påfallande åleine. Dei er berre talde.", n),
		EN: fmt.Sprintf("Unusual serials: %d, none remarkable by itself. They are only counted.", n),
	}}
}

// signWord is a sign as readers see it.
type signWord struct {
	id         string
	what, from audit.Text // what it says, and where its weight comes from
}

// signWords has a line for each sign of package serial, in its order.
func signWords() []signWord {
	return []signWord{
		{"depth", audit.Text{
			NB: "individnummeret ligger langt fra det som kan være tildelt for fødselsdatoen",
			NN: "individnummeret ligg langt frå det som kan vere tildelt for fødselsdatoen",
			EN: "the individnummer lies far from what can have been issued for the birth date",
		}, audit.Text{NB: "katalogens egne nummer, og fødselstall", NN: "dei eigne numra i katalogen, og fødselstal", EN: "the catalog's own numbers, and births"}},
		{"lowest", audit.Text{
			NB: "det er det laveste som har kontrollsiffer",
			NN: "det er det lågaste som har kontrollsiffer",
			EN: "it is the lowest that has control digits",
		}, audit.Text{NB: "regnet ut, og anslått", NN: "rekna ut, og overslag", EN: "computed, and estimated"}},
		{"batch", audit.Text{
			NB: "det følger samme mønster som andre numre ved enheten",
			NN: "det følgjer same mønster som andre nummer ved eininga",
			EN: "it follows one pattern with other numbers of the unit",
		}, audit.Text{NB: "regnet ut, og begrenset", NN: "rekna ut, og avgrensa", EN: "computed, and bounded"}},
		{"several", audit.Text{
			NB: "det står på flere personer",
			NN: "det står på fleire personar",
			EN: "it stands on several persons",
		}, audit.Text{NB: "anslått av feil i kataloger", NN: "overslag etter feil i katalogar", EN: "estimated from mistakes in catalogs"}},
		{"local-date", audit.Text{
			NB: "påfallende mange ved enheten har samme fødselsdato",
			NN: "påfallande mange ved eininga har same fødselsdato",
			EN: "remarkably many of the unit share the birth date",
		}, audit.Text{NB: "regnet ut, og anslått", NN: "rekna ut, og overslag", EN: "computed, and estimated"}},
	}
}

// signTable shows what each sign is worth: how often it is met on invented numbers and on genuine ones.
func signTable(l audit.Language) [][]string {
	head := []audit.Text{
		{NB: "tegn", NN: "teikn", EN: "sign"}, {NB: "oppdiktede", NN: "oppdikta", EN: "invented"}, {NB: "ekte", NN: "ekte", EN: "genuine"},
		{NB: "ganger", NN: "gonger", EN: "times"}, {NB: "hvorfra", NN: "kvarifrå", EN: "where from"},
	}
	row := make([]string, len(head))
	for i, h := range head {
		row[i] = h.In(l)
	}
	rows := [][]string{row}
	words := signWords()
	for _, w := range serial.Weights() {
		cells := []string{"", "", "1/2 – 100 000"}
		if w.Genuine > 0 {
			cells = []string{fmt.Sprintf("%.4g", w.Invented), fmt.Sprintf("%.4g", w.Genuine), fmt.Sprintf("%.0f", w.Invented/w.Genuine)}
		}
		rows = append(rows, append(append([]string{words[w.Sign].id}, cells...), words[w.Sign].from.In(l)))
	}
	return rows
}
