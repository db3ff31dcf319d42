// Package daemontest runs other people's servers for as long as a test lasts: what slapdtest, dirsrvtest and sambatest
// have in common.
package daemontest

import (
	"bytes"
	"net"
	"os"
	"os/exec"
	"syscall"
	"testing"
	"time"
)

// Require skips the test where a program is missing, unless the environment variable is 1: then it fails.
func Require(t testing.TB, program, variable string) {
	t.Helper()
	if _, err := os.Stat(program); err == nil {
		return
	}
	if os.Getenv(variable) == "1" {
		t.Fatalf("%s is missing", program)
	}
	t.Skipf("%s is missing", program)
}

// RequireRoot skips the test, or fails it, as Require does, where it is not run by root.
func RequireRoot(t testing.TB, variable string) {
	t.Helper()
	if os.Geteuid() == 0 {
		return
	}
	if os.Getenv(variable) == "1" {
		t.Fatal("only root can start the server")
	}
	t.Skip("only root can start the server")
}

// Run starts a server that stays in the foreground, and waits until it listens on every address; false if it came to
// an end instead. It is stopped when the test is over.
func Run(t testing.TB, cmd *exec.Cmd, addresses ...string) bool {
	t.Helper()
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		cmd.Wait()
		close(ended)
	}()
	t.Cleanup(func() {
		cmd.Process.Signal(syscall.SIGTERM)
		select {
		case <-ended:
		case <-time.After(10 * time.Second):
			cmd.Process.Kill()
			<-ended
		}
	})
	deadline := time.After(time.Minute) // of a machine with other things to do
	for _, address := range addresses {
		for !listens(address) {
			select {
			case <-ended:
				t.Logf("%s ended: %s", cmd.Path, out.Bytes())
				return false
			case <-deadline:
				t.Fatalf("%s does not listen", cmd.Path)
			case <-time.After(10 * time.Millisecond):
			}
		}
	}
	return true
}

// Do runs a command to its end and fails the test where it fails.
func Do(t testing.TB, cmd *exec.Cmd) {
	t.Helper()
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", cmd.Path, err, out)
	}
}

// FreePort is an address on which nothing listened a moment ago.
func FreePort(t testing.TB) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

func listens(address string) bool {
	network := "tcp"
	if address[0] == '/' {
		network = "unix"
	}
	c, err := net.DialTimeout(network, address, time.Second)
	if err != nil {
		return false
	}
	c.Close()
	return true
}

// WithoutVersion drops the line that some loaders do not want and every other reader of LDIF does.
func WithoutVersion(ldif []byte) []byte {
	first, rest, _ := bytes.Cut(ldif, []byte{'\n'})
	if bytes.HasPrefix(first, []byte("version:")) {
		return rest
	}
	return ldif
}
