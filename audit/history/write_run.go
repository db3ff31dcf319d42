package history

import (
	"database/sql"
	"errors"
	"fmt"
)

// run writes the run's own rows, in the place of those of a run of the same day, and what is known of its catalogs.
func (w *writer) run(r *Run) error {
	var id sql.NullInt64 // NULL: the database gives one
	var arrived, waited int
	const earlier = "SELECT id, arrived, waited FROM runs WHERE day = ?"
	err := w.tx.QueryRowContext(w.ctx, earlier, r.Day).Scan(&id, &arrived, &waited)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	for _, table := range []string{"run_catalogs WHERE run = ?", "run_counts WHERE run = ?", "runs WHERE id = ?"} {
		if err := w.exec("DELETE FROM "+table, id); err != nil {
			return err
		}
	}
	const query = "INSERT INTO runs (id, day, at, took, version, config, model, baseline, complete, arrived, waited) " +
		"VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id"
	err = w.tx.QueryRowContext(w.ctx, query, id, r.Day, toUnix(r.At), int64(r.Took), r.Version, r.Config, r.Model,
		r.Baseline, r.Complete, arrived+r.Arrived, waited+r.Waited).Scan(&id)
	if err != nil {
		return err
	}
	if err := w.runCatalogs(id.Int64, r); err != nil {
		return err
	}
	const counts = "INSERT INTO run_counts (run, place, rule, severity, status, n) VALUES (?, ?, ?, ?, ?, ?)"
	return w.every(counts, len(r.Counts), func(i int) ([]any, error) {
		c := &r.Counts[i]
		return []any{id.Int64, i, c.Rule, int(c.Severity), int(c.Status), c.N}, nil
	})
}

// runCatalogs keeps two things of a catalog: what the run made of it, and, in the catalog's own row, what outlives the
// run's. The latter holds also where a second run of a day fails to read what the first one has read.
func (w *writer) runCatalogs(run int64, r *Run) error {
	if err := w.exec("UPDATE catalogs SET shrunk = 0"); err != nil {
		return err
	}
	const query = "INSERT INTO run_catalogs (run, place, catalog, read, persons, numbers, skipped, inactive, pending, " +
		"complete, shrunk, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
	for i := range r.Catalogs {
		c := &r.Catalogs[i]
		id, err := w.catalog(c.Name)
		if err != nil {
			return err
		}
		if err := w.exec(query, run, i, id, c.Read, c.Persons, c.Numbers, c.Skipped, c.Inactive, c.Pending, c.Complete,
			c.Shrunk, c.Reason); err != nil {
			return fmt.Errorf("catalog %q: %w", c.Name, err)
		}
		switch {
		case c.Complete:
			err = w.exec("UPDATE catalogs SET last = ?1, read = ?2, since = iif(since = 0, ?1, since) WHERE id = ?3",
				r.Day, c.Read, id)
		case c.Shrunk:
			err = w.exec("UPDATE catalogs SET last = ?, shrunk = ? WHERE id = ?", r.Day, c.Read, id)
		default:
			err = w.exec("UPDATE catalogs SET last = ? WHERE id = ?", r.Day, id)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
