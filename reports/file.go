package reports

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// tempPattern names what a run leaves in the folder while it lasts: files and folders that nobody else reads.
const tempPattern = ".ninaudit-*.tmp"

// stale is how old such a leftover is before it must belong to a run that died.
const stale = 24 * time.Hour

// mostNames is how many names are tried where other programs hold the earlier ones open.
const mostNames = 9

// file is a report on its way to its place: a temporary file beside it, mode 0600, that is renamed when it is
// whole. It is written through its bufio.Writer.
type file struct {
	*bufio.Writer
	dir, name string
	temp      *os.File
	another   bool // another name may be taken where the wanted one is held open
	path      string
	published bool

	deliver *Delivery // nil: the file stays where it is
	copied  copied

	// How the system renames, and what it says of a target that is open; tests put others here.
	replace func(from, to string) error
	inUse   func(error) bool
}

// create makes the temporary file, and sweeps away what dead runs left in the folder. With another, a name is
// added where the wanted one is held open.
func create(dir, name string, another bool) (*file, error) {
	if at, err := os.Stat(filepath.Join(dir, name)); err == nil && at.IsDir() {
		return nil, fmt.Errorf("report %s: there is a folder of that name", name)
	}
	dir = filepath.Clean(dir) // an empty name is the working folder, never the system's temporary one
	temp, err := os.CreateTemp(dir, tempPattern)
	if err != nil {
		return nil, fmt.Errorf("report %s: %w", name, err)
	}
	sweep(dir, temp)
	return &file{
		Writer: bufio.NewWriterSize(temp, 1<<16), dir: dir, name: name, temp: temp, another: another,
		path: filepath.Join(dir, name), replace: replace, inUse: inUse,
	}, nil
}

// sweep removes temporary files and folders that are a day older than fresh, which was made just now: the
// folder's own clock tells the age. What can not be removed is left for the next night.
func sweep(dir string, fresh *os.File) {
	now, err := fresh.Stat()
	if err != nil {
		return
	}
	left, _ := os.ReadDir(dir)
	for _, entry := range left {
		ours, _ := filepath.Match(tempPattern, entry.Name())
		at, err := entry.Info()
		if ours && err == nil && now.ModTime().Sub(at.ModTime()) > stale {
			_ = os.RemoveAll(filepath.Join(dir, entry.Name()))
		}
	}
}

// finish makes the file safe on disk under its temporary name.
func (f *file) finish() error {
	if err := f.Flush(); err != nil {
		return f.fault(err)
	}
	if err := f.temp.Sync(); err != nil {
		return f.fault(err)
	}
	if err := f.temp.Close(); err != nil {
		return f.fault(err)
	}
	if f.deliver != nil {
		var err error
		if f.copied, err = f.deliver.copyOf(f.temp.Name()); err != nil {
			return f.fault(fmt.Errorf("delivery: %w", err))
		}
	}
	return nil
}

// Publish gives the file its name, and its copy, if there is one, the same in its own folder. Where another program
// holds that open (Windows), the file takes the first free name after it, if it may: report-2.xlsx.
func (f *file) Publish() error {
	wanted := f.path
	ext := filepath.Ext(f.name)
	for n := 2; ; n++ {
		err := f.replace(f.temp.Name(), f.path)
		if err == nil {
			break
		}
		if !f.inUse(err) || !f.another || n > mostNames {
			f.path = wanted
			return f.fault(err)
		}
		f.path = filepath.Join(f.dir, fmt.Sprintf("%s-%d%s", strings.TrimSuffix(f.name, ext), n, ext))
	}
	f.published = true
	if err := syncDir(f.dir); err != nil {
		return f.fault(err)
	}
	if f.deliver == nil {
		return nil
	}
	err := f.replace(f.copied.temp, filepath.Join(f.deliver.Dir, filepath.Base(f.path)))
	if err == nil {
		f.copied.temp = ""
		err = syncDir(f.deliver.Dir)
	}
	if err != nil {
		return f.fault(fmt.Errorf("delivery: %w", err))
	}
	return nil
}

// Path is where the file stands; before Publish, where it is to stand.
func (f *file) Path() string { return f.path }

// Wanted is the path that was held open by another program; empty where the file has it.
func (f *file) Wanted() string {
	if wanted := filepath.Join(f.dir, f.name); wanted != f.path {
		return wanted
	}
	return ""
}

// Discard removes the file unless it is published, and a copy that has not reached its place.
func (f *file) Discard() {
	f.copied.discard()
	if f.published {
		return
	}
	_ = f.temp.Close()
	_ = os.Remove(f.temp.Name())
}

func (f *file) fault(err error) error { return fmt.Errorf("report %s: %w", f.name, err) }
