package scan

import (
	"slices"
	"strings"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// rows keep what rules on groups and the findings need of every person of one catalog: one row each, packed into blocks
// of bytes, with names, units and the ends of texts interned. A person costs about 90 bytes, whoever reads them gets a
// fresh audit.Person.
type rows struct {
	catalog int    // its place in the configuration
	name    string // of the catalog
	blocks  []*block
	count   int
	read    nin.Parser            // how the catalog's numbers are read
	odd     map[uint32]nin.Number // values that have no short form
	names   table[string]
	tails   interned[string] // of Feide names, mail addresses and DNs
	units   table[*audit.Unit]
	placed  []int           // by the number of a unit: the persons whose first unit it is
	dead    map[uint32]bool // rows of entries that came twice
	longer  map[uint32]bool // rows whose ID is not theirs alone: the DN tells them apart
	room    []byte          // of the block that is being filled
}

// block is some rows, one after the other. A full one takes no more memory than they do. The texts of an entry are
// bounded, so that the rows of a block have less than 4 GiB.
type block struct {
	bytes   []byte
	begins  [perBlock]uint32
	numbers [perBlock]nin.Packed
}

const perBlock = 256

func newRows(catalog int, name string) *rows {
	return &rows{catalog: catalog, name: name, odd: map[uint32]nin.Number{}, dead: map[uint32]bool{}, longer: map[uint32]bool{}}
}

// len is the number of rows, dead ones included.
func (pop *rows) len() int { return pop.count }

// add keeps a person and returns the row.
func (pop *rows) add(p *audit.Person) uint32 {
	row := uint32(pop.count)
	at := row % perBlock
	if at == 0 {
		pop.blocks = append(pop.blocks, &block{bytes: pop.room[:0]})
	}
	last := pop.blocks[len(pop.blocks)-1]
	last.begins[at] = uint32(len(last.bytes))
	last.bytes = pop.pack(last.bytes, p)
	if at == perBlock-1 {
		pop.room, last.bytes = last.bytes, slices.Clone(last.bytes)
	}
	if row == 0 {
		pop.read = p.Read
	}
	var short bool
	if last.numbers[at], short = p.NIN.Pack(); !short || p.Read != pop.read {
		last.numbers[at] = nin.Packed{}
		pop.odd[row] = p.NIN
	}
	pop.count++
	return row
}

// person is a row's person, without LINs, Modified and Texts.
func (pop *rows) person(row uint32) *audit.Person {
	r := pop.reader(row)
	p := &audit.Person{NIN: pop.number(row), Read: pop.read}
	p.Catalog = pop.name
	marks := r.byte()
	p.Account, p.Protected = audit.Account(marks&accountBits), marks&isProtected != 0
	for range r.uvarint() {
		p.Units = append(p.Units, pop.units.at(r.uvarint()))
	}
	p.ID = r.id()
	p.Principal = r.text(pop.tails.values, false, "", "")
	principal, _ := cutAt(p.Principal, '@')
	p.Mail = r.text(pop.tails.values, marks&sameMail != 0, "", principal)
	p.DN = r.text(pop.tails.values, marks&sameUID != 0, uid, principal)
	p.Given, p.Surname = pop.names.at(r.uvarint()), pop.names.at(r.uvarint())
	if p.Display = r.string(); p.Display == "\x00" {
		p.Display = p.Given + " " + p.Surname
	}
	p.Birth = nin.Date(r.uvarint())
	p.Affiliations = audit.Affiliation(r.uvarint())
	p.Created = r.time()
	for range r.uvarint() {
		p.Prior = append(p.Prior, r.string())
	}
	if pop.longer[row] {
		p.ID += " " + strings.ToLower(p.DN)
	}
	return p
}

// id is a row's entry ID.
func (pop *rows) id(row uint32) string {
	if pop.longer[row] {
		return pop.person(row).ID
	}
	r := pop.reader(row)
	r.byte() // the marks
	for range r.uvarint() {
		r.uvarint() // units
	}
	return r.id()
}

// unit is the first unit of a row's person; nil for none.
func (pop *rows) unit(row uint32) *audit.Unit {
	r := pop.reader(row)
	r.byte() // the marks
	if r.uvarint() == 0 {
		return nil
	}
	return pop.units.at(r.uvarint())
}

// number is a row's number.
func (pop *rows) number(row uint32) nin.Number {
	short := pop.short(row)
	if short == (nin.Packed{}) {
		return pop.odd[row]
	}
	return pop.read.Unpack(short)
}

// skimmed is a row's number as far as it is compared.
func (pop *rows) skimmed(row uint32) nin.Number {
	short := pop.short(row)
	if short == (nin.Packed{}) {
		return pop.odd[row]
	}
	return pop.read.Skim(short)
}

// short is a row's number in short form; zero where it has none, or a value that has no such form.
func (pop *rows) short(row uint32) nin.Packed { return pop.blocks[row/perBlock].numbers[row%perBlock] }

// marks are the account and what else stands in a row's first byte.
func (pop *rows) marks(row uint32) byte {
	b := pop.blocks[row/perBlock]
	return b.bytes[b.begins[row%perBlock]]
}

// account is a row's account.
func (pop *rows) account(row uint32) audit.Account {
	return audit.Account(pop.marks(row) & accountBits)
}

// protected tells whether a row's person is under protection.
func (pop *rows) protected(row uint32) bool { return pop.marks(row)&isProtected != 0 }

// local tells whether a row's person has a local number.
func (pop *rows) local(row uint32) bool { return pop.marks(row)&hasLocal != 0 }
