package reports

import (
	"bufio"
	"encoding/binary"
	"os"
	"path/filepath"
	"slices"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// row is one line of a sheet whose rows wait in a spool.
type row struct {
	sort     lineSort // what line of a case it is; only the duplicates sheet has several sorts
	severity audit.Severity
	status   audit.Status
	class    uint8 // of waiting time
	since    nin.Date
	texts    []string // a text a column; empty where the column is made from since
}

// rowHead is how many bytes of a row in a spool are single ones.
const rowHead = 4

// spool keeps rows on disk, in the order in which they came.
type spool struct {
	file *os.File
	w    *bufio.Writer
	ends []int64 // where each row ends
	buf  []byte

	window []byte // what was read last, from at on
	at     int64
}

// spools are what a workbook keeps on disk until it is built.
type spools struct {
	dir string // a folder of our own, which nobody else may look into

	findings, cases, waits, changes, answers, served, gaps *spool
}

// newSpools begins the spools in a new folder within dir.
func newSpools(dir string) (*spools, error) {
	own, err := os.MkdirTemp(filepath.Clean(dir), tempPattern)
	if err != nil {
		return nil, err
	}
	s := &spools{dir: own}
	for _, one := range []struct {
		to   **spool
		name string
	}{{&s.findings, "findings"}, {&s.cases, "cases"}, {&s.waits, "waits"}, {&s.changes, "changes"},
		{&s.answers, "answers"}, {&s.served, "services"}, {&s.gaps, "gaps"}} {
		if *one.to, err = openSpool(filepath.Join(own, one.name)); err != nil {
			s.remove()
			return nil, err
		}
	}
	return s, nil
}

// remove takes the rows off the disk. It may be called more than once.
func (s *spools) remove() {
	for _, one := range []*spool{s.findings, s.cases, s.waits, s.changes, s.answers, s.served, s.gaps} {
		if one != nil {
			_ = one.file.Close()
		}
	}
	_ = os.RemoveAll(s.dir)
}

func openSpool(path string) (*spool, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil, err
	}
	return &spool{file: f, w: bufio.NewWriterSize(f, 1<<16), ends: []int64{0}}, nil
}

// len is the number of rows.
func (s *spool) len() int { return len(s.ends) - 1 }

// add appends a row.
func (s *spool) add(r *row) error {
	b := append(s.buf[:0], byte(r.sort), byte(r.severity), byte(r.status), r.class)
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

// ahead is how much is read at once where rows are read one after the other.
const ahead = 1 << 16

// bytes reads a part of the file. The slice is valid until the next call.
func (s *spool) bytes(from, to int64) ([]byte, error) {
	if from >= s.at && to <= s.at+int64(len(s.window)) {
		return s.window[from-s.at : to-s.at], nil
	}
	size := to - from
	if from == s.at+int64(len(s.window)) || from > s.at && from < s.at+int64(len(s.window)) { // in order
		size = min(max(size, ahead), s.ends[s.len()]-from)
	}
	s.at, s.window = from, slices.Grow(s.window[:0], int(size))[:size]
	if _, err := s.file.ReadAt(s.window, from); err != nil {
		s.window = s.window[:0]
		return nil, err
	}
	return s.window[:to-from], nil
}

// read returns row i. All rows must have been added.
func (s *spool) read(i int) (*row, error) {
	if err := s.w.Flush(); err != nil {
		return nil, err
	}
	b, err := s.bytes(s.ends[i], s.ends[i+1])
	if err != nil {
		return nil, err
	}
	all := string(b) // the texts share it
	r := &row{sort: lineSort(b[0]), severity: audit.Severity(b[1]), status: audit.Status(b[2]), class: b[3]}
	at := rowHead
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
