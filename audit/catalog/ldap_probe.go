package catalog

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"net/netip"
	"slices"

	"github.com/go-ldap/ldap/v3"

	"ninaudit/audit"
)

// Servers implements Replicated.
func (l *ldapCatalog) Servers() []Prober {
	var all []Prober
	for _, one := range l.servers {
		all = append(all, &ldapCatalog{
			LDAPConfig: l.LDAPConfig, options: l.options, most: l.most, servers: []address{one}, roots: l.roots,
		})
	}
	return all
}

// Probe implements Prober. It holds nobody's page in memory longer than it takes to count it.
func (l *ldapCatalog) Probe(ctx context.Context) (Probe, error) {
	server := l.server()
	p := Probe{
		Catalog: l.Name(), Server: server.dial, Host: server.host, names: l.options.Attributes.names(),
		Anonymous: l.BindDN == "" && !l.External, PageSize: l.PageSize,
	}
	if err := l.resolve(ctx, &p); err != nil {
		return p, err
	}
	s, err := l.connect(ctx)
	p.pass(l.stages(), err)
	if s != nil {
		p.Transport, p.Encrypted = s.transport()
		p.CertificateEnds = s.expires
	}
	if err != nil {
		return p, err
	}
	defer s.close()
	p.Paging = s.paging()
	for _, step := range []struct {
		stage string
		try   func(context.Context, *Probe) error
	}{{"base", s.findBase}, {"page 1", s.lookAt}, {"count", s.count}} {
		err := step.try(ctx, &p)
		p.Steps = append(p.Steps, Step{step.stage, err})
		if err != nil {
			return p, err
		}
	}
	if l.UnitsBase != "" {
		_, p.UnitsErr = s.firstPage(ctx, l.unitQuery(), func(*entry) { p.Units++ })
	}
	return p, nil
}

// resolve looks the server's name up, where it has one.
func (l *ldapCatalog) resolve(ctx context.Context, p *Probe) error {
	host := l.server().host
	if _, err := netip.ParseAddr(host); host == "" || err == nil {
		return nil
	}
	within, cancel := context.WithTimeout(ctx, l.Timeout)
	defer cancel()
	_, err := net.DefaultResolver.LookupHost(within, host)
	if err != nil {
		err = l.failure(ctx, "resolve", err)
	}
	p.Steps = append(p.Steps, Step{"resolve", err})
	return err
}

// stages are those of connect, for this configuration.
func (l *ldapCatalog) stages() []string {
	all := []string{"connect"}
	if l.StartTLS {
		all = append(all, "start-tls")
	}
	if l.StartTLS || l.server().tls {
		all = append(all, "tls")
	}
	if l.BindDN != "" || l.External {
		all = append(all, "bind")
	}
	return all
}

// pass notes the stages up to the one that failed, if any did.
func (p *Probe) pass(stages []string, failed error) {
	var e *audit.CatalogError
	at := errors.As(failed, &e)
	for _, stage := range stages {
		if at && e.Stage == stage {
			p.Steps = append(p.Steps, Step{stage, failed})
			return
		}
		p.Steps = append(p.Steps, Step{Stage: stage})
	}
}

// findBase asks for the base by itself. A server that hides the entry and shows what is under it is no fault.
func (s *session) findBase(ctx context.Context, _ *Probe) error {
	err := s.within(func() error {
		_, err := s.conn.Search(&ldap.SearchRequest{
			BaseDN: s.catalog.Base, Scope: ldap.ScopeBaseObject, Filter: "(objectClass=*)", Attributes: noAttributes(),
		})
		return err
	})
	if err != nil {
		return s.catalog.failure(ctx, "base", err)
	}
	return nil
}

// lookAt counts on how many entries of the first page each attribute is.
func (s *session) lookAt(ctx context.Context, p *Probe) (err error) {
	persons := newTally(s.catalog.options.personAttributes())
	p.More, err = s.firstPage(ctx, s.catalog.personQuery(), persons.add)
	p.Entries, p.Attributes = persons.seen, persons.counts
	return err
}

// count has the server name all persons. Limits are met here as they would be in an audit.
func (s *session) count(ctx context.Context, p *Probe) error {
	for _, err := range s.entries(ctx, query{s.catalog.Base, s.catalog.Filter, noAttributes()}) {
		if err != nil {
			return err
		}
		p.Persons++
	}
	return nil
}

// noAttributes asks for entries without attributes (RFC 4511 §4.5.1.8).
func noAttributes() []string { return []string{"1.1"} }

// firstPage shows each entry of a query's first page, and tells whether there are more pages.
func (s *session) firstPage(ctx context.Context, q query, each func(*entry)) (more bool, err error) {
	first := pages{session: s, query: q, seen: map[uint64]bool{}}
	f := first.fetch(ctx)
	first.show(ctx, f, func(e *entry, failed error) bool {
		if err = failed; err == nil {
			each(e)
		}
		return err == nil
	})
	return f.more, err
}

// transport names what carries the session.
func (s *session) transport() (name string, encrypted bool) {
	switch {
	case s.tls != 0:
		return tls.VersionName(s.tls), true
	case s.server.local():
		return "local socket", true
	case s.server.tls || s.catalog.StartTLS: // it did not come to that
		return "", false
	}
	return "plain text", false
}

// paging looks for paged results in the server's root entry (RFC 4512 §5.1).
func (s *session) paging() Paging {
	const controls = "supportedControl"
	var answer *ldap.SearchResult
	err := s.within(func() (err error) {
		answer, err = s.conn.Search(&ldap.SearchRequest{
			Scope: ldap.ScopeBaseObject, Filter: "(objectClass=*)", Attributes: []string{controls},
		})
		return err
	})
	if err != nil || len(answer.Entries) != 1 {
		return PagingUnknown
	}
	switch offered := answer.Entries[0].GetEqualFoldAttributeValues(controls); {
	case len(offered) == 0:
		return PagingUnknown
	case slices.Contains(offered, ldap.ControlTypePaging):
		return PagingOffered
	}
	return PagingMissing
}
