package reports

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	netmail "net/mail"
	"slices"
	"strings"
	"time"

	"github.com/wneessen/go-mail"

	"ninaudit/audit"
)

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
	m.SetDateWithValue(time.Date(day.Year(), time.Month(day.Month()), day.Day(), 8, 0, 0, 0, audit.Oslo()))
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
