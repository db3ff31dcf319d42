// Package sambatest runs a real Samba AD DC for a test, as Active Directory: on a loopback address of its own, since its
// ports are fixed, holding the persons and units of an LDIF in the manner of a county's AD (see fill.py), over plain
// LDAP. It is gone when the test is.
//
// A machine without the server, or a user who is not root, skips the test, unless NINAUDIT_REQUIRE_SAMBA=1 asks for it
// to fail.
package sambatest

import (
	_ "embed"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"ninaudit/audit/catalog/daemontest"
)

//go:embed fill.py
var fill []byte

// Where Debian's packages samba-ad-dc and samba-ad-provision put things.
const (
	server    = "/usr/sbin/samba"
	tool      = "/usr/bin/samba-tool"
	provision = "/usr/share/samba/setup/provision.ldif"
	python    = "/usr/bin/python3" // the system's, which has Samba's modules
	required  = "NINAUDIT_REQUIRE_SAMBA"
)

// Server is a server that runs.
type Server struct {
	URL      string // ldap://127.x.y.1
	BindDN   string // who may read
	Password string

	dir, address string
}

// Start runs a server that holds the persons and units of an LDIF under dc=fjordvik,dc=no.
func Start(t testing.TB, ldif []byte) *Server {
	t.Helper()
	for _, program := range []string{server, tool, provision, python} {
		daemontest.Require(t, program, required)
	}
	daemontest.RequireRoot(t, required)
	s := &Server{
		BindDN: "CN=reader,CN=Users,DC=fjordvik,DC=no", Password: "Only-4-this-test",
		dir: t.TempDir(), address: fmt.Sprintf("127.%d.%d.1", 64+os.Getpid()>>8&63, os.Getpid()&255),
	}
	s.URL = "ldap://" + s.address
	daemontest.Do(t, exec.Command(tool, "domain", "provision", "--realm=fjordvik.no", "--domain=FJORDVIK",
		"--server-role=dc", "--dns-backend=NONE", "--adminpass="+s.Password, "--host-name=dc1", "--targetdir="+s.dir))
	config := filepath.Join(s.dir, "etc", "smb.conf")
	s.write(t, config, []byte(s.config()))
	s.write(t, s.path("fill.py"), fill)
	s.write(t, s.path("data.ldif"), daemontest.WithoutVersion(ldif))
	daemontest.Do(t, exec.Command(python, s.path("fill.py"), config, s.path("private", "sam.ldb"), s.path("data.ldif"),
		"reader", s.Password))
	if !daemontest.Run(t, exec.Command(server, "-s", config, "-i", "--model=single"), s.address+":389") {
		t.Fatal("Samba does not answer")
	}
	return s
}

// config writes smb.conf: a domain controller that does nothing but answer over LDAP, and writes into its own folder
// only.
func (s *Server) config() string {
	return fmt.Sprintf(`[global]
netbios name = DC1
realm = FJORDVIK.NO
workgroup = FJORDVIK
server role = active directory domain controller
server services = ldap
dcerpc endpoint servers =
interfaces = %s/8
bind interfaces only = yes
ldap server require strong auth = no
private dir = %[2]s/private
lock directory = %[2]s
state directory = %[2]s/state
cache directory = %[2]s/cache
pid directory = %[2]s
ncalrpc dir = %[2]s/ncalrpc
log file = %[2]s/log
logging = file
`, s.address, s.dir)
}

func (s *Server) path(elements ...string) string {
	return filepath.Join(append([]string{s.dir}, elements...)...)
}

func (s *Server) write(t testing.TB, file string, content []byte) {
	t.Helper()
	if err := os.WriteFile(file, content, 0o600); err != nil {
		t.Fatal(err)
	}
}
