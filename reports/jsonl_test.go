package reports

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ninaudit/audit"
)

// produce plays a recording to a new report of one format, and returns the file.
func produce(t *testing.T, format string, r *recording, o Options) []byte {
	t.Helper()
	rep, err := New(format, o)
	if err != nil {
		t.Fatal(err)
	}
	r.play(t, rep)
	b, err := os.ReadFile(rep.(Filed).Path())
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestJSONLines(t *testing.T) {
	for _, l := range audit.Languages() {
		t.Run(string(l), func(t *testing.T) {
			r := recorded()
			golden(t, "findings."+string(l)+".jsonl", produce(t, "jsonl", r, options(t, r, l)))
		})
	}
}

func TestJSONLinesHaveTheKeysOfTheContractInOrder(t *testing.T) {
	r := recorded()
	o := options(t, r, audit.English)
	o.NIN = NINMasked
	keys := func(line []byte) (all []string) {
		dec := json.NewDecoder(bytes.NewReader(line))
		depth, isKey := 0, false
		for {
			tok, err := dec.Token()
			if err != nil {
				return all
			}
			switch tok {
			case json.Delim('{'), json.Delim('['):
				depth++
				isKey = depth == 1
			case json.Delim('}'), json.Delim(']'):
				depth--
				isKey = depth == 1
			default:
				if depth == 1 && isKey {
					all = append(all, tok.(string))
				}
				isKey = depth == 1 && !isKey
			}
		}
	}
	want := "id rule severity status since score persons evidence message fix services"
	lines := bytes.Split(bytes.TrimSpace(produce(t, "jsonl", r, o)), []byte("\n"))
	for _, line := range lines[:len(lines)-1] {
		if got := strings.Join(keys(line), " "); got != want {
			t.Errorf("keys %q, want %q", got, want)
		}
		var f struct{ Persons []json.RawMessage }
		if err := json.Unmarshal(line, &f); err != nil {
			t.Fatal(err)
		}
		for _, p := range f.Persons {
			got := strings.Join(keys(p), " ")
			if want := "catalog id principal dn name unit nin_kind"; strings.TrimSuffix(got, " nin") != want {
				t.Errorf("a person's keys %q, want %q", got, want)
			}
		}
	}
	if got, want := strings.Join(keys(lines[len(lines)-1]), " "), "summary"; got != want {
		t.Errorf("the last line has %q, want %q", got, want)
	}
}

func TestJSONLinesAreOneFindingALine(t *testing.T) {
	r := recorded()
	sc := bufio.NewScanner(bytes.NewReader(produce(t, "jsonl", r, options(t, r, audit.Bokmal))))
	var ids []string
	for sc.Scan() {
		var f struct {
			ID                          string
			Persons, Evidence, Services []any
		}
		if err := json.Unmarshal(sc.Bytes(), &f); err != nil {
			t.Fatal(err)
		}
		if f.ID != "" && (f.Persons == nil || f.Evidence == nil || f.Services == nil) {
			t.Errorf("finding %s has null for a list", f.ID)
		}
		ids = append(ids, f.ID)
	}
	want := []string{"0a01", "0a02", "0a03", "0a04", "0a05", "0b01", "0c01", "0d01", "0e01", "0f01", "0f02", ""}
	if !slices.Equal(ids, want) {
		t.Errorf("findings %q, want %q: all but the waiting one, in their order, then the summary", ids, want)
	}
}

func TestJSONLinesOfAnEmptyRun(t *testing.T) {
	r := &recording{sum: audit.Summary{AsOf: asOf}}
	got := string(produce(t, "jsonl", r, options(t, r, audit.Bokmal)))
	want := `{"summary":{"as_of":"2026-11-23","baseline":false,"catalogs":[],"counts":{},"model":""}}` + "\n"
	if got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestFormats(t *testing.T) {
	for _, f := range Formats() {
		rep, err := New(f, Options{Dir: t.TempDir(), AsOf: asOf})
		if err != nil {
			t.Fatal(err)
		}
		defer rep.Discard()
		if name := filepath.Base(rep.(Filed).Path()); !strings.HasSuffix(name, "."+f) && (f != formatLetters || name != lettersFolder) {
			t.Errorf("format %s is written to %s", f, name)
		}
	}
	if _, err := New("docx", Options{Dir: t.TempDir()}); err == nil || !strings.Contains(err.Error(), "xlsx") {
		t.Errorf("an unknown format gives %v, want the known ones", err)
	}
}
