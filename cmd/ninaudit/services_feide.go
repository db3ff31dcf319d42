package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ninaudit/audit"
)

// offered is what a file says of services, on its way into the list.
type offered struct {
	services []audit.Service
	without  int  // services that do not receive the number, and are left out
	unfit    int  // services whose name or ID can not stand in a list
	public   bool // it is Feide's list, which holds every service there is
}

// maxOffered bounds a saved answer of Feide's list.
const maxOffered = 64 << 20

// readOffered opens a list to be imported: CSV by its name, or YAML, else a saved answer of Feide's public list.
func readOffered(path string, l audit.Language) (*offered, error) {
	if ext := strings.ToLower(filepath.Ext(path)); ext == ".csv" || ext == ".yaml" || ext == ".yml" {
		services, err := readServices(path)
		return &offered{services: services}, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, usageError("check the path", "%w", err)
	}
	defer f.Close()
	return parseFeide(f, path, l)
}

// feideService is one member of Feide's list, as far as it is of use.
type feideService struct {
	ID         feideText  `json:"id"`
	Name       feideText  `json:"name"`
	Provider   feideOwner `json:"provider"`
	Attributes []string   `json:"attributes"`
	Scopes     []string   `json:"scopes"`
}

// feideText is a text that stands there by itself, as a number, or in several languages.
type feideText struct{ NB, NN, EN string }

// UnmarshalJSON takes any of the forms; another one is an error.
func (t *feideText) UnmarshalJSON(b []byte) error {
	if bytes.HasPrefix(b, []byte("{")) {
		type languages feideText
		return json.Unmarshal(b, (*languages)(t)) // keys match whatever their case
	}
	var n json.Number
	if json.Unmarshal(b, &n) == nil {
		*t = feideText{NB: n.String()}
		return nil
	}
	*t = feideText{}
	return json.Unmarshal(b, &t.NB)
}

// in is the text in a language, or else in any.
func (t feideText) in(l audit.Language) string {
	text := orElse(audit.Text(t).In(l), orElse(t.NB, orElse(t.NN, t.EN)))
	return strings.Join(strings.Fields(text), " ")
}

// feideOwner is a provider: a name, or a section with one.
type feideOwner struct{ Name feideText }

// UnmarshalJSON takes either form.
func (o *feideOwner) UnmarshalJSON(b []byte) error {
	if bytes.HasPrefix(b, []byte("{")) {
		type section feideOwner
		return json.Unmarshal(b, (*section)(o))
	}
	return json.Unmarshal(b, &o.Name)
}

// receives tells that a service may receive the number.
func (s *feideService) receives() bool {
	return slices.ContainsFunc(slices.Concat(s.Attributes, s.Scopes), func(a string) bool {
		return strings.EqualFold(a, "norEduPersonNIN") || strings.EqualFold(a, "userid-nin")
	})
}

// parseFeide reads a saved answer of Feide's public list. Members that can not stand in a list of services are counted,
// for it is nobody's here to mend them; an answer that is no list is an error.
func parseFeide(in io.Reader, name string, l audit.Language) (*offered, error) {
	data, err := io.ReadAll(io.LimitReader(in, maxOffered+1))
	if err != nil || len(data) > maxOffered {
		return nil, usageError("see whether it is the file you meant", "%s: it can not be read, or is larger than 64 MiB", filepath.ToSlash(name))
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	var all []feideService
	if err := json.Unmarshal(data, &all); err != nil {
		return nil, usageError("save the answer of https://api.feide.no/2/sp/ as it is, or write CSV with the columns "+strings.Join(serviceKeys(), ", "),
			"%s:%d: this is no list of services as Feide gives it: %s", filepath.ToSlash(name), jsonLine(data, err), jsonFault(err))
	}
	o := &offered{public: true}
	taken := map[string]bool{}
	for i := range all {
		o.take(&all[i], l, taken)
	}
	return o, nil
}

// take keeps a service that receives the number. Of several of one name, the provider or the ID tells them apart.
func (o *offered) take(f *feideService, l audit.Language, taken map[string]bool) {
	if !f.receives() {
		o.without++
		return
	}
	s := audit.Service{ID: f.ID.in(l), Name: f.Name.in(l), Provider: f.Provider.Name.in(l), Language: audit.Bokmal, Receives: true}
	if what, _ := unfit(s.Provider); what != "" {
		s.Provider = ""
	}
	name := s.Name
	for _, more := range []string{"", s.Provider, s.ID} {
		if s.Name = name; more != "" {
			s.Name = name + " (" + more + ")"
		}
		if !taken[strings.ToLower(s.Name)] {
			break
		}
	}
	whatName, _ := unfit(s.Name)
	whatID, _ := unfit(s.ID)
	if s.Name == "" || whatName != "" || whatID != "" || taken[strings.ToLower(s.Name)] || s.ID != "" && taken["\x00"+s.ID] {
		o.unfit++
		return
	}
	taken[strings.ToLower(s.Name)], taken["\x00"+s.ID] = true, true
	o.services = append(o.services, s)
}

// jsonLine is the line on which reading stopped.
func jsonLine(data []byte, err error) int {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	at := int64(0)
	switch {
	case errors.As(err, &syntax):
		at = syntax.Offset
	case errors.As(err, &kind):
		at = kind.Offset
	}
	return 1 + bytes.Count(data[:min(max(at, 0), int64(len(data)))], []byte("\n"))
}

// jsonFault says what is wrong without what stands there.
func jsonFault(err error) string {
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
		return fmt.Sprintf("a %s stands where something else should", strings.Fields(kind.Value)[0])
	}
	return "it is no JSON"
}
