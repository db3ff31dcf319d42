package linkage

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"sync"
)

// Model is what linkage has learnt: how often each field agrees at each level on one person's entries (m) and
// by chance (u). It is trained by hand, reviewed, and embedded; the same model gives the same answer.
type Model struct {
	Version int    `json:"version"`
	Origin  string `json:"origin"` // how it was trained

	// Rate is the share of entries without a fødselsnummer of their own that have a second entry.
	Rate float64 `json:"rate"`
	// Certain and Probable are the probabilities from which a pair is called so; Possible is where a pair is
	// named at all.
	Certain  float64 `json:"certain"`
	Probable float64 `json:"probable"`
	Possible float64 `json:"possible"`

	Given   NameModel  `json:"given"`
	Surname NameModel  `json:"surname"`
	Swapped Level      `json:"swapped"` // all names agree, but stand in each other's field
	Birth   BirthModel `json:"birth"`
	Mail    Level      `json:"mail"`  // the same address; another one says nothing
	Prior   Level      `json:"prior"` // one entry's principal is an earlier one of the other's
	Unit    UnitModel  `json:"unit"`
	Twins   TwinModel  `json:"twins"`

	hash string
}

// Level is how often a field agrees at one level: on one person's entries, and by chance.
type Level struct {
	M float64 `json:"m"`
	U float64 `json:"u"`
}

// Bits is the weight of an agreement at this level: log2(m/u).
func (l Level) Bits() float64 { return math.Log2(l.M / l.U) }

// at is the weight where the chance is known from the catalog's own frequencies.
func (l Level) at(u float64) float64 { return math.Log2(l.M / u) }

// NameModel is the levels of a name. The u of the first three is that of a typical name; the catalog's own
// frequencies take its place. The u of a slip is how often a name is written so that nobody else's is: what it
// says by chance is that times the frequency of the name.
type NameModel struct {
	Weight    float64 `json:"weight"` // how many entries the typical frequency counts for
	Equal     Level   `json:"equal"`
	Variant   Level   `json:"variant"`   // another spelling, form or ending of the same name
	Part      Level   `json:"part"`      // one is a part of the other
	Slip      Level   `json:"slip"`      // one letter, and nobody else bears the one
	Near      Level   `json:"near"`      // one letter, but others bear both
	Similar   Level   `json:"similar"`   // Jaro–Winkler of .82 or more, to a name that nobody else bears; or the same consonants
	Different Level   `json:"different"` // for a surname, a change of name
}

// BirthModel is the levels of the birth date. The u of Equal is that of a typical date.
type BirthModel struct {
	Weight    float64 `json:"weight"`  // how many entries the typical frequency of a date counts for
	Years     float64 `json:"years"`   // among how many years of birth a person's is one, where the catalog does not show it
	Unknown   float64 `json:"unknown"` // the share of each day that stands for a day that nobody knows, likewise
	Easy      float64 `json:"easy"`    // that of each other day that is easily written: 2 February, 3 March
	Equal     Level   `json:"equal"`
	Turned    Level   `json:"turned"` // day and month changed places; by chance as often as any date is met
	Near      Level   `json:"near"`   // one digit
	Two       Level   `json:"two"`    // two digits
	Year      Level   `json:"year"`   // the same year
	Different Level   `json:"different"`
}

// UnitModel is the levels of the unit. Same is bounded by Most, in bits: colleagues are many.
type UnitModel struct {
	Weight float64 `json:"weight"`
	Same   Level   `json:"same"`
	Other  Level   `json:"other"`
	Most   float64 `json:"most"`
}

// TwinModel holds a slip in a given name against twins whose names are a letter apart, one of which nobody else bears.
// All of it is set by hand: no catalog has labels for it, and what it errs by must be slips that are not named.
type TwinModel struct {
	Least    float64 `json:"least"`    // pairs of twins that are reckoned with in any catalog, beside those that are seen
	Apart    float64 `json:"apart"`    // the share of twins in sight that stand for twins who look like a slip
	Alike    float64 `json:"alike"`    // the share of twins a letter apart who do
	Bearers  float64 `json:"bearers"`  // how many bear a name where one that goes with it is met as often as not
	Evident  Level   `json:"evident"`  // of slips and of twins a letter apart: what no name looks like
	Sounding Level   `json:"sounding"` // another vowel, or another letter at either end
	Plain    Level   `json:"plain"`    // any other
}

//go:embed model.json
var embedded []byte

// Shipped is the model that the program carries.
var Shipped = sync.OnceValue(func() *Model {
	m, err := ReadModel(embedded)
	if err != nil {
		panic(err) // a test reads it
	}
	return m
})

// ReadModel reads a model as JSON and refuses one that can not be reckoned with.
func ReadModel(data []byte) (*Model, error) {
	m := &Model{}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(m); err != nil {
		return nil, fmt.Errorf("linkage model: %w", err)
	}
	if m.Version != 2 {
		return nil, fmt.Errorf("linkage model: version %d, this program reads version 2", m.Version)
	}
	if !(m.Rate > 0 && m.Rate < 1 && 0 < m.Possible && m.Possible <= m.Probable && m.Probable <= m.Certain && m.Certain < 1) {
		return nil, fmt.Errorf("linkage model: rate or classes are out of range")
	}
	for _, l := range m.Levels() {
		if !(l.M > 0 && l.M < 1 && l.U > 0 && l.U < 1) {
			return nil, fmt.Errorf("linkage model: %s: m and u lie between 0 and 1", l.Name)
		}
	}
	sum := sha256.Sum256(data)
	m.hash = hex.EncodeToString(sum[:6])
	return m, nil
}

// Hash tells one model from another: 12 hex digits of the SHA-256 of its JSON.
func (m *Model) Hash() string { return m.hash }

// NamedLevel is a level with what it is called in evidence and documentation.
type NamedLevel struct {
	Field, Name string
	Level
}

// Levels lists every level, in the order in which evidence is told.
func (m *Model) Levels() []NamedLevel {
	names := func(field string, n *NameModel) []NamedLevel {
		return []NamedLevel{
			{field, "equal", n.Equal}, {field, "variant", n.Variant}, {field, "part", n.Part},
			{field, "slip", n.Slip}, {field, "near", n.Near}, {field, "similar", n.Similar}, {field, "different", n.Different},
		}
	}
	given := slices.DeleteFunc(names(FieldGiven, &m.Given), func(l NamedLevel) bool { return l.Name == "similar" })
	all := append(given, names(FieldSurname, &m.Surname)...) // a given name that is like another is another
	return append(all,
		NamedLevel{FieldNames, "swapped", m.Swapped},
		NamedLevel{FieldBirth, "equal", m.Birth.Equal}, NamedLevel{FieldBirth, "swapped", m.Birth.Turned}, NamedLevel{FieldBirth, "near", m.Birth.Near},
		NamedLevel{FieldBirth, "two", m.Birth.Two}, NamedLevel{FieldBirth, "year", m.Birth.Year},
		NamedLevel{FieldBirth, "different", m.Birth.Different},
		NamedLevel{FieldMail, "equal", m.Mail}, NamedLevel{FieldPrior, "equal", m.Prior},
		NamedLevel{FieldUnit, "equal", m.Unit.Same}, NamedLevel{FieldUnit, "different", m.Unit.Other},
	)
}

// The fields that evidence names.
const (
	FieldGiven   = "given"
	FieldSurname = "surname"
	FieldNames   = "names"
	FieldBirth   = "birth"
	FieldMail    = "mail"
	FieldPrior   = "prior"
	FieldUnit    = "unit"
	FieldNumber  = "number"
	FieldCommon  = "common" // what the names say together is bounded
	FieldTwins   = "twins"  // what a slip in a given name says is bounded by twins
	FieldOdds    = "prior-odds"
)

// smoothed is how probable it is that a random other entry has a value that count of n entries have, the pair
// itself left out. A typical frequency counts for weight entries, so that a small catalog does not take a name
// for common because two of its entries bear it, nor one that nobody else bears for impossible.
func smoothed(count, n int, typical, weight float64) float64 {
	return (float64(max(count-2, 0)) + weight*typical) / (float64(n) + weight)
}

// odds is the prior, in bits: how probable it is that a random pair is one person, of n entries of which open
// have no fødselsnummer; pairs of two that have one are none.
func (m *Model) odds(n, open int) float64 {
	return math.Log2(m.Rate / max(float64(n)-float64(open)/2, 1))
}

// Probability turns bits, the prior included, into a probability.
func Probability(bits float64) float64 { return 1 / (1 + math.Exp2(-bits)) }
