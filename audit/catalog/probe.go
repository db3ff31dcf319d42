package catalog

import (
	"context"
	"errors"
	"io"
	"strings"
	"time"

	"ninaudit/audit"
)

// Prober is a catalog that can be looked at without being read: what `ninaudit check` asks.
type Prober interface {
	// Probe opens the catalog, reads its first page or its first 1000 persons, has a server name all persons without
	// their attributes, and tells what it saw. With an error it tells how far it came; the error is a
	// *audit.CatalogError.
	Probe(ctx context.Context) (Probe, error)
}

// Replicated is a catalog that stands on one server or several.
type Replicated interface {
	Servers() []Prober // each server by itself
}

// Step is one of the things that a read of a server needs, in their order: "resolve", "connect", "start-tls", "tls",
// "bind", "base", "page 1", "count". The first that fails is the last; its error is a *audit.CatalogError.
type Step struct {
	Stage string
	Err   error
}

// Probe is what a first look at a catalog shows.
type Probe struct {
	Catalog   string
	Server    string // host and port, or the socket; empty for a file
	Host      string // whom the certificate is for, as the configuration has it
	Steps     []Step // none for a file
	Transport string // "TLS 1.3", "plain text", "local socket", "file"; empty: not connected
	Encrypted bool   // nobody on the way can read along: TLS, or never leaves this machine
	Anonymous bool   // read without a name
	// CertificateEnds is when the server's certificate, or that of whoever signed it, is valid no more; zero without TLS.
	CertificateEnds time.Time
	Persons         int // all that the server names; those of a file are not counted
	PageSize        int // entries that the server sends at a time
	Paging          Paging
	Entries         int  // persons seen
	Skipped         int  // entries that could not be read
	More            bool // there is more than what was seen
	// Attributes tells for every attribute of interest on how many of the entries seen it was
	// readable. None means that nobody has it, or that an access rule hides it.
	Attributes []Readable
	Units      int   // unit entries seen; at most a page of them
	UnitsErr   error // why units could not be read; nil where none are asked for

	names [fields]string // what the catalog calls its attributes
}

// Readable is how often an attribute was there.
type Readable struct {
	Attribute string
	Entries   int
}

// Paging tells whether a server says that it can send results in pages.
type Paging uint8

// A server may hide its root entry, and a file has no pages: both leave it unknown.
const (
	PagingUnknown Paging = iota
	PagingOffered
	PagingMissing // the server's list of controls lacks it
)

// String is the answer in a word.
func (p Paging) String() string { return [...]string{"unknown", "offered", "missing"}[p] }

// tally counts on how many entries attributes are there.
type tally struct {
	counts []Readable
	last   []int // the entry, from 1, that counted last for each attribute
	seen   int
}

func newTally(attributes []string) *tally {
	t := &tally{counts: make([]Readable, len(attributes)), last: make([]int, len(attributes))}
	for i, a := range attributes {
		t.counts[i].Attribute = a
	}
	return t
}

// add counts one entry. Options of an attribute (";lang-no") do not make it another one.
func (t *tally) add(e *entry) {
	t.seen++
	for _, a := range e.attrs {
		name, _ := baseName(a.name)
		for i := range t.counts {
			if t.last[i] < t.seen && strings.EqualFold(t.counts[i].Attribute, string(name)) {
				t.counts[i].Entries++
				t.last[i] = t.seen
			}
		}
	}
}

// maxProbed is how many persons of a file are looked at.
const maxProbed = 1000

// Probe implements Prober. What it reads of standard input is gone for Persons.
func (c *fileCatalog) Probe(ctx context.Context) (Probe, error) {
	p := Probe{Catalog: c.Name(), names: c.options.Attributes.names(), Transport: "file", Encrypted: true, Anonymous: true}
	file, err := c.open()
	if err != nil {
		return p, c.unopened(err)
	}
	defer file.Close()
	r, err := newLDIFReader(c.Name(), cancellable{ctx, file})
	if err != nil {
		return p, err
	}
	err = c.look(r, &p)
	return p, err
}

// look reads until it has seen enough.
func (c *fileCatalog) look(r *ldifReader, p *Probe) error {
	m := newMapper(c.options)
	persons := newTally(c.options.personAttributes())
	defer func() { p.Entries, p.Attributes = persons.seen, persons.counts }()
	for persons.seen < maxProbed {
		e, err := r.next()
		var bad *audit.EntryError
		switch {
		case err == io.EOF && persons.seen == 0:
			return r.nobody()
		case err == io.EOF:
			return nil
		case errors.As(err, &bad):
			p.Skipped++
			continue
		case err != nil:
			return err
		}
		m.collect(e)
		switch person, unit := m.roles(); {
		case person:
			persons.add(e)
		case unit:
			p.Units++
		}
	}
	p.More = true
	return nil
}
