package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"ninaudit/audit/catalog/planted"
	"ninaudit/audit/catalog/slapdtest"
)

// TestCheckTellsEachStep: each step to the persons is OK or says what to do, and what a scan would do is told.
func TestCheckTellsEachStep(t *testing.T) {
	var ldif bytes.Buffer
	c := planted.Generate(planted.Options{Seed: 6, Persons: 1_200, AsOf: 20261123, Dated: true})
	if err := c.WriteLDIF(&ldif); err != nil {
		t.Fatal(err)
	}
	s := slapdtest.Start(t, ldif.Bytes(), slapdtest.Options{})
	limited := slapdtest.Start(t, ldif.Bytes(), slapdtest.Options{SizeLimit: 700})
	hidden := slapdtest.Start(t, ldif.Bytes(), slapdtest.Options{HideNIN: true})
	good := ldapConfig(s, s.TLSURL)
	with := func(from, to string) string { return strings.Replace(good, from, to, 1) }
	for _, k := range []struct {
		name, config string
		days         int // before today
		code         exitCode
		says         []string // lines, blanks folded
		never        string
	}{
		{"good", good, 60, exitDone, []string{
			"OK connect", "OK tls TLS 1.3, the certificate is for 127.0.0.1 and ends in 60 days", "OK bind", "OK base",
			"OK page 1 persons: 500; pages: offered", "OK count persons: 1200",
			"norEduPersonNIN 4[0-9][0-9] of 500", "a scan would read 1200 persons in pages of 500 (3 of them)",
		}, "FAILED"},
		{"certificate", good, 12, exitDone, []string{"SOON tls .* ends in 12 days: have the certificate renewed"}, "FAILED"},
		{"start tls", strings.Replace(ldapConfig(s, s.URL), "page_size", "start_tls: true\n      page_size", 1), 60, exitDone,
			[]string{"OK start-tls", "OK tls TLS"}, "FAILED"},
		{"unknown host", with(s.TLSURL, "ldaps://nowhere.invalid"), 0, exitIncomplete,
			[]string{"FAILED resolve the host \"nowhere.invalid\" .*: check"}, "connect"},
		{"nobody listens", with(s.TLSURL, "ldaps://127.0.0.1:1"), 0, exitIncomplete,
			[]string{"FAILED connect nothing listens on 127.0.0.1:1: check the port"}, "tls"},
		{"another CA", with(s.CAFile, slapdtest.WriteCA(t)), 0, exitIncomplete,
			[]string{"OK connect $", "FAILED tls .* not trusted: name the certificate"}, "OK bind"},
		{"wrong password", with("fjordvik.password", "wrong.password"), 60, exitIncomplete,
			[]string{"OK tls", "FAILED bind wrong bind_dn or password (LDAP code 49): check"}, "OK base"},
		{"no such base", with("ou=people,", "ou=nobody,"), 60, exitIncomplete,
			[]string{"OK bind", "FAILED base the base does not exist.*: check base"}, "OK page"},
		{"size limit", ldapConfig(limited, limited.TLSURL), 60, exitIncomplete, []string{
			"OK page 1", "FAILED count stopped at the server's size limit (LDAP code 4): ask",
			"a scan could not read all of it, and would count it as incomplete"}, "a scan would"},
		{"no access to the number", ldapConfig(hidden, hidden.TLSURL), 60, exitDone, []string{
			"norEduPersonNIN 0 of 500", "a scan would read 1200 persons .*, and count the catalog as incomplete"}, "FAILED"},
		{"a replica that is down", with("page_size", `replicas: ["ldaps://127.0.0.1:1"]`+"\n      page_size"), 60, exitIncomplete,
			[]string{"OK count persons: 1200", "server 127.0.0.1:1", "FAILED connect"}, "OK resolve"},
	} {
		t.Run(k.name, func(t *testing.T) {
			a := &audited{dir: t.TempDir()}
			a.write(t, "ninaudit.yaml", []byte(k.config))
			a.write(t, "fjordvik.password", []byte(s.Password))
			a.write(t, "wrong.password", []byte("not this one"))
			then := time.Now().AddDate(0, 0, -k.days)
			a.code = run(t.Context(), []string{"check", "--config", filepath.Join(a.dir, "ninaudit.yaml")}, strings.NewReader(""),
				&a.stdout, &a.stderr, func() time.Time { return then })
			if a.code != int(k.code) {
				t.Errorf("exit code %d, want %d\n%s", a.code, k.code, a.stderr.String())
			}
			told := regexp.MustCompile(` +`).ReplaceAllString(a.stdout.String(), " ")
			for _, line := range k.says {
				line = strings.NewReplacer("(", `\(`, ")", `\)`).Replace(line)
				if !regexp.MustCompile(fmt.Sprintf(`(?m)^ %s`, line)).MatchString(told) {
					t.Errorf("no line %q in\n%s", line, told)
				}
			}
			if strings.Contains(told, k.never) {
				t.Errorf("%q in\n%s", k.never, told)
			}
		})
	}
}
