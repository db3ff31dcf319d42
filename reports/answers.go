package reports

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/xuri/excelize/v2"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// Answer is a row of a decisions sheet that came back. What it says is anybody's: it is judged by whoever asked for it.
type Answer struct {
	Sheet string
	Row   int
	// Finding is the case's ID as the row has it.
	Finding string
	// Book is the day of the run whose workbook this is; 0 where the row does not tell.
	Book nin.Date
	// Edited: what the row says of the case is not what stood beside this ID.
	Edited bool
	// Was: a decision stood there from the start.
	Was bool

	Choice     audit.Choice // 0: none is picked
	Reason, By string       // on one line, without control characters; of any length
	Until      nin.Date     // 0: none is given
	// OddChoice and OddUntil: something else stands there.
	OddChoice, OddUntil bool
}

// Empty tells that nothing stands in the cells that are to be filled in.
func (a *Answer) Empty() bool {
	return a.Choice == 0 && a.Reason == "" && a.By == "" && a.Until == 0 && !a.OddChoice && !a.OddUntil
}

// Answers are what somebody has filled in.
type Answers struct {
	Rows    int // of decisions sheets
	Changed []Answer
}

// ReadAnswers reads the decisions sheets of a workbook that came back, in whatever order their rows and columns now are:
// columns are known by their headers, in any language, and rows by their keys. Rows that say what the run wrote are
// counted and left out.
//
// The file is untrusted. It is bounded in every way in which it could be large; nothing in it is run, and no name or
// link in it is followed. What can not be read is an *audit.UsageError.
func ReadAnswers(path string) (answers *Answers, err error) {
	data, err := returned(path)
	if err != nil {
		return nil, err
	}
	return parseAnswers(data)
}

// parseAnswers reads the bytes of a workbook.
func parseAnswers(data []byte) (answers *Answers, err error) {
	if err := inspectZip(data); err != nil {
		return nil, err
	}
	defer func() { // the library was not made for files that somebody has bent
		if recover() != nil {
			answers, err = nil, noWorkbook("it is damaged")
		}
	}()
	book, err := excelize.OpenReader(bytes.NewReader(data),
		excelize.Options{RawCellValue: true, UnzipSizeLimit: mostUnzipped, UnzipXMLSizeLimit: mostUnzipped})
	if err != nil {
		return nil, noWorkbook("it can not be read")
	}
	defer func() { _ = book.Close() }() // no file of its own is open: nothing was unzipped to disk
	props, err := book.GetWorkbookProps()
	if err != nil {
		return nil, noWorkbook("it can not be read")
	}
	r := &answerReader{book: book, since1904: props.Date1904 != nil && *props.Date1904, out: &Answers{}}
	found := false
	for _, sheet := range book.GetSheetList() {
		ours, err := r.sheet(sheet)
		if err != nil {
			return nil, err
		}
		found = found || ours
	}
	if !found {
		return nil, &audit.UsageError{Err: errors.New("the workbook has no sheet of decisions"),
			Hint: "give the workbook of a run that went into the history; its headers must be as they were"}
	}
	return r.out, nil
}

// noWorkbook says that a file is nothing that can be read back. What the library says is not told: it may show what
// stands in the file.
func noWorkbook(why string) error {
	return &audit.UsageError{Err: fmt.Errorf("this is no workbook that can be read: %s", why),
		Hint: "save it as an Excel workbook (.xlsx), without a password and without macros"}
}

type answerReader struct {
	book      *excelize.File
	since1904 bool // days are counted from another one
	out       *Answers
}

// headRows is how many rows may stand above the header, and mostColumns how many columns a row may have.
const (
	headRows    = 50
	mostColumns = 200
)

// sheet reads one sheet, and tells whether it is one of decisions.
func (r *answerReader) sheet(name string) (ours bool, err error) {
	rows, err := r.book.Rows(name)
	if err != nil {
		return false, noWorkbook("a sheet can not be read")
	}
	defer func() { _ = rows.Close() }() // it was only read
	var at map[int]int
	for n := 1; rows.Next(); n++ {
		cells, err := rows.Columns()
		switch {
		case err != nil:
			return ours, noWorkbook("a sheet can not be read")
		case len(cells) > mostColumns && at != nil:
			return ours, noWorkbook(fmt.Sprintf("row %d has more than %d columns", n, mostColumns))
		case len(cells) == 0:
			continue
		case at != nil:
			r.row(name, n, cells, at)
			continue
		case n > headRows || len(cells) > mostColumns:
			return false, nil
		}
		if at, err = headerOf(name, cells); err != nil {
			return false, err
		}
		ours = at != nil
	}
	if rows.Error() != nil {
		return ours, noWorkbook("a sheet can not be read")
	}
	return ours, nil
}
