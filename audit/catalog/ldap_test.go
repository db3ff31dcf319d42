package catalog

import (
	"context"
	"crypto/tls"
	"errors"
	"runtime"
	"strings"
	"testing"
	"time"

	ber "github.com/go-asn1-ber/asn1-ber"
	"github.com/go-ldap/ldap/v3"

	"ninaudit/audit"
)

// fakeConfig reads from a fake server.
func fakeConfig(address string) LDAPConfig {
	return LDAPConfig{
		URL: "ldap://" + address, Base: "ou=people,dc=fjordvik,dc=no",
		BindDN: "cn=reader,dc=fjordvik,dc=no", Password: secret("of the fake server"), Plaintext: true,
		PageSize: 10, Timeout: 10 * time.Second,
	}
}

// impatient is the timeout against servers that say nothing: long enough for all that comes before,
// on a busy machine too.
const impatient = 500 * time.Millisecond

func secret(s string) func() (string, error) { return func() (string, error) { return s, nil } }

func newLDAP(t testing.TB, c LDAPConfig) *ldapCatalog {
	t.Helper()
	l, err := NewLDAP(c, Options{Name: "fjordvik"})
	if err != nil {
		t.Fatal(err)
	}
	return l.(*ldapCatalog)
}

// readAll reads a catalog to its end: the persons' principals, and the error that ended it.
func readAll(ctx context.Context, c audit.Catalog) (principals []string, ended error) {
	for p, err := range c.Persons(ctx) {
		if err != nil {
			return principals, err
		}
		principals = append(principals, p.Principal)
	}
	return principals, nil
}

// noLeak fails if go-ldap or this package still has something running a while after the test's
// catalogs are read.
func noLeak(t *testing.T) {
	t.Helper()
	stacks := make([]byte, 1<<20)
	for start := time.Now(); ; time.Sleep(5 * time.Millisecond) {
		now := string(stacks[:runtime.Stack(stacks, true)])
		if !strings.Contains(now, "ldap/v3.(*Conn)") && !strings.Contains(now, "catalog.(*session)") {
			return
		}
		if time.Since(start) > patience {
			t.Fatalf("still running:\n%s", now)
		}
	}
}

// A server that fails, in whatever way, gives an error at a stage within bounded time, and never a
// catalog that looks complete. What it sent before counts.
func TestLDAPServerThatFails(t *testing.T) {
	code := func(n int) func(*peer) {
		return search(func(p *peer) {
			if p.cookie == "" {
				p.persons(0, 10)
				p.more("10")
				return
			}
			p.persons(10, 4)
			p.done(n, nil)
		})
	}
	const (
		timedOut = "within 500ms"
		some     = -1
	)
	for _, tt := range []struct {
		name      string
		script    func(*peer)
		change    func(*LDAPConfig)
		persons   int
		stage     string
		temporary bool
		words     string
	}{
		{name: "time limit", script: code(3), persons: 14, stage: "page 2", words: "time limit (LDAP code 3)"},
		{name: "size limit", script: code(4), persons: 14, stage: "page 2", words: "size limit (LDAP code 4)"},
		{name: "administrative limit", script: code(11), persons: 14, stage: "page 2", words: "limit (LDAP code 11)"},
		{name: "busy", script: code(51), persons: 14, stage: "page 2", temporary: true, words: "busy"},
		{name: "unavailable", script: code(52), persons: 14, stage: "page 2", temporary: true, words: "code 52"},
		{name: "no such base", script: code(32), persons: 14, stage: "page 2", words: "base does not exist"},
		{name: "a code that go-ldap keeps for itself", script: code(200), persons: 14, stage: "page 2",
			temporary: true, words: "closed"},
		{name: "cannot page", stage: "page 1", words: "pages (LDAP code 12)",
			script: search(func(p *peer) { p.done(12, nil) })},
		{name: "ignores pages", persons: 5, stage: "page 1", words: "did not answer in pages",
			script: search(func(p *peer) { p.persons(0, 5); p.done(0, nil) })},
		{name: "page too long", persons: 11, stage: "page 1", words: "did not answer in pages",
			script: search(func(p *peer) { p.persons(0, 11); p.last() })},
		{name: "same empty page", stage: "page 2", words: "over and over",
			script: search(func(p *peer) { p.more("x") })},
		{name: "empty pages", stage: "page 21", words: "over and over",
			script: search(func(p *peer) { p.more(p.cookie + "x") })},
		{name: "same page", persons: 40, stage: "page 4", words: "over and over",
			script: search(func(p *peer) { p.persons(0, 10); p.more("x") })},
		{name: "wrong password", stage: "bind", words: "wrong bind_dn or password (LDAP code 49)",
			script: func(p *peer) { p.next(); p.bound(49); p.hang() }},
		{name: "wants encryption", stage: "bind", words: "safer connection",
			script: func(p *peer) { p.next(); p.bound(13); p.hang() }},
		{name: "closes at once", stage: "bind", temporary: true, words: "closed", script: func(p *peer) {}},
		{name: "closes after bind", stage: "page 1", temporary: true, words: "closed",
			script: func(p *peer) { p.next(); p.bound(0) }},
		{name: "closes between entries", persons: 3, stage: "page 1", temporary: true, words: "closed",
			script: search(func(p *peer) { p.persons(0, 3); p.Close() })},
		{name: "closes inside an entry", persons: 3, stage: "page 1", temporary: true, words: "closed",
			script: search(func(p *peer) {
				p.persons(0, 3)
				whole := message(p.id, personEntry(3))
				p.Write(whole[:len(whole)/2])
				p.Close()
			})},
		{name: "closes between pages", persons: 10, stage: "page 2", temporary: true, words: "closed",
			script: search(func(p *peer) { p.persons(0, 10); p.more("x"); p.Close() })},
		{name: "mute from the start", stage: "bind", temporary: true, words: timedOut, script: (*peer).hang},
		{name: "mute in a page", persons: 3, stage: "page 1", temporary: true, words: timedOut,
			script: search(func(p *peer) { p.persons(0, 3); p.hang() })},
		{name: "drips", persons: some, stage: "page 1", temporary: true, words: timedOut,
			script: search(func(p *peer) {
				for n := 0; !p.gone; n++ {
					p.persons(n, 1)
					time.Sleep(90 * time.Millisecond)
				}
			})},
		{name: "answers others only", stage: "page 1", temporary: true, words: timedOut,
			script: search(func(p *peer) {
				for p.id = 1000; p.id < 2000; p.id++ {
					p.persons(0, 1)
				}
				p.hang()
			})},
		{name: "another protocol", stage: "bind", words: "no proper LDAP",
			script: func(p *peer) { p.next(); p.Write([]byte("HTTP/1.1 400 Bad Request\r\n\r\n")); p.hang() }},
		{name: "TLS where none is expected", stage: "bind", words: "no proper LDAP",
			script: func(p *peer) { p.next(); p.Write([]byte("\x15\x03\x01\x00\x02\x02\x46")); p.hang() }},
		{name: "bad length", persons: 2, stage: "page 1", words: "no proper LDAP",
			script: search(func(p *peer) { p.persons(0, 2); p.Write([]byte("\x30\xff\xff")); p.hang() })},
		{name: "endless length", persons: 2, stage: "page 1", words: "larger than",
			script: search(func(p *peer) { p.persons(0, 2); p.Write([]byte("\x30\x84\x7f\xff\xff\xff")); p.Close() })},
		{name: "an entry without attributes", persons: 2, stage: "page 1", words: "no proper LDAP",
			script: search(func(p *peer) {
				p.persons(0, 2)
				p.send(ber.Encode(ber.ClassApplication, ber.TypeConstructed, ldap.ApplicationSearchResultEntry, nil, ""))
				p.hang()
			})},
		{name: "mute in the handshake", stage: "tls", temporary: true, words: timedOut,
			script: (*peer).hang, change: ldaps},
		{name: "no TLS", stage: "tls", words: "does not speak TLS", change: ldaps,
			script: func(p *peer) { p.Write([]byte("220 mail.example.org ESMTP\r\n")); p.hang() }},
		{name: "mute at start_tls", stage: "start-tls", temporary: true, words: timedOut,
			script: (*peer).hang, change: startTLS},
		{name: "old TLS", stage: "tls", words: "no TLS connection could be agreed on", change: ldaps,
			script: func(p *peer) {
				tls.Server(p, &tls.Config{MinVersion: tls.VersionTLS10, MaxVersion: tls.VersionTLS11}).Handshake()
				p.hang()
			}},
		{name: "no start_tls", stage: "start-tls", words: "LDAP code 2", change: startTLS,
			script: func(p *peer) { p.next(); p.extended(2); p.hang() }},
		{name: "another answer to start_tls", stage: "start-tls", words: "no proper LDAP", change: startTLS,
			script: func(p *peer) { p.next(); p.bound(0); p.hang() }},
		{name: "mute after start_tls", stage: "tls", temporary: true, words: timedOut, change: startTLS,
			script: func(p *peer) { p.next(); p.extended(0); p.hang() }},
		{name: "stranger after start_tls", stage: "tls", words: "does not speak TLS", change: startTLS,
			script: func(p *peer) { p.next(); p.extended(0); p.bound(0); p.hang() }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := fakeConfig(fake(t, tt.script))
			if tt.change != nil {
				tt.change(&c)
			}
			if tt.words == timedOut {
				c.Timeout = impatient
			}
			start := time.Now()
			persons, err := readAll(t.Context(), newLDAP(t, c))
			if took := time.Since(start); took > 5*time.Second {
				t.Errorf("took %v", took)
			}
			if len(persons) != tt.persons && (tt.persons != some || len(persons) == 0) {
				t.Errorf("%d persons before the error, want %d", len(persons), tt.persons)
			}
			var failed *audit.CatalogError
			if !errors.As(err, &failed) {
				t.Fatalf("err = %v: the catalog looks complete", err)
			}
			if failed.Catalog != "fjordvik" || failed.Stage != tt.stage || failed.Temporary != tt.temporary {
				t.Errorf("stage %q, temporary %v; want %q, %v", failed.Stage, failed.Temporary, tt.stage, tt.temporary)
			}
			if !strings.Contains(err.Error(), tt.words) || failed.Hint == "" {
				t.Errorf("err = %v, want %q; hint %q", err, tt.words, failed.Hint)
			}
			if strings.Contains(err.Error()+failed.Hint, "fjordvik,dc=no") {
				t.Error("the error repeats what the server wrote")
			}
			noLeak(t)
		})
	}
}

func ldaps(c *LDAPConfig) {
	c.URL, c.Plaintext = strings.Replace(c.URL, "ldap:", "ldaps:", 1), false
}

func startTLS(c *LDAPConfig) { c.StartTLS, c.Plaintext = true, false }
