package reports

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"

	"github.com/xuri/excelize/v2"
)

// endOfRows is where the rows of a sheet's part end; text in a part is escaped, so it stands there once.
var endOfRows = []byte("</sheetData>")

// sheetFormat begins the element that tells how deep the rows of a sheet are grouped. Excel shows no button
// for a group without that, and excelize can not be told.
var sheetFormat = []byte("<sheetFormatPr ")

// parts is the zip file that a workbook is: the parts in the order of their names, without times, so that the
// same workbook gives the same bytes. Into the parts of findings sheets it puts the rows.
type parts struct {
	out  io.Writer
	all  map[string]*bytes.Buffer
	rows map[string]func(io.Writer) error // writes the rows of the part so named
}

func newParts(out io.Writer) *parts {
	return &parts{out: out, all: map[string]*bytes.Buffer{}, rows: map[string]func(io.Writer) error{}}
}

// open is for excelize.SetZipWriter. The file does not pass through excelize's buffer.
func (p *parts) open(io.Writer) excelize.ZipWriter { return p }

// Create begins a part.
func (p *parts) Create(name string) (io.Writer, error) {
	p.all[name] = new(bytes.Buffer)
	return p.all[name], nil
}

// AddFS is part of the interface; a workbook is made of parts.
func (p *parts) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close writes the zip file.
func (p *parts) Close() error {
	names := make([]string, 0, len(p.all))
	for name := range p.all {
		names = append(names, name)
	}
	slices.Sort(names) // [Content_Types].xml comes first, where readers look for it
	z := zip.NewWriter(p.out)
	for _, name := range names {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err != nil {
			return err
		}
		if err := p.write(w, name); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return z.Close()
}

func (p *parts) write(w io.Writer, name string) error {
	part := p.all[name].Bytes()
	rows := p.rows[name]
	if rows == nil {
		_, err := w.Write(part)
		return err
	}
	head, tail, found := bytes.Cut(part, endOfRows)
	if !found || !bytes.Contains(head, sheetFormat) {
		return errors.New("the sheet has no place for rows")
	}
	head = bytes.Replace(head, sheetFormat, append(slices.Clone(sheetFormat), `outlineLevelRow="1" `...), 1)
	if _, err := w.Write(head); err != nil {
		return err
	}
	if err := rows(w); err != nil {
		return err
	}
	_, err := w.Write(slices.Concat(endOfRows, tail))
	return err
}
