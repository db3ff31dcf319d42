package rules

import (
	"context"
	"slices"

	"ninaudit/audit"
	"ninaudit/audit/linkage"
	"ninaudit/audit/nin"
)

// OverlapOptions say which catalogs may be held against each other, by whatever rule.
type OverlapOptions struct {
	// Controllers names who is the controller of each catalog's data, by catalog. Catalogs of one controller,
	// or of none that is named, may be compared.
	Controllers map[string]string
	// Basis is the legal basis for comparing catalogs of different controllers; empty: they are not compared.
	Basis string
	// Proof are numbers that are known to have followed one another, as in DuplicatePersonOptions.
	Proof [][2]nin.Number
}

func overlap(o OverlapOptions) audit.Rule {
	return audit.Rule{
		ID:       "overlap",
		Severity: audit.Info,
		Source:   "Feide: a user may have accounts at several host organisations; GDPR art. 6",
		Off:      true,
		Title: audit.Text{
			NB: "Bruker i flere kataloger (normalt)", NN: "Brukar i fleire katalogar (normalt)", EN: "Account in two catalogs",
		},
		Why: audit.Text{
			NB: "En person kan lovlig ha bruker hos flere, for eksempel som elev og ansatt. Lista viser hvem det gjelder.",
			NN: "Ein person kan lovleg ha brukar hos fleire, til dømes som elev og tilsett. Lista viser kven det gjeld.",
			EN: "A person may lawfully have accounts in several places, for instance as a pupil and an employee. The list shows whom it concerns.",
		},
		Fix:     audit.Text{NB: "Ingenting.", NN: "Ingenting.", EN: "Nothing."},
		Message: audit.Text{NB: "{what}", NN: "{what}", EN: "{what}"},
		Variants: []audit.Variant{
			{ID: "number", What: audit.Text{
				NB: "Samme nummer i {1} kataloger, og navnene stemmer overens.",
				NN: "Same nummer i {1} katalogar, og namna stemmer overeins.",
				EN: "The same number in {1} catalogs, and the names agree.",
			}},
			{ID: "likeness", What: audit.Text{
				NB: "Navn og fødselsdato i {1} kataloger tyder på én person.",
				NN: "Namn og fødselsdato i {1} katalogar tyder på éin person.",
				EN: "Names and birth dates in {1} catalogs suggest one person.",
			}},
			{ID: "proven", What: audit.Text{
				NB: "Numre i {1} kataloger har ifølge lista avløst hverandre: én person.",
				NN: "Nummer i {1} katalogar har ifølgje lista avløyst kvarandre: éin person.",
				EN: "Numbers in {1} catalogs followed one another, by the list: one person.",
			}},
		},
		Check: audit.Whole(func(ctx context.Context, all audit.Population, _ nin.Date) audit.Judgement {
			const likeness, proven = 1, 2
			l := link(all, o.Proof)
			j := audit.Judgement{Model: linkage.Shipped().Hash(), Notices: o.notices(l.catalogs)}
			j.Verdicts = l.onOneNumber(o)
			found := l.set.Link(ctx, func(a, b int) bool { return a != b && o.mayCompare(l.catalogs[a], l.catalogs[b]) })
			j.Notices = append(j.Notices, cappedNotices(found.Capped)...)
			for _, p := range found.Pairs {
				v := l.verdict([]linkage.Pair{p})
				v.Variant, v.Args = likeness, []audit.Arg{audit.Count(2)}
				if l.set.Compare(p.A, p.B).Outcome == linkage.Certain {
					v.Variant = proven
				}
				j.Verdicts = append(j.Verdicts, v)
			}
			return j
		}),
	}
}

// mayCompare tells whether two catalogs' persons may be held against each other.
func (o OverlapOptions) mayCompare(a, b string) bool {
	return o.Controllers[a] == o.Controllers[b] || o.Basis != ""
}

// numberKey groups entries by number. The digits are revealed to be compared; a key is never shown.
func numberKey(p *audit.Person) string { return p.NIN.RevealPlain() }

// numberKey groups entries by number, over all catalogs that may be compared.
func (o OverlapOptions) numberKey() *audit.Key {
	return &audit.Key{Of: func(b []byte, p *audit.Person) []byte {
		from := len(b)
		b = p.NIN.RevealPlainTo(b)
		if len(b) == from || o.Basis != "" || o.Controllers[p.Catalog] == "" {
			return b
		}
		return append(append(b, ' '), o.Controllers[p.Catalog]...)
	}}
}

// notices tell on what basis catalogs of different controllers are compared, or that they are not.
func (o OverlapOptions) notices(catalogs []string) []audit.Text {
	differ := slices.ContainsFunc(catalogs, func(c string) bool { return o.Controllers[c] != o.Controllers[catalogs[0]] })
	switch {
	case !differ:
		return nil
	case o.Basis != "":
		return []audit.Text{{
			NB: "Kataloger med ulike behandlingsansvarlige er sammenlignet. Oppgitt rettslig grunnlag: " + o.Basis,
			NN: "Katalogar med ulike behandlingsansvarlege er samanlikna. Oppgitt rettsleg grunnlag: " + o.Basis,
			EN: "Catalogs of different controllers were compared. Legal basis as stated: " + o.Basis,
		}}
	}
	return []audit.Text{{
		NB: "Kataloger med ulike behandlingsansvarlige er ikke sammenlignet: overlap.basis oppgir ikke noe rettslig grunnlag.",
		NN: "Katalogar med ulike behandlingsansvarlege er ikkje samanlikna: overlap.basis oppgir ikkje noko rettsleg grunnlag.",
		EN: "Catalogs of different controllers were not compared: overlap.basis states no legal basis.",
	}}
}

// onOneNumber finds one person's entries on one number in several catalogs that may be compared; different
// persons on one number are overlay's.
func (l *linked) onOneNumber(o OverlapOptions) []audit.Verdict {
	holders := map[string][]int{}
	var order []string
	number := o.numberKey()
	for i := range l.all.Len() {
		p := l.all.Person(i)
		if !p.NIN.Kind().National() || p.NIN.Fault() != nin.Fine {
			continue
		}
		h := string(number.Of(nil, p))
		if holders[h] == nil {
			order = append(order, h)
		}
		holders[h] = append(holders[h], i)
	}
	var verdicts []audit.Verdict
	for _, h := range order {
		verdicts = append(verdicts, l.oneNumber(holders[h])...)
	}
	return verdicts
}

// oneNumber tells of the entries on one number, if they are one person's and in several catalogs.
func (l *linked) oneNumber(at []int) []audit.Verdict {
	var members []*audit.Person
	var catalogs []string
	for _, i := range at {
		p := l.all.Person(i)
		if !slices.Contains(catalogs, p.Catalog) {
			catalogs = append(catalogs, p.Catalog)
		}
		members = append(members, p)
	}
	if len(catalogs) < 2 {
		return nil
	}
	if g := divide(members); g.persons > 1 || g.torn {
		return nil
	}
	slices.SortFunc(at, func(i, j int) int { return l.before(l.all.Person(i), l.all.Person(j)) })
	return []audit.Verdict{{Members: at, Args: []audit.Arg{audit.Count(len(catalogs))}}}
}
