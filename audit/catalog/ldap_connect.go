package catalog

import (
	"bufio"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"net"
	"time"

	ber "github.com/go-asn1-ber/asn1-ber"
	"github.com/go-ldap/ldap/v3"
)

// session is one connection, encrypted where it is to be and bound. It is for one goroutine.
type session struct {
	catalog *ldapCatalog
	server  address
	socket  net.Conn // what was dialled: closing it unblocks everything else
	guard   *guard
	sieve   *sieve
	conn    *ldap.Conn
	tls     uint16    // the version of TLS; 0: none
	expires time.Time // when the chain of certificates is valid no more
	release func() bool
}

// connect makes a session. It ends within four timeouts, whatever the server does; a
// *audit.CatalogError says at which stage. With an error the session, if there is one, is closed and of use only to see
// how far it came.
func (l *ldapCatalog) connect(ctx context.Context) (*session, error) {
	dialer := net.Dialer{Timeout: l.Timeout}
	server := l.server()
	socket, err := dialer.DialContext(ctx, server.network, server.dial)
	if err != nil {
		return nil, l.failure(ctx, "connect", err)
	}
	// go-ldap knows no contexts: a cancelled run pulls the plug.
	s := &session{catalog: l, server: server, socket: socket}
	s.release = context.AfterFunc(ctx, func() { socket.Close() })
	if stage, err := s.open(ctx); err != nil {
		s.close()
		return s, l.failure(ctx, stage, err)
	}
	return s, nil
}

// open encrypts and binds; where that fails it names the stage.
func (s *session) open(ctx context.Context) (stage string, err error) {
	l, wire := s.catalog, s.socket
	var below *bufio.Reader
	if l.StartTLS {
		if err := s.startTLS(); err != nil {
			return "start-tls", err
		}
	}
	if l.StartTLS || s.server.tls {
		ahead := newReadingAhead(s.socket)
		below = ahead.in
		if wire, err = s.handshake(ctx, ahead); err != nil {
			return "tls", err
		}
	} else if !s.server.local() {
		l.Log.Warn("the catalog is read in plain text", "catalog", l.Name())
	}
	s.guard = &guard{Conn: wire}
	s.sieve = newSieve(s.guard, below)
	s.sieve.size, s.sieve.water = s.catalog.PageSize, lowWater(s.socket)
	s.conn = ldap.NewConn(s.sieve, s.tls != 0)
	s.conn.Start()
	switch {
	case l.External:
		return "bind", s.within(s.conn.ExternalBind)
	case l.BindDN == "":
		return "", nil
	}
	return "bind", s.bind()
}

// startTLS asks for TLS (RFC 4511 §4.14) on the socket itself, byte by byte and under a deadline:
// go-ldap shakes hands without one, and would take what a stranger slipped in before the handshake
// for an answer.
func (s *session) startTLS() error {
	const oid, messageID, maxAnswer = "1.3.6.1.4.1.1466.20037", 1, 64 << 10
	message := ber.NewSequence("message")
	message.AppendChild(ber.NewInteger(ber.ClassUniversal, ber.TypePrimitive, ber.TagInteger, messageID, "ID"))
	request := ber.Encode(ber.ClassApplication, ber.TypeConstructed, ldap.ApplicationExtendedRequest, nil, "request")
	request.AppendChild(ber.NewString(ber.ClassContext, ber.TypePrimitive, 0, oid, "name"))
	message.AppendChild(request)

	s.socket.SetDeadline(time.Now().Add(s.catalog.Timeout))
	if _, err := s.socket.Write(message.Bytes()); err != nil {
		return err
	}
	answer, err := ber.ReadPacket(io.LimitReader(s.socket, maxAnswer))
	if err != nil {
		return err
	}
	if len(answer.Children) < 2 || answer.Children[1].Tag != ldap.ApplicationExtendedResponse {
		return problemMalformed
	}
	return ldap.GetLDAPError(answer)
}

// handshake encrypts what is sent over the socket.
func (s *session) handshake(ctx context.Context, socket net.Conn) (net.Conn, error) {
	s.socket.SetDeadline(time.Now().Add(s.catalog.Timeout))
	wire := tls.Client(socket, &tls.Config{
		ServerName: s.server.host,
		RootCAs:    s.catalog.roots,
		MinVersion: tls.VersionTLS12,
	})
	if err := wire.HandshakeContext(ctx); err != nil {
		return nil, handshakeError{err}
	}
	s.socket.SetDeadline(time.Time{})
	state := wire.ConnectionState()
	s.tls, s.expires = state.Version, chainEnds(state.VerifiedChains)
	return wire, nil
}

// chainEnds is when the last of the chains that a certificate can be trusted by breaks.
func chainEnds(chains [][]*x509.Certificate) (latest time.Time) {
	for _, chain := range chains {
		first := chain[0].NotAfter
		for _, c := range chain {
			if c.NotAfter.Before(first) {
				first = c.NotAfter
			}
		}
		if first.After(latest) {
			latest = first
		}
	}
	return latest
}

// bind tells the server who reads. An empty password would make it an anonymous bind that succeeds
// (RFC 4513 §5.1.2), so it is never sent.
func (s *session) bind() error {
	password, err := s.catalog.Password()
	if err != nil {
		return problem{words: "no password", cause: err, hint: "see password_file"}
	}
	if password == "" {
		return problem{words: "the password is empty", hint: "see password_file"}
	}
	return s.within(func() error { return s.conn.Bind(s.catalog.BindDN, password) })
}

// within makes one request under the catalog's timeout. An error has the type of whatever broke
// the connection, if that is what happened; go-ldap would hand on its text alone.
func (s *session) within(request func() error) error {
	s.guard.arm(s.catalog.Timeout)
	err := request()
	s.guard.disarm()
	var answer *ldap.Error
	if err == nil || (errors.As(err, &answer) && answer.ResultCode < ldap.ErrorNetwork) {
		return err
	}
	if cause := s.guard.broke(); cause != nil {
		return cause
	}
	return err
}

// broken tells whether nothing more can be asked on this session.
func (s *session) broken() bool { return s.guard.broke() != nil || s.conn.IsClosing() }

// close ends the session and everything that go-ldap runs for it.
func (s *session) close() {
	s.release()
	s.socket.Close()
	if s.conn != nil {
		s.conn.Close()
	}
}
