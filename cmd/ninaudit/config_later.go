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

// later reads the sections that a later version acts on: their shape is checked, so that a
// configuration which is right today is right then, and a notice says that they have no effect.
func (r *configReader) later(s *section) {
	r.withoutEffect(s, "protected")
}

// withoutEffect accepts a key of whatever shape that only a later version understands.
func (r *configReader) withoutEffect(s *section, key string) {
	n := s.ask(key)
	if n == nil || len(n.Content) == 0 && n.Value == "" {
		return
	}
	name := s.shape + "." + key
	if s.shape == "" {
		name = key
	}
	r.notice(audit.Text{
		NB: name + ": denne versjonen bruker ikke innstillingen",
		NN: name + ": denne versjonen bruker ikkje innstillinga",
		EN: name + ": this version does not use the setting",
	})
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
