package main

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ninaudit/audit/catalog/dirsrvtest"
	"ninaudit/audit/catalog/planted"
)

// dirsrvConfig is corpusConfig with the same catalog on a 389 Directory Server.
func dirsrvConfig(s *dirsrvtest.Server) string {
	return strings.Replace(corpusConfig, "    ldif: {path: fjordvik.ldif}\n", fmt.Sprintf(`    ldap:
      url: %q
      base: "ou=people,dc=fjordvik,dc=no"
      bind_dn: %q
      password_file: fjordvik.password
      plaintext: true
    units: {base: "ou=units,dc=fjordvik,dc=no"}
`, s.URL, s.BindDN), 1)
}

// TestTheSameCatalogThroughDirsrvAndAsLDIF: the same findings as from the file that the server was filled from.
func TestTheSameCatalogThroughDirsrvAndAsLDIF(t *testing.T) {
	a := scanCorpus(t, planted.Generate(planted.Options{Seed: 5, Persons: 3_000, AsOf: 20261123, Dated: true}), corpusConfig)
	if a.code != int(exitDone) {
		t.Fatalf("from LDIF: exit code %d\n%s", a.code, a.stderr.String())
	}
	fromLDIF := a.jsonl(t)
	server := dirsrvtest.Start(t, a.ldif)
	a.write(t, "fjordvik.password", []byte(server.Password))
	a.scan(t, dirsrvConfig(server))
	if a.code != int(exitDone) {
		t.Fatalf("exit code %d\n%s", a.code, a.stderr.String())
	}
	if got := a.jsonl(t); !bytes.Equal(got, fromLDIF) {
		t.Errorf("(-LDIF +389 Directory Server):\n%s", cmp.Diff(string(fromLDIF), string(got)))
	}
	a.scan(t, strings.Replace(dirsrvConfig(server), server.BindDN, server.LimitDN, 1))
	if log := a.stderr.String(); a.code != int(exitIncomplete) || !strings.Contains(log, "administrative limit (LDAP code 11)") {
		t.Errorf("exit code %d where the server looks at %d entries\n%s", a.code, dirsrvtest.Limit, log)
	}
}
