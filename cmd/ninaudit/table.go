package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"ninaudit/audit"
)

// Bounds of a table.
const (
	maxTable        = 1_000_000 // rows
	maxTableBytes   = 256 << 20
	maxTableColumns = 200
)

// csvTable is a CSV file as Norwegian systems export it: a heading, then rows of as many cells, parted by semicolons,
// commas or tabs; in UTF-8, with or without a mark, or in Windows-1252.
type csvTable struct {
	name    string // the file as errors name it
	heading []string
	rows    []tableRow
}

// tableRow is one row, with the line on which it begins.
type tableRow struct {
	line  int
	cells []string
}

// fault is an error at a line of a table; 0 for the file as a whole. It never shows what stands there.
func (t *csvTable) fault(line int, hint, format string, args ...any) error {
	at := t.name
	if line > 0 {
		at = fmt.Sprintf("%s:%d", t.name, line)
	}
	return &audit.UsageError{Err: fmt.Errorf("%s: "+format, append([]any{at}, args...)...), Hint: hint}
}

// readTable opens a table.
func readTable(path string) (*csvTable, error) {
	t := &csvTable{name: filepath.ToSlash(path)}
	f, err := os.Open(path)
	if err != nil {
		return nil, t.fault(0, "check the path", "%w", errors.Unwrap(err))
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return nil, t.fault(0, "name a CSV file", "this is no file")
	}
	return parseTable(f, path)
}

// parseTable reads a table from in. Any error is an *audit.UsageError.
func parseTable(in io.Reader, name string) (*csvTable, error) {
	t := &csvTable{name: filepath.ToSlash(name)}
	data, err := io.ReadAll(io.LimitReader(in, maxTableBytes+1))
	switch {
	case err != nil:
		return nil, t.fault(0, "see whether the file can be read", "%w", err)
	case len(data) > maxTableBytes:
		return nil, t.fault(0, "see whether it is the file you meant", "the file is larger than %d MiB", maxTableBytes>>20)
	}
	data = decoded(data)
	if at := bytes.IndexByte(data, 0); at >= 0 {
		return nil, t.fault(1+bytes.Count(data[:at], []byte("\n")), "export it as CSV, in UTF-8 or Windows-1252", "this is no text")
	}
	r := csv.NewReader(bytes.NewReader(data))
	r.Comma, r.TrimLeadingSpace = parter(data), true
	for {
		cells, err := r.Read()
		var bad *csv.ParseError
		switch {
		case errors.Is(err, io.EOF) && t.heading == nil:
			return nil, t.fault(1, "write a heading with the names of the columns, and a line for each row", "the file is empty")
		case errors.Is(err, io.EOF):
			return t, nil
		case errors.Is(err, csv.ErrFieldCount):
			line, _ := r.FieldPos(0)
			return nil, t.fault(line, "put a text that holds the separator in quotes",
				"the row has %d cells where the heading has %d", len(cells), len(t.heading))
		case errors.As(err, &bad):
			return nil, t.fault(bad.StartLine, "double a quote that stands in a text, and close every one", "%w", bad.Err)
		case err != nil:
			return nil, t.fault(0, "see whether the file can be read", "%w", err)
		}
		line, _ := r.FieldPos(0)
		if err := t.take(line, cells); err != nil {
			return nil, err
		}
	}
}

// take keeps the heading, or a row; rows of nothing but empty cells are left out, for spreadsheets write such.
func (t *csvTable) take(line int, cells []string) error {
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	switch {
	case t.heading == nil:
		t.heading = cells
		return t.checkHeading(line)
	case len(t.rows) == maxTable:
		return t.fault(line, "see whether it is the file you meant", "there are more than %d rows", maxTable)
	case slices.ContainsFunc(cells, func(c string) bool { return c != "" }):
		t.rows = append(t.rows, tableRow{line, cells})
	}
	return nil
}

func (t *csvTable) checkHeading(line int) error {
	if len(t.heading) > maxTableColumns {
		return t.fault(line, "see whether it is the file you meant", "there are more than %d columns", maxTableColumns)
	}
	seen := map[string]bool{}
	for _, h := range t.heading {
		folded := strings.ToLower(h)
		if h != "" && seen[folded] {
			return t.fault(line, "give each its own name", "two columns are called %s", quote(h))
		}
		seen[folded] = true
		if holdsNumber(h) {
			return t.fault(line, "write a first line with the names of the columns", "there is no heading: a number stands in the first line")
		}
	}
	return nil
}

// column is the place of a column, whatever the case of its letters; -1 where there is none of that name.
func (t *csvTable) column(name string) int {
	return slices.IndexFunc(t.heading, func(h string) bool { return strings.EqualFold(h, name) })
}

// parter tells what parts the cells, by what stands most in the heading.
func parter(data []byte) rune {
	line, _, _ := bytes.Cut(data, []byte("\n"))
	best, most := ',', 0
	for _, c := range ";,\t" {
		if n := bytes.Count(line, []byte(string(c))); n > most {
			best, most = c, n
		}
	}
	return best
}

// decoded is text in UTF-8 without a mark. What is no UTF-8 is Windows-1252, in which every byte is a letter, as far as
// anybody uses it.
func decoded(data []byte) []byte {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if utf8.Valid(data) {
		return data
	}
	out := make([]byte, 0, len(data)+len(data)/8)
	for _, c := range data {
		r := rune(c)
		if c >= 0x80 && c < 0xa0 {
			r = windows1252[c-0x80]
		}
		out = utf8.AppendRune(out, r)
	}
	return out
}

// windows1252 is what the bytes from 0x80 to 0x9f mean there; everything else is as in Latin-1.
var windows1252 = [32]rune{
	'€', utf8.RuneError, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', utf8.RuneError, 'Ž', utf8.RuneError,
	utf8.RuneError, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', utf8.RuneError, 'ž', 'Ÿ',
}
