package main

import (
	"strings"

	"gopkg.in/yaml.v3"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// compareConfig is what a catalog is compared with: an export of the source system, and what its columns are called.
type compareConfig struct {
	File          string
	Keys          [3]string // columns by audit.SourceKey; empty for one that the file does not have
	Known, Number string
}

// sourceKeys are the keys by which the configuration and an export name a person, by audit.SourceKey.
func sourceKeys() [3]string { return [3]string{"principal", "uid", "local_id"} }

// compare reads what a catalog is compared with: a file's name, or a section with the names of its columns.
func (r *configReader) compare(s *section) *compareConfig {
	n := s.value["compare"]
	if n == nil || n.Kind == yaml.ScalarNode {
		c := &compareConfig{File: s.file("compare"), Keys: sourceKeys(), Known: "known", Number: "number"}
		r.newSection("", s.joinShape("compare"), s.line, nil).compareColumns(c)
		if c.File == "" {
			return nil
		}
		return c
	}
	one := s.section("compare")
	c := &compareConfig{File: one.file("file")}
	one.compareColumns(c)
	one.need("file", "known.csv")
	one.notEmpty("file", "known.csv")
	if strings.Join(c.Keys[:], "") == "" {
		one.fault("", "no column is named that tells who a row is", "write principal: COLUMN, uid: COLUMN or local_id: COLUMN")
	}
	if c.Known == "" && c.Number == "" {
		one.fault("", "no column is named that tells whether a number is known", "write known: COLUMN or number: COLUMN")
	}
	one.done()
	return c
}

// compareColumns reads the names of the columns.
func (s *section) compareColumns(c *compareConfig) {
	s.ask("file")
	for i, key := range sourceKeys() {
		if v := s.str(key, ""); s.given {
			c.Keys[i] = v
		}
	}
	known, number := s.str("known", ""), s.str("number", "")
	if s.given {
		c.Known, c.Number = known, number
	}
}

// readSources opens the exports of the catalogs that a run reads.
func readSources(c *config, catalogs []audit.Catalog, on nin.Date) (map[string]*audit.Source, error) {
	out := map[string]*audit.Source{}
	for _, catalog := range catalogs {
		for i := range c.Catalogs {
			one := &c.Catalogs[i]
			if one.Name != catalog.Name() || one.Compare == nil {
				continue
			}
			t, err := readTable(one.Compare.File)
			if err != nil {
				return nil, err
			}
			if out[one.Name], err = t.source(one.Compare, parser(on, one.AcceptSynthetic)); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// source understands a table as an export of a source system.
func (t *csvTable) source(c *compareConfig, p nin.Parser) (*audit.Source, error) {
	key, by := -1, audit.ByPrincipal
	for i, name := range c.Keys {
		if at := t.column(name); name != "" && at >= 0 && key < 0 {
			key, by = at, audit.SourceKey(i)
		}
	}
	known, number := t.columnOf(c.Known), t.columnOf(c.Number)
	const hint = "name the columns in the configuration: compare: {file: …, principal: COLUMN, known: COLUMN or number: COLUMN}"
	switch {
	case key < 0:
		return nil, t.fault(1, hint, "no column tells who a row is: there is no %s", orList(notEmpty(c.Keys[:])))
	case known < 0 && number < 0:
		return nil, t.fault(1, hint, "no column tells whether a number is known: there is no %s", orList(notEmpty([]string{c.Known, c.Number})))
	}
	rows := make([]audit.SourceRow, len(t.rows))
	for i, r := range t.rows {
		one := audit.SourceRow{Key: r.cells[key]}
		if one.Key == "" {
			return nil, t.fault(r.line, "fill it in, or leave the row out", "the cell that tells who the row is, is empty")
		}
		if number >= 0 {
			if n := p.Parse(r.cells[number]); national(n) {
				one.Number, one.Known = n, true
			}
		}
		if known >= 0 {
			yes, ok := knownWord(r.cells[known])
			if !ok {
				return nil, t.fault(r.line, "write yes or no", "the cell that tells whether a number is known says neither yes nor no")
			}
			one.Known = one.Known || yes
		}
		rows[i] = one
	}
	s, dup := audit.NewSource(by, rows)
	if dup >= 0 {
		return nil, t.fault(t.rows[dup].line, "keep one row a person", "an earlier row is of the same person")
	}
	return s, nil
}

// columnOf is the place of a column; -1 where it has no name, or the table has none of that name.
func (t *csvTable) columnOf(name string) int {
	if name == "" {
		return -1
	}
	return t.column(name)
}

func notEmpty(names []string) []string {
	var out []string
	for _, n := range names {
		if n != "" {
			out = append(out, quote(n))
		}
	}
	return out
}

// knownWord reads a cell that says yes or no; an empty one says no.
func knownWord(v string) (yes, ok bool) {
	switch strings.ToLower(v) {
	case "yes", "ja", "true", "sann", "1", "x":
		return true, true
	case "no", "nei", "false", "usann", "0", "":
		return false, true
	}
	return false, false
}
