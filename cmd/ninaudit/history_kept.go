package main

import (
	"strings"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// write tells what is kept of one entry. A rule is called by its title, if this version has it.
func (k *keptFacts) write(b *strings.Builder, l audit.Language, titles map[string]audit.Text) {
	line := func(t audit.Text, args ...audit.Arg) { b.WriteString(t.Fill(l, "", args) + "\n") }
	day := func(t audit.Text, on string) {
		if on != "" {
			line(t, audit.Word(sayDay(on, l)))
		}
	}
	line(audit.Text{NB: "Katalog {1}", NN: "Katalog {1}", EN: "Catalog {1}"}, audit.Word(k.Catalog))
	day(audit.Text{NB: "  først sett: {1}", NN: "  først sett: {1}", EN: "  first seen: {1}"}, k.FirstSeen)
	line(audit.Text{NB: "  nummer: {1}", NN: "  nummer: {1}", EN: "  number: {1}"}, audit.Word(kindNamed(k.NINKind, l)))
	day(audit.Text{NB: "  uten nummer siden: {1}", NN: "  utan nummer sidan: {1}", EN: "  without a number since: {1}"}, k.Without)
	day(audit.Text{
		NB: "  ikke lenger i katalogen: {1}", NN: "  ikkje lenger i katalogen: {1}", EN: "  no longer in the catalog: {1}",
	}, k.Gone)
	for i := range k.Cases {
		c := &k.Cases[i]
		title := c.Rule
		if t, ok := titles[c.Rule]; ok {
			title = t.In(l)
		}
		line(audit.Text{NB: "  {1} ({2}), {3}: {4}", NN: "  {1} ({2}), {3}: {4}", EN: "  {1} ({2}), {3}: {4}"},
			audit.Word(title), audit.Word(c.Rule), audit.Word(c.ID), audit.Word(c.course(l)))
		if d := c.Decision; d != nil && d.Decision != "" {
			line(audit.Text{
				NB: "    vurdering i arbeidsboken: {1}, til {2}: {3} – {4} (lest inn av {5})",
				NN: "    vurdering i arbeidsboka: {1}, til {2}: {3} – {4} (lesen inn av {5})",
				EN: "    decision in the workbook: {1}, until {2}: {3} – {4} (read in by {5})",
			}, audit.Word(choiceNamed(d.Decision, l)), audit.Word(sayDay(d.Until, l)), audit.Word(d.Reason), audit.Word(d.By), audit.Word(d.Account))
		}
	}
}

// course says what has become of a case.
func (c *caseFacts) course(l audit.Language) string {
	parts := []string{audit.Text{NB: "fra {1}", NN: "frå {1}", EN: "from {1}"}.Fill(l, "", []audit.Arg{audit.Word(sayDay(c.Since, l))})}
	if c.Change {
		parts = []string{sayDay(c.Since, l)}
	}
	switch {
	case c.Resolved != "":
		parts = append(parts, audit.Text{NB: "løst {1}", NN: "løyst {1}", EN: "resolved {1}"}.
			Fill(l, "", []audit.Arg{audit.Word(sayDay(c.Resolved, l))}))
	case c.Told == "":
		parts = append(parts, audit.Text{NB: "ikke meldt", NN: "ikkje meld", EN: "not told"}.In(l))
	case c.Waived:
		parts = append(parts, audit.Text{NB: "akseptert", NN: "akseptert", EN: "accepted"}.In(l))
	}
	if c.Others > 0 {
		parts = append(parts, audit.Text{NB: "gjelder {1} til", NN: "gjeld {1} til", EN: "concerns {1} more"}.
			Fill(l, "", []audit.Arg{audit.Count(c.Others)}))
	}
	return strings.Join(parts, ", ")
}

// choiceNamed is what a reader sees of a choice by its word.
func choiceNamed(word string, l audit.Language) string {
	for _, c := range audit.Choices() {
		if c.String() == word {
			return c.Word().In(l)
		}
	}
	return word
}

// kindNamed is what a reader sees of a kind by its word.
func kindNamed(word string, l audit.Language) string {
	for k := nin.None; k <= nin.Synthetic; k++ {
		if k.String() == word {
			return audit.KindWord(k).In(l)
		}
	}
	return word
}
