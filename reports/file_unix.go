//go:build !windows

package reports

import (
	"errors"
	"os"
)

// replace renames a file over another; here the old one may be open.
func replace(from, to string) error { return os.Rename(from, to) }

// inUse tells whether a rename failed because another program holds the target open: never so here.
func inUse(error) bool { return false }

// syncDir makes a rename in the folder safe on disk.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
