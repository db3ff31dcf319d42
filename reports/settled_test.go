package reports

import (
	"fmt"
	"time"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// settled is a night after others: cases are new, back, accepted and resolved, numbers have come and gone, and people
// wait for one.
func settled() *recording {
	r := compared()
	r.rules = append(r.rules, changeRule("change-number-added", audit.Info, "Nummer lagt inn"),
		changeRule("change-number-moved", audit.Critical, "Nummeret står nå på en annen person"))
	mended, gone, accepted, never := r.findings[2], r.findings[6], r.findings[0], r.findings[7]
	mended.Status, mended.How = audit.Resolved, audit.Mended
	gone.Status, gone.How = audit.Resolved, audit.Gone
	accepted.Status = audit.Waived
	accepted.Waiver = &audit.Waiver{Reason: "Undersøkes av skolen", By: "Kari Nordmann", Until: 20261205}
	never.Status = audit.Waived
	never.Waiver = &audit.Waiver{Reason: "Gjest", By: "Kari Nordmann", Until: 20270101, Never: true}
	for i, f := range r.findings {
		f.Told = time.Date(2026, 11, 1+i, 1, 41, 0, 0, time.UTC)
	}
	added, moved := &r.rules[len(r.rules)-2], &r.rules[len(r.rules)-1]
	event := func(id string, rule *audit.Rule, since nin.Date, subjects ...audit.Subject) *audit.Finding {
		return &audit.Finding{ID: id, Rule: rule, Severity: rule.Severity, Score: 1, Since: since, Status: audit.New, Subjects: subjects}
	}
	const school = "Fjordvik ungdomsskole"
	r.findings = append(r.findings,
		event("2a01", added, asOf, person("fjordvik", "000000000301", "Mariam Haidari", school, digits.synthetic)),
		event("2a02", moved, asOf, person("fjordvik", "000000000302", "Nils Vik", school, digits.fnr),
			person("fjordvik", "000000000303", "Liv Sand", school, "")))
	earlier := event("2a03", added, 20261110, person("uvdal", "000000000304", "Sara Gezahegn", "", ""))
	earlier.Subjects[0].Kind = nin.Fnr // the history knows the kind, and no number
	s := &r.sum
	s.History, s.Last, s.Events = true, 20261122, []*audit.Finding{earlier}
	s.Catalogs[0].Carried = 2
	s.Counts = append(s.Counts, count(added, 0, 0, 0, 1), count(moved, 1, 0, 0, 0))
	s.Ledger = waits
	s.Pending = audit.Pending{}
	for w := range waits {
		s.Pending.Add(w)
	}
	return r
}

func changeRule(id string, severity audit.Severity, title string) audit.Rule {
	return audit.Rule{ID: id, Severity: severity, Source: "Feide, step 5", Check: audit.EachChange(nil), Title: audit.Same(title),
		Why: audit.Same("Why " + id + "."), Fix: audit.Same("Fix " + id + "."), Message: audit.Same(title + ".")}
}

// waits are one or two of every class, decided ones included, in the order of entry IDs.
func waits(yield func(*audit.Wait) bool) {
	classes := audit.DefaultWaitClasses()
	for i, w := range []audit.Wait{
		{Days: 3}, {Days: 30, Instead: audit.InsteadDUF}, {Days: 31, Severity: audit.Warning, Status: audit.Standing},
		{Days: 90, Instead: audit.InsteadLocal, Case: "1a01"}, {Days: 180, Severity: audit.Warning, Status: audit.New},
		{Days: 400, Severity: audit.Error, Status: audit.Standing}, {Days: -1}, {Days: 200, Severity: audit.Warning,
			Waiver: &audit.Waiver{Reason: "Gjest", By: "Kari Nordmann", Until: 20270101, Never: true}},
		{Days: 100, Severity: audit.Warning, Waiver: &audit.Waiver{Reason: "Søkt", By: "Ola Nordmann", Until: 20261201}},
		{Days: 2, Case: "0e01"},
	} {
		unit := [...]string{"Øvre skole", "Ålvik skole", "Fjordvik ungdomsskole", ""}[i%4]
		w.Subject = person("fjordvik", fmt.Sprintf("0000000004%02d", i), fmt.Sprintf("Venter %d", i), unit, "")
		w.Class = audit.UnknownWait
		if w.Days < 0 {
			w.Days = 0
		} else {
			w.Since, w.Class = asOf.AddDays(-w.Days), classes.Of(w.Days)
		}
		if w.Severity == 0 {
			w.Status = audit.Waiting
		}
		if !yield(&w) {
			return
		}
	}
}
