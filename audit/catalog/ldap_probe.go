package catalog

import (
	"context"
	"crypto/tls"
	"slices"

	"github.com/go-ldap/ldap/v3"
)

// Probe implements Prober. It holds nobody's page in memory longer than it takes to count it.
func (l *ldapCatalog) Probe(ctx context.Context) (Probe, error) {
	p := Probe{Catalog: l.Name(), names: l.options.Attributes.names(), Anonymous: l.BindDN == "" && !l.External}
	s, err := l.connect(ctx)
	if err != nil {
		return p, err
	}
	defer s.close()
	p.Transport, p.Encrypted = s.transport()
	p.Paging = s.paging()

	persons := newTally(l.options.personAttributes())
	p.More, err = s.firstPage(ctx, l.personQuery(), persons.add)
	p.Entries, p.Attributes = persons.seen, persons.counts
	if err != nil {
		return p, err
	}
	if l.UnitsBase != "" {
		_, p.UnitsErr = s.firstPage(ctx, l.unitQuery(), func(*entry) { p.Units++ })
	}
	return p, nil
}

// firstPage shows each entry of a query's first page, and tells whether there are more pages.
func (s *session) firstPage(ctx context.Context, q query, each func(*entry)) (more bool, err error) {
	first := pages{session: s, query: q, seen: map[uint64]bool{}}
	f := first.fetch(ctx)
	first.show(f, func(e *entry, failed error) bool {
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
