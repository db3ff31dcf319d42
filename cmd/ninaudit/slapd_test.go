package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ninaudit/audit/catalog/planted"
	"ninaudit/audit/catalog/slapdtest"
)

// ldapConfig is corpusConfig with the same catalog on a server.
func ldapConfig(s *slapdtest.Server, url string) string {
	return strings.Replace(corpusConfig, "    ldif: {path: fjordvik.ldif}\n", fmt.Sprintf(`    ldap:
      url: %q
      base: "ou=people,dc=fjordvik,dc=no"
      bind_dn: %q
      password_file: fjordvik.password
      ca_file: %q
      page_size: 500
      retries: 0
    units: {base: "ou=units,dc=fjordvik,dc=no", filter: "(objectClass=norEduOrgUnit)"}
`, url, s.BindDN, s.CAFile), 1)
}

// TestTheSameCatalogThroughSlapdAndAsLDIF: the same findings, byte for byte.
func TestTheSameCatalogThroughSlapdAndAsLDIF(t *testing.T) {
	c := planted.Generate(planted.Options{Seed: 5, Persons: 3_000, AsOf: 20261123, Dated: true})
	a := scanCorpus(t, c, corpusConfig)
	if a.code != int(exitDone) {
		t.Fatalf("from LDIF: exit code %d\n%s", a.code, a.stderr.String())
	}
	fromLDIF := a.jsonl(t)

	server := slapdtest.Start(t, a.ldif, slapdtest.Options{RequireTLS: true})
	a.write(t, "fjordvik.password", []byte(server.Password+"\n"))
	for name, config := range map[string]string{
		"ldaps":     ldapConfig(server, server.TLSURL),
		"start tls": strings.Replace(ldapConfig(server, server.URL), "page_size", "start_tls: true\n      page_size", 1),
	} {
		if err := os.RemoveAll(filepath.Join(a.dir, "out")); err != nil {
			t.Fatal(err)
		}
		a.scan(t, config)
		if a.code != int(exitDone) {
			t.Fatalf("%s: exit code %d\n%s", name, a.code, a.stderr.String())
		}
		if got := a.jsonl(t); !bytes.Equal(got, fromLDIF) {
			t.Errorf("%s (-LDIF +server):\n%s", name, cmp.Diff(string(fromLDIF), string(got)))
		}
	}
	if !bytes.Contains(fromLDIF, []byte(`"rule":"overlay"`)) || !bytes.Contains(fromLDIF, []byte("barneskole")) {
		t.Error("the catalog has neither an overlay nor a school's name: too little is compared")
	}
}

// TestAServerThatGivesLess: what a server holds back makes the catalog incomplete, or the run end,
// and is told with what to do about it.
func TestAServerThatGivesLess(t *testing.T) {
	c := planted.Generate(planted.Options{Seed: 6, Persons: 1_200, AsOf: 20261123, Dated: true})
	var ldif bytes.Buffer
	if err := c.WriteLDIF(&ldif); err != nil {
		t.Fatal(err)
	}
	open := slapdtest.Start(t, ldif.Bytes(), slapdtest.Options{})
	hidden := slapdtest.Start(t, ldif.Bytes(), slapdtest.Options{HideNIN: true})
	limited := slapdtest.Start(t, ldif.Bytes(), slapdtest.Options{SizeLimit: 700})
	for _, k := range []struct {
		name   string
		config string
		says   string // on the log
		report bool   // is anything written
		lacks  string // in findings.jsonl
	}{
		{"no access to the number", ldapConfig(hidden, hidden.TLSURL), "nobody's norEduPersonNIN could be read", true, "pending-number"},
		{"size limit", ldapConfig(limited, limited.TLSURL), "size limit", true, ""},
		{"wrong password", strings.Replace(ldapConfig(open, open.TLSURL), "fjordvik.password", "wrong.password", 1), "password", false, ""},
		{"unknown host", strings.Replace(ldapConfig(open, "ldaps://ldap.invalid:636"), "page_size", "timeout: 5s\n      page_size", 1), "ldap.invalid", false, ""},
		{"no such base", strings.Replace(ldapConfig(open, open.TLSURL), "ou=people,", "ou=nobody,", 1), "base", false, ""},
		{"another CA", strings.Replace(ldapConfig(open, open.TLSURL), open.CAFile, slapdtest.WriteCA(t), 1), "certificate", false, ""},
	} {
		t.Run(k.name, func(t *testing.T) {
			a := &audited{dir: t.TempDir()}
			a.write(t, "fjordvik.password", []byte(open.Password))
			a.write(t, "wrong.password", []byte("not this one"))
			a.scan(t, k.config)
			if a.code != int(exitIncomplete) {
				t.Errorf("exit code %d, want %d", a.code, exitIncomplete)
			}
			log := a.stderr.String()
			if !strings.Contains(log, k.says) || !strings.Contains(log, "hint") {
				t.Errorf("the log says neither %q nor a hint:\n%s", k.says, log)
			}
			left, _ := os.ReadDir(filepath.Join(a.dir, "out"))
			if !k.report {
				if len(left) > 0 {
					t.Errorf("%d files are left behind", len(left))
				}
				return
			}
			found := string(a.jsonl(t))
			if !strings.Contains(found, `"complete":false`) || k.lacks != "" && strings.Contains(found, k.lacks) {
				t.Errorf("findings.jsonl ends %s", found[max(0, len(found)-300):])
			}
			if !strings.Contains(found, `"rule":"duplicate-mail"`) && k.lacks != "" {
				t.Error("no other rule reports")
			}
			if !strings.Contains(a.stdout.String(), "FULLSTENDIG") {
				t.Errorf("the terminal does not say so:\n%s", a.stdout.String())
			}
		})
	}
}

// TestAServerThatShrinks: in August a quarter of the pupils have left. The first run does not believe it; when the
// server says the same again, with every page read to its end, the second one does.
func TestAServerThatShrinks(t *testing.T) {
	c := planted.Generate(planted.Options{Seed: 7, Persons: 1_000, AsOf: 20261123, Dated: true})
	var ldif bytes.Buffer
	if err := c.WriteLDIF(&ldif); err != nil {
		t.Fatal(err)
	}
	e := readEntries(ldif.Bytes(), nil)
	persons := 0
	fewer := slices.DeleteFunc(slices.Clone(e.all), func(entry string) bool {
		if strings.Contains(entry, "norEduPerson\n") && strings.Contains(entry, "ou=people") {
			persons++
			return persons%4 == 0
		}
		return false
	})
	before := slapdtest.Start(t, ldif.Bytes(), slapdtest.Options{})
	after := slapdtest.Start(t, []byte(strings.Join(fewer, "\n\n")+"\n"), slapdtest.Options{})
	a := &audited{dir: t.TempDir()}
	night := func(day string, s *slapdtest.Server, code exitCode) {
		t.Helper()
		a.write(t, "fjordvik.password", []byte(s.Password))
		a.scan(t, ldapConfig(s, s.TLSURL)+"history: {path: history.db}\n", "--as-of", day)
		if a.code != int(code) {
			t.Fatalf("%s: exit code %d, want %d\n%s", day, a.code, code, a.stderr.String())
		}
	}
	resolved := func() (n int) {
		for _, f := range a.lines(t) {
			if f.Status == "resolved" {
				n++
			}
		}
		return n
	}
	night("2026-11-01", before, exitDone)
	night("2026-11-02", after, exitIncomplete)
	if n := resolved(); n != 0 {
		t.Errorf("%d findings are resolved in a catalog that was not believed", n)
	}
	night("2026-11-03", after, exitDone)
	if n := resolved(); n == 0 || !strings.Contains(a.stdout.String(), "Merk: ") {
		t.Errorf("%d findings are resolved in a catalog that was believed\n%s", n, a.stdout.String())
	}
	night("2026-11-04", after, exitDone)
}
