package history

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"ninaudit/audit"
)

// Erase forgets a person with a name: what Find finds. Cases that concern nobody else are deleted; out of the
// others everything that tells who the person is, is blanked. So is what was decided on any of them by way of a
// workbook, and every such decision that names the person. The file is then written anew, so that nothing of it is
// left in places that are free. Who is still in the catalog is back after the next run.
func (s *Store) Erase(ctx context.Context, name string) (Erased, error) {
	var e Erased
	if s.readOnly {
		return e, fmt.Errorf("history %q: it was opened to be read", s.path)
	}
	t := newTrace(name)
	if t.name == "" {
		return e, nil
	}
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return e, explain(s.path, err)
	}
	x := eraser{
		trace:     t,
		loader:    loader{ctx: ctx, tx: tx, names: map[int64]string{}},
		writer:    writer{ctx: ctx, tx: tx, catalogs: map[string]int64{}},
		kept:      map[string]bool{},
		concerned: map[string]bool{},
		erased:    &e,
	}
	if err := x.all(s.OldHasher(), name); err != nil {
		_ = tx.Rollback() // as in Write
		return Erased{}, explain(s.path, err)
	}
	if err := tx.Commit(); err != nil {
		return Erased{}, explain(s.path, err)
	}
	if e == (Erased{}) {
		return e, nil
	}
	_, err = s.db.ExecContext(ctx, "VACUUM")
	return e, explain(s.path, err)
}

type eraser struct {
	*trace
	loader    loader
	writer    writer
	decisions []Decision
	kept      map[string]bool // the cases that there are, by ID
	concerned map[string]bool // the cases that concern the person
	erased    *Erased
}

func (x *eraser) all(hash *Hasher, name string) (err error) {
	if err := x.loader.catalogNames(); err != nil {
		return err
	}
	cases, err := x.loader.cases()
	if err != nil {
		return err
	}
	if err := x.trace.persons(&x.loader, cases, hash, name); err != nil {
		return err
	}
	if x.decisions, err = x.loader.decisions(); err != nil {
		return err
	}
	for i := range cases {
		x.kept[cases[i].ID] = true
		if err := x.finding(cases[i].table, &cases[i].Finding); err != nil {
			return err
		}
	}
	if err := errors.Join(x.strayDecisions(), x.reviews()); err != nil {
		return err
	}
	x.erased.Persons = len(x.place)
	for id := range x.place {
		err := x.writer.changePage(id/perPage, func(p page) page {
			left, _ := p.without(func(person []byte) bool { return int64(person[0]) == id%perPage })
			return left
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// strayDecisions takes the person's number out of decisions on cases that have been dropped: whose number it was, only
// the number itself tells by now.
func (x *eraser) strayDecisions() error {
	for _, d := range x.decisions {
		if x.kept[d.Finding] || !slices.ContainsFunc(d.Numbers, func(n audit.Token) bool { return x.numbers[n] }) {
			continue
		}
		x.erased.Decisions++
		if err := x.writer.exec("DELETE FROM decisions WHERE waiver = ? AND finding = ?", d.Waiver, d.Finding); err != nil {
			return err
		}
	}
	return nil
}

func (x *eraser) finding(table string, f *Finding) error {
	told, members, err := x.members(f)
	if err != nil || len(members) == 0 {
		return err
	}
	x.concerned[f.ID] = true
	switch {
	case len(members) < max(len(f.Persons), len(told.Subjects)):
		return x.blank(table, f, told, members)
	case table == "events":
		x.erased.Events++
		return x.writer.exec("DELETE FROM events WHERE id = ? AND told = ?", f.ID, f.Told)
	}
	x.erased.Findings++
	for _, d := range x.decisions {
		if d.Finding != f.ID {
			continue
		}
		x.erased.Decisions++
		if err := x.writer.exec("DELETE FROM decisions WHERE waiver = ? AND finding = ?", d.Waiver, d.Finding); err != nil {
			return err
		}
	}
	return x.writer.exec("DELETE FROM findings WHERE id = ?", f.ID)
}

// blank takes the members out of a case that concerns others too. A compared value may be anybody's of the case, so
// none is left.
func (x *eraser) blank(table string, f *Finding, told Told, members []int) (err error) {
	for _, m := range members {
		if m < len(f.Persons) {
			f.Persons[m] = 0
		}
		if m < len(told.Subjects) {
			blankArgs(told.Args, &told.Subjects[m])
			told.Subjects[m] = audit.Subject{Ref: audit.Ref{Catalog: told.Subjects[m].Catalog}}
		}
	}
	for i := range told.Evidence {
		told.Evidence[i].A, told.Evidence[i].B = "", ""
	}
	if len(f.Body) > 0 {
		if f.Body, err = Encode(told); err != nil {
			return err
		}
	}
	x.erased.Changed++
	if err := x.writer.findings(table, []Finding{*f}); err != nil || table == "events" {
		return err
	}
	for _, d := range x.decisions {
		if d.Finding != f.ID {
			continue
		}
		for _, m := range members {
			if m < len(d.Numbers) {
				d.Numbers[m] = 0
			}
		}
		if err := x.writer.decisions([]Decision{d}); err != nil {
			return err
		}
	}
	return nil
}

// blankArgs empties every argument that names the subject.
func blankArgs(args []audit.Arg, s *audit.Subject) {
	names := func(text string) bool {
		for _, own := range []string{s.Principal, s.ID, s.DN, s.Name} {
			if own != "" && strings.Contains(strings.ToLower(text), strings.ToLower(own)) {
				return true
			}
		}
		return false
	}
	for i, a := range args {
		switch v := a.(type) {
		case audit.Word:
			if names(string(v)) {
				args[i] = audit.Word("")
			}
		case audit.Text:
			if names(v.NB) || names(v.NN) || names(v.EN) {
				args[i] = audit.Text{}
			}
		}
	}
}
