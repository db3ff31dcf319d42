package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// serviceList is a list of services that is changed where it stands. What is not changed stays as it was typed, with
// its comments.
type serviceList struct {
	path string
	doc  *yaml.Node
	list *yaml.Node      // the sequence of services
	all  []audit.Service // as the document has them, in its order
}

// listHead stands above a list that the program makes.
const listHead = `The services that receive national identity numbers from Feide, and what their providers say.
Fill in what is known, and leave out the rest; ninaudit services tells what is still unanswered.

  contact:  whom to write to        channel:  by which accounts are told, as agreed
  language: nb, nn or en            receives: yes or no
  depends:  yes, no or unknown: does the service know its users by the number?
  arranged: yes, no or asked 2026-11-23: can a user without a number use it?
  used_by:  [student, Fjordvik skole]: affiliations, and names or numbers of units; without it, everybody
  told:     2026-11-23: told of every change up to that day; ninaudit services told writes it
`

// openServiceList reads a list that is to be changed; one that is not there yet is empty.
func openServiceList(path string) (*serviceList, error) {
	if isCSV(path) {
		return nil, usageError("import it into a list in YAML: services: services.yaml, and ninaudit services import "+quote(filepath.Base(path)),
			"a list in CSV is read and never changed")
	}
	l := &serviceList{path: path}
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	if err != nil {
		return nil, usageError("check the path that the configuration gives as services", "services: %w", err)
	}
	if l.all, err = parseServices(bytes.NewReader(data), path); err != nil {
		return nil, &audit.UsageError{Err: err}
	}
	l.doc = &yaml.Node{}
	if err := yaml.Unmarshal(data, l.doc); err != nil || isEmpty(l.doc) { // it has been parsed: there is nothing in it
		l.list = &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq"}
		l.doc = &yaml.Node{Kind: yaml.DocumentNode, HeadComment: listHead, Content: []*yaml.Node{
			{Kind: yaml.MappingNode, Tag: "!!map", Content: []*yaml.Node{textNode("services"), l.list}},
		}}
		return l, nil
	}
	top := l.doc.Content[0]
	for i := 0; i+1 < len(top.Content); i += 2 {
		l.list = top.Content[i+1]
	}
	switch {
	case l.list == nil:
		l.list = &yaml.Node{}
		top.Content = append(top.Content, textNode("services"), l.list)
		fallthrough
	case l.list.Kind != yaml.SequenceNode: // services: without anything
		l.list.Kind, l.list.Tag, l.list.Value = yaml.SequenceNode, "!!seq", ""
	}
	return l, nil
}

func textNode(v string) *yaml.Node { return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: v} }

// find is the place of a service: by its ID, or else by its name; -1 where the list has none. One that has another ID
// is another.
func (l *serviceList) find(name, id string) int {
	if id != "" {
		if i := slices.IndexFunc(l.all, func(s audit.Service) bool { return s.ID == id }); i >= 0 {
			return i
		}
	}
	return slices.IndexFunc(l.all, func(s audit.Service) bool {
		return strings.EqualFold(s.Name, name) && (id == "" || s.ID == "")
	})
}

// set writes a key of the i-th service, in its place among the keys.
func (l *serviceList) set(i int, key string, value *yaml.Node) {
	m := l.list.Content[i]
	keys := serviceKeys()
	at := len(m.Content)
	for k := 0; k+1 < len(m.Content); k += 2 {
		switch other := m.Content[k].Value; {
		case other == key:
			m.Content[k+1] = value
			return
		case slices.Index(keys, other) > slices.Index(keys, key):
			at = min(at, k)
		}
	}
	m.Content = slices.Insert(m.Content, at, textNode(key), value)
}

// append adds a service.
func (l *serviceList) append(s *audit.Service) {
	l.list.Content = append(l.list.Content, &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"})
	l.all = append(l.all, *s)
	i := len(l.all) - 1
	for _, key := range serviceKeys() {
		if v := written(s, key); v != nil {
			l.set(i, key, v)
		}
	}
}

// written is what stands in the list for one key of a service; nil for nothing.
func written(s *audit.Service, key string) *yaml.Node {
	text := map[string]string{"name": s.Name, "id": s.ID, "provider": s.Provider, "contact": s.Contact, "channel": s.Channel}[key]
	switch key {
	case "language":
		if s.Language != audit.Bokmal {
			text = string(s.Language)
		}
	case "receives":
		text = map[bool]string{true: "yes", false: "no"}[s.Receives]
	case "depends":
		text = s.Depends.String()
	case "arranged":
		if s.Arranged != audit.Unanswered {
			text = s.Arranged.String()
		} else if s.Asked != 0 {
			text = "asked " + s.Asked.String()
		}
	case "told":
		text = s.Told.String()
	case "used_by":
		if len(s.UsedBy) == 0 {
			return nil
		}
		list := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Style: yaml.FlowStyle}
		for _, who := range s.UsedBy {
			list.Content = append(list.Content, textNode(who))
		}
		return list
	}
	if text == "" {
		return nil
	}
	return textNode(text)
}

// tell notes until when a service's provider has been told.
func (l *serviceList) tell(i int, until nin.Date) {
	l.all[i].Told = until
	l.set(i, "told", textNode(until.String()))
}

// save puts the list in its place, whole or not at all. It is read again before: what was typed must not be lost by a
// slip of this program.
func (l *serviceList) save() error {
	var b bytes.Buffer
	e := yaml.NewEncoder(&b)
	e.SetIndent(2)
	if err := errors.Join(e.Encode(l.doc), e.Close()); err != nil {
		return fmt.Errorf("services: %w", err)
	}
	again, err := parseServices(bytes.NewReader(b.Bytes()), l.path)
	if err != nil || !reflect.DeepEqual(again, l.all) {
		return fmt.Errorf("services: the list would not read as it should, and is left as it was: %w", errors.Join(err, errOtherList))
	}
	mode := fs.FileMode(0o600)
	if info, err := os.Stat(l.path); err == nil {
		mode = info.Mode().Perm()
	}
	temp, err := os.CreateTemp(filepath.Dir(l.path), ".ninaudit-*.tmp")
	if err != nil {
		return fmt.Errorf("services: %w", err)
	}
	defer os.Remove(temp.Name()) // fails, as it should, once it has its place
	_, err = temp.Write(b.Bytes())
	err = errors.Join(err, temp.Chmod(mode), temp.Sync(), temp.Close())
	if err == nil {
		err = os.Rename(temp.Name(), l.path)
	}
	if err != nil {
		return fmt.Errorf("services: %w", err)
	}
	return nil
}

var errOtherList = errors.New("it reads otherwise than it was meant")
