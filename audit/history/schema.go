package history

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

// applicationID marks an SQLite file as a history of ninaudit's: "NINa". It stands in the file's header.
const applicationID = 0x4e494e61

// steps are the forms that the database has had: each takes it from the one before to the next. user_version
// counts those that are done. A step that a release has shipped never changes again.
//
// Days are written yyyymmdd, 0 for none; times are seconds since 1970, UTC, 0 for none. Kinds, severities, statuses,
// hows and choices are the numbers that they have in the program; a test holds that these never change.
var steps = []string{`
CREATE TABLE meta (name TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE catalogs (
  id     INTEGER PRIMARY KEY,
  name   TEXT NOT NULL UNIQUE,
  since  INTEGER NOT NULL DEFAULT 0, -- the day on which a run first read it to its end
  read   INTEGER NOT NULL DEFAULT 0, -- entries, by the newest run that read it to its end
  shrunk INTEGER NOT NULL DEFAULT 0, -- entries, by the newest run, if it turned them down for being too few
  last   INTEGER NOT NULL DEFAULT 0  -- the last day on which a run was to read it
) STRICT;

CREATE TABLE persons (
  page    INTEGER PRIMARY KEY,       -- holds the persons with the 50 IDs from 50 times this number on
  gone    INTEGER NOT NULL,          -- the first day on which one of them was gone
  persons BLOB NOT NULL              -- see page.go
) STRICT;
CREATE INDEX persons_gone ON persons (gone) WHERE gone != 0;

CREATE TABLE findings (
  id       TEXT PRIMARY KEY,
  rule     TEXT NOT NULL,
  variant  TEXT NOT NULL,
  severity INTEGER NOT NULL,
  since    INTEGER NOT NULL,
  seen     INTEGER NOT NULL,
  told     INTEGER NOT NULL,
  told_at  INTEGER NOT NULL,
  reopened INTEGER NOT NULL,
  resolved INTEGER NOT NULL,
  how      INTEGER NOT NULL,
  baseline INTEGER NOT NULL,
  waived   INTEGER NOT NULL,
  persons  BLOB NOT NULL,            -- IDs, as varints, in the order of the subjects
  catalogs BLOB NOT NULL,            -- IDs, as varints
  body     BLOB NOT NULL             -- JSON: arguments, evidence, score, subjects
) STRICT, WITHOUT ROWID;
CREATE INDEX findings_resolved ON findings (resolved) WHERE resolved != 0;

CREATE TABLE events (
  id       TEXT NOT NULL,
  rule     TEXT NOT NULL,
  variant  TEXT NOT NULL,
  severity INTEGER NOT NULL,
  since    INTEGER NOT NULL,
  seen     INTEGER NOT NULL,
  told     INTEGER NOT NULL,
  told_at  INTEGER NOT NULL,
  reopened INTEGER NOT NULL,
  resolved INTEGER NOT NULL,
  how      INTEGER NOT NULL,
  baseline INTEGER NOT NULL,
  waived   INTEGER NOT NULL,
  persons  BLOB NOT NULL,
  catalogs BLOB NOT NULL,
  body     BLOB NOT NULL,
  PRIMARY KEY (id, told)
) STRICT, WITHOUT ROWID;

CREATE TABLE decisions (
  waiver  TEXT NOT NULL,
  finding TEXT NOT NULL,
  applied INTEGER NOT NULL,
  numbers BLOB NOT NULL,             -- tokens, 8 bytes each, in the order of the subjects
  PRIMARY KEY (waiver, finding)
) STRICT, WITHOUT ROWID;

CREATE TABLE runs (
  id       INTEGER PRIMARY KEY,
  day      INTEGER NOT NULL UNIQUE,
  at       INTEGER NOT NULL,
  took     INTEGER NOT NULL,         -- nanoseconds
  version  TEXT NOT NULL,
  config   TEXT NOT NULL,
  model    TEXT NOT NULL,
  baseline INTEGER NOT NULL,
  complete INTEGER NOT NULL,
  arrived  INTEGER NOT NULL,
  waited   INTEGER NOT NULL
) STRICT;

CREATE TABLE run_catalogs (
  run      INTEGER NOT NULL,
  place    INTEGER NOT NULL,
  catalog  INTEGER NOT NULL,
  read     INTEGER NOT NULL,
  persons  INTEGER NOT NULL,
  numbers  INTEGER NOT NULL,
  skipped  INTEGER NOT NULL,
  inactive INTEGER NOT NULL,
  pending  INTEGER NOT NULL,
  complete INTEGER NOT NULL,
  shrunk   INTEGER NOT NULL,
  reason   TEXT NOT NULL,
  PRIMARY KEY (run, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_counts (
  run      INTEGER NOT NULL,
  place    INTEGER NOT NULL,
  rule     TEXT NOT NULL,
  severity INTEGER NOT NULL,
  status   INTEGER NOT NULL,
  n        INTEGER NOT NULL,
  PRIMARY KEY (run, place)
) STRICT, WITHOUT ROWID;
`, `
CREATE TABLE reviews (
  finding TEXT PRIMARY KEY,
  choice  INTEGER NOT NULL,          -- 0: an earlier decision was withdrawn
  reason  TEXT NOT NULL,
  by      TEXT NOT NULL,
  until   INTEGER NOT NULL,
  book    INTEGER NOT NULL,          -- the day of the run whose workbook was filled in
  account TEXT NOT NULL,
  at      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`}

// migrate takes a database to the newest form, each step in a transaction of its own.
func migrate(ctx context.Context, db *sql.DB, steps []string) (from int, err error) {
	if err := db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&from); err != nil {
		return 0, err
	}
	for version := from; version < len(steps); version++ {
		tx, err := db.BeginTx(ctx, nil)
		if err != nil {
			return from, err
		}
		end := fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, version+1)
		for _, q := range []string{steps[version], end} {
			if _, err := tx.ExecContext(ctx, q); err != nil {
				_ = tx.Rollback() // as in Write
				return from, fmt.Errorf("to form %d: %w", version+1, err)
			}
		}
		if err := tx.Commit(); err != nil {
			return from, fmt.Errorf("to form %d: %w", version+1, err)
		}
	}
	return from, nil
}

// inspect reads a file's header without SQLite, so that what is not ours is not even opened. The places are those of
// the SQLite file format, §1.3.
func inspect(path string) (version int, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, fmt.Errorf("history: %w", err)
	}
	defer f.Close()
	h := make([]byte, 100)
	n, err := io.ReadFull(f, h)
	switch {
	case n == 0 && errors.Is(err, io.EOF):
		return 0, &DamagedError{Path: path, Err: errors.New("the file is empty")}
	case errors.Is(err, io.ErrUnexpectedEOF) || err == nil && !strings.HasPrefix(string(h), "SQLite format 3\x00"):
		return 0, &DamagedError{Path: path, Foreign: true, Err: errors.New("this is no history: no SQLite database, or a damaged one")}
	case err != nil:
		return 0, fmt.Errorf("history: %w", err)
	case binary.BigEndian.Uint32(h[68:]) != applicationID:
		return 0, &DamagedError{Path: path, Foreign: true, Err: errors.New("this is another program's database")}
	}
	version = int(binary.BigEndian.Uint32(h[60:]))
	if version > len(steps) {
		return version, &NewerError{Path: path, Version: version, Known: len(steps)}
	}
	return version, nil
}
