package reports

import "ninaudit/audit"

// The words of the first page, whatever it is shown on.
const (
	deleteBy word = iota + wordsOfNights
	tellFlag
	tellAdded
	tellAltered
	tellEndingOne
	tellEndingMany
	moreToDo
	firstTold
	breachClock
	atTerm

	headOpen
	headBefore
	chartRules
	chartTrend
	chartWaits
	chartUsers
	figuresHead
	aboutNight
	nightsNote
	aboutDelete

	elsewhere
	pageUnderFive
	pageWorkbook

	wordsOfThePage // how many there are; words_review.go goes on from here
)

// pageText is text for the words of this file.
func (w word) pageText() audit.Text {
	if w >= wordsOfThePage {
		return w.reviewText()
	}
	t := [...][3]string{
		deleteBy:       {"Skal slettes senest {1}", "Skal slettast seinast {1}", "To be deleted by {1}"},
		tellFlag:       {"VARSLE", "VARSLE", "TELL"},
		tellAdded:      {"Nummer lagt inn: {1}", "Nummer lagt inn: {1}", "Numbers added: {1}"},
		tellAltered:    {"Nummer endret: {1}", "Nummer endra: {1}", "Numbers changed: {1}"},
		tellEndingOne:  {"1 vurdering utløper senest", "1 vurdering går ut seinast", "1 decision ends by"},
		tellEndingMany: {"{1} vurderinger utløper senest", "{1} vurderingar går ut seinast", "{1} decisions end by"},
		moreToDo:       {"og {1} til ({2}).", "og {1} til ({2}).", "and {1} besides ({2})."},
		firstTold:      {"Først meldt {1}.", "Først meldt {1}.", "First reported {1}."},
		breachClock: {
			"Avklar i dag om det er brudd på personopplysningssikkerheten; i så fall 72 timer fra dere fikk kjennskap.",
			"Avklar i dag om det er brot på personopplysningstryggleiken; i så fall 72 timar frå de fekk kjennskap.",
			"Clarify today whether it is a personal data breach; if so, 72 hours from when you became aware.",
		},
		atTerm: {"Ved skolestart {1}: {2} over fristen.", "Ved skulestart {1}: {2} over fristen.",
			"At term start {1}: {2} past the limit."},

		headOpen:   {"Nå", "No", "Now"},
		headBefore: {"Sist: {1}", "Sist: {1}", "Last: {1}"},
		chartRules: {"Åpne funn etter regel og alvor", "Opne funn etter regel og alvor", "Open findings by rule and severity"},
		chartTrend: {"Åpne funn, siste {1} kjøringer ({2}–{3})", "Opne funn, siste {1} køyringar ({2}–{3})",
			"Open findings, last {1} runs ({2} to {3})"},
		chartWaits:  {"Uten nummer, etter ventetid", "Utan nummer, etter ventetid", "Without number, by waiting time"},
		chartUsers:  {"Brukere", "Brukarar", "Accounts"},
		figuresHead: {"Tallene bak diagrammene", "Tala bak diagramma", "The figures behind the charts"},
		aboutNight:  {"Natt til", "Natt til", "Night"},
		nightsNote: {"* Ikke fullstendig lest: eldre funn er ført videre.", "* Ikkje fullstendig lese: eldre funn er førte vidare.",
			"* Not read in full: earlier findings are carried over."},
		aboutDelete: {"Skal slettes senest", "Skal slettast seinast", "To be deleted by"},

		elsewhere: {"en bruker ved en annen enhet", "ein brukar ved ei anna eining", "a user at another unit"},

		pageUnderFive: {"Tall fra én til fire er skrevet <5.", "Tal frå éin til fire er skrivne <5.",
			"Counts from one to four are written <5."},
		pageWorkbook: {"Sakene og personene står i arbeidsboka {1}.", "Sakene og personane står i arbeidsboka {1}.",
			"The cases and persons stand in the workbook {1}."},
	}[w]
	return audit.Text{NB: t[0], NN: t[1], EN: t[2]}
}
