package reports

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Delivery says where readers find the reports that are made for persons: the service account writes its own, which
// nobody else may open, and puts a copy where they may.
type Delivery struct {
	Dir   string      // an existing folder
	Group int         // the numeric group that a copy is given; negative: the service account's own
	Mode  fs.FileMode // of a copy
}

// within is the delivery to a folder in the folder.
func (d *Delivery) within(names ...string) *Delivery {
	if d == nil {
		return nil
	}
	deeper := *d
	deeper.Dir = filepath.Join(append([]string{d.Dir}, names...)...)
	return &deeper
}

// folderMode lets whoever may read a copy look into its folder.
func (d *Delivery) folderMode() fs.FileMode { return d.Mode | d.Mode&0o444>>2 | 0o700 }

// makeFolders makes the folders of names, one in the other, within the delivery's, and hands each to the readers.
func (d *Delivery) makeFolders(names ...string) error {
	for i := range names {
		dir := d.within(names[:i+1]...).Dir
		switch err := os.Mkdir(dir, 0o700); {
		case errors.Is(err, fs.ErrExist):
			continue
		case err != nil:
			return err
		}
		if err := d.handOver(dir, d.folderMode()); err != nil {
			return err
		}
	}
	return nil
}

// handOver gives a file or folder its group and mode, in this order: a change of group may take rights away.
func (d *Delivery) handOver(path string, mode fs.FileMode) error {
	if d.Group >= 0 {
		if err := os.Chown(path, -1, d.Group); err != nil {
			return err
		}
	}
	return os.Chmod(path, mode)
}

// Try tells whether something can be delivered: it makes a file in the folder, hands it over, and takes it away.
func (d *Delivery) Try() error {
	f, err := os.CreateTemp(d.Dir, tempPattern)
	if err != nil {
		return fmt.Errorf("delivery: %w", err)
	}
	err = d.handOver(f.Name(), d.Mode)
	if err = errors.Join(err, f.Close(), os.Remove(f.Name())); err != nil {
		return fmt.Errorf("delivery: %w", err)
	}
	return nil
}

// copied is a copy on its way to its readers: a temporary file in their folder that is theirs already, and whole.
type copied struct{ temp string }

// copyOf makes the copy of a finished file safe on disk.
func (d *Delivery) copyOf(path string) (c copied, err error) {
	from, err := os.Open(path)
	if err != nil {
		return c, err
	}
	defer from.Close()
	to, err := os.CreateTemp(d.Dir, tempPattern)
	if err != nil {
		return c, err
	}
	c.temp = to.Name()
	_, err = io.Copy(to, from)
	if err == nil {
		err = d.handOver(c.temp, d.Mode)
	}
	if err == nil {
		err = to.Sync()
	}
	if err = errors.Join(err, to.Close()); err != nil {
		c.discard()
	}
	return c, err
}

// discard removes the copy unless it has reached its place.
func (c *copied) discard() {
	if c.temp != "" {
		_ = os.Remove(c.temp)
		c.temp = ""
	}
}
