package history

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
)

type writer struct {
	ctx      context.Context
	tx       *sql.Tx
	catalogs map[string]int64 // IDs, by name

	readPage, writePage *sql.Stmt
}

func (w *writer) update(u *Update) error {
	if u.Replace {
		if err := w.exec("DELETE FROM persons"); err != nil {
			return err
		}
		if err := w.exec("DELETE FROM decisions"); err != nil {
			return err
		}
	}
	if err := w.run(&u.Run); err != nil {
		return err
	}
	if err := w.persons(u.Persons); err != nil {
		return err
	}
	if u.Further != nil {
		for portion := range u.Further {
			if err := w.persons(portion); err != nil {
				return err
			}
		}
	}
	if err := w.drop(u); err != nil {
		return err
	}
	if err := w.findings("findings", u.Findings); err != nil {
		return err
	}
	for i := range u.Events {
		if u.Events[i].Told == 0 {
			return fmt.Errorf("an event of rule %q without a day", u.Events[i].Rule)
		}
	}
	if err := w.findings("events", u.Events); err != nil {
		return err
	}
	return w.decisions(u.Decisions)
}

func (w *writer) exec(query string, args ...any) error {
	_, err := w.tx.ExecContext(w.ctx, query, args...)
	return err
}

func (w *writer) meta(name string, value any) error {
	return w.exec("REPLACE INTO meta VALUES (?, ?)", name, value)
}

// every runs a statement once for each of n rows.
func (w *writer) every(query string, n int, args func(i int) ([]any, error)) error {
	if n == 0 {
		return nil
	}
	statement, err := w.tx.PrepareContext(w.ctx, query)
	if err != nil {
		return err
	}
	defer statement.Close()
	for i := range n {
		a, err := args(i)
		if err != nil {
			return err
		}
		if _, err := statement.ExecContext(w.ctx, a...); err != nil {
			return err
		}
	}
	return nil
}

// catalog is the ID of a catalog; one that is new gets one.
func (w *writer) catalog(name string) (int64, error) {
	if id, ok := w.catalogs[name]; ok {
		return id, nil
	}
	const query = "INSERT INTO catalogs (name) VALUES (?) ON CONFLICT (name) DO UPDATE SET name = name RETURNING id"
	var id int64
	err := w.tx.QueryRowContext(w.ctx, query, name).Scan(&id)
	w.catalogs[name] = id
	return id, err
}

// persons writes persons in the order of their IDs, which is the order of the pages that hold them.
func (w *writer) persons(persons []Person) error {
	byID := func(a, b Person) int { return cmp.Compare(a.ID, b.ID) }
	if !slices.IsSortedFunc(persons, byID) {
		persons = slices.SortedFunc(slices.Values(persons), byID)
	}
	for from := 0; from < len(persons); {
		number := persons[from].ID / perPage
		to := from
		for to < len(persons) && persons[to].ID/perPage == number {
			to++
		}
		if err := w.personsOf(number, persons[from:to]); err != nil {
			return err
		}
		from = to
	}
	if len(persons) == 0 {
		return nil
	}
	// An ID is never given twice, also when its person has been forgotten: old findings may still name it.
	return w.exec("INSERT INTO meta VALUES ('next_person', ?) ON CONFLICT (name) DO UPDATE "+
		"SET value = max(value, excluded.value)", persons[len(persons)-1].ID+1)
}

// personsOf writes persons of one page.
func (w *writer) personsOf(number int64, persons []Person) error {
	var packed []byte
	for i := range persons {
		if persons[i].ID <= 0 {
			return errors.New("a person without an ID")
		}
		catalog, err := w.catalog(persons[i].Catalog)
		if err != nil {
			return err
		}
		packed = packPerson(packed, &persons[i], catalog)
	}
	return w.changePage(number, func(p page) page {
		for one := range slices.Chunk(packed, personSize) {
			p = p.put(one)
		}
		return p
	})
}

func (w *writer) findings(table string, findings []Finding) error {
	order := make([]*Finding, len(findings))
	for i := range findings {
		order[i] = &findings[i]
	}
	slices.SortFunc(order, func(a, b *Finding) int { return cmp.Compare(a.ID, b.ID) })
	query := "REPLACE INTO " + table + " (" + findingColumns + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
	return w.every(query, len(order), func(i int) ([]any, error) {
		f := order[i]
		var catalogs []int64
		for _, name := range f.Catalogs {
			id, err := w.catalog(name)
			if err != nil {
				return nil, err
			}
			catalogs = append(catalogs, id)
		}
		return []any{f.ID, f.Rule, f.Variant, int(f.Severity), f.Since, f.Seen, f.Told, toUnix(f.ToldAt), f.Reopened,
			f.Resolved, int(f.How), f.Baseline, f.Waived, packIDs(f.Persons), packIDs(catalogs), notNull(f.Body)}, nil
	})
}

func (w *writer) decisions(decisions []Decision) error {
	const query = "REPLACE INTO decisions (waiver, finding, applied, numbers) VALUES (?, ?, ?, ?)"
	return w.every(query, len(decisions), func(i int) ([]any, error) {
		d := &decisions[i]
		return []any{d.Waiver, d.Finding, d.Applied, packTokens(d.Numbers)}, nil
	})
}

func (w *writer) drop(u *Update) error {
	for _, query := range []string{"DELETE FROM findings WHERE id = ?", "DELETE FROM decisions WHERE finding = ?"} {
		err := w.every(query, len(u.Drop), func(i int) ([]any, error) { return []any{u.Drop[i]}, nil })
		if err != nil {
			return err
		}
	}
	const withdrawn = "DELETE FROM decisions WHERE waiver = ? AND finding NOT IN (SELECT id FROM findings WHERE resolved = 0)"
	return w.every(withdrawn, len(u.DropWaivers), func(i int) ([]any, error) { return []any{u.DropWaivers[i]}, nil })
}
