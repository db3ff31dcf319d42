package reports

import (
	"errors"
	"os"
	"syscall"
	"time"
)

// sharingViolation is ERROR_SHARING_VIOLATION (winerror.h): another process has the file open.
const sharingViolation = syscall.Errno(32)

// replace renames a file over another. A virus scanner or a synchronising client may hold the target for a
// moment, so it tries for a second.
func replace(from, to string) error {
	for try := 1; ; try++ {
		err := os.Rename(from, to)
		if err == nil || !inUse(err) || try == 5 {
			return err
		}
		time.Sleep(200 * time.Millisecond)
	}
}

// inUse tells whether a rename failed because another program holds the target open.
func inUse(err error) bool {
	return errors.Is(err, sharingViolation) || errors.Is(err, syscall.ERROR_ACCESS_DENIED)
}

// syncDir does nothing: Windows has no way to flush a folder, and NTFS keeps renames in its journal.
func syncDir(string) error { return nil }
