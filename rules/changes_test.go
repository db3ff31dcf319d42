package rules_test

import (
	"context"
	"fmt"
	"hash/fnv"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ninaudit/audit"
	"ninaudit/audit/nin"
	"ninaudit/rules"
)

// lastNight is the file with what the catalog of a rule's test data was the night before.
func lastNight(id string) string { return "testdata/" + id + ".was.ldif" }

// TestChanges puts the two nights of each rule on changes to all of them. Above an entry of tonight stand the changes
// that it must be part of, as in TestData. Entries of the two nights belong together by entryUUID. What asked for a
// number to be taken away is found in last night's data by the rules themselves.
func TestChanges(t *testing.T) {
	for _, r := range changeRules() {
		t.Run(r.ID, func(t *testing.T) {
			was, err := os.ReadFile(lastNight(r.ID))
			if err != nil {
				t.Fatal(err)
			}
			is, err := os.ReadFile("testdata/" + r.ID + ".ldif")
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(wants(t, is), changes(t, was, is)); diff != "" {
				t.Errorf("changes by entry (-want +got):\n%s", diff)
			}
			if !strings.Contains(string(is), "# want "+r.ID) {
				t.Error("nothing in the data is what the rule finds")
			}
			for _, v := range r.Variants {
				if v.ID == "other" || v.ID == "pair" {
					continue // see TestRemovedWhereNoRuleObjected, TestANumberWithinAPair
				}
				if !strings.Contains(string(is), "# want "+r.ID+" "+v.ID) {
					t.Errorf("nothing in the data is %s", v.ID)
				}
			}
		})
	}
}

func changeRules() (found []audit.Rule) {
	for _, r := range rules.All(rules.DefaultOptions()) {
		if _, ok := r.Check.(audit.EachChange); ok {
			found = append(found, r)
		}
	}
	return found
}

// night is one night's persons with their states.
type night struct {
	persons []*audit.Person
	states  []audit.State
}

// changes compares two nights and tells the changes by entry ID, in the form of wants.
func changes(t *testing.T, wasData, isData []byte) map[string][]string {
	t.Helper()
	was, is := nightOf(t, wasData), nightOf(t, isData)
	flagged, taken := emptied(t, wasData), map[string]bool{}
	found := map[string][]string{}
	var all []*audit.Change
	for i, p := range is.persons {
		c := &audit.Change{Person: p, Is: is.states[i]}
		if at := was.find(p.ID); at >= 0 {
			c.Was = was.states[at]
		}
		number := func(s audit.State) audit.Token { return s.Number }
		principal := func(s audit.State) audit.Token { return s.Principal }
		c.Holder, c.Owner = was.former(is, i, number), was.former(is, i, principal)
		if c.Holder != nil && c.Holder.Person != nil {
			taken[c.Holder.Person.ID] = true
		}
		if c.Was != c.Is {
			all = append(all, c)
		}
	}
	for _, c := range all {
		c.Flagged, c.Taken = flagged[c.Person.ID], taken[c.Person.ID]
		for _, r := range changeRules() {
			v, ok := r.Check.(audit.EachChange)(c, on)
			if !ok {
				continue
			}
			got := told(t, &r, &v)
			for _, who := range concerned(c, v.Members) {
				found[who.ID] = append(found[who.ID], got)
			}
		}
	}
	for _, list := range found {
		slices.Sort(list)
	}
	return found
}

// concerned are the members of a verdict on a change.
func concerned(c *audit.Change, members []int) []*audit.Person {
	if members == nil {
		return []*audit.Person{c.Person}
	}
	var all []*audit.Person
	for _, m := range members {
		switch m {
		case audit.ChangePerson:
			all = append(all, c.Person)
		case audit.ChangeHolder:
			all = append(all, c.Holder.Person)
		case audit.ChangeOwner:
			all = append(all, c.Owner.Person)
		}
	}
	return all
}

// told is a verdict in the form of wants; it looks at the texts too.
func told(t *testing.T, r *audit.Rule, v *audit.Verdict) string {
	t.Helper()
	f := audit.Finding{Rule: r, Severity: v.Severity, Args: v.Args}
	variant := "-"
	if r.Variants != nil {
		f.Variant = &r.Variants[v.Variant]
		variant = f.Variant.ID
	}
	if f.Severity == 0 {
		f.Severity = r.Severity
	}
	got := fmt.Sprintf("%s %s %s", r.ID, variant, f.Severity)
	for _, l := range audit.Languages() {
		if m := f.Message(l); strings.ContainsAny(m, "{}") || !strings.HasSuffix(m, ".") {
			t.Errorf("%s reads %q", got, m)
		}
	}
	return got
}

// nightOf reads the data. Tokens are plain hashes: a test has no secret to keep.
func nightOf(t *testing.T, data []byte) *night {
	t.Helper()
	n := &night{}
	for p, err := range reader("fjordvik", string(data)).Persons(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		kept := *p
		kept.Units, kept.Prior, kept.Texts = nil, slices.Clone(p.Prior), nil
		n.persons, n.states = append(n.persons, &kept), append(n.states, state(&kept))
	}
	return n
}

func state(p *audit.Person) audit.State {
	given, _, _ := strings.Cut(p.Given, " ")
	number := p.NIN.RevealPlain() // hashed, never shown
	if number == "" {
		number = p.NIN.Reveal()
	}
	s := audit.State{
		Kind: p.NIN.Kind(), Faulty: !p.NIN.IsZero() && !p.NIN.WellFormed(), Number: token(number),
		Principal: token(p.Principal), Given: token(given), Surname: token(p.Surname),
	}
	if p.Birth != 0 {
		s.Birth = token(p.Birth.String())
	}
	return s
}

func token(s string) audit.Token {
	if s == "" {
		return 0
	}
	h := fnv.New64a()
	h.Write([]byte(strings.ToLower(s)))
	return audit.Token(h.Sum64())
}

func (n *night) find(id string) int {
	return slices.IndexFunc(n.persons, func(p *audit.Person) bool { return p.ID == id })
}

// former is another entry that had what the i-th of tonight has, if nobody has kept it.
func (n *night) former(is *night, i int, of func(audit.State) audit.Token) *audit.Former {
	for at, p := range n.persons {
		if of(n.states[at]) != of(is.states[i]) || of(is.states[i]) == 0 || p.ID == is.persons[i].ID {
			continue
		}
		now := is.find(p.ID)
		if now < 0 {
			return &audit.Former{Was: n.states[at]}
		}
		if of(is.states[now]) != of(is.states[i]) {
			return &audit.Former{Was: n.states[at], Person: is.persons[now]}
		}
	}
	return nil
}

// emptied are the entries of which a finding asked for the number to be taken away.
func emptied(t *testing.T, data []byte) map[string]bool {
	t.Helper()
	all := rules.All(rules.DefaultOptions())
	flagged := map[string]bool{}
	for id, list := range gots(t, data, rules.DefaultOptions()) {
		for _, got := range list {
			rule := strings.Fields(got)[0]
			i := slices.IndexFunc(all, func(r audit.Rule) bool { return r.ID == rule })
			flagged[id] = flagged[id] || all[i].Empties
		}
	}
	return flagged
}

// TestWhatEmpties holds the rules whose findings make it no alarm to take a number away.
func TestWhatEmpties(t *testing.T) {
	var got []string
	for _, r := range rules.All(rules.DefaultOptions()) {
		if r.Empties {
			got = append(got, r.ID)
		}
	}
	want := []string{
		"nin-malformed", "nin-placeholder", "nin-date", "nin-checksum", "nin-early-2032", "nin-synthetic", "nin-other-kind",
		"nin-snumber", "nin-duf", "nin-birthdate", "nin-unissued", "nin-batch", "nin-exposed", "overlay", "duplicate-number", "change-number-moved",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("rules that empty (-want +got):\n%s", diff)
	}
}

// TestRemovedWhereNoRuleObjected: a value that is no national number has no finding where the rule on it is off. Its
// end is no alarm either.
func TestRemovedWhereNoRuleObjected(t *testing.T) {
	for _, was := range []audit.State{
		{Kind: nin.VIGO, Number: 1}, {Kind: nin.Unknown, Faulty: true, Number: 1}, {Kind: nin.Fnr, Faulty: true, Number: 1},
		{Kind: nin.DUF, Faulty: true, Number: 1},
	} {
		v, ok := changeRule(t, "change-number-removed")(&audit.Change{Person: &audit.Person{}, Was: was}, on)
		if !ok || v.Variant != 4 || v.Severity != audit.Info {
			t.Errorf("%v: told %v, variant %d, %s", was, ok, v.Variant, v.Severity)
		}
	}
}

// TestANumberWithinAPair: where a finding holds two entries for one person's, a number that passes from one to the other
// is no alarm, however they are spelt; nor is a principal name.
func TestANumberWithinAPair(t *testing.T) {
	p := nin.Parser{On: on, AcceptSynthetic: true}
	was := audit.State{Kind: nin.Fnr, Number: 2, Given: 3, Surname: 4, Principal: 5}
	for _, duplicate := range []bool{false, true} {
		c := &audit.Change{
			Person: &audit.Person{NIN: p.Parse("03851598730"), Read: p}, Was: audit.State{Given: 6, Surname: 7, Principal: 8},
			Is:     audit.State{Kind: nin.Fnr, Number: 2, Given: 6, Surname: 7, Principal: 8},
			Holder: &audit.Former{Was: was, Duplicate: duplicate},
		}
		v, ok := changeRule(t, "change-number-moved")(c, on)
		if quiet := v.Severity == audit.Info && v.Variant == 2; !ok || quiet != duplicate {
			t.Errorf("a pair %t: told %t, variant %d, %s", duplicate, ok, v.Variant, v.Severity)
		}
		c.Is.Number, c.Is.Principal, c.Holder, c.Owner = 0, 5, nil, c.Holder
		if _, ok := changeRule(t, "change-principal-reused")(c, on); ok == duplicate {
			t.Errorf("a pair %t: the name told %t", duplicate, ok)
		}
	}
}

func changeRule(t *testing.T, id string) audit.EachChange {
	t.Helper()
	for _, r := range changeRules() {
		if r.ID == id {
			return r.Check.(audit.EachChange)
		}
	}
	t.Fatalf("no rule %s", id)
	return nil
}

// TestAChangeWithinAKindNamesNothing: from one fødselsnummer to another, nothing is told but that it changed.
func TestAChangeWithinAKindNamesNothing(t *testing.T) {
	p := nin.Parser{On: on, AcceptSynthetic: true}
	person := &audit.Person{NIN: p.Parse("03851598730"), Read: p}
	for _, r := range changeRules() {
		if r.ID != "change-number-changed" {
			continue
		}
		for _, flagged := range []bool{false, true} {
			v, ok := r.Check.(audit.EachChange)(&audit.Change{
				Person: person, Flagged: flagged,
				Was: audit.State{Kind: nin.Fnr, Number: 1, Given: 1, Surname: 2, Principal: 3},
				Is:  audit.State{Kind: nin.Fnr, Number: 2, Given: 4, Surname: 2, Principal: 3},
			}, on)
			if !ok || v.Args != nil || v.Evidence != nil || v.Members != nil {
				t.Fatalf("told %v: %+v", ok, v)
			}
			f := audit.Finding{Rule: &r, Variant: &r.Variants[v.Variant]}
			for _, l := range audit.Languages() {
				for kind := nin.Fnr; kind <= nin.Synthetic; kind++ {
					if strings.Contains(f.Message(l)+f.Fix(l), audit.KindWord(kind).In(l)) {
						t.Errorf("it names %s", kind)
					}
				}
			}
		}
	}
}
