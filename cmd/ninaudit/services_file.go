package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"gopkg.in/yaml.v3"

	"ninaudit/audit"
)

// serviceReader reads a list of services: who they are, and what their providers have said. It is walked like the
// configuration, so that every error names file, line and key. What stands in it reaches reports, letters and file
// names: a number may not stand in it, and neither may what a spreadsheet would take for a formula.
type serviceReader struct {
	*configReader
	first map[string]int // the line on which a service of a name stands
	ids   map[string]int // and one of an ID
	out   []audit.Service
}

// servicesLimit bounds a list of services, in bytes.
const servicesLimit = 8 << 20

// readServices opens a list, YAML or CSV by its name; without a name there is none. Any error is an *audit.UsageError.
func readServices(path string) ([]audit.Service, error) {
	if path == "" {
		return nil, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, &audit.UsageError{
			Err:  fmt.Errorf("services: %w", err),
			Hint: "ninaudit services import makes a first list; an empty file is a list of none",
		}
	}
	defer f.Close()
	out, err := parseServices(f, path)
	if err != nil {
		return nil, &audit.UsageError{Err: err}
	}
	return out, nil
}

// parseServices reads a list from in. The name is what errors call it, and tells YAML from CSV.
func parseServices(in io.Reader, name string) ([]audit.Service, error) {
	r := newServiceReader(name)
	data, err := io.ReadAll(io.LimitReader(in, servicesLimit+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s: %w", r.name, err)
	case len(data) > servicesLimit:
		r.fault(1, "", "the file is larger than 8 MiB", "see whether it is the file you meant")
	case isCSV(name):
		if err := r.table(data); err != nil {
			return nil, err
		}
	default:
		if root := r.document(data); root != nil {
			s := r.newSection("", "", 1, root)
			for _, m := range s.list("services") {
				r.service(m.section())
			}
			s.done()
		}
	}
	if err := r.err(); err != nil {
		return nil, err
	}
	return r.out, nil
}

func isCSV(name string) bool { return strings.EqualFold(filepath.Ext(name), ".csv") }

func newServiceReader(name string) *serviceReader {
	return &serviceReader{
		configReader: &configReader{name: filepath.ToSlash(name), model: "the section on services in README.md", known: map[string]bool{}},
		first:        map[string]int{}, ids: map[string]int{},
	}
}

// serviceKeys are the keys of a service, in the order in which they are written; CSV has columns of the same names.
func serviceKeys() []string {
	return []string{"name", "id", "provider", "contact", "channel", "language", "receives", "depends", "arranged", "used_by", "told"}
}

// table reads a list from CSV: each row is a section, whose keys are the columns and whose values are what stands in
// the cells that are not empty.
func (r *serviceReader) table(data []byte) error {
	t, err := parseTable(bytes.NewReader(data), r.name)
	if err != nil {
		return err
	}
	for _, row := range t.rows {
		n := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: row.line}
		for i, cell := range row.cells {
			if cell == "" {
				continue
			}
			key := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: strings.ToLower(t.heading[i]), Line: row.line}
			n.Content = append(n.Content, key, cellNode(key.Value, cell, row.line))
		}
		r.service(r.newSection("", "", row.line, n))
	}
	return nil
}

// cellNode is a cell as YAML would have it: of several users, a list.
func cellNode(key, cell string, line int) *yaml.Node {
	if key != "used_by" {
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: cell, Line: line}
	}
	list := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Line: line}
	for part := range strings.SplitSeq(cell, ",") {
		list.Content = append(list.Content, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: strings.TrimSpace(part), Line: line})
	}
	return list
}

// service reads one service.
func (r *serviceReader) service(s *section) {
	s.need("name", "Klasserom")
	one := audit.Service{
		Name: r.line(s, "name"), ID: r.line(s, "id"), Provider: r.line(s, "provider"), Contact: r.line(s, "contact"),
		Channel: r.line(s, "channel"), Receives: true,
	}
	one.Language = audit.Language(s.choice("language", string(audit.Bokmal), languageNames()))
	if answer, ok := r.answer(s, "receives", "yes or no"); ok {
		one.Receives = answer == audit.Yes
	}
	one.Depends, _ = r.answer(s, "depends", "yes, no or unknown")
	one.Arranged, one.Asked = r.arranged(s)
	one.UsedBy, one.Told = r.usedBy(s), r.told(s)
	switch {
	case !one.Receives && one.Depends == audit.Yes:
		s.fault("depends", "a service that does not receive the number can not depend on it", "write depends: no, or receives: yes")
	case one.Depends == audit.No && one.Arranged == audit.Yes:
		s.fault("arranged", "a service that does not depend on the number has nothing to arrange", "remove arranged, or write depends: yes")
	}
	s.done()
	r.add(s, one)
}

// add keeps a service. Two of one name, or of one ID, are refused: nobody could say which of them is meant.
func (r *serviceReader) add(s *section, one audit.Service) {
	for _, by := range []struct {
		key, value string
		at         map[string]int
	}{{"name", strings.ToLower(one.Name), r.first}, {"id", one.ID, r.ids}} {
		if by.value == "" {
			continue
		}
		if line, twice := by.at[by.value]; twice {
			s.fault(by.key, fmt.Sprintf("line %d has a service of that %s too", line, by.key), "keep one of the two")
			return
		}
		by.at[by.value] = s.at(by.key)
	}
	r.out = append(r.out, one)
}
