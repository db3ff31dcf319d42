package history

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// create makes a database under another name and gives it its own when it is whole, so that a file under its name
// is never half a history.
func (s *Store) create(ctx context.Context, o Options) error {
	if o.OldKeyFile != "" {
		return &KeyError{File: o.OldKeyFile, Fault: KeyForNothing}
	}
	key, made, err := readOrMakeKey(o.KeyFile)
	if err != nil {
		return err
	}
	if made {
		s.log.Info("history key made", "file", o.KeyFile)
	}
	draft := o.Path + ".new"
	// A run that was killed may have left these. A journal without its database would be played into the new one.
	for _, stray := range []string{draft, draft + "-journal", o.Path + "-journal"} {
		if err := os.Remove(stray); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("history: %w", err)
		}
	}
	f, err := os.OpenFile(draft, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return fmt.Errorf("history: %w", err)
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("history: %w", err)
	}
	db, err := connect(ctx, draft, false)
	if err != nil {
		return err
	}
	if _, err = migrate(ctx, db, steps); err == nil {
		_, err = db.ExecContext(ctx, "INSERT INTO meta VALUES ('key_id', ?)", keyID(key))
	}
	if err = errors.Join(err, db.Close()); err != nil {
		return err
	}
	if err := os.Rename(draft, o.Path); err != nil {
		return fmt.Errorf("history: %w", err)
	}
	s.log.Info("history made", "file", o.Path)
	return syncFolder(o.Path)
}
