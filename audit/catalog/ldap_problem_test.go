package catalog

import (
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/go-ldap/ldap/v3"
)

// Every code that a server may send reads in our words, with its number, and with something to
// try.
func TestExplainCode(t *testing.T) {
	l := newLDAP(t, goodConfig())
	temporary := map[uint16]bool{51: true, 52: true, 80: true, 81: true, 85: true}
	for code := uint16(1); code < 124; code++ {
		err := ldap.NewError(code, errors.New(gossip))
		err.(*ldap.Error).MatchedDN = gossip
		p := l.explain(fmt.Errorf("wrapped: %w", err))
		if !strings.Contains(p.Error(), fmt.Sprintf("(LDAP code %d)", code)) || p.hint == "" {
			t.Errorf("code %d reads %q, hint %q", code, p, p.hint)
		}
		if strings.Contains(p.Error()+p.hint, "uid=") {
			t.Errorf("code %d repeats what the server wrote", code)
		}
		if p.temporary != temporary[code] {
			t.Errorf("code %d: temporary %v", code, p.temporary)
		}
	}
}

func TestExplain(t *testing.T) {
	l := newLDAP(t, goodConfig())
	dial := func(err error) error { return &net.OpError{Op: "dial", Net: "tcp", Err: err} }
	for _, tt := range []struct {
		name      string
		err       error
		words     string
		temporary bool
	}{
		{"unknown host", dial(&net.DNSError{IsNotFound: true}), `the host "ldap.example.org" is not known`, false},
		{"name server", dial(&net.DNSError{IsTimeout: true}), "could not be looked up", true},
		{"refused", dial(syscall.ECONNREFUSED), "nothing listens on ldap.example.org:636", true},
		{"no route", dial(syscall.EHOSTUNREACH), "can not be reached", true},
		{"reset", dial(syscall.ECONNRESET), "closed before", true},
		{"end", io.EOF, "closed before", true},
		{"timeout", dial(context.DeadlineExceeded), "within 1m0s", true},
		{"no socket", dial(syscall.ENOENT), "no such socket", false},
		{"not for us", dial(syscall.EACCES), "no access to the socket", false},
		{"go-ldap: network", ldap.NewError(ldap.ErrorNetwork, errors.New(gossip)), "closed before", true},
		{"go-ldap: malformed", ldap.NewError(ldap.ErrorMalformedPacket, errors.New(gossip)), "no proper LDAP", false},
		{"go-ldap: text", errors.New("unable to read LDAP response packet: " + gossip), "no proper LDAP", false},
		{"another certificate", x509.HostnameError{Host: gossip}, `certificate is not for "ldap.example.org"`, false},
		{"expired", x509.CertificateInvalidError{Reason: x509.Expired}, "has expired", false},
		{"wrong use", x509.CertificateInvalidError{Reason: x509.IncompatibleUsage}, "can not be verified", false},
		{"nobody's", x509.UnknownAuthorityError{}, "not trusted", false},
		{"old TLS", handshakeError{errors.New("tls: server selected TLS 1.0")}, "could be agreed on", false},
		{"gone in the handshake", handshakeError{io.EOF}, "closed before", true},
		{"own", fmt.Errorf("wrapped: %w", problemEndless), "over and over", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := l.explain(tt.err)
			if !strings.Contains(p.Error(), tt.words) || p.hint == "" || p.temporary != tt.temporary {
				t.Errorf("%q, hint %q, temporary %v; want %q, %v", p, p.hint, p.temporary, tt.words, tt.temporary)
			}
			if strings.Contains(p.Error()+p.hint, "uid=") {
				t.Error("repeats what the server wrote")
			}
		})
	}
}

// One answer is bounded in bytes, and the next one starts anew.
func TestGuardBoundsAnswers(t *testing.T) {
	g := &guard{Conn: sequences{}}
	for range 2 {
		g.arm(time.Minute)
		if _, err := io.CopyN(io.Discard, g, maxAnswer); err != nil {
			t.Fatal(err)
		}
	}
	if n, err := io.Copy(io.Discard, g); !errors.Is(err, problemTooLarge) || n > 1<<20 {
		t.Errorf("read %d bytes too many, err = %v", n, err)
	}
	if !errors.Is(g.broke(), problemTooLarge) {
		t.Errorf("broke() = %v", g.broke())
	}
}

// sequences is a connection that never stops sending what LDAP messages begin with.
type sequences struct{ net.Conn }

func (sequences) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 0x30
	}
	return len(p), nil
}

func (sequences) SetDeadline(time.Time) error { return nil }
