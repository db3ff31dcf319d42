package scan

import (
	"encoding/binary"
	"encoding/hex"
	"strings"
	"time"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// rows keep what rules on groups and the findings need of every person of one catalog: one row each, packed into chunks
// of bytes, with names and units interned. A person costs about 200 bytes, whoever reads them gets a fresh audit.Person.
type rows struct {
	catalog int    // its place in the configuration
	name    string // of the catalog
	chunks  [][]byte
	offsets []uint64 // of each row: the chunk's number in the upper half, the place in it in the lower
	numbers []nin.Number
	read    nin.Parser // how the catalog's numbers are read
	names   interned[string]
	units   interned[*audit.Unit]
	dead    map[uint32]bool // rows of entries that came twice
	longer  map[uint32]bool // rows whose ID is not theirs alone: the DN tells them apart
}

func newRows(catalog int, name string) *rows {
	return &rows{catalog: catalog, name: name, dead: map[uint32]bool{}, longer: map[uint32]bool{}}
}

// interned numbers the values it has met.
type interned[T comparable] struct {
	values []T
	index  map[T]uint64
}

func (t *interned[T]) of(v T) uint64 {
	if i, ok := t.index[v]; ok {
		return i
	}
	if t.index == nil {
		t.index = map[T]uint64{}
	}
	i := uint64(len(t.values))
	t.values = append(t.values, v)
	t.index[v] = i
	return i
}

const chunkSize = 1 << 20

// len is the number of rows, dead ones included.
func (pop *rows) len() int { return len(pop.offsets) }

// add keeps a person and returns the row.
func (pop *rows) add(p *audit.Person) uint32 {
	last := len(pop.chunks) - 1
	if last < 0 || cap(pop.chunks[last])-len(pop.chunks[last]) < rowBound(p) {
		pop.chunks = append(pop.chunks, make([]byte, 0, max(chunkSize, rowBound(p))))
		last++
	}
	pop.read = p.Read
	b := pop.chunks[last]
	pop.offsets = append(pop.offsets, uint64(last)<<32|uint64(len(b)))
	pop.numbers = append(pop.numbers, p.NIN)

	b = append(b, accountByte(p))
	b = appendID(b, p.ID)
	for _, s := range []string{p.Principal, p.DN, p.Mail} {
		b = appendString(b, s)
	}
	for _, s := range []string{p.Given, p.Surname} {
		b = binary.AppendUvarint(b, pop.nameOf(s))
	}
	display := p.Display
	if display == p.Given+" "+p.Surname {
		display = "\x00" // made again from the two
	}
	b = appendString(b, display)
	b = binary.AppendUvarint(b, uint64(p.Birth))
	b = binary.AppendUvarint(b, uint64(p.Affiliations))
	b = appendTime(b, p.Created)
	b = binary.AppendUvarint(b, uint64(len(p.Units)))
	for _, u := range p.Units {
		b = binary.AppendUvarint(b, pop.units.of(u))
	}
	b = binary.AppendUvarint(b, uint64(len(p.Prior)))
	for _, s := range p.Prior {
		b = appendString(b, s)
	}
	pop.chunks[last] = b
	return uint32(len(pop.offsets) - 1)
}

// nameOf numbers a name, whose memory may be used again.
func (pop *rows) nameOf(s string) uint64 {
	if i, ok := pop.names.index[s]; ok {
		return i
	}
	return pop.names.of(strings.Clone(s))
}

// rowBound is more than a person's row can take.
func rowBound(p *audit.Person) int {
	n := 128 + len(p.ID) + len(p.Principal) + len(p.DN) + len(p.Mail) + len(p.Display) + 10*len(p.Units)
	for _, s := range p.Prior {
		n += 10 + len(s)
	}
	return n
}

// person is a row's person, without LINs, Modified and Texts.
func (pop *rows) person(row uint32) *audit.Person {
	r := pop.reader(row)
	p := &audit.Person{NIN: pop.numbers[row], Read: pop.read}
	p.Catalog = pop.name
	marks := r.byte()
	p.Account, p.Protected = audit.Account(marks&accountBits), marks&isProtected != 0
	p.ID = r.id()
	p.Principal, p.DN, p.Mail = r.string(), r.string(), r.string()
	p.Given, p.Surname = pop.names.values[r.uvarint()], pop.names.values[r.uvarint()]
	if p.Display = r.string(); p.Display == "\x00" {
		p.Display = p.Given + " " + p.Surname
	}
	p.Birth = nin.Date(r.uvarint())
	p.Affiliations = audit.Affiliation(r.uvarint())
	p.Created = r.time()
	for range r.uvarint() {
		p.Units = append(p.Units, pop.units.values[r.uvarint()])
	}
	for range r.uvarint() {
		p.Prior = append(p.Prior, r.string())
	}
	if pop.longer[row] {
		p.ID += " " + strings.ToLower(p.DN)
	}
	return p
}

// glance reads of a row what it can without making the person: texts are passed over.
func (pop *rows) glance(row uint32) audit.Glance {
	r := pop.reader(row)
	g := audit.Glance{NIN: pop.numbers[row], Catalog: pop.catalog}
	r.byte()
	r.skipID()
	for range 3 { // principal, DN, mail
		r.skip()
	}
	r.uvarint()
	r.uvarint()
	r.skip() // the displayed name
	r.uvarint()
	r.uvarint()
	g.Created = r.time()
	if r.uvarint() > 0 {
		g.Unit = pop.units.values[r.uvarint()]
	}
	return g
}

// account is a row's account.
func (pop *rows) account(row uint32) audit.Account {
	r := pop.reader(row)
	return audit.Account(r.byte() & accountBits)
}

// hasLocal marks, in the account's byte, a person with a local number.
const hasLocal = 1 << 7

// isProtected marks one under protection, and accountBits are what is left for the account.
const (
	isProtected = 1 << 6
	accountBits = isProtected - 1
)

func accountByte(p *audit.Person) byte {
	b := byte(p.Account)
	if len(p.LINs) > 0 {
		b |= hasLocal
	}
	if p.Protected {
		b |= isProtected
	}
	return b
}

// protected tells whether a row's person is under protection.
func (pop *rows) protected(row uint32) bool {
	r := pop.reader(row)
	return r.byte()&isProtected != 0
}

// local tells whether a row's person has a local number.
func (pop *rows) local(row uint32) bool {
	r := pop.reader(row)
	return r.byte()&hasLocal != 0
}

// appendID writes an entry's ID, a lower-case UUID in half the room.
func appendID(b []byte, id string) []byte {
	if len(id) == 36 && id[8] == '-' && id[13] == '-' && id[18] == '-' && id[23] == '-' && id == strings.ToLower(id) {
		raw, err := hex.DecodeString(id[:8] + id[9:13] + id[14:18] + id[19:23] + id[24:])
		if err == nil {
			return append(binary.AppendUvarint(b, uuid), raw...)
		}
	}
	return appendString(b, id)
}

func appendString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// appendTime writes a time in whole seconds; times before 1970 are no times of a catalog.
func appendTime(b []byte, t time.Time) []byte {
	if t.IsZero() || t.Unix() < 0 {
		return binary.AppendUvarint(b, 0)
	}
	return binary.AppendUvarint(b, uint64(t.Unix()))
}
