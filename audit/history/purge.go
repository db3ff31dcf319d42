package history

import (
	"database/sql"
	"encoding/binary"
	"encoding/json"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// How long things are kept, counted in days to the day of a run that writes. Changes are kept for audit.EventDays.
const (
	// ResolvedDays is for how long a resolved finding is kept: a school year, and the start of the next, so that a
	// fault that comes back a year later is told as one that came back.
	ResolvedDays = 400
	// GoneDays is for how long a person is kept who is no longer in the catalog: over a summer, so that a pupil who
	// comes back is known. A catalog that no run was to read for so long is forgotten with everybody in it.
	GoneDays = 120
	// RunDays is for how long a run's figures are kept.
	RunDays = 400
)

// purge forgets what is too old on a run's day. Reports' files have a span of their own, which is not the history's.
func (w *writer) purge(day nin.Date, keepEvents, hold []string) (p Purged, err error) {
	resolved, gone, runs := day.AddDays(-ResolvedDays), day.AddDays(-GoneDays), day.AddDays(-RunDays)
	old := "resolved != 0 AND resolved < ?"
	var others int
	for _, step := range []struct {
		query string
		until nin.Date
		count *int
	}{
		{"DELETE FROM decisions WHERE finding IN (SELECT id FROM findings WHERE " + old + ")", resolved, &others},
		{"DELETE FROM findings WHERE " + old, resolved, &p.Findings},
		{"DELETE FROM run_catalogs WHERE run IN (SELECT id FROM runs WHERE day < ?)", runs, &others},
		{"DELETE FROM run_counts WHERE run IN (SELECT id FROM runs WHERE day < ?)", runs, &others},
		{"DELETE FROM runs WHERE day < ?", runs, &p.Runs},
	} {
		if err := w.delete(step.count, step.query, step.until); err != nil {
			return p, err
		}
	}
	if err := w.purgeEvents(day, keepEvents, hold, &p.Events); err != nil {
		return p, err
	}
	// Those of cases that were dropped go at once: nobody will be told again what they were about.
	if err := w.exec("DELETE FROM reviews WHERE finding NOT IN (SELECT id FROM findings)"); err != nil {
		return p, err
	}
	left := func(person []byte) bool { day := goneOn(person); return day != 0 && day < gone }
	if err := w.dropPersons(&p.Persons, left, "SELECT page FROM persons WHERE gone != 0 AND gone < ?", gone); err != nil {
		return p, err
	}
	return p, w.forgetCatalogs(gone, &p.Persons)
}

// purgeEvents forgets old changes, but those of some rules only when they have been undone, or are very old.
func (w *writer) purgeEvents(day nin.Date, keep, hold []string, count *int) error {
	held, err := json.Marshal(append([]string{}, hold...))
	if err != nil {
		return err
	}
	query := "DELETE FROM events WHERE told < ? AND (told < ? OR resolved != 0 OR rule NOT IN (''"
	args := []any{day.AddDays(-audit.EventDays), day.AddDays(-ResolvedDays)}
	for _, rule := range keep {
		query += ", ?"
		args = append(args, rule)
	}
	return w.delete(count, query+")) AND id NOT IN (SELECT value FROM json_each(?))", append(args, string(held))...)
}

// delete adds to count what a statement deletes.
func (w *writer) delete(count *int, query string, args ...any) error {
	done, err := w.tx.ExecContext(w.ctx, query, args...)
	if err != nil {
		return err
	}
	n, err := done.RowsAffected()
	*count += int(n)
	return err
}

// forgetCatalogs forgets everybody in catalogs that no run was to read since a day: they left the configuration.
func (w *writer) forgetCatalogs(since nin.Date, persons *int) error {
	for {
		var id int64
		const query = "SELECT id FROM catalogs WHERE last < ? AND last != 0 LIMIT 1"
		if err := w.tx.QueryRowContext(w.ctx, query, since).Scan(&id); err == sql.ErrNoRows {
			return nil
		} else if err != nil {
			return err
		}
		its := func(person []byte) bool { return int64(binary.BigEndian.Uint32(person[catalogAt:])) == id }
		if err := w.dropPersons(persons, its, "SELECT page FROM persons"); err != nil {
			return err
		}
		if err := w.exec("UPDATE catalogs SET since = 0, read = 0, last = 0 WHERE id = ?", id); err != nil {
			return err
		}
	}
}
