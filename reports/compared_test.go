package reports

import "ninaudit/audit"

// compared is a run that holds entries against each other in five ways: another spelling, swapped names and a
// D-number, two persons on one number, three entries, and a pair on the list of old and new numbers.
func compared() *recording {
	r := recorded()
	rule := &audit.Rule{ID: "duplicate-person", Severity: audit.Warning, Source: "Feide", Check: audit.EachGroup{},
		Title: txt("Trolig samme person med to brukere", "Truleg same person med to brukarar", "Probably one person twice"),
		Why:   txt("Innholdet deles på to.", "Innhaldet blir delt på to.", "What is one person's stands in two places."),
		Fix: txt("Avklar med skolen; slå aldri sammen på navn alene.", "Avklar med skulen; slå aldri saman på namn aleine.",
			"Ask the school; never merge on names alone."),
		Message: txt("{1} brukere er trolig én person.", "{1} brukarar er truleg éin person.", "{1} accounts are probably one person.")}
	const dNumber = "71106177273"
	const school, upper = "Fjordvik ungdomsskole", "Fjordvik videregående skole"
	pair := func(id string, score float64, status audit.Status, subjects ...audit.Subject) *audit.Finding {
		return &audit.Finding{ID: id, Rule: rule, Severity: audit.Warning, Score: score, Since: asOf, Status: status,
			Args: []audit.Arg{audit.Count(len(subjects))}, Subjects: subjects}
	}
	spelt := pair("1a01", 0.99971, audit.New, person("fjordvik", "000000000201", "Yuliia Shevchenko", school, ""),
		person("fjordvik", "000000000202", "Julija Sjevtsjenko", upper, digits.fnr))
	spelt.Evidence = []audit.Evidence{{Field: "given", A: "Yuliia", B: "Julija", Level: "variant", Bits: 9.61},
		{Field: "surname", A: "Shevchenko", B: "Sjevtsjenko", Level: "variant", Bits: 10.24},
		{Field: "birth", A: "2009-04-01", B: "2009-04-01", Level: "equal", Bits: 12.6}, {Field: "unit", A: school, B: upper, Level: "different", Bits: -0.04},
		{Field: "mail", Level: "missing"}, {Field: "prior-odds", Bits: -20.75}}
	swapped := pair("1a02", 0.6996, audit.Standing, person("fjordvik", "000000000203", "=Minh Nguyen", school, dNumber),
		person("uvdal", "000000000204", "Nguyen =Minh", "", digits.fnr))
	swapped.Subjects[1].Active = false
	swapped.Evidence = []audit.Evidence{{Field: "names", A: "=Minh / Nguyen", B: "Nguyen / =Minh", Level: "swapped", Bits: 7},
		{Field: "birth", Level: "near", Bits: 5.5}, {Field: "prior", A: "minh@fjordvik.no", B: "minh@fjordvik.no", Level: "equal", Bits: 8.81},
		{Field: "prior-odds", Bits: -18.1}}
	three := pair("1a03", 0.95, audit.Standing, person("fjordvik", "000000000205", "Åse Marie Øvrebø-Strand med et langt etternavn", upper, ""),
		person("fjordvik", "000000000206", "Åse Øvrebø", upper, dNumber), person("fjordvik", "000000000207", "", "", ""))
	three.Evidence = []audit.Evidence{{Field: "given", A: "Åse Marie", B: "Åse", Level: "part", Bits: 4.2, Of: [2]int{0, 1}},
		{Field: "birth", Level: "two", Bits: 1.1, Of: [2]int{0, 1}},
		{Field: "given", A: "Åse Marie", B: "Aase", Level: "slip", Bits: 6.3, Of: [2]int{0, 2}},
		{Field: "surname", A: "Øvrebø-Strand", B: "Øvrebo", Level: "similar", Bits: 2.5, Of: [2]int{0, 2}}}
	proven := pair("1a04", 1, audit.Reopened, person("fjordvik", "000000000208", "Omar Ali", school, digits.fnr),
		person("fjordvik", "000000000209", "Amir Ali", school, digits.fnr))
	proven.Evidence = []audit.Evidence{{Field: "number", A: digits.fnr, B: digits.snumber, Level: "proven"}, {Field: "shoe size", A: "38", B: "39", Level: "odd"}}
	r.findings = append(r.findings, spelt, swapped, three, proven)
	r.rules = append(r.rules, *rule)
	r.sum.Counts = append(r.sum.Counts, count(rule, 0, 0, 4, 0))
	r.sum.Model = "3f9a61c2"
	return r
}
