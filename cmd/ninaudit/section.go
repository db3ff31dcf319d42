package main

import (
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// section is one mapping of the configuration. Each method asks for one key, remembers that the
// key is known, and reports what is wrong with its value; done reports the keys that nobody asked
// for. A section that is not in the file answers every question with the default, so that the code
// which reads it is written once.
type section struct {
	r     *configReader
	path  string // catalogs[0].ldap, as errors show it
	shape string // catalogs[].ldap, as the reader's list of known keys has it
	line  int
	given bool // it stands in the file
	keys  []*yaml.Node
	value map[string]*yaml.Node
	lines map[string]int // of the keys
	asked []string
	bad   bool // it is no mapping: that has been said, and nothing else is worth saying of it
}

// newSection reads the keys of a mapping. An absent or empty node makes an empty section.
func (r *configReader) newSection(path, shape string, line int, n *yaml.Node) *section {
	s := &section{
		r: r, path: path, shape: shape, line: line,
		value: map[string]*yaml.Node{}, lines: map[string]int{},
	}
	if n == nil {
		return s
	}
	s.given = true
	if n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null" {
		return s
	}
	if n.Kind != yaml.MappingNode {
		s.bad = true
		r.fault(line, path, "this is "+describe(n)+", not a section", "write keys with their values under it")
		return s
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		s.add(n.Content[i], n.Content[i+1])
	}
	return s
}

// add takes one key; a key that is given twice is reported and the first one counts.
func (s *section) add(key, value *yaml.Node) {
	switch first, twice := s.lines[key.Value]; {
	case key.Kind != yaml.ScalarNode || key.ShortTag() == "!!merge":
		s.r.fault(key.Line, s.path, "a key here is no plain word", "write key: value")
	case twice:
		s.r.fault(key.Line, s.join(key.Value), "the key is given twice",
			fmt.Sprintf("keep one of line %d and line %d", first, key.Line))
	default:
		s.keys = append(s.keys, key)
		s.value[key.Value], s.lines[key.Value] = value, key.Line
	}
}

func (s *section) join(key string) string {
	key = clip(key)
	if s.path == "" {
		return key
	}
	return s.path + "." + key
}

func (s *section) joinShape(key string) string {
	if s.shape == "" {
		return key
	}
	return s.shape + "." + key
}

// ask notes that the key is known and returns its value, nil if it is not in the file.
func (s *section) ask(key string) *yaml.Node {
	s.asked = append(s.asked, key)
	s.r.known[s.joinShape(key)] = true
	return s.value[key]
}

// has tells whether the key stands in the file.
func (s *section) has(key string) bool { return s.value[key] != nil }

// at is the line of a key, or of the section where the key is missing.
func (s *section) at(key string) int {
	if line, ok := s.lines[key]; ok {
		return line
	}
	return s.line
}

// fault reports what is wrong with one key, or with the section where key is empty.
func (s *section) fault(key, what, instead string) {
	if s.bad {
		return
	}
	path, line := s.path, s.line
	if key != "" {
		path, line = s.join(key), s.at(key)
	}
	s.r.fault(line, path, what, instead)
}

// said tells whether something wrong with the key has been reported.
func (s *section) said(key string) bool {
	path := s.join(key)
	return slices.ContainsFunc(s.r.faults, func(f configFault) bool { return f.path == path })
}

// notEmpty reports a text that is there and says nothing.
func (s *section) notEmpty(key, example string) {
	if n := s.value[key]; n != nil && n.Kind == yaml.ScalarNode && n.Value == "" && !s.said(key) {
		s.fault(key, "it is empty", "write "+key+": "+example)
	}
}

// need reports a key that is missing, with an example of what to write.
func (s *section) need(key, example string) {
	if !s.has(key) {
		s.fault(key, "the key is missing", "write "+key+": "+example)
	}
}

// never reports a key that must not be there, whatever its value.
func (s *section) never(key, what, instead string) {
	if n := s.value[key]; n != nil {
		s.asked = append(s.asked, key)
		s.fault(key, what, instead)
	}
}

// section reads a mapping below this one.
func (s *section) section(key string) *section {
	return s.r.newSection(s.join(key), s.joinShape(key), s.at(key), s.ask(key))
}

// list reads a list; each member comes with its own path.
func (s *section) list(key string) []member {
	n := s.ask(key)
	switch {
	case n == nil || n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null":
		return nil
	case n.Kind != yaml.SequenceNode:
		s.fault(key, "this is "+describe(n)+", not a list", "write [a, b], or a line with - for each")
		return nil
	}
	out := make([]member, len(n.Content))
	for i, c := range n.Content {
		out[i] = member{s.r, fmt.Sprintf("%s[%d]", s.join(key), i), s.joinShape(key) + "[]", c}
	}
	return out
}

// member is one value of a list.
type member struct {
	r           *configReader
	path, shape string
	node        *yaml.Node
}

func (m member) section() *section { return m.r.newSection(m.path, m.shape, m.node.Line, m.node) }

func (m member) text() (string, bool) { return m.r.text(m.node, m.path) }

func (m member) fault(what, instead string) { m.r.fault(m.node.Line, m.path, what, instead) }

// names returns the keys that stand in the section, in the file's order: for sections whose keys
// are free.
func (s *section) names() []string {
	out := make([]string, len(s.keys))
	for i, k := range s.keys {
		out[i] = k.Value
	}
	return out
}

// done reports every key that nobody asked for. It is called when all questions have been put.
func (s *section) done() {
	known := slices.Compact(slices.Sorted(slices.Values(s.asked)))
	for _, k := range s.keys {
		if slices.Contains(known, k.Value) {
			continue
		}
		instead := didYouMean(k.Value, known)
		if instead == "" {
			instead = "known here: " + strings.Join(known, ", ")
		}
		s.r.fault(k.Line, s.join(k.Value), "unknown key", instead)
	}
}
