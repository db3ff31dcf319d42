package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// servicesFacts is the list of services. Its keys and their order are a contract: --json writes it as it is. Days that
// have not come are empty.
type servicesFacts struct {
	Services   []serviceFacts `json:"services"`
	Unanswered int            `json:"unanswered"`
}

type serviceFacts struct {
	Name       string   `json:"name"`
	ID         string   `json:"id"`
	Provider   string   `json:"provider"`
	Receives   bool     `json:"receives"`
	Depends    string   `json:"depends"`
	Arranged   string   `json:"arranged"`
	Asked      string   `json:"asked"`
	Told       string   `json:"told"`
	UsedBy     []string `json:"used_by"`
	Unanswered bool     `json:"unanswered"`
	Days       int      `json:"days"` // since it was asked; 0 unless an answer is missing
}

func factsOfServices(all []audit.Service, on nin.Date) *servicesFacts {
	out := &servicesFacts{Services: []serviceFacts{}}
	for i := range all {
		s := &all[i]
		one := serviceFacts{
			Name: s.Name, ID: s.ID, Provider: s.Provider, Receives: s.Receives, Depends: s.Depends.String(),
			Arranged: s.Arranged.String(), Asked: s.Asked.String(), Told: s.Told.String(),
			UsedBy: append([]string{}, s.UsedBy...), Unanswered: s.Asks(),
		}
		if s.Asks() {
			out.Unanswered++
			if s.Asked != 0 {
				one.Days = max(s.Asked.Days(on), 0)
			}
		}
		out.Services = append(out.Services, one)
	}
	return out
}

// servicesText is the list as a reader sees it, and below it what is unanswered.
func servicesText(all []audit.Service, on nin.Date, l audit.Language) string {
	var b strings.Builder
	if len(all) == 0 {
		return noServices().In(l) + "\n"
	}
	t := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, servicesHead().In(l))
	var missing []*audit.Service
	for i := range all {
		s := &all[i]
		arranged := s.Arranged.Word().In(l)
		switch {
		case !s.Receives || s.Depends == audit.No:
			arranged = "–"
		case s.Arranged == audit.Unanswered && s.Asked != 0:
			arranged = askedOn().Fill(l, "", []audit.Arg{audit.Date(s.Asked)})
		}
		receives := audit.No
		if s.Receives {
			receives = audit.Yes
		}
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\t%s\n", s.Name, s.Provider, receives.Word().In(l), s.Depends.Word().In(l), arranged,
			orElse(audit.SayDate(s.Told, l), "–"))
		if s.Asks() {
			missing = append(missing, s)
		}
	}
	t.Flush()
	b.WriteString("\n" + missingAnswers().Fill(l, "", []audit.Arg{audit.Count(len(missing))}) + "\n")
	for _, s := range missing {
		since := neverAsked()
		if s.Asked != 0 {
			since = askedSince()
		}
		fmt.Fprintf(&b, "  %s: %s\n", s.Name, since.Fill(l, "", []audit.Arg{audit.Date(s.Asked), audit.Count(max(s.Asked.Days(on), 0))}))
	}
	return b.String()
}

// text is what a reader is told of an import.
func (r *imported) text(l audit.Language) string {
	var b strings.Builder
	for _, list := range []struct {
		head  audit.Text
		names []string
	}{
		{audit.Text{NB: "Nye", NN: "Nye", EN: "New"}, r.added},
		{audit.Text{NB: "Utfylt", NN: "Utfylte", EN: "Filled in"}, r.filled},
		{audit.Text{NB: "Beholdt slik de står i listen, selv om filen sier noe annet", NN: "Haldne slik dei står i lista, sjølv om fila seier noko anna",
			EN: "Left as they stand in the list, although the file says otherwise"}, r.kept},
		{audit.Text{NB: "Tar ikke lenger imot nummeret ifølge Feides liste; vurder å fjerne dem", NN: "Tek ikkje lenger imot nummeret ifølgje lista til Feide; vurder å fjerne dei",
			EN: "No longer receive the number by Feide's list; consider removing them"}, r.gone},
	} {
		if len(list.names) > 0 {
			fmt.Fprintf(&b, "%s: %d\n  %s\n", list.head.In(l), len(list.names), strings.Join(list.names, "\n  "))
		}
	}
	b.WriteString(importSums().Fill(l, "", []audit.Arg{audit.Count(r.same), audit.Count(r.without), audit.Count(r.unfit)}) + "\n")
	return b.String()
}

func servicesHead() audit.Text {
	return audit.Text{
		NB: "Tjeneste\tLeverandør\tFår nummeret\tAvhengig\tTilrettelagt\tVarslet til",
		NN: "Teneste\tLeverandør\tFår nummeret\tAvhengig\tLagt til rette\tVarsla til",
		EN: "Service\tProvider\tReceives\tDepends\tArranged\tTold until",
	}
}

func noServices() audit.Text {
	return audit.Text{
		NB: "Listen er tom. «ninaudit services import» lager et første utkast.",
		NN: "Lista er tom. «ninaudit services import» lagar eit første utkast.",
		EN: "The list is empty. \"ninaudit services import\" makes a first draft.",
	}
}

func askedOn() audit.Text { return audit.Text{NB: "spurt {1}", NN: "spurd {1}", EN: "asked {1}"} }

func missingAnswers() audit.Text {
	return audit.Text{NB: "Svar mangler (steg 3): {1}", NN: "Svar manglar (steg 3): {1}", EN: "Unanswered (step 3): {1}"}
}

func neverAsked() audit.Text {
	return audit.Text{NB: "ikke spurt ennå", NN: "ikkje spurd enno", EN: "not asked yet"}
}

func askedSince() audit.Text {
	return audit.Text{NB: "spurt {1}, {2} dager siden", NN: "spurd {1}, {2} dagar sidan", EN: "asked {1}, {2} days ago"}
}

func toldLine(name string) audit.Text {
	name = strings.ReplaceAll(name, "{", "(") // no placeholder
	return audit.Text{
		NB: name + ": leverandøren er varslet om endringer til og med {1}.",
		NN: name + ": leverandøren er varsla om endringar til og med {1}.",
		EN: name + ": the provider has been told of changes up to {1}.",
	}
}

func importSums() audit.Text {
	return audit.Text{
		NB: "Uendret: {1}. Utelatt: {2} som ikke tar imot nummeret, {3} med navn som ikke kan stå i listen.",
		NN: "Uendra: {1}. Utelatne: {2} som ikkje tek imot nummeret, {3} med namn som ikkje kan stå i lista.",
		EN: "Unchanged: {1}. Left out: {2} that do not receive the number, {3} whose names can not stand in the list.",
	}
}
