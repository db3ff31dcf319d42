package catalog

import (
	"bytes"
	"strings"
	"time"

	"ninaudit/audit"
)

const (
	// maxValues is how many values of one attribute are read. A person has a handful.
	maxValues = 1000
	// maxNames is how many different given names and surnames are numbered, and kept to be used again.
	maxNames = 1 << 18
	// maxNameLength is how many bytes those have at the most: so many of them take 50 MB, whatever a catalog holds.
	maxNameLength = 64
)

// mapper makes persons and units of the entries of one catalog. It is for one goroutine.
type mapper struct {
	options   Options
	accounts  classifier // and behind them those of persons under protection
	protected int        // where these begin
	matched   []bool     // by matcher: a value of the entry at hand fits
	names     [fields]string
	byName    map[string]field // by the name in lower case
	places    []described      // what stood at each place of the entries before, which have their attributes in one order

	values [fields][][]byte // of the entry at hand, in its order; views into it
	chosen [fields]int      // index of the value that counts: the first without options, else the first

	made  audit.Person
	units units
	met   map[string]metName // given names and surnames met before, as the catalog writes them
}

func newMapper(o Options) *mapper {
	m := &mapper{
		options: o,
		names:   o.Attributes.names(),
		byName:  make(map[string]field, fields),
		units:   units{byDN: map[string]*audit.Unit{}, bySpelling: map[string]*audit.Unit{}},
		met:     map[string]metName{},
	}
	m.accounts = newClassifier(o.Accounts)
	m.protected = len(m.accounts)
	m.accounts = append(m.accounts, newClassifier(Accounts{Inactive: o.Accounts.Protected})...)
	m.matched = make([]bool, len(m.accounts))
	for f, name := range m.names {
		m.byName[strings.ToLower(name)] = field(f)
	}
	return m
}

// sort makes a person of an entry whose object classes say so, and notes a unit. Of any other
// entry, and of a unit, it makes nothing: nil, nil.
func (m *mapper) sort(e *entry) (*audit.Person, error) {
	m.collect(e)
	person, unit := m.roles()
	switch {
	case person:
		return m.build(e)
	case unit:
		m.buildUnit(e)
	}
	return nil, nil
}

// collect sorts an entry's values by attribute, and holds them to the patterns of accounts. Empty values are none.
func (m *mapper) collect(e *entry) {
	for i := range m.accounts {
		m.matched[i] = m.accounts[i].onDN && m.accounts[i].fits(e.dn)
	}
	for f := range m.values {
		m.values[f] = m.values[f][:0]
		m.chosen[f] = -1
	}
	for i, a := range e.attrs {
		d := m.describe(i, a.name)
		f := d.field
		for _, at := range d.matchers {
			m.matched[at] = m.matched[at] || m.accounts[at].fits(a.value)
		}
		if !d.read || len(a.value) == 0 || len(m.values[f]) == maxValues {
			continue
		}
		if m.chosen[f] < 0 && !d.tagged {
			m.chosen[f] = len(m.values[f])
		}
		m.values[f] = append(m.values[f], a.value)
	}
	for f := range m.chosen {
		m.chosen[f] = max(m.chosen[f], 0)
	}
}

// described is what an attribute description comes to.
type described struct {
	description  []byte
	field        field
	read, tagged bool  // it is one that is read; with options
	matchers     []int // whose attribute it is
}

// maxPlaces is of how many values of an entry it is kept what the description comes to.
const maxPlaces = 64

// describe looks up the description of the value at a place of an entry.
func (m *mapper) describe(place int, description []byte) described {
	if place < len(m.places) && bytes.Equal(m.places[place].description, description) {
		return m.places[place]
	}
	name, tagged := baseName(description)
	f, read := m.lookUp(name)
	d := described{nil, f, read, tagged, m.accounts.of(name)}
	if place < maxPlaces && len(description) <= longestName {
		m.places = append(m.places, make([]described, max(place+1-len(m.places), 0))...)
		d.description = append(m.places[place].description[:0], description...)
		m.places[place] = d
	}
	return d
}

// baseName cuts the options off an attribute description and tells whether there were any that make its values less
// than the attribute's own. AD adds ";range=0-1499" where there are more values than it sends at a time: those that it
// sends are more than maxValues, so the others are not asked for.
func baseName(description []byte) (name []byte, tagged bool) {
	name, options, tagged := bytes.Cut(description, []byte(";"))
	const ranged = "range="
	if tagged && len(options) > len(ranged) && bytes.EqualFold(options[:len(ranged)], []byte(ranged)) {
		tagged = false
	}
	return name, tagged
}

// lookUp finds an attribute that is read, in whatever case its name is written.
func (m *mapper) lookUp(name []byte) (field, bool) {
	var lower [longestName]byte
	if len(name) > len(lower) {
		return 0, false
	}
	for i, c := range name {
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		lower[i] = c
	}
	f, ok := m.byName[string(lower[:len(name)])]
	return f, ok
}

// first is the value that counts; nil where there is none.
func (m *mapper) first(f field) []byte {
	if len(m.values[f]) == 0 {
		return nil
	}
	return m.values[f][m.chosen[f]]
}

// tell puts every value of an attribute among the person's texts, and returns the one that counts.
func (m *mapper) tell(f field) (first string) {
	for i, v := range m.values[f] {
		s := m.text(v)
		if i == m.chosen[f] {
			first = s
		}
		m.note(f, s)
	}
	return first
}

// tellName does so with a given name or a surname, and says which of those met it is.
func (m *mapper) tellName(f field) (first string, met audit.Met) {
	for i, v := range m.values[f] {
		name := m.name(v)
		if i == m.chosen[f] {
			first, met = name.text, name.met
		}
		m.note(f, name.text)
	}
	return first, met
}

// note puts a value among the person's texts.
func (m *mapper) note(f field, value string) {
	m.made.Texts = append(m.made.Texts, audit.Field{Name: m.names[f], Value: value, Free: isFree(f), Local: f == localNumber})
}

// text makes a string of a value. It spares the allocation where the person's cn and displayName are the same.
func (m *mapper) text(v []byte) string {
	for i := range m.made.Texts {
		if s := m.made.Texts[i].Value; s == string(v) {
			return s
		}
	}
	return clean(v)
}

// metName is a name that has been met.
type metName struct {
	text string
	met  audit.Met // 0 for a name of which nothing is left
}

// name makes a string of a name and numbers it: half the school is called Ola.
func (m *mapper) name(v []byte) metName {
	if name, ok := m.met[string(v)]; ok {
		return name
	}
	name := metName{text: clean(v)}
	if len(m.met) < maxNames && len(v) <= maxNameLength {
		if name.text != "" {
			name.met = audit.Met(len(m.met) + 1)
		}
		m.met[string(v)] = name
	}
	return name
}

// time reads the first of two timestamps that is there.
func (m *mapper) time(either, or field) time.Time {
	for _, f := range [...]field{either, or} {
		if t := generalizedTime(m.first(f)); !t.IsZero() {
			return t
		}
	}
	return time.Time{}
}
