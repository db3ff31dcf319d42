package catalog

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"

	"ninaudit/audit"
)

// fileCatalog reads persons from an LDIF export: entries of objectClass norEduPerson, eduPerson or
// user, but not computer. Entries of objectClass norEduOrgUnit, wherever they stand, name the
// units; all others are passed over.
type fileCatalog struct {
	open    func() (io.ReadCloser, error)
	options Options
}

// NewLDIF makes a catalog of an LDIF file (RFC 2849), which may be compressed with gzip. The path
// "-" is standard input, which can be read but once. Nothing is opened before Persons.
func NewLDIF(path string, o Options) audit.Catalog {
	if path == "-" {
		return NewReader(func() (io.ReadCloser, error) { return io.NopCloser(os.Stdin), nil }, o)
	}
	return NewReader(func() (io.ReadCloser, error) { return os.Open(path) }, o)
}

// NewReader makes a catalog of LDIF that comes from anywhere. Persons calls open, and closes what
// it gives.
func NewReader(open func() (io.ReadCloser, error), o Options) audit.Catalog {
	return &fileCatalog{open, o}
}

// Name is the catalog's name in the configuration.
func (c *fileCatalog) Name() string { return c.options.Name }

// Persons reads the file once. A record that can not be read is an *audit.EntryError with its
// line; a file that can not be read to its end, or holds no person, ends in a *audit.CatalogError.
func (c *fileCatalog) Persons(ctx context.Context) iter.Seq2[*audit.Person, error] {
	return func(yield func(*audit.Person, error) bool) {
		file, err := c.open()
		if err != nil {
			yield(nil, c.unopened(err))
			return
		}
		defer file.Close()
		if f, ok := file.(*os.File); ok { // ends a read that waits, as of a pipe
			defer context.AfterFunc(ctx, func() { f.Close() })()
		}
		r, err := newLDIFReader(c.options.Name, cancellable{ctx, file})
		if err != nil {
			yield(nil, err)
			return
		}
		c.read(ctx, r, yield)
	}
}

func (c *fileCatalog) read(ctx context.Context, r *ldifReader, yield func(*audit.Person, error) bool) {
	m := newMapper(c.options)
	persons := 0
	for {
		if err := ctx.Err(); err != nil {
			yield(nil, r.broken(err))
			return
		}
		e, err := r.next()
		var p *audit.Person
		if err == nil {
			p, err = m.sort(e)
		}
		var entry *audit.EntryError
		switch {
		case err == io.EOF:
			if persons == 0 {
				yield(nil, r.nobody())
			}
			return
		case err != nil && !errors.As(err, &entry):
			yield(nil, err)
			return
		case err == nil && p == nil:
			continue
		case p != nil:
			persons++
		}
		if !yield(p, err) {
			return
		}
	}
}

// unopened says why there is no file to read.
func (c *fileCatalog) unopened(err error) error {
	hint := "see whether the path is right and leads to a file"
	switch {
	case errors.Is(err, fs.ErrNotExist):
		hint = "see whether the path is right; in a configuration it starts from the configuration's folder"
	case errors.Is(err, fs.ErrPermission):
		hint = "let the account that runs the audit read the file"
	}
	return &audit.CatalogError{Catalog: c.options.Name, Stage: "open", Err: err, Hint: hint}
}

// nobody is for a file whose entries are all something else, or do not say what they are.
func (r *ldifReader) nobody() error {
	if r.good == 0 {
		return r.failure("", errors.New("no entry could be read"), "export the catalog again, as UTF-8 text")
	}
	return r.failure("", fmt.Errorf("none of the %d entries is a person", r.good),
		"persons have objectClass norEduPerson, eduPerson or user: the export must hold that attribute")
}

// cancellable ends the reading of a file when the run is cancelled, in the midst of an entry too.
type cancellable struct {
	ctx  context.Context
	file io.Reader
}

func (c cancellable) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.file.Read(p)
}
