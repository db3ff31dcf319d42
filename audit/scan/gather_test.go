package scan

import (
	"context"
	"fmt"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// roll takes in a catalog's persons and tells each of them, by the place at which it took them in.
type roll struct{ ids []string }

func (r *roll) Take(p *audit.Person, _ nin.Date) { r.ids = append(r.ids, p.ID) }

func judgeRoll(_ context.Context, gathered audit.Gathering, all audit.Population, _ nin.Date) (j audit.Judgement) {
	r := gathered.(*roll)
	for i, id := range r.ids {
		if all.Len() != len(r.ids) || all.Person(i).ID != id {
			panic(fmt.Sprintf("place %d of %d: took %s in", i, all.Len(), id))
		}
		j.Verdicts = append(j.Verdicts, audit.Verdict{Members: []int{i}, Args: []audit.Arg{audit.Count(len(r.ids))}})
	}
	j.Counted = len(r.ids)
	return j
}

// TestCatalogsAreTakenInApart: a rule on catalogs gets each catalog's persons by themselves, once each, also where an
// entry came twice, or where the catalog broke off and was read anew. Two rules that name one Gather share it.
func TestCatalogsAreTakenInApart(t *testing.T) {
	var begun, breaks atomic.Int32
	gather := &audit.Gather{Begin: func() audit.Gathering { begun.Add(1); return &roll{} }}
	rolls := audit.Rule{ID: "rolls", Severity: audit.Warning, Message: text("{1}"),
		Check: audit.EachCatalog{Gather: gather, Judge: judgeRoll}}
	more := rolls
	more.ID = "more"
	more.Check = audit.EachCatalog{Gather: gather, Judge: judgeRoll, Sum: func(n int) []audit.Text {
		return []audit.Text{audit.Same(fmt.Sprint(n, " in all"))}
	}}
	breaks.Store(1)
	b := breaking{listed{name: "b", persons: []audit.Person{person("b1"), person("b2"), person("b3")}}, &breaks, 2, true, 0}
	r := &recorder{}
	run := &Run{Catalogs: []audit.Catalog{listed{name: "a", persons: []audit.Person{person("a1"), person("a2"), person("a1")}}, b},
		Rules: []audit.Rule{rolls, more}, Reports: []audit.Report{r}, On: on, Log: quiet(), Now: still,
		Retries: map[string]int{"b": 1}, Pause: func(context.Context, time.Duration) error { return nil }}
	sum, err := run.Do(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	shared := 0
	var told []string
	for _, f := range r.findings {
		if f.Rule.ID == "more" {
			shared++
			continue
		}
		told = append(told, fmt.Sprint(f.Subjects[0].ID, " of ", f.Args[0]))
	}
	if want := []string{"a1 of 2", "a2 of 2", "b1 of 3", "b2 of 3", "b3 of 3"}; !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
	if shared != 5 || !slices.Contains(sum.Notices, audit.Same("5 in all")) {
		t.Errorf("the rule that shares what was taken in tells %d, and %q", shared, sum.Notices)
	}
	if n := begun.Load(); n != 4 { // a, and once more without the entry that came twice; b twice
		t.Errorf("taken in %d times", n)
	}
}
