package reports

import (
	"strings"

	"ninaudit/audit"
)

// letter is the subject and the text of a letter to a service's provider. It names nobody, holds no number, and gives no
// reason for a change.
func (v voice) letter(s *audit.ServiceState, sort, from string) (subject, body string) {
	var head audit.Text
	var parts []audit.Text
	count := v.plain().number(len(s.Tell))
	switch sort {
	case letterTell:
		head, parts = tellSubject(), tellParts(s)
	case letterAsk:
		head, parts = askSubject(), askParts(s)
		count = voice{l: v.l, hides: true}.number(s.Pending) // nobody but the counted is concerned yet
	default:
		head, parts = doneSubject(), doneParts()
	}
	args := []audit.Arg{audit.Word(clean(s.Name)), audit.Word(from), audit.Word(count), audit.Word(clean(s.Channel))}
	lines := []string{greeting().In(v.l)}
	for _, p := range parts {
		lines = append(lines, p.Fill(v.l, "", args))
	}
	lines = append(lines, farewell().Fill(v.l, "", args))
	return head.Fill(v.l, "", args), strings.Join(lines, "\n\n") + "\n"
}

func greeting() audit.Text { return audit.Text{NB: "Hei!", NN: "Hei!", EN: "Hello,"} }

func farewell() audit.Text {
	return audit.Text{NB: "Vennlig hilsen\n{2}", NN: "Venleg helsing\n{2}", EN: "Kind regards\n{2}"}
}

func tellSubject() audit.Text {
	return audit.Text{
		NB: "{1}: identitetsnummeret er oppdatert for noen av våre Feide-brukere",
		NN: "{1}: identitetsnummeret er oppdatert for nokre av Feide-brukarane våre",
		EN: "{1}: identity numbers of some of our Feide users have been updated",
	}
}

func tellParts(s *audit.ServiceState) []audit.Text {
	how := audit.Text{
		NB: "Feide-navnene kommer i en egen fil, på måten vi har avtalt: {4}. De står ikke i denne e-posten.",
		NN: "Feide-namna kjem i ei eiga fil, på måten vi har avtalt: {4}. Dei står ikkje i denne e-posten.",
		EN: "Their Feide names come in a file of its own, by the channel that we agreed on: {4}. They do not stand in this mail.",
	}
	if s.Channel == "" {
		how = audit.Text{
			NB: "Feide-navnene kommer i en egen fil. Vi har ikke avtalt hvordan den skal sendes: gi oss beskjed om en trygg måte. De står ikke i denne e-posten.",
			NN: "Feide-namna kjem i ei eiga fil. Vi har ikkje avtalt korleis ho skal sendast: gi oss beskjed om ein trygg måte. Dei står ikkje i denne e-posten.",
			EN: "Their Feide names come in a file of its own. We have not agreed on how to send it: please name a safe way. They do not stand in this mail.",
		}
	}
	return []audit.Text{
		{
			NB: "{1} kjenner brukerne igjen på det nasjonale identitetsnummeret fra Feide, og dere har lagt til rette for brukere som ikke hadde det.",
			NN: "{1} kjenner att brukarane på det nasjonale identitetsnummeret frå Feide, og de har lagt til rette for brukarar som ikkje hadde det.",
			EN: "{1} knows its users by the national identity number from Feide, and you have made arrangements for users who had none.",
		}, {
			NB: "Hos {2} er nummeret nå oppdatert for brukere av tjenesten. Antall: {3}. Koble den eksisterende kontoen til det nye nummeret, så brukerne beholder innhold og tilganger.",
			NN: "Hos {2} er nummeret no oppdatert for brukarar av tenesta. Talet på brukarar: {3}. Kople kontoen som finst, til det nye nummeret, så brukarane beheld innhald og tilgangar.",
			EN: "At {2} the number has now been updated for users of the service. Users: {3}. Please join the account that exists to the new number, so that they keep their content and access.",
		}, how, {
			NB: "Gi oss beskjed når det er gjort. Vi sender aldri identitetsnummer, og oppgir ikke hvorfor et nummer er oppdatert.",
			NN: "Gi oss beskjed når det er gjort. Vi sender aldri identitetsnummer, og seier ikkje kvifor eit nummer er oppdatert.",
			EN: "Please tell us when it is done. We never send identity numbers, and do not say why a number was updated.",
		},
	}
}

func askSubject() audit.Text {
	return audit.Text{
		NB: "{1}: fungerer tjenesten for Feide-brukere uten identitetsnummer?",
		NN: "{1}: fungerer tenesta for Feide-brukarar utan identitetsnummer?",
		EN: "{1}: does the service work for Feide users without an identity number?",
	}
}

func askParts(s *audit.ServiceState) []audit.Text {
	depends := audit.Text{
		NB: "Er {1} avhengig av nummeret for å fungere normalt? Hvis ja: kan dere legge til rette for disse brukerne, og hvordan?",
		NN: "Er {1} avhengig av nummeret for å fungere normalt? Dersom ja: kan de leggje til rette for desse brukarane, og korleis?",
		EN: "Does {1} need the number to work as it should? If so: can you make arrangements for these users, and how?",
	}
	if s.Depends == audit.Yes {
		depends = audit.Text{
			NB: "Vi vet at {1} er avhengig av nummeret. Kan dere legge til rette for disse brukerne, og hvordan?",
			NN: "Vi veit at {1} er avhengig av nummeret. Kan de leggje til rette for desse brukarane, og korleis?",
			EN: "We know that {1} needs the number. Can you make arrangements for these users, and how?",
		}
	}
	return []audit.Text{
		{
			NB: "{1} mottar nasjonalt identitetsnummer fra Feide. Ikke alle brukerne hos {2} har fått nummer ennå, og inntil de får det, står feltet tomt. Antall brukere av tjenesten uten nummer nå: {3}.",
			NN: "{1} får nasjonalt identitetsnummer frå Feide. Ikkje alle brukarane hos {2} har fått nummer enno, og fram til dei får det, står feltet tomt. Talet på brukarar av tenesta utan nummer no: {3}.",
			EN: "{1} receives national identity numbers from Feide. Not all users at {2} have been given one yet, and until then the field is empty. Users of the service without a number now: {3}.",
		}, depends, {
			NB: "Når en bruker får nummer, sier vi fra til dere. Hvem skal vi varsle, og på hvilken trygg måte kan vi sende Feide-navnene? Skriv ikke identitetsnummer i svaret.",
			NN: "Når ein brukar får nummer, seier vi frå til dykk. Kven skal vi varsle, og på kva trygg måte kan vi sende Feide-namna? Skriv ikkje identitetsnummer i svaret.",
			EN: "When a user is given a number, we let you know. Whom shall we tell, and by which safe way can we send the Feide names? Please write no identity number in your answer.",
		},
	}
}

func doneSubject() audit.Text {
	return audit.Text{
		NB: "{1}: alle våre Feide-brukere har nå nummer",
		NN: "{1}: alle Feide-brukarane våre har no nummer",
		EN: "{1}: all our Feide users now have a number",
	}
}

func doneParts() []audit.Text {
	return []audit.Text{
		{
			NB: "Takk for at dere la til rette for brukere uten nasjonalt identitetsnummer i {1}.",
			NN: "Takk for at de la til rette for brukarar utan nasjonalt identitetsnummer i {1}.",
			EN: "Thank you for making arrangements for users without a national identity number in {1}.",
		}, {
			NB: "Hos {2} er det nå ingen brukere av tjenesten som mangler nummer, og vi har varslet dere om alle som har fått det. Er noe midlertidig satt opp for dem, kan det avsluttes. Si fra om noen konto ikke er koblet.",
			NN: "Hos {2} er det no ingen brukarar av tenesta som manglar nummer, og vi har varsla dykk om alle som har fått det. Er noko mellombels sett opp for dei, kan det avsluttast. Sei frå om nokon konto ikkje er kopla.",
			EN: "At {2} no user of the service lacks a number any more, and we have told you of all who were given one. Whatever was set up for them for a time can be ended. Please tell us if an account has not been joined.",
		}, {
			NB: "Får vi nye brukere uten nummer, tar vi kontakt igjen.",
			NN: "Får vi nye brukarar utan nummer, tek vi kontakt igjen.",
			EN: "Should there be new users without a number, we will write again.",
		},
	}
}
