package reports

import "ninaudit/audit"

// The words that tell one night from another, and who has waited for how long.
const (
	sheetLedger word = iota + wordsOfOneNight
	sheetChanges

	headWait
	headInstead
	headTold
	headOther
	headDecision
	headFirstTold
	headWhen
	headWhat

	sinceFlag
	movedNew
	movedBack
	movedResolved
	movedWaived
	movedElse
	comparedWith
	firstRun
	firstRunOf
	carriedAll
	carriedOf
	carriedEntries
	carriedCount

	tileResolved
	tileSince
	tileHandled
	tileYours

	acceptedUntil
	eventWord
	changesNote
	changesNone
	changesNoneSince

	waitUpTo
	waitOver
	waitUnknown
	waitNever
	waitNeverUntil
	shortFirst
	shortOver
	shortNever
	inAnotherCase
	otherAccount
	ledgerNote
	ledgerNone

	aboutLast
	aboutDayBefore
	aboutDaysBefore
	aboutFirstRun
	aboutWaits
	aboutCarried

	wordsOfNights // how many there are; words_page.go goes on from here
)

// historyText is text for the words of this file.
func (w word) historyText() audit.Text {
	if w >= wordsOfNights {
		return w.pageText()
	}
	t := [...][3]string{
		sheetLedger:  {"Uten nummer", "Utan nummer", "Without number"},
		sheetChanges: {"Endringer", "Endringar", "Changes"},

		headWait:      {"Ventetid", "Ventetid", "Waiting time"},
		headInstead:   {"Står der nå", "Står der no", "Stands there now"},
		headTold:      {"Meldt", "Meldt", "Reported"},
		headOther:     {"Annen konto", "Annan konto", "Other account"},
		headDecision:  {"Vurdering", "Vurdering", "Decision"},
		headFirstTold: {"Først meldt", "Først meldt", "First reported"},
		headWhen:      {"Når", "Når", "When"},
		headWhat:      {"Hva", "Kva", "What"},

		sinceFlag:     {"SIDEN SIST", "SIDAN SIST", "SINCE LAST"},
		movedNew:      {"Nye: {1}", "Nye: {1}", "New: {1}"},
		movedBack:     {"Tilbake: {1}", "Tilbake: {1}", "Back: {1}"},
		movedResolved: {"Løst: {1}", "Løyst: {1}", "Resolved: {1}"},
		movedWaived:   {"Akseptert: {1}", "Akseptert: {1}", "Accepted: {1}"},
		movedElse:     {"Andre endringer: {1}", "Andre endringar: {1}", "Other changes: {1}"},
		comparedWith:  {"Sammenlignet med kjøringen {1}.", "Samanlikna med køyringa {1}.", "Compared with the run of {1}."},
		firstRun: {"Første kjøring: alt som er funnet, er ført som åpent; ingenting er nytt.",
			"Første køyring: alt som er funne, er ført som ope; ingenting er nytt.",
			"First run: everything found is recorded as open; nothing is new."},
		firstRunOf: {"Første kjøring for {1}: alt som er funnet der, er ført som åpent; ingenting der er nytt.",
			"Første køyring for {1}: alt som er funne der, er ført som ope; ingenting der er nytt.",
			"First run for {1}: everything found there is recorded as open; nothing there is new."},
		carriedAll: {"Eldre funn er ført videre, ingenting er meldt løst.",
			"Eldre funn er førte vidare, ingenting er meldt løyst.",
			"Earlier findings are carried over, nothing is reported as resolved."},
		carriedOf: {"Eldre funn i {1} er ført videre, ingenting der er meldt løst.",
			"Eldre funn i {1} er førte vidare, ingenting der er meldt løyst.",
			"Earlier findings in {1} are carried over, nothing there is reported as resolved."},
		carriedEntries: {"Eldre funn om dette er ført videre: {1}.", "Eldre funn om dette er førte vidare: {1}.",
			"Earlier findings about that are carried over: {1}."},
		carriedCount: {"eldre funn ført videre: {1}", "eldre funn førte vidare: {1}", "earlier findings carried over: {1}"},

		tileResolved: {"Løst", "Løyst", "Resolved"},
		tileSince:    {"siden sist", "sidan sist", "since last"},
		tileHandled:  {"Under arbeid", "Under arbeid", "Accepted"},
		tileYours:    {"hos dere", "hos dykk", "by you"},

		acceptedUntil: {"Akseptert til {1}", "Akseptert til {1}", "Accepted until {1}"},
		eventWord:     {"Hendelse", "Hending", "Event"},
		changesNote: {"Det som er nytt, tilbake eller løst siden kjøringen {1}, og hendelser fra de siste {2} dagene. " +
			"En hendelse står bare her; haster den eller er den en feil, står den også blant funnene.",
			"Det som er nytt, tilbake eller løyst sidan køyringa {1}, og hendingar frå dei siste {2} dagane. " +
				"Ei hending står berre her; hastar ho eller er ho ein feil, står ho også blant funna.",
			"What is new, back or resolved since the run of {1}, and events of the last {2} days. " +
				"An event stands here alone; one that is urgent or an error stands among the findings too."},
		changesNone:      {"Ingenting er endret.", "Ingenting er endra.", "Nothing has changed."},
		changesNoneSince: {"Ingenting er endret siden kjøringen {1}.", "Ingenting er endra sidan køyringa {1}.", "Nothing has changed since the run of {1}."},

		waitUpTo:       {"{1}–{2} dager", "{1}–{2} dagar", "{1}–{2} days"},
		waitOver:       {"Over {1} dager", "Over {1} dagar", "Over {1} days"},
		waitUnknown:    {"Ukjent hvor lenge", "Ukjent kor lenge", "Unknown for how long"},
		waitNever:      {"Får ikke nummer", "Får ikkje nummer", "Will not get a number"},
		waitNeverUntil: {"Får ikke nummer (til {1})", "Får ikkje nummer (til {1})", "Will not get a number (until {1})"},
		shortFirst:     {"{1} d", "{1} d", "{1} d"},
		shortOver:      {"over {1}", "over {1}", "over {1}"},
		shortNever:     {"Får ikke nummer: {1}", "Får ikkje nummer: {1}", "Will not get a number: {1}"},
		inAnotherCase:  {"I en annen sak", "I ei anna sak", "In another case"},
		otherAccount:   {"Se den andre kontoen: sak {1}", "Sjå den andre kontoen: sak {1}", "See the other account: case {1}"},
		ledgerNote: {"Aktive brukere uten fødselsnummer og D-nummer, etter enhet og så den som har ventet lengst. " +
			"Undersøk om nummer er tildelt; ikke lag et eget.",
			"Aktive brukarar utan fødselsnummer og D-nummer, etter eining og så den som har venta lengst. " +
				"Undersøk om nummer er tildelt; ikkje lag eit eige.",
			"Active accounts without a national identity number or D-number, by unit and then by who has waited longest. " +
				"Find out whether a number has been issued; do not make one up."},
		ledgerNone: {"Ingen av de aktive brukerne som ble lest, er uten nummer.", "Ingen av dei aktive brukarane som vart lesne, er utan nummer.",
			"None of the active accounts that were read is without a number."},

		aboutLast:       {"Kjøringen {1} ({2})", "Køyringa {1} ({2})", "The run of {1} ({2})"},
		aboutDayBefore:  {"1 dag før", "1 dag før", "1 day before"},
		aboutDaysBefore: {"{1} dager før", "{1} dagar før", "{1} days before"},
		aboutFirstRun:   {"Første kjøring: ingen å sammenligne med", "Første køyring: inga å samanlikne med", "First run: there is none to compare with"},
		aboutWaits:      {"Klasser av ventetid", "Klassar av ventetid", "Classes of waiting time"},
		aboutCarried:    {"Ført videre", "Førte vidare", "Carried over"},
	}[w]
	return audit.Text{NB: t[0], NN: t[1], EN: t[2]}
}
