package reports

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	netmail "net/mail"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/wneessen/go-mail"

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
	case one.Tells() && one.Told != 0 && one.Pending == 0 && one.Told.Days(s.AsOf) <= doneDays && s.Complete():
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

// letter is a draft in the provider's language. Its ID and its day are the run's, so that one night gives one letter.
func (l *drafts) letter(s *audit.ServiceState, sort, from string) ([]byte, error) {
	m := mail.NewMsg(mail.WithNoDefaultUserAgent())
	v := voice{l: s.Language}
	m.SetGenHeader("X-Unsent", "1") // a mail program opens it to be written on
	if to, found := addressIn(s.Contact); found {
		if err := m.AddTo(to); err != nil {
			return nil, err
		}
	}
	subject, body := v.letter(s, sort, from)
	m.Subject(subject)
	m.SetBodyString(mail.TypeTextPlain, body)
	day := l.o.AsOf
	m.SetDateWithValue(time.Date(day.Year(), time.Month(day.Month()), day.Day(), 8, 0, 0, 0, oslo()))
	sum := sha256.Sum256([]byte(s.Name + "\x00" + sort + "\x00" + day.String()))
	m.SetMessageIDWithValue(lettered(sum[:12]) + "@ninaudit.invalid")
	var b bytes.Buffer
	_, err := m.WriteTo(&b)
	return b.Bytes(), err
}

// lettered writes bytes in letters: nobody is to wonder whose digits stand in a letter.
func lettered(b []byte) string {
	var out strings.Builder
	for _, c := range b {
		out.WriteByte('a' + c>>4)
		out.WriteByte('a' + c&15)
	}
	return out.String()
}

// addressIn finds the first mail address in what somebody wrote down as a contact.
func addressIn(contact string) (string, bool) {
	for _, word := range strings.FieldsFunc(clean(contact), func(r rune) bool { return strings.ContainsRune(" ,;<>()", r) }) {
		if a, err := netmail.ParseAddress(word); err == nil && strings.Contains(word, "@") {
			return a.Address, true
		}
	}
	return "", false
}

// accountsOf lists the accounts of which a provider is told, by Feide name and in its order: the order of the changes
// would tell something too. What a spreadsheet would compute is kept from it by an apostrophe.
func accountsOf(s *audit.ServiceState) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("\ufeff") // Excel takes it for Windows-1252 otherwise
	w := csv.NewWriter(&b)
	w.Comma, w.UseCRLF = ';', true
	names := make([]string, len(s.Tell))
	for i := range s.Tell {
		if names[i] = clean(s.Tell[i].Principal); names[i] != "" && strings.ContainsRune("=+-@\t|%", rune(names[i][0])) {
			names[i] = "'" + names[i]
		}
	}
	slices.Sort(names)
	rows := [][]string{{voice{l: s.Language}.say(headPrincipal)}}
	for _, name := range names {
		rows = append(rows, []string{name})
	}
	err := w.WriteAll(rows)
	return b.Bytes(), err
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
