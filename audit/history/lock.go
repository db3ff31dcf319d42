package history

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/gofrs/flock"
)

// takeLock takes the lock beside a database at once, and writes into it who holds it. The kernel frees a lock when
// its process ends, however that comes about, so the file stays where it is and says nothing by being there.
func takeLock(path string, now time.Time) (*flock.Flock, error) {
	name := path + ".lock"
	// Windows lets nobody read or write the locked byte, the first one: it is written before, and never used.
	if f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600); err == nil {
		_, _ = f.WriteString("\n")
		_ = f.Close()
	}
	l := flock.New(name, flock.SetPermissions(0o600))
	switch held, err := l.TryLock(); {
	case err != nil:
		return nil, fmt.Errorf("history %q: lock: %w", path, err)
	case !held:
		pid, since := readHolder(name)
		return nil, &LockedError{Path: path, Pid: pid, Since: since}
	}
	if err := writeHolder(name, os.Getpid(), now); err != nil {
		_ = l.Unlock()
		return nil, fmt.Errorf("history %q: lock: %w", path, err)
	}
	return l, nil
}

// holderForm has a fixed length, so that one write replaces whatever stood there.
const holderForm = "%10d %20s\n"

func writeHolder(name string, pid int, now time.Time) error {
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = f.WriteAt(fmt.Appendf(nil, holderForm, pid, now.UTC().Format(time.RFC3339)), 1)
	if e := f.Close(); err == nil {
		err = e
	}
	return err
}

// readHolder gives 0 and no time where the holder has not written yet, or the file holds something else.
func readHolder(name string) (pid int, since time.Time) {
	f, err := os.Open(name)
	if err != nil {
		return 0, time.Time{}
	}
	defer f.Close()
	b := make([]byte, 32)
	if _, err := io.ReadFull(io.NewSectionReader(f, 1, int64(len(b))), b); err != nil {
		return 0, time.Time{}
	}
	var at string
	if _, err := fmt.Sscan(string(b), &pid, &at); err != nil {
		return 0, time.Time{}
	}
	if since, err = time.Parse(time.RFC3339, at); err != nil || pid < 0 {
		return 0, time.Time{}
	}
	return pid, since.UTC()
}
