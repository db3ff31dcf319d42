package reports

import "ninaudit/audit"

// The words of the sheet in which a reader answers.
const (
	sheetDecisions word = iota + wordsOfThePage

	headReason
	headUntil
	headBy
	headLatest
	headSeal

	decisionsNote
	decisionsNone
	choosePrompt
	chooseError
	reasonPrompt
	untilPrompt
	untilError
	byPrompt
	tooLongError

	wordsOfReview // how many there are; words_services.go goes on from here
)

// reviewText is text for the words of this file. Excel has room for 255 characters in what it tells of a cell, and for
// 32 in its title, which is the column's.
func (w word) reviewText() audit.Text {
	if w >= wordsOfReview {
		return w.servicesText()
	}
	t := [...][3]string{
		sheetDecisions: {"Vurderinger", "Vurderingar", "Decisions"},

		headReason: {"Begrunnelse", "Grunngiving", "Reason"},
		headUntil:  {"Gjelder til", "Gjeld til", "Until"},
		headBy:     {"Vurdert av", "Vurdert av", "Decided by"},
		headLatest: {"Senest til", "Seinast til", "No later than"},
		headSeal:   {"Kontroll av raden", "Kontroll av rada", "Check of the row"},

		decisionsNote: {"Fyll ut de gule feltene for det som kan stå til en dato, lagre, og få arbeidsboken lest inn med " +
			"«ninaudit review». Neste kjøring viser det som akseptert, med hvem og hvorfor. Tøm de gule feltene for å trekke en " +
			"vurdering tilbake. Skriv aldri et identitetsnummer her.",
			"Fyll ut dei gule felta for det som kan stå til ein dato, lagre, og få arbeidsboka lesen inn med " +
				"«ninaudit review». Neste køyring viser det som akseptert, med kven og kvifor. Tøm dei gule felta for å trekkje ei " +
				"vurdering tilbake. Skriv aldri eit identitetsnummer her.",
			"Fill in the yellow cells for what may stand until a date, save, and have the workbook read in with " +
				"\"ninaudit review\". The next run shows it as accepted, with who and why. Empty the yellow cells to withdraw a " +
				"decision. Never write an identity number here."},
		decisionsNone: {"Det er ingen åpne funn å vurdere.", "Det er ingen opne funn å vurdere.", "There are no open findings to decide on."},
		choosePrompt: {"Velg fra listen. «Ikke samme person» passer på like brukere; «Får ikke nummer» på den som venter.",
			"Vel frå lista. «Ikkje same person» passar på like brukarar; «Får ikkje nummer» på den som ventar.",
			"Pick from the list. \"Not the same person\" fits accounts that are alike; \"Will not get a number\" fits those who wait."},
		chooseError: {"Velg et av svarene i listen.", "Vel eitt av svara i lista.", "Pick one of the answers in the list."},
		reasonPrompt: {"Hvorfor det kan stå. Høyst sju siffer i alt, så ingen numre kommer med.",
			"Kvifor det kan stå. Høgst sju siffer i alt, så ingen nummer kjem med.",
			"Why it may stand. Seven digits at most in all, so that no number slips in."},
		untilPrompt: {"Siste dag det gjelder, som 31.12.2026, ikke etter datoen i «Senest til»: 14 dager for det som haster, 90 for feil, ellers 366.",
			"Siste dag det gjeld, som 31.12.2026, ikkje etter datoen i «Seinast til»: 14 dagar for det som hastar, 90 for feil, elles 366.",
			"The last day it holds, as 2026-12-31, not after the date in \"No later than\": 14 days for what is urgent, 90 for errors, otherwise 366."},
		untilError: {"Skriv en dato fra og med kjøringens dag til og med «Senest til».", "Skriv ein dato frå og med dagen for køyringa til og med «Seinast til».",
			"Write a date from the run's day to the date in \"No later than\"."},
		byPrompt:     {"Hvem som har bestemt det: navn og rolle.", "Kven som har avgjort det: namn og rolle.", "Who decided it: name and role."},
		tooLongError: {"Teksten kan ha 500 tegn.", "Teksten kan ha 500 teikn.", "The text may have 500 characters."},
	}[w]
	return audit.Text{NB: t[0], NN: t[1], EN: t[2]}
}
