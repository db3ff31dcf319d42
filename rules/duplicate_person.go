package rules

import (
	"context"
	"fmt"
	"slices"

	"ninaudit/audit"
	"ninaudit/audit/linkage"
	"ninaudit/audit/nin"
)

// DuplicatePersonOptions are the settings of duplicate-person.
type DuplicatePersonOptions struct {
	// Proof are numbers that are known to have followed one another: pairs of them are certain, and no veto
	// stands against them.
	Proof [][2]nin.Number
}

func duplicatePerson(o DuplicatePersonOptions) audit.Rule {
	return audit.Rule{
		ID:        "duplicate-person",
		Severity:  audit.Warning,
		Source:    "Feide, checklist for data quality: one user is one person; Fellegi and Sunter (1969), A Theory for Record Linkage",
		Duplicate: true,
		Likeness:  true,
		Title: audit.Text{
			NB: "Trolig samme person med to brukere", NN: "Truleg same person med to brukarar", EN: "Probably one person twice",
		},
		Why: audit.Text{
			NB: "Innhold og tilganger fordeler seg på to brukere. Ofte ble den ene opprettet uten nummer, eller med D-nummer, før fødselsnummeret kom.",
			NN: "Innhald og tilgangar fordeler seg på to brukarar. Ofte vart den eine oppretta utan nummer, eller med D-nummer, før fødselsnummeret kom.",
			EN: "Content and access are spread over two accounts. Often one of them was created without a number, or with a D-number, before the national number came.",
		},
		Fix: audit.Text{
			NB: "Avklar med skolen; slå aldri sammen på navn alene.",
			NN: "Avklar med skulen; slå aldri saman på namn aleine.",
			EN: "Ask the school; never merge on names alone.",
		},
		Message: audit.Text{NB: "{what}", NN: "{what}", EN: "{what}"},
		Variants: []audit.Variant{
			{ID: "both", What: audit.Text{
				NB: "Opplysningene om {1} brukere tyder på at de er én person.",
				NN: "Opplysningane om {1} brukarar tyder på at dei er éin person.",
				EN: "What is known of {1} accounts suggests that they are one person.",
			}},
			{ID: "pending", What: audit.Text{
				NB: "Opplysningene om {1} brukere tyder på at de er én person; minst én av dem er uten nummer, se den andre.",
				NN: "Opplysningane om {1} brukarar tyder på at dei er éin person; minst éin av dei er utan nummer, sjå den andre.",
				EN: "What is known of {1} accounts suggests that they are one person; at least one of them has no number, see the other.",
			}},
			{ID: "proven", What: audit.Text{
				NB: "{1} brukere har numre som ifølge lista har avløst hverandre: én person.",
				NN: "{1} brukarar har nummer som ifølgje lista har avløyst kvarandre: éin person.",
				EN: "{1} accounts have numbers of which one followed the other, by the list: one person.",
			}},
			{ID: "crowd", What: audit.Text{
				NB: "{1} brukere er så like i navn og fødselsdato at det ikke kan sies hvem som er samme person.",
				NN: "{1} brukarar er så like i namn og fødselsdato at det ikkje kan seiast kven som er same person.",
				EN: "{1} accounts are so alike in name and birth date that nobody can say which are one person.",
			}},
		},
		Check: audit.EachCatalog{
			Gather: &audit.Gather{Begin: func() audit.Gathering { return &oneCatalog{newLinked(o.Proof)} }},
			Judge: func(ctx context.Context, gathered audit.Gathering, all audit.Population, _ nin.Date) audit.Judgement {
				return gathered.(*oneCatalog).judge(ctx, all)
			},
		},
		Details: modelTable,
	}
}

// oneCatalog links the persons of one catalog: what is common there says nothing of another.
type oneCatalog struct{ *linked }

func (c *oneCatalog) Take(p *audit.Person, _ nin.Date) {
	met := linkage.Met{Given: uint32(p.GivenMet), Surname: uint32(p.SurnameMet)}
	if len(p.Units) > 0 {
		met.Unit = uint32(p.Units[0].Met)
	}
	c.take(p, met)
}

func (c *oneCatalog) judge(ctx context.Context, all audit.Population) audit.Judgement {
	c.all = all
	j := audit.Judgement{Model: linkage.Shipped().Hash()}
	found := c.set.Link(ctx, func(int, int) bool { return true })
	j.Notices = cappedNotices(found.Capped)
	for _, pairs := range c.set.Clusters(found.Pairs) {
		j.Verdicts = append(j.Verdicts, c.duplicate(pairs))
	}
	return j
}

// duplicate is the verdict on entries of one catalog that are probably one person's. What is merely possible is
// for information.
func (l *linked) duplicate(pairs []linkage.Pair) audit.Verdict {
	const both, pending, proven, crowd = 0, 1, 2, 3
	if linkage.IsCrowd(pairs) {
		v := l.verdict(pairs[:1]) // one pair shows what all have in common
		shown := v.Members
		v.Members = linkage.Members(pairs)
		slices.SortFunc(v.Members, func(i, j int) int { return l.before(l.all.Person(i), l.all.Person(j)) })
		of(v.Evidence, slices.Index(v.Members, shown[0]), slices.Index(v.Members, shown[1]))
		v.Variant, v.Severity, v.Args = crowd, audit.Info, []audit.Arg{audit.Count(len(v.Members))}
		return v
	}
	v := l.verdict(pairs)
	v.Args = []audit.Arg{audit.Count(len(v.Members))}
	class := linkage.ClassCertain
	v.Variant = proven
	for _, p := range pairs {
		class = max(class, p.Class)
		if l.set.Compare(p.A, p.B).Outcome != linkage.Certain {
			v.Variant = both
		}
	}
	if class == linkage.ClassPossible {
		v.Severity = audit.Info
	}
	waits, numbered := false, false
	for _, row := range v.Members {
		n := l.all.Person(row).NIN
		waits, numbered = waits || n.IsZero(), numbered || !n.IsZero()
	}
	if v.Variant == both && waits && numbered {
		v.Variant = pending
	}
	return v
}

// modelTable shows what the measure is made of: for each field and level, how often it is met on one person's
// entries and by chance, and what it is worth.
func modelTable(l audit.Language) [][]string {
	m := linkage.Shipped()
	head := []audit.Text{
		audit.Same("model " + m.Hash()), {NB: "nivå", NN: "nivå", EN: "level"}, {NB: "samme person", NN: "same person", EN: "one person"},
		{NB: "tilfeldig", NN: "tilfeldig", EN: "by chance"}, audit.Same("bits"),
	}
	row := make([]string, len(head))
	for i, h := range head {
		row[i] = h.In(l)
	}
	rows := [][]string{row}
	for _, n := range m.Levels() {
		rows = append(rows, []string{n.Field, n.Name, fmt.Sprintf("%.4g", n.M), fmt.Sprintf("%.4g", n.U), fmt.Sprintf("%+.1f", n.Bits())})
	}
	return rows
}
