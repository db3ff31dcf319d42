package catalog

import (
	"bytes"
	"errors"
	"log/slog"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ninaudit/audit"
	"ninaudit/audit/catalog/slapdtest"
)

// A read that failed in a way that may pass asks the next server the next time, from the start and with nothing of the
// broken read left over; one that would fail everywhere asks the same server again.
func TestReplicas(t *testing.T) {
	broken := search(func(p *peer) { p.persons(0, 10); p.more("x"); p.Close() })
	code := func(n int) func(*peer) { return search(func(p *peer) { p.persons(0, 3); p.done(n, nil) }) }
	for _, tt := range []struct {
		name   string
		first  func(*peer)
		change func(*LDAPConfig)
		moves  bool
	}{
		{"broken", broken, nil, true},
		{"busy", code(51), nil, true},
		{"unavailable", code(52), nil, true},
		{"other", code(80), nil, true},
		{"size limit", code(4), nil, false},
		{"no such base", code(32), nil, false},
		{"no access", code(50), nil, false},
		{"refuses", code(53), nil, false},
		{"wrong password", func(p *peer) { p.next(); p.bound(49); p.hang() }, nil, false},
		{"closes at once", func(*peer) {}, nil, true},
		{"unknown host", nil, func(c *LDAPConfig) { c.URL = "ldap://nowhere.invalid" }, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			script := tt.first
			if script == nil {
				script = upright(0)
			}
			var log bytes.Buffer
			c := fakeConfig(fake(t, script))
			if tt.change != nil {
				tt.change(&c)
			}
			c.Replicas = []string{"ldap://" + fake(t, upright(25))}
			c.Log = slog.New(slog.NewTextHandler(&log, nil))
			l := newLDAP(t, c)
			_, err := readAll(t.Context(), l)
			var failed *audit.CatalogError
			if !errors.As(err, &failed) || failed.Temporary != tt.moves {
				t.Fatalf("err = %v; worth another try: %v", err, !tt.moves)
			}
			if strings.Contains(log.String(), "another server") != tt.moves {
				t.Errorf("log: %s", log.String())
			}
			got, err := readAll(t.Context(), l)
			if !tt.moves {
				if err == nil {
					t.Error("the replica was asked")
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(principals(25), got); diff != "" {
				t.Error(diff)
			}
			noLeak(t)
		})
	}
}

// After the last replica comes the first server again.
func TestReplicasGoRound(t *testing.T) {
	var first atomic.Int32
	c := fakeConfig(fake(t, func(p *peer) {
		if first.Add(1) > 1 {
			upright(5)(p)
		}
	}))
	c.Replicas = []string{"ldap://" + fake(t, func(*peer) {}), "ldap://" + fake(t, func(*peer) {})}
	l := newLDAP(t, c)
	for range 3 {
		if _, err := readAll(t.Context(), l); err == nil {
			t.Fatal("no error")
		}
	}
	if got, err := readAll(t.Context(), l); err != nil || len(got) != 5 {
		t.Errorf("%d persons, %v", len(got), err)
	}
}

// Over its socket slapd knows who asks, and no password is needed.
func TestSlapdExternal(t *testing.T) {
	s := slapdtest.Start(t, slapdLDIF(30), slapdtest.Options{})
	c := slapdConfig(s)
	c.URL, c.CAFile, c.BindDN, c.Password, c.External = s.SocketURL, "", "", nil, true
	persons, err := readSlapd(t, c)
	if err != nil || len(persons) != 30 {
		t.Fatalf("%d persons, %v", len(persons), err)
	}
	p, err := newLDAP(t, c).Probe(t.Context())
	if err != nil || p.Transport != "local socket" || !p.Encrypted || p.Anonymous || p.Entries != 30 {
		t.Errorf("%+v, %v", p, err)
	}
	c.External = false
	if persons, err := readSlapd(t, c); err == nil {
		t.Errorf("nobody in particular reads %d persons", len(persons))
	}
}
