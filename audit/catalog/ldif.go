package catalog

import (
	"bufio"
	"errors"
	"fmt"
	"io"

	"ninaudit/audit"
)

// What an LDIF record may take. What is longer costs its record and is passed over without being
// kept.
const (
	maxValue      = 16 << 20 // bytes of one line, unfolded, as it stands in the file
	maxRecord     = 64 << 20 // bytes of one record, unfolded and decoded
	maxAttributes = 1 << 18  // values of one record
	keptRecord    = 1 << 20  // bytes of buffer that are kept from one record to the next
	// maxHopeless is how many bad records in a row, with no good one before them, end the reading.
	maxHopeless = 100
)

// ldifReader reads the content records of an LDIF file (RFC 2849) one after another. The entry it
// returns consists of views into its buffers, which the next overwrites.
//
// More is read than the standard allows, because tools write it: UTF-8 where base64 is asked for,
// underscores in names, lines that end in several carriage returns, change records that add an
// entry, and the summary that ldapsearch puts at the end unless it is told not to. Nothing is ever
// read from another file.
type ldifReader struct {
	catalog string
	src     *bufio.Reader
	line    int  // the line being read, from 1
	ended   bool // there is no more
	isLDIF  bool // the first line that says something was one of LDIF's
	good    int  // records read
	bad     int  // records that cost themselves
	cookie  bool // the last summary says that there are more pages

	// The record being read.
	state   state
	start   int   // its first line
	fault   error // the first thing wrong with it
	names   owner // whose it is, if it is lost
	entry   entry
	result  int
	buffer  []byte // its lines, unfolded, and the values decoded from them
	at      int    // where in buffer the logical line begins that is being put together
	atLine  int    // where in the file it begins
	open    bool   // whether there is such a line
	comment bool   // the logical line is a comment
}

// state is what has been seen of a record.
type state uint8

const (
	nothing state = iota
	header        // the DN, maybe controls; changetype may follow
	content       // an attribute
	summary       // no entry but ldapsearch's own words: result, search, references
)

// next returns the next entry, which holds until the one after it is asked for. A
// *audit.EntryError costs one record; io.EOF is the end of a whole file; any other error is a
// *audit.CatalogError, and the last.
func (r *ldifReader) next() (*entry, error) {
	for !r.ended {
		if r.quick() {
			r.good++
			return &r.entry, nil
		}
		if err := r.readRecord(); err != nil {
			return nil, r.broken(err)
		}
		switch {
		case r.fault != nil:
			r.bad++
			if r.good == 0 && r.bad == maxHopeless {
				return nil, r.hopeless()
			}
			return nil, &audit.EntryError{Catalog: r.catalog, Line: r.start, Entry: r.names.id(), Err: r.fault}
		case r.state == summary:
			if err := r.checkResult(); err != nil {
				return nil, err
			}
		case r.state != nothing:
			r.good++
			return &r.entry, nil
		}
	}
	return nil, r.end()
}

// readRecord reads lines up to and including the blank one that ends a record, or to the end of
// the file. It fails only where the file can not be read or is no LDIF.
func (r *ldifReader) readRecord() error {
	r.reset()
	for {
		piece, whole, err := r.piece()
		if err == io.EOF {
			r.ended = true
			r.endLine()
			return nil
		}
		if err != nil {
			return err
		}
		r.line++
		switch {
		case len(piece) == 0:
			r.endLine()
			if r.state != nothing || r.fault != nil {
				return nil
			}
			r.comment = false
			continue
		case piece[0] == ' ':
			if err := r.fold(piece); err != nil {
				return err
			}
			piece = piece[1:]
		default:
			if err := r.beginLine(piece); err != nil {
				return err
			}
		}
		if err := r.take(piece, whole); err != nil {
			return err
		}
	}
}

func (r *ldifReader) reset() {
	if cap(r.buffer) > keptRecord {
		r.buffer = nil
	}
	r.buffer = r.buffer[:0]
	r.entry, r.names = entry{attrs: r.entry.attrs[:0]}, owner{}
	r.state, r.fault, r.result, r.open, r.comment = nothing, nil, 0, false, false
}

// spoil notes what is wrong with the logical line, and so with its record. The words never hold
// any of it.
func (r *ldifReader) spoil(words string) {
	r.fault = fmt.Errorf("line %d %s", r.atLine, words)
	r.open = false
}

// errNotLDIF is for a file whose first words are not LDIF's.
var errNotLDIF = errors.New("this is no LDIF file")
