package catalog

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ninaudit/audit"
)

// record is an entry as tests write it: its DN and "name: value" lines.
type record struct {
	DN    string
	Attrs []string
}

// readLDIF reads a file to its end. Bad records stand in errs in the order they were met; ended is
// what ended the reading, nil for the end of a whole file.
func readLDIF(t testing.TB, file io.Reader) (records []record, errs []string, ended error) {
	t.Helper()
	r, err := newLDIFReader("fjordvik", file)
	if err != nil {
		return nil, nil, err
	}
	for {
		e, err := r.next()
		var bad *audit.EntryError
		switch {
		case err == io.EOF:
			return records, errs, nil
		case errors.As(err, &bad):
			errs = append(errs, fmt.Sprintf("%d: %v", bad.Line, bad.Err))
		case err != nil:
			return records, errs, err
		default:
			rec := record{DN: string(e.dn)}
			for _, a := range e.attrs {
				rec.Attrs = append(rec.Attrs, string(a.name)+": "+string(a.value))
			}
			records = append(records, rec)
		}
	}
}

// one is the only record of most tests.
func one(attrs ...string) []record { return []record{{DN: "uid=a", Attrs: attrs}} }

func TestLDIFReads(t *testing.T) {
	tests := []struct {
		name, file string
		want       []record
	}{
		{"plain", "dn: uid=a\ncn: A\n", one("cn: A")},
		{"version", "version: 1\n\ndn: uid=a\ncn: A\n", one("cn: A")},
		{"version without blank line", "version: 1\ndn: uid=a\ncn: A\n", one("cn: A")},
		{"version again in joined files", "dn: uid=a\n\nversion: 1\n\ndn: uid=b\n", []record{{DN: "uid=a"}, {DN: "uid=b"}}},
		{"no end to the last line", "dn: uid=a\ncn: A", one("cn: A")},
		{"CRLF", "version: 1\r\n\r\ndn: uid=a\r\ncn: A\r\n  B\r\n\r\n", one("cn: A B")},
		{"several carriage returns", "dn: uid=a\r\r\ncn: A\r\r\n\r\r\ndn: uid=b\r\r\n", []record{{"uid=a", []string{"cn: A"}}, {DN: "uid=b"}}},
		{"byte order mark", "\ufeffdn: uid=a\ncn: A\n", one("cn: A")},
		{"no space after colon", "dn:uid=a\ncn:A\n", one("cn: A")},
		{"several spaces after colon", "dn:   uid=a\ncn:    A\n", one("cn: A")},
		{"trailing spaces stay", "dn: uid=a\ncn: A  \n", one("cn: A  ")},
		{"empty value", "dn: uid=a\ncn:\nsn: \ngn::\n", one("cn: ", "sn: ", "gn: ")},
		{"colons in value", "dn: uid=a\ndescription: a:b::c:<d\n", one("description: a:b::c:<d")},
		{"less-than in value is text", "dn: uid=a\ndescription: <b>\n", one("description: <b>")},
		{"UTF-8 where base64 is due", "dn: uid=a\ncn: Bjørn\n", one("cn: Bjørn")},
		{"options and OID", "dn: uid=a\ncn;lang-no: A\n2.5.4.4: B\nmember;range=0-*: c\n", one("cn;lang-no: A", "2.5.4.4: B", "member;range=0-*: c")},
		{"base64", "dn:: dWlkPWE=\ncn:: w4VzZQ==\nsn::w4VzZQ==  \n", one("cn: Åse", "sn: Åse")},
		{"folded", "dn: ui\n d=a\ncn: Ola \n  Nord\n \n mann\n", one("cn: Ola  Nordmann")},
		{"folded name", "dn: uid=a\ncommon\n Name: A\n", one("commonName: A")},
		{"folded base64", "dn: uid=a\ncn:: w4V\n zZQ\n ==\n", one("cn: Åse")},
		{"folded between the colons", "dn: uid=a\ncn:\n : w4VzZQ==\n", one("cn: Åse")},
		{"comments", "# a\n  folded\n\n#\ndn: uid=a\n# b\n more: of b\ncn: A\n#\n", one("cn: A")},
		{"a comment ends no value", "dn: uid=a\ncn: A\n# x\n B\n", one("cn: A")},
		{"many blank lines", "\n\r\n\ndn: uid=a\ncn: A\n\n\n\n", one("cn: A")},
		{"a blank line of spaces between records", "dn: uid=a\ncn: A\n\n  \n\n", one("cn: A")},
		{"changetype add", "dn: uid=a\nchangetype: add\ncn: A\n", one("cn: A")},
		{"controls", "dn: uid=a\ncontrol: 1.2.3 true: x\ncontrol: 1.2.4\nchangeType: Add \ncn: A\n", one("cn: A")},
		{"changetype as attribute", "dn: uid=a\ncn: A\nchangetype: modify\n", one("cn: A", "changetype: modify")},
		{"DN alone", "dn: uid=a\n", one()},
		{"root DSE", "dn:\ncn: A\n", []record{{"", []string{"cn: A"}}}},
		{"upper case", "DN: uid=a\nCN: A\n", one("CN: A")},
		{"ldapsearch's summary", "# extended LDIF\n\n# a\ndn: uid=a\ncn: A\n\n# search result\nsearch: 2\nresult: 0 Success\n\n# numResponses: 2\n# numEntries: 1\n", one("cn: A")},
		{"references are not followed", "dn: uid=a\ncn: A\n\n# search reference\nref: ldap://a.example/dc=a??sub\n\n", one("cn: A")},
		{"summary without entries before", "search: 2\nresult: 0 Success\npagedresults: cookie=AgA=\n\ndn: uid=a\n\nsearch: 3\nresult: 0 Success\npagedresults: cookie=\n", one()},
		{"last page without a word on pages", "dn: uid=a\n\nresult: 0 Success\npagedresults: cookie=AgA=\n\nresult: 0 Success\n", one()},
		{"prompt for pages", "dn: uid=b\n\nresult: 0 Success\nPress [size] Enter for the next {2|size} entries.\n\nPress [size] Enter for the next {2|size} entries.\ndn: uid=a\ncn: A\n", []record{{DN: "uid=b"}, {"uid=a", []string{"cn: A"}}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, errs, err := readLDIF(t, strings.NewReader(tt.file))
			if err != nil || errs != nil {
				t.Fatalf("ended with %v; bad records: %q", err, errs)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Every bad record stands between two good ones, which must both be read.
func TestLDIFBadRecord(t *testing.T) {
	tests := []struct{ name, record, want string }{
		{"no colon", "dn: uid=x\ncn A\n", "4: line 5 is no attribute and value"},
		{"no name", "dn: uid=x\n: A\n", "4: line 5 is no attribute and value"},
		{"no name but a sentence", "dn: uid=x\nsome words: A\n", "4: line 5 is no attribute and value"},
		{"no dn", "cn: A\nsn: B\n", "4: line 4 begins a record, but is no dn"},
		{"two dns", "dn: uid=x\ncn: A\ndn: uid=y\n", "4: line 6 begins another record without a blank line before it"},
		{"bad base64", "dn: uid=x\ncn:: w4Vz*\n", "4: line 5 is not the base64 it says it is"},
		{"base64 without padding", "dn: uid=x\ncn:: w4VzZQ\n", "4: line 5 is not the base64 it says it is"},
		{"bad base64 in dn", "dn:: *\ncn: A\n", "4: line 4 is not the base64 it says it is"},
		{"another file", "dn: uid=x\njpegPhoto:< file:///etc/hostname\n", "4: line 5 refers to another file (:<), which is never read"},
		{"another file for dn", "dn:< file:///etc/hostname\n", "4: line 4 refers to another file (:<), which is never read"},
		{"modify", "dn: uid=x\nchangetype: modify\nreplace: cn\ncn: A\n-\n", "4: line 5 changes an entry and is not its content: of change records, only add can be read"},
		{"delete", "dn: uid=x\ncontrol: 1.2\nchangetype: delete\n", "4: line 6 changes an entry and is not its content: of change records, only add can be read"},
		{"no version", "version: 3\ndn: uid=x\n", "4: line 4 is of another version of LDIF than 1"},
		{"folded from nothing", " x\ndn: uid=x\n", "4: line 4 goes on with a line that is not there"},
		{"folded from a comment past", "# x\n\n x\ndn: uid=x\n", "6: line 6 goes on with a line that is not there"},
		{"fault after a folded line", "dn: uid=x\ncn: A\n B\nsn A\n", "4: line 7 is no attribute and value"},
		{"fault in a folded line", "dn: uid=x\ncn A\n B\n C\n", "4: line 5 is no attribute and value"},
		{"no result code", "result: fine\n", "4: line 4 is no result code"},
		{"only the first fault", "dn: uid=x\ncn A\nsn:< file:///x\n", "4: line 5 is no attribute and value"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			file := "dn: uid=a\ncn: A\n\n" + tt.record + "\ndn: uid=b\ncn: B\n"
			got, errs, err := readLDIF(t, strings.NewReader(file))
			if err != nil {
				t.Fatal(err)
			}
			want := []record{{"uid=a", []string{"cn: A"}}, {"uid=b", []string{"cn: B"}}}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff([]string{tt.want}, errs); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestLDIFBadLastRecord(t *testing.T) {
	_, errs, err := readLDIF(t, strings.NewReader("dn: uid=a\n\ndn: uid=b\ncn A"))
	if diff := cmp.Diff([]string{"3: line 4 is no attribute and value"}, errs); diff != "" || err != nil {
		t.Error(diff, err)
	}
}

func gzipped(s string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = io.WriteString(w, s)
	_ = w.Close()
	return b.String()
}

func utf16(s string, low, high int) string {
	var b []byte
	for _, c := range []byte(s) {
		var unit [2]byte
		unit[low], unit[high] = c, 0
		b = append(b, unit[:]...)
	}
	return string(b)
}

func TestLDIFEnds(t *testing.T) {
	const good = "dn: uid=a\ncn: A\n\n"
	long := gzipped(strings.Repeat(good, 1000))
	tests := []struct {
		name, file string
		want       string // the error, without the catalog
	}{
		{"empty", "", "the file is empty"},
		{"empty, compressed", gzipped(""), "the file is empty"},
		{"blank", "\n\n  \n", "line 3: the file holds no entries"},
		{"comments only", "# nothing\n\n", "line 2: the file holds no entries"},
		{"version only", "version: 1\n", "line 1: the file holds no entries"},
		{"nothing found", "# extended LDIF\n\nsearch: 2\nresult: 0 Success\n", "line 4: the file holds no entries"},
		{"PNG", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "line 1: this is no LDIF file"},
		{"spreadsheet", "PK\x03\x04\x14\x00\x06\x00", "this is a zip archive or a spreadsheet, not LDIF"},
		{"CSV", "uid,cn\na,A\n", "line 1: this is no LDIF file"},
		{"CSV with a DN", "dn,cn\n\"uid=a\",A\n", "line 1: this is no LDIF file"},
		{"indented", "\n  { }\n", "line 2: this is no LDIF file"},
		{"begins in the midst", "# x\ncn: A\n\ndn: uid=b\n", "line 2: this is no LDIF file"},
		{"zero bytes", strings.Repeat("\x00", 5000), "line 1: this is no LDIF file"},
		{"UTF-16 LE", "\xff\xfe" + utf16(good, 0, 1), "the file is UTF-16, not UTF-8"},
		{"UTF-16 BE", "\xfe\xff" + utf16(good, 1, 0), "the file is UTF-16, not UTF-8"},
		{"UTF-16 LE unmarked", utf16(good, 0, 1), "the file is UTF-16, not UTF-8"},
		{"UTF-16 BE unmarked", utf16(good, 1, 0), "the file is UTF-16, not UTF-8"},
		{"no good record", "dn: uid=a\nx\n\ndn: uid=b\ny\n", "line 5: no record of the file can be read"},
		{"no good record in a hundred", strings.Repeat("dn: uid=a\nx\n\n", 500), "line 298: none of the first 100 records can be read; the last: line 299 is no attribute and value"},
		{"size limit", good + "search: 2\nresult: 4 Size limit exceeded\n\n# numResponses: 2\n", "line 4: the export was cut short by the server: result 4, a limit"},
		{"time limit", good + "result: 3 Time limit exceeded\n", "line 4: the export was cut short by the server: result 3, a limit"},
		{"limit in the midst", good + "search: 2\nresult: 11 Administrative limit exceeded\n\n" + good, "line 4: the export was cut short by the server: result 11, a limit"},
		{"no such object", "search: 2\nresult: 32 No such object\nmatchedDN: dc=no\n", "line 1: the export was cut short by the server: result 32"},
		{"last page missing", good + "result: 0 Success\npagedresults: estimate=9 cookie=AgA=\n", "line 5: the export ends before its last page"},
		{"gzip header cut", "\x1f\x8b\x08", "line 0: the compressed file is cut short"},
		{"gzip cut", long[:len(long)-9], "line 3000: the compressed file is cut short"},
		{"gzip checksum cut", long[:len(long)-3], "line 3000: the compressed file is cut short"},
		{"gzip damaged", long[:len(long)-8] + "\x00\x00\x00\x00" + long[len(long)-4:], "line 3000: the compressed file is damaged: gzip: invalid checksum"},
		{"gzip with something behind", long + "x", "line 3000: the compressed file is cut short"},
		{"gzip in gzip", gzipped(gzipped(good)), "line 1: this is no LDIF file"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, _, err := readLDIF(t, strings.NewReader(tt.file))
			var end *audit.CatalogError
			if !errors.As(err, &end) {
				t.Fatalf("ended with %v, want a *audit.CatalogError", err)
			}
			if want := `catalog "fjordvik": ` + tt.want; err.Error() != want {
				t.Errorf("ended with\n%s\nwant\n%s", err, want)
			}
			if end.Hint == "" || end.Temporary {
				t.Errorf("hint %q, temporary %v", end.Hint, end.Temporary)
			}
		})
	}
}

func TestLDIFGzip(t *testing.T) {
	const a, b = "dn: uid=a\ncn: A\n\n", "dn: uid=b\n"
	for name, file := range map[string]string{
		"one":               gzipped(a + b),
		"joined":            gzipped(a) + gzipped(b),
		"marked UTF-8":      gzipped("\ufeff" + a + b),
		"torn in a newline": gzipped(a[:len(a)-1]) + gzipped("\n"+b),
	} {
		got, errs, err := readLDIF(t, strings.NewReader(file))
		want := []record{{"uid=a", []string{"cn: A"}}, {DN: "uid=b"}}
		if diff := cmp.Diff(want, got); diff != "" || errs != nil || err != nil {
			t.Error(name, diff, errs, err)
		}
	}
}

// A line that ends right where the reader's buffer does must lose its carriage return all the
// same.
func TestLDIFLongLines(t *testing.T) {
	const dn = "dn: uid=a\r\n"
	for _, length := range []int{readBuffer - 1, readBuffer, readBuffer + 1, 3 * readBuffer, maxValue - len("cn: ")} {
		for _, before := range []int{0, 1, len(dn) + len("cn: \r"), len(dn) + len("cn: ")} {
			n := length - before
			file := dn + "cn: " + strings.Repeat("x", n) + "\r\nsn: B\r\n"
			got, errs, err := readLDIF(t, strings.NewReader(file))
			if errs != nil || err != nil || len(got) != 1 || len(got[0].Attrs) != 2 {
				t.Fatalf("%d characters: %d records, %v, %v", n, len(got), errs, err)
			}
			if cn := got[0].Attrs[0]; len(cn) != len("cn: ")+n || strings.HasSuffix(cn, "\r") {
				t.Errorf("%d characters became %d", n, len(cn)-len("cn: "))
			}
		}
	}
}

// repeated gives s n times without holding it.
type repeated struct {
	s    string
	n    int
	left string
}

func (r *repeated) Read(p []byte) (int, error) {
	if r.left == "" {
		if r.n == 0 {
			return 0, io.EOF
		}
		r.n--
		r.left = r.s
	}
	n := copy(p, r.left)
	r.left = r.left[n:]
	return n, nil
}

func TestLDIFBounds(t *testing.T) {
	const mebi = 1 << 20
	chunk := strings.Repeat("x", mebi)
	tests := []struct {
		name, begin, each string
		times             int
		want              string
	}{
		{"long line", "cn: ", chunk, 200, "1: line 2 is longer than 16 MiB"},
		{"long folded line", "cn: A", "\n " + chunk[:75], 3 * mebi, "1: line 2 is longer than 16 MiB"},
		{"long record", "cn: A", "\nsn: " + chunk, 80, "1: line 66 makes the record larger than 64 MiB"},
		{"long base64", "cn: A", "\nsn:: " + strings.Repeat("QUJD", 5*mebi/2), 9, "1: line 6 makes the record larger than 64 MiB"},
		{"many values", "cn: A", "\nsn: x", maxAttributes + 10, fmt.Sprintf("1: line %d is one value more than can be read of a record", maxAttributes+2)},
		{"long comment", "#", chunk, 200, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			file := io.MultiReader(strings.NewReader("dn: uid=a\n"+tt.begin), &repeated{s: tt.each, n: tt.times},
				strings.NewReader("\n\ndn: uid=b\n"))
			r, err := newLDIFReader("fjordvik", file)
			if err != nil {
				t.Fatal(err)
			}
			_, err = r.next()
			var bad *audit.EntryError
			if tt.want != "" && (!errors.As(err, &bad) || fmt.Sprintf("%d: %v", bad.Line, bad.Err) != tt.want) {
				t.Errorf("got %v, want %s", err, tt.want)
			}
			if cap(r.buffer) > 2*maxRecord {
				t.Errorf("the buffer grew to %d MiB", cap(r.buffer)>>20)
			}
			e, err := r.next()
			if err != nil || string(e.dn) != "uid=b" {
				t.Fatalf("what follows is lost: %v", err)
			}
			if cap(r.buffer) > keptRecord {
				t.Errorf("the buffer stays at %d MiB", cap(r.buffer)>>20)
			}
		})
	}
}

// brokenFile fails in the midst of a file.
type brokenFile struct{}

func (brokenFile) Read([]byte) (int, error) { return 0, os.ErrDeadlineExceeded }

func TestLDIFBrokenFile(t *testing.T) {
	got, _, err := readLDIF(t, io.MultiReader(strings.NewReader("dn: uid=a\n\ndn: uid=b\ncn: "), brokenFile{}))
	var end *audit.CatalogError
	if len(got) != 1 || !errors.As(err, &end) || !errors.Is(err, os.ErrDeadlineExceeded) {
		t.Errorf("%d records, ended with %v", len(got), err)
	}
}

// personLDIF is an entry as catalogs have them, with the photo left out. %d is its number.
const personLDIF = `dn: uid=u%[1]d,ou=people,dc=fjordvik,dc=no
objectClass: inetOrgPerson
objectClass: eduPerson
objectClass: norEduPerson
uid: u%[1]d
cn:: w4VzZSBOb3JkbWFubg==
sn: Nordmann
givenName:: w4VzZQ==
displayName:: w4VzZSBOb3JkbWFubg==
mail: u%[1]d@fjordvik.example
eduPersonPrincipalName: u%[1]d@fjordvik.no
eduPersonAffiliation: student
eduPersonAffiliation: member
eduPersonPrimaryOrgUnitDN: ou=Fjordvik ungdomsskole,ou=units,dc=fjordvik,dc=no
eduPersonOrgUnitDN: ou=Fjordvik ungdomsskole,ou=units,dc=fjordvik,dc=no
eduPersonEntitlement: urn:mace:feide.no:go:grep:http://psi.udir.no/laereplan/aa
 rstrinn/aarstrinn9
norEduPersonBirthDate: 20120417
norEduPersonLIN: fjordvik.no:employee:e%[1]d
entryUUID: 5b0d3e9e-1c1c-4f0e-9c55-%012[1]d
createTimestamp: 20260801120000Z
modifyTimestamp: 20260920031500Z

`

func TestLDIFAllocates(t *testing.T) {
	file := "version: 1\n\n"
	for i := range 2000 {
		file += fmt.Sprintf(personLDIF, i)
	}
	r, err := newLDIFReader("fjordvik", strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	got := testing.AllocsPerRun(1000, func() {
		if _, err := r.next(); err != nil {
			t.Fatal(err)
		}
	})
	if got > 0 {
		t.Errorf("%v allocations an entry, want none", got)
	}
}

func BenchmarkLDIF(b *testing.B) {
	var file bytes.Buffer
	for i := range 20_000 {
		fmt.Fprintf(&file, personLDIF, i)
	}
	for _, bench := range []struct {
		name string
		each func(*mapper, *entry)
	}{
		{"entries", func(*mapper, *entry) {}},
		{"persons", func(m *mapper, e *entry) { _, _ = m.sort(e) }},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.SetBytes(int64(file.Len()))
			b.ReportAllocs()
			m := newMapper(Options{Name: "fjordvik"})
			for b.Loop() {
				r, err := newLDIFReader("fjordvik", bytes.NewReader(file.Bytes()))
				for err == nil {
					var e *entry
					if e, err = r.next(); err == nil {
						bench.each(m, e)
					}
				}
				if err != io.EOF {
					b.Fatal(err)
				}
			}
		})
	}
}

// TestALostRecordTellsWhoseItIs where that is certain: by its own ID, wherever that stands, and for one entry alone.
func TestALostRecordTellsWhoseItIs(t *testing.T) {
	const id = "5f1c8a52-0000-4000-8000-00000000000a"
	for record, want := range map[string]string{
		"dn: uid=a\nuid:: %%\nentryUUID: " + strings.ToUpper(id) + "\n":                        id,
		"dn: uid=a\nEntryUUID:" + id + "\nuid:: %%\n":                                          id,
		"dn:: %%\nentryUUID: " + id + "\n":                                                     id,
		"dn: uid=a\nuid:: %%\n":                                                                "",
		"dn: uid=a\nuid:: %%\nentryUUID: 12345678901\n":                                        "",
		"dn: uid=a\nuid:: %%\nentryUUID: " + id + "\nentryUUID: " + id + "\n":                  "",
		"dn: uid=a\nentryUUID: " + id + "\ndn: uid=b\nuid: b\n":                                "",
		"dn: uid=a\nuid:: %%\nentryUUID: " + id[:20] + "\n " + id[20:] + "\n":                  "",
		"dn: uid=a\nuid:: %%\nentryUUID: zf1c8a52-0000-4000-8000-00000000000a\nmail: a@b.no\n": "",
	} {
		r, err := newLDIFReader("fjordvik", strings.NewReader(record))
		if err != nil {
			t.Fatal(err)
		}
		_, err = r.next()
		var lost *audit.EntryError
		if !errors.As(err, &lost) || lost.Entry != want {
			t.Errorf("%q: error %v, entry %q; want %q", record, err, lost.Entry, want)
		}
	}
}
