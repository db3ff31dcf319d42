package rules

import (
	"context"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// NINBatchOptions are the settings of nin-batch.
type NINBatchOptions struct {
	Persons int // how many persons of different birth dates make a batch, at least
}

func ninBatch(o NINBatchOptions, numbers *audit.Gather) audit.Rule {
	return audit.Rule{
		ID:       "nin-batch",
		Severity: audit.Warning,
		Empties:  true,
		Source:   "Feide, notice of 2022-03-30, step 1; Skatteetaten, Folkeregisteret: the individnummer is issued by date",
		Title: audit.Text{
			NB: "Flere nummer følger samme mønster", NN: "Fleire nummer følgjer same mønster", EN: "Numbers in a pattern",
		},
		Why: audit.Text{
			NB: "Folkeregisteret tildeler individnummer for hver fødselsdato for seg. At flere som ble registrert samtidig har nummer etter ett mønster, er langt mer enn tilfeldig: numrene kan være oppdiktet, og ett av dem kan tilhøre en annen.",
			NN: "Folkeregisteret tildeler individnummer for kvar fødselsdato for seg. At fleire som vart registrerte samtidig har nummer etter eitt mønster, er langt meir enn tilfeldig: numra kan vere oppdikta, og eitt av dei kan høyre til ein annan.",
			EN: "The register issues serials for each birth date by itself. Several persons registered together whose numbers follow one pattern are far beyond chance: the numbers may be invented, and one of them may be somebody else's.",
		},
		Fix: audit.Text{
			NB: "Kontroller hele gruppen mot Folkeregisteret, og rett i kildesystemet.",
			NN: "Kontroller heile gruppa mot Folkeregisteret, og rett i kjeldesystemet.",
			EN: "Check the whole group against the population register, and mend it in the source system.",
		},
		Message: audit.Text{
			NB: "{1} brukere ved samme enhet, opprettet omtrent samtidig, har nummer {what}. Numrene kan være ekte.",
			NN: "{1} brukarar ved same eining, oppretta om lag samtidig, har nummer {what}. Numra kan vere ekte.",
			EN: "{1} accounts of one unit, made at about the same time, have numbers {what}. The numbers may be genuine.",
		},
		Variants: []audit.Variant{
			{ID: "series", What: audit.Text{
				NB: "som følger tett på hverandre, enda fødselsdatoene er ulike",
				NN: "som følgjer tett på kvarandre, endå fødselsdatoane er ulike",
				EN: "that follow close upon one another, though the birth dates differ",
			}},
			{ID: "serial", What: audit.Text{
				NB: "med samme individnummer, enda fødselsdatoene er ulike",
				NN: "med same individnummer, endå fødselsdatoane er ulike",
				EN: "with one individnummer, though the birth dates differ",
			}},
			{ID: "tail", What: audit.Text{
				NB: "med de samme fem siste sifrene, enda fødselsdatoene er ulike",
				NN: "med dei same fem siste sifra, endå fødselsdatoane er ulike",
				EN: "with the same last five digits, though the birth dates differ",
			}},
		},
		Check: audit.EachCatalog{Gather: numbers, Judge: func(ctx context.Context, gathered audit.Gathering, all audit.Population, _ nin.Date) (j audit.Judgement) {
			if ctx.Err() != nil {
				return j
			}
			for _, b := range gathered.(*issued).Batches(o.Persons) {
				j.Verdicts = append(j.Verdicts, audit.Verdict{
					Variant: int(b.Pattern), Args: []audit.Arg{audit.Count(len(b.Entries))}, Score: b.Probability(),
					Members: byID(all, b.Entries),
				})
			}
			return j
		}},
	}
}
