package main

import (
	"slices"

	"gopkg.in/yaml.v3"

	"ninaudit/audit"
)

// notice keeps what the reader must be told of a setting without effect; once, however often it
// stands.
func (r *configReader) notice(t audit.Text) {
	if !slices.Contains(r.notices, t) {
		r.notices = append(r.notices, t)
	}
}

// texts reads a text or a list of texts.
func (r *configReader) texts(n *yaml.Node, path string) []string {
	if n.Kind != yaml.SequenceNode {
		if v, ok := r.text(n, path); ok {
			return []string{v}
		}
		return nil
	}
	var out []string
	for _, c := range n.Content {
		if v, ok := r.text(c, path); ok {
			out = append(out, v)
		}
	}
	return out
}
