package reports

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"

	"ninaudit/audit/nin"
)

// datedName is what NewWorkbook, NewHTML and Publish call a file, and nothing else: its day, and the number that is added
// where the name was held open.
var datedName = regexp.MustCompile(`^ninaudit-([0-9]{4}-[0-9]{2}-[0-9]{2})(?:-[2-9])?\.(?:xlsx|html)$`)

// Purge removes the workbooks and pages of days before first from dir, and tells how many. It touches no file of another name,
// and nothing that is no plain file.
func Purge(dir string, first nin.Date) (int, error) {
	files, err := os.ReadDir(dir)
	if err != nil {
		return 0, err
	}
	var errs []error
	removed := 0
	for _, f := range files {
		m := datedName.FindStringSubmatch(f.Name())
		if m == nil || !f.Type().IsRegular() {
			continue
		}
		if day, err := nin.ParseDate(m[1]); err != nil || day >= first {
			continue
		}
		if err := os.Remove(filepath.Join(dir, f.Name())); err != nil {
			errs = append(errs, err)
			continue
		}
		removed++
	}
	return removed, errors.Join(errs...)
}

// Sweep removes what runs that died have left in dir, however young it is. Only a run that knows itself to be alone
// may call it, and before it opens its first report. What can not be removed is left for the next night.
func Sweep(dir string) {
	left, _ := os.ReadDir(dir) // a folder that is not there holds nothing
	for _, entry := range left {
		if ours, _ := filepath.Match(tempPattern, entry.Name()); ours {
			_ = os.RemoveAll(filepath.Join(dir, entry.Name()))
		}
	}
}
