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

// Purge removes the workbooks and pages of days before first from dir and from the folders of units in it, and tells
// how many. It touches no file of another name, and nothing that is no plain file.
func Purge(dir string, first nin.Date) (int, error) {
	removed := 0
	var errs []error
	for _, folder := range withUnits(dir) {
		n, err := purgeFolder(folder, first)
		removed += n
		errs = append(errs, err)
	}
	return removed, errors.Join(errs...)
}

func purgeFolder(dir string, first nin.Date) (int, error) {
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

// withUnits is a folder of reports and the folders that runs make in it: of units, of letters, and the restricted one. A link is none.
func withUnits(dir string) []string {
	all := []string{dir}
	for _, own := range []string{lettersFolder, restrictedFolder} {
		if at, err := os.Lstat(filepath.Join(dir, own)); err == nil && at.IsDir() {
			all = append(all, filepath.Join(dir, own))
		}
	}
	units := filepath.Join(dir, unitsFolder)
	if at, err := os.Lstat(units); err != nil || !at.IsDir() {
		return all
	}
	entries, _ := os.ReadDir(units) // what can not be read is left for the next night
	for _, e := range entries {
		if e.IsDir() {
			all = append(all, filepath.Join(units, e.Name()))
		}
	}
	return all
}

// Sweep removes what runs that died have left in dir and the folders of units in it, however young it is. Only a run that knows itself to be alone
// may call it, and before it opens its first report. What can not be removed is left for the next night.
func Sweep(dir string) {
	for _, folder := range withUnits(dir) {
		left, _ := os.ReadDir(folder) // a folder that is not there holds nothing
		for _, entry := range left {
			if ours, _ := filepath.Match(tempPattern, entry.Name()); ours {
				_ = os.RemoveAll(filepath.Join(folder, entry.Name()))
			}
		}
	}
}
