package catalog

import (
	"context"
	"crypto/x509"
	"errors"
	"iter"
	"log/slog"
	"sync/atomic"
	"time"

	"ninaudit/audit"
)

// LDAPConfig says how a catalog is read from an LDAP server. What is left zero reads the default
// named here.
type LDAPConfig struct {
	// URL is ldaps://host[:636], ldap://host[:389] or ldapi://%2Fpath%2Fof%2Fsocket, and nothing
	// more.
	URL string
	// Replicas are other servers that hold the same catalog. Once a read has failed in a way that may pass, the next one
	// asks the next server.
	Replicas []string
	// Base is where persons are looked for, with everything under it.
	Base string
	// Filter finds the persons; "(objectClass=norEduPerson)".
	Filter string
	// BindDN is who reads; empty: anonymous, or External.
	BindDN string
	// Password is asked for right before each bind and not kept; nil: anonymous.
	Password func() (string, error)
	// External has a server on this machine take whoever runs the program for the reader (SASL EXTERNAL over ldapi).
	External bool
	// PageSize is how many entries the server sends at a time; 1000, which AD does not let anyone
	// exceed.
	PageSize int
	// Timeout bounds connecting, the TLS handshake, the bind, and each page, one by one; 60 s.
	Timeout time.Duration
	// StartTLS encrypts a connection to ldap:// before anything else is said on it.
	StartTLS bool
	// CAFile holds the certificates (PEM) that may sign the server's; empty: those the system
	// trusts.
	CAFile string
	// Plaintext allows a password to be sent over ldap:// without StartTLS.
	Plaintext bool
	// UnitsBase is where units are looked for; empty: units are shown by the name in their DN.
	UnitsBase string
	// UnitsFilter finds the units; "(objectClass=norEduOrgUnit)".
	UnitsFilter string
	// Log hears of what a reader need not act on; nil: nobody does.
	Log *slog.Logger
}

// ldapCatalog reads persons from an LDAP server by way of go-ldap, a page at a time; the entries of a page never reach
// go-ldap, see sieve.
//
// It uses go-ldap's synchronous Search, one request a page. SearchWithPaging holds the whole
// catalog in memory, and SearchAsync loses entries and reports success when its consumer is slow
// or the connection breaks. Cookies live in the connection, so a broken stream starts from the
// beginning or not at all.
type ldapCatalog struct {
	LDAPConfig
	options Options
	most    int       // entries that a catalog may have
	servers []address // the first, and its replicas
	turn    atomic.Int32
	roots   *x509.CertPool // nil: the system's
}

// NewLDAP makes a catalog of what an LDAP server holds. Nothing is connected to before Persons or
// Probe. A configuration that cannot work, or that would send a password in clear text unasked, is
// a *audit.UsageError.
func NewLDAP(c LDAPConfig, o Options) (audit.Catalog, error) {
	servers, err := c.complete()
	if err != nil {
		return nil, err
	}
	roots, err := readRoots(c.CAFile)
	if err != nil {
		return nil, err
	}
	return &ldapCatalog{LDAPConfig: c, options: o, most: maxEntries, servers: servers, roots: roots}, nil
}

// Name is the catalog's name in the configuration.
func (l *ldapCatalog) Name() string { return l.options.Name }

// Persons reads the catalog over a connection of its own, each time from the start. Every way in
// which a server can fail to send all it has ends the stream with a *audit.CatalogError; what came
// before it counts. Where the error is temporary and there are replicas, the next call asks the next server.
func (l *ldapCatalog) Persons(ctx context.Context) iter.Seq2[*audit.Person, error] {
	return func(yield func(*audit.Person, error) bool) {
		if err := l.read(ctx, yield); err != nil {
			l.moveOn(err)
			yield(nil, err)
		}
	}
}

// read yields persons until they end, in an error or not, or nobody wants more.
func (l *ldapCatalog) read(ctx context.Context, yield func(*audit.Person, error) bool) (ended error) {
	s, err := l.connect(ctx)
	if err != nil {
		return err
	}
	defer s.close()
	m := newMapper(l.options)
	for e, err := range s.entries(ctx, l.personQuery()) {
		if err != nil {
			ended = err
			break
		}
		if !yield(m.person(e)) {
			return nil
		}
	}
	l.readUnits(ctx, s, m)
	return ended
}

// server is the one that is asked now.
func (l *ldapCatalog) server() address { return l.servers[int(l.turn.Load())%len(l.servers)] }

// moveOn has the next read ask the next server, if another try is worth it.
func (l *ldapCatalog) moveOn(failed error) {
	var e *audit.CatalogError
	if len(l.servers) > 1 && errors.As(failed, &e) && e.Temporary {
		l.turn.Add(1)
		l.Log.Info("the next try asks another server", "catalog", l.Name(), "server", l.server().dial)
	}
}

// readUnits gives the units their names once all persons are read. It comes last because a failure
// here costs names only, never persons: it is told in the log, and the catalog is no less complete
// for it.
func (l *ldapCatalog) readUnits(ctx context.Context, s *session, m *mapper) {
	if l.UnitsBase == "" || s.broken() || ctx.Err() != nil {
		return
	}
	for e, err := range s.entries(ctx, l.unitQuery()) {
		if err != nil {
			l.Log.Warn("units not read to the end, a school without a name is shown by its DN's",
				"catalog", l.Name(), "err", err)
			return
		}
		m.unit(e)
	}
}

// query is what is searched for.
type query struct {
	base, filter string
	attributes   []string
}

func (l *ldapCatalog) personQuery() query {
	return query{l.Base, l.Filter, l.options.personAttributes()}
}

func (l *ldapCatalog) unitQuery() query {
	return query{l.UnitsBase, l.UnitsFilter, l.options.unitAttributes()}
}
