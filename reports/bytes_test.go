package reports

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"

	"ninaudit/audit"
)

// part is one part of a workbook, unpacked; all of them where name is empty.
func part(t *testing.T, xlsx []byte, name string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(xlsx), int64(len(xlsx)))
	if err != nil {
		t.Fatal(err)
	}
	var all []byte
	for _, f := range z.File {
		if name != "" && f.Name != name {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, b...)
	}
	return all
}

// files are the formats that are one file each; letters have tests of their own.
func files() []string {
	return slices.DeleteFunc(Formats(), func(f string) bool { return f == formatLetters })
}

func TestTheSameRunGivesTheSameBytes(t *testing.T) {
	for _, format := range files() {
		r := crowded()
		want := produce(t, format, r, options(t, r, audit.Nynorsk))
		for range 8 {
			r := crowded()
			if got := produce(t, format, r, options(t, r, audit.Nynorsk)); !bytes.Equal(got, want) {
				t.Fatalf("%s: two files of one run differ", format)
			}
		}
	}
}

func TestDigitsStandOnlyWhereTheyWereAskedFor(t *testing.T) {
	all := []string{digits.fnr, digits.snumber, digits.wrong, digits.synthetic}
	r := recorded()
	r.findings[0].Subjects[0] = person("fjordvik", "000000000100", "Kari", "", digits.synthetic)
	for _, mode := range []NINMode{NINKind, NINMasked, NINFull} {
		for _, format := range append(files(), "terminal") {
			o := options(t, r, audit.Bokmal)
			o.NIN = mode
			var got []byte
			switch format {
			case "terminal":
				got = []byte(shown(t, r, o))
			case "xlsx":
				got = part(t, produce(t, format, r, o), "")
			default:
				got = produce(t, format, r, o)
			}
			shows := format == formatWorkbook || format == formatJSONLines
			full := mode == NINFull && shows
			masked := mode == NINMasked && shows
			for i, n := range all {
				if bytes.Contains(got, []byte(n)) != full {
					t.Errorf("%s, %s: number %d stands in full: %v", format, mode, i, !full)
				}
				if bytes.Contains(got, []byte(n[:6]+"*****")) != masked {
					t.Errorf("%s, %s: number %d stands masked: %v", format, mode, i, !masked)
				}
			}
		}
	}
}

func TestWorkbookPartsAreInOrderAndWithoutTimes(t *testing.T) {
	r := recorded()
	b := produce(t, "xlsx", r, options(t, r, audit.Bokmal))
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
		if f.ModifiedDate != 0 || f.ModifiedTime != 0 || len(f.Extra) > 0 {
			t.Errorf("%s has a time", f.Name)
		}
	}
	if names[0] != "[Content_Types].xml" || !slices.IsSorted(names) {
		t.Errorf("parts %s", strings.Join(names, " "))
	}
}
