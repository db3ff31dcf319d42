package history

import (
	"bytes"
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"runtime"
	"time"

	"github.com/gofrs/flock"
)

// Options say where a history is and how it is opened.
type Options struct {
	Path    string // the database
	KeyFile string // its key
	// OldKeyFile, if set, is the key that the database is under; KeyFile is then the key that the next write that
	// replaces every person puts it under, and is made if it is missing.
	OldKeyFile string
	// ReadOnly takes no lock and makes and changes no file.
	ReadOnly bool
	// CheckLater leaves it to Load to find out whether the file is sound, so that something else can be done meanwhile;
	// nothing is written before.
	CheckLater bool
	Now        func() time.Time // nil: time.Now
	Log        *slog.Logger     // nil: nothing is logged
}

// Store is an open history. It serves one goroutine.
type Store struct {
	path        string
	db          *sql.DB // nil: read only, and there is none
	lock        *flock.Flock
	log         *slog.Logger
	tx          *sql.Tx // the last one begun
	key, oldKey []byte
	hasher, old *Hasher
	readOnly    bool
	unchecked   bool // nobody has looked yet whether the file is sound
}

// Open opens a history, and makes database and key where there is neither. The errors that a user can do something
// about are LockedError, KeyError, NewerError, OlderError, DamagedError and UnfinishedError, each with a Hint; after
// any of them the database is, byte for byte, what it was.
//
// Read only, a history that does not exist yet is an empty one.
func Open(ctx context.Context, o Options) (*Store, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	s := &Store{path: o.Path, log: o.Log, readOnly: o.ReadOnly}
	var err error
	if o.ReadOnly {
		err = s.openToRead(ctx, o)
	} else {
		err = s.openToWrite(ctx, o)
	}
	if err != nil {
		return nil, errors.Join(explain(o.Path, err), s.Close())
	}
	s.hasher, s.old = newHasher(s.key), newHasher(s.key)
	if s.Rekeying() {
		s.old = newHasher(s.oldKey)
	}
	return s, nil
}

// Hasher makes tokens under the key.
func (s *Store) Hasher() *Hasher { return s.hasher }

// OldHasher makes tokens under the key that the database is under: another than the key where Rekeying.
func (s *Store) OldHasher() *Hasher { return s.old }

// Rekeying tells that the next write that replaces every person puts the database under another key. Any other is
// under the old one.
func (s *Store) Rekeying() bool { return s.oldKey != nil }

// Close takes back a transaction that has not ended, and frees the lock. It may be called more than once.
func (s *Store) Close() error {
	var errs []error
	if s.tx != nil {
		if err := s.tx.Rollback(); !errors.Is(err, sql.ErrTxDone) {
			errs = append(errs, err)
		}
		s.tx = nil
	}
	if s.db != nil {
		errs = append(errs, s.db.Close())
		s.db = nil
	}
	if s.lock != nil {
		errs = append(errs, s.lock.Unlock())
		s.lock = nil
	}
	return errors.Join(errs...)
}

func (s *Store) openToRead(ctx context.Context, o Options) error {
	if _, err := os.Stat(o.Path); errors.Is(err, fs.ErrNotExist) {
		s.key = randomKey()
		return nil
	}
	version, err := inspect(o.Path)
	if err != nil {
		return err
	}
	if version < len(steps) {
		return &OlderError{Path: o.Path, Version: version, Known: len(steps)}
	}
	s.db, err = connect(ctx, o.Path, true)
	if err != nil {
		return err
	}
	return s.unlock(ctx, o)
}

func (s *Store) openToWrite(ctx context.Context, o Options) (err error) {
	if s.lock, err = takeLock(o.Path, o.Now()); err != nil {
		return err
	}
	if _, err := os.Stat(o.Path); errors.Is(err, fs.ErrNotExist) {
		if err := s.create(ctx, o); err != nil {
			return err
		}
	}
	version, err := inspect(o.Path)
	if err != nil {
		return err
	}
	// The key comes first: nothing is changed in a database whose key is not there.
	if _, err := readKey(cmp.Or(o.OldKeyFile, o.KeyFile)); err != nil {
		return err
	}
	if runtime.GOOS != "windows" {
		if err := os.Chmod(o.Path, 0o600); err != nil {
			return fmt.Errorf("history: %w", err)
		}
	}
	if s.db, err = connect(ctx, o.Path, false); err != nil {
		return err
	}
	s.unchecked = true
	if !o.CheckLater || version < len(steps) || hasJournal(o.Path) { // else nothing is written here
		if err := s.check(ctx); err != nil {
			return err
		}
	}
	if err := s.unlock(ctx, o); err != nil {
		return err
	}
	from, err := migrate(ctx, s.db, steps) // after the keys: a history under another one is left as it is
	if err != nil {
		return err
	}
	if from < len(steps) {
		s.log.Info("history brought up to date", "from", from, "to", len(steps))
	}
	return clearJournal(ctx, s.db, o.Path)
}

// clearJournal takes away a journal that holds nothing, left by a run that died before its first write came to the disk:
// SQLite removes it with the next write only, and whoever looks into the folder would ask what it is.
func clearJournal(ctx context.Context, db *sql.DB, path string) error {
	if !hasJournal(path) {
		return nil
	}
	_, err := db.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", len(steps)))
	return err
}

func hasJournal(path string) bool {
	_, err := os.Stat(path + "-journal")
	return err == nil
}

// unlock reads the keys and holds them against the one that the database is under.
func (s *Store) unlock(ctx context.Context, o Options) (err error) {
	var id []byte
	err = s.db.QueryRowContext(ctx, "SELECT value FROM meta WHERE name = 'key_id'").Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return &DamagedError{Path: s.path, Err: errors.New("the file is damaged: the ID of its key is gone")}
	} else if err != nil {
		return fmt.Errorf("its key's ID: %w", err)
	}
	if o.OldKeyFile == "" {
		if s.key, err = readKey(o.KeyFile); err == nil && !bytes.Equal(keyID(s.key), id) {
			err = &KeyError{File: o.KeyFile, Fault: KeyChanged}
		}
		return err
	}
	if s.oldKey, err = readKey(o.OldKeyFile); err != nil {
		return err
	}
	s.key, err = readKey(o.KeyFile)
	var missing *KeyError
	switch {
	case errors.As(err, &missing) && missing.Fault == KeyMissing && bytes.Equal(keyID(s.oldKey), id):
		if s.readOnly {
			s.key, err = randomKey(), nil
			return nil
		}
		if s.key, _, err = readOrMakeKey(o.KeyFile); err == nil {
			s.log.Info("history key made", "file", o.KeyFile)
		}
		return err
	case err != nil:
		return err
	case bytes.Equal(s.key, s.oldKey):
		return &KeyError{File: o.KeyFile, Fault: KeySame}
	case bytes.Equal(keyID(s.key), id):
		return &KeyError{File: o.KeyFile, Fault: KeyInUse}
	case !bytes.Equal(keyID(s.oldKey), id):
		return &KeyError{File: o.OldKeyFile, Fault: KeyChanged}
	}
	return nil
}
