package catalog

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"syscall"

	"github.com/go-ldap/ldap/v3"

	"ninaudit/audit"
)

// problem is what went wrong, in words of our own. A server's diagnostic text is never among them:
// it can quote names, DNs and values.
type problem struct {
	words     string
	hint      string
	temporary bool
	cause     error // appended to the words; nothing that a server wrote
}

func (p problem) Error() string {
	if p.cause == nil {
		return p.words
	}
	return p.words + ": " + p.cause.Error()
}

func (p problem) Unwrap() error { return p.cause }

// Ways in which a server breaks the protocol.
var (
	problemUnpaged = problem{
		words: "the server did not answer in pages as asked",
		hint:  "ask the server's administrator for paged results (control " + ldap.ControlTypePaging + ")",
	}
	problemEndless = problem{
		words: "the server sends the same page over and over",
		hint:  "report it to the server's administrator; another replica may do better",
	}
	problemUnending = problem{
		words: fmt.Sprintf("the server has sent more than %d entries, and there is no end to it", maxEntries),
		hint:  "check base and filter; if they are right, report it to the server's administrator",
	}
	problemTooLarge = problem{
		words: fmt.Sprintf("one page is larger than %d MiB", maxAnswer>>20),
		hint:  "set a smaller page_size",
	}
	problemMalformed = problem{
		words: "the server's answer is no proper LDAP",
		hint:  "check the host and port in url; port 636 is for ldaps://",
	}
)

// failure is the error that ends a stream: what went wrong, where, and what to try. A cancelled
// run is told as such, whatever it looked like on the wire.
func (l *ldapCatalog) failure(ctx context.Context, stage string, err error) error {
	e := &audit.CatalogError{Catalog: l.Name(), Stage: stage}
	if cancelled := ctx.Err(); cancelled != nil {
		e.Err = cancelled
		return e
	}
	p := l.explain(err)
	e.Err, e.Hint, e.Temporary = p, p.hint, p.temporary || len(l.servers) > 1 && unmet(stage)
	return e
}

// unmet tells a stage at which nothing has been asked of the catalog yet: whatever keeps a server from being met, its
// replica need not have it.
func unmet(stage string) bool {
	return stage == "resolve" || stage == "connect" || stage == "start-tls" || stage == "tls"
}

// explain finds words for an error of the network, of TLS, of go-ldap or of this package.
func (l *ldapCatalog) explain(err error) problem {
	var own problem
	if errors.As(err, &own) {
		return own
	}
	var answer *ldap.Error
	switch {
	case !errors.As(err, &answer):
	case answer.ResultCode == ldap.ErrorNetwork:
		return lost
	case answer.ResultCode > ldap.ErrorNetwork, errors.Is(err, ldap.ErrMalformedPacket):
		return problemMalformed
	default:
		return l.explainCode(answer.ResultCode)
	}
	if p, ok := l.explainTLS(err); ok {
		return p
	}
	return l.explainNetwork(err)
}

// lost is the connection breaking for a reason that nobody told.
var lost = problem{
	words:     "the connection was closed before the answer was complete",
	hint:      "try again later; if it happens again, see the server's log",
	temporary: true,
}

func (l *ldapCatalog) explainNetwork(err error) problem {
	var dns *net.DNSError
	switch {
	case errors.As(err, &dns) && dns.IsNotFound:
		return problem{
			words: fmt.Sprintf("the host %q is not known", l.server().host),
			hint:  "check the host in url, and that this machine can look it up",
		}
	case errors.As(err, &dns):
		return problem{
			words:     fmt.Sprintf("the host %q could not be looked up", l.server().host),
			hint:      "check this machine's name servers",
			temporary: true,
		}
	case errors.Is(err, os.ErrDeadlineExceeded), isTimeout(err):
		return problem{
			words:     fmt.Sprintf("no complete answer within %v", l.Timeout),
			hint:      "check url and firewall; if the server is slow, set a longer timeout or a smaller page_size",
			temporary: true,
		}
	case errors.Is(err, syscall.ECONNREFUSED):
		return problem{
			words:     fmt.Sprintf("nothing listens on %s", l.server().dial),
			hint:      "check the port in url, and that the server runs",
			temporary: true,
		}
	case errors.Is(err, fs.ErrNotExist):
		return problem{words: "there is no such socket", hint: "check the path in url, and that the server runs"}
	case errors.Is(err, fs.ErrPermission):
		return problem{words: "no access to the socket", hint: "run as a user who may use the socket"}
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, net.ErrClosed),
		errors.Is(err, syscall.ECONNRESET), errors.Is(err, syscall.EPIPE):
		return lost
	}
	var network net.Error
	if errors.As(err, &network) {
		return problem{
			words:     "the server can not be reached",
			hint:      "check url, the network and the firewall",
			temporary: true,
			cause:     err,
		}
	}
	return problemMalformed
}

func isTimeout(err error) bool {
	var network net.Error
	return errors.As(err, &network) && network.Timeout()
}

// handshakeError is a TLS handshake that failed.
type handshakeError struct{ error }

func (e handshakeError) Unwrap() error { return e.error }

// disagreed tells whether the two sides could not agree, and it was not the network that failed.
// An alert from the other side comes as an error of the network all the same.
func (e handshakeError) disagreed() bool {
	var network *net.OpError
	if errors.As(e.error, &network) {
		return network.Op == "remote error"
	}
	return !errors.Is(e.error, io.EOF) && !isTimeout(e.error)
}

// explainTLS finds words for a handshake that failed. Only the name that was asked for is
// repeated, not those in the certificate.
func (l *ldapCatalog) explainTLS(err error) (problem, bool) {
	var (
		unknown x509.UnknownAuthorityError
		roots   x509.SystemRootsError
		name    x509.HostnameError
		invalid x509.CertificateInvalidError
		verify  *tls.CertificateVerificationError
		record  tls.RecordHeaderError
		shake   handshakeError
	)
	switch {
	case errors.As(err, &unknown), errors.As(err, &roots):
		return problem{
			words: "the server's certificate is not trusted",
			hint:  "name the certificate of whoever signed it in ca_file",
		}, true
	case errors.As(err, &name):
		return problem{
			words: fmt.Sprintf("the server's certificate is not for %q", l.server().host),
			hint:  "write the host in url as the certificate has it",
		}, true
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		return problem{
			words: "the server's certificate has expired or is not valid yet",
			hint:  "have the certificate renewed; check this machine's clock",
		}, true
	case errors.As(err, &invalid), errors.As(err, &verify):
		return problem{
			words: "the server's certificate can not be verified",
			hint:  "have the server's administrator look at the certificate and its chain",
		}, true
	case errors.As(err, &record):
		return problem{
			words: "the server does not speak TLS on this port",
			hint:  "use port 636 for ldaps://, or ldap:// with start_tls: true",
		}, true
	case errors.As(err, &shake) && shake.disagreed():
		return problem{
			words: "no TLS connection could be agreed on",
			hint:  "TLS 1.2 or newer is needed; ask the server's administrator what it offers",
			cause: shake.error,
		}, true
	}
	return problem{}, false
}
