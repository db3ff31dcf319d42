package reports

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"regexp"
	"strconv"
	"strings"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// How large a workbook may be that comes back. One of 100 000 findings has 18 MiB, and 230 MiB unzipped.
const (
	mostReturned = 64 << 20
	mostUnzipped = 512 << 20
	mostParts    = 2000
	// Sheets are read as a stream, and the texts that their cells share, 13 MiB of them in what LibreOffice saves, at
	// once. Every other part is small.
	mostShared = 64 << 20
	mostOther  = 16 << 20
)

// returned reads a file that came back, up to its limit.
func returned(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, &audit.UsageError{Err: err, Hint: "check the path of the workbook"}
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return nil, noWorkbook("it is no file")
	}
	data, err := io.ReadAll(io.LimitReader(f, mostReturned+1))
	if err != nil {
		return nil, fmt.Errorf("workbook: %w", err)
	}
	if len(data) > mostReturned {
		return nil, noWorkbook(fmt.Sprintf("it is larger than %d MiB", mostReturned>>20))
	}
	return data, nil
}

// inspectZip looks at a workbook before anything in it is unzipped. A part that is larger than its entry says is an
// error of package zip's when it is read, so what the entries say is a bound.
func inspectZip(data []byte) error {
	if bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) {
		return noWorkbook("it has a password, or is of the old kind (.xls)")
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return noWorkbook("it is no .xlsx file, or a damaged one")
	}
	if len(z.File) > mostParts {
		return noWorkbook(fmt.Sprintf("it has more than %d parts", mostParts))
	}
	var all uint64
	seen := map[string]bool{}
	for _, part := range z.File {
		name := strings.ToLower(strings.ReplaceAll(part.Name, `\`, "/"))
		all += min(part.UncompressedSize64, mostUnzipped+1)
		switch {
		case part.UncompressedSize64 > mostOf(name):
			return noWorkbook("a part of it is too large")
		case all > mostUnzipped:
			return noWorkbook(fmt.Sprintf("it is larger than %d MiB when it is unzipped", mostUnzipped>>20))
		case strings.Contains(name, "vbaproject"), strings.Contains(name, "macrosheet"):
			return noWorkbook("it holds macros")
		case seen[name]:
			return noWorkbook("it holds a part twice")
		case name == "[content_types].xml" && macroTyped(part):
			return noWorkbook("it holds macros")
		}
		seen[name] = true
	}
	return nil
}

// mostOf is how large a part may be.
func mostOf(name string) uint64 {
	switch {
	case strings.HasPrefix(name, "xl/worksheets/sheet"):
		return mostUnzipped
	case name == "xl/sharedstrings.xml":
		return mostShared
	}
	return mostOther
}

// macroTyped tells that a workbook says of itself that it may hold macros, or is of a kind that can not be read.
func macroTyped(types *zip.File) bool {
	f, err := types.Open()
	if err != nil {
		return false // it will be told to be damaged
	}
	defer f.Close()
	text, _ := io.ReadAll(io.LimitReader(f, 1<<20))
	return bytes.Contains(bytes.ToLower(text), []byte("macroenabled"))
}

var writtenDay = regexp.MustCompile(`^(\d{1,2})\.(\d{1,2})\.(\d{4})$`)

// lastSerial is 31 December 9999, the last day that a sheet knows.
const lastSerial = 2958465

// dayOf reads a day as a cell holds it: as a sheet counts days, or as text. 0 where it is neither.
func dayOf(s string, since1904 bool) nin.Date {
	if n, err := strconv.ParseFloat(s, 64); err == nil {
		if since1904 {
			n += 1462
		}
		if !(n >= 61 && n <= lastSerial) { // before March 1900 a sheet counts a day that never was
			return 0
		}
		return nin.MakeDate(1899, 12, 30).AddDays(int(n))
	}
	day, _, _ := strings.Cut(s, "T") // an ISO 8601 cell has the time behind it
	d, err := nin.ParseDate(day)
	if m := writtenDay.FindStringSubmatch(s); m != nil {
		var part [3]int
		for i := range part {
			part[i], err = strconv.Atoi(m[i+1])
		}
		d = nin.MakeDate(part[2], part[1], part[0])
	}
	if err != nil || !d.Exists() || !d.KnowsCentury() {
		return 0
	}
	return d
}
