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

func (r *roll) Take(p *audit.Person) { r.ids = append(r.ids, p.ID) }

func (r *roll) Judge(_ context.Context, all audit.Population, _ nin.Date) (j audit.Judgement) {
	for i, id := range r.ids {
		if all.Len() != len(r.ids) || all.Person(i).ID != id {
			panic(fmt.Sprintf("place %d of %d: took %s in", i, all.Len(), id))
		}
		j.Verdicts = append(j.Verdicts, audit.Verdict{Members: []int{i}, Args: []audit.Arg{audit.Count(len(r.ids))}})
	}
	return j
}

// TestCatalogsAreTakenInApart: a rule on catalogs gets each catalog's persons by themselves, once each, also where an
// entry came twice, or where the catalog broke off and was read anew.
func TestCatalogsAreTakenInApart(t *testing.T) {
	var begun, breaks atomic.Int32
	rolls := audit.Rule{ID: "rolls", Severity: audit.Warning, Message: text("{1}"),
		Check: audit.EachCatalog{Begin: func() audit.Gathering { begun.Add(1); return &roll{} }}}
	breaks.Store(1)
	b := breaking{listed{name: "b", persons: []audit.Person{person("b1"), person("b2"), person("b3")}}, &breaks, 2, true, 0}
	r := &recorder{}
	run := &Run{Catalogs: []audit.Catalog{listed{name: "a", persons: []audit.Person{person("a1"), person("a2"), person("a1")}}, b},
		Rules: []audit.Rule{rolls}, Reports: []audit.Report{r}, On: on, Log: quiet(), Now: still,
		Retries: map[string]int{"b": 1}, Pause: func(context.Context, time.Duration) error { return nil }}
	if _, err := run.Do(t.Context()); err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, f := range r.findings {
		told = append(told, fmt.Sprint(f.Subjects[0].ID, " of ", f.Args[0]))
	}
	if want := []string{"a1 of 2", "a2 of 2", "b1 of 3", "b2 of 3", "b3 of 3"}; !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
	if n := begun.Load(); n != 4 { // a, and once more without the entry that came twice; b twice
		t.Errorf("taken in %d times", n)
	}
}
