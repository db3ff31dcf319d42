package main

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"ninaudit/audit"
)

// Bounds of a configuration file: its bytes, and how many faults of it are told.
const (
	configLimit = 1 << 20
	faultLimit  = 100
)

// configReader reads one configuration file and gathers everything that is wrong with it, so that
// a reader mends the file once.
type configReader struct {
	name   string // the file as errors name it
	model  string // what a reader may compare the file with
	dir    string // what relative paths are relative to
	faults []configFault
	known  map[string]bool // every key that was asked for, as catalogs[].ldap.url

	notices []audit.Text // settings that this version reads and does not act on
	proof   string       // the list of old and new numbers
	shrinks bool         // some catalog says max_shrink
}

// configFault is one thing that is wrong in a configuration file.
type configFault struct {
	file    string
	line    int
	path    string // catalogs[0].ldap.url; empty for the file as a whole
	what    string
	instead string // what to write
}

func (f configFault) Error() string {
	if f.path == "" {
		return fmt.Sprintf("%s:%d: %s — %s", f.file, f.line, f.what, f.instead)
	}
	return fmt.Sprintf("%s:%d: %s: %s — %s", f.file, f.line, f.path, f.what, f.instead)
}

func (r *configReader) fault(line int, path, what, instead string) {
	if len(r.faults) == faultLimit {
		return
	}
	r.faults = append(r.faults, configFault{r.name, line, path, what, instead})
}

// err joins the faults in the order of the file's lines; nil if there are none.
func (r *configReader) err() error {
	slices.SortStableFunc(r.faults, func(a, b configFault) int { return cmp.Compare(a.line, b.line) })
	errs := make([]error, len(r.faults))
	for i, f := range r.faults {
		errs[i] = f
	}
	return errors.Join(errs...)
}

// readConfig opens a configuration file. Any error is an *audit.UsageError.
func readConfig(path string, rules []string) (*config, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, &audit.UsageError{Err: fmt.Errorf("configuration: %w", err), Hint: openHint(err)}
	}
	defer f.Close()
	c, err := parseConfig(f, path, rules)
	if err != nil {
		return nil, &audit.UsageError{Err: err}
	}
	return c, nil
}

func openHint(err error) string {
	if errors.Is(err, fs.ErrPermission) {
		return "give the user that runs the audit read access to the file"
	}
	return "check the path given to --config; config.example.yaml is one to start from"
}

// parseConfig reads a configuration from in. The name is what errors call it and, by its folder,
// what relative paths are relative to; rules are the IDs of the rules that this version has.
func parseConfig(in io.Reader, name string, rules []string) (*config, error) {
	r := newConfigReader(name)
	data, err := r.read(in)
	if err != nil {
		return nil, err
	}
	root := r.document(data)
	if root == nil {
		if len(r.faults) == 0 {
			r.fault(1, "", "the file is empty", "start from config.example.yaml")
		}
		return nil, r.err()
	}
	c := r.config(r.newSection("", "", 1, root), rules)
	if err := r.err(); err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	c.Hash = hex.EncodeToString(sum[:8])
	return c, nil
}

func newConfigReader(name string) *configReader {
	return &configReader{
		name: filepath.ToSlash(name), dir: filepath.Dir(name), model: "config.example.yaml", known: map[string]bool{},
	}
}

// read reads the file's bytes, which are bounded.
func (r *configReader) read(in io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(in, configLimit+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", r.name, err)
	}
	if len(data) > configLimit {
		r.fault(1, "", "the file is larger than 1 MiB", "see whether it is the file you meant")
		return nil, r.err()
	}
	return data, nil
}

// document parses the one YAML document of the file; nil after a fault, and where the file is empty. Anchors and
// aliases are refused: they save a few lines of a small file, and cost a bound on how far they unfold.
func (r *configReader) document(data []byte) *yaml.Node {
	var doc, second yaml.Node
	d := yaml.NewDecoder(bytes.NewReader(data))
	switch err := d.Decode(&doc); {
	case errors.Is(err, io.EOF), err == nil && isEmpty(&doc):
		return nil
	case err != nil:
		r.syntax(data, err)
		return nil
	}
	switch err := d.Decode(&second); {
	case err == nil:
		r.fault(second.Line, "", "a second document begins here",
			"remove the line with ---; a file is one document")
	case !errors.Is(err, io.EOF):
		r.syntax(data, err)
	}
	r.refuseAliases(&doc)
	if len(r.faults) > 0 {
		return nil
	}
	return doc.Content[0]
}

func isEmpty(doc *yaml.Node) bool {
	return len(doc.Content) == 0 || doc.Content[0].Kind == yaml.ScalarNode && doc.Content[0].Tag == "!!null"
}

func (r *configReader) refuseAliases(n *yaml.Node) {
	if n.Anchor != "" || n.Kind == yaml.AliasNode {
		r.refusedAlias(n.Line)
	}
	for _, c := range n.Content {
		r.refuseAliases(c)
	}
}

func (r *configReader) refusedAlias(line int) {
	r.fault(line, "", "anchors (&) and aliases (*) are not understood", "write the values out where they belong")
}

var (
	yamlLine  = regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)$`)
	tabIndent = regexp.MustCompile(`^ *\t[ \t]*[^ \t#\r]`)
	noBlank   = regexp.MustCompile(`^ *(?:- +)?[A-Za-z][A-Za-z_-]*:[^ \t\r/]`)

	unknownAnchor = regexp.MustCompile(`^unknown anchor '(.*)' referenced`)
)

// syntax reports why the file is no YAML. Tabs and missing blanks come first: they are behind most
// such errors, and the library tells them only in the lines that follow.
func (r *configReader) syntax(data []byte, err error) {
	line, what := 1, err.Error()
	if m := yamlLine.FindStringSubmatch(what); m != nil {
		what = m[2]
		if n, err := strconv.Atoi(m[1]); err == nil {
			line = n
		}
	}
	lines := bytes.Split(data, []byte("\n"))
	if i := slices.IndexFunc(lines, tabIndent.Match); i >= 0 {
		r.fault(i+1, "", "the line is indented with a tab", "write blanks instead")
		return
	}
	if i := slices.IndexFunc(lines, noBlank.Match); i >= 0 && i < line {
		r.fault(i+1, "", "there is no blank after the colon", "write key: value")
		return
	}
	if m := unknownAnchor.FindStringSubmatch(what); m != nil {
		line = 1 + slices.IndexFunc(lines, func(l []byte) bool { return bytes.Contains(l, []byte("*"+m[1])) })
		r.refusedAlias(line)
		return
	}
	r.fault(line, "", "what begins here is no YAML: "+what, yamlInstead(what, r.model))
}

// yamlInstead is what to write where the YAML library stumbled with these words.
func yamlInstead(what, model string) string {
	for _, m := range [...]struct{ part, write string }{
		{"could not find expected ':'", "write key: value, with a blank after the colon"},
		{"mapping values are not allowed", "put a text that holds a colon in quotes, and begin each key on its own line"},
		{"did not find expected key", "indent the keys of one section alike"},
		{"did not find expected '-' indicator", "indent the members of one list alike"},
		{"did not find expected ',' or ']'", "close the list with ]"},
		{"did not find expected ',' or '}'", "close the section with }"},
		{"did not find expected node content", "look for a comma too many, or a value that is missing"},
		{"found unexpected end of stream", "close the quotes"},
		{"found character that cannot start", "put the value in quotes"},
		{"found unknown escape character", "use single quotes, or double the backslashes"},
		{"block sequence entries are not", "begin the list on a line of its own"},
		{"control characters are not allowed", "save the file as plain UTF-8 text"},
		{"invalid leading UTF-8", "save the file as UTF-8"},
		{"invalid trailing UTF-8", "save the file as UTF-8"},
		{"incomplete UTF-8", "save the file as UTF-8"},
		{"did not find expected alphabetic", "put a text that begins with & or * in quotes"},
		{"while scanning a directive", "remove the line that begins with %"},
		{"found undefined tag handle", "remove the tag that begins with !"},
		{"did not find expected tag", "remove the tag that begins with !"},
		{"found a tab character that violates", "indent with blanks, not with tabs"},
		{"did not find expected <document start>", "indent the keys of the file alike, from the first column"},
	} {
		if strings.Contains(what, m.part) {
			return m.write
		}
	}
	return "compare with " + model
}
