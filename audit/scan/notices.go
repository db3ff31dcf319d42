package scan

import (
	"fmt"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// notice tells something that a reader must know of the run, in the reports and in the log.
func (s *state) notice(t audit.Text) {
	s.summary.Notices = append(s.summary.Notices, t)
	s.Log.Warn("notice", "notice", t.EN)
}

func rebuiltNotice(catalog string) audit.Text {
	return audit.Text{
		NB: fmt.Sprintf("Katalogen %s er bygd opp på nytt: oppføringene har nye ID-er. Brukerne er kjent igjen på Feide-navn og nummer.", catalog),
		NN: fmt.Sprintf("Katalogen %s er bygd opp på nytt: oppføringane har nye ID-ar. Brukarane er kjende att på Feide-namn og nummer.", catalog),
		EN: fmt.Sprintf("Catalog %s was built anew: its entries have new IDs. Users were recognised by Feide name and number.", catalog),
	}
}

func begunNotice(catalog string) audit.Text {
	return audit.Text{
		NB: fmt.Sprintf("Katalogen %s var aldri lest til slutt før denne kjøringen. For brukere som møtes for første gang, er alt åpent og ingenting nytt.", catalog),
		NN: fmt.Sprintf("Katalogen %s var aldri lesen til slutt før denne køyringa. For brukarar som ein møter for første gong, er alt ope og ingenting nytt.", catalog),
		EN: fmt.Sprintf("Catalog %s had never been read to its end before this run. Of users met for the first time everything stands, and nothing is new.", catalog),
	}
}

func acceptedNotice(catalog string, read, before int) audit.Text {
	return audit.Text{
		NB: fmt.Sprintf("Katalogen %s har %d brukere, mot %d før. Det er godtatt med --accept-shrink.", catalog, read, before),
		NN: fmt.Sprintf("Katalogen %s har %d brukarar, mot %d før. Det er godteke med --accept-shrink.", catalog, read, before),
		EN: fmt.Sprintf("Catalog %s has %d users where it had %d. This was accepted with --accept-shrink.", catalog, read, before),
	}
}

func repeatedNotice(catalog string, read, before int) audit.Text {
	return audit.Text{
		NB: fmt.Sprintf("Katalogen %s har %d brukere, mot %d før. Det er godtatt fordi to kjøringer på rad fant det samme.", catalog, read, before),
		NN: fmt.Sprintf("Katalogen %s har %d brukarar, mot %d før. Det er godteke fordi to køyringar på rad fann det same.", catalog, read, before),
		EN: fmt.Sprintf("Catalog %s has %d users where it had %d. This was accepted, for two runs in a row found the same.", catalog, read, before),
	}
}

func keyNotice() audit.Text {
	return audit.Text{
		NB: "Historikken står fortsatt under den gamle nøkkelen, for ikke alt ble lest. Kjør på nytt med --old-key.",
		NN: "Historikken står framleis under den gamle nøkkelen, for ikkje alt vart lese. Køyr på nytt med --old-key.",
		EN: "The history's key was not changed, for not everything was read. Run again with --old-key.",
	}
}

func newKeyNotice(left int) audit.Text {
	return audit.Text{
		NB: fmt.Sprintf("Nøkkelen til historikken er byttet. Det som var lagret om personer som ikke lenger er i katalogene (%d), er glemt.", left),
		NN: fmt.Sprintf("Nøkkelen til historikken er bytt. Det som var lagra om personar som ikkje lenger er i katalogane (%d), er gløymt.", left),
		EN: fmt.Sprintf("The history's key was changed. What was kept of persons who are no longer in the catalogs (%d) is forgotten.", left),
	}
}

func lapsedNotice(w *Waiver, until nin.Date) audit.Text {
	day := func(l audit.Language) string { return audit.SayDate(until, l) }
	return audit.Text{
		NB: fmt.Sprintf("Vurderingen i %s gjaldt til %s og er utløpt. Det den gjaldt, er igjen åpent.", w.Where, day(audit.Bokmal)),
		NN: fmt.Sprintf("Vurderinga i %s galdt til %s og er utgått. Det ho galdt, er ope att.", w.Where, day(audit.Nynorsk)),
		EN: fmt.Sprintf("The decision in %s held until %s and has lapsed. What it was about is open again.", w.Where, day(audit.English)),
	}
}

func rebornNotice(w *Waiver) audit.Text {
	return audit.Text{
		NB: fmt.Sprintf("Vurderingen i %s gjelder ikke lenger: nummeret den gjaldt, er endret.", w.Where),
		NN: fmt.Sprintf("Vurderinga i %s gjeld ikkje lenger: nummeret ho galdt, er endra.", w.Where),
		EN: fmt.Sprintf("The decision in %s no longer holds: the number it was about has changed.", w.Where),
	}
}

func idleNotice(w *Waiver) audit.Text {
	return audit.Text{
		NB: fmt.Sprintf("Vurderingen i %s passer ikke på noe funn: det er rettet, eller navnet er skrevet feil.", w.Where),
		NN: fmt.Sprintf("Vurderinga i %s passar ikkje på noko funn: det er retta, eller namnet er skrive feil.", w.Where),
		EN: fmt.Sprintf("The decision in %s fits no finding: it is mended, or the name is misspelt.", w.Where),
	}
}

func unboundNotice() audit.Text {
	return audit.Text{
		NB: "Uten historikk er ikke vurderingene bundet til numrene de gjaldt: et nytt nummer åpner ikke saken igjen.",
		NN: "Utan historikk er ikkje vurderingane bundne til numra dei galdt: eit nytt nummer opnar ikkje saka att.",
		EN: "Without history the decisions are not bound to the numbers they were about: a new number does not open the case again.",
	}
}

func lapsedReviews(n int) audit.Text {
	return audit.Text{
		NB: fmt.Sprintf("Vurderinger fra arbeidsboken som er utløpt den siste uken: %d. Det de gjaldt, er igjen åpent.", n),
		NN: fmt.Sprintf("Vurderingar frå arbeidsboka som er utgått den siste veka: %d. Det dei galdt, er ope att.", n),
		EN: fmt.Sprintf("Decisions from the workbook that lapsed in the last week: %d. What they were about is open again.", n),
	}
}

func rebornReviews(n int) audit.Text {
	return audit.Text{
		NB: fmt.Sprintf("Vurderinger fra arbeidsboken som ikke lenger gjelder, fordi nummeret er endret: %d.", n),
		NN: fmt.Sprintf("Vurderingar frå arbeidsboka som ikkje lenger gjeld, fordi nummeret er endra: %d.", n),
		EN: fmt.Sprintf("Decisions from the workbook that no longer hold, because the number has changed: %d.", n),
	}
}

func idleReviews(n int) audit.Text {
	return audit.Text{
		NB: fmt.Sprintf("Vurderinger fra arbeidsboken som er slettet, fordi regelen eller katalogen ikke lenger kontrolleres: %d.", n),
		NN: fmt.Sprintf("Vurderingar frå arbeidsboka som er sletta, fordi regelen eller katalogen ikkje lenger blir kontrollert: %d.", n),
		EN: fmt.Sprintf("Decisions from the workbook that were deleted, because their rule or catalog is no longer audited: %d.", n),
	}
}

func unmatchedNotice(units string) audit.Text {
	return audit.Text{
		NB: fmt.Sprintf("Listen over tjenester nevner enheter som ingen bruker er ved (used_by): %s.", units),
		NN: fmt.Sprintf("Lista over tenester nemner einingar som ingen brukar er ved (used_by): %s.", units),
		EN: fmt.Sprintf("The list of services names units that no user is at (used_by): %s.", units),
	}
}
