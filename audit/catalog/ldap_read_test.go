package catalog

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/go-ldap/ldap/v3"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"ninaudit/audit"
)

// principals are those of the fake server's persons.
func principals(count int) []string {
	all := make([]string, count)
	for n := range all {
		all[n] = fmt.Sprintf("u%d@fjordvik.no", n)
	}
	return all
}

func TestLDAPPages(t *testing.T) {
	for _, total := range []int{0, 1, 9, 10, 11, 30, 95} {
		t.Run(strconv.Itoa(total), func(t *testing.T) {
			l := newLDAP(t, fakeConfig(fake(t, upright(total))))
			for range 2 { // from the start each time
				got, err := readAll(t.Context(), l)
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(principals(total), got, cmpopts.EquateEmpty()); diff != "" {
					t.Error(diff)
				}
			}
			noLeak(t)
		})
	}
}

// A page may take the consumer longer than the server may take for one.
func TestLDAPSlowConsumer(t *testing.T) {
	c := fakeConfig(fake(t, upright(25)))
	c.Timeout = impatient
	count := 0
	for _, err := range newLDAP(t, c).Persons(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		if count++; count == 3 || count == 12 {
			time.Sleep(c.Timeout * 3 / 2)
		}
	}
	if count != 25 {
		t.Errorf("%d persons", count)
	}
}

// AD sends an empty page now and then, and a catalog that is rewritten may repeat some entries.
func TestLDAPLawfulOddities(t *testing.T) {
	var log bytes.Buffer
	c := fakeConfig(fake(t, search(func(p *peer) {
		switch p.cookie {
		case "":
			p.referral()
			p.more("a")
		case "a":
			p.persons(0, 3)
			p.referral()
			p.more("b")
		case "b":
			p.persons(0, 3)
			p.more("c")
		case "c":
			p.persons(3, 2)
			p.last()
		}
	})))
	c.Log = slog.New(slog.NewTextHandler(&log, nil))
	got, err := readAll(t.Context(), newLDAP(t, c))
	if err != nil {
		t.Fatal(err)
	}
	want := append(principals(3), principals(5)...)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if !strings.Contains(log.String(), "count=2") || strings.Contains(log.String(), "elsewhere") {
		t.Errorf("log: %s", log.String())
	}
}

// 389 Directory Server has one cookie for all pages of a search.
func TestLDAPCookieThatStays(t *testing.T) {
	from := 0
	c := fakeConfig(fake(t, search(func(p *peer) {
		p.persons(from, 10)
		if from += 10; from < 50 {
			p.more("0")
		} else {
			p.last()
		}
	})))
	got, err := readAll(t.Context(), newLDAP(t, c))
	if err != nil || len(got) != 50 {
		t.Errorf("%d persons, %v", len(got), err)
	}
}

func TestLDAPCancelled(t *testing.T) {
	for _, tt := range []struct {
		name   string
		script func(*peer)
	}{
		{"in a mute bind", (*peer).hang},
		{"in a mute page", search(func(p *peer) { p.persons(0, 3); p.hang() })},
		{"between pages", search(func(p *peer) {
			from, _ := strconv.Atoi(p.cookie)
			p.persons(from, 10)
			p.more(strconv.Itoa(from + 10))
		})},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := fakeConfig(fake(t, tt.script))
			c.Timeout = time.Minute
			ctx, cancel := context.WithCancel(t.Context())
			time.AfterFunc(50*time.Millisecond, cancel)
			start := time.Now()
			_, err := readAll(ctx, newLDAP(t, c))
			var failed *audit.CatalogError
			if !errors.Is(err, context.Canceled) || !errors.As(err, &failed) || failed.Temporary {
				t.Errorf("err = %v", err)
			}
			if took := time.Since(start); took > 5*time.Second {
				t.Errorf("took %v", took)
			}
			noLeak(t)
		})
	}
}

func TestLDAPConsumerStops(t *testing.T) {
	l := newLDAP(t, fakeConfig(fake(t, upright(50))))
	for _, err := range l.Persons(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		break
	}
	noLeak(t)
}

// The persons are all there, so the catalog is complete; the log tells that names of units are
// missing.
func TestLDAPUnitsFail(t *testing.T) {
	const unitsBase = "ou=units,dc=fjordvik,dc=no"
	for _, tt := range []struct {
		name  string
		units func(*peer)
	}{
		{"no access", func(p *peer) { p.done(ldap.LDAPResultInsufficientAccessRights, nil) }},
		{"mute", (*peer).hang},
		{"gone", func(p *peer) { p.Close() }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var log bytes.Buffer
			c := fakeConfig(fake(t, search(func(p *peer) {
				if p.base == unitsBase {
					tt.units(p)
					return
				}
				p.persons(0, 5)
				p.last()
			})))
			c.UnitsBase, c.Timeout = unitsBase, impatient
			c.Log = slog.New(slog.NewTextHandler(&log, nil))
			got, err := readAll(t.Context(), newLDAP(t, c))
			if err != nil || len(got) != 5 {
				t.Errorf("%d persons, %v", len(got), err)
			}
			if !strings.Contains(log.String(), "units not read") || strings.Contains(log.String(), unitsBase) {
				t.Errorf("log: %s", log.String())
			}
			noLeak(t)
		})
	}
}

// The password is not asked for before it can be sent, and an empty one is never sent: the server
// would take it for an anonymous bind and agree.
func TestLDAPPassword(t *testing.T) {
	t.Run("not before TLS", func(t *testing.T) {
		c := fakeConfig(fake(t, func(p *peer) {}))
		ldaps(&c)
		c.Password = func() (string, error) {
			t.Error("asked for the password without a connection")
			return "", nil
		}
		if _, err := readAll(t.Context(), newLDAP(t, c)); err == nil {
			t.Error("no error")
		}
	})
	failed := errors.New("the file is gone")
	for _, tt := range []struct {
		name     string
		password func() (string, error)
		is       error
	}{
		{"empty", secret(""), nil},
		{"unreadable", func() (string, error) { return "", failed }, failed},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := fakeConfig(fake(t, upright(5)))
			c.Password = tt.password
			_, err := readAll(t.Context(), newLDAP(t, c))
			var e *audit.CatalogError
			if !errors.As(err, &e) || e.Stage != "bind" || e.Hint == "" || (tt.is != nil && !errors.Is(err, tt.is)) {
				t.Errorf("err = %v", err)
			}
			noLeak(t)
		})
	}
}

func TestLDAPNobodyListens(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	listener.Close()
	_, err = readAll(t.Context(), newLDAP(t, fakeConfig(listener.Addr().String())))
	var e *audit.CatalogError
	if !errors.As(err, &e) || e.Stage != "connect" || !e.Temporary || e.Hint == "" {
		t.Errorf("err = %v", err)
	}
}
