// Package dirsrvtest runs a real 389 Directory Server for a test: on a port of its own, holding what the test gives it
// under a schema with eduPerson and norEdu*, readable by one user only, over plain LDAP. It is gone when the test is.
//
// A machine without the server, or a user who is not root, skips the test, unless NINAUDIT_REQUIRE_DIRSRV=1 asks for it
// to fail.
package dirsrvtest

import (
	"bytes"
	_ "embed"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"ninaudit/audit/catalog/daemontest"
)

//go:embed noredu.ldif
var schema []byte

// Where Debian's package 389-ds-base puts things.
const (
	server   = "/usr/sbin/ns-slapd"
	create   = "/usr/sbin/dscreate"
	defaults = "/usr/share/dirsrv/inf/defaults.inf"
	settings = "/etc/dirsrv"

	required = "NINAUDIT_REQUIRE_DIRSRV"
	suffix   = "dc=fjordvik,dc=no"
	instance = "slapd-audit"
)

// Limit is how many entries a search of LimitDN's looks at before it ends with code 11.
const Limit = 500

// Server is a server that runs.
type Server struct {
	URL      string // ldap://127.0.0.1:port
	BindDN   string // who may read
	LimitDN  string // who may read as well, and for whom the server looks at no more than Limit entries
	Password string

	root string // stands in for /
}

// Start runs a server that holds the entries of an LDIF: content records whose first is that of dc=fjordvik,dc=no.
func Start(t testing.TB, ldif []byte) *Server {
	t.Helper()
	daemontest.Require(t, server, required)
	daemontest.Require(t, create, required)
	daemontest.RequireRoot(t, required)
	s := &Server{BindDN: "cn=reader," + suffix, LimitDN: "cn=limited," + suffix, Password: "only for this test"}
	s.plant(t)
	address := daemontest.FreePort(t)
	s.URL = "ldap://" + address
	s.create(t, address)
	s.write(t, s.config("schema", "98noredu.ldif"), schema)
	s.unlimited(t)
	data := filepath.Join(s.root, "data.ldif")
	s.write(t, data, s.readable(daemontest.WithoutVersion(ldif)))
	s.own(t)
	daemontest.Do(t, exec.Command(server, "ldif2db", "-D", s.config(), "-n", "userroot", "-i", data))
	if !daemontest.Run(t, exec.Command(server, "-D", s.config(), "-i", filepath.Join(s.root, "pid"), "-d", "0"), address) {
		t.Fatal("389 Directory Server does not answer")
	}
	return s
}

// plant makes the folders in which dscreate works when PREFIX says so, and where it then asks nothing of systemd. Its
// path is short, for it holds a socket.
func (s *Server) plant(t testing.TB) {
	t.Helper()
	root, err := os.MkdirTemp("", "dirsrv")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(root) })
	s.root = root
	if err := os.Chmod(root, 0o711); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{
		"share/dirsrv/inf", "etc/default", "etc/tmpfiles.d", "etc/systemd/system", "etc/dirsrv", "var/lib/dirsrv",
		"var/log/dirsrv", "run/dirsrv", "run/lock/dirsrv", "tmp", "dev/shm",
	} {
		if err := os.MkdirAll(filepath.Join(root, dir), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("/usr", filepath.Join(root, "usr")); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{"config", "schema"} {
		if err := os.CopyFS(filepath.Join(root, settings, dir), os.DirFS(filepath.Join(settings, dir))); err != nil {
			t.Fatal(err)
		}
	}
	inf, err := os.ReadFile(defaults)
	if err != nil {
		t.Fatal(err)
	}
	inf = regexp.MustCompile(`(?m)^with_systemd.*$`).ReplaceAll(inf, []byte("with_systemd = 0"))
	inf = regexp.MustCompile(`(?m)= (/etc|/var|/run|/tmp|/dev)`).ReplaceAll(inf, []byte("= "+root+"$1"))
	s.write(t, filepath.Join(root, "share/dirsrv/inf/defaults.inf"), inf)
	s.own(t)
}

// create makes an instance and leaves it stopped.
func (s *Server) create(t testing.TB, address string) {
	t.Helper()
	_, port, _ := net.SplitHostPort(address)
	inf := filepath.Join(s.root, "instance.inf")
	s.write(t, inf, fmt.Appendf(nil, `[general]
config_version = 2
full_machine_name = localhost
start = False
strict_host_checking = False
selinux = False
[slapd]
instance_name = %s
port = %s
secure_port = 0
root_password = %s
self_sign_cert = False
[backend-userroot]
suffix = %s
sample_entries = no
`, strings.TrimPrefix(instance, "slapd-"), port, s.Password, suffix))
	cmd := exec.Command(create, "from-file", inf)
	cmd.Env = append(os.Environ(), "PREFIX="+s.root)
	daemontest.Do(t, cmd)
}

// unlimited takes away the limit that the server comes with: a search ends after 5000 entries with code 11.
func (s *Server) unlimited(t testing.TB) {
	t.Helper()
	file := s.config("dse.ldif")
	dse, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	s.write(t, file, regexp.MustCompile(`(?m)^(nsslapd-lookthroughlimit|nsslapd-pagedlookthroughlimit): .*$`).ReplaceAll(dse, []byte("$1: -1")))
}

// readable adds the readers to an LDIF, and the rule by which they may read.
func (s *Server) readable(ldif []byte) []byte {
	head, rest, _ := bytes.Cut(ldif, []byte("dn: "+suffix+"\n"))
	var b bytes.Buffer
	b.Write(head)
	fmt.Fprintf(&b, "dn: %s\naci: (targetattr=\"* || createTimestamp || modifyTimestamp || entryUUID || nsUniqueId\")"+
		"(version 3.0; acl \"readers\"; allow (read, search, compare) userdn=\"ldap:///%s || ldap:///%s\";)\n",
		suffix, s.BindDN, s.LimitDN)
	b.Write(rest)
	const person = "\ndn: %s\nobjectClass: top\nobjectClass: person\ncn: %s\nsn: reader\nuserPassword: %s\n"
	fmt.Fprintf(&b, person, s.BindDN, "reader", s.Password)
	fmt.Fprintf(&b, person, s.LimitDN, "limited", s.Password)
	fmt.Fprintf(&b, "nsLookThroughLimit: %d\nnsPagedLookThroughLimit: %d\n", Limit, Limit)
	return b.Bytes()
}

func (s *Server) config(elements ...string) string {
	return filepath.Join(append([]string{s.root, settings, instance}, elements...)...)
}

// own gives all to the user as whom the server runs.
func (s *Server) own(t testing.TB) {
	t.Helper()
	daemontest.Do(t, exec.Command("/bin/chown", "-R", "dirsrv:dirsrv", s.root))
}

func (s *Server) write(t testing.TB, file string, content []byte) {
	t.Helper()
	if err := os.WriteFile(file, content, 0o600); err != nil {
		t.Fatal(err)
	}
}
