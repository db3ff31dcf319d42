package reports

import (
	"strings"
	"testing"

	"ninaudit/audit"
)

func TestFirstPage(t *testing.T) {
	r := recorded()
	book := opened(t, r, options(t, r, audit.Bokmal))
	text := flat(t, book, "Sammendrag")
	for _, want := range []string{
		"fjordvik, uvdal – Identitetsnummer i Feide-katalogen – natt til 23.11.2026\n",
		"Unntatt offentlighet, offl. § 13 · Viser bare hva slags nummer det er, ingen siffer\n",
		"LEST: 5\u00a0422 av 5\u00a0423 brukere. Fullstendig. 1 oppføring kunne ikke leses.",
		"Gjør i dag | Denne uken | Før skolestart | Ingen frist\n1 | 4 | 2 | 2\nHaster | Feil | Bør kontrolleres | Til orientering\n",
		"HASTER | 1. Samme nummer på to ulike personer: 1 sak. Fjordvik videregående skole, Uvdal skule. Siden 22.11.2026.\nDen ene kan få se den andres innhold.\n→ Samme dag: stans bruken av nummeret, sikre logger, varsle personvernombudet. Avklar i dag om det er brudd på personopplysningssikkerheten; i så fall 72 timer fra dere fikk kjennskap. | Vis\n",
		"FEIL | 2. Feltet inneholder ikke et identitetsnummer: 2 saker. Fjordvik ungdomsskole, Fjordvik videregående skole. Eldste siden 01.11.2026.",
		"BØR KONTROLLERES | 5. Samme e-postadresse på flere brukere: 1 sak. Solbakken barneskole. Siden 01.10.2026.\nMeldinger når feil person.\n→ Gi",
		"GJELDER MANGE | Feltet inneholder ikke et identitetsnummer (innledende null mangler): 3 av 24 brukere",
		"UTEN NUMMER | 0–30 d: 14 · 31–90: 9 · 91–180: 4 · over 180: 1\u00a0204 · ukjent hvor lenge: 3\n",
		"DUBLETTER | fjordvik 12 av 5\u00a0009 brukere (0,2\u00a0%) | Vis\n",
		"Merk: pending-duf: grace has no effect without history\n",
		"Åpne funn\nAlvor | Nå\nHaster | 1\nFeil | 6\nBør kontrolleres | 2\nTil orientering | 2\n",
		"Ikke kontrollert: om et gyldig nummer er tildelt, eller tilhører denne personen. Bare Folkeregisteret vet det.\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	for _, never := range []string{"IKKE FULLSTENDIG", "EKSEMPEL", "VISER"} {
		if strings.Contains(text, never) {
			t.Errorf("%q stands on the first page of an ordinary run", never)
		}
	}
	for _, f := range r.findings {
		for _, s := range f.Subjects {
			if s.Name != "" && strings.Contains(text, s.Name) {
				t.Errorf("finding %s: the first page names a person", f.ID)
			}
		}
	}
}

func TestFirstPageWarns(t *testing.T) {
	r := incompleteRecording()
	r.sum.Sample = true
	o := options(t, r, audit.Bokmal)
	o.NIN = NINMasked
	book := opened(t, r, o)
	text := flat(t, book, "Sammendrag")
	for _, want := range []string{
		"VISER FØDSELSDATO OG MASKERTE NUMMER (010190*****)\n", "EKSEMPEL: ",
		"IKKE FULLSTENDIG: 5\u00a0422 brukere lest. Det som ikke ble lest, er ikke kontrollert.",
		"uvdal: page 12: server answered size limit exceeded (4) – ask for a higher size limit for the reading account\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	for row := 1; row < 8; row++ {
		cell := cellName(1, row)
		if !strings.HasPrefix(must[string](t)(book.GetCellValue("Sammendrag", cell)), "IKKE FULLSTENDIG") {
			continue
		}
		id := must[int](t)(book.GetCellStyle("Sammendrag", cell))
		style, err := book.GetStyle(id)
		if err != nil || strings.Join(style.Fill.Color, "") != fillAlarm {
			t.Errorf("the line is not red: %v, %v", style.Fill, err)
		}
	}
}

func TestFirstPageIsBounded(t *testing.T) {
	r := crowded()
	text := flat(t, opened(t, r, options(t, r, audit.Bokmal)), "Sammendrag")
	for _, want := range []string{"… og 26 til\n", "GJELDER MANGE | og 26 til\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}
