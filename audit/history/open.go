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
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/gofrs/flock"
	_ "modernc.org/sqlite" // the driver "sqlite"
)

// Options say where a history is and how it is opened.
type Options struct {
	Path    string // the database
	KeyFile string // its key
	// OldKeyFile, if set, is the key that the database is under; KeyFile is then the key that the next write puts it
	// under, and is made if it is missing.
	OldKeyFile string
	// ReadOnly takes no lock and makes and changes no file.
	ReadOnly bool
	Now      func() time.Time // nil: time.Now
	Log      *slog.Logger     // nil: nothing is logged
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

// Rekeying tells that the next write puts the database under another key: it must replace every person.
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
	if _, err := inspect(o.Path); err != nil {
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
	return nil
}

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
		s.key, _, err = readOrMakeKey(o.KeyFile)
		s.log.Info("history key made", "file", o.KeyFile)
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

// connect opens the file under the one connection that the store uses, so that its settings hold throughout.
//
// secure_delete overwrites what is deleted. A larger cache keeps a night's changes from being written before they are
// committed. auto_vacuum is off: what a purge frees, the next nights fill again, and moving pages about would be
// written twice each time. temp_store keeps everything else out of files.
func connect(ctx context.Context, path string, readOnly bool) (*sql.DB, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	abs = filepath.ToSlash(abs)
	if filepath.VolumeName(path) != "" || abs[0] != '/' {
		abs = "/" + abs // file:///C:/…
	}
	q := url.Values{"_pragma": {"busy_timeout(10000)", "trusted_schema(OFF)", "cell_size_check(ON)", "temp_store(MEMORY)",
		"cache_size(-16384)", "secure_delete(ON)", "synchronous(FULL)", "journal_mode(DELETE)"}}
	if readOnly {
		q = url.Values{"mode": {"ro"}, "_pragma": {"busy_timeout(10000)", "trusted_schema(OFF)", "cell_size_check(ON)",
			"temp_store(MEMORY)", "query_only(ON)"}}
	} else {
		q.Set("_txlock", "immediate")
	}
	u := url.URL{Scheme: "file", Path: abs, RawQuery: q.Encode()}
	db, err := sql.Open("sqlite", u.String())
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	if err := db.PingContext(ctx); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}
