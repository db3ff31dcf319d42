package catalog

import (
	"crypto/x509"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/go-ldap/ldap/v3"

	"ninaudit/audit"
)

// Defaults and limits of LDAPConfig.
const (
	defaultPageSize     = 1000
	maxPageSize         = 10_000
	defaultTimeout      = 60 * time.Second
	defaultFilter       = "(objectClass=norEduPerson)"
	defaultUnitsFilter  = "(objectClass=norEduOrgUnit)"
	defaultSocket       = "/var/run/slapd/ldapi"
	portLDAP, portLDAPS = "389", "636"
)

// address is where a server listens.
type address struct {
	network, dial string // as net.Dial takes them
	host          string // the name that the server's certificate must bear; empty for a local socket
	tls           bool   // TLS from the first byte
}

// local tells whether what is said stays on this machine.
func (a address) local() bool { return a.network == "unix" }

// complete fills in defaults and refuses what can not work.
func (c *LDAPConfig) complete() (servers []address, err error) {
	keys := []string{"url"}
	for i, u := range append([]string{c.URL}, c.Replicas...) {
		if i > 0 {
			keys = append(keys, "replicas")
		}
		server, err := parseAddress(keys[i], u)
		if err != nil {
			return nil, err
		}
		servers = append(servers, server)
	}
	if c.Filter == "" {
		c.Filter = defaultFilter
	}
	if c.UnitsFilter == "" {
		c.UnitsFilter = defaultUnitsFilter
	}
	if c.PageSize == 0 {
		c.PageSize = defaultPageSize
	}
	if c.Timeout == 0 {
		c.Timeout = defaultTimeout
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	errs := []error{c.checkSearch()}
	for i, s := range servers {
		errs = append(errs, c.checkBind(keys[i], s))
	}
	return servers, errors.Join(errs...)
}

// checkSearch looks at what is asked of the server.
func (c *LDAPConfig) checkSearch() error {
	if c.Base == "" {
		return usage("base: is missing", `write where the persons are, like base: "ou=people,dc=fjordvik,dc=no"`)
	}
	for _, dn := range []struct{ key, value string }{
		{"base", c.Base}, {"bind_dn", c.BindDN}, {"units: base", c.UnitsBase},
	} {
		if _, err := ldap.ParseDN(dn.value); err != nil {
			return usage(dn.key+": is no distinguished name", `write it like "ou=people,dc=fjordvik,dc=no"`)
		}
	}
	for _, f := range []struct{ key, value string }{{"filter", c.Filter}, {"units: filter", c.UnitsFilter}} {
		if _, err := ldap.CompileFilter(f.value); err != nil {
			return usage(f.key+": is no LDAP filter", "write it with its parentheses, like "+defaultFilter)
		}
	}
	if c.PageSize < 1 || c.PageSize > maxPageSize {
		return usage(fmt.Sprintf("page_size: %d is not between 1 and %d", c.PageSize, maxPageSize),
			"1000 suits every server")
	}
	if c.Timeout < 0 {
		return usage("timeout: is negative", "60s suits most servers")
	}
	return nil
}

// checkBind looks at who asks the server of a key, and whether somebody could listen.
func (c *LDAPConfig) checkBind(key string, server address) error {
	clear := !server.tls && !server.local()
	switch {
	case c.External && !server.local():
		return usage("bind: external is for a server on this machine", "use ldapi://, or bind_dn with a password")
	case c.External && (c.BindDN != "" || c.Password != nil):
		return usage("bind: external needs no bind_dn and no password", "remove them, or remove bind")
	case c.StartTLS && !clear:
		return usage("start_tls: only ldap:// can start TLS", "remove start_tls, the connection is safe without it")
	case c.Plaintext && (!clear || c.StartTLS):
		return usage("plaintext: the connection is not in plain text", "remove plaintext")
	case c.BindDN != "" && c.Password == nil:
		return usage("bind_dn: has no password", "name the file that holds it with password_file")
	case c.BindDN == "" && c.Password != nil:
		return usage("bind_dn: is missing, but there is a password", "write who is to read the catalog in bind_dn")
	case c.BindDN != "" && clear && !c.StartTLS && !c.Plaintext:
		return usage(key+": the password would be sent in plain text",
			"use ldaps://, or start_tls: true; plaintext: true sends it all the same")
	}
	return nil
}

// Encrypted tells whether the server is asked over TLS. Of a URL that can not be read, which NewLDAP refuses, it says no.
func (c *LDAPConfig) Encrypted() bool {
	server, err := parseAddress("url", c.URL)
	return err == nil && (server.tls || c.StartTLS)
}

// parseAddress reads the URL of a server, which stands under a key.
func parseAddress(key, s string) (address, error) {
	if path, ok := strings.CutPrefix(s, "ldapi://"); ok {
		// RFC 4516 puts the socket's path, percent-encoded, where a host would be: no URL to
		// net/url.
		path, err := url.PathUnescape(path)
		if err != nil {
			return address{}, usage(key+": is no socket", "write it like ldapi://%2Fvar%2Frun%2Fslapd%2Fldapi")
		}
		if path == "" || path == "/" {
			path = defaultSocket
		}
		return address{network: "unix", dial: path}, nil
	}
	u, err := url.Parse(s)
	if err != nil || u.Hostname() == "" || (u.Scheme != "ldap" && u.Scheme != "ldaps") {
		return address{}, usage(key+": is no LDAP server", `write it like "ldaps://ldap.example.org:636"`)
	}
	if (u.Path != "" && u.Path != "/") || u.RawQuery != "" || u.User != nil || u.Fragment != "" {
		return address{}, usage(key+": holds more than a server", "the base goes into base, the filter into filter, the user into bind_dn")
	}
	port := u.Port()
	switch {
	case port != "":
	case u.Scheme == "ldaps":
		port = portLDAPS
	default:
		port = portLDAP
	}
	return address{"tcp", net.JoinHostPort(u.Hostname(), port), u.Hostname(), u.Scheme == "ldaps"}, nil
}

// readRoots reads the certificates that may sign the server's; nil, the system's, where no file is
// named.
func readRoots(file string) (*x509.CertPool, error) {
	if file == "" {
		return nil, nil
	}
	pem, err := os.ReadFile(file)
	if err != nil {
		return nil, &audit.UsageError{
			Err:  fmt.Errorf("ca_file: %w", err),
			Hint: "name the file with the certificate of whoever signed the server's",
		}
	}
	roots := x509.NewCertPool()
	if !roots.AppendCertsFromPEM(pem) {
		return nil, usage("ca_file: holds no certificate", "it must be in PEM form, with a BEGIN CERTIFICATE line")
	}
	return roots, nil
}

func usage(words, hint string) error {
	return &audit.UsageError{Err: errors.New(words), Hint: hint}
}
