package main

import (
	"bytes"
	"strings"
	"testing"

	"ninaudit/audit"
)

// FuzzTable holds that no bytes make the reader of tables panic, that each error names the file and shows no number, and
// that rows are as wide as the heading.
func FuzzTable(f *testing.F) {
	for _, text := range []string{
		"principal,number\na,01861299917\n", "\xef\xbb\xbfprincipal;known\r\n\"a;b\";ja\r\n", "principal\tknown\nK\xe5re\tja\n",
		"principal;known\n01861299917;01861299836\n", "principal,known\n\"a\n", "a\x00b", "01861299917;x\n", "principal,known\na,yes\nA,no\n",
	} {
		f.Add([]byte(text))
	}
	c := &compareConfig{Keys: sourceKeys(), Known: "known", Number: "number"}
	f.Fuzz(func(t *testing.T, data []byte) {
		table, err := parseTable(bytes.NewReader(data), "x.csv")
		if err == nil {
			for _, r := range table.rows {
				if len(r.cells) != len(table.heading) || r.line < 2 {
					t.Fatalf("row %+v under %q", r, table.heading)
				}
			}
			var s *audit.Source
			if s, err = table.source(c, parser(20261123, true)); err == nil && len(s.Rows()) != len(table.rows) {
				t.Errorf("%d rows of %d", len(s.Rows()), len(table.rows))
			}
		}
		if err != nil && (!strings.HasPrefix(err.Error(), "x.csv") || holdsNumber(err.Error())) {
			t.Errorf("error %v", err)
		}
	})
}

// TestTablesOfNorwegianExports reads one table in each of the forms in which systems here write them.
func TestTablesOfNorwegianExports(t *testing.T) {
	for name, text := range map[string]string{
		"utf-8": "navn;sted\nKåre;Ås\n", "mark": "\ufeffnavn;sted\r\nKåre;Ås\r\n", "windows-1252": "navn;sted\r\nK\xe5re;\xc5s\r\n",
		"commas": "navn,sted\nKåre,Ås", "tabs": "navn\tsted\nKåre\tÅs\n", "quotes": "\"navn\";\"sted\"\n\"Kåre\";\" Ås \"\n;\n",
	} {
		table, err := parseTable(strings.NewReader(text), name)
		if err != nil {
			t.Error(err)
			continue
		}
		if len(table.rows) != 1 || strings.Join(table.rows[0].cells, "|") != "Kåre|Ås" || table.column("Sted") != 1 {
			t.Errorf("%s: %+v", name, table)
		}
	}
}
