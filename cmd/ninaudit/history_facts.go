package main

import (
	"strings"
	"time"

	"ninaudit/audit"
	"ninaudit/audit/history"
	"ninaudit/rules"
)

// personFacts is what is kept of a person. Its keys and their order are a contract: --json writes it as it is. Days
// that nobody knows, or that have not come, are empty.
type personFacts struct {
	Name    string        `json:"name"`
	Kept    []keptFacts   `json:"kept"`    // by entry
	Deleted *deletedFacts `json:"deleted"` // null unless deletion was asked for
}

// keptFacts is what is kept of one entry.
type keptFacts struct {
	Catalog   string      `json:"catalog"`
	NINKind   string      `json:"nin_kind"`
	FirstSeen string      `json:"first_seen"` // empty: of the entry nothing but the cases is kept
	Without   string      `json:"without"`    // the first day without a national number
	Gone      string      `json:"gone"`       // the first night on which the catalog no longer had the entry
	Cases     []caseFacts `json:"cases"`
}

// caseFacts is one case or change that concerns the person.
type caseFacts struct {
	ID       string `json:"id"`
	Rule     string `json:"rule"`
	Change   bool   `json:"change"` // it tells what happened, once
	Severity string `json:"severity"`
	Since    string `json:"since"`
	Told     string `json:"told"`
	Resolved string `json:"resolved"`
	How      string `json:"how"`
	Waived   bool   `json:"waived"`
	Others   int    `json:"others"` // how many others it concerns
	// Decision is what was decided on it by way of a workbook; it is there only where something was.
	Decision *decisionFacts `json:"decision,omitempty"`
}

// decisionFacts is a decision, and who read it in.
type decisionFacts struct {
	Decision string `json:"decision"` // empty: withdrawn
	Reason   string `json:"reason"`
	By       string `json:"by"`
	Until    string `json:"until"`
	Account  string `json:"account"`
	At       string `json:"at"` // UTC
}

func factsOfReview(r *history.Review) *decisionFacts {
	if r == nil {
		return nil
	}
	return &decisionFacts{r.Choice.String(), r.Reason, r.By, r.Until.String(), r.Account, r.At.UTC().Format(time.RFC3339)}
}

// deletedFacts counts what was deleted.
type deletedFacts struct {
	Persons   int `json:"persons"`
	Findings  int `json:"findings"`
	Blanked   int `json:"blanked"` // cases that concern others too: the person was taken out of them
	Decisions int `json:"decisions"`
	Changes   int `json:"changes"`
	Answers   int `json:"answers"` // what was decided by way of workbooks
}

func factsOfPerson(name string, records []history.PersonRecord) *personFacts {
	p := &personFacts{Name: name, Kept: []keptFacts{}}
	for _, r := range records {
		k := keptFacts{
			Catalog: r.Catalog, NINKind: r.Kind.String(), FirstSeen: r.FirstSeen.String(), Without: r.Without.String(),
			Gone: r.Gone.String(), Cases: []caseFacts{},
		}
		for _, c := range r.Cases {
			k.Cases = append(k.Cases, caseFacts{
				ID: c.ID, Rule: c.Rule, Change: c.Event, Severity: c.Severity.String(), Since: c.Since.String(),
				Told: c.Told.String(), Resolved: c.Resolved.String(), How: c.How.String(), Waived: c.Waived, Others: c.Others,
				Decision: factsOfReview(c.Review),
			})
		}
		p.Kept = append(p.Kept, k)
	}
	return p
}

// text is what a person who asks is told.
func (p *personFacts) text(l audit.Language) string {
	var b strings.Builder
	say := func(t audit.Text, args ...audit.Arg) { b.WriteString(t.Fill(l, "", args) + "\n") }
	if len(p.Kept) == 0 {
		say(audit.Text{
			NB: "Historikken har ingenting om {1}.", NN: "Historikken har ingenting om {1}.",
			EN: "The history keeps nothing of {1}.",
		}, audit.Word(p.Name))
		return b.String()
	}
	say(audit.Text{NB: "Lagret om {1}:", NN: "Lagra om {1}:", EN: "Kept of {1}:"}, audit.Word(p.Name))
	titles := map[string]audit.Text{}
	for _, r := range rules.All(rules.DefaultOptions()) {
		titles[r.ID] = r.Title
	}
	for i := range p.Kept {
		b.WriteString("\n")
		p.Kept[i].write(&b, l, titles)
	}
	b.WriteString("\n")
	if p.Deleted == nil {
		say(audit.Text{
			NB: "Nummer, Feide-navn, navn og fødselsdato er lagret som nøklede koder, som ingen kan lese tilbake.\n" +
				"Et funn er lagret slik det sto i rapporten, uten siffer, til 400 dager etter at det er løst.",
			NN: "Nummer, Feide-namn, namn og fødselsdato er lagra som nøkla kodar, som ingen kan lese tilbake.\n" +
				"Eit funn er lagra slik det stod i rapporten, utan siffer, til 400 dagar etter at det er løyst.",
			EN: "Number, Feide name, names and birth date are kept as keyed codes, which nobody can read back.\n" +
				"A finding is kept as it stood in the report, without digits, until 400 days after it is resolved.",
		})
		return b.String()
	}
	d := p.Deleted
	say(audit.Text{
		NB: "Slettet: oppføringer {1}, funn {2}, vurderinger {3}, svar i arbeidsbøker {6}, endringer {4}. Tatt ut av saker som også gjelder andre: {5}.\n" +
			"Står brukeren fortsatt i katalogen, er den ny for neste kjøring. Rapporter og vurderinger (waivers) er egne filer.",
		NN: "Sletta: oppføringar {1}, funn {2}, vurderingar {3}, svar i arbeidsbøker {6}, endringar {4}. Teke ut av saker som òg gjeld andre: {5}.\n" +
			"Står brukaren framleis i katalogen, er han ny for neste køyring. Rapportar og vurderingar (waivers) er eigne filer.",
		EN: "Deleted: entries {1}, findings {2}, decisions {3}, answers in workbooks {6}, changes {4}. Taken out of cases that concern others too: {5}.\n" +
			"A person who still stands in the catalog is new to the next run. Reports and waivers are files of their own.",
	}, audit.Count(d.Persons), audit.Count(d.Findings), audit.Count(d.Decisions), audit.Count(d.Changes), audit.Count(d.Blanked),
		audit.Count(d.Answers))
	return b.String()
}
