package main

import (
	"fmt"
	"strings"

	"ninaudit/audit"
	"ninaudit/audit/nin"
	"ninaudit/reports"
)

// Why a row is refused, for whoever filled it in. Each text says what to do where that is not plain.

func whyUnknown() audit.Text {
	return audit.Text{
		NB: "funnet er ukjent: nøkkelen i raden er endret, eller regelen eller katalogen kontrolleres ikke lenger",
		NN: "funnet er ukjent: nøkkelen i rada er endra, eller regelen eller katalogen blir ikkje lenger kontrollert",
		EN: "the finding is unknown: the row's key was changed, or its rule or catalog is no longer audited",
	}
}

func whyEdited() audit.Text {
	return audit.Text{
		NB: "teksten om funnet er endret, eller raden er sortert uten de skjulte kolonnene; fyll ut en arbeidsbok som er hentet på nytt",
		NN: "teksten om funnet er endra, eller rada er sortert utan dei skjulte kolonnane; fyll ut ei arbeidsbok som er henta på nytt",
		EN: "the text about the finding was changed, or the row was sorted without the hidden columns; fill in the workbook anew",
	}
}

func whyOtherHistory(day nin.Date) audit.Text {
	return dated(audit.Text{
		NB: "arbeidsboken er fra {1}, og historikken har ingen så sen kjøring",
		NN: "arbeidsboka er frå {1}, og historikken har inga så sein køyring",
		EN: "the workbook is of {1}, and the history has no run as late as that",
	}, day)
}

func whyOld(day nin.Date) audit.Text {
	return dated(audit.Text{
		NB: "arbeidsboken er fra {1} og for gammel; bruk den nyeste",
		NN: "arbeidsboka er frå {1} og for gammal; bruk den nyaste",
		EN: "the workbook is of {1}, and too old; use the newest",
	}, day)
}

func whyTwice() audit.Text {
	return audit.Text{
		NB: "to rader sier ulike ting om samme funn; behold én",
		NN: "to rader seier ulike ting om same funn; behald éi",
		EN: "two rows say different things about one finding; keep one",
	}
}

func whyResolved(day nin.Date) audit.Text {
	return dated(audit.Text{NB: "funnet ble løst {1}", NN: "funnet vart løyst {1}", EN: "the finding was resolved on {1}"}, day)
}

func whyAltered() audit.Text {
	return audit.Text{
		NB: "nummeret er endret siden arbeidsboken ble skrevet; vurder saken i den nyeste",
		NN: "nummeret er endra sidan arbeidsboka vart skriven; vurder saka i den nyaste",
		EN: "the number has changed since the workbook was written; decide in the newest",
	}
}

func whyLater(day nin.Date) audit.Text {
	return dated(audit.Text{
		NB: "en vurdering i den nyere arbeidsboken fra {1} står",
		NN: "ei vurdering i den nyare arbeidsboka frå {1} står",
		EN: "a decision in the later workbook of {1} stands",
	}, day)
}

func whyInFile() audit.Text {
	return audit.Text{
		NB: "vurderingen står i filen som konfigurasjonen kaller waivers; fjern den der",
		NN: "vurderinga står i fila som konfigurasjonen kallar waivers; fjern ho der",
		EN: "the decision stands in the file that the configuration names as waivers; remove it there",
	}
}

func whyOddChoice() audit.Text {
	return audit.Text{
		NB: "vurderingen er ingen av dem i listen", NN: "vurderinga er ingen av dei i lista",
		EN: "the decision is none of those in the list",
	}
}

func whyNoChoice() audit.Text {
	return audit.Text{
		NB: "ingen vurdering er valgt; tøm alle de gule feltene for å trekke en tilbake",
		NN: "inga vurdering er vald; tøm alle dei gule felta for å trekkje ei tilbake",
		EN: "no decision is picked; empty all the yellow cells to withdraw one",
	}
}

// whyMisfit says which choices fit. Of accounts that share a number, "not the same person" is no answer but a graver case.
func whyMisfit(c audit.Choice, r *audit.Rule) audit.Text {
	in := func(l audit.Language) []audit.Arg {
		var fit []string
		for _, one := range audit.Choices() {
			if one.Fits(r) {
				fit = append(fit, one.Word().In(l))
			}
		}
		return []audit.Arg{c.Word(), audit.Word(strings.Join(fit, " · "))}
	}
	t := audit.Text{
		NB: "«{1}» passer ikke på dette funnet; velg blant {2}", NN: "«{1}» passar ikkje på dette funnet; vel blant {2}",
		EN: "\"{1}\" does not fit this finding; pick one of {2}",
	}
	return audit.Text{NB: t.Fill(audit.Bokmal, "", in(audit.Bokmal)), NN: t.Fill(audit.Nynorsk, "", in(audit.Nynorsk)),
		EN: t.Fill(audit.English, "", in(audit.English))}
}

// cellNamed is a cell with a text, as the subject of a sentence.
func cellNamed(cell string) audit.Text {
	if cell == "reason" {
		return audit.Text{NB: "begrunnelsen", NN: "grunngivinga", EN: "the reason"}
	}
	return audit.Text{NB: "hvem som har vurdert det,", NN: "kven som har vurdert det,", EN: "who decided it"}
}

func whyMissing(cell string) audit.Text {
	return filled(audit.Text{NB: "{1} mangler", NN: "{1} manglar", EN: "{1} is missing"}, cellNamed(cell))
}

func whyDigits(cell string) audit.Text {
	return filled(audit.Text{
		NB: "{1} har åtte siffer eller mer, og et identitetsnummer kan stå der; skriv det uten",
		NN: "{1} har åtte siffer eller meir, og eit identitetsnummer kan stå der; skriv det utan",
		EN: "{1} holds eight digits or more, and an identity number may stand there; write it without",
	}, cellNamed(cell))
}

func whyLong(cell string) audit.Text {
	return filled(audit.Text{
		NB: "{1} er lengre enn {2} tegn", NN: "{1} er lengre enn {2} teikn", EN: "{1} is longer than {2} characters",
	}, cellNamed(cell), audit.Count(reports.MaxAnswer))
}

func whyOddDay() audit.Text {
	return audit.Text{
		NB: "det står ingen dato under «Gjelder til»; skriv den som 31.12.2026", NN: "det står ingen dato under «Gjeld til»; skriv han som 31.12.2026",
		EN: "what stands under \"Until\" is no date; write it as 2026-12-31",
	}
}

func whyNoDay() audit.Text {
	return audit.Text{NB: "datoen mangler", NN: "datoen manglar", EN: "the date is missing"}
}

func whyPast(day nin.Date) audit.Text {
	return dated(audit.Text{NB: "datoen {1} er passert", NN: "datoen {1} er passert", EN: "the date {1} is past"}, day)
}

func whyLate(day, latest nin.Date, s audit.Severity) audit.Text {
	return filled(audit.Text{
		NB: "datoen {1} er for sen: et funn av alvor «{3}» kan stå til {2}, {4} dager",
		NN: "datoen {1} er for sein: eit funn av alvor «{3}» kan stå til {2}, {4} dagar",
		EN: "the date {1} is too late: a finding of severity \"{3}\" may stand until {2}, {4} days",
	}, audit.Date(day), audit.Date(latest), s.Word(), audit.Count(audit.LongestWaiver(s)))
}

func dated(t audit.Text, day nin.Date) audit.Text { return filled(t, audit.Date(day)) }

// filled fills a text in every language.
func filled(t audit.Text, args ...audit.Arg) audit.Text {
	return audit.Text{NB: t.Fill(audit.Bokmal, "", args), NN: t.Fill(audit.Nynorsk, "", args), EN: t.Fill(audit.English, "", args)}
}

// said names an outcome.
func (o rowOutcome) said(l audit.Language) string {
	words := map[rowOutcome]audit.Text{
		rowTaken:     {NB: "tatt inn", NN: "teke inn", EN: "taken"},
		rowWithdrawn: {NB: "trukket tilbake", NN: "trekt tilbake", EN: "withdrawn"},
		rowUnchanged: {NB: "står allerede", NN: "står alt", EN: "stands already"},
		rowRefused:   {NB: "AVVIST", NN: "AVVIST", EN: "REFUSED"},
	}
	t, known := words[o]
	if !known {
		panic(fmt.Sprintf("outcome %q has no word", o))
	}
	return t.In(l)
}
