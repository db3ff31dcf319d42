package history

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"

	"ninaudit/audit"
)

// errOddRow is a row that no version of this program writes.
var errOddRow = errors.New("the file is damaged: it holds a row that no run writes")

// Load reads what earlier runs left, as it stood at one instant. Its errors are those of Open.
func (s *Store) Load(ctx context.Context) (*Night, error) {
	if err := s.check(ctx); err != nil {
		return nil, explain(s.path, err)
	}
	n := &Night{Catalogs: map[string]Past{}, NextPerson: 1}
	if err := s.read(ctx, func(l *loader) error { return l.night(n) }); err != nil {
		return nil, err
	}
	return n, nil
}

type loader struct {
	ctx   context.Context
	tx    *sql.Tx
	names map[int64]string // of catalogs, by ID
}

func (l *loader) night(n *Night) (err error) {
	if err := l.catalogs(n); err != nil {
		return err
	}
	if n.Persons, n.Names, err = l.known(); err != nil {
		return err
	}
	if n.Findings, err = l.findings("findings"); err != nil {
		return err
	}
	if n.Events, err = l.findings("events"); err != nil {
		return err
	}
	if n.Decisions, err = l.decisions(); err != nil {
		return err
	}
	if n.Reviews, err = l.reviews(); err != nil {
		return err
	}
	n.Runs, err = l.runs(fmt.Sprintf("WHERE day IN (SELECT day FROM runs ORDER BY day DESC LIMIT %d)", recent))
	if err != nil || len(n.Runs) == 0 {
		return err
	}
	n.Last = n.Runs[len(n.Runs)-1]
	return l.each("SELECT coalesce(max(day), 0) FROM runs WHERE day < ?", func(r *sql.Rows) error {
		return r.Scan(&n.Before)
	}, n.Last.Day)
}

// each calls scan for every row of a query. What scan turns down is an odd row, in those words alone: database/sql's
// own show the value.
func (l *loader) each(query string, scan func(*sql.Rows) error, args ...any) error {
	rows, err := l.tx.QueryContext(l.ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return cmp.Or(l.ctx.Err(), errOddRow)
		}
	}
	return rows.Err()
}

func (l *loader) catalogNames() error {
	return l.each("SELECT id, name FROM catalogs", func(r *sql.Rows) error {
		var id int64
		var name string
		err := r.Scan(&id, &name)
		l.names[id] = name
		return err
	})
}

func (l *loader) catalogs(n *Night) error {
	err := l.each("SELECT name, since, read, shrunk FROM catalogs WHERE since != 0", func(r *sql.Rows) error {
		var name string
		var p Past
		err := r.Scan(&name, &p.Since, &p.Read, &p.Shrunk)
		n.Catalogs[name] = p
		return err
	})
	if err != nil {
		return err
	}
	return l.each("SELECT value FROM meta WHERE name = 'next_person'", func(r *sql.Rows) error {
		return r.Scan(&n.NextPerson)
	})
}

const findingColumns = "id, rule, variant, severity, since, seen, told, told_at, reopened, resolved, how, baseline, " +
	"waived, persons, catalogs, body"

// findings reads one of the two tables of that form.
func (l *loader) findings(table string) ([]Finding, error) {
	var all []Finding
	err := l.each("SELECT "+findingColumns+" FROM "+table+" ORDER BY id, told", func(r *sql.Rows) error {
		f, err := l.finding(r)
		all = append(all, f)
		return err
	})
	return all, err
}

func (l *loader) finding(r *sql.Rows) (f Finding, err error) {
	var severity, how, toldAt int64
	var persons, catalogs sql.RawBytes
	err = r.Scan(&f.ID, &f.Rule, &f.Variant, &severity, &f.Since, &f.Seen, &f.Told, &toldAt, &f.Reopened, &f.Resolved,
		&how, &f.Baseline, &f.Waived, &persons, &catalogs, &f.Body)
	if err != nil {
		return f, err
	}
	if severity < 0 || severity > int64(audit.Critical) || how < 0 || how > int64(audit.Gone) {
		return f, errOddRow
	}
	f.Severity, f.How, f.ToldAt = audit.Severity(severity), audit.How(how), fromUnix(toldAt)
	if f.Persons, err = unpackIDs(persons); err != nil {
		return f, err
	}
	ids, err := unpackIDs(catalogs)
	for _, id := range ids {
		name, known := l.names[id]
		if !known {
			return f, errOddRow
		}
		f.Catalogs = append(f.Catalogs, name)
	}
	return f, err
}

// stored is a case and the table that it stands in.
type stored struct {
	Finding
	table string
}

// cases reads findings and changes.
func (l *loader) cases() (cases []stored, err error) {
	for _, table := range []string{"findings", "events"} {
		all, err := l.findings(table)
		if err != nil {
			return nil, err
		}
		for _, f := range all {
			cases = append(cases, stored{f, table})
		}
	}
	return cases, nil
}

func (l *loader) decisions() ([]Decision, error) {
	var all []Decision
	const query = "SELECT waiver, finding, applied, numbers FROM decisions ORDER BY waiver, finding"
	err := l.each(query, func(r *sql.Rows) error {
		var d Decision
		var numbers sql.RawBytes
		if err := r.Scan(&d.Waiver, &d.Finding, &d.Applied, &numbers); err != nil {
			return err
		}
		if len(numbers)%8 != 0 {
			return errOddRow
		}
		for ; len(numbers) > 0; numbers = numbers[8:] {
			d.Numbers = append(d.Numbers, audit.Token(binary.BigEndian.Uint64(numbers)))
		}
		all = append(all, d)
		return nil
	})
	return all, err
}
