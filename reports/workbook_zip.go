package reports

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/flate"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"regexp"
	"slices"

	"github.com/xuri/excelize/v2"
)

// endOfRows is where the rows of a sheet's part end; text in a part is escaped, so it stands there once.
var endOfRows = []byte("</sheetData>")

// afterLinks begins the element before which a sheet's links stand (ECMA-376 part 1, §18.3.1.99); every sheet
// made here has it.
var afterLinks = []byte("<pageMargins ")

// sheetFormat begins the element that tells how deep the rows of a sheet are grouped. Excel shows no button
// for a group without that, and excelize can not be told.
var sheetFormat = []byte("<sheetFormatPr ")

// parts is the zip file that a workbook is: the parts in the order of their names, without times, so that the
// same workbook gives the same bytes. Into the parts of sheets that have a filling it puts that.
type parts struct {
	out      io.Writer
	all      map[string]*bytes.Buffer
	fillings map[string]filling // by the part's name
}

// filling writes what a sheet holds that excelize is not told of: its rows, and its links where it has any.
type filling struct{ rows, links func(io.Writer) error }

func newParts(out io.Writer) *parts {
	return &parts{out: out, all: map[string]*bytes.Buffer{}, fillings: map[string]filling{}}
}

// fill has the sheet of that ID filled when its part is written.
func (p *parts) fill(id int, f filling) {
	p.fillings[fmt.Sprintf("xl/worksheets/sheet%d.xml", id)] = f
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
	by, err := flate.NewWriter(p.out, packing) // for one part after the other
	if err != nil {
		return err
	}
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return pack(w, by), nil })
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
	if name == contentTypes {
		part = inOrder(part)
	}
	filling, ok := p.fillings[name]
	if !ok {
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
	if err := filling.rows(w); err != nil {
		return err
	}
	if filling.links != nil {
		before, after, found := bytes.Cut(tail, afterLinks)
		if !found {
			return errors.New("the sheet has no place for links")
		}
		if _, err := w.Write(slices.Concat(endOfRows, before)); err != nil {
			return err
		}
		if err := filling.links(w); err != nil {
			return err
		}
		_, err := w.Write(slices.Concat(afterLinks, after))
		return err
	}
	_, err := w.Write(slices.Concat(endOfRows, tail))
	return err
}

// contentTypes is the part that tells what the parts are (ECMA-376 part 2, §10.1.2.2). Excelize lists the types of
// pictures there in random order, as soon as there is a chart.
const contentTypes = "[Content_Types].xml"

var defaultType = regexp.MustCompile(`<Default [^>]*></Default>`)

// inOrder sorts the default types.
func inOrder(part []byte) []byte {
	types := defaultType.FindAll(part, -1)
	slices.SortFunc(types, bytes.Compare)
	sorted := bytes.Join(types, nil)
	rest := defaultType.ReplaceAll(part, nil)
	before, after, found := bytes.Cut(rest, []byte("<Override "))
	if !found {
		return part
	}
	return slices.Concat(before, sorted, []byte("<Override "), after)
}

// writeLinks writes the links of a sheet, each from a cell to a place in the workbook (ECMA-376 part 1, §18.3.1.47), as
// far as a sheet has room for them. An element without a link would be an error, so there is none.
func writeLinks(w io.Writer, links iter.Seq2[string, string]) error {
	out := bufio.NewWriter(w)
	n := 0
	for cell, to := range links {
		if n == excelize.TotalSheetHyperlinks {
			break
		}
		if n++; n == 1 {
			_, _ = out.WriteString("<hyperlinks>")
		}
		_, _ = out.WriteString(`<hyperlink ref="` + cell + `" location="`)
		_ = xml.EscapeText(out, []byte(to))
		_, _ = out.WriteString(`"/>`)
	}
	if n > 0 {
		_, _ = out.WriteString("</hyperlinks>")
	}
	return out.Flush()
}
