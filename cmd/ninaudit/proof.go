package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// Bounds of a list of old and new numbers.
const (
	maxProof      = 1_000_000 // lines
	maxProofBytes = 64 << 20
)

// readProof reads a list of numbers that followed one another: two columns, the old number and the new, parted
// by commas or semicolons; a first line that holds no number is a heading. An error names the line and never
// what stands there.
func readProof(path string, p nin.Parser) ([][2]nin.Number, error) {
	fault := func(line int, format string, args ...any) error {
		at := path
		if line > 0 {
			at = fmt.Sprintf("%s:%d", path, line)
		}
		return &audit.UsageError{
			Err:  fmt.Errorf("%s: "+format, append([]any{at}, args...)...),
			Hint: "write two columns, the old number and the new, parted by a comma or a semicolon",
		}
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fault(0, "%w", errors.Unwrap(err))
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() || info.Size() > maxProofBytes {
		return nil, fault(0, "this is no file, or one larger than %d MiB", maxProofBytes>>20)
	}
	r := csv.NewReader(f)
	if r.Comma, err = separator(f); err != nil {
		return nil, fault(0, "%w", err)
	}
	r.FieldsPerRecord, r.ReuseRecord, r.TrimLeadingSpace = -1, true, true
	var pairs [][2]nin.Number
	for n := 0; ; n++ {
		fields, err := r.Read()
		var bad *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			return pairs, nil
		case errors.As(err, &bad):
			return nil, fault(bad.Line, "%w", bad.Err)
		case err != nil:
			return nil, fault(0, "%w", err)
		}
		line, _ := r.FieldPos(0)
		if len(fields) < 2 || n >= maxProof {
			return nil, fault(line, "there are not two columns, or too many lines")
		}
		pair := [2]nin.Number{p.Parse(fields[0]), p.Parse(fields[1])}
		switch {
		case national(pair[0]) && pair[0] == pair[1]:
			return nil, fault(line, "the old number and the new are the same")
		case national(pair[0]) && national(pair[1]):
			pairs = append(pairs, pair)
		case n > 0 || pair[0].RevealPlain() != "" || pair[1].RevealPlain() != "":
			return nil, fault(line, "one of the two is no national identity number")
		}
	}
}

func national(n nin.Number) bool { return n.Kind().National() && n.Fault() == nin.Fine }

// separator tells what parts the columns, by the first line, and goes back to its beginning, behind a byte order
// mark.
func separator(f io.ReadSeeker) (rune, error) {
	head := make([]byte, 1024)
	n, err := f.Read(head)
	if err != nil && !errors.Is(err, io.EOF) {
		return 0, err
	}
	mark := 0
	if bytes.HasPrefix(head[:n], []byte("\xef\xbb\xbf")) { // as Excel writes it
		mark = 3
	}
	line, _, _ := bytes.Cut(head[:n], []byte("\n"))
	comma := ','
	if bytes.IndexByte(line, ';') >= 0 {
		comma = ';'
	}
	_, err = f.Seek(int64(mark), io.SeekStart)
	return comma, err
}
