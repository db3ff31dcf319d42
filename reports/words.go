package reports

import "ninaudit/audit"

// word is a text that only reports need; this file is their list, and long for that reason. Placeholders {1}, {2}, … are filled by voice.say.
type word uint16

const (
	sheetSummary word = iota
	sheetFindings
	sheetDuplicates
	sheetRules
	sheetAbout

	headSeverity
	headRule
	headName
	headUnit
	headKind
	headNumber
	headMessage
	headFix
	headSince
	headDays
	headStatus
	headPrincipal
	headCatalog
	headEntry
	headID
	headWhy
	headSource
	headNow
	headRuleID
	headCase
	headFirst
	headSecond
	headLevel
	headBits
	headClass
	headScore

	title
	titlePlain
	tileToday
	tileWeek
	tileTerm
	tileInfo
	complete
	incomplete
	notRead
	unreadable
	leftOut
	disabledOut
	showsKind
	showsMasked
	showsFull
	sample
	notice
	toDo
	sinceOne
	sinceOldest
	mostAt
	manyFlag
	manyCatalog
	manyUnit
	manyCause
	withoutFlag
	pendingUnknown
	pendingNone
	noFindings
	nothingToDo
	allFindings
	moreRules
	duplicatesOf
	duplicatesNote
	sumOfBits
	comparedPair
	notChecked
	showRow
	pageOf
	written
	writtenElse

	caseOne
	caseMany
	userOne
	userMany
	unitMany
	ruleOne
	ruleMany
	entryOne
	entryMany
	andMore
	cut
	nameless
	inactive

	aboutProgram
	aboutDate
	aboutConfig
	aboutNumbers
	aboutClass
	aboutHistory
	aboutBaseline
	aboutModel
	aboutCatalogs
	aboutSkipped
	aboutNotices
	aboutStages
	aboutState
	aboutWhole
	aboutPartial
	aboutRead
	aboutJudged
	aboutInactive
	aboutTest
	aboutShared
	aboutDisabled
	aboutUnreadable
	aboutRepeated
	aboutDuplicates
	aboutNumbered
	aboutReason
	aboutHint
	aboutStage
	aboutTook

	wordsOfOneNight // how many there are; words_history.go goes on from here
)

// text is the word in bokmål, nynorsk and English.
func (w word) text() audit.Text {
	if w >= wordsOfOneNight {
		return w.historyText()
	}
	t := [...][3]string{
		sheetSummary:    {"Sammendrag", "Samandrag", "Summary"},
		sheetFindings:   {"Funn", "Funn", "Findings"},
		sheetDuplicates: {"Dubletter", "Dublettar", "Duplicates"},
		sheetRules:      {"Regler", "Reglar", "Rules"},
		sheetAbout:      {"Om kjøringen", "Om køyringa", "About this run"},

		headSeverity:  {"Alvor", "Alvor", "Severity"},
		headRule:      {"Funn", "Funn", "Finding"},
		headName:      {"Navn", "Namn", "Name"},
		headUnit:      {"Enhet", "Eining", "Unit"},
		headKind:      {"Slags nummer", "Slags nummer", "Kind of number"},
		headNumber:    {"Nummer", "Nummer", "Number"},
		headMessage:   {"Hva ble funnet", "Kva vart funne", "What was found"},
		headFix:       {"Hva gjør du", "Kva gjer du", "What to do"},
		headSince:     {"Siden", "Sidan", "Since"},
		headDays:      {"Dager", "Dagar", "Days"},
		headStatus:    {"Status", "Status", "Status"},
		headPrincipal: {"Feide-navn", "Feide-namn", "Feide name"},
		headCatalog:   {"Katalog", "Katalog", "Catalog"},
		headEntry:     {"Oppførings-ID", "Oppførings-ID", "Entry ID"},
		headID:        {"Funn-ID", "Funn-ID", "Finding ID"},
		headWhy:       {"Hvorfor det betyr noe", "Kvifor det betyr noko", "Why it matters"},
		headSource:    {"Kilde", "Kjelde", "Source"},
		headNow:       {"Funn nå", "Funn no", "Findings now"},
		headRuleID:    {"Regel-ID", "Regel-ID", "Rule ID"},

		headCase:   {"Sak", "Sak", "Case"},
		headFirst:  {"Bruker A", "Brukar A", "Account A"},
		headSecond: {"Bruker B", "Brukar B", "Account B"},
		headLevel:  {"Hvor likt", "Kor likt", "How alike"},
		headBits:   {"Vekt (bits)", "Vekt (bits)", "Weight (bits)"},
		headClass:  {"Hvor sannsynlig", "Kor sannsynleg", "How probable"},
		headScore:  {"Prosent", "Prosent", "Per cent"},

		title: {"{1} – Identitetsnummer i Feide-katalogen – natt til {2}",
			"{1} – Identitetsnummer i Feide-katalogen – natt til {2}",
			"{1} – Identity numbers in the Feide catalog – as of {2}"},
		titlePlain: {"Identitetsnummer i Feide-katalogen", "Identitetsnummer i Feide-katalogen",
			"Identity numbers in the Feide catalog"},
		tileToday: {"Gjør i dag", "Gjer i dag", "Do today"},
		tileWeek:  {"Denne uken", "Denne veka", "This week"},
		tileTerm:  {"Før skolestart", "Før skulestart", "Before term start"},
		tileInfo:  {"Ingen frist", "Ingen frist", "No deadline"},
		complete: {"LEST: {1} av {2} brukere. Fullstendig.", "LESE: {1} av {2} brukarar. Fullstendig.",
			"READ: {1} of {2} accounts. Complete."},
		incomplete: {"IKKE FULLSTENDIG: {1} brukere lest.", "IKKJE FULLSTENDIG: {1} brukarar lesne.",
			"INCOMPLETE: {1} accounts read."},
		notRead: {"Det som ikke ble lest, er ikke kontrollert.", "Det som ikkje vart lese, er ikkje kontrollert.",
			"What was not read has not been checked."},
		unreadable: {"{1} kunne ikke leses.", "{1} kunne ikkje lesast.", "{1} could not be read."},
		leftOut: {"Test- og felleskontoer er holdt utenfor: {1}.", "Test- og felleskontoar er haldne utanfor: {1}.",
			"Test and shared accounts are left out: {1}."},
		disabledOut: {"Deaktiverte kontoer er holdt utenfor: {1}.", "Deaktiverte kontoar er haldne utanfor: {1}.",
			"Disabled accounts are left out: {1}."},
		showsKind: {"Viser bare hva slags nummer det er, ingen siffer", "Viser berre kva slags nummer det er, ingen siffer",
			"Shows only what kind of number it is, no digits"},
		showsMasked: {"VISER FØDSELSDATO OG MASKERTE NUMMER (010190*****)", "VISER FØDSELSDATO OG MASKERTE NUMMER (010190*****)",
			"SHOWS DATES OF BIRTH AND MASKED NUMBERS (010190*****)"},
		showsFull: {"VISER FULLE IDENTITETSNUMMER: oppbevar og del deretter",
			"VISER FULLE IDENTITETSNUMMER: oppbevar og del deretter", "SHOWS FULL IDENTITY NUMBERS: store and share accordingly"},
		sample: {"EKSEMPEL: Det innebygde eksempelet er kontrollert. Ingen av personene finnes.",
			"DØME: Det innebygde dømet er kontrollert. Ingen av personane finst.",
			"SAMPLE: The built-in sample was audited. None of the persons exist."},
		notice:      {"Merk: {1}", "Merk: {1}", "Note: {1}"},
		toDo:        {"Begynn her", "Byrja her", "Start here"},
		sinceOne:    {"Siden {1}.", "Sidan {1}.", "Since {1}."},
		sinceOldest: {"Eldste siden {1}.", "Eldste sidan {1}.", "Oldest since {1}."},
		mostAt:      {"{1}, flest ved {2} ({3}).", "{1}, flest ved {2} ({3}).", "{1}, most at {2} ({3})."},
		manyFlag:    {"GJELDER MANGE", "GJELD MANGE", "CONCERNS MANY"},
		manyCatalog: {"{1} av {2} i katalogen {3}", "{1} av {2} i katalogen {3}", "{1} of {2} in catalog {3}"},
		manyUnit: {"{1} av {2} ved {4} (katalogen {3})", "{1} av {2} ved {4} (katalogen {3})",
			"{1} of {2} at {4} (catalog {3})"},
		manyCause: {"Trolig én årsak: {1}. Rett den der.", "Truleg éi årsak: {1}. Rett det der.",
			"Probably one cause: {1}. Mend it there."},
		withoutFlag:    {"UTEN NUMMER", "UTAN NUMMER", "WITHOUT NUMBER"},
		pendingUnknown: {"ukjent hvor lenge: {1}", "ukjent kor lenge: {1}", "unknown for how long: {1}"},
		pendingNone:    {"ingen", "ingen", "nobody"},
		noFindings:     {"Ingen funn.", "Ingen funn.", "No findings."},
		nothingToDo: {"Ingenting haster, og ingen feil er funnet.", "Ingenting hastar, og ingen feil er funne.",
			"Nothing is urgent, and no error was found."},
		allFindings:  {"Åpne funn", "Opne funn", "Open findings"},
		moreRules:    {"… og {1} til (funn: {2})", "… og {1} til (funn: {2})", "… and {1} more (findings: {2})"},
		duplicatesOf: {"{1} av {2} ({3})", "{1} av {2} ({3})", "{1} of {2} ({3})"},
		duplicatesNote: {
			"Vekten sier hva hvert felt teller: + for at det er én person, − for at det er to; hver bit dobler oddsen. " +
				"Slå aldri sammen på navn alene.",
			"Vekta seier kva kvart felt tel: + for at det er éin person, − for at det er to; kvar bit doblar oddsen. " +
				"Slå aldri saman på namn aleine.",
			"The weight is what each field counts: + for one person, − for two; each bit doubles the odds. " +
				"Never merge on names alone.",
		},
		sumOfBits:    {"Sum", "Sum", "Sum"},
		comparedPair: {"Sammenlignet", "Samanlikna", "Compared"},
		notChecked: {
			"Ikke kontrollert: om et gyldig nummer er tildelt, eller tilhører denne personen. Bare Folkeregisteret vet det.",
			"Ikkje kontrollert: om eit gyldig nummer er tildelt, eller høyrer til denne personen. Berre Folkeregisteret veit det.",
			"Not checked: whether a valid number has been issued, or belongs to this person. " +
				"Only the National Population Register knows.",
		},
		showRow:     {"Vis", "Vis", "Show"},
		pageOf:      {"Side {1} av {2}", "Side {1} av {2}", "Page {1} of {2}"},
		written:     {"Skrevet", "Skrive", "Written"},
		writtenElse: {"({1} er åpen i et annet program)", "({1} er open i eit anna program)", "({1} is open in another program)"},

		caseOne:   {"1 sak", "1 sak", "1 case"},
		caseMany:  {"{1} saker", "{1} saker", "{1} cases"},
		userOne:   {"1 bruker", "1 brukar", "1 account"},
		userMany:  {"{1} brukere", "{1} brukarar", "{1} accounts"},
		unitMany:  {"{1} enheter", "{1} einingar", "{1} units"},
		ruleOne:   {"1 regel", "1 regel", "1 rule"},
		ruleMany:  {"{1} regler", "{1} reglar", "{1} rules"},
		entryOne:  {"1 oppføring", "1 oppføring", "1 entry"},
		entryMany: {"{1} oppføringer", "{1} oppføringar", "{1} entries"},
		andMore:   {"og {1} til", "og {1} til", "and {1} more"},
		cut:       {" … (forkortet)", " … (forkorta)", " … (cut short)"},
		nameless:  {"(uten navn)", "(utan namn)", "(no name)"},
		inactive:  {"{1} (inaktiv)", "{1} (inaktiv)", "{1} (inactive)"},

		aboutProgram: {"Program", "Program", "Program"},
		aboutDate:    {"Kontrollert for", "Kontrollert for", "Audited for"},
		aboutConfig:  {"Konfigurasjon (avtrykk)", "Konfigurasjon (avtrykk)", "Configuration (hash)"},
		aboutNumbers: {"Hva rapporten viser", "Kva rapporten viser", "What the report shows"},
		aboutClass:   {"Merking", "Merking", "Classification"},
		aboutHistory: {"Sammenligning", "Samanlikning", "Comparison"},
		aboutBaseline: {"Ikke sammenlignet med tidligere kjøringer", "Ikkje samanlikna med tidlegare køyringar",
			"Not compared with earlier runs"},
		aboutModel:      {"Modell for like personer", "Modell for like personar", "Model for alike persons"},
		aboutCatalogs:   {"Kataloger", "Katalogar", "Catalogs"},
		aboutSkipped:    {"Oppføringer som ikke kunne leses", "Oppføringar som ikkje kunne lesast", "Entries that could not be read"},
		aboutNotices:    {"Merknader", "Merknader", "Notices"},
		aboutStages:     {"Tid brukt", "Tid brukt", "Time taken"},
		aboutState:      {"Lest", "Lese", "State"},
		aboutWhole:      {"Fullstendig", "Fullstendig", "Complete"},
		aboutPartial:    {"Ikke fullstendig", "Ikkje fullstendig", "Incomplete"},
		aboutRead:       {"Brukere", "Brukarar", "Accounts"},
		aboutJudged:     {"Kontrollert", "Kontrollert", "Checked"},
		aboutInactive:   {"Av dem inaktive", "Av dei inaktive", "Inactive of these"},
		aboutTest:       {"Testkontoer", "Testkontoar", "Test accounts"},
		aboutShared:     {"Felleskontoer", "Felleskontoar", "Shared accounts"},
		aboutDisabled:   {"Deaktiverte, utelatt", "Deaktiverte, utelatne", "Disabled, left out"},
		aboutUnreadable: {"Ikke lesbare", "Ikkje lesbare", "Not readable"},
		aboutRepeated:   {"Gjentatte", "Gjentekne", "Repeated"},
		aboutDuplicates: {"I mulige dubletter", "I moglege dublettar", "In possible duplicates"},
		aboutNumbered:   {"Med nummer", "Med nummer", "With a number"},
		aboutReason:     {"Årsak", "Årsak", "Reason"},
		aboutHint:       {"Prøv dette", "Prøv dette", "Try this"},
		aboutStage:      {"Trinn", "Steg", "Stage"},
		aboutTook:       {"Sekunder", "Sekund", "Seconds"},
	}[w]
	return audit.Text{NB: t[0], NN: t[1], EN: t[2]}
}
