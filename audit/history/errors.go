package history

import (
	"errors"
	"fmt"
	"os"
	"time"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// LockedError says that another run holds the history.
type LockedError struct {
	Path  string    // the database
	Pid   int       // who holds it; 0 where the lock file does not say
	Since time.Time // UTC; zero where the lock file does not say
}

func (e *LockedError) Error() string {
	if e.Pid == 0 {
		return fmt.Sprintf("history %q: another run holds it", e.Path)
	}
	return fmt.Sprintf("history %q: another run holds it: process %d, since %s UTC",
		e.Path, e.Pid, e.Since.UTC().Format(time.DateTime))
}

// Hint says what to try.
func (e *LockedError) Hint() string {
	return "wait until it has ended; if it hangs, end that process: its lock ends with it"
}

// NewerError says that a later version of the program wrote the database.
type NewerError struct {
	Path           string
	Version, Known int
}

func (e *NewerError) Error() string {
	return fmt.Sprintf("history %q: its form is number %d, and this program knows them up to %d", e.Path, e.Version, e.Known)
}

// Hint says what to try.
func (e *NewerError) Hint() string {
	return "a later version of ninaudit has written it: use that one, or name another file under history.path"
}

// OlderError says that the database has an older form, which only a run that writes brings up to date.
type OlderError struct {
	Path           string
	Version, Known int
}

func (e *OlderError) Error() string {
	return fmt.Sprintf("history %q: its form is number %d, and %d is needed", e.Path, e.Version, e.Known)
}

// Hint says what to try.
func (e *OlderError) Hint() string {
	return "run a scan that writes to the history once: it brings the file up to date"
}

// DamagedError says that the database can not be read. It has been left as it is.
type DamagedError struct {
	Path    string
	Foreign bool // it is no history of ninaudit's, as far as can be told
	Err     error
}

func (e *DamagedError) Error() string { return fmt.Sprintf("history %q: %v", e.Path, e.Err) }
func (e *DamagedError) Unwrap() error { return e.Err }

// Hint says what to try.
func (e *DamagedError) Hint() string {
	if e.Foreign {
		return "the file has been left as it is: name another under history.path"
	}
	return "the file has been left as it is: put a copy of an earlier day in its place, or move it away; " +
		"the next run is then a first one, and everything stands from that day"
}

// UnfinishedError says that a run was killed while it wrote. What it wrote must be taken back before anybody can read.
type UnfinishedError struct{ Path string }

func (e *UnfinishedError) Error() string {
	return fmt.Sprintf("history %q: a run was killed while it wrote, and what it wrote has not been taken back", e.Path)
}

// Hint says what to try.
func (e *UnfinishedError) Hint() string {
	return "run a scan that writes to the history once: it takes back what was half written, and nothing older is lost"
}

// FullError says that the disk is full. The transaction has been taken back.
type FullError struct{ Path string }

func (e *FullError) Error() string { return fmt.Sprintf("history %q: the disk is full", e.Path) }

// Hint says what to try.
func (e *FullError) Hint() string {
	return "make room on the disk that history.path is on, and run again: the history is as it was before this run"
}

// ChangedError says that the history is not what it was when it was loaded: whoever only reads it keeps nobody from
// writing.
type ChangedError struct{ Path string }

func (e *ChangedError) Error() string {
	return fmt.Sprintf("history %q: another run wrote to it while this one was under way", e.Path)
}

// Hint says what to try.
func (e *ChangedError) Hint() string { return "run again when no other run is under way" }

// errOddPage is a file whose pages do not fit together.
var errOddPage = errors.New("the file is damaged: its pages do not fit together")

// explain puts a database's error into the words of this package.
func explain(path string, err error) error {
	var known interface{ Hint() string }
	var failed *sqlite.Error
	switch {
	case err == nil || errors.As(err, &known):
		return err
	case errors.Is(err, errOddRow), errors.Is(err, errOddPage):
		return &DamagedError{Path: path, Err: err}
	case !errors.As(err, &failed):
		return fmt.Errorf("history %q: %w", path, err)
	}
	switch code := failed.Code(); {
	case code == sqlite3.SQLITE_READONLY_ROLLBACK:
		return &UnfinishedError{Path: path}
	case code&0xff == sqlite3.SQLITE_CORRUPT:
		return &DamagedError{Path: path, Err: errors.New("the file is damaged")}
	case code&0xff == sqlite3.SQLITE_NOTADB:
		return &DamagedError{Path: path, Err: errors.New("the file is no SQLite database, or damaged")}
	case code&0xff == sqlite3.SQLITE_FULL:
		return &FullError{Path: path}
	case code == sqlite3.SQLITE_ERROR: // no statement here is wrong about a sound history: its tables are not ours
		return &DamagedError{Path: path, Err: errors.New("the file is damaged: it does not hold the tables of a history")}
	case code&0xff == sqlite3.SQLITE_BUSY:
		locked := &LockedError{Path: path}
		if pid, since := readHolder(path + ".lock"); pid != os.Getpid() {
			locked.Pid, locked.Since = pid, since
		}
		return locked
	}
	return fmt.Errorf("history %q: %w", path, err)
}
