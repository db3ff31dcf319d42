package reports

import "ninaudit/audit"

// The words on services and their providers.
const (
	sheetServices word = iota + wordsOfReview

	headServices
	headService
	headProvider
	headToDo
	headDepends
	headArranged
	headAsked
	headPending
	headTell
	headOldest
	headToldUntil
	headChannel
	headContact

	servicesNote
	servicesNone
	unansweredOne
	unansweredMany
	doTell
	doAsk
	doWait
	doArrange
	doNothing

	tellServiceOne
	tellServiceMany
	tellOldest
	tellUnansweredOne
	tellUnansweredMany

	sheetSource
	headSourceSystem
	headRow
	sourceNote
	sourceNone

	shieldedUser
	shieldedUsers

	words // how many there are
)

// servicesText is text for the words of this file.
func (w word) servicesText() audit.Text {
	t := [...][3]string{
		sheetServices: {"Tjenester", "Tenester", "Services"},

		headServices:  {"Tjenester", "Tenester", "Services"},
		headService:   {"Tjeneste", "Teneste", "Service"},
		headProvider:  {"Leverandør", "Leverandør", "Provider"},
		headToDo:      {"Hva gjør du", "Kva gjer du", "What to do"},
		headDepends:   {"Avhengig", "Avhengig", "Depends"},
		headArranged:  {"Tilrettelagt", "Lagt til rette", "Arranged"},
		headAsked:     {"Spurt", "Spurd", "Asked"},
		headPending:   {"Uten nummer", "Utan nummer", "Without number"},
		headTell:      {"Skal varsles om", "Skal varslast om", "To be told of"},
		headOldest:    {"Eldste endring", "Eldste endring", "Oldest change"},
		headToldUntil: {"Varslet til", "Varsla til", "Told until"},
		headChannel:   {"Kanal", "Kanal", "Channel"},
		headContact:   {"Kontakt", "Kontakt", "Contact"},

		servicesNote: {"Tjenester som tar imot nummeret. «Uten nummer» er aktive brukere av tjenesten som ikke har fødselsnummer eller D-nummer. " +
			"«Skal varsles om» er brukere som har fått nummer eller fått det endret; meld fra med «ninaudit services told» når leverandøren er varslet.",
			"Tenester som tek imot nummeret. «Utan nummer» er aktive brukarar av tenesta som ikkje har fødselsnummer eller D-nummer. " +
				"«Skal varslast om» er brukarar som har fått nummer eller fått det endra; meld frå med «ninaudit services told» når leverandøren er varsla.",
			"Services that receive the number. \"Without number\" are active users of the service who have no national identity number or D-number. " +
				"\"To be told of\" are users whose number came or was changed; run \"ninaudit services told\" when the provider has been told."},
		servicesNone:   {"Listen nevner ingen tjenester som tar imot nummeret.", "Lista nemner ingen tenester som tek imot nummeret.", "The list names no service that receives the number."},
		unansweredOne:  {"Svar mangler: 1 tjeneste", "Svar manglar: 1 teneste", "Unanswered: 1 service"},
		unansweredMany: {"Svar mangler: {1} tjenester", "Svar manglar: {1} tenester", "Unanswered: {1} services"},
		doTell:         {"Varsle leverandøren (steg 5)", "Varsle leverandøren (steg 5)", "Tell the provider (step 5)"},
		doAsk:          {"Spør leverandøren (steg 3)", "Spør leverandøren (steg 3)", "Ask the provider (step 3)"},
		doWait:         {"Venter på svar (steg 3)", "Ventar på svar (steg 3)", "Awaits an answer (step 3)"},
		doArrange: {"Finn en løsning for brukerne uten nummer", "Finn ei løysing for brukarane utan nummer",
			"Find a way for the users without a number"},
		doNothing: {"Ingenting", "Ingenting", "Nothing"},

		tellServiceOne:     {"1 tjeneste har tilrettelagt og skal varsles", "1 teneste har lagt til rette og skal varslast", "1 service has made arrangements and must be told"},
		tellServiceMany:    {"{1} tjenester har tilrettelagt og skal varsles", "{1} tenester har lagt til rette og skal varslast", "{1} services have made arrangements and must be told"},
		tellOldest:         {"(eldste endring {1})", "(eldste endring {1})", "(oldest change {1})"},
		tellUnansweredOne:  {"1 tjeneste: svar mangler (steg 3)", "1 teneste: svar manglar (steg 3)", "1 service: no answer yet (step 3)"},
		tellUnansweredMany: {"{1} tjenester: svar mangler (steg 3)", "{1} tenester: svar manglar (steg 3)", "{1} services: no answer yet (step 3)"},

		shieldedUser:  {"skjermet bruker", "skjerma brukar", "protected user"},
		shieldedUsers: {"skjermede brukere", "skjerma brukarar", "protected users"},

		sheetSource:      {"Kildesystem", "Kjeldesystem", "Source system"},
		headSourceSystem: {"Kildesystemet", "Kjeldesystemet", "Source system"},
		headRow:          {"Bruker der", "Brukar der", "Person there"},
		sourceNote: {"Det katalogen og en eksport fra kildesystemet sier ulikt. Numre vises aldri. Hvem som mangler nummer og om det er kjent der, står under «Uten nummer».",
			"Det katalogen og ein eksport frå kjeldesystemet seier ulikt. Nummer blir aldri viste. Kven som manglar nummer og om det er kjent der, står under «Utan nummer».",
			"What the catalog and an export of the source system say differently. Numbers are never shown. Who lacks a number, and whether it is known there, stands on \"Without number\"."},
		sourceNone: {"Katalogen og kildesystemet sier det samme.", "Katalogen og kjeldesystemet seier det same.", "The catalog and the source system say the same."},
	}[w]
	return audit.Text{NB: t[0], NN: t[1], EN: t[2]}
}
