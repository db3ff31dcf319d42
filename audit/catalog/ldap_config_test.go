package catalog

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ninaudit/audit"
)

func TestNewLDAPRefuses(t *testing.T) {
	notPEM := filepath.Join(t.TempDir(), "ca.pem")
	if err := os.WriteFile(notPEM, []byte("no certificate"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name   string
		change func(*LDAPConfig)
		want   string
	}{
		{"no url", func(c *LDAPConfig) { c.URL = "" }, "url: is no LDAP server"},
		{"another scheme", func(c *LDAPConfig) { c.URL = "https://ldap.example.org" }, "url: is no LDAP server"},
		{"no host", func(c *LDAPConfig) { c.URL = "ldaps://:636" }, "url: is no LDAP server"},
		{"no URL at all", func(c *LDAPConfig) { c.URL = "ldaps://[::1" }, "url: is no LDAP server"},
		{"base in the url", func(c *LDAPConfig) { c.URL = "ldaps://h/dc=fjordvik" }, "url: holds more than a server"},
		{"password in the url", func(c *LDAPConfig) { c.URL = "ldaps://a:b@h" }, "url: holds more than a server"},
		{"socket", func(c *LDAPConfig) { c.URL = "ldapi://%zz" }, "url: is no socket"},
		{"replica", func(c *LDAPConfig) { c.Replicas = []string{"ldaps://h", "h"} }, "replicas: is no LDAP server"},
		{"replica in plain text", func(c *LDAPConfig) { c.Replicas = []string{"ldap://h"} },
			"replicas: the password would be sent in plain text"},
		{"external over the net", func(c *LDAPConfig) { c.External = true }, "bind: external is for a server on this machine"},
		{"external with a name", func(c *LDAPConfig) { c.URL, c.External = "ldapi://", true },
			"bind: external needs no bind_dn and no password"},
		{"external and the net's replica", func(c *LDAPConfig) {
			c.URL, c.External, c.BindDN, c.Password, c.Replicas = "ldapi://", true, "", nil, []string{"ldaps://h"}
		}, "bind: external is for a server on this machine"},
		{"no base", func(c *LDAPConfig) { c.Base = "" }, "base: is missing"},
		{"base", func(c *LDAPConfig) { c.Base = "people" }, "base: is no distinguished name"},
		{"bind_dn", func(c *LDAPConfig) { c.BindDN = "reader" }, "bind_dn: is no distinguished name"},
		{"units base", func(c *LDAPConfig) { c.UnitsBase = "units" }, "units: base: is no distinguished name"},
		{"filter", func(c *LDAPConfig) { c.Filter = "(objectClass=norEduPerson" }, "filter: is no LDAP filter"},
		{"units filter", func(c *LDAPConfig) { c.UnitsFilter = "x" }, "units: filter: is no LDAP filter"},
		{"page size", func(c *LDAPConfig) { c.PageSize = 10_001 }, "page_size: 10001 is not between 1 and 10000"},
		{"negative page size", func(c *LDAPConfig) { c.PageSize = -1 }, "page_size: -1 is not between 1 and 10000"},
		{"timeout", func(c *LDAPConfig) { c.Timeout = -time.Second }, "timeout: is negative"},
		{"plain text", func(c *LDAPConfig) { c.URL = "ldap://h" }, "url: the password would be sent in plain text"},
		{"start_tls over TLS", func(c *LDAPConfig) { c.StartTLS = true }, "start_tls: only ldap:// can start TLS"},
		{"start_tls over a socket", func(c *LDAPConfig) { c.URL, c.StartTLS = "ldapi://", true }, "start_tls: only ldap:// can start TLS"},
		{"plaintext over TLS", func(c *LDAPConfig) { c.Plaintext = true }, "plaintext: the connection is not in plain text"},
		{"plaintext and start_tls", func(c *LDAPConfig) { c.URL, c.Plaintext, c.StartTLS = "ldap://h", true, true },
			"plaintext: the connection is not in plain text"},
		{"no password", func(c *LDAPConfig) { c.Password = nil }, "bind_dn: has no password"},
		{"nobody's password", func(c *LDAPConfig) { c.BindDN = "" }, "bind_dn: is missing, but there is a password"},
		{"ca_file holds none", func(c *LDAPConfig) { c.CAFile = notPEM }, "ca_file: holds no certificate"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := goodConfig()
			tt.change(&c)
			_, err := NewLDAP(c, Options{Name: "fjordvik"})
			var u *audit.UsageError
			if !errors.As(err, &u) || u.Hint == "" || err.Error() != tt.want {
				t.Errorf("err = %v, want %q with a hint", err, tt.want)
			}
		})
	}
	c := goodConfig()
	c.CAFile = filepath.Join(t.TempDir(), "missing.pem")
	if _, err := NewLDAP(c, Options{}); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("err = %v for a ca_file that is missing", err)
	}
}

func goodConfig() LDAPConfig {
	return LDAPConfig{
		URL: "ldaps://ldap.example.org", Base: "ou=people,dc=fjordvik,dc=no",
		BindDN: "cn=reader,dc=fjordvik,dc=no", Password: secret("of nobody"),
	}
}

func TestNewLDAPAddress(t *testing.T) {
	for _, tt := range []struct {
		url    string
		change func(*LDAPConfig)
		want   address
	}{
		{"ldaps://ldap.example.org", nil, address{"tcp", "ldap.example.org:636", "ldap.example.org", true}},
		{"ldaps://ldap.example.org:1636/", nil, address{"tcp", "ldap.example.org:1636", "ldap.example.org", true}},
		{"LDAPS://[2001:db8::1]", nil, address{"tcp", "[2001:db8::1]:636", "2001:db8::1", true}},
		{"ldap://h", startTLS, address{"tcp", "h:389", "h", false}},
		{"ldap://h", func(c *LDAPConfig) { c.Plaintext = true }, address{"tcp", "h:389", "h", false}},
		{"ldap://h", func(c *LDAPConfig) { c.BindDN, c.Password = "", nil }, address{"tcp", "h:389", "h", false}},
		{"ldapi://%2Frun%2Fldapi", nil, address{network: "unix", dial: "/run/ldapi"}},
		{"ldapi:///", nil, address{network: "unix", dial: defaultSocket}},
		{"ldapi://", nil, address{network: "unix", dial: defaultSocket}},
	} {
		c := goodConfig()
		c.URL = tt.url
		if tt.change != nil {
			tt.change(&c)
		}
		l := newLDAP(t, c)
		if diff := cmp.Diff(tt.want, l.server(), cmp.AllowUnexported(address{})); diff != "" {
			t.Errorf("%s: %s", tt.url, diff)
		}
	}
}

func TestNewLDAPDefaults(t *testing.T) {
	l := newLDAP(t, goodConfig())
	if l.PageSize != 1000 || l.Timeout != time.Minute || l.Filter != "(objectClass=norEduPerson)" ||
		l.UnitsFilter != "(objectClass=norEduOrgUnit)" || l.Log == nil {
		t.Errorf("page size %d, timeout %v, filters %s and %s", l.PageSize, l.Timeout, l.Filter, l.UnitsFilter)
	}
}
