package reports

import (
	"bytes"
	"encoding/json"
	"math"
	"strconv"

	"ninaudit/audit"
)

// jsonLines writes findings.jsonl: one finding a line, and the run's summary on the last. Its keys and their
// order are relied on by programs. Texts are in the run's language; everything else reads alike in all.
type jsonLines struct {
	*file
	enc *json.Encoder
	o   Options
}

// jsonName has no date: programs read the newest.
const jsonName = "findings.jsonl"

// NewJSONLines begins findings.jsonl in o.Dir. Waiting findings are not written.
func NewJSONLines(o Options) (audit.Report, error) {
	f, err := create(o.Dir, jsonName, false) // a program that reads this name must not get yesterday's
	if err != nil {
		return nil, err
	}
	enc := json.NewEncoder(f)
	enc.SetEscapeHTML(false)
	return &jsonLines{file: f, enc: enc, o: o}, nil
}

// jsonFinding is one line.
type jsonFinding struct {
	ID       string         `json:"id"`
	Rule     string         `json:"rule"`
	Severity string         `json:"severity"`
	Status   string         `json:"status"`
	How      string         `json:"how,omitempty"` // of a resolved case alone
	Since    string         `json:"since"`
	Score    float64        `json:"score"` // three decimals, never rounded up: 1 is what is proven
	Persons  []jsonPerson   `json:"persons"`
	Evidence []jsonEvidence `json:"evidence"`
	Message  string         `json:"message"`
	Fix      string         `json:"fix"`
	Services []string       `json:"services"`
	Waiver   *jsonWaiver    `json:"waiver,omitempty"` // of a waived case alone
}

// jsonWaiver is the decision that a waived case stands by.
type jsonWaiver struct {
	Choice string `json:"choice"` // empty where it was written in a file
	Reason string `json:"reason"`
	By     string `json:"by"`
	Until  string `json:"until"`
}

type jsonPerson struct {
	Catalog   string `json:"catalog"`
	ID        string `json:"id"`
	Principal string `json:"principal"`
	DN        string `json:"dn"`
	Name      string `json:"name"`
	Unit      string `json:"unit"`
	Kind      string `json:"nin_kind"`
	// NIN is there in the modes masked and full alone, and only for a person who has a number.
	NIN string `json:"nin,omitempty"`
}

type jsonEvidence struct {
	Field string  `json:"field"`
	A     string  `json:"a"`
	B     string  `json:"b"`
	Level string  `json:"level"`
	Bits  float64 `json:"bits"` // one decimal
	// Of is there in a case of several pairs alone: which two of persons, from 0.
	Of []int `json:"of,omitempty"`
}

// Finding writes one line. A case that has come to its end tells how, and an accepted one who let it stand, and why.
func (j *jsonLines) Finding(f *audit.Finding) error {
	if f.Status == audit.Waiting {
		return nil
	}
	line := jsonFinding{
		ID: f.ID, Rule: f.Rule.ID, Severity: f.Severity.String(), Status: f.Status.String(), How: f.How.String(),
		Since:    f.Since.String(),
		Score:    floored(f.Score),
		Persons:  make([]jsonPerson, len(f.Subjects)),
		Evidence: make([]jsonEvidence, len(f.Evidence)),
		Message:  f.Message(j.o.Language), Fix: f.Fix(j.o.Language),
		Services: append([]string{}, f.Services...),
	}
	for i := range f.Subjects {
		s := &f.Subjects[i]
		line.Persons[i] = jsonPerson{s.Catalog, s.ID, s.Principal, s.DN, s.Name, s.Unit, s.Kind.String(),
			j.o.NIN.show(s.NIN)}
	}
	for i, e := range f.Evidence {
		line.Evidence[i] = jsonEvidence{Field: e.Field, A: e.A, B: e.B, Level: e.Level, Bits: decimals(e.Bits, 1)}
		if e.Of != [2]int{} {
			line.Evidence[i].Of = e.Of[:]
		}
	}
	if w := f.Waiver; w != nil && f.Status == audit.Waived {
		line.Waiver = &jsonWaiver{w.Choice.String(), w.Reason, w.By, w.Until.String()}
	}
	if err := j.enc.Encode(&line); err != nil {
		return j.fault(err)
	}
	return nil
}

// decimals rounds, so that the last bit of a computation never shows.
func decimals(x float64, n int) float64 {
	p := math.Pow10(n)
	return math.Round(x*p) / p
}

type jsonSummary struct {
	AsOf     string        `json:"as_of"`
	Baseline bool          `json:"baseline"`
	Catalogs []jsonCatalog `json:"catalogs"`
	Counts   jsonCounts    `json:"counts"`
	Model    string        `json:"model"`
}

type jsonCatalog struct {
	Name     string `json:"name"`
	Persons  int    `json:"persons"`
	Skipped  int    `json:"skipped"`
	Complete bool   `json:"complete"`
	// Duplicates are the persons who stand in possible duplicates.
	Duplicates int `json:"duplicates"`
}

// jsonCounts is an object that keeps the order of the rules.
type jsonCounts []audit.RuleCount

// MarshalJSON writes {"rule":n,…} in list order. Rule IDs are lower-case words and need no escaping.
func (c jsonCounts) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i := range c {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(strconv.Quote(c[i].Rule.ID) + ":" + strconv.Itoa(c[i].Total()))
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// Finish writes the last line and makes the file safe on disk.
func (j *jsonLines) Finish(s audit.Summary) error {
	last := jsonSummary{AsOf: s.AsOf.String(), Baseline: s.Baseline, Counts: s.Counts, Model: s.Model,
		Catalogs: make([]jsonCatalog, len(s.Catalogs))}
	for i := range s.Catalogs {
		c := &s.Catalogs[i]
		last.Catalogs[i] = jsonCatalog{c.Name, c.Persons, c.Skipped, c.Complete, c.Duplicates}
	}
	if err := j.enc.Encode(map[string]jsonSummary{"summary": last}); err != nil {
		return j.fault(err)
	}
	return j.finish()
}
