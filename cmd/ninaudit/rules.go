package main

import (
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"ninaudit/audit"
	"ninaudit/rules"
)

func (a *app) rulesCommand() *cobra.Command {
	var lang string
	c := &cobra.Command{
		Use:   "rules [ID]",
		Short: "List the rules, or explain one",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usageError("ninaudit rules ID", "rules takes one rule, %d given", len(args))
			}
			return nil
		},
		ValidArgsFunction: firstOf(ruleIDs()),
		RunE: func(_ *cobra.Command, args []string) error {
			l, err := language(lang, audit.Bokmal)
			if err != nil {
				return err
			}
			all := rules.All(rules.DefaultOptions())
			if len(args) == 0 {
				return listRules(a.stdout, all, l)
			}
			i := slices.IndexFunc(all, func(r audit.Rule) bool { return r.ID == args[0] })
			if i < 0 {
				return unknownRule(args[0])
			}
			return explainRule(a.stdout, &all[i], l)
		},
	}
	c.Flags().StringVar(&lang, "lang", "", "language: nb, nn or en (default nb)")
	complete(c, "lang", fixed(languageNames()))
	return c
}

// unknownRule refuses a rule that there is not.
func unknownRule(id string) error {
	return usageError(orElse(didYouMean(id, ruleIDs()), "ninaudit rules lists them"), "unknown rule %s", quote(id))
}

// ruleIDs are the rules of this version, in list order.
func ruleIDs() []string {
	var out []string
	for _, r := range rules.All(rules.DefaultOptions()) {
		out = append(out, r.ID)
	}
	return out
}

func listRules(w io.Writer, all []audit.Rule, l audit.Language) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, r := range all {
		fmt.Fprintf(t, "%s\t%s\t%s\n", r.ID, r.Severity.Word().In(l), r.Title.In(l))
	}
	return t.Flush()
}

// explainRule prints the page of one rule.
func explainRule(w io.Writer, r *audit.Rule, l audit.Language) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s)\n\n", r.ID, r.Title.In(l))
	part := func(head audit.Text, text string) {
		if text != "" {
			fmt.Fprintf(&b, "%s\n%s\n\n", head.In(l), fold(text, "  "))
		}
	}
	part(audit.Text{NB: "Alvorlighet", NN: "Alvor", EN: "Severity"},
		r.Severity.Word().In(l)+" ("+r.Severity.String()+")")
	part(audit.Text{NB: "Hvorfor", NN: "Kvifor", EN: "Why it matters"}, r.Why.In(l))
	part(audit.Text{NB: "Hva gjør du", NN: "Kva gjer du", EN: "What to do"}, r.Fix.In(l))
	if forms := variantList(r, l); forms != "" {
		fmt.Fprintf(&b, "%s\n%s\n", audit.Text{NB: "Former", NN: "Former", EN: "Forms"}.In(l), forms)
	}
	part(audit.Text{NB: "Når mange har feilen", NN: "Når mange har feilen", EN: "Where many have it"}, r.Cause.In(l))
	if r.Details != nil {
		b.WriteString(table(r.Details(l)))
	}
	part(audit.Text{NB: "Innstillinger", NN: "Innstillingar", EN: "Options"}, ruleOptionsHelp(r.ID))
	part(audit.Text{NB: "Kilde", NN: "Kjelde", EN: "Source"}, r.Source)
	_, err := io.WriteString(w, strings.TrimSuffix(b.String(), "\n"))
	return err
}

// variantList says each form of a rule's fault on a line. The words are made to stand within a
// message: what joins them to it is taken off, and an argument reads as an ellipsis.
func variantList(r *audit.Rule, l audit.Language) string {
	var b strings.Builder
	for _, v := range r.Variants {
		what := argument.ReplaceAllString(strings.Trim(v.What.In(l), " ;,:."), "…")
		if what != "" {
			b.WriteString(strings.Replace(fold(what, "    "), "    ", "  - ", 1) + "\n")
		}
	}
	return b.String()
}

var argument = regexp.MustCompile(`\{[0-9]+\}`)

// ruleOptionsHelp shows a rule's options as the configuration takes them, with the defaults.
func ruleOptionsHelp(id string) string {
	o := rules.DefaultOptions()
	options := fmt.Sprintf("enabled: %t", !slices.Contains(offByDefault(), id))
	switch id {
	case "pending-number":
		options += fmt.Sprintf(", grace: %s, error_after: %s", o.PendingNumber.Grace, o.PendingNumber.ErrorAfter)
	case "pending-duf":
		options += fmt.Sprintf(", grace: %s", o.PendingDUF.Grace)
	case "duplicate-person":
		options += ", proof: FILE.csv"
	case "nin-unissued":
		options += fmt.Sprintf(", prior: %d", o.NINUnissued.Prior)
	case "nin-batch":
		options += fmt.Sprintf(", persons: %d", o.NINBatch.Persons)
	case "nin-date":
		options += fmt.Sprintf(", max_age: %d", o.NINDate.MaxAge)
	}
	return "rules: {" + id + ": {" + options + "}}"
}

// fold breaks text into lines of at most 90 characters, each behind the indent.
func fold(text, indent string) string {
	const width = 90
	var b strings.Builder
	column := 0
	for i, word := range strings.Fields(text) {
		n := len([]rune(word))
		switch {
		case i == 0:
			b.WriteString(indent)
		case column+1+n > width:
			b.WriteString("\n" + indent)
			column = 0
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += n
	}
	return b.String()
}

// firstOf completes the first argument from a list of words.
func firstOf(words []string) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return words, cobra.ShellCompDirectiveNoFileComp
	}
}

// table writes rows under one another, with a line of air after.
func table(rows [][]string) string {
	var b strings.Builder
	t := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	for _, row := range rows {
		fmt.Fprintln(t, "  "+strings.Join(row, "\t"))
	}
	t.Flush()
	return b.String() + "\n"
}
