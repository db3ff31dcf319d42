package reports

import (
	"errors"
	"os"
	"path/filepath"

	"ninaudit/audit"
)

// restrictedFolder holds the one workbook on persons under protection. It is never delivered to readers.
const restrictedFolder = "restricted"

// restricted is that workbook, in a folder that is taken away again if nothing came of it.
type restricted struct {
	audit.Report
	dir  string
	made bool
}

// NewRestricted begins the workbook on persons under protection, in o.Dir/restricted, which nobody else may look into. No
// digits are shown in it, and no decisions are asked for.
func NewRestricted(o Options) (audit.Report, error) {
	r := &restricted{dir: filepath.Join(o.Dir, restrictedFolder)}
	err := os.Mkdir(r.dir, 0o700)
	if err != nil && !errors.Is(err, os.ErrExist) {
		return nil, err
	}
	r.made = err == nil
	o.Dir, o.Deliver, o.NIN, o.Answers = r.dir, nil, NINKind, false
	o.Unit = voice{l: o.Language}.say(shieldedUsers)
	if r.Report, err = NewWorkbook(o); err != nil {
		r.Discard()
		return nil, err
	}
	return r, nil
}

// Discard removes what is not published.
func (r *restricted) Discard() {
	if r.Report != nil {
		r.Report.Discard()
	}
	if r.made {
		_ = os.Remove(r.dir) // fails, as it should, unless the folder is empty
	}
}
