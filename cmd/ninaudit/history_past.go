package main

import (
	"cmp"
	"context"
	"math"
	"slices"

	"ninaudit/audit"
	"ninaudit/audit/history"
)

// pastFacts is what history tells. Its keys and their order are a contract: --json writes it as it is.
type pastFacts struct {
	Runs    []runFacts   `json:"runs"`    // the oldest first
	Trend   []trendFacts `json:"trend"`   // by rule, in list order
	Lives   []lifeFacts  `json:"lives"`   // by rule, in list order
	Numbers arrivedFacts `json:"numbers"` // over all runs
}

// runFacts is one run.
type runFacts struct {
	Day      string         `json:"day"`
	Baseline bool           `json:"baseline"` // the first: everything stood, nothing was new
	Complete bool           `json:"complete"`
	Persons  int            `json:"persons"` // judged
	Pending  int            `json:"pending"` // of them without a national number
	New      int            `json:"new"`
	Standing int            `json:"standing"`
	Reopened int            `json:"reopened"`
	Waived   int            `json:"waived"`
	Resolved int            `json:"resolved"`
	Numbers  arrivedFacts   `json:"numbers"`
	Catalogs []catalogFacts `json:"catalogs"`
}

// arrivedFacts is how many persons were given a national number, and how long they had waited in the mean; null where
// nobody was.
type arrivedFacts struct {
	Arrived  int      `json:"arrived"`
	MeanDays *float64 `json:"mean_days"`
}

// catalogFacts is what one run made of one catalog.
type catalogFacts struct {
	Name     string `json:"name"`
	Persons  int    `json:"persons"`
	Pending  int    `json:"pending"`
	Skipped  int    `json:"skipped"`
	Complete bool   `json:"complete"`
	Reason   string `json:"reason"` // why it is not complete
}

// trendFacts is how many cases of one rule were open after each of the last runs; of a rule that tells what happened,
// how much happened.
type trendFacts struct {
	Rule  string `json:"rule"`
	First int    `json:"first"`
	Last  int    `json:"last"`
	Least int    `json:"least"`
	Most  int    `json:"most"`
	Open  []int  `json:"open"` // the oldest run first
}

// lifeFacts is how long the cases of one rule stand.
type lifeFacts struct {
	Rule     string   `json:"rule"`
	Open     int      `json:"open"`
	Resolved int      `json:"resolved"`
	MeanDays *float64 `json:"mean_days"` // of those resolved; null where none is
}

// trendRuns is over how many runs the trend is told.
const trendRuns = 30

// readPast reads all that history tells.
func readPast(ctx context.Context, s *history.Store) (*pastFacts, error) {
	runs, err := s.Runs(ctx)
	if err != nil {
		return nil, err
	}
	lives, err := s.Lives(ctx)
	if err != nil {
		return nil, err
	}
	p := &pastFacts{Runs: []runFacts{}, Trend: trends(runs), Lives: []lifeFacts{}}
	arrived, waited := 0, 0
	for i := range runs {
		p.Runs = append(p.Runs, factsOf(&runs[i]))
		arrived, waited = arrived+runs[i].Arrived, waited+runs[i].Waited
	}
	p.Numbers = arrivals(arrived, waited)
	for _, l := range lives {
		f := lifeFacts{Rule: l.Rule, Open: l.Open, Resolved: l.Resolved}
		if l.Resolved > 0 {
			f.MeanDays = tenths(l.Days)
		}
		p.Lives = append(p.Lives, f)
	}
	slices.SortStableFunc(p.Lives, func(a, b lifeFacts) int { return byRule(a.Rule, b.Rule) })
	return p, nil
}

func factsOf(r *history.Run) runFacts {
	f := runFacts{
		Day: r.Day.String(), Baseline: r.Baseline, Complete: r.Complete,
		Numbers: arrivals(r.Arrived, r.Waited), Catalogs: []catalogFacts{},
	}
	for _, c := range r.Catalogs {
		f.Persons, f.Pending = f.Persons+c.Persons, f.Pending+c.Pending
		f.Catalogs = append(f.Catalogs, catalogFacts{c.Name, c.Persons, c.Pending, c.Skipped, c.Complete, c.Reason})
	}
	into := map[audit.Status]*int{
		audit.New: &f.New, audit.Standing: &f.Standing, audit.Reopened: &f.Reopened,
		audit.Waived: &f.Waived, audit.Resolved: &f.Resolved,
	}
	for _, c := range r.Counts {
		if n := into[c.Status]; n != nil {
			*n += c.N
		}
	}
	return f
}

// trends follows each rule through the last runs. One without an open case in all of them is left out.
func trends(runs []history.Run) []trendFacts {
	runs = runs[max(0, len(runs)-trendRuns):]
	open := map[string][]int{}
	for i := range runs {
		for _, c := range runs[i].Counts {
			if !c.Status.Open() {
				continue
			}
			if open[c.Rule] == nil {
				open[c.Rule] = make([]int, len(runs))
			}
			open[c.Rule][i] += c.N
		}
	}
	out := []trendFacts{}
	for rule, n := range open {
		out = append(out, trendFacts{rule, n[0], n[len(n)-1], slices.Min(n), slices.Max(n), n})
	}
	slices.SortFunc(out, func(a, b trendFacts) int { return byRule(a.Rule, b.Rule) })
	return out
}

// byRule orders rules as the list has them; those that this version does not have come last.
func byRule(a, b string) int {
	ids := ruleIDs()
	place := func(id string) int {
		if i := slices.Index(ids, id); i >= 0 {
			return i
		}
		return len(ids)
	}
	return cmp.Or(cmp.Compare(place(a), place(b)), cmp.Compare(a, b))
}

func arrivals(arrived, waited int) arrivedFacts {
	if arrived == 0 {
		return arrivedFacts{}
	}
	return arrivedFacts{arrived, tenths(float64(waited) / float64(arrived))}
}

// tenths rounds to what a reader can use.
func tenths(days float64) *float64 {
	days = math.Round(days*10) / 10
	return &days
}
