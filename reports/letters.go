package reports

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"ninaudit/audit"
)

// drafts writes letters to the providers of services, ready to be opened in a mail program, into a folder of
// their own; nothing is sent. A letter has counts alone. The accounts stand in a file beside it, for the channel that
// was agreed, by Feide name: no number, and nothing of what became of it, for why a number changed may be nobody's
// business. A letter that is no longer called for is removed.
type drafts struct {
	o   Options
	out []*file
}

// lettersFolder holds the letters.
const lettersFolder = "letters"

// The sorts of letters, as their files are called. accountsName is the list that goes with letterTell.
const (
	letterTell   = "tell"
	letterAsk    = "ask"
	letterDone   = "done"
	accountsName = "accounts"
)

// letterName is what a run calls a letter or a list of accounts, and nothing else: the service's name, eight letters
// that tell it from others, and the sort.
var letterName = regexp.MustCompile(`^(?:[a-z0-9-]+-)?[0-9a-f]{8}-(?:tell|ask|done)\.eml$|^(?:[a-z0-9-]+-)?[0-9a-f]{8}-accounts\.csv$`)

// doneDays is for how many days after the last notice the letter that ends it lies ready.
const doneDays = 30

// NewDrafts begins the letters in o.Dir/letters.
func NewDrafts(o Options) (audit.Report, error) {
	if _, err := os.Stat(filepath.Clean(o.Dir)); err != nil {
		return nil, fmt.Errorf("report %s: %w", lettersFolder, err)
	}
	return &drafts{o: o}, nil
}

// Path is the folder of the letters.
func (l *drafts) Path() string { return filepath.Join(l.o.Dir, lettersFolder) }

// Wanted is empty: a letter that is held open is an error.
func (l *drafts) Wanted() string { return "" }

// Finding does nothing: letters are about services.
func (l *drafts) Finding(*audit.Finding) error { return nil }

// Finish writes the letters, in the order of the list of services.
func (l *drafts) Finish(s audit.Summary) error {
	from := organisations(&s)
	for i := range s.Services {
		one := &s.Services[i]
		sort := letterFor(one, &s)
		if sort == "" {
			continue
		}
		if err := l.write(letterFile(one.Service, sort)+".eml", func() ([]byte, error) { return l.letter(one, sort, from) }); err != nil {
			return err
		}
		if sort != letterTell {
			continue
		}
		if err := l.write(letterFile(one.Service, accountsName)+".csv", func() ([]byte, error) { return accountsOf(one) }); err != nil {
			return err
		}
	}
	return nil
}

// letterFor says which letter a service's provider should get tonight; empty for none. Where somebody waits for an
// answer, nobody asks again. The end of the notice is told when everybody who waited has a number, and the provider has
// been told of all of them.
func letterFor(one *audit.ServiceState, s *audit.Summary) string {
	switch {
	case len(one.Tell) > 0:
		return letterTell
	case one.Asks() && one.Asked == 0 && one.Pending > 0:
		return letterAsk
	case one.Tells() && one.Told != 0 && one.Pending == 0 && !one.Awaited && one.Told.Days(s.AsOf) <= doneDays && s.Complete():
		return letterDone
	}
	return ""
}

// letterFile is what a service's file of a sort is called, from night to night the same.
func letterFile(s *audit.Service, sort string) string {
	sum := sha256.Sum256([]byte(strings.ToLower(s.Name)))
	return strings.TrimPrefix(folderName(s.Name)+"-"+hex.EncodeToString(sum[:4])+"-"+sort, "-")
}

// write makes a file safe on disk, beside the folder that it is to stand in.
func (l *drafts) write(name string, content func() ([]byte, error)) error {
	f, err := create(l.o.Dir, name, false)
	if err != nil {
		return err
	}
	f.dir, f.path = l.Path(), filepath.Join(l.Path(), name)
	l.out = append(l.out, f)
	b, err := content()
	if err == nil {
		_, err = f.Write(b)
	}
	if err != nil {
		return f.fault(err)
	}
	return f.finish()
}

// organisations are the catalogs whose users a letter is about.
func organisations(s *audit.Summary) string {
	var names []string
	for i := range s.Catalogs {
		names = append(names, clean(s.Catalogs[i].Name))
	}
	return strings.Join(names, ", ")
}

// Publish puts every letter in its place, and removes those of earlier nights that are no longer called for.
func (l *drafts) Publish() error {
	err := os.Mkdir(l.Path(), 0o700)
	switch {
	case errors.Is(err, os.ErrExist):
	case err != nil:
		return fmt.Errorf("report %s: %w", lettersFolder, err)
	case len(l.out) == 0:
		return os.Remove(l.Path())
	}
	kept := map[string]bool{}
	for _, f := range l.out {
		if err := f.Publish(); err != nil {
			return err
		}
		kept[f.name] = true
	}
	old, err := os.ReadDir(l.Path())
	errs := []error{err}
	for _, f := range old {
		if !kept[f.Name()] && f.Type().IsRegular() && letterName.MatchString(f.Name()) {
			errs = append(errs, os.Remove(filepath.Join(l.Path(), f.Name())))
		}
	}
	return errors.Join(errs...)
}

// Discard removes what is not published.
func (l *drafts) Discard() {
	for _, f := range l.out {
		f.Discard()
	}
}
