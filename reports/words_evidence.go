package reports

import (
	"math"
	"strconv"

	"ninaudit/audit"
)

// The fields of audit.Evidence whose values no report shows: their level is told alone.
const (
	fieldBirth  = "birth"
	fieldNumber = "number"
)

// fieldWord is what a reader sees of a compared field. One that is not known here is shown as it is.
func fieldWord(field string) audit.Text {
	switch field {
	case "given":
		return audit.Text{NB: "Fornavn", NN: "Førenamn", EN: "Given name"}
	case "surname":
		return audit.Text{NB: "Etternavn", NN: "Etternamn", EN: "Surname"}
	case "names":
		return audit.Text{NB: "Fornavn og etternavn", NN: "Førenamn og etternamn", EN: "Given name and surname"}
	case fieldBirth:
		return audit.Text{NB: "Fødselsdato", NN: "Fødselsdato", EN: "Birth date"}
	case "unit":
		return audit.Text{NB: "Enhet", NN: "Eining", EN: "Unit"}
	case "mail":
		return audit.Text{NB: "E-post", NN: "E-post", EN: "Mail"}
	case "prior":
		return audit.Text{NB: "Tidligere Feide-navn", NN: "Tidlegare Feide-namn", EN: "Earlier Feide name"}
	case fieldNumber:
		return audit.Text{NB: "Nummer", NN: "Nummer", EN: "Number"}
	case "common":
		return audit.Text{NB: "Navnene hører sammen eller er vanlige sammen", NN: "Namna høyrer saman eller er vanlege saman",
			EN: "The names go together, or are common together"}
	case "twins":
		return audit.Text{NB: "Kan være tvillinger", NN: "Kan vere tvillingar", EN: "May be twins"}
	case "prior-odds":
		return audit.Text{NB: "Utgangspunkt (to tilfeldige)", NN: "Utgangspunkt (to tilfeldige)",
			EN: "Starting point (any two)"}
	}
	return audit.Same(clean(field))
}

// levelWord is what a reader sees of how well a field agrees. One that is not known here is shown as it is.
func levelWord(level string) audit.Text {
	switch level {
	case "equal":
		return audit.Text{NB: "Likt", NN: "Likt", EN: "Equal"}
	case "variant":
		return audit.Text{NB: "Samme navn, annen form", NN: "Same namn, anna form", EN: "Same name, another form"}
	case "part":
		return audit.Text{NB: "Del av navnet", NN: "Del av namnet", EN: "Part of the name"}
	case "slip":
		return audit.Text{NB: "Trolig skrivefeil", NN: "Truleg skrivefeil", EN: "Probably a typing error"}
	case "near":
		return audit.Text{NB: "Nesten likt", NN: "Nesten likt", EN: "Nearly equal"}
	case "two":
		return audit.Text{NB: "To siffer er ulike", NN: "To siffer er ulike", EN: "Two digits differ"}
	case "similar":
		return audit.Text{NB: "Ligner", NN: "Liknar", EN: "Similar"}
	case "swapped":
		return audit.Text{NB: "Har byttet plass", NN: "Har bytt plass", EN: "Swapped"}
	case "year":
		return audit.Text{NB: "Samme år", NN: "Same år", EN: "Same year"}
	case "different":
		return audit.Text{NB: "Ulikt", NN: "Ulikt", EN: "Different"}
	case "missing":
		return audit.Text{NB: "Mangler", NN: "Manglar", EN: "Missing"}
	case "proven":
		return audit.Text{NB: "Dokumentert", NN: "Dokumentert", EN: "Proven"}
	}
	return audit.Same(clean(level))
}

// scoreWord is the class of a case that is so probable.
func scoreWord(score float64) audit.Text {
	switch {
	case score >= audit.Certain:
		return audit.Text{NB: "Så godt som sikkert", NN: "Så godt som sikkert", EN: "Practically certain"}
	case score >= audit.Probable:
		return audit.Text{NB: "Sannsynlig", NN: "Sannsynleg", EN: "Probable"}
	}
	return audit.Text{NB: "Mulig", NN: "Mogleg", EN: "Possible"}
}

// tenths writes a number with one decimal, as XML and strconv do; nothing for one that is none.
func tenths(x float64) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return ""
	}
	x = decimals(x, 1)
	if x == 0 {
		x = 0 // not the negative one
	}
	return strconv.FormatFloat(x, 'f', -1, 64)
}

// floored cuts a probability to tenths of a per cent. It is never rounded up: nothing reaches a class in
// figures that it does not reach in words, and nothing but certainty reads 100 %.
func floored(score float64) float64 {
	if math.IsNaN(score) {
		return 0
	}
	return math.Floor(min(max(score, 0), 1)*1000+1e-9) / 1000
}
