package history

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// Tx is a run's transaction. Until it ends, the Store can do nothing else.
type Tx struct {
	store  *Store
	tx     *sql.Tx
	purged Purged
	rekeys bool
}

// Purged is what the transaction forgets because of its age.
func (t *Tx) Purged() Purged { return t.purged }

// Commit makes the transaction last. It does not heed the context of Write: by then the run's reports are out.
func (t *Tx) Commit() error {
	if err := t.tx.Commit(); err != nil {
		return explain(t.store.path, err)
	}
	if t.rekeys {
		t.store.oldKey, t.store.old = nil, t.store.hasher
	}
	return nil
}

// Rollback takes the transaction back. After Commit it does nothing.
func (t *Tx) Rollback() error {
	if err := t.tx.Rollback(); !errors.Is(err, sql.ErrTxDone) {
		return explain(t.store.path, err)
	}
	return nil
}

// Write puts what a run leaves into a transaction, forgets what is too old on the run's day, and leaves the rest to
// Commit or Rollback. A process that ends before Commit has written nothing.
func (s *Store) Write(ctx context.Context, u *Update) (*Tx, error) {
	switch {
	case s.readOnly:
		return nil, fmt.Errorf("history %q: it was opened to be read", s.path)
	case u.Run.Day == 0:
		return nil, fmt.Errorf("history %q: a run without a day", s.path)
	}
	if err := s.check(ctx); err != nil {
		return nil, explain(s.path, err)
	}
	tx, err := s.db.BeginTx(context.WithoutCancel(ctx), nil)
	if err != nil {
		return nil, explain(s.path, err)
	}
	w := writer{ctx: ctx, tx: tx, catalogs: map[string]int64{}}
	t := &Tx{store: s, tx: tx, rekeys: s.Rekeying() && u.Replace}
	s.tx = tx
	if err = w.update(u); err == nil {
		t.purged, err = w.purge(u.Run.Day, u.KeepEvents, u.Hold)
	}
	if err == nil && t.rekeys {
		err = w.meta("key_id", keyID(s.key))
	}
	if err != nil {
		_ = tx.Rollback() // SQLite may have done so by itself, a full disk is one reason, and calls a second one an error
		return nil, explain(s.path, err)
	}
	return t, nil
}
