package catalog

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"ninaudit/audit"
)

// FuzzLDIF holds that no file makes the reader or the mapper panic, that every record costs at
// least a line, and that what a person shows is bounded text.
func FuzzLDIF(f *testing.F) {
	for _, seed := range []string{
		"version: 1\n\ndn: uid=a\nobjectClass: user\ncn:: w4VzZQ==\nsn: No\n rd\n\n",
		"dn:: *\n\ndn: uid=b\nchangetype: add\r\n\r\n#\n x\n",
		"dn: uid=a\nx:< file:///x\n\nsearch: 2\nresult: 4 x\npagedresults: cookie=a\n",
		"\xff\xfed\x00n\x00", "\ufeffdn: a\n", gzipped("dn: a\n"), gzipped("dn: a\n")[:9], "PK\x03\x04", " \n x", "\r", "::",
		"dn: \\2c=\\,\\\nobjectClass: norEduOrgUnit\nou: x\n\ndn: uid=c\nobjectClass: eduPerson\neduPersonOrgUnitDN: a=\\",
		"dn: uid=a\nobjectClass: eduPerson\nobjectGUID:: AAAAAAAAAAAAAAAAAAAAAA==\ncreateTimestamp: 20260230000000.1Z\n" +
			"norEduPersonNIN: 1\nnorEduPersonNIN: \xff\nnorEduPersonBirthDate: 99999999\nmail;x: a\nmail: \u202eb\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		open := func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(file)), nil }
		accounts := Accounts{Test: []Pattern{{"cn", "a*b*c"}}, Inactive: []Pattern{{"dn", "*x"}}}
		results, ended := 0, false
		for p, err := range NewReader(open, Options{Name: "c", Accounts: accounts}).Persons(context.Background()) {
			if ended {
				t.Fatal("goes on after its end")
			}
			var entry *audit.EntryError
			var catalog *audit.CatalogError
			switch {
			case errors.As(err, &catalog):
				ended = true
			case err != nil && !errors.As(err, &entry):
				t.Fatalf("%T is neither an entry's error nor a catalog's", err)
			case err == nil:
				checkPerson(t, p)
			}
			results++
		}
		if !bytes.HasPrefix(file, []byte("\x1f\x8b")) && results > bytes.Count(file, []byte("\n"))+2 {
			t.Errorf("%d results of %d lines", results, bytes.Count(file, []byte("\n")))
		}
	})
}

func checkPerson(t *testing.T, p *audit.Person) {
	t.Helper()
	if p.ID == "" {
		t.Error("a person without ID")
	}
	shown := []string{p.ID, p.DN, p.Principal, p.Given, p.Surname, p.Display, p.Mail}
	shown = append(append(shown, p.LINs...), p.Prior...)
	for _, text := range p.Texts {
		shown = append(shown, text.Value)
	}
	for _, u := range p.Units {
		shown = append(shown, u.DN, u.Name, u.Number)
	}
	for _, s := range shown {
		if !utf8.ValidString(s) || strings.ContainsFunc(s, disturbs) || len(s) > 3*maxText {
			t.Errorf("%d bytes that no reader should be shown: %.100q", len(s), s)
		}
	}
}

// FuzzQuickly holds that a file is read alike whether records stand in the read buffer as a whole or come byte by byte: by
// views of the buffer, or put together line by line.
func FuzzQuickly(f *testing.F) {
	for seed := range uint64(300) {
		rnd := rand.New(rand.NewPCG(seed, 1))
		records := make([]record, 1+rnd.IntN(6))
		for i := range records {
			records[i].DN = fmt.Sprintf("uid=%d,%s", i, randomValue(rnd))
			for range rnd.IntN(6) {
				name := []string{"cn", "sn;lang-no", "control", "dn", "changeType", "version", "entryUUID"}[rnd.IntN(7)]
				records[i].Attrs = append(records[i].Attrs, name+": "+randomValue(rnd))
			}
		}
		file := []byte(writeLDIF(rnd, records))
		for range rnd.IntN(4) { // and something is wrong
			at := rnd.IntN(len(file))
			switch word := []string{"\n", "\n ", "\n#", ":", "::", "\r", ":<", "\nversion: 1\n", "\nresult: 4 x\n"}[rnd.IntN(9)]; rnd.IntN(3) {
			case 0:
				file = slices.Insert(file, at, []byte(word)...)
			case 1:
				file = file[:at+1]
			default:
				file[at] = word[0]
			}
		}
		f.Add(file)
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		quickly, slowly := spoken(bytes.NewReader(file)), spoken(iotest.OneByteReader(bytes.NewReader(file)))
		if diff := cmp.Diff(slowly, quickly); diff != "" {
			t.Errorf("%s\nof %.2000q", diff, file)
		}
	})
}

// spoken is all that a reader says of a file.
func spoken(file io.Reader) (all []string) {
	r, err := newLDIFReader("c", file)
	if err != nil {
		return []string{err.Error()}
	}
	for {
		e, err := r.next()
		var bad *audit.EntryError
		switch {
		case errors.As(err, &bad):
			all = append(all, fmt.Sprint(bad.Line, bad.Entry, bad.Err))
		case err != nil:
			return append(all, err.Error())
		default:
			all = append(all, fmt.Sprintf("%d %q %q", e.line, e.dn, e.attrs))
		}
	}
}

// FuzzRoundTrip holds that entries written as LDIF, in any of the ways that the standard allows,
// are read back as they were.
func FuzzRoundTrip(f *testing.F) {
	for seed := range uint64(200) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		rnd := rand.New(rand.NewPCG(seed, 0))
		want := make([]record, 1+rnd.IntN(20))
		for i := range want {
			want[i].DN = fmt.Sprintf("uid=%d,%s", i, randomValue(rnd))
			for range rnd.IntN(10) {
				name := []string{"cn", "sn;lang-no", "2.5.4.3", "x-y", "changeType"}[rnd.IntN(5)]
				want[i].Attrs = append(want[i].Attrs, name+": "+randomValue(rnd))
			}
		}
		file := writeLDIF(rnd, want)
		got, errs, err := readLDIF(t, strings.NewReader(file))
		if diff := cmp.Diff(want, got); diff != "" || errs != nil || err != nil {
			t.Errorf("%s\n%q %v\nof %.2000q", diff, errs, err, file)
		}
	})
}

// randomValue is text or bytes, sometimes long, sometimes none.
func randomValue(rnd *rand.Rand) string {
	alphabets := []string{"ab", "Ola Nordmann ", "æøåÆØÅ ж", "\x00\r\n :<#\xff\\,=", " "}
	alphabet := []rune(alphabets[rnd.IntN(len(alphabets))])
	var b strings.Builder
	for range rnd.IntN([]int{3, 30, 300}[rnd.IntN(3)]) {
		if r := alphabet[rnd.IntN(len(alphabet))]; r == utf8.RuneError {
			b.WriteByte(0xff)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// writeLDIF writes records with random line ends, folding, base64, comments, and preamble.
func writeLDIF(rnd *rand.Rand, records []record) string {
	var b strings.Builder
	end := []string{"\n", "\r\n"}[rnd.IntN(2)]
	width := []int{len("version:"), 20, 75, 1 << 20}[rnd.IntN(4)] // the first line must be known by its beginning
	line := func(name, value string) {
		s := name + ":" + []string{"", " "}[rnd.IntN(2)] + value
		if mustEncode(value) || rnd.IntN(4) == 0 {
			s = name + "::" + strings.Repeat(" ", rnd.IntN(2)) + base64.StdEncoding.EncodeToString([]byte(value))
		}
		for len(s) > width {
			b.WriteString(s[:width] + end + " ")
			s = s[width:]
		}
		b.WriteString(s + end)
		if rnd.IntN(9) == 0 {
			b.WriteString("# dn: not this" + end + " nor this" + end)
		}
	}
	b.WriteString([]string{"", "\ufeff", "version: 1" + end, "\ufeffversion: 1" + end + end, "# x" + end}[rnd.IntN(5)])
	adds := rnd.IntN(4) == 0
	for _, rec := range records {
		line("dn", rec.DN)
		if adds {
			line("control", "1.2.3 true")
			line("changetype", "add")
		} else if len(rec.Attrs) > 0 && strings.HasPrefix(rec.Attrs[0], "changeType") {
			line("changetype", "add")
		}
		for _, a := range rec.Attrs {
			name, value, _ := strings.Cut(a, ": ")
			line(name, value)
		}
		b.WriteString(strings.Repeat(end, 1+rnd.IntN(2)))
	}
	if rnd.IntN(3) == 0 {
		return strings.TrimRight(b.String(), "\r\n")
	}
	return b.String()
}

// mustEncode tells what is no SAFE-STRING (RFC 2849), but for UTF-8 and trailing spaces, which
// tools write as they are.
func mustEncode(v string) bool {
	return v != "" && strings.ContainsRune(" :<", rune(v[0])) || strings.ContainsAny(v, "\x00\r\n")
}
