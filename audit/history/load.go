package history

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// errOddRow is a row that no version of this program writes.
var errOddRow = errors.New("the file is damaged: it holds a row that no run writes")

// Load reads what earlier runs left, as it stood at one instant.
func (s *Store) Load(ctx context.Context) (*Night, error) {
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
	if n.Persons, err = l.persons(); err != nil {
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
	last, err := l.runs("WHERE day = (SELECT max(day) FROM runs)")
	if err != nil || len(last) == 0 {
		return err
	}
	n.Last = last[0]
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

const tokensSize = 7 * 8

func (l *loader) persons() ([]Person, error) {
	var count int
	if err := l.tx.QueryRowContext(l.ctx, "SELECT count(*) FROM persons").Scan(&count); err != nil {
		return nil, err
	}
	persons := make([]Person, 0, count)
	// Each column costs as much as a token does to make, so the small ones come joined; and database/sql takes
	// integers to whatever is no any by way of text.
	const query = "SELECT id, (catalog << 16) | (kind << 8) | faulty, (first_seen << 32) | without, gone, tokens " +
		"FROM persons ORDER BY id"
	var id, what, from, gone any
	var tokens sql.RawBytes
	err := l.each(query, func(r *sql.Rows) error {
		if err := r.Scan(&id, &what, &from, &gone, &tokens); err != nil {
			return err
		}
		p, ok := l.person([4]any{id, what, from, gone}, tokens)
		if !ok {
			return errOddRow
		}
		persons = append(persons, p)
		return nil
	})
	return persons, err
}

func (l *loader) person(v [4]any, tokens []byte) (p Person, ok bool) {
	var n [4]int64
	for i := range v {
		if n[i], ok = v[i].(int64); !ok {
			return p, false
		}
	}
	catalog, known := l.names[n[1]>>16]
	kind := nin.Kind(n[1] >> 8)
	if !known || len(tokens) != tokensSize || kind > nin.Synthetic || !day(n[2]>>32) || !day(n[2]&(1<<32-1)) || !day(n[3]) {
		return p, false
	}
	token := func(i int) audit.Token { return audit.Token(binary.BigEndian.Uint64(tokens[8*i:])) }
	return Person{ID: n[0], Catalog: catalog, Entry: token(0), Digest: token(1),
		Was: audit.State{Kind: kind, Faulty: n[1]&1 != 0, Number: token(2), Principal: token(3), Given: token(4),
			Surname: token(5), Birth: token(6)},
		FirstSeen: nin.Date(n[2] >> 32), Without: nin.Date(uint32(n[2])), Gone: nin.Date(n[3])}, true
}

// day tells that n may be a day, or none.
func day(n int64) bool { return 0 <= n && n <= 9999_12_31 }

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
