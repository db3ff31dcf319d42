package history

import (
	"context"
	"database/sql"
	"time"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// Runs lists the runs that are kept, the oldest first.
func (s *Store) Runs(ctx context.Context) (runs []Run, err error) {
	err = s.read(ctx, func(l *loader) error {
		runs, err = l.runs("")
		return err
	})
	return runs, err
}

// Life is how long the cases of one rule stand.
type Life struct {
	Rule     string
	Open     int     // told, and standing now
	Resolved int     // of those that are kept
	Days     float64 // how long a resolved one stood in the mean, in days; 0 where none is resolved
}

// Lives tells of each rule that has had a case how long its cases stand, by the rules' IDs.
func (s *Store) Lives(ctx context.Context) (lives []Life, err error) {
	const query = "SELECT rule, since, resolved FROM findings WHERE told != 0 ORDER BY rule"
	err = s.read(ctx, func(l *loader) error {
		return l.each(query, func(r *sql.Rows) error {
			var rule string
			var since, resolved nin.Date
			if err := r.Scan(&rule, &since, &resolved); err != nil {
				return err
			}
			if len(lives) == 0 || lives[len(lives)-1].Rule != rule {
				lives = append(lives, Life{Rule: rule})
			}
			if life := &lives[len(lives)-1]; resolved == 0 {
				life.Open++
			} else {
				life.Resolved++
				life.Days += float64(since.Days(resolved))
			}
			return nil
		})
	})
	for i := range lives {
		lives[i].Days /= float64(max(lives[i].Resolved, 1))
	}
	return lives, err
}

// read calls f in a transaction that sees the history as it stood at one instant. An empty history is not read.
func (s *Store) read(ctx context.Context, f func(*loader) error) error {
	if s.db == nil {
		return nil
	}
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return explain(s.path, err)
	}
	defer func() { _ = tx.Rollback() }() // nothing was written
	l := &loader{ctx: ctx, tx: tx, names: map[int64]string{}}
	err = l.catalogNames()
	if err == nil {
		err = f(l)
	}
	return explain(s.path, err)
}

// runs reads runs, the oldest first. where narrows them down.
func (l *loader) runs(where string) ([]Run, error) {
	var runs []Run
	place := map[int64]int{}
	const columns = "id, day, at, took, version, config, model, baseline, complete, arrived, waited"
	err := l.each("SELECT "+columns+" FROM runs "+where+" ORDER BY day", func(r *sql.Rows) error {
		var run Run
		var at, took int64
		err := r.Scan(&run.ID, &run.Day, &at, &took, &run.Version, &run.Config, &run.Model, &run.Baseline, &run.Complete,
			&run.Arrived, &run.Waited)
		run.At, run.Took = fromUnix(at), time.Duration(took)
		place[run.ID] = len(runs)
		runs = append(runs, run)
		return err
	})
	if err != nil {
		return nil, err
	}
	of := " WHERE run IN (SELECT id FROM runs " + where + ") ORDER BY run, place"
	err = l.each("SELECT run, catalog, read, persons, numbers, skipped, inactive, pending, complete, shrunk, reason "+
		"FROM run_catalogs"+of, func(r *sql.Rows) error {
		var run, catalog int64
		var c CatalogRun
		err := r.Scan(&run, &catalog, &c.Read, &c.Persons, &c.Numbers, &c.Skipped, &c.Inactive, &c.Pending, &c.Complete,
			&c.Shrunk, &c.Reason)
		if err != nil {
			return err
		}
		name, known := l.names[catalog]
		at, listed := place[run]
		if !known || !listed { // a damaged index may list other runs than the table
			return errOddRow
		}
		c.Name = name
		runs[at].Catalogs = append(runs[at].Catalogs, c)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return runs, l.counts(of, func(run int64, c Count) bool {
		at, listed := place[run]
		if listed {
			runs[at].Counts = append(runs[at].Counts, c)
		}
		return listed
	})
}

// counts gives add every count; add tells whether it knows the run.
func (l *loader) counts(of string, add func(run int64, c Count) bool) error {
	return l.each("SELECT run, rule, severity, status, n FROM run_counts"+of, func(r *sql.Rows) error {
		var run, severity, status int64
		var c Count
		if err := r.Scan(&run, &c.Rule, &severity, &status, &c.N); err != nil {
			return err
		}
		if severity < 0 || severity > int64(audit.Critical) || status < 0 || status > int64(audit.Waiting) {
			return errOddRow
		}
		c.Severity, c.Status = audit.Severity(severity), audit.Status(status)
		if !add(run, c) {
			return errOddRow
		}
		return nil
	})
}
