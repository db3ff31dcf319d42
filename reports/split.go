package reports

import (
	"cmp"
	"errors"
	"os"
	"path/filepath"
	"slices"

	"ninaudit/audit"
)

// split writes a workbook for each unit that has something to read: units/fjordvik-barneskole/ninaudit-2026-11-23.xlsx.
// A head of school finds the own school there and nothing else: of persons of other units a case says only that there is
// one. A person is at the first unit that the catalog names.
//
// Workbooks are made one after the other when all findings are known, for each takes files that are open while it
// is made, and there may be hundreds of schools. So the findings are kept until then.
type split struct {
	o     Options
	units map[unit]*share
	made  []audit.Report
	dirs  []string // folders that this run has made
}

// unit is a school, or whatever the catalog calls a unit.
type unit struct{ catalog, name string }

// share is what one unit is to read.
type share struct {
	findings []*audit.Finding
	events   []*audit.Finding
	waits    []audit.Wait
}

// unitsFolder holds a folder for each unit.
const unitsFolder = "units"

// NewSplit begins the workbooks of the units, in o.Dir/units.
func NewSplit(o Options) (audit.Report, error) {
	return &split{o: o, units: map[unit]*share{}}, nil
}

// Path is the folder of the units.
func (s *split) Path() string { return filepath.Join(s.o.Dir, unitsFolder) }

// Wanted is empty: a workbook that is held open gets another name in its own folder.
func (s *split) Wanted() string { return "" }

// Finding keeps one for each unit that has a person in it.
func (s *split) Finding(f *audit.Finding) error {
	if f.Status != audit.Waiting {
		s.each(f, func(to *share) { to.findings = append(to.findings, f) })
	}
	return nil
}

// each calls do for the share of every unit that has a person in a finding, once.
func (s *split) each(f *audit.Finding, do func(*share)) {
	for i := range f.Subjects {
		u := unitOf(&f.Subjects[i])
		again := slices.ContainsFunc(f.Subjects[:i], func(x audit.Subject) bool { return unitOf(&x) == u })
		if u.name != "" && !again {
			do(s.share(u))
		}
	}
}

func unitOf(s *audit.Subject) unit { return unit{s.Catalog, s.Unit} }

func (s *split) share(u unit) *share {
	if s.units[u] == nil {
		s.units[u] = &share{}
	}
	return s.units[u]
}

// Finish makes the workbooks, in the order of the units' names.
func (s *split) Finish(sum audit.Summary) error {
	for _, f := range sum.Events {
		s.each(f, func(to *share) { to.events = append(to.events, f) })
	}
	if sum.Ledger != nil {
		for w := range sum.Ledger {
			if u := unitOf(&w.Subject); u.name != "" {
				to := s.share(u)
				to.waits = append(to.waits, *w)
			}
		}
	}
	folders := folderNames(s.units)
	for _, u := range inNorwegianOrder(s.units) {
		if err := s.workbook(u, folders[u], &sum); err != nil {
			return err
		}
		delete(s.units, u) // its findings are no longer needed
	}
	return nil
}

// workbook makes one unit's.
func (s *split) workbook(u unit, folder string, sum *audit.Summary) error {
	o := s.o
	o.Dir, o.Unit, o.Deliver = filepath.Join(s.o.Dir, unitsFolder, folder), u.name, s.o.Deliver.within(unitsFolder, folder)
	if err := s.makeFolders(folder); err != nil {
		return err
	}
	w, err := NewWorkbook(o)
	if err != nil {
		return err
	}
	s.made = append(s.made, w)
	of := s.units[u]
	seen := newUnitView(u, sum)
	for _, f := range of.findings {
		if err := w.Finding(seen.finding(f)); err != nil {
			return err
		}
	}
	return w.Finish(seen.summary(of))
}

// makeFolders makes a unit's folder, here and where it is delivered to.
func (s *split) makeFolders(folder string) error {
	for _, dir := range []string{s.Path(), filepath.Join(s.Path(), folder)} {
		if err := os.Mkdir(dir, 0o700); err == nil {
			s.dirs = append(s.dirs, dir)
		} else if !errors.Is(err, os.ErrExist) {
			return err
		}
	}
	if s.o.Deliver == nil {
		return nil
	}
	return s.o.Deliver.makeFolders(unitsFolder, folder)
}

// Publish puts every workbook in its place.
func (s *split) Publish() error {
	for _, w := range s.made {
		if err := w.Publish(); err != nil {
			return err
		}
	}
	return nil
}

// Discard removes what is not published, and the folders that have stayed empty.
func (s *split) Discard() {
	for _, w := range s.made {
		w.Discard()
	}
	for _, dir := range slices.Backward(s.dirs) {
		_ = os.Remove(dir) // fails, as it should, unless the folder is empty
	}
}

// inNorwegianOrder sorts units by name and then by catalog.
func inNorwegianOrder(units map[unit]*share) []unit {
	var all []unit
	for u := range units {
		all = append(all, u)
	}
	order := norwegianOrder()
	slices.SortFunc(all, func(a, b unit) int {
		return cmp.Or(order(a.name, b.name), cmp.Compare(a.catalog, b.catalog))
	})
	return all
}
