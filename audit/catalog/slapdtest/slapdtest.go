// Package slapdtest runs a real OpenLDAP server for a test: on ports of its own, holding what the
// test gives it under a schema with eduPerson and norEdu*, readable by one user only, over plain
// LDAP, StartTLS and LDAPS with a certificate made for the occasion. It is gone when the test is.
//
// A machine without slapd skips the test, unless NINAUDIT_REQUIRE_SLAPD=1 asks for it to fail.
package slapdtest

import (
	"cmp"
	_ "embed"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"ninaudit/audit/catalog/daemontest"
)

//go:embed noredu.schema
var schema []byte

// Where Debian's package slapd puts things.
const (
	slapd     = "/usr/sbin/slapd"
	slapadd   = "/usr/sbin/slapadd"
	schemaDir = "/etc/ldap/schema"
	moduleDir = "/usr/lib/ldap"
)

// Options say what kind of server it is; the zero value hides and limits nothing.
type Options struct {
	Suffix     string // what the LDIF's entries stand under; "dc=fjordvik,dc=no"
	HideNIN    bool   // an access rule keeps norEduPersonNIN from the reader
	SizeLimit  int    // how many entries a search gives, over all its pages; 0: all
	RequireTLS bool   // binds without encryption are refused (code 13)
	Anonymous  bool   // everybody may read
}

// Server is a server that runs.
type Server struct {
	URL       string // ldap://127.0.0.1:port
	TLSURL    string // ldaps://127.0.0.1:port
	SocketURL string // ldapi://%2F…, on which whoever runs the test may read by SASL EXTERNAL
	CAFile    string // the certificate of whoever signed the server's, which is for 127.0.0.1 alone
	Suffix    string
	BindDN    string // who may read
	Password  string

	dir string
}

// Start runs a server that holds the entries of an LDIF: content records whose first is the
// suffix's.
func Start(t testing.TB, ldif []byte, o Options) *Server {
	t.Helper()
	daemontest.Require(t, slapd, "NINAUDIT_REQUIRE_SLAPD")
	s := &Server{
		Suffix:   cmp.Or(o.Suffix, "dc=fjordvik,dc=no"),
		BindDN:   "cn=reader,o=readers",
		Password: "only for this test",
		dir:      t.TempDir(),
	}
	s.SocketURL = "ldapi://" + url.PathEscape(socket(t))
	s.CAFile = s.writeCertificates(t)
	config := s.path("slapd.conf")
	s.write(t, "noredu.schema", schema)
	s.write(t, "data.ldif", daemontest.WithoutVersion(ldif))
	s.write(t, "slapd.conf", []byte(s.config(o)))
	if err := os.Mkdir(s.path("db"), 0o700); err != nil {
		t.Fatal(err)
	}
	daemontest.Do(t, exec.Command(slapadd, "-q", "-f", config, "-b", s.Suffix, "-l", s.path("data.ldif")))
	const attempts = 5 // a free port may be taken again before slapd has it
	for range attempts {
		if s.run(t, config) {
			return s
		}
	}
	t.Fatal("slapd does not answer")
	return nil
}

// config writes slapd.conf. The reader is the root of a database of its own, so that the access
// rules and limits of the one with the persons hold for it.
func (s *Server) config(o Options) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	for _, name := range []string{"core", "cosine", "inetorgperson"} {
		line("include %s", filepath.Join(schemaDir, name+".schema"))
	}
	line("include %s", s.path("noredu.schema"))
	line("modulepath %s", moduleDir)
	line("moduleload back_mdb")
	line("moduleload back_null")
	line("pidfile %s", s.path("slapd.pid"))
	line("TLSCACertificateFile %s", s.CAFile)
	line("TLSCertificateFile %s", s.path("server.pem"))
	line("TLSCertificateKeyFile %s", s.path("server.key"))
	if o.RequireTLS {
		line("security simple_bind=128")
	}
	line("database mdb")
	line("suffix %q", s.Suffix)
	line("directory %s", s.path("db"))
	line("maxsize %d", 1<<34) // of a sparse file
	if o.SizeLimit > 0 {
		line("sizelimit %d", o.SizeLimit)
	} else {
		line("sizelimit unlimited")
	}
	if o.HideNIN {
		line("access to attrs=norEduPersonNIN by * none")
	}
	if o.Anonymous {
		line("access to * by * read")
	} else {
		line("access to * by dn.exact=%q read by dn.exact=%q read by * none", s.BindDN, peer())
	}
	line("database null")
	line("suffix %q", "o=readers")
	line("rootdn %q", s.BindDN)
	line("rootpw %q", s.Password)
	return b.String()
}

// run starts slapd on two free ports and a socket, and waits until it listens; false if it came to an end instead.
func (s *Server) run(t testing.TB, config string) bool {
	t.Helper()
	plain, secure := daemontest.FreePort(t), daemontest.FreePort(t)
	s.URL, s.TLSURL = "ldap://"+plain, "ldaps://"+secure
	// A debug level, even 0, keeps slapd in the foreground.
	cmd := exec.Command(slapd, "-d", "0", "-f", config, "-h", s.URL+"/ "+s.TLSURL+"/ "+s.SocketURL+"/")
	return daemontest.Run(t, cmd, plain, secure)
}

// socket is a path that is short enough for one, as those of t.TempDir need not be.
func socket(t testing.TB) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "slapd")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return filepath.Join(dir, "ldapi")
}

// peer is how slapd calls whoever runs the test, on its socket.
func peer() string {
	return fmt.Sprintf("gidNumber=%d+uidNumber=%d,cn=peercred,cn=external,cn=auth", os.Getegid(), os.Geteuid())
}

func (s *Server) path(name string) string { return filepath.Join(s.dir, name) }

func (s *Server) write(t testing.TB, name string, content []byte) {
	t.Helper()
	if err := os.WriteFile(s.path(name), content, 0o600); err != nil {
		t.Fatal(err)
	}
}
