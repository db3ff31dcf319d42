package reports

import (
	"bufio"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// row is one line of the findings sheet.
type row struct {
	severity audit.Severity
	since    nin.Date
	texts    []string // a text a column; empty where the column is made from since
}

// spool keeps rows on disk, in the order in which they came, in a folder of mode 0700.
type spool struct {
	dir  string
	file *os.File
	w    *bufio.Writer
	ends []int64 // where each row ends
	buf  []byte
}

// openSpool begins a spool in dir, which it owns from then on.
func openSpool(dir string) (*spool, error) {
	f, err := os.OpenFile(filepath.Join(dir, "rows"), os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	return &spool{dir: dir, file: f, w: bufio.NewWriterSize(f, 1<<16), ends: []int64{0}}, nil
}

// len is the number of rows.
func (s *spool) len() int { return len(s.ends) - 1 }

// add appends a row.
func (s *spool) add(r *row) error {
	b := append(s.buf[:0], byte(r.severity))
	b = binary.AppendVarint(b, int64(r.since))
	b = binary.AppendUvarint(b, uint64(len(r.texts)))
	for _, t := range r.texts {
		b = binary.AppendUvarint(b, uint64(len(t)))
		b = append(b, t...)
	}
	s.buf = b
	s.ends = append(s.ends, s.ends[s.len()]+int64(len(b)))
	_, err := s.w.Write(b)
	return err
}

// read returns row i. All rows must have been added.
func (s *spool) read(i int) (*row, error) {
	if err := s.w.Flush(); err != nil {
		return nil, err
	}
	b := make([]byte, s.ends[i+1]-s.ends[i])
	if _, err := s.file.ReadAt(b, s.ends[i]); err != nil {
		return nil, err
	}
	all := string(b) // the texts share it
	r := &row{severity: audit.Severity(b[0])}
	at := 1
	since, n := binary.Varint(b[at:])
	at += n
	count, n := binary.Uvarint(b[at:])
	at += n
	r.since, r.texts = nin.Date(since), make([]string, count)
	for i := range r.texts {
		size, n := binary.Uvarint(b[at:])
		at += n
		r.texts[i] = all[at : at+int(size)]
		at += int(size)
	}
	return r, nil
}

// remove takes the rows off the disk. It may be called more than once.
func (s *spool) remove() {
	_ = s.file.Close()
	_ = os.RemoveAll(s.dir)
}
