package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ninaudit/audit"
	"ninaudit/audit/nin"
	"ninaudit/rules"
)

// numberLimit bounds a line of standard input, in bytes. What is longer is no number of any kind.
const numberLimit = 1024

func (a *app) ninCommand() *cobra.Command {
	var asOf, lang string
	var asJSON bool
	c := &cobra.Command{
		Use:   "nin",
		Short: "Explain identity numbers, one a line from standard input",
		Long: "nin reads identity numbers from standard input, one a line, and explains each: its kind, what is wrong\n" +
			"with it, its birth date, and what else it could be. The digits are masked in every answer.\n\n" +
			"Numbers are never given on the command line: the shell would keep them in its history.",
		Example: "  ninaudit nin < numbers.txt\n  ninaudit nin --json --as-of 2032-01-01 < numbers.txt",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 { // never echoed: it may be a number
				return usageError("ninaudit nin < FILE, or type the numbers after starting ninaudit nin",
					"nin takes no argument: a number on the command line stays in the shell's history")
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error {
			on, err := a.day(asOf)
			if err != nil {
				return err
			}
			l, err := language(lang, audit.Bokmal)
			if err != nil {
				return err
			}
			if a.typed {
				fmt.Fprintln(a.screen, "Type numbers, one a line; end with Ctrl-D (Windows: Ctrl-Z and Enter).")
			}
			answer := explainer(l, on)
			if asJSON {
				answer = jsonAnswer
			}
			return explain(c.Context(), a.stdin, a.stdout, nin.Parser{On: on}, answer)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "answer with one JSON object a line")
	c.Flags().StringVar(&asOf, "as-of", "", "the day on which the numbers are judged (default today)")
	c.Flags().StringVar(&lang, "lang", "", "language of the answers: nb, nn or en (default nb)")
	complete(c, "lang", fixed(languageNames()))
	complete(c, "as-of", fixed(nil))
	return c
}

// explain answers each line of in. Lines without a character are passed over.
func explain(ctx context.Context, in io.Reader, out io.Writer, p nin.Parser, answer func(nin.Number) string) error {
	r := bufio.NewReaderSize(in, numberLimit)
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		line, err := boundedLine(r)
		if value := strings.TrimSuffix(line, "\r"); value != "" {
			if _, err := io.WriteString(out, answer(p.Parse(value))); err != nil {
				return fmt.Errorf("standard output: %w", err)
			}
		}
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return fmt.Errorf("standard input: %w", err)
		}
	}
}

// boundedLine reads a line without its end and keeps as much of it as r's buffer holds.
func boundedLine(r *bufio.Reader) (string, error) {
	part, err := r.ReadSlice('\n')
	line := strings.TrimSuffix(string(part), "\n")
	for errors.Is(err, bufio.ErrBufferFull) {
		_, err = r.ReadSlice('\n')
	}
	return line, err
}

// numberAnswer is the answer of --json. Its keys and their order are a contract.
type numberAnswer struct {
	Number        string   `json:"number"`
	Kind          string   `json:"kind"`
	WellFormed    bool     `json:"well_formed"`
	Faults        []string `json:"faults"`
	BirthDate     string   `json:"birth_date,omitempty"`
	AmbiguousWith []string `json:"ambiguous_with"`
	Imitates      string   `json:"imitates,omitempty"`
}

func jsonAnswer(n nin.Number) string {
	a := numberAnswer{
		Number: n.Mask(), Kind: n.Kind().String(), WellFormed: n.WellFormed(),
		Faults: []string{}, AmbiguousWith: []string{},
	}
	if n.Birth().KnowsCentury() { // the form is that of a whole date
		a.BirthDate = n.Birth().String()
	}
	if id := n.Fault().Rule(); id != "" {
		a.Faults = append(a.Faults, id)
	}
	for _, k := range n.AmbiguousWith() {
		a.AmbiguousWith = append(a.AmbiguousWith, k.String())
	}
	if k := n.Imitates(); k != nin.None {
		a.Imitates = k.String()
	}
	line, err := json.Marshal(a)
	if err != nil {
		panic(err) // strings, a bool and lists of strings always marshal
	}
	return string(line) + "\n"
}

// explainer answers in words.
func explainer(l audit.Language, on nin.Date) func(nin.Number) string {
	all := rules.All(rules.DefaultOptions())
	return func(n nin.Number) string {
		var b strings.Builder
		b.WriteString(n.Mask() + "  " + audit.KindWord(n.Kind()).In(l) + "\n")
		say := func(t audit.Text, args ...audit.Arg) { b.WriteString("  " + t.Fill(l, "", args) + "\n") }
		if born := n.Birth(); born != 0 {
			say(sayBirth(born), audit.Date(born))
		}
		if k := n.Imitates(); k != nin.None {
			say(audit.Text{NB: "Etterligner: {1}", NN: "Etterliknar: {1}", EN: "Imitates: {1}"}, audit.Kind(k))
		}
		if also := n.AmbiguousWith(); len(also) > 0 {
			say(audit.Text{NB: "Kan også være: {1}", NN: "Kan òg vere: {1}", EN: "Could also be: {1}"}, kindList(also, l))
		}
		if n.Fault() == nin.Fine {
			say(sayFine(n.Kind()))
			return b.String()
		}
		if i := slices.IndexFunc(all, func(r audit.Rule) bool { return r.ID == n.Fault().Rule() }); i >= 0 {
			f := judged(&all[i], n, on)
			b.WriteString("  " + f.Severity.Word().In(l) + ": " + f.Message(l) + " (" + f.Rule.ID + ")\n")
			b.WriteString("  " + f.Fix(l) + "\n")
		}
		return b.String()
	}
}

// judged is what a rule says of a person of whom nothing but the number is known.
func judged(r *audit.Rule, n nin.Number, on nin.Date) *audit.Finding {
	f := &audit.Finding{Rule: r, Severity: r.Severity}
	check, ok := r.Check.(audit.EachPerson)
	if !ok {
		return f
	}
	v, _ := check(&audit.Person{NIN: n}, on)
	f.Args = v.Args
	if v.Severity != 0 {
		f.Severity = v.Severity
	}
	if v.Variant < len(r.Variants) {
		f.Variant = &r.Variants[v.Variant]
	}
	return f
}

// sayFine says that the digits hold, and what digits can not show.
func sayFine(k nin.Kind) audit.Text {
	if k == nin.DUF {
		return audit.Text{
			NB: "Ingen feil i sifrene. Bare UDI vet om nummeret er tildelt, og til hvem.",
			NN: "Ingen feil i sifra. Berre UDI veit om nummeret er tildelt, og til kven.",
			EN: "Nothing wrong with the digits. Only UDI knows whether it was issued, and to whom.",
		}
	}
	return audit.Text{
		NB: "Ingen feil i sifrene. Bare Folkeregisteret vet om nummeret er tildelt, og til hvem.",
		NN: "Ingen feil i sifra. Berre Folkeregisteret veit om nummeret er tildelt, og til kven.",
		EN: "Nothing wrong with the digits. Only the population register knows whether it was issued, and to whom.",
	}
}

func sayBirth(d nin.Date) audit.Text {
	if d.KnowsCentury() {
		return audit.Text{NB: "Fødselsdato i nummeret: {1}", NN: "Fødselsdato i nummeret: {1}", EN: "Birth date in the number: {1}"}
	}
	return audit.Text{
		NB: "Fødselsdato i nummeret, uten århundre: {1}",
		NN: "Fødselsdato i nummeret, utan hundreår: {1}",
		EN: "Birth date in the number, century unknown: {1}",
	}
}

func kindList(kinds []nin.Kind, l audit.Language) audit.Word {
	var names []string
	for _, k := range kinds {
		names = append(names, audit.KindWord(k).In(l))
	}
	return audit.Word(strings.Join(names, ", "))
}
