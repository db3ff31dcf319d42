package catalog

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"

	"ninaudit/audit"
)

// readBuffer is how much is read of a file at a time.
const readBuffer = 256 << 10

const hintLDIF = "export the catalog as LDIF, for example with ldapsearch or slapcat, and give that file"

// newLDIFReader looks at the first bytes of a file: gzip is unpacked, whatever the file is called,
// and a byte order mark is passed over. An error is a *audit.CatalogError.
func newLDIFReader(catalog string, file io.Reader) (*ldifReader, error) {
	r := &ldifReader{catalog: catalog, src: bufio.NewReaderSize(file, readBuffer)}
	if head, _ := r.src.Peek(2); string(head) == "\x1f\x8b" {
		unpacked, err := gzip.NewReader(r.src)
		if err != nil {
			return nil, r.broken(err)
		}
		r.src = bufio.NewReaderSize(unpacked, readBuffer)
	}
	head, err := r.src.Peek(4)
	if err != nil && err != io.EOF {
		return nil, r.broken(err)
	}
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		_, err = r.src.Discard(3)
		if err != nil {
			return nil, r.broken(err)
		}
	case isUTF16(head):
		return nil, r.failure("", errors.New("the file is UTF-16, not UTF-8"),
			"save it as UTF-8: ldifde without -u, or Out-File -Encoding utf8 in PowerShell")
	case string(head) == "PK\x03\x04":
		return nil, r.failure("", errors.New("this is a zip archive or a spreadsheet, not LDIF"), hintLDIF)
	}
	return r, nil
}

// isUTF16 tells a UTF-16 byte order mark, or Latin text in UTF-16 without one.
func isUTF16(head []byte) bool {
	if bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) {
		return true
	}
	if len(head) < 4 {
		return false
	}
	zero := [4]bool{head[0] == 0, head[1] == 0, head[2] == 0, head[3] == 0}
	return zero == [4]bool{true, false, true, false} || zero == [4]bool{false, true, false, true}
}

// beginsLDIF tells whether the first line that says something is one of LDIF's.
func beginsLDIF(line []byte) bool {
	n := bytes.IndexByte(line[:min(len(line), len("version:"))], ':')
	return n > 0 && (isDN(line[:n]) || bytes.EqualFold(line[:n], []byte("version")) ||
		isSummary(line[:n]))
}

// broken says that the file can not be read any further.
func (r *ldifReader) broken(err error) error {
	stage := fmt.Sprintf("line %d", r.line)
	var corrupt flate.CorruptInputError
	switch {
	case errors.Is(err, errNotLDIF):
		return r.failure(stage, err, hintLDIF)
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return r.failure(stage, err, "")
	case errors.Is(err, io.ErrUnexpectedEOF):
		return r.failure(stage, errors.New("the compressed file is cut short"),
			"copy or export it again: what follows is missing")
	case errors.Is(err, gzip.ErrChecksum), errors.Is(err, gzip.ErrHeader), errors.As(err, &corrupt):
		return r.failure(stage, fmt.Errorf("the compressed file is damaged: %w", err), "copy or export it again")
	}
	return r.failure(stage, err, "see whether the file can be read to its end with other programs")
}

// hopeless gives up a file that has shown no good record.
func (r *ldifReader) hopeless() error {
	return r.failure(fmt.Sprintf("line %d", r.start),
		fmt.Errorf("none of the first %d records can be read; the last: %w", r.bad, r.fault), hintLDIF)
}

// checkResult reads a server's last word. A search that was cut short must never look complete.
func (r *ldifReader) checkResult() error {
	stage := fmt.Sprintf("line %d", r.start)
	switch r.result {
	case 0:
		return nil
	case 3, 4, 11:
		return r.failure(stage, fmt.Errorf("the export was cut short by the server: result %d, a limit", r.result),
			"export in pages (ldapsearch -E pr=500/noprompt), or as a user without limits")
	}
	return r.failure(stage, fmt.Errorf("the export was cut short by the server: result %d", r.result),
		"look up the result code, mend what it tells, and export again")
}

// end says whether a file that was read to its end holds a whole export.
func (r *ldifReader) end() error {
	stage := fmt.Sprintf("line %d", r.line)
	switch {
	case r.cookie:
		return r.failure(stage, errors.New("the export ends before its last page"),
			"export all pages (ldapsearch -E pr=500/noprompt)")
	case r.good > 0:
		return io.EOF
	case r.bad > 0:
		return r.failure(stage, errors.New("no record of the file can be read"), hintLDIF)
	case r.line == 0:
		return r.failure("", errors.New("the file is empty"), hintLDIF)
	}
	return r.failure(stage, errors.New("the file holds no entries"),
		"see whether base and filter of the export find the persons")
}

func (r *ldifReader) failure(stage string, err error, hint string) error {
	return &audit.CatalogError{Catalog: r.catalog, Stage: stage, Err: err, Hint: hint}
}
