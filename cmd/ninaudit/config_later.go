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
	history := s.section("history")
	history.file("path")
	history.file("key_file")
	history.done()
	if history.given {
		r.notice(audit.Text{
			NB: "history: denne versjonen har ingen historikk; alle funn står som åpne",
			NN: "history: denne versjonen har ingen historikk; alle funn står som opne",
			EN: "history: this version keeps no history; every finding is told as standing",
		})
	}
	if s.file("services"); s.has("services") {
		r.notice(audit.Text{
			NB: "services: denne versjonen leser ikke lista over tjenester; ingen tjenester nevnes i rapportene",
			NN: "services: denne versjonen les ikkje lista over tenester; ingen tenester er nemnde i rapportane",
			EN: "services: this version does not read the list of services; the reports name none",
		})
	}
	if s.file("waivers"); s.has("waivers") {
		r.notice(audit.Text{
			NB: "waivers: denne versjonen leser ikke aksepterte funn; de står som åpne",
			NN: "waivers: denne versjonen les ikkje aksepterte funn; dei står som opne",
			EN: "waivers: this version reads no accepted findings; they are told as standing",
		})
	}
	r.withoutEffect(s, "protected")
}

// laterOfCatalog reads the keys of one catalog that a later version acts on.
func (r *configReader) laterOfCatalog(s *section) {
	if s.percent("max_shrink", 10); s.has("max_shrink") {
		r.notice(audit.Text{
			NB: "max_shrink: denne versjonen har ingen historikk og kan ikke se om en katalog har krympet",
			NN: "max_shrink: denne versjonen har ingen historikk og kan ikkje sjå om ein katalog har krympa",
			EN: "max_shrink: this version keeps no history and cannot see that a catalog has shrunk",
		})
	}
	r.withoutEffect(s, "compare")
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
