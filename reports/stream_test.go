package reports

import (
	"testing"
	"time"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// The recording that every format is tested with: what a run over a small municipality told its reports. The
// numbers are published test vectors.

const asOf = nin.Date(20261123)

// The digits in the recording; no report may show them unless it is told to.
var digits = struct{ fnr, synthetic, snumber, wrong string }{"20036914700", "03851598730", "15611012370", "20036914712"}

func txt(nb, nn, en string) audit.Text { return audit.Text{NB: nb, NN: nn, EN: en} }

// recording is one stream of findings with its summary.
type recording struct {
	rules    []audit.Rule
	findings []*audit.Finding
	sum      audit.Summary
}

// play sends the recording to a report, to the end.
func (r *recording) play(t *testing.T, to audit.Report) {
	t.Helper()
	t.Cleanup(to.Discard)
	for _, f := range r.findings {
		if err := to.Finding(f); err != nil {
			t.Fatal(err)
		}
	}
	if err := to.Finish(r.sum); err != nil {
		t.Fatal(err)
	}
	if err := to.Publish(); err != nil {
		t.Fatal(err)
	}
}

func recordedRules() []audit.Rule {
	check := audit.EachPerson(func(*audit.Person, nin.Date) (audit.Verdict, bool) { return audit.Verdict{}, false })
	return []audit.Rule{
		{ID: "nin-malformed", Severity: audit.Error, Source: "Skatteetaten: fødselsnummer; norEdu* 1.6 §2.3", Check: check,
			Title: txt("Feltet inneholder ikke et identitetsnummer", "Feltet inneheld ikkje eit identitetsnummer",
				"Not an identity number"),
			Why: txt("Tjenester som slår opp på nummeret, finner ingen, eller feil person.",
				"Tenester som slår opp på nummeret, finn ingen, eller feil person.",
				"Services that look the number up find nobody, or the wrong person."),
			Fix: txt("Rett i kildesystemet; la feltet stå tomt til nummeret er tildelt.",
				"Rett i kjeldesystemet; la feltet stå tomt til nummeret er tildelt.",
				"Mend it in the source system; leave the field empty until the number has been issued."),
			Message: txt("Verdien er ikke et identitetsnummer: {what}.", "Verdien er ikkje eit identitetsnummer: {what}.",
				"The value is not an identity number: {what}."),
			Cause: txt("importen fra kildesystemet", "importen frå kjeldesystemet",
				"the import from the source system"),
			Variants: []audit.Variant{
				{ID: "leading-zero", What: txt("innledende null mangler", "innleiande null manglar", "a leading zero is missing"),
					Cause: txt("importen leser nummeret som tall og mister nullen",
						"importen les nummeret som tal og mistar nullen",
						"the import reads the number as an integer and loses the zero")},
				{ID: "text", What: txt("det er tekst", "det er tekst", "it is text")},
			}},
		{ID: "nin-checksum", Severity: audit.Error, Source: "Skatteetaten: kontrollsiffer", Check: check,
			Title: txt("Feil kontrollsiffer", "Feil kontrollsiffer", "Wrong control digits"),
			Why: txt("Nummeret er ikke tildelt noen; trolig en skrivefeil.", "Nummeret er ikkje tildelt nokon; truleg ein skrivefeil.",
				"The number belongs to nobody; probably a slip of the pen."),
			Fix: txt("Trolig skrivefeil: kontroller mot Folkeregisteret, gjett aldri.",
				"Truleg skrivefeil: kontroller mot Folkeregisteret, gjett aldri.",
				"Probably a typing error: check with the National Population Register, never guess."),
			Message: txt("Kontrollsifrene stemmer ikke; feilen kan stå i siffer {1}.",
				"Kontrollsiffera stemmer ikkje; feilen kan stå i siffer {1}.",
				"The control digits are wrong; the slip may be in digit {1}."),
			Cause: txt("importen", "importen", "the import")},
		{ID: "nin-snumber", Severity: audit.Info, Source: "Samordna opptak", Check: check,
			Title: txt("S-nummer (Samordna opptak)", "S-nummer (Samordna opptak)", "S-number"),
			Why:   txt("Nummeret er midlertidig.", "Nummeret er mellombels.", "The number is temporary."),
			Fix: txt("Ingen hast: bytt når D- eller fødselsnummer foreligger.", "Ingen hast: byt når D- eller fødselsnummer ligg føre.",
				"No hurry: replace it once there is a D-number or a national identity number."),
			Message: txt("Personen har et S-nummer.", "Personen har eit S-nummer.", "The person has an S-number."),
			Cause:   txt("importen", "importen", "the import")},
		{ID: "pending-number", Severity: audit.Warning, Source: "Feide: krav til vertsorganisasjoner", Check: check, Absence: true,
			Title: txt("Uten nummer lenger enn fristen", "Utan nummer lenger enn fristen", "Without a number too long"),
			Why: txt("Uten nummer får eleven ikke eksamen registrert.", "Utan nummer får eleven ikkje eksamen registrert.",
				"Without a number no exam can be registered."),
			Fix: txt("Undersøk om nummer er tildelt; ikke lag et eget.", "Undersøk om nummer er tildelt; ikkje lag eit eige.",
				"Find out whether a number has been issued; do not make one up."),
			Message: txt("Uten nummer i {1} dager.", "Utan nummer i {1} dagar.", "Without a number for {1} days."),
			Cause:   txt("en tilgangsregel skjuler feltet", "ein tilgangsregel skjuler feltet", "an access rule hides the field")},
		{ID: "overlay", Severity: audit.Critical, Source: "Personopplysningsloven, GDPR art. 33", Check: audit.EachGroup{},
			Title: txt("Samme nummer på to ulike personer", "Same nummer på to ulike personar", "One number, two persons"),
			Why: txt("Den ene kan få se den andres innhold.", "Den eine kan få sjå innhaldet til den andre.",
				"One may see what belongs to the other."),
			Fix: txt("Samme dag: stans bruken av nummeret, sikre logger, varsle personvernombudet.",
				"Same dag: stans bruken av nummeret, sikre loggar, varsle personvernombodet.",
				"The same day: stop using the number, keep the logs, tell the data protection officer."),
			Message: txt("{1} ulike personer har samme nummer.", "{1} ulike personar har same nummer.",
				"{1} different persons have one number.")},
		{ID: "duplicate-mail", Severity: audit.Warning, Source: "eduPerson 2020-01 §2.2", Check: audit.EachGroup{},
			Title: txt("Samme e-postadresse på flere brukere", "Same e-postadresse på fleire brukarar",
				"Same mail on several accounts"),
			Why: txt("Meldinger når feil person.", "Meldingar når feil person.", "Messages reach the wrong person."),
			Fix: txt("Gi hver bruker egen adresse, eller merk den som felles.", "Gje kvar brukar si eiga adresse, eller merk ho som felles.",
				"Give each account its own address, or mark it as shared."),
			Message: txt("{1} brukere har samme adresse.", "{1} brukarar har same adresse.", "{1} accounts share an address.")},
		{ID: "overlap", Severity: audit.Info, Source: "Feide", Check: audit.EachGroup{},
			Title: txt("Bruker i flere kataloger (normalt)", "Brukar i fleire katalogar (normalt)", "Account in two catalogs"),
			Why:   txt("Til orientering.", "Til orientering.", "For information."), Fix: txt("Ingenting.", "Ingenting.", "Nothing."),
			Message: txt("Brukeren finnes i {1} kataloger.", "Brukaren finst i {1} katalogar.", "The account is in {1} catalogs.")},
	}
}

// person makes a subject; ids differ by n.
func person(catalog, id, name, unit, number string) audit.Subject {
	var n nin.Number
	if number != "" {
		n = nin.Parser{On: asOf}.Parse(number)
	}
	return audit.Subject{
		Ref: audit.Ref{Catalog: catalog, ID: "4f1c2a6e-0000-4000-8000-" + id, Principal: "bruker" + id[8:] + "@" + catalog + ".no",
			DN: "uid=bruker" + id[8:] + ",ou=people,dc=" + catalog + ",dc=no"},
		Name: name, Unit: unit, NIN: n, Kind: n.Kind(), Active: true,
	}
}

// recorded is the recording. It is made anew each time, so that no test changes another's.
func recorded() *recording {
	r := &recording{rules: recordedRules()}
	rule := func(i int) *audit.Rule { return &r.rules[i] }
	zero := &audit.Systematic{Rule: rule(0), Variant: &r.rules[0].Variants[0], Catalog: "fjordvik", Count: 3, Of: 24}
	const school, upper, nursery = "Fjordvik ungdomsskole", "Fjordvik videregående skole", "Solbakken barneskole"
	text := &r.rules[0].Variants[1]
	inactiveOne := person("fjordvik", "000000000108", "Per Sandvik", upper, digits.fnr)
	inactiveOne.Active = false
	var box []audit.Subject
	for _, id := range []string{"11", "12", "13", "14", "15", "16", "17", "18"} {
		box = append(box, person("fjordvik", "0000000001"+id, "Elev nummer "+id, nursery, ""))
	}
	r.findings = []*audit.Finding{
		{ID: "0a01", Rule: rule(0), Variant: text, Severity: audit.Error, Score: 1, Since: 20261101, Status: audit.Standing,
			Subjects: []audit.Subject{person("fjordvik", "000000000100", "Østen Ærlig <b>&\u202eÅs", school, "ukjent")}},
		{ID: "0a02", Rule: rule(0), Variant: zero.Variant, Severity: audit.Error, Score: 1, Since: 20261120, Systematic: zero,
			Subjects: []audit.Subject{person("fjordvik", "000000000101", "Kari Nordmann", school, "123")}},
		{ID: "0a03", Rule: rule(0), Variant: text, Severity: audit.Error, Score: 1, Since: asOf, Status: audit.New,
			Subjects: []audit.Subject{person("fjordvik", "000000000102", "Олена Шевченко", upper, "kommer")}},
		{ID: "0a04", Rule: rule(0), Variant: zero.Variant, Severity: audit.Error, Score: 1, Since: 20261119, Systematic: zero,
			Subjects: []audit.Subject{person("fjordvik", "000000000103", "", school, "123")}},
		{ID: "0a05", Rule: rule(0), Variant: zero.Variant, Severity: audit.Error, Score: 1, Since: 20261120, Systematic: zero,
			Subjects: []audit.Subject{person("fjordvik", "000000000104", "Ola\x1b[31m\nNordmann", nursery, "123")}},
		{ID: "0b01", Rule: rule(1), Severity: audit.Error, Score: 1, Since: 20260817, Status: audit.Reopened,
			Args:     []audit.Arg{audit.Count(11)},
			Subjects: []audit.Subject{person("fjordvik", "000000000105", "Jan Erik Tveit", upper, digits.wrong)}},
		{ID: "0c01", Rule: rule(2), Severity: audit.Info, Score: 1, Since: 20260901,
			Subjects: []audit.Subject{person("uvdal", "000000000106", "Anna _x0041_ Li", "", digits.snumber)}},
		{ID: "0d01", Rule: rule(3), Severity: audit.Warning, Score: 1, Since: 20260801, Args: []audit.Arg{audit.Count(114)},
			Subjects: []audit.Subject{person("uvdal", "000000000107", "=SUM(A1:A9)", "Uvdal skule", "")}},
		{ID: "0d02", Rule: rule(3), Severity: audit.Warning, Score: 1, Since: 20261110, Status: audit.Waiting,
			Args:     []audit.Arg{audit.Count(13)},
			Subjects: []audit.Subject{person("uvdal", "000000000109", "Venter Enda", "Uvdal skule", "")}},
		{ID: "0e01", Rule: rule(4), Severity: audit.Critical, Score: 0.99347, Since: 20261122, Status: audit.New,
			Args: []audit.Arg{audit.Count(2)},
			Evidence: []audit.Evidence{{Field: "surname", A: "Sandvik", B: "Shevchenko", Level: "different", Bits: -4.249},
				{Field: "birth", Level: "equal", Bits: 8.06}},
			Subjects: []audit.Subject{inactiveOne, person("uvdal", "000000000110", "Oleksandra Shevchenko", "Uvdal skule", digits.fnr)}},
		{ID: "0f01", Rule: rule(5), Severity: audit.Warning, Score: 1, Since: 20261001, Services: []string{"visma"},
			Args: []audit.Arg{audit.Count(8)}, Subjects: box},
		{ID: "0f02", Rule: rule(5), Severity: audit.Info, Score: 1, Since: 20261001, Args: []audit.Arg{audit.Count(2)},
			Subjects: box[:2]},
	}
	r.sum = audit.Summary{
		AsOf: asOf, Waits: audit.DefaultWaitClasses(),
		Catalogs: []audit.CatalogSummary{
			{Name: "fjordvik", Persons: 5009, Inactive: 14, Test: 2, Shared: 1, Skipped: 1, Repeated: 1, Duplicates: 12, Numbers: 4900,
				Complete: true, FirstSkipped: []string{"line 4711: two values of entryUUID"}},
			{Name: "uvdal", Persons: 410, Numbers: 400, Complete: true},
		},
		Counts: []audit.RuleCount{
			count(rule(0), 0, 5, 0, 0), count(rule(1), 0, 1, 0, 0), count(rule(2), 0, 0, 0, 1), count(rule(3), 0, 0, 1, 0),
			count(rule(4), 1, 0, 0, 0), count(rule(5), 0, 0, 1, 1),
		},
		Systematic: []*audit.Systematic{zero},
		Pending:    audit.Pending{Classes: [4]int{14, 9, 4, 1204}, Unknown: 3},
		Notices:    []audit.Text{audit.Same("pending-duf: grace has no effect without history")},
		Stages:     []audit.Stage{{Name: "read", Took: 1840 * time.Millisecond}, {Name: "judge", Took: 60 * time.Millisecond}},
	}
	return r
}

func count(r *audit.Rule, critical, errors, warnings, infos int) audit.RuleCount {
	return audit.RuleCount{Rule: r, Counts: [audit.Critical + 1]int{audit.Critical: critical, audit.Error: errors,
		audit.Warning: warnings, audit.Info: infos}}
}

// incompleteRecording is the recording of a night on which one catalog broke off.
func incompleteRecording() *recording {
	r := recorded()
	c := &r.sum.Catalogs[1]
	c.Complete, c.Reason, c.Hint = false, `catalog "uvdal": page 12: server answered size limit exceeded (4)`,
		"ask for a higher size limit for the reading account"
	return r
}

// options are those of the tests.
func options(t *testing.T, r *recording, l audit.Language) Options {
	t.Helper()
	return Options{Dir: t.TempDir(), AsOf: asOf, Language: l, Version: "1.2.3", Rules: r.rules,
		Classification: "Unntatt offentlighet, offl. § 13", ConfigHash: "5b7c9e",
		Now: func() time.Time { return time.Unix(1_800_000_000, 0) }}
}
