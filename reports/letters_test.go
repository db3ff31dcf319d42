package reports

import (
	"encoding/csv"
	"fmt"
	"io"
	"maps"
	"mime"
	"mime/quotedprintable"
	netmail "net/mail"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"ninaudit/audit"
)

// lettersOf runs the letters of a night and gives them by name.
func lettersOf(t *testing.T, dir string, s *audit.Summary) map[string]string {
	t.Helper()
	r, err := NewDrafts(Options{Dir: dir, AsOf: s.AsOf, Language: audit.Bokmal})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Discard()
	if err := r.Finish(*s); err != nil {
		t.Fatal(err)
	}
	if err := r.Publish(); err != nil {
		t.Fatal(err)
	}
	files, err := os.ReadDir(filepath.Join(dir, lettersFolder))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range files {
		b, err := os.ReadFile(filepath.Join(dir, lettersFolder, f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		out[f.Name()] = string(b)
	}
	return out
}

// openedLetter is a letter as a mail program shows it.
func openedLetter(t *testing.T, raw string) (header netmail.Header, subject, body string) {
	t.Helper()
	m, err := netmail.ReadMessage(strings.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	subject, err = new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject"))
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(quotedprintable.NewReader(m.Body))
	if err != nil {
		t.Fatal(err)
	}
	return m.Header, subject, string(text)
}

// nightOf is a night on which one provider is to be told, one to be asked, one thanked, and three are let be.
func nightOf(l audit.Language, name string) *audit.Summary {
	tell := func(n int) (out []audit.Telling) {
		for i := range n {
			out = append(out, audit.Telling{Since: asOf.AddDays(-i),
				Subject: audit.Subject{Ref: audit.Ref{Catalog: "fjordvik", Principal: fmt.Sprintf("elev%d@fjordvik.no", 9-i)}, Name: "Daryna Bondar"}})
		}
		return out
	}
	service := func(n string, depends, arranged audit.Answer) *audit.Service {
		return &audit.Service{Name: n + name, Language: l, Receives: true, Depends: depends, Arranged: arranged,
			Contact: "Kari, hjelp@" + n + ".example (tlf. 22 00 00 00)", Channel: "sikker e-post" + name}
	}
	s := &audit.Summary{AsOf: asOf, Catalogs: []audit.CatalogSummary{{Name: "fjordvik", Complete: true}}}
	s.Services = []audit.ServiceState{
		{Service: service("klasserom", audit.Yes, audit.Yes), Tell: tell(3)},
		{Service: service("lesebok", audit.Unanswered, audit.Unanswered), Pending: 7},
		{Service: service("kart", audit.Yes, audit.Unanswered), Pending: 2},
		{Service: service("tavle", audit.Yes, audit.Yes)},
		{Service: service("prove", audit.No, audit.Unanswered), Pending: 2},
		{Service: service("spurt", audit.Unanswered, audit.Unanswered), Pending: 2},
		{Service: service("stille", audit.Yes, audit.Yes), Pending: 1},
	}
	s.Services[3].Told, s.Services[5].Asked, s.Services[6].Told = asOf, asOf, asOf
	return s
}

func TestLetters(t *testing.T) {
	for _, l := range audit.Languages() {
		files := lettersOf(t, t.TempDir(), nightOf(l, ""))
		var b strings.Builder
		for _, name := range slices.Sorted(maps.Keys(files)) {
			fmt.Fprintf(&b, "== %s\n", name)
			if strings.HasSuffix(name, ".csv") {
				b.WriteString(strings.ReplaceAll(strings.TrimPrefix(files[name], "\ufeff"), "\r", ""))
				continue
			}
			h, subject, body := openedLetter(t, files[name])
			if h.Get("X-Unsent") != "1" || h.Get("From") != "" || h.Get("Bcc") != "" {
				t.Errorf("%s: headers %v", name, h)
			}
			fmt.Fprintf(&b, "To: %s\nSubject: %s\n\n%s\n", h.Get("To"), subject, strings.ReplaceAll(body, "\r", ""))
		}
		golden(t, "letters."+string(l)+".txt", []byte(b.String()))
	}
}

// TestLettersTellNothingMore holds that no letter and no list has digits of a number, names a person, or gives a reason.
func TestLettersTellNothingMore(t *testing.T) {
	digits := regexp.MustCompile(`[0-9]{6,}`)
	for _, l := range audit.Languages() {
		for name, raw := range lettersOf(t, t.TempDir(), nightOf(l, "")) {
			text := raw
			if strings.HasSuffix(name, ".eml") {
				_, subject, body := openedLetter(t, raw)
				text = subject + body
				if strings.Contains(text, "@fjordvik.no") {
					t.Errorf("%s: an account stands in a letter", name)
				}
			}
			if digits.MatchString(text) || strings.Contains(text, "Daryna") {
				t.Errorf("%s: %s", name, text)
			}
		}
	}
}

// TestHostileNamesStayInTheirFields writes letters of services and accounts whose names try to be something else.
func TestHostileNamesStayInTheirFields(t *testing.T) {
	for _, hostile := range []string{"\r\nBcc: evil@example.org", "\n\nbody", "../../etc/passwd", "=cmd|' /C calc'!A0", "{1}{2}", "\u202e\x00", "\"<x@y.example>", strings.Repeat("ø", 600)} {
		s := nightOf(audit.Nynorsk, hostile)
		for i := range s.Services {
			s.Services[i].Contact = "x@y.example" + hostile
		}
		s.Services[0].Tell[0].Principal = hostile + ";a\"\r\n"
		s.Services[0].Tell[1].Principal = "=1+1@fjordvik.no"
		dir := t.TempDir()
		files := lettersOf(t, dir, s)
		if len(files) != 5 {
			t.Errorf("%q: %d files", hostile, len(files))
		}
		for name, raw := range files {
			if !letterName.MatchString(name) {
				t.Errorf("%q: a file is called %q", hostile, name)
			}
			if strings.HasSuffix(name, ".csv") {
				r := csv.NewReader(strings.NewReader(strings.TrimPrefix(raw, "\ufeff")))
				r.Comma = ';'
				rows, err := r.ReadAll()
				if err != nil || len(rows) != 4 {
					t.Errorf("%q: rows %q, err %v", hostile, rows, err)
				}
				for _, row := range rows {
					if len(row) != 1 || strings.ContainsAny(row[0], "\r\n") || strings.ContainsRune("=+-@", rune(row[0][0])) {
						t.Errorf("%q: row %q", hostile, row)
					}
				}
				continue
			}
			h, _, body := openedLetter(t, raw)
			for key := range h {
				if !slices.Contains([]string{"Date", "Message-Id", "Mime-Version", "Subject", "To", "X-Unsent", "Content-Type", "Content-Transfer-Encoding"}, key) {
					t.Errorf("%q: header %s", hostile, key)
				}
			}
			if !strings.HasPrefix(body, "Hei!") || len(h["To"]) > 1 {
				t.Errorf("%q: body %q, to %q", hostile, body, h["To"])
			}
		}
		if all, _ := filepath.Glob(filepath.Join(dir, "*")); len(all) != 1 {
			t.Errorf("%q: %q", hostile, all)
		}
	}
}

// TestLettersFollowTheNight holds that the same night gives the same bytes, and that a letter goes when it is no longer
// called for, while what others put beside it stays.
func TestLettersFollowTheNight(t *testing.T) {
	dir := t.TempDir()
	first := lettersOf(t, dir, nightOf(audit.English, ""))
	if runtime.GOOS != "windows" {
		for _, at := range []string{".", slices.Collect(maps.Keys(first))[0]} {
			info, err := os.Stat(filepath.Join(dir, lettersFolder, at))
			if err != nil || info.Mode().Perm()&0o077 != 0 {
				t.Errorf("%s: others may read it: %v, %v", at, info.Mode(), err)
			}
		}
	}
	own := filepath.Join(dir, lettersFolder, "answer.eml")
	if err := os.WriteFile(own, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	again := lettersOf(t, dir, nightOf(audit.English, ""))
	delete(again, "answer.eml")
	if len(first) != 5 || fmt.Sprint(first) != fmt.Sprint(again) {
		t.Errorf("%d letters, and others the second time", len(first))
	}
	s := nightOf(audit.English, "")
	s.Services = s.Services[4:]
	if left := lettersOf(t, dir, s); len(left) != 1 || left["answer.eml"] != "x" {
		t.Errorf("left %v", left)
	}
	for name := range lettersOf(t, dir, func() *audit.Summary { s := nightOf(audit.English, ""); s.Services[3].Awaited = true; return s }()) {
		if strings.HasSuffix(name, "-done.eml") {
			t.Errorf("%s: somebody under protection still waits", name)
		}
	}
	s = nightOf(audit.English, "")
	s.Catalogs[0].Complete = false
	for name := range lettersOf(t, dir, s) {
		if strings.HasSuffix(name, "-done.eml") {
			t.Errorf("%s: nobody knows who still waits", name)
		}
	}
}

// TestLetterThatIsNotPublished holds that a run which fails leaves no letter.
func TestLetterThatIsNotPublished(t *testing.T) {
	dir := t.TempDir()
	r, err := NewDrafts(Options{Dir: dir, AsOf: asOf})
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Finish(*nightOf(audit.Bokmal, "")); err != nil {
		t.Fatal(err)
	}
	r.Discard()
	if left, _ := os.ReadDir(dir); len(left) != 0 {
		t.Errorf("left %v", left)
	}
}
